"""Whether a pair that was found is alive, and what it may do: the exchange itself is asked."""

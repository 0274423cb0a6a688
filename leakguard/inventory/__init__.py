"""The keys that a repository knows: what each is, where it stands, and what commits did with it."""

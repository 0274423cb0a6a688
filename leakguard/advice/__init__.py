"""What is said of a rule, and advised in place of a value: the mended line, and its variable."""

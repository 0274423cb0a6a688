"""An account of the keys of a repository: how old, how exposed, how kept, and what guards them."""

"""How documents are looked at, here or in workers: what fired, what came of it, what is kept."""

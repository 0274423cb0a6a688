"""Where the modules of rules are: those of the pack, and those of a folder."""

"""Python read as Python: libcst over the statements that matter, and over nothing else."""

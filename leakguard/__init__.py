"""leakguard: a Python linter for leaked and hard-coded keys."""

__version__ = "0.1.0"

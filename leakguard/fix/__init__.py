"""Fixes: values taken out of Python files into an env file, nothing of them lost on the way.

`plan` says what would change, `diff` shows it masked, `apply` writes it.
"""

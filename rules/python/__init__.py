"""Misuse that is told from Python syntax: a module a rule."""

"""Tokens of providers, and keys that no provider explains."""

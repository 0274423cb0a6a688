"""Encodings and formats as those who made them published them, with their checksums."""

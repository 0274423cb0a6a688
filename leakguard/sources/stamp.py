"""How to tell whether a content is still what it was, without reading it."""

import hashlib
import os
import time

from leakguard.sources import Item

_SETTLED = 2_000_000_000
"""Nanoseconds for which a file has to be unchanged: what is written twice within a tick of the file
system's clock looks alike."""


def stamp(status: os.stat_result) -> str:
    """Give what stays the same as long as a file does; nothing for one that was just written."""
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    if time.time_ns() - changed < _SETTLED:
        return ""
    it = status
    return f"{it.st_dev}:{it.st_ino}:{it.st_size}:{it.st_mtime_ns}:{it.st_ctime_ns}"


def clean_key(item: Item) -> bytes | None:
    """Give what a content is known by, its path included: what is clean as README.md may not be as
    x.py; None if nothing tells whether it is still the same."""
    if not item.stamp:
        return None
    parts = (item.stamp, item.path, item.identity, str(item.in_git))
    told = "\0".join(parts).encode("utf-8", "surrogateescape")
    return hashlib.blake2b(told, digest_size=16).digest()

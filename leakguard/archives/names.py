"""Names of members: whatever bytes they are, a path to show below the archive."""

_LONGEST = 1000
"""Characters; of a longer name its end is shown, where it says what it is."""

_NOTHING = ("", ".", "..")


def inner_path(raw: bytes, old_encoding: str = "utf-8") -> str:
    """Give the name of a member as a path that leads nowhere else: without a root, without `..`.

    Bytes that are no UTF-8 are read in `old_encoding`, or stand for themselves as in a file name.
    """
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode(old_encoding, "surrogateescape")
    parts = name.replace("\0", "\N{REPLACEMENT CHARACTER}").split("/")
    path = "/".join(part for part in parts if part not in _NOTHING) or "unnamed"
    return path if len(path) <= _LONGEST else "…" + path[1 - _LONGEST :]


def without_suffix(name: str) -> str:
    """Give what a compressed file holds its name: `app.log` for `logs/app.log.gz`."""
    base = name.rpartition("/")[2]
    stem, dot, suffix = base.rpartition(".")
    return stem if dot and stem and suffix.lower() in ("gz", "bz2", "xz", "zst") else base

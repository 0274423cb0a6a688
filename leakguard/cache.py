"""Files that save work between two runs: whole or not at all, and nobody's but this user's.

What is kept here is trusted as the program's own. So a file is only read if it belongs to this
user and is shut to all others, as it was written: one that somebody else put there, or that
came with the checkout of a repository, is not. Losing a file costs time and nothing else: no
failure here is an error.
"""

import hashlib
import os
import stat
import sys
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_MAGIC = b"leakguard cache 2\n"
_HEAD = len(_MAGIC) + 64 + 1
"""Bytes before the sizes of the parts: the seal, and how many there are, are in them."""
_SIZE = 8
"""Bytes of a size."""
_KEPT = 6
"""Files of a kind that are kept: of a few versions, and of a checkout that is worked on."""
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a named pipe in its place must not make us wait
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


def folder() -> Path | None:
    """Give the folder for caches: what LEAKGUARD_CACHE_DIR names, or the user's own.

    Returns:
        None where the user has no home.
    """
    if named := os.environ.get("LEAKGUARD_CACHE_DIR"):
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):
            base = os.path.expanduser("~/.cache")
    return Path(base) / "leakguard" if os.path.isabs(base) else None


def read(name: str, key: str) -> tuple[bytes, ...] | None:
    """Give the parts that were written under `name` for `key`; None if there are none, or not all
    of them. Each is read by itself: to copy megabytes takes as long as to read them."""
    where = folder()
    seal, parts = _private_parts(where / name) if where is not None else (b"", ())
    return parts if seal == _seal(key, parts) else None


def write(name: str, key: str, *parts: bytes) -> None:
    """Keep `parts`, 255 at the most, under `name`, for `key`; the file replaces an earlier one in
    one step."""
    from leakguard import atomic  # here, since most runs only read

    where = folder()
    if where is None:
        return
    try:
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        sizes = b"".join(len(it).to_bytes(_SIZE) for it in parts)
        head = _MAGIC + _seal(key, parts) + bytes([len(parts)]) + sizes
        atomic.put(str(where / name), head + b"".join(parts), 0o600)
    except OSError:
        return
    _prune(where, name)


def make_private(path: Path) -> bool:
    """Make a file of this user's alone where there is none yet, and its folder; tell whether there
    is one now that may be used.

    The folder has to be this user's too: a database is what its journal says, and whoever may write
    into the folder may put one beside it.
    """
    flags = os.O_RDWR | os.O_CREAT | (_FLAGS & ~os.O_RDONLY)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_own = _is_own(os.stat(path.parent))
        handle = os.open(path, flags, 0o600) if is_own else None
    except OSError:
        return False
    if handle is None:
        return False
    try:
        return _is_private(os.fstat(handle))
    except OSError:
        return False
    finally:
        os.close(handle)


def _prune(where: Path, name: str) -> None:
    """Remove the oldest files of a kind, told by what stands before the dash of their names: each
    version of the rules leaves one."""
    kind = name.partition("-")[0]
    with suppress(OSError):  # another process may do the same
        found = [
            it for it in os.scandir(where) if it.name.startswith(f"{kind}-") and it.name != name
        ]
        found.sort(key=lambda it: -it.stat(follow_symlinks=False).st_mtime_ns)
        for it in found[_KEPT - 1 :]:
            os.unlink(it.path)


def _private_parts(path: Path) -> tuple[bytes, tuple[bytes, ...]]:
    """Give seal and parts of a file that is this user's alone, or none."""
    try:
        handle = os.open(path, _FLAGS)
    except OSError:
        return b"", ()
    try:
        status = os.fstat(handle)
        head = os.read(handle, _HEAD) if _is_private(status) else b""
        if len(head) < _HEAD or not head.startswith(_MAGIC):
            return b"", ()
        told = os.read(handle, head[-1] * _SIZE)
        sizes = [int.from_bytes(told[at : at + _SIZE]) for at in range(0, len(told), _SIZE)]
        if _HEAD + len(told) + sum(sizes) != status.st_size:
            return b"", ()
        return head[len(_MAGIC) : -1], tuple(_all(handle, it) for it in sizes)
    except OSError:
        return b"", ()
    finally:
        os.close(handle)


def _all(handle: int, size: int) -> bytes:
    """Read so many bytes, or what is left."""
    data = os.read(handle, size)
    while len(data) < size and (more := os.read(handle, size - len(data))):
        data += more
    return data


def _is_own(status: os.stat_result) -> bool:
    """Whether nobody else may put files into a folder; as `_is_private` where there is no POSIX."""
    return not hasattr(os, "geteuid") or (
        status.st_uid == os.geteuid() and not status.st_mode & 0o022
    )


def _is_private(status: os.stat_result) -> bool:
    """Where there is no POSIX, the rights of the folder have to do, which is the user's."""
    if not stat.S_ISREG(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & 0o077


def _seal(key: str, parts: Sequence[bytes]) -> bytes:
    """Tells what is whole and of this key; it is no signature, so that a checksum does, of which
    megabytes take a millisecond."""
    told = " ".join(f"{len(it)} {zlib.crc32(it)}" for it in parts)
    return hashlib.sha256(f"{key} {told}".encode()).hexdigest().encode()

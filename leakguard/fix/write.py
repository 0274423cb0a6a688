"""Files written whole or not at all, and on the disk before anybody goes on."""

import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from leakguard.errors import FixError
from leakguard.fix import locks
from leakguard.fix.script import read

PREFIX = ".leakguard-"
"""How the folder starts in which a file is written before it takes its place."""

_NEW, _MARKER = "new", ".gitignore"
_MARK = b"# leakguard is writing a file here\n*\n"
"""What the marker holds, which a process that writes keeps locked."""

_PRIVATE, _PUBLIC = 0o600, 0o644
_PRIVATE_FOLDER = 0o700

_MADE = re.compile(re.escape(PREFIX) + "[a-z0-9_]{8}")
"""What `tempfile` calls such a folder."""


def replace(file: str, content: bytes, before: bytes | None, *, is_private: bool = False) -> None:
    """Put `content` into a file that holds `before`, or that is not there if that is None.

    The file keeps its mode, and a new one can be read by all; but if it `is_private`, nobody but
    its owner can read what is written, at no moment.

    Raises:
        FixError: the file holds something else by now, or cannot be written.
    """
    try:
        with _beside(file) as temporary:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
            with os.fdopen(handle, "wb") as written:
                written.write(content)
                written.flush()
                _take_after(handle, file, is_private=is_private)
                os.fsync(handle)
            if not _is_still(file, before):
                raise FixError(f"{file} changed meanwhile; nothing was written to it")
            os.replace(temporary, file)
        _sync_folder(os.path.dirname(file))
    except OSError as error:
        raise FixError(f"cannot write {file}: {error.strerror}") from None


@contextmanager
def _beside(file: str) -> Iterator[str]:
    """Give a path in a folder beside a file, which git ignores: if this process is killed, what
    is left in it gets into no commit."""
    folder = tempfile.mkdtemp(dir=os.path.dirname(file), prefix=PREFIX)
    try:
        with open(os.path.join(folder, _MARKER), "xb") as marker:
            locks.take(marker.fileno())
            marker.write(_MARK)
            marker.flush()
            yield os.path.join(folder, _NEW)
    finally:
        _remove(folder)


def remove_remains(folder: str) -> None:
    """Remove what a process that was killed has left beside the files of a folder.

    Only what `_beside` made goes: a folder with its mark in it, which no process holds any more,
    and with nothing else but the file that was being written; or one that was not marked yet, and
    holds nothing. Were the latter in use, its process would say that it cannot write.
    """
    with suppress(OSError):
        for entry in list(os.scandir(folder)):
            if entry.name.startswith(PREFIX) and entry.is_dir(follow_symlinks=False):
                with suppress(OSError, FixError):
                    _remove_if_left(entry.path)


def _remove_if_left(folder: str) -> None:
    new, marker = os.path.join(folder, _NEW), os.path.join(folder, _MARKER)
    inside = set(os.listdir(folder))
    if not inside and _is_of_a_fix(folder):
        os.rmdir(folder)
    if _MARKER not in inside or not inside <= {_NEW, _MARKER}:
        return
    if _NEW in inside and not stat.S_ISREG(os.lstat(new).st_mode):
        return
    mark = read(marker)
    is_begun = not mark and _NEW not in inside and _is_of_a_fix(folder)
    if mark != _MARK and not is_begun:
        return
    with open(marker, "r+b") as opened:
        if locks.take(opened.fileno()):
            _remove(folder)


def _is_of_a_fix(folder: str) -> bool:
    """Tell whether a folder, by all that can be told without its mark, was made by `_beside` for
    this user."""
    if sys.platform == "win32":
        return False
    status = os.lstat(folder)
    is_own = status.st_uid == os.geteuid() and stat.S_IMODE(status.st_mode) == _PRIVATE_FOLDER
    return is_own and _MADE.fullmatch(os.path.basename(folder)) is not None


def _remove(folder: str) -> None:
    for name in (_NEW, _MARKER):
        with suppress(OSError):
            os.unlink(os.path.join(folder, name))
    with suppress(OSError):
        os.rmdir(folder)


def _is_still(file: str, before: bytes | None) -> bool:
    """Tell whether a file holds what it held; one that is no plain file any more does not."""
    if not os.path.lexists(file):
        return before is None
    try:
        return read(file) == before
    except FixError:
        return False


def _take_after(handle: int, file: str, *, is_private: bool) -> None:
    """Give an open file, which only its owner can read, the owner of the one that it replaces,
    and its mode too unless it `is_private`."""
    if sys.platform == "win32":
        return
    try:
        status = os.lstat(file)
    except FileNotFoundError:
        os.fchmod(handle, _PRIVATE if is_private else _PUBLIC)
        return
    with suppress(PermissionError):
        os.fchown(handle, status.st_uid, status.st_gid)
    os.fchmod(handle, _PRIVATE if is_private else stat.S_IMODE(status.st_mode))


def _sync_folder(folder: str) -> None:
    with suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

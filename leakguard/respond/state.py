"""The folder that keeps, for one key, what its way out of a repository needs: the value itself.

It is outside of the repository, this user's alone, and gone when the value is.
"""

import base64
import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from leakguard import atomic
from leakguard.errors import LeakguardError
from leakguard.sources.files import READING

_VERSION = 1
_KEY = "key.json"
_ONLY_MINE = 0o700
_HINT = "let XDG_STATE_HOME name another folder"


class StateError(LeakguardError):
    """The folder for what is kept cannot be used: it is somebody else's, or inside of what is to
    be cleaned."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a key whose way out has begun."""

    ids: tuple[str, ...]
    """The secret's id and the fingerprints by which it can be asked for."""
    kind: str
    """What it is, for people."""
    values: tuple[str, ...] = field(repr=False)
    written: tuple[bytes, ...] = field(default=(), repr=False)
    """How it is written in forms that only a scan can read."""


def home() -> Path:
    """Give the folder for what programs of this user keep.

    https://specifications.freedesktop.org/basedir-spec/latest/

    Raises:
        StateError: the user has no home.
    """
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    elif sys.platform == "darwin" and "XDG_STATE_HOME" not in os.environ:
        base = os.path.expanduser("~/Library/Application Support")
    else:
        base = os.environ.get("XDG_STATE_HOME", "")
        if not os.path.isabs(base):
            base = os.path.expanduser("~/.local/state")
    if not os.path.isabs(base):
        raise StateError(f"there is no home to keep files in: {_HINT}")
    return Path(base)


@dataclass(frozen=True, slots=True)
class State:
    """What is kept about the keys of one repository."""

    folder: Path

    @classmethod
    def of(cls, common: str, trees: Iterable[str]) -> "State":
        """Give that of the repository whose folder for all its work trees is `common`.

        Raises:
            StateError: it would be inside the repository.
        """
        base = home()
        here = os.path.realpath(base)
        for top in map(os.path.realpath, (common, *trees)):
            if here == top or here.startswith(top.rstrip(os.sep) + os.sep):
                raise StateError(f"{base} is inside the repository: {_HINT}")
        name = hashlib.sha256(os.fsencode(common)).hexdigest()[:16]
        return cls(base / "leakguard" / "respond" / name)

    def folder_of(self, key: str) -> Path:
        """Give the folder of a key, by its id."""
        return self.folder / key

    def keep(self, kept: Kept, files: Mapping[str, bytes]) -> Path:
        """Write what is known of a key, and files for it; give its folder.

        Raises:
            StateError: a folder is a link, or not this user's alone; a file cannot be written.
        """
        folder = self.folder_of(kept.ids[0])
        known = {
            "version": _VERSION,
            "ids": kept.ids,
            "kind": kept.kind,
            "values": [_as_text(it.encode("utf-8", "surrogateescape")) for it in kept.values],
            "written": [_as_text(it) for it in kept.written],
        }
        try:
            self._make(folder)
            for left in _files(folder):  # of a run before, or of one that was killed
                if left.name not in files:
                    left.unlink()
            for name, content in (*files.items(), (_KEY, json.dumps(known).encode())):
                atomic.put(str(folder / name), content, 0o600)
        except OSError as error:
            raise StateError(f"{folder} cannot be written: {error.strerror}; {_HINT}") from None
        return folder

    def find(self, key: str) -> Kept | None:
        """Give what is kept of a key, by any of its ids; None if nothing is.

        Raises:
            StateError: a folder is a link, or not this user's alone.
        """
        if not os.path.lexists(self.folder):
            return None
        for folder in (self.folder.parent, self.folder):
            _check(folder)
        # Its own first: it may be a half of others, too.
        for found in sorted(self.folder.iterdir(), key=lambda it: (it.name != key, it)):
            kept = _read(found)
            if kept is not None and key in kept.ids:
                return kept
        return None

    def remove(self, kept: Kept) -> None:
        """Delete what is kept of a key; a folder that somebody else put there stays.

        Raises:
            StateError: it cannot be deleted.
        """
        folder = self.folder_of(kept.ids[0])
        try:
            _check(folder)
            # The last one is what a second try begins with.
            for it in sorted(_files(folder), key=lambda it: it.name == _KEY):
                it.unlink()
        except OSError as error:
            raise StateError(f"{folder} cannot be deleted: {error.strerror}") from None
        with suppress(OSError):  # what is kept of other keys
            for it in (folder, self.folder, self.folder.parent):
                it.rmdir()

    def backups(self, kept: Kept) -> list[str]:
        """Give the backups that were put beside what is kept of a key."""
        found = self.folder_of(kept.ids[0]).glob("backup*.git")
        return sorted(str(it) for it in found)

    def _make(self, folder: Path) -> None:
        home().mkdir(mode=_ONLY_MINE, parents=True, exist_ok=True)
        for it in (self.folder.parent.parent, self.folder.parent, self.folder, folder):
            if not os.path.lexists(it):
                it.mkdir(mode=_ONLY_MINE)
            _check(it)


def _files(folder: Path) -> list[Path]:
    return [it for it in folder.iterdir() if it.is_symlink() or not it.is_dir()]


def _check(folder: Path) -> None:
    """Refuse what is no folder of this user's alone."""
    status = os.lstat(folder)
    if not stat.S_ISDIR(status.st_mode):
        raise StateError(f"{folder} is no folder, or a link to one: remove it, or {_HINT}")
    if hasattr(os, "geteuid"):
        if status.st_uid != os.geteuid():
            raise StateError(f"{folder} is somebody else's: {_HINT}")
        if status.st_mode & 0o077:
            raise StateError(f"others can look into {folder}: `chmod 700` it, or {_HINT}")


def _read(folder: Path) -> Kept | None:
    try:
        _check(folder)
        handle = os.open(folder / _KEY, READING)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StateError(f"{folder} cannot be read: {error.strerror}") from None
    with open(handle, "rb") as file:
        try:
            known = json.loads(file.read())
            if known["version"] != _VERSION:
                raise StateError(f"{folder} is of another version of leakguard: delete it")
            return Kept(
                tuple(map(str, known["ids"])),
                str(known["kind"]),
                tuple(_as_bytes(it).decode("utf-8", "surrogateescape") for it in known["values"]),
                tuple(_as_bytes(it) for it in known["written"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            raise StateError(f"{folder} is damaged: delete it, and begin again") from None


def _as_text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _as_bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)

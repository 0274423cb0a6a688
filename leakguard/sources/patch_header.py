"""What stands in a patch before the hunks of a file: what it is called, and what becomes of it."""

import re
from dataclasses import dataclass, replace

_NOWHERE = b"/dev/null"
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.){0,20000})"')
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)")
_LETTERS = {
    b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r",
}  # fmt: skip
_PREFIX = re.compile(rb"[a-z]/")
"""What git puts before a path: `a/`, `b/`, or with diff.mnemonicPrefix `i/`, `w/`, `c/`, `o/`."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of a file."""

    git_names: tuple[bytes, bytes] | None = None
    """What it is called in the first line that git writes, before and after."""
    old: bytes | None = None
    new: bytes | None = None
    renamed: bytes | None = None
    """Its new name without a prefix, if it is another."""
    is_merged: bool = False
    """Whether it is compared with several parents."""
    is_added: bool = False
    is_deleted: bool = False
    is_binary: bool = False

    def named(self, old: bytes, new: bytes) -> "Header":
        """Give it with the names behind `---` and `+++`."""
        return replace(self, old=_name(old), new=_name(new))

    def told(self, line: bytes) -> "Header":
        """Give it with what another line says."""
        if line.startswith((b"rename to ", b"copy to ")):
            return replace(self, renamed=_name(line.partition(b" to ")[2]))
        if line.startswith(b"new file mode "):
            return replace(self, is_added=True)
        if line.startswith(b"deleted file mode "):
            return replace(self, is_deleted=True)
        if line.startswith((b"Binary files ", b"GIT binary patch")):
            return replace(self, is_binary=True)
        return self

    @property
    def is_gone(self) -> bool:
        """Whether the file is not there afterwards."""
        return self.is_deleted or self.new == _NOWHERE

    @property
    def is_new(self) -> bool:
        """Whether the file was not there before: in none of several parents, nobody says."""
        return not self.is_merged and (self.is_added or self.old == _NOWHERE)

    @property
    def path(self) -> bytes:
        """What it is called afterwards, without a prefix; nothing if that is not told."""
        if self.renamed is not None:
            return self.renamed
        old, new = self.old, self.new
        if self.git_names is not None and (new is None or old == _NOWHERE or self.is_merged):
            old, new = self.git_names
        return _without_prefix(old, new) if new is not None else b""


def begun(line: bytes) -> Header | None:
    """Give the header that begins with a line, or None if none does."""
    for start in (b"diff --cc ", b"diff --combined "):
        if line.startswith(start):
            path = _name(line.removeprefix(start))
            return Header((path, path), is_merged=True)
    if not line.startswith(b"diff --git "):
        return None
    return Header(_both(line.removeprefix(b"diff --git ")))


def _both(names: bytes) -> tuple[bytes, bytes] | None:
    """Give the two names of git's line; None if they differ, so that nothing tells them apart."""
    if first := _QUOTED.match(names):
        return _name(names), _name(names[first.end() + 1 :])
    if names.endswith(b'"') and (at := names.find(b' "')) > 0:
        return names[:at], _name(names[at + 1 :])
    middle = len(names) // 2
    old, new = names[:middle], names[middle + 1 :]
    is_same = _PREFIX.sub(b"", old, count=1) == _PREFIX.sub(b"", new, count=1)
    return (old, new) if is_same and names[middle : middle + 1] == b" " else None


def _name(written: bytes) -> bytes:
    """Give a name without its quotes, or without the date behind it."""
    if found := _QUOTED.match(written):
        return _ESCAPED.sub(_unescaped, found[1])
    return written.partition(b"\t")[0]


def _unescaped(found: "re.Match[bytes]") -> bytes:
    what = found[1]
    return bytes([int(what, 8) & 0xFF]) if len(what) == 3 else _LETTERS.get(what, what)


def _without_prefix(old: bytes | None, new: bytes) -> bytes:
    """Give the new name without what git puts before both; the same before both is a folder."""
    if old in (None, _NOWHERE):
        return new.removeprefix(b"b/")
    is_prefixed = old != new and _PREFIX.match(old) and _PREFIX.match(new)
    return new[2:] if is_prefixed else new

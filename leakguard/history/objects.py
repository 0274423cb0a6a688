"""Which objects a repository has: blobs with their paths, commits and tags, in the order in which
they are packed, so that reading them in that order is quick."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from threading import Thread
from typing import TypeAlias

from leakguard import git
from leakguard.history.reader import BLOB, COMMIT, TAG

EVERYTHING = ("--all", "--reflog")
"""Options of git-rev-list for all refs, with HEAD, the stashes, and the reflogs of them all."""

_CHECK = ("cat-file", "--batch-all-objects", "--unordered", "--buffer",
          "--batch-check=%(objectname) %(objecttype) %(objectsize)")  # fmt: skip
_KINDS = (BLOB, COMMIT, TAG)
_BROKEN = "missing"
"""What git gives as the kind of an object that is stored and cannot be read; it gives no size."""
_NONE = ("", "?")
"""How a line begins that names no object that is there: it is empty, or names a missing one."""

_Stored: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Object:
    """An object that is to be looked at."""

    id: str
    kind: str
    size: int
    """Bytes."""
    path: str
    """Where git first came upon a blob, from the work tree's root; nothing for all others, and for
    a blob that no tree has."""


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a repository has. It takes about 300 bytes an object."""

    objects: tuple[Object, ...]
    missing: tuple[str, ...] = ()
    """Ids of what should be there and is not."""
    failure: str = ""
    """Why git could not tell what leads where, if it could not."""


def inventory(folder: str, *, unreachable: bool = False) -> Inventory:
    """Give the blobs, commits and tags that a ref or a reflog leads to; `unreachable` adds those
    that none does. Where a tree is missing or broken, they count as well: what it leads to is not
    known.

    Raises:
        GitError: git refuses it.
    """
    stored, (paths, missing, failure) = _both(folder)
    sound = {name for name, kind, _ in stored if kind != _BROKEN}
    if unreachable:
        missing.update(name for name, kind, _ in stored if kind == _BROKEN)
    present = [(name, kind, int(size)) for name, kind, size in stored if kind in _KINDS]
    missing |= paths.keys() - sound
    is_whole = not (missing or failure)  # a tree may be among them
    if unreachable or not is_whole:
        paths = {**_lost(folder, present, paths), **paths}
    objects = tuple(
        Object(name, kind, size, paths.get(name, "") if kind == BLOB else "")
        for name, kind, size in present
        if name in paths or unreachable or not is_whole
    )
    return Inventory(objects, tuple(sorted(missing)), failure)


def every(folder: str) -> Iterator[Object]:
    """Give every object that is stored, trees included, whatever leads to it, without its path; a
    broken one has no kind.

    Raises:
        GitError: git refuses it.
    """
    for name, kind, size in _stored(folder):
        is_broken = kind == _BROKEN
        yield Object(name, "" if is_broken else kind, 0 if is_broken else int(size), "")


def blobs_of(folder: str, revisions: Iterable[str]) -> tuple[Object, ...]:
    """Give the blobs that revisions, and options of git-rev-list, lead to.

    Raises:
        GitError: something of it is missing.
    """
    listing = ("rev-list", "--objects", "--filter=object:type=blob", "--filter-provided-objects")
    told = git.run(folder, *listing, *revisions, "--", own_repository=True)
    found = (line.partition(b" ") for line in told.splitlines())
    return tuple(
        Object(name.decode("ascii"), BLOB, 0, os.fsdecode(path)) for name, _, path in found
    )


def _both(folder: str) -> tuple[list[_Stored], tuple[dict[str, str], set[str], str]]:
    """Give what is stored, and what everything leads to, for which git is asked at once.

    Raises:
        GitError: git refuses it.
    """
    stored: list[_Stored] = []
    errors: list[Exception] = []

    def look() -> None:
        try:
            stored.extend(_stored(folder))
        except Exception as error:  # noqa: BLE001 - raised below, where it can be seen
            errors.append(error)

    beside = Thread(target=look)
    beside.start()
    try:
        reached = _reached(folder, EVERYTHING)
    finally:
        beside.join()
    if errors:
        raise errors[0]
    return stored, reached


def _stored(folder: str) -> Iterator[_Stored]:
    """Give id, kind and size of every object. There is a line for each: none is taken by itself."""
    told = git.run(folder, *_CHECK, own_repository=True).decode("ascii")
    words = told.replace(f" {_BROKEN}\n", f" {_BROKEN} 0\n").split()
    return zip(words[::3], words[1::3], words[2::3], strict=True)


def _reached(
    folder: str, revisions: Iterable[str], stdin: bytes | None = None
) -> tuple[dict[str, str], set[str], str]:
    """Give the objects that revisions lead to with their paths, what is missing of them, and why
    git gave up, if it did."""
    listing = ("rev-list", "--objects", "--missing=print", *revisions)
    told, failure = git.tried(folder, *listing, stdin=stdin)
    lines = os.fsdecode(told).split("\n")
    paths = {name: path for name, _, path in (it.partition(" ") for it in lines)}
    missing = {it for it in paths if it[:1] in _NONE}
    for it in missing:
        del paths[it]
    return paths, {it[1:] for it in missing if it}, failure


def _lost(
    folder: str, present: Iterable[tuple[str, str, int]], known: Collection[str]
) -> dict[str, str]:
    """Give the paths that unreachable commits know of their blobs."""
    lost = [name for name, kind, _ in present if kind == COMMIT and name not in known]
    asked = "".join(f"{it}\n" for it in lost).encode()
    return _reached(folder, ("--stdin",), asked)[0] if lost else {}

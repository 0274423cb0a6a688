"""Which objects a repository has: blobs with their paths, commits and tags, in the order in which
they are packed, so that reading them in that order is quick."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from leakguard import git
from leakguard.history.reader import BLOB, COMMIT, TAG

EVERYTHING = ("--all", "--reflog")
"""Options of git-rev-list for all refs, with HEAD, the stashes, and the reflogs of them all."""

_CHECK = ("cat-file", "--batch-all-objects", "--unordered", "--buffer",
          "--batch-check=%(objectname) %(objecttype) %(objectsize)")  # fmt: skip
_KINDS = (BLOB, COMMIT, TAG)


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
    paths, missing, failure = _reached(folder, EVERYTHING)
    stored = list(every(folder))
    sound = {it.id for it in stored if it.kind}
    if unreachable:
        missing.update(it.id for it in stored if not it.kind)
    present = [(it.id, it.kind, it.size) for it in stored if it.kind in _KINDS]
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
    for line in git.run(folder, *_CHECK, own_repository=True).decode("ascii").splitlines():
        name, kind, *size = line.split(" ")
        yield Object(name, kind if size else "", int(size[0]) if size else 0, "")


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


def _reached(
    folder: str, revisions: Iterable[str], stdin: bytes | None = None
) -> tuple[dict[str, str], set[str], str]:
    """Give the objects that revisions lead to with their paths, what is missing of them, and why
    git gave up, if it did."""
    listing = ("rev-list", "--objects", "--missing=print", *revisions)
    told, failure = git.tried(folder, *listing, stdin=stdin)
    paths: dict[str, str] = {}
    missing: set[str] = set()
    for line in told.split(b"\n"):
        name, _, path = line.partition(b" ")
        if name.startswith(b"?"):
            missing.add(name[1:].decode("ascii"))
        elif name:
            paths[name.decode("ascii")] = os.fsdecode(path)
    return paths, missing, failure


def _lost(
    folder: str, present: Iterable[tuple[str, str, int]], known: Collection[str]
) -> dict[str, str]:
    """Give the paths that unreachable commits know of their blobs."""
    lost = [name for name, kind, _ in present if kind == COMMIT and name not in known]
    asked = "".join(f"{it}\n" for it in lost).encode()
    return _reached(folder, ("--stdin",), asked)[0] if lost else {}

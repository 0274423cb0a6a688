"""What of a history holds a value: at which paths, in which commits, below which refs."""

import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from leakguard import git
from leakguard.history.changes import changes
from leakguard.history.objects import EVERYTHING
from leakguard.history.refs import refs_with
from leakguard.respond.search import Kind, Place, Searched


@dataclass(frozen=True, slots=True)
class Blob:
    """A content that holds the value."""

    place: Place
    paths: tuple[str, ...]
    """Where commits had it; none for one that no commit leads to."""


@dataclass(frozen=True, slots=True)
class Affected:
    """What of a history holds a value, and what has to change for that."""

    blobs: tuple[Blob, ...]
    commits: frozenset[str]
    """Those that say it, or that brought it in, in a content or in the name of a file."""
    refs: tuple[str, ...]
    """The full names of those that will lead to other commits than now."""
    passed_over: tuple[str, ...]
    """The full names of refs that lead to no commit, which git-filter-repo leaves as they are."""
    staged: tuple[str, ...]
    """The paths at which the index has it, and no commit does."""
    is_reachable: bool
    """Whether a ref or a reflog leads to any of it; else it only waits to be collected."""

    @property
    def opaque(self) -> tuple[Blob, ...]:
        """The contents in which nothing can be replaced."""
        return tuple(it for it in self.blobs if it.place.hit.is_opaque and it.paths)


def affected(folder: str, searched: Searched) -> Affected:
    """Look up what a search has found in the history of the repository.

    Raises:
        GitError: git refuses it.
    """
    reached = searched.reached
    found = {it.name: it for it in searched.of(Kind.BLOB)}
    named = [raw for it in searched.of(Kind.TREE) for raw in it.hit.written]
    paths: dict[str, set[str]] = {
        blob: {reached[blob]} if reached.get(blob) else set() for blob in found
    }
    brought: set[str] = set()
    for it in changes(folder, _commits(folder)) if found or named else ():
        is_named = any(raw in os.fsencode(it.path) for raw in named)
        if it.new in found:
            paths[it.new].add(it.path)
        if is_named or it.new in found:
            brought.add(it.commit)
    saying = {it.name for it in searched.of(Kind.COMMIT) if it.name in reached}
    tags = {it.name for it in searched.of(Kind.TAG) if it.name in reached}
    commits = brought | saying
    refs: tuple[str, ...] = ()
    if commits or tags or any(it in reached for it in found):
        refs = _changed(folder, commits | (searched.signed & reached.keys()), tags | found.keys())
    return Affected(
        tuple(Blob(place, tuple(sorted(paths[blob]))) for blob, place in found.items()),
        frozenset(commits),
        refs,
        _passed_over(folder, found),
        tuple(_staged(folder, found.keys() - reached.keys())),
        bool(commits or tags or named or any(it in reached for it in found)),
    )


def _changed(folder: str, commits: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Give the refs that lead to some commits, or that name one of some other objects."""
    refs = {ref for found in refs_with(folder, set(commits)).values() for ref in found}
    wanted = set(others)
    form = "--format=%(objectname) %(refname)"
    for line in git.run(folder, "for-each-ref", form, own_repository=True).splitlines():
        name, _, ref = line.partition(b" ")
        if name.decode("ascii") in wanted:
            refs.add(os.fsdecode(ref))
    return tuple(sorted(refs))


def _passed_over(folder: str, blobs: Container[str]) -> tuple[str, ...]:
    """Give the refs that name one of some blobs, or a tree that holds one."""
    form = "--format=%(objectname)%00%(objecttype)%00%(*objecttype)%00%(refname)"
    found = []
    for line in git.run(folder, "for-each-ref", form, own_repository=True).splitlines():
        name, kind, peeled, ref = line.split(b"\0")
        if kind == b"blob" and name.decode("ascii") in blobs:
            found.append(os.fsdecode(ref))
        elif b"tree" in (kind, peeled):
            told = git.run(folder, "ls-tree", "-r", "-z", name.decode("ascii"), own_repository=True)
            ids = (it.partition(b"\t")[0].split()[2] for it in told.split(b"\0") if it)
            if any(it.decode("ascii") in blobs for it in ids):
                found.append(os.fsdecode(ref))
    return tuple(found)


def _staged(folder: str, blobs: Container[str]) -> Iterator[str]:
    """Give the paths at which the index has one of some blobs, from the work tree's root."""
    told, _ = git.tried(folder, "ls-files", "--stage", "-z", "--full-name", "--", ":/")
    for entry in told.split(b"\0"):
        head, _, path = entry.partition(b"\t")
        if path and head.split()[1].decode("ascii") in blobs:
            yield os.fsdecode(path)


def _commits(folder: str) -> list[str]:
    order = ("rev-list", "--topo-order", "--reverse", *EVERYTHING)
    return git.run(folder, *order, own_repository=True).decode("ascii").split()

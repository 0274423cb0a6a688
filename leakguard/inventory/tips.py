"""What refs, HEAD and the stashes have at this time."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from leakguard import git
from leakguard.errors import GitError
from leakguard.history.changes import Blob
from leakguard.history.refs import tips
from leakguard.history.tree import blobs_at
from leakguard.inventory.keys import HEAD

_STASH = "refs/stash"


@dataclass(frozen=True, slots=True)
class Tip:
    """A commit that something names."""

    name: str
    """`HEAD`, the full name of a ref, or `stash@{0}`."""
    commit: str


def named(folder: str) -> list[Tip]:
    """Give what names a commit: HEAD, then the refs, then each stash with what it has staged and
    untracked.

    Raises:
        GitError: git refuses it.
    """
    head, failure = git.tried(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    first = [] if failure else [Tip(HEAD, head.decode("ascii").strip())]
    refs = [Tip(name, commit) for commit, name in tips(folder) if name != _STASH]
    return [*first, *refs, *_stashes(folder)]


def _stashes(folder: str) -> Iterator[Tip]:
    told, failure = git.tried(folder, "rev-list", "--walk-reflogs", "--parents", _STASH, "--")
    for number, line in enumerate(told.decode("ascii").splitlines() if not failure else ()):
        stash, _, *others = line.split(" ")  # its first parent is what HEAD was
        for commit in (stash, *others):
            yield Tip(f"stash@{{{number}}}", commit)


def tags(folder: str) -> Mapping[str, tuple[str, ...]]:
    """Give the full names of the refs that name each tag object.

    Raises:
        GitError: git refuses it.
    """
    form = "--format=%(objectname) %(refname)"
    found: dict[str, tuple[str, ...]] = {}
    told = git.run(folder, "for-each-ref", form, "refs/tags", own_repository=True)
    for line in os.fsdecode(told).splitlines():
        name, _, ref = line.partition(" ")
        found[name] = (*found.get(name, ()), ref)
    return found


def held_by(
    folder: str, found: Iterable[Tip], blobs: Iterable[Blob]
) -> Mapping[Blob, tuple[str, ...]]:
    """Give, of some blobs at their paths, the names of the tips that have them.

    Raises:
        GitError: git refuses it.
    """
    wanted = set(blobs)
    paths = {path for path, _ in wanted}
    by_commit: dict[str, set[Blob]] = {}
    names: dict[Blob, list[str]] = {it: [] for it in wanted}
    for tip in found:
        if tip.commit not in by_commit:
            try:
                there = set(blobs_at(folder, tip.commit, paths).items())
            except GitError:  # a ref may name a blob, or what is broken
                there = set()
            by_commit[tip.commit] = there & wanted
        for blob in by_commit[tip.commit]:
            if tip.name not in names[blob]:
                names[blob].append(tip.name)
    return {blob: tuple(them) for blob, them in names.items()}

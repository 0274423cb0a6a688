"""What refs, HEAD and the stashes have at this time."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
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
    names: dict[Blob, dict[str, None]] = {it: {} for it in blobs}
    found = list(found)
    there = _held(folder, {it.commit for it in found}, names)
    for tip in found:
        for blob in there.get(tip.commit, ()):
            names[blob][tip.name] = None
    return {blob: tuple(them) for blob, them in names.items()}


def _held(folder: str, commits: Iterable[str], blobs: Collection[Blob]) -> dict[str, set[Blob]]:
    """Give, of some blobs at their paths, those that each of some commits has; one git is asked
    about all of them, for there may be thousands of tags."""
    paths = sorted({path for path, _ in blobs})
    plain = [path for path in paths if "\n" not in path]
    asked = [(commit, path) for commit in sorted(commits) for path in plain]
    lines = b"".join(os.fsencode(f"{commit}:{path}\n") for commit, path in asked)
    check = ("cat-file", "--batch-check=%(objectname)")
    told = git.run(folder, *check, stdin=lines, own_repository=True).split(b"\n")
    held: dict[str, set[Blob]] = {it: set() for it in commits}
    for (commit, path), answer in zip(asked, told, strict=False):
        held[commit].add((path, answer.decode("ascii", "replace")))
    if len(plain) < len(paths):
        for commit, there in held.items():
            there.update(_listed(folder, commit, [it for it in paths if "\n" in it]))
    return {commit: {it for it in there if it in blobs} for commit, there in held.items()}


def _listed(folder: str, commit: str, paths: Iterable[str]) -> Iterable[Blob]:
    try:
        return blobs_at(folder, commit, paths).items()
    except GitError:  # a ref may name a blob, or what is broken
        return ()

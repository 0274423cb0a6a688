"""Which refs lead to a commit."""

import os
from collections.abc import Collection, Iterator, Mapping

from leakguard import git
from leakguard.history.objects import EVERYTHING


def refs_with(folder: str, commits: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Give, for each of some commits, the full names of the refs whose history has it; none for one
    that only a reflog leads to.

    Raises:
        GitError: git refuses it.
    """
    wanted = sorted(set(commits))
    bits = {commit: 1 << number for number, commit in enumerate(wanted)}
    held: dict[str, int] = {}
    for commit, *parents in _parents(folder) if wanted else ():
        mask = bits.get(commit, 0)
        for parent in parents:
            mask |= held.get(parent, 0)
        held[commit] = mask
    found: dict[str, list[str]] = {commit: [] for commit in wanted}
    for tip, name in tips(folder) if wanted else ():
        mask = held.get(tip, 0)
        for commit, bit in bits.items() if mask else ():
            if mask & bit:
                found[commit].append(name)
    return {commit: tuple(names) for commit, names in found.items()}


def _parents(folder: str) -> Iterator[list[str]]:
    """Give each commit with its parents, behind these."""
    listing = ("rev-list", "--topo-order", "--reverse", "--parents", *EVERYTHING)
    for line in git.run(folder, *listing, own_repository=True).decode("ascii").splitlines():
        yield line.split(" ")


def named(folder: str) -> Mapping[str, list[str]]:
    """Give the full names of the refs that name an object itself, such as an annotated tag, sorted.

    Raises:
        GitError: git refuses it.
    """
    form = "--format=%(objectname) %(refname)"
    found: dict[str, list[str]] = {}
    for line in git.run(folder, "for-each-ref", form, own_repository=True).splitlines():
        name, _, ref = line.partition(b" ")
        found.setdefault(name.decode("ascii"), []).append(os.fsdecode(ref))
    return found


def tips(folder: str) -> Iterator[tuple[str, str]]:
    """Give the commit that each ref names, and the ref, sorted.

    Raises:
        GitError: git refuses it.
    """
    form = "--format=%(objectname) %(refname)"
    told = git.run(folder, "for-each-ref", form, own_repository=True).splitlines()
    named = [line.partition(b" ") for line in told]
    asked = b"".join(tip + b"^{}\n" for tip, _, _ in named)  # a tag may name another tag
    check = ("cat-file", "--batch-check=%(objectname)")
    peeled = git.run(folder, *check, stdin=asked, own_repository=True).splitlines()
    for tip, (_, _, name) in zip(peeled, named, strict=True):
        yield tip.decode("ascii", "replace"), os.fsdecode(name)

"""What the tree of a commit has at a path."""

import os
from collections.abc import Iterable, Iterator

from leakguard import git
from leakguard.history.changes import FILES

_AT_ONCE = 500
"""How many paths fit into a command line, however long they are."""


def blobs_at(folder: str, commit: str, paths: Iterable[str]) -> dict[str, str]:
    """Give the ids of the files that a commit has at some paths, from the work tree's root.

    Raises:
        GitError: git refuses it.
    """
    wanted = sorted(set(paths))
    return {
        path: blob
        for start in range(0, len(wanted), _AT_ONCE)
        for path, blob in _listed(folder, commit, wanted[start : start + _AT_ONCE])
    }


def blobs_below(folder: str, commit: str, path: str) -> dict[str, str]:
    """Give the ids of the files that a commit has below a folder, by their paths.

    Raises:
        GitError: git refuses it.
    """
    listed = git.run(
        folder, "--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit, "--", path,
        own_repository=True,
    )  # fmt: skip
    found = (line.partition(b"\t") for line in listed.split(b"\0"))
    return {
        os.fsdecode(name): head.split()[2].decode("ascii")
        for head, _, name in found
        if head.split(b" ")[0] in FILES
    }


def _listed(folder: str, commit: str, paths: list[str]) -> Iterator[tuple[str, str]]:
    listed = git.run(
        folder, "--literal-pathspecs", "ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths,
        own_repository=True,
    )  # fmt: skip
    for line in listed.split(b"\0"):
        head, _, name = line.partition(b"\t")
        words = head.split()
        path = os.fsdecode(name)
        if len(words) == 3 and words[0] in FILES and path in paths:
            yield path, words[2].decode("ascii")

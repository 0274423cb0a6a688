"""What the tree of a commit has at a path."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from leakguard import git
from leakguard.errors import GitError
from leakguard.history.changes import FILES

_MOST = 100_000
"""Bytes of paths that fit into a command line; for more of them, all of a tree is listed."""


def blobs_at(folder: str, commit: str, paths: Iterable[str]) -> dict[str, str]:
    """Give the ids of the files that a commit has at some paths, from the work tree's root.

    Raises:
        GitError: git refuses it.
    """
    wanted = set(paths)
    if not wanted:
        return {}
    is_short = sum(len(os.fsencode(it)) + 1 for it in wanted) <= _MOST
    listed = _listed(folder, commit, sorted(wanted) if is_short else [])
    return {path: blob for path, blob in listed if path in wanted}


@dataclass
class Tree:
    """The files of a commit, asked about one by one: all are listed once, since each git takes as
    long as some thousands of names."""

    folder: str
    commit: str

    def blob_at(self, path: str) -> str | None:
        """Give the id of the file at a path from the work tree's root, or None.

        Raises:
            GitError: git refuses it.
        """
        known = self._blobs
        return (blobs_at(self.folder, self.commit, [path]) if known is None else known).get(path)

    @cached_property
    def _blobs(self) -> dict[str, str] | None:
        """None if a part of the tree is missing, on the way to which another path may not lead."""
        try:
            return dict(_listed(self.folder, self.commit, []))
        except GitError:
            return None


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
        if len(words) == 3 and words[0] in FILES:
            yield os.fsdecode(name), words[2].decode("ascii")

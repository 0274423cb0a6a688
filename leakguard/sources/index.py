"""What is staged: the blobs of git's index that differ from HEAD, never the working tree."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leakguard import git
from leakguard.document import Document
from leakguard.errors import GitError
from leakguard.report import Problem
from leakguard.sources import Item, Listing, Read
from leakguard.sources.blobs import read_items, with_sizes
from leakguard.sources.ignore import NO_PATTERNS, Patterns

if TYPE_CHECKING:
    from leakguard.history.changes import Blob

_FILES = (b"100644", b"100755")
"""Modes of what has a content of its own; links and submodules have not."""


@dataclass(frozen=True, slots=True)
class IndexSource:
    """The staged blobs of the repository that holds `folder`."""

    folder: str
    exclude: Patterns = NO_PATTERNS
    max_size: int = 64 << 20
    """Bytes."""

    def list(self) -> Listing:
        """Give each blob that the next commit adds or changes.

        Raises:
            GitError: this is no repository, or git refuses it.
        """
        items, notices = [], []
        for change in changes(self.folder):
            if self.exclude.matches(change.path):
                continue
            if change.is_unmerged:
                message = "left out: it is unmerged, so that nothing is staged; `git add` it first"
                notices.append(Problem(change.path, message))
            elif change.has_new_content:
                items.append(
                    Item(change.path, change.path, change.blob, 0, in_git=True, stamp=change.blob)
                )
        items.sort(key=lambda item: item.path)
        return Listing(with_sizes(self.folder, items), notices=tuple(sorted(notices)))

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Read the blobs.

        Raises:
            GitError: git cannot be started.
        """
        return read_items(self.folder, items, self.max_size, lambda _: "index", "staged content")

    def find(self, path: str, _asking: Document | None = None, /) -> Document | None:
        """Give the text of the index at `path`."""
        try:
            listed = git.run(
                self.folder, "--literal-pathspecs", "ls-files", "-s", "-z", "--", path,
                own_repository=True,
            )  # fmt: skip
            head = listed.partition(b"\t")[0].split()
            if len(head) != 3 or head[0] not in _FILES:
                return None
            item = Item(path, path, head[1].decode("ascii"), 0, in_git=True)
            found = next(iter(self.read([item])), None)
        except GitError:
            return None
        return found if isinstance(found, Document) else None


@dataclass(frozen=True, slots=True)
class Change:
    """How one path of the index differs from HEAD."""

    path: str
    """From the work tree's root."""
    old_mode: bytes
    mode: bytes
    old_blob: str
    blob: str
    status: str
    """The letter of `git diff-index --raw`."""

    @property
    def is_unmerged(self) -> bool:
        """Whether a merge left several versions, none of which would be committed."""
        return self.status == "U"

    @property
    def has_new_content(self) -> bool:
        """Whether there is a file's content that HEAD does not have at this path."""
        same = self.old_mode in _FILES and self.old_blob == self.blob
        return self.status != "D" and self.mode in _FILES and not same


def has_staged(folder: str) -> bool:
    """Tell whether the index differs from HEAD at all, deletions included.

    Raises:
        GitError: this is no repository, or git refuses it.
    """
    return bool(_raw_diff(folder))


def replaced(folder: str) -> "dict[str, tuple[Blob, ...]]":
    """Give what HEAD has where each staged path is, or was renamed from.

    Raises:
        GitError: this is no repository, or git refuses it.
    """
    from leakguard.history.changes import parsed  # where something is found

    return {it.path: it.old for it in parsed(_raw_diff(folder, "-M"), "")}


def changes(folder: str) -> Iterator[Change]:
    """Give what differs between HEAD, or nothing before the first commit, and the index.

    Raises:
        GitError: this is no repository, or git refuses it.
    """
    fields = iter(_raw_diff(folder).split(b"\0"))
    for head in fields:
        if head.startswith(b":"):
            old_mode, mode, old, new, status = head[1:].split(b" ")
            yield Change(
                os.fsdecode(next(fields, b"")), old_mode, mode, old.decode(), new.decode(),
                status[:1].decode(),
            )  # fmt: skip


def _raw_diff(folder: str, renames: str = "--no-renames") -> bytes:
    compare = (
        "diff-index", "--cached", "--raw", "-z", "--no-abbrev", renames,
        "--ita-invisible-in-index", "--ignore-submodules=none",
    )  # fmt: skip
    try:
        return git.run(folder, *compare, "HEAD", "--", own_repository=True)
    except GitError:
        if _has_head(folder):
            raise
    # Before the first commit there is no HEAD to compare with, but an empty tree.
    empty = git.run(folder, "hash-object", "-t", "tree", "--stdin", stdin=b"", own_repository=True)
    return git.run(folder, *compare, empty.decode().strip(), "--", own_repository=True)


def _has_head(folder: str) -> bool:
    """Whether HEAD names a commit, be it a broken one."""
    try:
        git.run(folder, "rev-parse", "--verify", "--quiet", "HEAD", own_repository=True)
    except GitError:
        return False
    return True

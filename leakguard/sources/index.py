"""What is staged: the blobs of git's index that differ from HEAD, never the working tree."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from leakguard import git
from leakguard.document import Document
from leakguard.errors import GitError
from leakguard.finding import Problem
from leakguard.sources import Failed, Item, Listing, Read
from leakguard.sources.blobs import Content, read_blobs
from leakguard.sources.files import as_document, too_large
from leakguard.sources.ignore import NO_PATTERNS, Patterns

_FILES = (b"100644", b"100755")
"""Modes of what has a content of its own; links and submodules have not."""

_MANY = 100
"""From this many blobs on, knowing their sizes is worth a process that tells them."""


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
                items.append(Item(change.path, change.path, change.blob, 0, in_git=True))
        items.sort(key=lambda item: item.path)
        if len(items) >= _MANY:
            items = _with_sizes(self.folder, items)
        return Listing(tuple(items), notices=tuple(sorted(notices)))

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Read the blobs.

        Raises:
            GitError: git cannot be started.
        """
        items = tuple(items)
        blobs = [item.handle for item in items]
        contents = read_blobs(self.folder, blobs, self.max_size)
        for item, content in zip(items, contents, strict=True):
            yield self._read(item, content)

    def find(self, path: str) -> Document | None:
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

    def _read(self, item: Item, content: Content) -> Read:
        if content is None:
            message = "its staged content is missing or broken: run `git fsck`"
            return Failed(Problem(item.path, message))
        if isinstance(content, int):
            return too_large(item.path, content, self.max_size)
        return as_document(item, content, "index")


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


def _raw_diff(folder: str) -> bytes:
    compare = (
        "diff-index", "--cached", "--raw", "-z", "--no-renames",
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


def _with_sizes(folder: str, items: list[Item]) -> list[Item]:
    asked = "".join(f"{item.handle}\n" for item in items).encode()
    check = ("cat-file", "--batch-check=%(objectsize)")
    sizes = git.run(folder, *check, stdin=asked, own_repository=True).split(b"\n")
    return [
        replace(item, size=int(size)) if size.isdigit() else item
        for item, size in zip(items, sizes, strict=False)
    ]

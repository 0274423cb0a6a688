"""What is staged: the blobs of git's index that differ from HEAD, never the working tree."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from leakguard import git
from leakguard.errors import GitError, SourceError
from leakguard.finding import Problem
from leakguard.sources import Failed, Item, Listing, Read
from leakguard.sources.files import as_document, too_large
from leakguard.sources.ignore import NO_PATTERNS, Patterns

_LINK, _SUBMODULE = b"120000", b"160000"


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
        items = []
        for mode, blob, path in staged(self.folder):
            if mode not in (_LINK, _SUBMODULE) and not self.exclude.matches(path):
                items.append(Item(path, path, blob, 0, in_git=True))
        return Listing(tuple(sorted(items, key=lambda item: item.path)))

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Read the blobs through one `git cat-file`."""
        process = subprocess.Popen(
            git.command("cat-file", "--batch"),
            cwd=self.folder,
            env=git.environment(own_repository=True),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        with process:
            if process.stdin is None or process.stdout is None:
                raise SourceError("git cat-file has no pipes")
            for item in items:
                try:
                    process.stdin.write(f"{item.handle}\n".encode())
                    process.stdin.flush()
                except BrokenPipeError:
                    raise GitError("git cat-file ended early: run `git fsck`") from None
                yield self._read(item, process.stdout)
            process.stdin.close()

    def _read(self, item: Item, output: IO[bytes]) -> Read:
        """Read one answer: `<id> <type> <size>`, a line, and the content with a line end."""
        head = output.readline().split()
        if len(head) != 3 or head[1] != b"blob":
            return Failed(Problem(item.path, "its staged content is missing: run `git fsck`"))
        size = int(head[2])
        if size > self.max_size:
            for start in range(0, size + 1, 1 << 20):
                output.read(min(1 << 20, size + 1 - start))
            return too_large(item.path, size, self.max_size)
        raw = output.read(size)
        output.read(1)
        return as_document(item, raw, "index")


def has_staged(folder: str) -> bool:
    """Tell whether the index differs from HEAD at all, deletions included.

    Raises:
        GitError: this is no repository, or git refuses it.
    """
    return bool(_raw_diff(folder))


def staged(folder: str) -> Iterator[tuple[bytes, str, str]]:
    """Give (mode, blob id, path from the work tree's root) of each staged addition or change."""
    fields = iter(_raw_diff(folder).split(b"\0"))
    for head in fields:
        if not head.startswith(b":"):
            continue
        path = next(fields, b"")
        _, mode, _, blob, status = head.split(b" ")
        if not status.startswith((b"D", b"U")) and blob.strip(b"0"):  # zeros: intent to add
            yield mode, blob.decode("ascii"), os.fsdecode(path)


def _raw_diff(folder: str) -> bytes:
    compare = ("diff-index", "--cached", "--raw", "-z", "--no-renames")
    try:
        return git.run(folder, *compare, "HEAD", "--", own_repository=True)
    except GitError:
        # Before the first commit there is no HEAD to compare with, but an empty tree.
        empty = git.run(
            folder, "hash-object", "-t", "tree", "--stdin", stdin=b"", own_repository=True
        )
        if _has_head(folder):
            raise
        return git.run(folder, *compare, empty.decode().strip(), "--", own_repository=True)


def _has_head(folder: str) -> bool:
    try:
        git.run(folder, "rev-parse", "--verify", "--quiet", "HEAD^{commit}", own_repository=True)
    except GitError:
        return False
    return True

"""Reading files of the disk, whatever they turn out to be."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leakguard.document import Document, decode
from leakguard.finding import Problem
from leakguard.sources import Binary, Failed, Item, Read

READING = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
"""How a scanned file is opened: a link is not followed, and a pipe not waited for."""


_HEAD = 64
"""Bytes of a file that is no text by which its kind is told."""


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads items whose handle is a file's path."""

    max_size: int
    """Bytes; a larger file is left out with a notice."""
    origin: str = "tree"

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Read each file; one that was deleted meanwhile gives None."""
        for item in items:
            yield self._read(item)

    def _read(self, item: Item) -> Read:
        try:
            handle = os.open(item.handle, READING)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            return Failed(Problem(item.path, f"cannot be read: {error.strerror}"))
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return None
            if status.st_size > self.max_size:
                return too_large(item.path, status.st_size, self.max_size)
            raw = _all(handle, status.st_size, self.max_size)
        except OSError as error:
            return Failed(Problem(item.path, f"cannot be read: {error.strerror}"))
        finally:
            os.close(handle)
        if raw is None:
            return too_large(item.path, self.max_size + 1, self.max_size)
        return as_document(item, raw, self.origin)


def as_document(item: Item, raw: bytes, origin: str) -> Document | Binary:
    """Give the document of an item's bytes, if they are text."""
    data = decode(raw)
    if data is None and item.path.endswith((".py", ".pyi", ".pyw")):
        data = raw  # a zero byte in it must not hide the rest
    if data is None:
        return Binary(item, raw[:_HEAD], origin)
    return Document(item.path, item.identity, data, origin, item.in_git)


def too_large(path: str, size: int, limit: int) -> Failed:
    """Give the notice about a file over the size limit."""
    over = f"{size:,} bytes are over the limit of {limit:,}"
    message = f"left out: {over}; raise --max-file-size to scan it"
    return Failed(Problem(path, message), is_notice=True)


def _all(handle: int, size: int, limit: int) -> bytes | None:
    """Read to the end, also of a file that has no size (in /proc) or grows; None over `limit`."""
    chunks: list[bytes] = []
    total = 0
    # One more than there should be, so that the second read finds the end.
    while chunk := os.read(handle, max(size + 1 - total, 1 << 16)):
        chunks.append(chunk)
        total += len(chunk)
        if total > limit:
            return None
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)

"""Reading files of the disk, whatever they turn out to be."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from leakguard.archives.kinds import SNIFFED, ZIP_END, Kind, kind_of
from leakguard.document import Document, text_of
from leakguard.report import Problem
from leakguard.sources import Archive, Binary, Failed, Item, Read

READING = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
"""How a scanned file is opened: a link is not followed, and a pipe not waited for."""


_ZIP_END_SIZE = 22
_ZIP_TAIL = _ZIP_END_SIZE + 0xFFFF
"""Bytes of the record at the end of a zip, and with the longest comment that may follow it. No
comment is looked for in a text: that would take longer than to read it."""

HEAD = 64
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
            try:
                handle = os.open(item.handle, READING)
            except (FileNotFoundError, NotADirectoryError):
                yield None
            except OSError as error:
                yield Failed(Problem(item.path, f"cannot be read: {error.strerror}"))
            else:
                try:
                    yield self._read(item, handle)
                finally:
                    os.close(handle)

    def _read(self, item: Item, handle: int) -> Read:
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return None
            if status.st_size > self.max_size:
                return self._large(item, handle, status.st_size)
            raw = _all(handle, status.st_size, self.max_size)
        except OSError as error:
            return Failed(Problem(item.path, f"cannot be read: {error.strerror}"))
        if raw is None:
            return too_large(item.path, self.max_size + 1, self.max_size)
        return as_read(item, raw, self.origin)

    def _large(self, item: Item, handle: int, size: int) -> Read:
        """Give a file over the limit: an archive is read member by member."""
        left_out = too_large(item.path, size, self.max_size)
        kind = kind_of(os.read(handle, SNIFFED))
        if kind is None:
            return left_out
        file = open(handle, "rb", closefd=False)  # noqa: SIM115 - `read` closes it
        return Archive(item, file, kind, left_out, self.origin)


def as_read(item: Item, raw: bytes, origin: str) -> Document | Binary | Archive:
    """Give what an item's bytes are: text, an archive, or neither."""
    plain = as_document(item, raw, origin)
    kind = archive_kind(raw, _ZIP_TAIL if isinstance(plain, Binary) else _ZIP_END_SIZE)
    return plain if kind is None else Archive(item, BytesIO(raw), kind, plain, origin)


def as_document(item: Item, raw: bytes, origin: str) -> Document | Binary:
    """Give the document of an item's bytes, if they are text."""
    data = text_of(item.path, raw)
    if data is None:
        return Binary(item, raw[:HEAD], origin)
    return Document(item.path, item.identity, data, origin, item.in_git, b"", item.member)


def archive_kind(raw: bytes, tail: int = _ZIP_TAIL) -> Kind | None:
    """Give the kind of archive that a content is. Of a zip the end may tell, in so many bytes: a
    program that unpacks it, or anything else, may stand before it."""
    kind = kind_of(raw[:SNIFFED])
    if kind is None and raw.rfind(ZIP_END, -tail) >= 0:
        from leakguard.archives.zip_directory import find  # few have anything like it

        return Kind.ZIP if find(BytesIO(raw)) is not None else None
    return kind


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

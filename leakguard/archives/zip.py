"""The members of a zip, by its directory, or by their own headers where that is missing.

https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
"""

import zlib
from bisect import bisect_left
from collections.abc import Iterator
from typing import IO

from leakguard.archives.codecs import DEFLATE, Codec, codec_of, lzma_of
from leakguard.archives.kinds import Kind
from leakguard.archives.limits import Budget
from leakguard.archives.member import Member
from leakguard.archives.names import inner_path
from leakguard.archives.streams import DAMAGED, Bounded, Stream, Unpacked, Window
from leakguard.archives.zip_directory import (
    LOCAL,
    LOCAL_SIGN,
    Entry,
    at,
    entries,
    find,
    scattered,
)
from leakguard.errors import ArchiveError

_STORED, _DEFLATED, _LZMA = 0, 8, 14
_KINDS = {12: Kind.BZIP2, 93: Kind.ZSTD, 95: Kind.XZ}
"""Other methods of compression; section 4.4.5 of the specification has them all."""


class _Unreadable(Stream):
    """What stands in place of a content that cannot be read."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self._reason = reason

    def _pull(self, _size: int) -> bytes:
        raise ArchiveError(self._reason)


class _Checked(Stream):
    """A content whose checksum is known."""

    def __init__(self, source: Stream, crc: int) -> None:
        super().__init__()
        self._source, self._told, self._crc = source, crc, 0

    def _pull(self, size: int) -> bytes:
        part = self._source.read(size)
        self._crc = zlib.crc32(part, self._crc)
        if not part and self._crc != self._told:
            raise ArchiveError("damaged: the checksum is another one")
        return part


def members(file: IO[bytes], budget: Budget) -> Iterator[Member]:
    """Give each file of a zip.

    Raises:
        ArchiveError: it cannot be read on.
    """
    directory = find(file)
    found = scattered(file) if directory is None else entries(file, directory)
    taken: list[tuple[int, int]] = []
    for entry in found:
        name = inner_path(entry.name.replace(b"\\", b"/"), "cp437")
        is_folder = entry.name.endswith(b"/") and not entry.size
        if is_folder:
            continue
        content = _content(file, entry, budget)
        if directory is not None and _overlaps(taken, entry):
            raise ArchiveError("read only in part, since its members overlap, as in a bomb")
        yield Member(name, content)
    if directory is None:
        raise ArchiveError("cut short: it has no directory, and what was found of it was read")


def _overlaps(taken: list[tuple[int, int]], entry: Entry) -> bool:
    """Tell whether an entry stands where another one does, and else take its place."""
    place = (entry.offset, entry.offset + LOCAL.size + len(entry.name) + entry.packed)
    index = bisect_left(taken, place)
    is_behind = index == 0 or taken[index - 1][1] <= place[0]
    is_before = index == len(taken) or place[1] <= taken[index][0]
    taken.insert(index, place)
    return not (is_behind and is_before)


def _content(file: IO[bytes], entry: Entry, budget: Budget) -> Stream:
    """Give the stream of a member; one that tells why if it cannot be read."""
    if entry.is_encrypted:
        return _Unreadable("left out, since encrypted")
    head = at(file, entry.offset, LOCAL.size)
    if len(head) < LOCAL.size or not head.startswith(LOCAL_SIGN):
        return _Unreadable(DAMAGED)
    names, extras = LOCAL.unpack(head)[-2:]
    packed = Window(file, entry.offset + LOCAL.size + names + extras, entry.packed, budget)
    try:
        unpacked = _unpacked(packed, entry, budget)
    except ArchiveError as error:
        return _Unreadable(str(error))
    return unpacked if entry.crc is None else _Checked(unpacked, entry.crc)


def _unpacked(packed: Stream, entry: Entry, budget: Budget) -> Stream:
    if entry.method == _STORED:
        return packed
    if entry.method == _LZMA:
        described = packed.take(9)  # a version, a length, and the properties
        # Where it ends, only its size may tell.
        return Bounded(Unpacked(packed, lzma_of(described[4:]), budget), entry.size)
    return Unpacked(packed, _codec(entry.method), budget)


def _codec(method: int) -> Codec:
    if method == _DEFLATED:
        return DEFLATE
    if method in _KINDS:
        return codec_of(_KINDS[method])
    raise ArchiveError(f"left out, since packed by method {method}, which is not read")

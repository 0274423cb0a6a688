"""The directory of a zip: found from its end, and read entry by entry.

https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7 to 4.3.16
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from leakguard.archives.kinds import ZIP_END
from leakguard.archives.streams import CUT_SHORT, DAMAGED
from leakguard.errors import ArchiveError

LOCAL = struct.Struct("<4s5H3L2H")
"""Signature, version, flags, method, time, date, CRC, packed size, size, lengths of name and
extra."""

LOCAL_SIGN = b"PK\3\4"
_SIGN = b"PK\1\2"
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END64_SIGN, _END64 = b"PK\6\6", struct.Struct("<4sQ2H2L4Q")
_LOCATOR_SIGN, _LOCATOR = b"PK\6\7", struct.Struct("<4sLQL")
_ELSEWHERE = 0xFFFFFFFF
"""A number that does not fit stands in the extra field with this id:"""
_EXTRA64 = 1

_TAIL = _END.size + 0xFFFF
"""Bytes in which the end record stands: a comment may follow it."""

_IS_ENCRYPTED, IS_SIZED_BEHIND = 1, 8
"""Flags. With the second, sizes and CRC stand behind the content."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory, or a header, says about one member."""

    name: bytes
    flags: int
    method: int
    crc: int | None
    packed: int
    """Bytes."""
    size: int
    """Bytes, unpacked."""
    offset: int
    """Of its own header in the file."""

    @property
    def is_encrypted(self) -> bool:
        """Whether it takes a password."""
        return bool(self.flags & _IS_ENCRYPTED)


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the directory of a zip stands."""

    start: int
    end: int
    base: int
    """Where the zip begins in its file: what it says of places is told from there."""


def at(file: IO[bytes], offset: int, size: int) -> bytes:
    """Give the bytes of a file at an offset.

    Raises:
        ArchiveError: they cannot be read.
    """
    try:
        file.seek(offset)
        return file.read(size)
    except (OSError, ValueError, OverflowError):
        raise ArchiveError(DAMAGED) from None


def find(file: IO[bytes]) -> Directory | None:
    """Give where the directory stands; None if there is none.

    Raises:
        ArchiveError: the file cannot be read.
    """
    length = file.seek(0, 2)
    tail_start = max(0, length - _TAIL)
    tail = at(file, tail_start, _TAIL)
    place = tail.rfind(ZIP_END)
    while place >= 0:
        record = tail[place : place + _END.size]
        if len(record) == _END.size and (found := _directory(file, tail_start + place, record)):
            return found
        place = tail.rfind(ZIP_END, 0, place)
    return None


def _directory(file: IO[bytes], end: int, record: bytes) -> Directory | None:
    *_, size, offset, _ = _END.unpack(record)
    locator = at(file, max(0, end - _LOCATOR.size), _LOCATOR.size)
    if len(locator) == _LOCATOR.size and locator.startswith(_LOCATOR_SIGN):
        told = _LOCATOR.unpack(locator)[2]
        for place in (end - _LOCATOR.size - _END64.size, told):
            record64 = at(file, max(0, place), _END64.size)
            if len(record64) == _END64.size and record64.startswith(_END64_SIGN):
                *_, size, offset = _END64.unpack(record64)
                end = place
                break
    start = end - size
    if start >= offset and (at(file, start, 4) == _SIGN if size else end == 0):
        return Directory(start, end, start - offset)
    return None


def entries(file: IO[bytes], directory: Directory) -> Iterator[Entry]:
    """Give each entry of a directory.

    Raises:
        ArchiveError: it is damaged.
    """
    place = directory.start
    while place < directory.end:
        head = at(file, place, _ENTRY.size)
        if len(head) < _ENTRY.size or not head.startswith(_SIGN):
            raise ArchiveError(CUT_SHORT if len(head) < _ENTRY.size else DAMAGED)
        fields = _ENTRY.unpack(head)
        flags, method, crc, packed, size = fields[3], fields[4], *fields[7:10]
        names, extras, comments = fields[10:13]
        rest = at(file, place + _ENTRY.size, names + extras)
        size, packed, offset = _wide(rest[names:], size, packed, fields[16])
        offset += directory.base
        yield Entry(rest[:names], flags, method, crc, packed, size, offset)
        place += _ENTRY.size + names + extras + comments


def _wide(extra: bytes, *numbers: int) -> list[int]:
    """Give numbers, those that stand in the extra field taken from there."""
    place = 0
    while place + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, place)
        if kind == _EXTRA64:
            wide = extra[place + 4 : place + 4 + length]
            values = iter(struct.unpack(f"<{len(wide) // 8}Q", wide[: len(wide) // 8 * 8]))
            return [next(values, it) if it == _ELSEWHERE else it for it in numbers]
        place += 4 + length
    return list(numbers)


def scattered(file: IO[bytes]) -> Iterator[Entry]:
    """Give an entry for each header that is found, where there is no directory; its packed size
    is up to the end of the file if the header does not tell.

    Raises:
        ArchiveError: the file cannot be read.
    """
    length, place = file.seek(0, 2), 0
    while (place := _next_header(file, place)) >= 0:
        head = at(file, place, LOCAL.size)
        if len(head) < LOCAL.size:
            return
        _, _, flags, method, _, _, crc, packed, size, names, extras = LOCAL.unpack(head)
        start = place + LOCAL.size + names + extras
        rest = at(file, place + LOCAL.size, names + extras)
        size, packed = _wide(rest[names:], size, packed)
        is_told = not flags & IS_SIZED_BEHIND or packed
        left = max(0, length - start)
        yield Entry(
            rest[:names],
            flags,
            method,
            crc if is_told else None,
            packed if is_told else left,
            size,
            place,
        )
        place = start + (min(packed, left) if is_told else 0)


def _next_header(file: IO[bytes], place: int) -> int:
    """Give the offset of the next header of a member, or -1."""
    while len(part := at(file, place, 1 << 16)) >= len(LOCAL_SIGN):
        if (found := part.find(LOCAL_SIGN)) >= 0:
            return place + found
        place += len(part) - len(LOCAL_SIGN) + 1
    return -1

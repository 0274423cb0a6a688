"""The members of a tar, read forwards.

https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html and, for GNU's own headers,
https://www.gnu.org/software/tar/manual/html_node/Standard.html
"""

from collections.abc import Iterator
from dataclasses import dataclass

from leakguard.archives.kinds import SNIFFED as BLOCK
from leakguard.archives.kinds import is_tar_header
from leakguard.archives.member import Member
from leakguard.archives.names import inner_path
from leakguard.archives.streams import CUT_SHORT, DAMAGED, Bounded, Stream
from leakguard.errors import ArchiveError

_LONGEST = 1 << 20
"""Bytes of a header with a long name or attributes that is read."""

_WITHOUT_CONTENT = frozenset((b"1", b"2", b"3", b"4", b"5", b"6", b"V"))
"""Types: links, devices, folders, pipes and a label of the volume."""

_LONG_NAME, _LONG_LINK, _ATTRIBUTES, _GLOBAL, _SPARSE = b"L", b"K", b"x", b"g", b"S"


@dataclass(frozen=True, slots=True)
class _Header:
    """What one block says of what follows it."""

    name: bytes
    size: int
    type: bytes
    has_map: bool
    """Whether blocks follow that tell where in a sparse file its stored parts belong."""


def members(stream: Stream) -> Iterator[Member]:
    """Give each file of a tar; it has to be read before the next one is asked for.

    Raises:
        ArchiveError: it cannot be read on.
    """
    name, size = b"", None
    while (header := _next_header(stream)) is not None:
        if header.type in (_LONG_NAME, _LONG_LINK, _ATTRIBUTES, _GLOBAL):
            text = _text(stream, header.size)
            if header.type == _LONG_NAME:
                name = text.rstrip(b"\0")
            elif header.type == _ATTRIBUTES:
                told = _attributes(text)
                name = told.get(b"GNU.sparse.name") or told.get(b"path") or name
                size = _number(told[b"size"]) if b"size" in told else size
            continue
        is_mapped = header.has_map
        while is_mapped:  # the parts are read one after the other, as they are stored
            is_mapped = stream.take(BLOCK)[504:505] not in (b"", b"\0")
        if header.type not in _WITHOUT_CONTENT:
            length = header.size if size is None else size
            content = Bounded(stream, length)
            yield Member(inner_path(name or header.name), content)
            content.pass_over()
            stream.skip(-length % BLOCK)
        name, size = b"", None


def _next_header(stream: Stream) -> _Header | None:
    """Give the next header, also behind an end: a tar may be appended to another one."""
    is_behind_end = False
    while block := stream.take(BLOCK):
        if not block.strip(b"\0"):
            is_behind_end = True
        elif is_tar_header(block):
            return _parsed(block)
        elif is_behind_end:
            raise ArchiveError("followed by what is no part of it, which was left out")
        else:
            raise ArchiveError(CUT_SHORT if len(block) < BLOCK else DAMAGED)
    return None


def _parsed(block: bytes) -> _Header:
    name = block[:100].partition(b"\0")[0]
    if block[257:263] == b"ustar\0" and (prefix := block[345:500].partition(b"\0")[0]):
        name = prefix + b"/" + name
    field = block[124:136]
    size = int.from_bytes(field[1:], "big") if field[0] == 0x80 else _number(field, 8)
    kind = block[156:157]
    return _Header(name, size, kind, kind == _SPARSE and block[482:483] not in (b"", b"\0"))


def _number(field: bytes, base: int = 10) -> int:
    text = field.strip(b" \0") or b"0"
    digits = b"01234567" if base == 8 else b"0123456789"
    if len(text) > 20 or text.strip(digits):
        raise ArchiveError(DAMAGED)
    return int(text, base)


def _text(stream: Stream, size: int) -> bytes:
    """Give what an additional header holds, and pass over what fills its last block."""
    text = stream.take(min(size, _LONGEST))
    stream.skip(max(0, size - _LONGEST) + -size % BLOCK)
    return text


def _attributes(text: bytes) -> dict[bytes, bytes]:
    """Give the records of an extended header, each `length key=value` with a line end."""
    found, at = {}, 0
    while at < len(text):
        digits, space, _ = text[at : at + 20].partition(b" ")
        if not space or not digits.isdigit() or int(digits) <= len(digits) + 1:
            break
        key, _, value = text[at + len(digits) + 1 : at + int(digits) - 1].partition(b"=")
        found[key] = value
        at += int(digits)
    return found

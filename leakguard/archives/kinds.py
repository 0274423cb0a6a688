"""Which kind of archive a content is, told by its bytes."""

import re
from enum import Enum


class Kind(Enum):
    """A format that members are read from."""

    ZIP = "zip"
    TAR = "tar"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTD = "Zstandard"

    @property
    def is_compression(self) -> bool:
        """Whether it packs one stream of bytes, which may be a tar."""
        return self not in (Kind.ZIP, Kind.TAR)


SNIFFED = 512
"""Bytes by which a kind is told: the first header of a tar."""

ZIP_END = b"PK\5\6"

_MAGIC = {
    # https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
    b"PK\3\4": Kind.ZIP,
    ZIP_END: Kind.ZIP,
    b"\x1f\x8b\x08": Kind.GZIP,  # https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1
    b"BZh": Kind.BZIP2,
    b"\xfd7zXZ\0": Kind.XZ,  # https://tukaani.org/xz/xz-file-format.txt
    b"\x28\xb5\x2f\xfd": Kind.ZSTD,  # https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1
}
_STARTS = tuple(_MAGIC)
_BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)")
"""The start of a stream and of its first block, or of its end if it is empty."""

_OCTAL = re.compile(rb" {0,7}[0-7]{1,7}[ \0]{0,7}")

_UNREAD = {
    b"7z\xbc\xaf\x27\x1c": "7z",  # https://py7zr.readthedocs.io/en/latest/archive_format.html
    b"Rar!\x1a\x07": "RAR",  # https://www.rarlab.com/technote.htm
}


def kind_of(head: bytes) -> Kind | None:
    """Give the kind of a content by its first `SNIFFED` bytes; None if it is none of them."""
    if head.startswith(_STARTS):
        magic = next(it for it in _STARTS if head.startswith(it))
        kind = _MAGIC[magic]
        return kind if kind is not Kind.BZIP2 or _BZIP2.match(head) else None
    return Kind.TAR if is_tar_header(head[:SNIFFED]) else None


def unread_kind(head: bytes) -> str | None:
    """Give the name of a kind of archive that is known, and not read."""
    return next((name for magic, name in _UNREAD.items() if head.startswith(magic)), None)


def is_tar_header(block: bytes) -> bool:
    """Tell whether 512 bytes have the checksum of a header of a tar.

    https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06
    """
    field = block[148:156]
    if len(block) < SNIFFED or _OCTAL.fullmatch(field) is None:
        return False
    told = int(field.strip(b" \0"), 8)
    rest = block[:148] + block[156:]
    # Some writers have summed the bytes as signed ones.
    return told in (plain := sum(rest) + 8 * 32, plain - 256 * sum(byte > 127 for byte in rest))

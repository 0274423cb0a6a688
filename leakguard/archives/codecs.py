"""Compression: the decoders of the standard library and of Zstandard, all used alike."""

import bz2
import lzma
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from leakguard.archives.kinds import Kind
from leakguard.errors import ArchiveError

_MEMORY = 128 << 20
"""Bytes that a decoder may need; `xz -9` needs 65 MiB, `zstd --long` 128."""

_ZSTD_BITE = 512
"""Bytes that are fed at once to a decoder that cannot be told how much to give: of four, 128 KiB
may come."""


class Decoder(Protocol):
    """What the decompressors of `bz2` and `lzma` are."""

    @property
    def eof(self) -> bool:
        """Whether the packed stream has ended."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes without more data."""

    @property
    def unused_data(self) -> bytes:
        """What follows the packed stream."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Give at most `max_length` bytes of what is packed."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How one kind of compression is undone."""

    decoder: Callable[[], Decoder]
    errors: tuple[type[Exception], ...]
    """What the decoder raises over what it cannot read."""
    magic: tuple[bytes, ...] = ()
    """How one more packed stream begins behind the first; nothing if none may follow."""

    @property
    def longest(self) -> int:
        """Bytes that tell whether one more follows."""
        return max(map(len, self.magic))


class _Zlib:
    """zlib's decompressor, used as those of the others."""

    def __init__(self, window: int) -> None:
        self._inner = zlib.decompressobj(window)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


class _Zstd:
    """The decompressor of the package `zstandard`, which gives all that comes of what it is fed."""

    def __init__(self, module: Any) -> None:
        self._inner = module.ZstdDecompressor(max_window_size=_MEMORY).decompressobj()
        self._packed = self._unpacked = b""

    @property
    def eof(self) -> bool:
        return bool(self._inner.eof) and not self._unpacked

    @property
    def needs_input(self) -> bool:
        return not self._packed and not self._unpacked

    @property
    def unused_data(self) -> bytes:
        return bytes(self._inner.unused_data) + self._packed

    def decompress(self, data: bytes, max_length: int) -> bytes:
        self._packed += data
        at = 0
        while not self._unpacked and at < len(self._packed) and not self._inner.eof:
            self._unpacked = self._inner.decompress(self._packed[at : at + _ZSTD_BITE])
            at += _ZSTD_BITE
        self._packed = self._packed[at:]
        given, self._unpacked = self._unpacked[:max_length], self._unpacked[max_length:]
        return given


def codec_of(kind: Kind) -> Codec:
    """Give how a kind of compression is undone.

    Raises:
        ArchiveError: that cannot be done here.
    """
    return _zstd() if kind is Kind.ZSTD else _CODECS[kind]


_GZIP = 16 + zlib.MAX_WBITS

_CODECS = {
    Kind.GZIP: Codec(lambda: _Zlib(_GZIP), (zlib.error,), (b"\x1f\x8b",)),
    Kind.BZIP2: Codec(bz2.BZ2Decompressor, (OSError, ValueError), (b"BZh",)),
    Kind.XZ: Codec(
        lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, _MEMORY), (lzma.LZMAError,), (b"\xfd7zXZ\0",)
    ),
}

DEFLATE = Codec(lambda: _Zlib(-zlib.MAX_WBITS), (zlib.error,))
"""As in a zip, without a header."""


def lzma_of(properties: bytes) -> Codec:
    """Give how LZMA without a header is undone, by the five bytes that describe it.

    https://www.7-zip.org/sdk.html (lzma-specification.txt)

    Raises:
        ArchiveError: they are none, or it takes too much memory.
    """
    packed, size = properties[:1], int.from_bytes(properties[1:5], "little")
    if len(properties) != 5 or packed[0] >= 9 * 5 * 5:
        raise ArchiveError("left out, since damaged")
    if size > _MEMORY:
        raise ArchiveError("left out, since it takes too much memory")
    described = {
        "id": lzma.FILTER_LZMA1,
        "dict_size": size,
        "lc": packed[0] % 9,
        "lp": packed[0] // 9 % 5,
        "pb": packed[0] // 45,
    }
    return Codec(
        lambda: lzma.LZMADecompressor(lzma.FORMAT_RAW, None, [described]),
        (lzma.LZMAError, ValueError),
    )


def _zstd() -> Codec:
    # A frame, or one that is passed over: https://www.rfc-editor.org/rfc/rfc8878#section-3.1.2
    magic = (b"\x28\xb5\x2f\xfd", *(bytes((low, 0x2A, 0x4D, 0x18)) for low in range(0x50, 0x60)))
    try:
        own = import_module("compression.zstd")  # since Python 3.14
    except ImportError:
        return _zstd_of_package(magic)
    options = {own.DecompressionParameter.window_log_max: _MEMORY.bit_length() - 1}
    return Codec(lambda: own.ZstdDecompressor(options=options), (own.ZstdError,), magic)


def _zstd_of_package(magic: tuple[bytes, ...]) -> Codec:
    try:
        module = import_module("zstandard")
    except ImportError:
        message = "left out: Zstandard is read by the package `zstandard`, which is not installed"
        raise ArchiveError(message) from None
    return Codec(lambda: _Zstd(module), (module.ZstdError,), magic)

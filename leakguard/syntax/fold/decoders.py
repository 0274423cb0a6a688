"""What the standard library's decoders and string methods give for constant values, bounded."""

import base64
import binascii
import bz2
import codecs
import html
import lzma
import zlib
from collections.abc import Callable, Sequence
from typing import TypeAlias
from urllib.parse import unquote

from leakguard.syntax.fold.constant import LARGEST

Text: TypeAlias = str | bytes


class UndecodableError(Exception):
    """The value cannot be computed, or would be too large."""


def _hex(value: Text) -> bytes:
    text = value.decode("ascii") if isinstance(value, bytes) else value
    return bytes.fromhex(text)


def _raw(value: Text) -> bytes:
    return value if isinstance(value, bytes) else value.encode("ascii")


def _str(value: Text) -> str:
    return value if isinstance(value, str) else value.decode("utf-8")


def _base64(value: Text, others: Text = b"+/") -> bytes:
    if len(others) != 2:
        raise ValueError
    return base64.b64decode(_raw(value), _raw(others))


_BASE64 = ("base64", _base64)
_URLSAFE = ("base64url", lambda value: base64.urlsafe_b64decode(_raw(value)))
_HEX = ("hex", _hex)

DECODERS: dict[str, tuple[str, Callable[..., Text]]] = {
    "base64.b64decode": _BASE64,
    "base64.standard_b64decode": _BASE64,
    "base64.decodebytes": _BASE64,
    "base64.decodestring": _BASE64,
    "binascii.a2b_base64": _BASE64,
    "base64.urlsafe_b64decode": _URLSAFE,
    "base64.b32decode": ("base32", lambda value: base64.b32decode(_raw(value))),
    "base64.b16decode": ("hex", lambda value: base64.b16decode(_raw(value), casefold=True)),
    "base64.b85decode": ("base85", lambda value: base64.b85decode(_raw(value))),
    "base64.a85decode": ("base85", lambda value: base64.a85decode(_raw(value))),
    "bytes.fromhex": _HEX,
    "bytearray.fromhex": _HEX,
    "binascii.unhexlify": _HEX,
    "binascii.a2b_hex": _HEX,
    "ubinascii.a2b_base64": _BASE64,  # MicroPython's
    "ubinascii.unhexlify": _HEX,
    "zlib.decompress": ("zlib", lambda value: _inflated(zlib.decompressobj(), _raw(value))),
    "gzip.decompress": ("gzip", lambda value: _inflated(zlib.decompressobj(31), _raw(value))),
    "bz2.decompress": ("bz2", lambda value: _expanded(bz2.BZ2Decompressor(), _raw(value))),
    "lzma.decompress": (
        "lzma",
        lambda value: _expanded(lzma.LZMADecompressor(memlimit=64 << 20), _raw(value)),
    ),
    "urllib.parse.unquote": ("percent", lambda value: unquote(_str(value))),
    "html.unescape": ("html", lambda value: html.unescape(_str(value))),
    "base64.b64encode": ("", lambda value: base64.b64encode(_raw(value))),
    "base64.standard_b64encode": ("", lambda value: base64.b64encode(_raw(value))),
    "base64.urlsafe_b64encode": ("", lambda value: base64.urlsafe_b64encode(_raw(value))),
    "codecs.decode": ("codec", lambda value: value),
    "codecs.encode": ("codec", lambda value: value),
}
"""By full name: what the decoding is called (nothing for an encoding), and the function."""

_OF_TEXT = {"utf-8", "utf8", "ascii", "latin-1", "unicode_escape"}
"""The codecs between text and bytes."""

_CODECS: dict[str, tuple[str, Callable[[Text], Text]]] = {
    "rot13": ("rot13", lambda value: codecs.decode(_str(value), "rot13")),
    "rot_13": ("rot13", lambda value: codecs.decode(_str(value), "rot13")),
    "hex": _HEX,
    "hex_codec": _HEX,
    "base64": _BASE64,
    "base64_codec": _BASE64,
    "unicode_escape": ("escapes", lambda value: _raw(value).decode("unicode_escape")),
    "utf-8": ("", lambda value: _str(value)),
    "utf8": ("", lambda value: _str(value)),
    "ascii": ("", lambda value: _str(value)),
    "latin-1": ("", lambda value: value if isinstance(value, str) else value.decode("latin-1")),
}

_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "hex": lambda raw: raw.hex().encode(),
    "hex_codec": lambda raw: raw.hex().encode(),
    "base64": base64.encodebytes,
    "base64_codec": base64.encodebytes,
}
"""The codecs of bytes, the other way round."""

TRANSPARENT = {
    "str", "SecretStr", "SecretBytes", "pydantic.SecretStr", "pydantic.SecretBytes",
    "textwrap.dedent", "inspect.cleandoc", "os.path.expandvars", "sys.intern",
}  # fmt: skip
"""Calls that give their first argument, or something that holds it."""

_WITHOUT_ARGUMENTS = {
    "strip", "lstrip", "rstrip", "lower", "upper", "title", "swapcase", "capitalize", "casefold",
}  # fmt: skip
_PLAIN = _WITHOUT_ARGUMENTS | {"replace", "removeprefix", "removesuffix", "lstrip", "rstrip"}
_FAILURES = (ValueError, binascii.Error, LookupError, EOFError, OSError, TypeError, zlib.error)


def decoded(name: str, value: Text, options: Sequence[object]) -> tuple[Text, str]:
    """Give what a decoder of `DECODERS` makes of `value`, and what the decoding is called.

    Raises:
        UndecodableError: the value is not in that encoding, or would be larger than `LARGEST`.
    """
    how, function = DECODERS[name]
    try:
        if name.startswith("codecs."):
            result, how = _recoded(value, name.rpartition(".")[2], options)
        else:
            # An option that the decoder does not know is a TypeError.
            result = function(value, *options)
    except (*_FAILURES, lzma.LZMAError) as error:
        raise UndecodableError from error
    if len(result) > LARGEST:
        raise UndecodableError
    return result, how


def method_result(
    value: Text, name: str, arguments: Sequence[str | bytes | int]
) -> tuple[Text, str]:
    """Give what a method of str or bytes gives, and the name of the decoding if it is one.

    Raises:
        UndecodableError: it is no method that is known, or it fails.
    """
    try:
        if name in ("encode", "decode"):
            return _recoded(value, name, arguments)
        if name == "hex" and isinstance(value, bytes) and not arguments:
            return value.hex(), ""
        if name in ("get_secret_value", "__str__") and not arguments:
            return value, ""
        if name not in _PLAIN:
            raise UndecodableError
        if name == "replace" and len(value) * max(1, *map(_length, arguments)) > LARGEST * 16:
            raise UndecodableError
        result = getattr(value, name)(*arguments)
    except _FAILURES as error:
        raise UndecodableError from error
    if not isinstance(result, str | bytes) or len(result) > LARGEST:
        raise UndecodableError
    return result, ""


def _recoded(value: Text, name: str, options: Sequence[object]) -> tuple[Text, str]:
    """Give what `encode` or `decode` makes of a value, and what the decoding is called."""
    codec, *errors = map(str, options or ["utf-8"])
    codec = codec.lower()
    if codec not in _CODECS:
        raise UndecodableError
    how, function = _CODECS[codec]
    if codec in _OF_TEXT:
        if isinstance(value, str) and name == "encode":
            return value.encode(codec, *errors), ""
        if isinstance(value, bytes) and name == "decode":
            return value.decode(codec, *errors), how
    elif name == "encode" and codec in _ENCODERS:
        return _ENCODERS[codec](_raw(value)), ""
    return function(value), how


def _length(value: str | bytes | int) -> int:
    return 1 if isinstance(value, int) else len(value)


def _inflated(decompressor: "zlib._Decompress", raw: bytes) -> bytes:
    result = decompressor.decompress(raw, LARGEST)
    if decompressor.unconsumed_tail:
        raise ValueError("too large")
    return result


def _expanded(decompressor: "bz2.BZ2Decompressor | lzma.LZMADecompressor", raw: bytes) -> bytes:
    result = decompressor.decompress(raw, LARGEST)
    if not decompressor.eof:
        raise ValueError("too large, or cut off")
    return result

"""Texts in an encoding: how a run of one is told in passing, where it ends, what it says.

Most of what looks like base64 or hexadecimal is no text but a picture, a digest, a key: a run is
worth decoding only where its first characters are those of a text. Of random base64 one run in
some hundred million begins so.
"""

import binascii
import html
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from leakguard.document import Span

UNPACKED = 1 << 20
"""Bytes that are taken out of one compressed run."""

_WINDOW = 4096
"""Bytes before and after a sign of an encoding in which its run may start and end."""

_MANIFEST = 1 << 20
"""Bytes of a manifest that are looked at."""

_START = r"(?: ^ | [^A-Za-z0-9+/_\-] | \\[nrt] | %[0-9A-Fa-f]{2} )"

TRIGGERS = {
    # Groups of four characters that stand for three of printable ASCII, or line ends among them.
    "base64": rf"""{_START} (?:
        [CDI-Za-f] [AC-HQS-Xgi-nwyz0-3] [ABEFIJMNQRUVYZcdghklopstwx014589] [A-Za-z0-9+/_\-]
    ){{8}}""",
    # The same, each character with a zero byte behind it.
    "UTF-16 in base64": rf"""{_START} (?:
        [I-Za-f] [AQgw] [AB] [A-Za-z0-9+/] A [C-H] [AEIMQUYcgkosw048] A ){{4}}""",
    # https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1, https://www.rfc-editor.org/rfc/rfc1950
    "compressed base64": rf"""{_START}
        (?: H4sI | eJ[w-z0-3][A-Za-z0-9+/_\-] ) [A-Za-z0-9+/_\-]{{20}}""",
    "hexadecimal": r"""
        (?: ^ | [^0-9A-Za-z] | \b0x | \\[nrt] ) (?: [2-7][0-9a-fA-F] | 0[9aAdD] ){16}""",
    "percent-encoding": r"""
        (?: (?: ^ | [^0-9A-Fa-f] ) (?: %[2-7][0-9A-Fa-f] ){8} | %3[Aa]%2[Ff]%2[Ff] )""",
    "escapes": r"""
        (?: ^ | [^0-9A-Fa-f] )
        (?: (?: \\u00[2-7][0-9a-fA-F] ){6} | (?: \\x[2-7][0-9a-fA-F] ){6} )""",
    "HTML entities": r"(?: ^ | [^;] ) (?: &\# (?: x[2-7][0-9a-fA-F] | [0-9]{2,3} ) ; ){6}",
    "quoted-printable": r"[A-Za-z_]=3D[^\s]",
    "Kubernetes": r"""\b kind ["']? [ ]{0,4} : [ ]{0,4} ["']? Secret (?: $ | [^A-Za-z] )""",
}
"""Verbose patterns, by what the encoding is called; see `leakguard.pattern.check_trigger`."""


READABLE = {"percent-encoding", "escapes", "HTML entities", "quoted-printable"}
"""Encodings that leave letters and digits as they are: the rules see part of it as written."""


@dataclass(frozen=True, slots=True)
class Run:
    """A text in an encoding."""

    span: Span
    """Where it stands, as it is written."""
    text: bytes
    how: str
    """What it was decoded from."""
    is_cut: bool = False
    """Whether there was more in it than is taken out."""
    is_certain: bool = False
    """Whether the format of the file says that it is encoded."""


def runs(name: str, data: bytes, end: int) -> tuple[list[Run], int]:
    """Give the texts that a trigger tells of, a match of which ends at `end`, and the offset up
    to which no further match of it need be asked for."""
    if name == "Kubernetes":
        return _of_manifest(data, end)
    run = _FINDERS[name](data, end)
    return ([], end) if run is None else ([run] if run.text else [], run.span[1])


_BASE64 = re.compile(rb"[A-Za-z0-9+/_\-]+={0,2}")
_FOLDED = re.compile(
    rb"(?:(?:\\r)?\\n|\r?\n)[ \t]{0,40}(?P<line>[A-Za-z0-9+/]+={0,2})(?=[\s\"'\\,]|\Z)"
)
_SHORTEST_LINE = 48
"""Characters of a line of base64 that goes on in the next one."""

_URLSAFE = bytes.maketrans(b"-_", b"+/")


def _base64_run(data: bytes, start: int) -> tuple[Span, bytes]:
    """Give the bounds of base64 that may be broken into lines, and the bytes it stands for."""
    match = _BASE64.match(data, start)
    lines = [match.group()] if match else []
    end = match.end() if match else start
    while lines and len(lines[-1]) >= _SHORTEST_LINE and len(lines[-1]) % 4 == 0:
        following = _FOLDED.match(data, end)
        if following is None or lines[-1].endswith(b"="):
            break
        lines.append(following["line"])
        end = following.end()
    text = b"".join(lines).rstrip(b"=").translate(_URLSAFE)
    text = text[: len(text) - (len(text) % 4 == 1)]
    return (start, end), binascii.a2b_base64(text + b"=" * (-len(text) % 4))


def _readable(text: bytes) -> bytes:
    """Give what stands before the first zero byte: no text has one."""
    return text.partition(b"\0")[0].decode("utf-8", "replace").encode()


def _plain_base64(data: bytes, end: int) -> Run:
    span, text = _base64_run(data, end - 32)
    return Run(span, _readable(text), "base64")


def _wide_base64(data: bytes, end: int) -> Run:
    span, text = _base64_run(data, end - 32)
    return Run(span, _readable(text.decode("utf-16-le", "replace").encode()), "UTF-16 in base64")


def _compressed(data: bytes, end: int) -> Run | None:
    # Its first bytes are unpacked alone: else lines that only begin like it were read for ever.
    if not _unpacks(binascii.a2b_base64(data[end - 24 : end].translate(_URLSAFE))):
        return None
    span, packed = _base64_run(data, end - 24)
    how = "gzip in base64" if packed.startswith(b"\x1f\x8b") else "zlib in base64"
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        text = unpacking.decompress(packed, UNPACKED)
    except zlib.error:
        text = b""
    return Run(span, _readable(text), how, bool(unpacking.unconsumed_tail))


def _unpacks(start: bytes) -> bool:
    """Whether this may be the start of something compressed."""
    try:
        zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(start, UNPACKED)
    except zlib.error:
        return False
    return True


_HEX = re.compile(rb"(?:[0-9a-fA-F]{2})+")


def _hexadecimal(data: bytes, end: int) -> Run | None:
    match = _HEX.match(data, end - 32)
    return match and Run(match.span(), _readable(bytes.fromhex(match[0].decode())), "hexadecimal")


def _around(data: bytes, end: int, stops: bytes) -> Span:
    """Give the bounds of what stands around `end` between any two of `stops`."""
    low = max(0, end - _WINDOW)
    start = max((data.rfind(stop, low, end) for stop in _each(stops)), default=-1) + 1
    ends = (data.find(stop, end, end + _WINDOW) for stop in _each(stops))
    high = min(len(data), end + _WINDOW)
    return max(start, low), min((at for at in ends if at >= 0), default=high)


def _each(text: bytes) -> Iterator[bytes]:
    return (text[at : at + 1] for at in range(len(text)))


def _percent(data: bytes, end: int) -> Run:
    span = _around(data, end - 1, b" \t\r\n\"'`<>")
    return Run(span, _readable(unquote_to_bytes(data[slice(*span)])), "percent-encoding")


_ESCAPE = re.compile(rb"\\(?:u00|x)([0-9a-fA-F]{2})")


def _escapes(data: bytes, end: int) -> Run:
    span = _around(data, end - 1, b"\r\n\"'`")
    text = _ESCAPE.sub(lambda found: bytes.fromhex(found[1].decode()), data[slice(*span)])
    return Run(span, _readable(text), "escapes")


def _entities(data: bytes, end: int) -> Run:
    span = _around(data, end - 1, b"\r\n\"'`<>")
    text = html.unescape(data[slice(*span)].decode("utf-8", "replace"))
    return Run(span, _readable(text.encode("utf-8", "replace")), "HTML entities")


_SOFT = (b"=\n", b"=\r\n")
_LINES = 20
"""How many lines before and after one may belong to it."""


def _quoted_printable(data: bytes, end: int) -> Run:
    """A line goes on in the next one if it ends with `=`.

    https://www.rfc-editor.org/rfc/rfc2045#section-6.7
    """
    low, high = max(0, end - _WINDOW), min(len(data), end + _WINDOW)
    start = max(low, data.rfind(b"\n", low, end) + 1)
    for _ in range(_LINES):
        if start <= low or not data.endswith(_SOFT, 0, start):
            break
        start = max(low, data.rfind(b"\n", low, start - 1) + 1)
    stop = end
    for _ in range(_LINES):
        stop = data.find(b"\n", stop, high) + 1 or high
        if not data.endswith(_SOFT, 0, stop):
            break
    stop = start + len(data[start:stop].rstrip(b"\r\n"))
    return Run((start, stop), _readable(binascii.a2b_qp(data[start:stop])), "quoted-printable")


_FINDERS: dict[str, Callable[[bytes, int], Run | None]] = {
    "base64": _plain_base64,
    "UTF-16 in base64": _wide_base64,
    "compressed base64": _compressed,
    "hexadecimal": _hexadecimal,
    "percent-encoding": _percent,
    "escapes": _escapes,
    "HTML entities": _entities,
    "quoted-printable": _quoted_printable,
}

_SECTION = re.compile(
    rb"^(?P<indent>[ \t]*)data:[ \t]*\r?\n(?P<lines>(?:(?P=indent)[ \t]++.*+\n?)++)", re.MULTILINE
)
_OBJECT = re.compile(rb'"data"\s{0,40}:\s{0,40}\{(?P<lines>[^{}]{0,200000})\}')
_ENTRY = re.compile(
    rb"""["']?[\w.\-]{1,253}["']?[ \t]*:[ \t]*["']?
         (?P<value>[A-Za-z0-9+/]{4,}={0,2})(?=["'\s,}]|\Z)""",
    re.VERBOSE,
)


def _of_manifest(data: bytes, end: int) -> tuple[list[Run], int]:
    """Give the values below `data` in a Secret, and where the manifest ends.

    https://kubernetes.io/docs/concepts/configuration/secret/
    """
    low = max(0, data.rfind(b"\n---", max(0, end - _MANIFEST), end))
    high = data.find(b"\n---", end, end + _MANIFEST)
    window = data[low : high if high >= 0 else end + _MANIFEST]
    found = []
    for section in (*_SECTION.finditer(window), *_OBJECT.finditer(window)):
        for entry in _ENTRY.finditer(window, *section.span("lines")):
            text = _printable(entry["value"])
            if text is not None:
                start, stop = entry.span("value")
                found.append(Run((low + start, low + stop), text, "base64", is_certain=True))
    return found, low + len(window)


def _printable(value: bytes) -> bytes | None:
    if len(value) % 4:
        return None
    text = binascii.a2b_base64(value).rstrip(b"\r\n")
    return text if text.isascii() and text.decode().isprintable() else None

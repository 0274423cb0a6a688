"""The forms in which a value may be written: as it is, escaped, split over literals, encoded.

Each form is one pattern for `re` over bytes, and a part of it, short enough for Hyperscan, which
finds the few contents that are worth a closer look.
"""

import binascii
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import hyperscan

from leakguard.document import Span
from leakguard.values.randomness import is_random

WIDE = "UTF-16"
AS_WRITTEN = "as it is written"

_AROUND = 1 << 16
"""Bytes before and behind what Hyperscan saw in which a whole form has to stand."""

_WINDOW = 10
"""Units of a form, such as characters, that Hyperscan looks for."""

_FEWER = 6
"""The same of characters that may be written in many ways, which take long to compile; and of those
that stand together where a value is split."""

_LEAST = 12
"""Characters of a value that stands nowhere by accident."""

_JOINT = (
    rb"""(?:\\{0,8}["'`](?:\\[nrt]|[\s"'`+,.&\\()\[\]]|%b){0,300}[rRbBuUfF]?["'`]
|\\\r?\n[ \t]{0,80}|=\r?\n)?""".replace(b"\n", b"")
    % rb"#[^\n]{0,99}\n"
)
"""What stands between two literals that are put together, or where one goes on in a next line."""

_FOLD = rb"""(?:\\[nrt]|[\s"'`+,.&\\()\[\]>#*|]|=\r?\n){0,300}"""
"""What may stand between two characters of base64 that is broken into lines, or into literals."""

_SEPARATOR = rb"""(?:[\s:,;"'\-]|0x|\\x|\\n){0,300}"""
_COMMA = rb"""\s{0,40},\s{0,40}"""

_NAMED = {'"': "quot", "&": "amp", "<": "lt", ">": "gt", "'": "apos"}
_UNFOLDED = re.compile(r"""[\s"'`,()\[\]\\#]""")
_BASE64 = rb"[A-Za-z0-9+/_\-]"
_ALIKE = {"+": rb"(?:[+\-]|%2[bB]|\\{1,8}u002[bB])", "/": rb"(?:[/_]|%2[fF]|\\{1,8}/)"}
_PEM = re.compile(
    r"-----BEGIN [A-Z0-9 ]{1,40}-----(?P<body>.*?)-----END [A-Z0-9 ]{1,40}-----", re.DOTALL
)
_NO_BASE64 = re.compile(r"\\[nrt]|[^A-Za-z0-9+/=]")


@dataclass(frozen=True)
class Form:
    """A way of writing a value: its units, and what may stand between two of them."""

    name: str
    units: tuple[bytes, ...] = field(repr=False)
    """Patterns, in the common subset of `re` and Hyperscan."""
    between: bytes = b""
    bare: tuple[bytes, ...] = field(default=(), repr=False)
    """The units without what makes them many, of what may be split into pieces."""

    @cached_property
    def pattern(self) -> re.Pattern[bytes]:
        """What matches all of it. Of a long one, it takes a second."""
        return re.compile(self.between.join(self.units))

    @property
    def windows(self) -> tuple[bytes, ...]:
        """What matches a part of it that is its own: the start of many keys is the same."""
        if not self.bare:
            between = self.between.replace(b"{0,300}", b"*").replace(b"{0,40}", b"*")
            return (between.join(_part(self.units, _WINDOW)),)
        late = self.bare[len(self.bare) // 3 :]
        runs = (late[at : at + _FEWER] for at in range(max(1, len(late) - _FEWER + 1)))
        return (b"".join(_part(self.units, _FEWER)), *map(b"".join, runs))


def _part(units: tuple[bytes, ...], size: int) -> tuple[bytes, ...]:
    start = max(0, (len(units) - size) * 2 // 3)
    return units[start : start + size]


def _compiled(windows: tuple[bytes, ...]) -> hyperscan.Database:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=list(windows),
        ids=list(range(len(windows))),
        elements=len(windows),
        flags=[hyperscan.HS_FLAG_DOTALL] * len(windows),
    )
    return database


class Forms:
    """Every form of some values, ready to be looked for."""

    def __init__(self, values: Iterable[str], also: Iterable[bytes] = ()) -> None:
        """Take the forms of values, and what else they are known to be written as.

        A value that is a word, or short, has none: it would be found where nobody meant it.
        """
        known = (form for it in values if is_distinctive(it) for form in _forms(it))
        others = (Form(AS_WRITTEN, (_bytes(it),)) for it in also)
        self._forms = tuple(dict.fromkeys((*known, *others)))
        if not self._forms:
            return
        windows = [(window, form) for form in self._forms for window in form.windows]
        self._by_window = [form for _, form in windows]
        self._database = _compiled(tuple(window for window, _ in windows))

    def spans(self, data: bytes) -> dict[Span, str]:
        """Give where the value stands in `data`, in order, and in which form; where one place can
        be read in several forms, the longest."""
        found: dict[Span, str] = {}
        for form, ends in self._seen(data).items():
            for start, stop in _around(sorted(ends), len(data)):
                for match in form.pattern.finditer(data, start, stop):
                    found.setdefault(match.span(), form.name)
        return dict(sorted(_apart(found)))

    def _seen(self, data: bytes) -> dict[Form, set[int]]:
        seen: dict[Form, set[int]] = {}

        if not self._forms or not data:
            return seen

        def take(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            seen.setdefault(self._by_window[number], set()).add(end)

        self._database.scan(data, match_event_handler=take)
        return seen


def is_distinctive(value: str) -> bool:
    """Tell whether a value is found nowhere but where it is meant: no word, and not short."""
    return len(value) >= _LEAST and (is_random(value) or len(value) >= 2 * _LEAST)


def _around(ends: list[int], size: int) -> Iterator[Span]:
    """Give the parts of a content that lie around some offsets."""
    start = stop = -1
    for end in ends:
        if end - _AROUND > stop:
            if stop >= 0:
                yield start, stop
            start = max(0, end - _AROUND)
        stop = min(size, end + _AROUND)
    if stop >= 0:
        yield start, stop


def _apart(found: dict[Span, str]) -> Iterator[tuple[Span, str]]:
    """Give the longest of those that overlap."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda it: (it[0] - it[1], it)):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
            yield span, found[span]


def _forms(value: str) -> Iterator[Form]:
    pem = _PEM.search(value)
    raw = value.encode("utf-8", "surrogateescape")
    if pem is None:
        if _UNFOLDED.search(value):  # it could not be told what of it is the joint of two literals
            yield Form("plain", tuple(map(_character, value)))
        else:
            bare = tuple(_bytes(it.encode("utf-8", "surrogateescape")) for it in value)
            yield Form("plain", tuple(map(_character, value)), _JOINT, bare)
        yield from _encoded(raw)
        yield from _wide(value)
        return
    body = _NO_BASE64.sub("", pem["body"])
    yield Form("PEM", tuple(map(_base64_character, body.rstrip("="))), _FOLD)
    yield from _base64("PEM in base64", _canonical(pem[0], body))
    yield from _base64("PEM in base64", raw)
    try:
        der = binascii.a2b_base64(body)
    except ValueError:
        return
    yield Form("DER", tuple(_bytes(bytes([it])) for it in der))
    yield from _encoded(der)


def _canonical(pem: str, body: str) -> bytes:
    """Give a private key as programs write it.

    https://www.rfc-editor.org/rfc/rfc7468#section-2
    """
    first, last = pem[: pem.index("-----", 5) + 5], pem[pem.rindex("-----END") :]
    lines = [body[at : at + 64] for at in range(0, len(body), 64)]
    return "\n".join([first, *lines, last]).encode()


def _encoded(raw: bytes) -> Iterator[Form]:
    yield from _base64("base64", raw)
    pairs = tuple(b"(?i:%02x)" % it for it in raw)
    yield Form("hexadecimal", pairs, _SEPARATOR)
    yield Form("numbers", tuple(b"%d" % it for it in raw), _COMMA)


def _wide(value: str) -> Iterator[Form]:
    """UTF-16, whose two byte orders differ at both ends alone."""
    try:
        raw = value.encode("utf-16-le")
    except UnicodeEncodeError:
        return
    yield Form(WIDE, tuple(_bytes(raw[at : at + 1]) for at in range(len(raw) - 1)))
    yield from _base64("UTF-16 in base64", raw)


def _base64(name: str, raw: bytes) -> Iterator[Form]:
    """Base64 of something, by how many bytes before it are in the group that it starts in. Of the
    characters that it has in common with others any will do."""
    for before in range(3):
        text = b64encode(bytes(before) + raw).decode()
        bits = 8 * (before + len(raw))
        first, last = -(-8 * before // 6), bits // 6
        units = [*map(_base64_character, text[first:last])]
        shared_before, shared_behind = [_BASE64] * bool(before), [_BASE64] * bool(bits % 6)
        yield Form(name, (*shared_before, *units, *shared_behind), _FOLD)


def _base64_character(character: str) -> bytes:
    return _ALIKE.get(character, _bytes(character.encode()))


def _bytes(raw: bytes) -> bytes:
    """Give the pattern of some bytes, of which none is special to anybody."""
    return b"".join(b"%c" % it if it < 128 and chr(it).isalnum() else rb"\x%02x" % it for it in raw)


def _character(character: str) -> bytes:
    """What matches a character as it is, or escaped in a URL, a string, HTML or a mail."""
    code = ord(character)
    raw = character.encode("utf-8", "surrogateescape")
    if not character.isascii():
        percent = b"".join(b"[%%=](?i:%02x)" % it for it in raw)
        escaped = (
            rb"\\{1,8}u(?i:%04x)" % code
            if code < 0x10000
            else b"".join(rb"\\{1,8}u(?i:%04x)" % it for it in _surrogates(code))
        )
        return b"(?:" + b"|".join((_bytes(raw), percent, escaped)) + b")"
    ways = [
        _bytes(raw),
        b"[%%=](?i:%02x)" % code,
        rb"\\{1,8}(?:u00|x|u\{)(?i:%02x)\}?" % code,
        b"&#(?:0{0,5}%d|[xX]0{0,5}(?i:%02x));" % (code, code),
    ]
    if character in _NAMED:
        ways.append(b"&%b;" % _NAMED[character].encode())
    if not character.isalnum():
        ways.append(rb"\\{1,8}" + _bytes(raw))
    return b"(?:" + b"|".join(ways) + b")"


def _surrogates(code: int) -> tuple[int, int]:
    return 0xD800 + (code - 0x10000 >> 10), 0xDC00 + (code - 0x10000 & 0x3FF)

"""Where each statement of a Python source starts and ends, by its tokens alone.

Needs no parser, so that one error in a file, or its size, costs nothing but itself.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from leakguard.document import Span

_INDEXED = 8 << 20
"""Bytes of a source in which names are followed; a larger one is data."""

# Possessive quantifiers, and strings that end with the line or the file if nothing closes them,
# keep hostile input linear.
_TOKEN = re.compile(
    rb"""
      (?: \"\"\" [^"\\]*+ (?: (?: \\. | "(?!"") ) [^"\\]*+ )*+ (?: \"\"\" | \\?\Z )
        | ''' [^'\\]*+ (?: (?: \\. | '(?!'') ) [^'\\]*+ )*+ (?: ''' | \\?\Z )
        | " [^"\\\r\n]*+ (?: \\(?:\r\n|.) [^"\\\r\n]*+ )*+ (?: " | (?=[\r\n]) | \\?\Z )
        | ' [^'\\\r\n]*+ (?: \\(?:\r\n|.) [^'\\\r\n]*+ )*+ (?: ' | (?=[\r\n]) | \\?\Z )
        | \# [^\r\n]*+
        | \\ (?: \r\n? | \n )
      )
    | (?P<opening> [(\[{] )
    | (?P<closing> [)\]}] )
    | (?P<newline> \r\n? | \n )
    """,
    re.VERBOSE | re.DOTALL,
)
STATEMENT = re.compile(
    rb"[ \t]*+(?:async[ ])?(?:def|class|import|return|while|with|try|except|raise|del|pass|assert"
    rb"|global|nonlocal|break|continue)\b"
)
"""The start of a line that no bracket can hold: one above it was left open."""

_WORD = re.compile(rb"[A-Za-z0-9_\x80-\xff]+")


@dataclass(frozen=True)
class LogicalLines:
    """The logical lines of a source: each a simple statement, or the head of a compound one."""

    data: bytes
    spans: tuple[Span, ...]
    """In bytes from 0, blank lines included, line ends left out."""

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    @cached_property
    def _words(self) -> dict[bytes, list[int]]:
        """The lines of each word, once: names are many, and so may be the lines."""
        found: dict[bytes, list[int]] = {}
        for number, (start, end) in enumerate(self.spans):
            for word in set(_WORD.findall(self.data, start, end)):
                found.setdefault(word, []).append(number)
        return found

    def at(self, offset: int) -> int:
        """Give the number, from 0, of the logical line that holds the byte at `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def with_name(self, name: str) -> list[int]:
        """Give the numbers of the lines in which the last part of a dotted name stands as a word.

        None in a source of over 8 MiB.
        """
        if len(self.data) > _INDEXED:
            return []
        return self._words.get(name.rpartition(".")[2].encode(), [])


def logical_lines(data: bytes) -> LogicalLines:
    """Split a source into logical lines: brackets, strings and backslashes hold lines together."""
    return LogicalLines(data, tuple(iter_logical_lines(data)))


def code_alone(data: bytes) -> bytes:
    """Give a source of the same length in which spaces stand for strings and comments."""
    return _TOKEN.sub(lambda it: it[0] if it.lastgroup else b" " * len(it[0]), data)


def comments(data: bytes, start: int, end: int) -> Iterator[Span]:
    """Give where comments stand between two offsets outside strings, each from its `#` on."""
    return (it.span() for it in _TOKEN.finditer(data, start, end) if it[0].startswith(b"#"))


def open_brackets(data: bytes, start: int, place: int) -> list[int] | None:
    """Give where the brackets stand that are open at a place, from the left, a statement starting
    at `start`; None for a place in a comment, or in a string but not in the braces of an f-string.
    """
    found: list[int] = []
    for match in _TOKEN.finditer(data, start, place):
        if match.lastgroup == "opening":
            found.append(match.start())
        elif match.lastgroup == "closing" and found:
            found.pop()
        elif match.lastgroup is None and match.end() == place and not _is_closed(match[0]):
            brace = data.rfind(b"{", match.start(), place)
            is_formatted = data[max(start, match.start() - 2) : match.start()].strip(b"rR")[-1:]
            if is_formatted not in (b"f", b"F") or brace <= data.rfind(b"}", match.start(), place):
                return None
            inner = open_brackets(data, brace + 1, place)
            return None if inner is None else found + inner
    return found


def _is_closed(token: bytes) -> bool:
    quote = token[:3] if token[:3] in (b'"""', b"'''") else token[:1]
    return len(token) >= 2 * len(quote) and token.endswith(quote) and quote != b"#"


def iter_logical_lines(data: bytes, start: int = 0) -> Iterator[Span]:
    """Give one logical line after the other, the first of them starting at the byte `start`."""
    depth = 0
    for match in _TOKEN.finditer(data, start):
        kind = match.lastgroup
        if kind == "opening":
            depth += 1
        elif kind == "closing":
            depth = max(0, depth - 1)
        elif kind == "newline" and (depth == 0 or STATEMENT.match(data, match.end())):
            yield start, match.start()
            start = match.end()
            depth = 0
    yield start, len(data)

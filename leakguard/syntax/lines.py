"""Where each statement of a Python source starts and ends, by its tokens alone.

Needs no parser, so that one error in a file, or its size, costs nothing but itself.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from leakguard.document import Span

# Possessive quantifiers keep hostile input linear.
_TOKEN = re.compile(
    rb"""
      (?P<string>
          \"\"\" [^"\\]*+ (?: (?: \\. | "(?!"") ) [^"\\]*+ )*+ \"\"\"
        | ''' [^'\\]*+ (?: (?: \\. | '(?!'') ) [^'\\]*+ )*+ '''
        | " [^"\\\r\n]*+ (?: \\(?:\r\n|.) [^"\\\r\n]*+ )*+ "
        | ' [^'\\\r\n]*+ (?: \\(?:\r\n|.) [^'\\\r\n]*+ )*+ '
        | \# [^\r\n]*+
        | \\ (?: \r\n? | \n )
      )
    | (?P<opening> [(\[{] )
    | (?P<closing> [)\]}] )
    | (?P<newline> \r\n? | \n )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True)
class LogicalLines:
    """The logical lines of a source: each a simple statement, or the head of a compound one."""

    data: bytes
    spans: tuple[Span, ...]
    """In bytes from 0, blank lines included, line ends left out."""

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    def at(self, offset: int) -> int:
        """Give the number, from 0, of the logical line that holds the byte at `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def with_word(self, word: str) -> list[int]:
        """Give the numbers of the lines in which `word` stands as a whole name."""
        pattern = re.compile(rb"(?<![\w])" + re.escape(word.encode()) + rb"(?![\w])")
        return sorted({self.at(match.start()) for match in pattern.finditer(self.data)})

    def indent(self, number: int) -> int:
        """Give how many bytes of white space a line starts with."""
        start, end = self.spans[number]
        line = self.data[start:end]
        return len(line) - len(line.lstrip(b" \t\f"))


def logical_lines(data: bytes) -> LogicalLines:
    """Split a source into logical lines: brackets, strings and backslashes hold lines together."""
    spans: list[Span] = []
    start = depth = 0
    for match in _TOKEN.finditer(data):
        kind = match.lastgroup
        if kind == "opening":
            depth += 1
        elif kind == "closing":
            depth = max(0, depth - 1)
        elif kind == "newline" and depth == 0:
            spans.append((start, match.start()))
            start = match.end()
    spans.append((start, len(data)))
    return LogicalLines(data, tuple(spans))

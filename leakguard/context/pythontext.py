"""Which bytes of Python are text that no syntax rule reads as code: comments, and inside strings.

Told from the line and from the triple quotes above it, since to tokenise the file would take
longer than all else.
"""

import re
from collections.abc import Iterable, Iterator

from leakguard.context.extent import value_before

_TRIPLE = (b'"""', b"'''")
_CODE = re.compile(
    rb"""(?: [^"'\#]++ | "(?:[^"\\\n]++|\\.)*+" | '(?:[^'\\\n]++|\\.)*+' )*+""", re.VERBOSE
)
"""What stands before a comment, or before a string that does not end."""

_NAMES_ITSELF = re.compile(rb"[=:,;\s]")
"""What stands between a value and its name in one string: `"password=x"`."""

_LONGEST_LINE = 1_000
"""Bytes before a value in which its line is looked at."""


def ends_in_text(data: bytes, ends: Iterable[int]) -> Iterator[int]:
    """Give those of `ends`, offsets in bytes, ascending, behind values that stand in text together
    with their names: `# password = x`, `"password=x"`, a line of a docstring."""
    ends = list(ends)
    triples = _Triples(data, ends[-1] if ends else 0)
    for end in ends:
        is_open = triples.is_open_at(end - 1)
        if not is_open and _is_plain_code(data, end):
            continue  # as most are
        span = value_before(data, end)
        if span is not None and (is_open or _is_in_line_of_text(data, span[0])):
            yield end


def in_triple_quotes(data: bytes, offsets: Iterable[int]) -> frozenset[int]:
    """Give those of `offsets`, in bytes, ascending, that stand in a text in triple quotes."""
    offsets = list(offsets)
    triples = _Triples(data, offsets[-1] if offsets else 0)
    return frozenset(it for it in offsets if triples.is_open_at(it))


class _Triples:
    """The triple quotes of a source, from its beginning on: each byte is passed once for each
    kind of quote."""

    def __init__(self, data: bytes, stop: int) -> None:
        """`stop` is the last byte that is asked for: none behind it is looked at."""
        self._data, self._stop = data, stop
        self._opened = b""
        self._known = dict.fromkeys(_TRIPLE, -1)
        self._place, self._kind = self._next(0)

    def is_open_at(self, offset: int) -> bool:
        """Tell whether a text in triple quotes is open at a byte; bytes are asked for in order."""
        while self._place + 3 <= offset:
            self._opened = b"" if self._opened else self._kind
            self._place, self._kind = self._next(self._place + 3)
        return bool(self._opened)

    def _next(self, start: int) -> tuple[int, bytes]:
        """Give where the next quotes begin that open a text, or close the one that is open, and
        which ones they are."""
        if self._opened:
            return self._find(self._opened, start), self._opened
        double, single = _TRIPLE
        at, other = self._find(double, start), self._find(single, start)
        return (at, double) if at <= other else (other, single)

    def _find(self, kind: bytes, start: int) -> int:
        if self._known[kind] < start:
            found = self._data.find(kind, start, self._stop)
            self._known[kind] = found if found >= 0 else self._stop
        return self._known[kind]


def _is_plain_code(data: bytes, end: int) -> bool:
    """Whether no comment and no string is open before a value that ends at `end`, and no name
    stands in its own string, as a look at its line tells without reading it as Python."""
    line_start = data.rfind(b"\n", max(0, end - _LONGEST_LINE), end - 1) + 1
    stop, quote = end - 1, data[end - 1 : end]
    if quote in (b'"', b"'"):
        stop = data.rfind(quote, line_start, stop)
        if stop < 0 or _NAMES_ITSELF.search(data, stop, end):
            return False
    line = data[line_start:stop]
    if b"#" in line or b"\\" in line or (line_start == 0 and end > _LONGEST_LINE):
        return False
    doubles, singles = line.count(b'"'), line.count(b"'")
    return not (doubles and singles) and (doubles + singles) % 2 == 0


def _is_in_line_of_text(data: bytes, start: int) -> bool:
    lowest = max(0, start - _LONGEST_LINE)
    line_start = data.rfind(b"\n", lowest, start) + 1 or lowest
    # The quote that opens the value itself says nothing.
    stop = start - 1 if data[start - 1 : start] in (b'"', b"'") and start > line_start else start
    code = _CODE.match(data, line_start, stop)
    return code is not None and code.end() < stop

"""Which statement a place of a source belongs to, without reading the whole source.

Generated files have a megabyte and one hit. A line that begins with a keyword that no bracket can
hold, such as `def`, and that no open triple quote precedes, starts a statement; from the nearest
one above a place, the tokens tell where the statements are. Where there is no such line, the whole
source is read.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from leakguard.document import Span
from leakguard.syntax.lines import STATEMENT, LogicalLines, iter_logical_lines, logical_lines

_WINDOWS = (2_000, 16_000, 64_000)
"""Bytes above a place in which a start is looked for, the nearest first."""

_SMALL = 16_000
"""Bytes of a source that is read whole at once."""

_MANY = 200
"""Places that are looked for one by one; for more of them, the whole source is read."""

_LINE_START = re.compile(rb"(?m)^" + STATEMENT.pattern)
# These begin with a line's end rather than with `^`, for which `re` would try every byte.
_HEAD = re.compile(rb"\n(?P<indent>[ \t]*+)(?:async[ \t]+)?(?P<kind>def|class)[ \t]+(?P<name>\w+)")
_OUTSIDE = rb"\n([ \t]{0,%d})[A-Za-z_@]"

_LETTER = rb"[A-Za-z0-9_\x80-\xff]"
_LETTERS = frozenset(re.findall(_LETTER, bytes(range(256))))
_WORD = re.compile(_LETTER + rb"++")
_FEW_NAMES = 12

_MOST_PLACES = 1_000
"""Occurrences of a name that are looked at."""


@dataclass(frozen=True, slots=True)
class Block:
    """A `def` or a `class` around a place."""

    start: int
    """Where its head starts, in bytes from 0."""
    is_class: bool
    name: str


@dataclass(frozen=True)
class Spans:
    """The statements of a source, found where somebody asks for them."""

    data: bytes
    _known: dict[bytes, list[int]] = field(default_factory=dict, repr=False)
    _lines: list[Span] = field(default_factory=list, repr=False, compare=False)
    """What was found so far, in order."""
    _found: dict[int, Span] = field(default_factory=dict, repr=False, compare=False)
    _of_names: dict[str, tuple[Span, ...]] = field(default_factory=dict, repr=False, compare=False)

    def at(self, offset: int) -> Span:
        """Give the logical line, in bytes, that holds the byte at `offset`."""
        if offset not in self._found:
            known = bisect_right(self._lines, (offset, len(self.data) + 1)) - 1
            if known >= 0 and self._lines[known][0] <= offset < self._lines[known][1]:
                return self._lines[known]  # a long line has many places
            self._found[offset] = self._find(offset)
            insort(self._lines, self._found[offset])
        return self._found[offset]

    def _find(self, offset: int) -> Span:
        if len(self.data) <= _SMALL or len(self._found) > _MANY:
            return self._whole_at(offset)
        anchor = self._start_above(offset)
        if anchor is None:
            return self._whole_at(offset)
        return next(span for span in iter_logical_lines(self.data, anchor) if span[1] >= offset)

    def places_of(self, name: str) -> Iterable[int]:
        """Give where the last part of a dotted name stands as a word, in bytes, from the top.

        A few names are looked for one by one, which is faster than to index every word.
        """
        word = name.rpartition(".")[2].encode()
        if word not in self._known and len(self._known) < _FEW_NAMES:
            self._known[word] = list(islice(self._occurrences(word), _MOST_PLACES))
        return self._known[word] if word in self._known else self._index.get(word, [])

    def _occurrences(self, word: bytes) -> Iterator[int]:
        """`find` is many times as fast as a pattern that begins with what must not be there."""
        data, length = self.data, len(word)
        place = data.find(word) if word else -1
        while place >= 0:
            end = place + length
            if data[place - 1 : place] not in _LETTERS and data[end : end + 1] not in _LETTERS:
                yield place
            place = data.find(word, end)

    @cached_property
    def _index(self) -> dict[bytes, list[int]]:
        found: dict[bytes, list[int]] = {}
        for match in _WORD.finditer(self.data):
            places = found.setdefault(match.group(), [])
            if len(places) < _MOST_PLACES:
                places.append(match.start())
        return found

    def of_name(self, name: str) -> tuple[Span, ...]:
        """Give the logical lines in which the last part of a dotted name stands, from the top."""
        if name not in self._of_names:
            found: list[Span] = []
            for place in self.places_of(name):
                if not found or place > found[-1][1]:
                    found.append(self.at(place))
            self._of_names[name] = tuple(found)
        return self._of_names[name]

    def blocks(self, offset: int) -> tuple[Block, ...]:
        """Give the functions and classes around the line at `offset`, the innermost first."""
        line_start = self.data.rfind(b"\n", 0, offset) + 1
        indent = _indent(self.data[line_start : line_start + 200])
        found: list[Block] = []
        last = bisect_right(self._heads, line_start, key=lambda it: it[0]) - 1
        below = line_start
        for start, head_indent, is_class, name in reversed(self._heads[: last + 1]):
            if indent == 0:
                break
            if head_indent >= indent or start == line_start:
                continue
            if (outside := self._outside(start, below, head_indent)) is not None:
                indent = outside  # it ends the blocks of all heads above it that are as deep
            else:
                found.append(Block(start, is_class, name))
                indent, below = head_indent, start
        return tuple(found)

    def is_passed(self, above: int, below: int) -> bool:
        """Tell whether whoever comes to the statement at `below` has passed that at `above`: it
        stands higher, in the same block or in one around it, and in the same function."""
        first, second = self.at(above)[0], self.at(below)[0]
        line = self.data[first : first + 200]
        outside = re.compile(rb"(?m)^[ \t]{0,%d}(?=[^\s#])" % max(0, _indent(line) - 1))
        is_left = _indent(line) > 0 and outside.search(self.data, self.at(above)[1], second)
        is_deeper = _indent(self.data[second : second + 200]) >= _indent(line)
        blocks = [self.blocks(offset) for offset in (above, below)]
        return first < second and is_deeper and not is_left and blocks[0] == blocks[1]

    def _outside(self, head: int, line: int, indent: int) -> int | None:
        """Give the indentation of what stands between a head and a line outside the head's block;
        None if nothing does."""
        after = self.data.find(b"\n", head) + 1
        outside = re.compile(_OUTSIDE % min(indent, 200))
        match = outside.search(self.data, after - 1, line) if after < line else None
        is_outside = match is not None and not self._is_in_head(head, match.start() + 1)
        return len(match[1]) if match is not None and is_outside else None

    def _is_in_head(self, head: int, place: int) -> bool:
        return self.at(head)[1] >= place

    @cached_property
    def _heads(self) -> list[tuple[int, int, bool, str]]:
        return [
            (
                match.start(),  # that of the line's end, which is put before the first line
                len(match["indent"]),
                match["kind"] == b"class",
                match["name"].decode("utf-8", "replace"),
            )
            for match in _HEAD.finditer(b"\n" + self.data)
        ]

    def _start_above(self, offset: int) -> int | None:
        line_start = self.data.rfind(b"\n", 0, offset) + 1
        for window in _WINDOWS:
            lowest = max(0, line_start - window)
            starts = [it.start() for it in _LINE_START.finditer(self.data, lowest, offset + 1)]
            for start in reversed([it for it in starts if it <= line_start][-3:]):
                if self._is_outside_strings(start):
                    return start
            if lowest == 0:
                return None
        return None

    def _is_outside_strings(self, offset: int) -> bool:
        return all(bisect_left(places, offset) % 2 == 0 for places in self._triple_quotes)

    @cached_property
    def _triple_quotes(self) -> tuple[list[int], ...]:
        return tuple(
            [match.start() for match in re.finditer(quotes, self.data)]
            for quotes in (b'"""', b"'''")
        )

    def _whole_at(self, offset: int) -> Span:
        return self._whole.spans[self._whole.at(offset)]

    @cached_property
    def _whole(self) -> LogicalLines:
        return logical_lines(self.data)


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" \t"))

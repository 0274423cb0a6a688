"""Where the lines of a text begin and end, told without a list of them all.

A hostile text may be one line of many megabytes, or as many megabytes of line ends: marks at
even distances keep every question cheap in both.
"""

from dataclasses import dataclass

_STEP = 1 << 16
"""Bytes between two marks."""


@dataclass(frozen=True, slots=True)
class Lines:
    r"""The lines of a text. `\n`, `\r\n` and a lone `\r` end one, as editors have it."""

    data: bytes
    ends: bytes
    r"""As `data`, but the last byte of every line end is `\n`, and no other byte is."""
    before: tuple[int, ...]
    """How many line ends stand before each mark."""
    starts: tuple[int, ...]
    """Where the line begins that reaches over each mark."""
    stops: tuple[int, ...]
    r"""The first `\n` of `ends` at or after each mark; the size of the text if there is none."""

    @classmethod
    def of(cls, data: bytes) -> "Lines":
        """Give the lines of UTF-8 or Latin-1 text."""
        ends = data
        if b"\r" in data:
            ends = data.replace(b"\r\n", b" \n").replace(b"\r", b"\n")
        before, starts = [0], [0]
        for mark in range(_STEP, len(data) + 1, _STEP):
            before.append(before[-1] + ends.count(b"\n", mark - _STEP, mark))
            last = ends.rfind(b"\n", mark - _STEP, mark)
            starts.append(starts[-1] if last < 0 else last + 1)
        stops = [len(data)]
        for mark in range(len(before) * _STEP, 0, -_STEP):
            first = ends.find(b"\n", mark - _STEP, mark)
            stops.append(stops[-1] if first < 0 else first)
        return cls(data, ends, tuple(before), tuple(starts), tuple(reversed(stops)))

    def number(self, offset: int) -> int:
        """Give the number, from 1, of the line that holds the byte at `offset`."""
        mark = offset // _STEP
        return self.before[mark] + self.ends.count(b"\n", mark * _STEP, offset) + 1

    def span(self, offset: int) -> tuple[int, int]:
        """Give the bounds of the line that holds the byte at `offset`, without its end."""
        mark = offset // _STEP
        last = self.ends.rfind(b"\n", mark * _STEP, offset)
        start = self.starts[mark] if last < 0 else last + 1
        stop = self.ends.find(b"\n", offset, (mark + 1) * _STEP)
        if stop < 0:
            stop = self.stops[mark + 1]
        if stop > start and self.data[stop - 1 : stop + 1] == b"\r\n":
            stop -= 1
        return start, stop

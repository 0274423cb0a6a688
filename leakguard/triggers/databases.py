"""What is asked of a compiled Hyperscan database."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import hyperscan

from leakguard.document import Span

_AHEAD = 1024
"""Bytes behind a run that are taken at once; a further run is looked for behind them."""

_WINDOW = 1 << 14
"""Bytes in which a run is looked for at once."""


def loaded(content: bytes) -> hyperscan.Database:
    """Give a database that was dumped.

    Raises:
        hyperscan.error: this Hyperscan does not take it.
    """
    database = hyperscan.loadb(content, mode=hyperscan.HS_MODE_BLOCK)
    database.scratch = hyperscan.Scratch(database)
    return database


@dataclass(frozen=True)
class Dumped:
    """A database that few texts need: it is loaded when it is first asked."""

    content: bytes = field(repr=False)

    @cached_property
    def database(self) -> hyperscan.Database:
        """The database, loaded.

        Raises:
            hyperscan.error: this Hyperscan does not take it.
        """
        return loaded(self.content)


def matches(
    database: hyperscan.Database, data: bytes | memoryview, most: int = sys.maxsize
) -> list[tuple[int, int]]:
    """Give (pattern, end in bytes) of each match in `data`, or of the first `most`."""
    found: list[tuple[int, int]] = []
    append = found.append

    def note(pattern: int, _start: int, end: int, _flags: int, _context: object) -> bool:
        append((pattern, end))
        return len(found) >= most  # which ends the scan

    try:
        database.scan(data, match_event_handler=note)  # type: ignore[type-var]  # it takes views
    except hyperscan.ScanTerminated:
        return found  # as many as were asked for
    return found


@dataclass(frozen=True, slots=True)
class InRuns:
    """Patterns that match only where a long run of letters and digits is: only around one are they
    looked for.

    A delimited run takes Hyperscan eight times as long to find as one without delimiters, and
    most texts have none, or a few.
    """

    run: hyperscan.Database
    """One pattern, of which the first match is told."""
    patterns: Dumped
    widest: int
    """Bytes that one of the patterns matches at the most."""

    def matches(self, data: bytes) -> list[tuple[int, int]]:
        """Give (pattern, end in bytes) of each match of the patterns in `data`."""
        view = memoryview(data)
        return [
            (pattern, start + end)
            for start, stop in self._around_runs(view)
            for pattern, end in matches(self.patterns.database, view[start:stop])
        ]

    def _around_runs(self, data: memoryview) -> Iterator[Span]:
        """Give parts of `data`, in order and apart, that hold every match of the patterns; none
        can match anew because a part is cut where it is, since it would be too wide for that."""
        margin, start, stop, position = self.widest + 1, 0, 0, 0
        while (end := self._first_run(data, position)) is not None:
            if end - margin > stop:
                if stop:
                    yield start, stop
                start = end - margin
            stop = end + margin + _AHEAD
            if stop >= len(data):
                break
            position = stop - 2 * margin  # a run that ends before has its match in the part
        if stop:
            yield start, min(stop, len(data))

    def _first_run(self, data: memoryview, position: int) -> int | None:
        """Give where the first run behind `position` is seen. It is looked for in one window after
        the other: what is handed to Hyperscan is copied, so that the rest of a large text would
        be copied for each of its runs."""
        while position < len(data):
            if found := matches(self.run, data[position : position + _WINDOW], 1):
                return position + found[0][1]
            position += _WINDOW - self.widest
        return None

"""A progress bar on the terminal for scans that last over a second."""

import sys
import time
from collections.abc import Callable
from typing import TypeAlias

from leakguard.cli.output import columns
from leakguard.engine import Outcome, Progress
from leakguard.text import amount, plural

_AFTER = 1.0
"""Seconds before anything is drawn."""

_EVERY = 0.1
"""Seconds between two drawings."""

_STEPS = 20
"""How long the bar itself is, in characters."""

Start: TypeAlias = Callable[[int, int], Progress]


class Display:
    """Counts outcomes, draws once the scan has lasted a second, and leaves nothing behind.

    It is a context manager; what it gives is called with the number of files and of bytes to
    come. Each drawing goes over the one before it, by nothing but a carriage return, which
    every terminal knows.
    """

    def __init__(self) -> None:
        self._started = self._drawn = time.monotonic()
        self._total = 0
        self._files = self._bytes = self._findings = 0
        self._width = 0

    def __enter__(self) -> Start:
        return self._start

    def __exit__(self, *_: object) -> None:
        self._write("")

    def _start(self, _files: int, total: int) -> Progress:
        self._total = total
        return self._advance

    def _advance(self, outcome: Outcome) -> None:
        self._files += outcome.files + outcome.binary
        self._bytes += outcome.bytes
        self._findings += len(outcome.examined.findings)
        now = time.monotonic()
        if now - self._started > _AFTER and now - self._drawn > _EVERY:
            self._drawn = now
            self._write(self._line())

    def _line(self) -> str:
        done = min(1.0, self._bytes / self._total) if self._total else 0.0
        filled = int(done * _STEPS)
        bar = f"[{'#' * filled}{'.' * (_STEPS - filled)}] "
        counts = (
            f"{done:4.0%}  {amount(self._bytes)} of {amount(self._total)}, "
            f"{plural(self._files, 'file')}, {plural(self._findings, 'finding')}"
        )
        # The last column stays empty, so that no line is begun.
        room = columns(sys.stderr) - 1
        return (bar + counts if len(bar + counts) <= room else counts)[:room]

    def _write(self, line: str) -> None:
        """Write over what was drawn."""
        if not line and not self._width:
            return
        erase = " " * (self._width - len(line))
        sys.stderr.write(f"\r{line}{erase}" if line else f"\r{erase}\r")
        sys.stderr.flush()
        self._width = len(line)

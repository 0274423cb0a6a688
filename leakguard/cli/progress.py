"""A progress bar on the terminal for scans that last over a second."""

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from leakguard.engine import Outcome, Progress
from leakguard.text import plural

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_AFTER = 1.0
"""Seconds before anything is drawn."""

_EVERY = 0.1
"""Seconds between two drawings."""

Start: TypeAlias = Callable[[int, int], Progress]


class Display:
    """Counts outcomes, draws once the scan has lasted a second, and leaves nothing behind.

    It is a context manager; what it gives is called with the number of files and of bytes to
    come.
    """

    def __init__(self, color: bool = True) -> None:
        self._color = color
        self._started = self._drawn = time.monotonic()
        self._total = 0
        self._files = self._bytes = self._findings = 0
        self._bar: tuple[Bar, TaskID] | None = None

    def __enter__(self) -> Start:
        return self._start

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar[0].stop()

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
            self._draw()

    def _draw(self) -> None:
        bar, task = self._bar = self._bar or self._made()
        counts = f"{plural(self._files, 'file')}, {plural(self._findings, 'finding')}"
        bar.update(task, completed=self._bytes, counts=counts)
        bar.refresh()

    def _made(self) -> "tuple[Bar, TaskID]":
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, TextColumn
        from rich.progress import Progress as Bar

        bar = Bar(
            BarColumn(bar_width=None),
            DownloadColumn(binary_units=True),
            TextColumn("{task.fields[counts]}"),
            console=Console(file=sys.stderr, no_color=not self._color or None),
            transient=True,
            expand=True,
            auto_refresh=False,  # drawn by hand: a thread that refreshes must not see a fork
        )
        bar.start()
        return bar, bar.add_task("scan", total=self._total, counts="")

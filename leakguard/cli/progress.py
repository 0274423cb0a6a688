"""A progress bar on the terminal for scans that last over a second."""

import sys
import time
from typing import TYPE_CHECKING

from leakguard.engine import Outcome, Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_AFTER = 1.0
"""Seconds before anything is drawn."""

_EVERY = 0.1
"""Seconds between two drawings."""


def progress(files: int, total: int) -> Progress:
    """Give a function that counts outcomes, and draws once the scan has lasted a second."""
    return _Counter(files, total).advance


class _Counter:
    def __init__(self, files: int, total: int) -> None:
        self._expected = files
        self._total = total
        self._started = self._drawn = time.monotonic()
        self._files = self._bytes = self._findings = 0
        self._bar: tuple[Bar, TaskID] | None = None

    def advance(self, outcome: Outcome) -> None:
        self._files += outcome.files + outcome.binary
        self._bytes += outcome.bytes
        self._findings += len(outcome.examined.findings)
        now = time.monotonic()
        done = self._files + len(outcome.errors) >= self._expected
        if now - self._started > _AFTER and (now - self._drawn > _EVERY or done):
            self._drawn = now
            self._draw()
        if done and self._bar is not None:
            self._bar[0].stop()
            self._bar = None
            self._started = float("inf")

    def _draw(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, TextColumn
        from rich.progress import Progress as Bar

        if self._bar is None:
            # Drawn by hand: a thread that refreshes must not live beside a fork.
            bar = Bar(
                TextColumn("scanning"),
                BarColumn(),
                DownloadColumn(),
                TextColumn("{task.fields[files]} files, {task.fields[found]} findings"),
                console=Console(file=sys.stderr),
                transient=True,
                auto_refresh=False,
            )
            bar.start()
            self._bar = bar, bar.add_task("scan", total=self._total, files=0, found=0)
        bar, task = self._bar
        bar.update(task, completed=self._bytes, files=self._files, found=self._findings)
        bar.refresh()

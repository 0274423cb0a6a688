"""How a report is written: a module a format, each loaded when it is asked for."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from leakguard.report import Report

if TYPE_CHECKING:
    from leakguard.rule.own import OwnRule


@dataclass(frozen=True, slots=True)
class View:
    """How the one who asked wants to see a report."""

    show_secrets: bool = False
    why: bool = False
    show_suppressed: bool = False
    color: bool = False
    width: int = 100
    """Columns of the terminal."""
    encoding: str = "utf-8"
    """That of the terminal; what it lacks is written as escapes."""
    prefix: str = ""
    """What to put before a path so that it can be opened from the current folder."""
    within: str = ""
    """What leads from the work tree's root to the scanned one: see `leakguard.reporters.rooted`."""
    seconds: float | None = None
    """How long the scan took; only the text for people shows it. None where the same input has to
    give the same bytes."""
    now: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    """When the report is made, for what tells the time: see `leakguard.clock`."""
    quiet: bool = False
    below: int = 0
    """How many findings are left out since they are below the severity that is shown."""
    own_rules: "tuple[OwnRule, ...]" = ()
    """What the configuration defines."""
    rules_from: str | None = None
    """The folder of rules that the command line names."""

    def located(self, path: str) -> str:
        """Give a path of the report as it can be opened from the current folder."""
        return path if os.path.isabs(path) else self.prefix + path


class Reporter(Protocol):
    """Turns a report into text."""

    def __call__(self, report: Report, view: View) -> str:
        """Give the whole output, its last line ended."""


FORMATS = (
    "text", "json", "jsonl", "sarif", "gitlab", "codequality", "github", "junit", "csv", "markdown",
    "html",
)  # fmt: skip


def reporter(name: str) -> Reporter:
    """Give the reporter of a format of `FORMATS`: each is a module of this package."""
    module = import_module(f"leakguard.reporters.{name}")
    render: Reporter = module.render
    return render


def rendered(name: str, report: Report, view: View) -> str:
    """Give the output in a format of `FORMATS`, with the paths that its readers know."""
    from leakguard.reporters import rooted

    if name in rooted.FORMATS:
        report = rooted.rooted(report, view.within)
    return reporter(name)(report, view)

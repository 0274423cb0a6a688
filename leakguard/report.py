"""The report of a scan, with what was not scanned. It is apart from findings, since most scans have
none, and to make their classes takes time."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leakguard.finding import Finding, Original, Rejected


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that was not scanned, or not wholly: a path and what to do about it."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much was looked at."""

    files: int = 0
    bytes: int = 0
    binary: int = 0
    """Files left out because their content is binary."""
    archives: int = 0
    """Files that were looked into."""
    unchanged: int = 0
    """Files that were found clean before."""


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a scan, in deterministic order.

    What is suppressed is among the `findings` of a scan, until `suppress.apart` takes it out.
    `errors` are what could not be read (exit code 2), `notices` what was left out on purpose.
    """

    findings: "tuple[Finding, ...]"
    rejected: "tuple[Rejected, ...]"
    errors: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    statistics: Statistics
    originals: "tuple[Original, ...]" = ()
    """The files of the findings that can be fixed, if the scan was asked for fixes."""
    asking: tuple[tuple[str, str], ...] = ()
    """The paths and origins of the blobs that import what was looked up in some tree."""
    known: int = 0
    """Findings that are none of this scan, since HEAD or the base has them already."""
    suppressed: "tuple[Finding, ...]" = ()
    """Findings that do not count, each with the reason."""
    values: frozenset[str] = field(default=frozenset(), repr=False)
    """What is still to be masked in paths and messages."""

"""How to scan, and what comes of it: what goes between the processes that work."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from leakguard.archives.limits import Limits
from leakguard.document import Document
from leakguard.report import Problem
from leakguard.scanning.examined import Examined, joined
from leakguard.scanning.hits import Hits
from leakguard.scanning.per_path import EVERYWHERE, PerPath
from leakguard.sources.ignore import NO_PATTERNS, Patterns

if TYPE_CHECKING:
    from leakguard.rule.own import OwnRule

Key: TypeAlias = bytes
"""What a content is known by."""

Verdict: TypeAlias = tuple[Key, int]
"""A content in which nothing was found, and how many of its statements were not read as Python."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to scan."""

    selected: frozenset[str] | None = None
    """Ids of the rules; None for all."""
    explain: bool = False
    """Whether to keep what was rejected, with its reason."""
    fixes: bool = False
    """Whether to tell what to take out of the source to mend it."""
    jobs: int | None = None
    """Processes; None for one a core."""
    start_method: str | None = None
    """How multiprocessing starts them; None for the platform's way."""
    tell_of_compiling: Callable[[], None] | None = None
    """What is called before the triggers are compiled; it has to be picklable."""
    archives: Limits = field(default_factory=Limits)
    """How much of archives to read."""
    exclude: Patterns = NO_PATTERNS
    """What is left out of archives, as the source leaves it out elsewhere."""
    remember: bool = False
    """Whether to leave out what was found clean before, and to keep what is now."""
    honour: tuple[str, ...] = ()
    """The marks of other tools that allow a finding."""
    per_path: PerPath = EVERYWHERE
    """What holds for some paths alone."""
    own_rules: "tuple[OwnRule, ...]" = ()
    """What the configuration defines, besides the rules of the pack."""
    rules_from: str | None = None
    """The folder, absolute, of rules in Python that the command line names; they run."""
    today: date = field(default_factory=date.today)
    """The day on which it is told whether an allowance still counts."""
    keeps_paths: bool = False
    """Whether paths and messages of the report are left as they are, though they may hold values:
    where git is asked about them. `hiding.hidden` has to mask them then before they are shown."""
    parallel_from: int = 16 << 20
    """Bytes; from here on worker processes cost less than they save."""


@dataclass(frozen=True, slots=True)
class Fired:
    """A document of which libcst has to read statements: a worker that may die does it."""

    document: Document
    hits: Hits
    key: "Key | None" = None
    """What is kept if it is clean; None if it is not all of an item, or not alone in the tree."""

    @property
    def path(self) -> str:
        """The document's."""
        return self.document.path

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.document.data)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of some items."""

    examined: Examined
    errors: tuple[Problem, ...] = ()
    files: int = 0
    bytes: int = 0
    binary: int = 0
    archives: int = 0
    unchanged: int = 0
    """Those of the files that were found clean before."""
    fired: tuple[Fired, ...] = ()
    """What is still to be looked at."""
    clean: "tuple[Verdict, ...]" = ()
    """What nothing else is to be said of, whatever else is in the tree."""

    asked: tuple[tuple[str, str], ...] = ()
    """The paths and origins of blobs for which other documents were looked up."""

    @property
    def is_clean(self) -> bool:
        """Whether nothing is to be said of it, as far as it was looked at, but that statements were
        not read as Python."""
        it = self.examined
        found = it.findings or it.rejected or it.originals or it.allowances
        return not (self.errors or found or len(it.notices) > bool(it.unparsed))


def summed(parts: Iterable[Outcome]) -> Outcome:
    """Join outcomes, so that one message carries a batch."""
    outcomes = list(parts)
    return Outcome(
        joined(outcome.examined for outcome in outcomes),
        errors=tuple(error for outcome in outcomes for error in outcome.errors),
        files=sum(outcome.files for outcome in outcomes),
        bytes=sum(outcome.bytes for outcome in outcomes),
        binary=sum(outcome.binary for outcome in outcomes),
        archives=sum(outcome.archives for outcome in outcomes),
        unchanged=sum(outcome.unchanged for outcome in outcomes),
        fired=tuple(it for outcome in outcomes for it in outcome.fired),
        clean=tuple(it for outcome in outcomes for it in outcome.clean),
        asked=tuple(it for outcome in outcomes for it in outcome.asked),
    )

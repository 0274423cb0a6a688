"""What leakguard asserts: findings, and where they are."""

from dataclasses import dataclass

from leakguard.levels import Confidence as Confidence
from leakguard.levels import Mark as Mark
from leakguard.levels import Role as Role
from leakguard.levels import Severity as Severity
from leakguard.place import BETWEEN as BETWEEN
from leakguard.place import Cell as Cell
from leakguard.place import Place as Place
from leakguard.report import Problem as Problem
from leakguard.report import Report as Report
from leakguard.report import Statistics as Statistics
from leakguard.secret import Secret, SecretText
from leakguard.text import sentence


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, such as the API key of a pair."""

    label: str
    place: Place
    path: str | None = None
    """The document it is in, if it is not the finding's own."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """The Python line to write instead."""

    line: str
    imports: str | None
    """The import statement the line needs and the file lacks, if any."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, in order."""

    steps: tuple[str, ...]
    replacement: Replacement | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """The steps; one that leads to the replacement (`…:`) ends there if there is none."""
        return self.steps if self.replacement else tuple(map(sentence, self.steps))

    def __str__(self) -> str:
        lines = [f"{number}. {step}" for number, step in enumerate(self.sentences, start=1)]
        if self.replacement is not None:
            lines.append(f"   {self.replacement.line}")
            if self.replacement.imports is not None:
                lines.append(f"   (with `{self.replacement.imports}` at the top of the file)")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Row:
    """Things that stand in a row, such as the entries of a dict, and the one that is left out."""

    items: tuple[tuple[tuple[int, int], ...], ...]
    """Where each of them stands; a target and its value are one thing in two places."""
    index: int
    rest: str | None = ""
    """What stays if none of them does; None if the whole statement goes."""


WITHOUT_FALLBACK = "without its fallback the program stops where the variable is not set"
"""The doubt about a mend that takes what a read of the environment falls back to."""


@dataclass(frozen=True, slots=True)
class Mend:
    """How a place of a Python file is mended: what gives way there, and to what.

    Offsets are bytes of the document, from 0, the end exclusive.
    """

    span: tuple[int, int]
    """The expression that gives way."""
    form: str
    """What stands there afterwards: `{read}` is where the look-up goes."""
    secret: Secret | None
    """What the variable has to hold; None if no value leaves the file."""
    name: str | None = None
    """What to call the variable, if that name is free."""
    is_given: bool = False
    """Whether the program knows the variable by that name already, so that it can have no other."""
    doubt: str = ""
    """Why the program may not do afterwards what it did before; nothing if there is no doubt."""
    parts: tuple[tuple[int, int], ...] = ()
    """Where the literals stand that the value is put together of."""
    besides: tuple[tuple[tuple[int, int], str], ...] = ()
    """What else changes with it, and to what."""
    rows: tuple[Row, ...] = ()
    """What is left out instead, where the environment has the variable anyway: the innermost row
    first, each of the others holding the one before it."""
    is_output: bool = False
    """Whether it is no code, but what a notebook's code has shown, which is cleared."""


@dataclass(frozen=True, slots=True)
class Change:
    """A region of a file and the text that belongs there; never the text that was there."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Original:
    """A scanned file in which something can be fixed, to know it again."""

    path: str
    digest: bytes
    """SHA-256 of the document's data."""
    masked: tuple[tuple[int, int], ...]
    """Spans of everything that a rule took a look at: none of it may be shown."""


@dataclass(frozen=True, slots=True)
class Commit:
    """Who changed something, and when."""

    id: str
    author: str
    """The name alone, as the commit has it."""
    date: str
    """When it was written, as ISO 8601."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a finding is from, if commits were looked at."""

    introduced: Commit | None
    """The first of them that has it."""
    removed: Commit | None
    """The one that took it away for good; None if it is still there."""
    in_head: bool | None = None
    """Whether HEAD has it; None if that was not looked at."""
    paths: tuple[str, ...] = ()
    """Every path that it had, where the whole history was looked at."""
    refs: tuple[str, ...] = ()
    """The full names of the refs whose history has it, where the whole history was looked at."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count."""

    kind: str
    """`inline`, or `baseline`."""
    reason: str
    """What is said for it, masked; of a mark of others, the mark itself."""
    place: Place | None = None
    """Where the allowance stands, in the file of the finding."""
    most: int = 1
    """How many findings of the rule it is for."""


@dataclass(frozen=True, slots=True)
class Half:
    """What belongs to a secret: the API key of a pair, or its passphrase."""

    role: Role
    secret: Secret


@dataclass(frozen=True, slots=True)
class Finding:
    """A credential that stands where it should not."""

    rule: str
    path: str
    """Of the file, relative to the scanned root, with `/`."""
    place: Place
    severity: Severity
    confidence: Confidence
    message: str
    advice: Advice
    secret: Secret | None
    """None for a finding about a statement or a file rather than a value."""
    fingerprint: str
    secret_id: str | None
    """None where a digest of the value could be guessed back."""
    snippet: SecretText
    related: tuple[Related, ...] = ()
    origin: str = "tree"
    mends: tuple[Mend, ...] = ()
    """How it can be mended, if the scan was asked for fixes and knows of any."""
    is_partly_mended: bool = False
    """Whether that leaves one of a pair, or of three, where it is."""
    fixes: tuple[Change, ...] = ()
    """The changes that mend it, once they are planned."""
    trace: Trace | None = None
    """The commits that it is from, if commits were looked at."""
    member: str = ""
    """Where it stands in the file if that is an archive; the place is of what stands there."""
    suppression: Suppression | None = None
    """Why it does not count; None if it does."""
    statement: Secret | None = None
    """Of a finding without a value: what its fingerprint is made of."""
    provider: str | None = None
    """Whose credential it is, as a rule calls them: `Binance`."""
    role: Role | None = None
    """What the secret is to the one who uses it."""
    sandbox: bool = False
    """Whether it is known to be for a test environment."""
    halves: tuple[Half, ...] = ()
    """What the secret is used with, where that stands near it."""
    marks: frozenset[Mark] = frozenset()
    """What is said around a pair about where it is used."""

    @property
    def where(self) -> str:
        """The path to show: that of the file, and of the member in it."""
        return f"{self.path}{BETWEEN}{self.member}" if self.member else self.path

    @property
    def order(self) -> tuple[str, Place, str, str]:
        """The key by which reports are sorted."""
        return (self.where, self.place, self.rule, self.fingerprint)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that is no finding, and the name of the reason; shown by `--why`."""

    rule: str
    path: str
    place: Place
    reason: str
    secret: Secret

    @property
    def order(self) -> tuple[str, Place, str, str]:
        """The key by which reports are sorted."""
        return (self.path, self.place, self.rule, self.reason)

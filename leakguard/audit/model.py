"""What an audit says. No value is in it, nor a text that nobody has cleaned of values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from leakguard.finding import Commit, Problem, Severity
from leakguard.inventory.keys import Event, Spot


class How(StrEnum):
    """How a key is kept at this time."""

    HARD_CODED = "hard-coded"
    FILE = "file for keys"
    """A file that is made for them, such as a `.env`."""
    ENVIRONMENT = "environment"
    """A variable of the environment in which the audit runs."""
    READS_ENVIRONMENT = "read from the environment"
    """The file in which it stood reads the environment now."""
    SECRET_MANAGER = "secret manager"  # noqa: S105
    """The file in which it stood asks a secret manager now."""


class Tracking(StrEnum):
    """What git does with a file."""

    TRACKED = "tracked by git"
    EXPECTED = "not ignored by git"
    """It is not in git yet, but the next `git add` takes it."""
    IGNORED = "ignored by git"


@dataclass(frozen=True, slots=True)
class Stored:
    """A place where a key is kept at this time."""

    how: How
    where: str
    """A path, with a line where it is known; the name of a variable or of a secret manager."""
    tracking: Tracking | None = None
    mode: int | None = None
    """The permissions of a file for keys; None where the system has none."""

    @property
    def is_open(self) -> bool:
        """Whether others on this machine may read the file."""
        return self.mode is not None and bool(self.mode & 0o077)


class Where(StrEnum):
    """Where somebody finds a key who has the repository."""

    HEAD = "HEAD"
    BRANCH = "branch"
    TAG = "tag"
    STASH = "stash"
    OTHER = "ref"
    HISTORY = "history"
    """No file has it any more, but older commits have."""
    REFLOG = "reflog"
    """No ref leads to it, but this clone remembers it."""
    WORK_TREE = "work tree"
    """It is not committed, but nothing keeps the next commit from taking it."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """Where a key can be read."""

    where: Where
    names: tuple[str, ...]
    """The full names of refs, or of stashes."""
    paths: tuple[str, ...]
    """The files there; nothing for a history."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What an exchange has answered about a key, as `leakguard verify` has written it."""

    state: str
    environment: str
    is_test: bool | None
    permissions: tuple[str, ...] | None
    ip_restricted: bool | None
    created: datetime | None
    severity: Severity | None

    @property
    def is_dead(self) -> bool:
        """Whether nobody can use the key any more."""
        return self.state == "dead"


@dataclass(frozen=True, slots=True)
class Audited:
    """A key, and what is to be said of it."""

    id: str
    secret_id: str | None
    provider: str | None
    kind: str
    role: str | None
    is_test: bool
    severity: Severity
    confidence: str
    state: str
    """`verified`, `proven`, `paired` or `found`: the most that is known of it."""
    first: Commit | None
    last: Commit | None
    is_current: bool
    created: datetime | None
    """Since when there is this key: as the exchange says, else since its first commit."""
    age: int | None
    """Days; None if no commit and no exchange tells."""
    is_overdue: bool
    exposures: tuple[Exposure, ...]
    is_exposed: bool
    """Whether it can be read where it should not be, and may still be of use."""
    stored: tuple[Stored, ...]
    spots: tuple[Spot, ...]
    events: tuple[Event, ...]
    now: tuple[str, ...]
    refs: tuple[str, ...]
    verified: Verified | None
    allowed: str
    """Why it does not count, if it does not."""
    replaces: str | None = None
    """The id of the key that stood in its place before."""
    replaced_by: str | None = None

    @property
    def places(self) -> tuple[str, ...]:
        """The files and messages that have it, or had it."""
        return tuple(it.path for it in self.spots)

    @property
    def fails(self) -> bool:
        """Whether something is to be done about it."""
        return self.is_exposed or self.is_overdue


@dataclass(frozen=True, slots=True)
class Check:
    """Something that good practice asks for."""

    id: str
    is_met: bool
    asks: str
    """What is asked for, as a sentence."""
    found: tuple[str, ...]
    """What there is instead, or what there is."""
    advice: str
    """What to do if it is not met."""


@dataclass(frozen=True, slots=True)
class Rotation:
    """A key in whose place another one stands now."""

    old: str
    new: str
    path: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A key that an earlier audit knew."""

    id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed since an earlier audit."""

    since: str
    """When that was made, as it says."""
    new: tuple[str, ...]
    gone: tuple[Gone, ...]
    rotated: tuple[Rotation, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """The whole of it."""

    made: datetime
    max_age: int
    """Days after which a key is overdue."""
    keys: tuple[Audited, ...]
    checks: tuple[Check, ...]
    changes: Changes | None
    errors: tuple[Problem, ...]
    notices: tuple[Problem, ...]

    def named(self, name: str) -> Audited | None:
        """Give the key of an id."""
        return next((it for it in self.keys if it.id == name), None)

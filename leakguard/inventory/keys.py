"""What is known of each key: where it stands, where it stood, and since when."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from leakguard.errors import UsageError
from leakguard.finding import Commit, Confidence, Finding, Half, Role, Severity
from leakguard.secret import Secret

WORK_TREE = "work tree"
"""What a place is in that is read from the disk."""

HEAD = "HEAD"

_ID = re.compile(r"[0-9a-f]{4,32}")


class Kind(StrEnum):
    """What holds a key."""

    FILE = "file"
    COMMIT = "commit"
    """What a commit says."""
    TAG = "tag"
    """What a tag says."""
    REF = "ref"
    """The name of a branch or a tag."""


class Did(StrEnum):
    """What a commit did with a key."""

    ADDED = "added"
    MOVED = "moved"
    """It stands in a file that was renamed."""
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Event:
    """What a commit did with a key at a path."""

    did: Did
    commit: Commit
    path: str
    """As it is shown, values masked."""
    old_path: str = ""
    """What the file was called before it was renamed."""
    line: int | None = None
    """Where it stands since, from 1; None where it was taken away."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A file or a message that holds a key, or held it."""

    kind: Kind
    path: str
    """As it is shown, values masked: of a message `commit <id>` or `tag <id>`."""
    findings: tuple[Finding, ...] = field(repr=False)
    """What was found in each version of it, the newest last; `origin` names the blob, and is `tree`
    for what is on the disk."""
    now: tuple[str, ...] = ()
    """Where it is at this time: `work tree`, `HEAD`, full names of refs, `stash@{0}`."""
    allowed: str = ""
    """Why it does not count, where somebody has said so in its line, or has called its entry of the
    baseline a false alarm."""
    is_tracked: bool = False
    """Whether git tracks the file at this time, or would with the next `git add`."""

    @property
    def finding(self) -> Finding:
        """What stands there, or stood there in the end."""
        return self.findings[-1]


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key that the tree or the history knows, with what it is used with."""

    id: str
    """Its secret_id; of a value that could be guessed the fingerprint of its first place."""
    secret_id: str | None
    """None where a digest of the value could be guessed back."""
    provider: str | None
    role: Role | None
    kind: str
    """What it is, for people: `Binance key pair`."""
    sandbox: bool
    """Whether every place says that it is for a test environment."""
    severity: Severity
    confidence: Confidence
    secret: Secret
    halves: tuple[Half, ...]
    """What it is used with, such as its API key; each value once."""
    aliases: frozenset[str]
    """The fingerprints of all its places, and the secret_ids of its halves."""
    spots: tuple[Spot, ...]
    events: tuple[Event, ...]
    """What commits did with it, each behind those of the commits that it is made on."""
    refs: tuple[str, ...]
    """The full names of the refs whose history has it."""

    @property
    def first(self) -> Commit | None:
        """The oldest commit that brought it in; None if none did."""
        return min(
            (it.commit for it in self.events if it.did is Did.ADDED), key=age_of, default=None
        )

    @property
    def last(self) -> Commit | None:
        """The last commit that took it away from somewhere; None while it still stands in the work
        tree, in HEAD or on a branch, or if no commit did."""
        if self.is_current:
            return None
        taken = [it.commit for it in self.events if it.did is Did.REMOVED]
        return max(taken, key=age_of, default=None)

    @property
    def now(self) -> tuple[str, ...]:
        """Where it is at this time, what is at hand before the rest; nothing if only the history
        has it."""
        named = dict.fromkeys(it for spot in self.spots for it in spot.now)
        return tuple(sorted(named, key=lambda it: it not in (HEAD, WORK_TREE)))

    @property
    def is_current(self) -> bool:
        """Whether it stands in the work tree, in HEAD or on a branch."""
        return any(map(is_current, self.now))

    @property
    def is_in_history(self) -> bool:
        """Whether a commit or a tag has it, or had it."""
        return bool(self.events or self.refs) or any(
            it.kind is not Kind.FILE or it.now not in ((), (WORK_TREE,)) for it in self.spots
        )

    @property
    def is_allowed(self) -> bool:
        """Whether somebody has said of every place that it does not count."""
        return all(it.allowed for it in self.spots)


_BRANCHES = ("refs/heads/", "refs/remotes/")


def is_current(name: str) -> bool:
    """Tell whether a name of where a key is now is the work tree, HEAD or a branch."""
    return name in (WORK_TREE, HEAD) or name.startswith(_BRANCHES)


def moment(date: str) -> datetime | None:
    """Read the date of a commit; None if it has none that can be read."""
    try:
        found = datetime.fromisoformat(date)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def age_of(commit: Commit) -> tuple[bool, datetime, str]:
    """The order of commits: those without a date at last."""
    when = moment(commit.date)
    return when is None, when or datetime.max.replace(tzinfo=UTC), commit.id


@dataclass(frozen=True, slots=True)
class Inventory:
    """Every key that was found, the worst first."""

    keys: tuple[HeldKey, ...]

    def find(self, name: str) -> HeldKey:
        """Give the key of a secret_id, or of the fingerprint of one of its places; four of the
        first digits do, if no other key begins so.

        Raises:
            UsageError: there is none, or several.
        """
        wanted = name.strip().lower()
        if not _ID.fullmatch(wanted):
            raise UsageError(
                "a key is named by its secret_id or a fingerprint, hex digits: `leakguard audit` "
                "lists them all"
            )
        alike = (
            [it for it in self.keys if wanted == it.id]  # which may be a half of others, too
            or [it for it in self.keys if wanted in it.aliases]
            or [it for it in self.keys if _begins(it, wanted)]
        )
        if not alike:
            raise UsageError(f"no key begins with {wanted}: `leakguard audit` lists them all")
        if len(alike) > 1:
            ids = ", ".join(it.id for it in alike[:4])
            raise UsageError(f"{len(alike)} keys begin with {wanted}: {ids}")
        return alike[0]


def _begins(key: HeldKey, start: str) -> bool:
    return key.id.startswith(start) or any(it.startswith(start) for it in key.aliases)

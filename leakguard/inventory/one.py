"""One key: what was found of it, and what it is then."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from leakguard.document import BLOB
from leakguard.finding import Commit, Finding, Half
from leakguard.fingerprint import secret_id
from leakguard.history.changes import Blob
from leakguard.inventory.follow import Step
from leakguard.inventory.keys import HEAD, WORK_TREE, Did, Event, HeldKey, Kind, Spot
from leakguard.inventory.kinds import kind_of
from leakguard.masking.redact import scrub
from leakguard.secret import Secret
from leakguard.text import neutralise

_ON_DISK = "tree"
"""The origin of what is found there."""


@dataclass
class Found:
    """What was found of one value."""

    spots: dict[tuple[Kind, str, str], list[Finding]] = field(default_factory=dict)
    """By kind, path and member of an archive."""
    steps: list[Step] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class World:
    """What git and the baseline say of all that was found."""

    commits: Mapping[str, Commit]
    """Those that did something."""
    refs: Mapping[str, tuple[str, ...]]
    """The refs whose history has each of them."""
    now: Mapping[Blob, tuple[str, ...]]
    """The names of what has a blob at its path now."""
    tags: Mapping[str, tuple[str, ...]]
    """The full names of the refs that name a tag object."""
    tracked: frozenset[str]
    allowed: Mapping[str, str]
    """Why findings do not count, by their fingerprints."""
    masked: Mapping[str, str]
    """How paths and refs are shown that hold a value."""

    def shown(self, path: str) -> str:
        """Give a path as it may be seen."""
        return neutralise(self.masked.get(path, path))

    def named(self, refs: Iterable[str]) -> tuple[str, ...]:
        """Give the names of refs as they may be seen."""
        return tuple(self.masked.get(it, it) for it in refs)


def held_key(value: str, found: Found, world: World) -> HeldKey:
    """Give the key of a value."""
    spots = tuple(_spot(kind, them, world) for (kind, *_), them in found.spots.items())
    findings = [it for spot in spots for it in spot.findings]
    best = max(findings, key=lambda it: (len(it.halves), it.provider is not None, it.confidence))
    halves: dict[str, Half] = {}
    for it in findings:
        for half in it.halves:
            halves.setdefault(half.secret.reveal(), half)
    written = {it.secret.reveal() for it in findings if it.secret is not None}
    ids = (secret_id(it) for it in (value, *halves, *written))
    events = (*_said(spots, world), *_events(found.steps, world))
    return HeldKey(
        id=secret_id(value) or findings[0].fingerprint,
        secret_id=secret_id(value),
        provider=best.provider,
        role=best.role,
        kind=neutralise(kind_of(best)),
        sandbox=all(it.sandbox for it in findings),
        severity=max(it.severity for it in findings),
        confidence=max(it.confidence for it in findings),
        secret=Secret(value),
        halves=tuple(halves.values()),
        aliases=frozenset((*(it.fingerprint for it in findings), *filter(None, ids))),
        spots=spots,
        events=events,
        refs=_refs(events, spots, world),
    )


def _spot(kind: Kind, findings: Iterable[Finding], world: World) -> Spot:
    versions = sorted(findings, key=lambda it: _recency(it, world))
    now = [name for it in versions for name in _now(kind, it, world)]
    shown = tuple(_shown(it, world) for it in versions)
    reason = world.allowed.get(versions[-1].fingerprint, "")
    return Spot(
        kind=kind,
        path=shown[-1].where,
        findings=shown,
        now=tuple(dict.fromkeys(now)),
        allowed=neutralise(scrub(reason)),
        is_tracked=kind is Kind.FILE and versions[-1].path in world.tracked,
    )


def _recency(finding: Finding, world: World) -> int:
    """The order of versions; those that are equal are in order already."""
    return 2 if finding.origin == _ON_DISK else int(HEAD in world.now.get(_blob(finding), ()))


def _blob(finding: Finding) -> Blob:
    return finding.path, finding.origin.removeprefix(BLOB)


def _now(kind: Kind, finding: Finding, world: World) -> tuple[str, ...]:
    """Give where a finding is now; what a commit says is nowhere but in the history."""
    name = finding.origin.rpartition(" ")[2]
    if kind is Kind.TAG:
        return world.named(world.tags.get(name, ()))
    if kind is Kind.FILE:
        return (WORK_TREE,) if name == _ON_DISK else world.named(world.now.get(_blob(finding), ()))
    return ()


def _shown(finding: Finding, world: World) -> Finding:
    return replace(finding, path=world.shown(finding.path), member=world.shown(finding.member))


def _said(spots: Iterable[Spot], world: World) -> Iterator[Event]:
    """Give what commits say: what stands in a message came with its commit, and stays."""
    for spot in spots:
        commit = world.commits.get(spot.finding.origin.rpartition(" ")[2])
        if spot.kind is Kind.COMMIT and commit is not None:
            yield Event(Did.ADDED, commit, spot.path, line=spot.finding.place.line)


def _events(steps: Iterable[Step], world: World) -> Iterator[Event]:
    for it in steps:
        commit = world.commits.get(it.commit)
        if commit is not None:
            old = world.shown(it.old_path)
            yield Event(it.did, commit, world.shown(it.path), old, it.line)


def _refs(events: Iterable[Event], spots: Iterable[Spot], world: World) -> tuple[str, ...]:
    """Give the refs whose history has a key; those that are called like it are in no history."""
    commits = {it.commit.id for it in events if it.did is Did.ADDED}
    of_tags = {name for spot in spots if spot.kind is Kind.TAG for name in spot.now}
    return tuple(sorted(of_tags.union(*(world.named(world.refs.get(it, ())) for it in commits))))

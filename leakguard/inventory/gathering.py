"""The keys of a repository, put together from what scans of it have found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from leakguard.finding import Finding
from leakguard.history.changes import Blob, Change
from leakguard.history.commits import about
from leakguard.history.refs import refs_with
from leakguard.history.trace import Held
from leakguard.inventory import follow, tips
from leakguard.inventory.keys import HeldKey, Inventory, Kind
from leakguard.inventory.one import Found, World, held_key
from leakguard.inventory.owners import Owners
from leakguard.masking.hiding import masks, sought
from leakguard.suppress.baseline import Baseline, matched
from leakguard.suppress.entries import FALSE_ALARM


@dataclass(frozen=True, slots=True)
class Seen:
    """What scans have found, with paths as they are."""

    past: tuple[Finding, ...] = ()
    """In commits, tags, the names of refs, and blobs that no commit leads to."""
    held: Held = field(default_factory=dict)
    """In blobs at the paths that they have in commits."""
    changes: Sequence[Change] = ()
    """Of the commits that bring or take one of these blobs, each behind its parents."""
    tree: tuple[Finding, ...] = ()
    """On the disk."""
    tracked: frozenset[str] = frozenset()
    """The paths on the disk that git tracks, or would with the next `git add`."""
    values: frozenset[str] = field(default=frozenset(), repr=False)
    """What must not be seen in paths."""


def gather(folder: str, seen: Seen, baseline: Baseline, today: date) -> Inventory:
    """Put together what scans of the repository at `folder` have found: a key for each value, and
    one for the halves of a pair, wherever they stand. A finding without a value is none.

    A value that could be guessed has no secret_id: its places are put together as well, within
    this run, and it is named by the fingerprint of the first.

    Raises:
        GitError: git refuses it.
    """
    every = [*(it for them in seen.held.values() for it in them.values()), *seen.past, *seen.tree]
    owners = Owners.of(every)
    held = {at: _by_value(them.values(), owners) for at, them in seen.held.items()}
    steps = follow.steps(seen.changes, held)
    commits = _commits(steps, seen.past)
    refs = refs_with(folder, commits)
    now = tips.held_by(folder, tips.named(folder), held) if held else {}
    tags = tips.tags(folder) if any(it.origin.startswith("tag ") for it in seen.past) else {}
    shown = {text for it in every for text in (it.path, it.member)}
    shown.update(name for of in (refs, now, tags) for names in of.values() for name in names)
    world = World(
        commits=about(folder, commits),
        refs=refs,
        now=now,
        tags=tags,
        tracked=seen.tracked,
        allowed=_allowed(every, baseline, today),
        masked=masks(shown, sought(seen.values, every)),
    )
    found = _found(seen, held, owners)
    for step in steps:
        found[step.value].steps.append(step)
    keys = [held_key(value, it, world) for value, it in found.items()]
    return Inventory(tuple(sorted(keys, key=_order)))


def _commits(steps: Iterable[follow.Step], past: Iterable[Finding]) -> set[str]:
    """Give the ids of the commits that did something with a value, or say it."""
    origins = (it.origin.partition(" ") for it in past)
    return {it.commit for it in steps} | {name for kind, _, name in origins if kind == "commit"}


def _by_value(findings: Iterable[Finding], owners: Owners) -> dict[str, Finding]:
    """Give the findings of one blob by the values that speak for them: the one that knows most."""
    found: dict[str, Finding] = {}
    for it in sorted(findings, key=lambda it: (-len(it.halves), it.order)):
        value = owners.of_finding(it)
        if value is not None:
            found.setdefault(value, it)
    return found


def _found(
    seen: Seen, held: Mapping[Blob, Mapping[str, Finding]], owners: Owners
) -> dict[str, Found]:
    """Give what was found of each value, by where it stands; older versions first."""
    found: dict[str, Found] = {}

    def add(kind: Kind, value: str, finding: Finding) -> None:
        spot = (kind, finding.path, finding.member)
        findings = found.setdefault(value, Found()).spots.setdefault(spot, [])
        if finding not in findings:
            findings.append(finding)

    in_order = dict.fromkeys(it.key for it in seen.changes if it.key in held)
    for at in (*filter(None, in_order), *(it for it in held if it not in in_order)):
        for value, finding in held[at].items():
            add(Kind.FILE, value, finding)
    for finding in (*seen.past, *seen.tree):
        owner = owners.of_finding(finding)
        if owner is not None:
            add(_kind(finding), owner, finding)
    return found


def _kind(finding: Finding) -> Kind:
    first = finding.origin.partition(" ")[0]
    return {"commit": Kind.COMMIT, "tag": Kind.TAG, "refs": Kind.REF}.get(first, Kind.FILE)


def _allowed(findings: Sequence[Finding], baseline: Baseline, today: date) -> dict[str, str]:
    """Give why findings do not count, by their fingerprints."""
    found = {
        it.fingerprint: it.suppression.reason
        for it in findings
        if it.suppression is not None and it.suppression.kind == "inline"
    }
    if baseline.entries:
        for n, entry in matched(findings, baseline).by_finding.items():
            if entry.audit == FALSE_ALARM and not entry.is_over(today):
                found[findings[n].fingerprint] = f"a false alarm: {entry.reason}"
    return found


def _order(key: HeldKey) -> tuple[int, str, str]:
    """The worst first, then the oldest."""
    first = key.first
    return -key.severity, first.date if first is not None else "~", key.id

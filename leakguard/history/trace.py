"""Which commit brought a secret in, and which took it out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from leakguard.document import BLOB
from leakguard.finding import Commit, Finding, Report, Trace
from leakguard.history.changes import Blob, Change

Key = tuple[str, str, str]
"""A rule, where it stands in the file if that is an archive, and a value: what a secret is whatever
the file is called."""

Held = dict[Blob, dict[Key, Finding]]
"""The findings of each blob at its path."""

Look = Callable[[Iterable[Blob]], Report]
"""Scans blobs at their paths."""


@dataclass(frozen=True, slots=True)
class Found:
    """A secret that some change brought, and the last one that took it away."""

    finding: Finding
    introduced: str
    """Id of the commit."""
    removed: str | None
    """None if it is still there."""


def origin_of(blob: str) -> str:
    """Give the origin of a document that is a blob, by which its findings are told apart."""
    return BLOB + blob


def held(report: Report) -> Held:
    """Give the findings of a scan of blobs by where they stand."""
    found: Held = {}
    for it in report.findings:
        blob = it.origin.removeprefix(origin_of(""))
        found.setdefault((it.path, blob), {})[key_of(it)] = it
    return found


def key_of(finding: Finding) -> Key:
    """Give what makes a secret the same in another file: one without a value is its statement."""
    what = finding.fingerprint if finding.secret is None else finding.secret.reveal()
    return finding.rule, finding.member, what


def found_by(
    changes: Sequence[Change],
    report: Report,
    look: Look,
    at_end: Callable[[set[str]], AbstractSet[Blob]],
) -> list[Found]:
    """Give each secret that a change brought into a path, or into what was renamed to it.

    `changes` are in order, `report` is of the blobs that they bring; what they are made on is
    looked at only where something is found. `at_end` gives what stands at some paths in the end:
    a secret that one branch took out, and the merge has from the other, is still there.
    """
    known = held(report)
    known |= held(look(_unknown(changes, known)))
    introduced: dict[tuple[Key, str], Found] = {}
    current: dict[tuple[Key, str], tuple[Key, str]] = {}
    for change in changes:
        before = {key: path for path, blob in change.old for key in known.get((path, blob), ())}
        now = known.get(change.key, {}) if change.key is not None else {}
        for key, finding in now.items():
            one = current.get((key, before[key])) if key in before else (key, finding.fingerprint)
            if one is None:  # it was there before all of the changes
                continue
            if key not in before:
                found = introduced.setdefault(one, Found(finding, change.commit, None))
                introduced[one] = replace(found, removed=None)
            current[key, change.path] = one
        for key, path in before.items():
            if key not in now and (one := current.get((key, path))) is not None:
                introduced[one] = replace(introduced[one], removed=change.commit)
    left = at_end({path for _, path in current}) if introduced else set()
    there = {one for (key, path), one in current.items() if _is_in(key, path, left, known)}
    return [replace(it, removed=None) if one in there else it for one, it in introduced.items()]


def _is_in(key: Key, path: str, blobs: AbstractSet[Blob], known: Held) -> bool:
    return any(key in known.get(it, {}) for it in blobs if it[0] == path)


def fresh(report: Report, before: Mapping[str, Iterable[Blob]], look: Look) -> Report:
    """Give the report without what stood already in what the paths had `before`."""
    wanted = {blob for it in report.findings for blob in before.get(it.path, ())}
    known = held(look(sorted(wanted))) if wanted else {}
    left = tuple(
        it
        for it in report.findings
        if not any(key_of(it) in known.get(blob, {}) for blob in before.get(it.path, ()))
    )
    return replace(report, findings=left, known=len(report.findings) - len(left))


def _unknown(changes: Sequence[Change], known: Held) -> list[Blob]:
    """What has to be looked at besides: what those blobs replace in which something is found."""
    read = {it.key for it in changes}
    before = {old for it in changes if it.key in known for old in it.old}
    return sorted(before - read)


def traced(
    found: Iterable[Found], report: Report, origin: str, about: Mapping[str, Commit]
) -> Report:
    """Give the report with the secrets that were brought in, and the commits they are from."""
    return replace(
        report,
        findings=tuple(
            replace(
                it.finding,
                origin=origin,
                trace=Trace(about.get(it.introduced), about.get(it.removed or "")),
            )
            for it in found
        ),
    )

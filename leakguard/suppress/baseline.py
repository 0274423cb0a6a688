"""The baseline: findings that stay, told by their fingerprints, wherever their lines move to."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from leakguard.finding import BETWEEN, Finding, Problem, Report, Suppression
from leakguard.fingerprint import fingerprint, is_guessable, statement_fingerprint
from leakguard.masking.redact import scrub
from leakguard.suppress import entries
from leakguard.suppress.entries import Entry
from leakguard.text import neutralise

_MOST_TRIED = 200
"""Fingerprints of guessable values that are made for other paths: each takes scrypt some
milliseconds."""
_MOST_TRIED_QUICKLY = 500_000
"""Fingerprints in all that are made for other paths: thousands of entries whose files are gone,
times thousands of findings, would take minutes."""

Gone = Callable[[Iterable[str]], set[str]]
"""Gives those of some paths that are no more."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries by their fingerprints, and what tells which of their paths are gone."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    gone: Gone = lambda _: set()


@dataclass(frozen=True, slots=True)
class Matched:
    """Which entries are for which findings."""

    by_finding: Mapping[int, Entry]
    """By the numbers of the findings, from 0."""
    moved: Mapping[str, Finding]
    """By the fingerprints of entries: the finding that stands where their path was renamed to."""
    untried: int
    """Fingerprints that were not tried."""


def home_of(root: str) -> str:
    """Give the folder that the baseline of a scanned root is in: that of the work tree, else the
    root itself."""
    here = os.path.abspath(root)
    while True:
        if os.path.lexists(os.path.join(here, ".git")):
            return here
        above = os.path.dirname(here)
        if above == here:
            return os.path.abspath(root)
        here = above


def of_root(root: str) -> Baseline:
    """Give the baseline of a scanned root, as it is on the disk.

    Raises:
        ConfigError: it is wrong.
    """
    top = home_of(root)
    if _is_bare(top):
        return of_commit(top, "HEAD", "HEAD")
    return Baseline(entries.in_folder(top), lambda paths: {it for it in paths if _is_gone(top, it)})


def of_commit(top: str, base: str, head: str) -> Baseline:
    """Give the baseline that a commit has; a path is gone if another one does not have it.

    Raises:
        ConfigError: it is wrong.
        GitError: git refuses it.
    """
    from leakguard.errors import GitError
    from leakguard.history.tree import blobs_at

    def gone(paths: Iterable[str]) -> set[str]:
        files = {it: it.partition(BETWEEN)[0] for it in paths}
        there = blobs_at(top, head, files.values())
        return {it for it, file in files.items() if file not in there}

    try:
        return Baseline(entries.in_commit(top, base), gone)
    except GitError:
        if base == "HEAD":
            return Baseline()  # there is no commit yet
        raise


def _is_bare(folder: str) -> bool:
    return all(os.path.exists(os.path.join(folder, it)) for it in ("HEAD", "objects", "refs"))


def _is_gone(top: str, path: str) -> bool:
    return not os.path.lexists(os.path.join(top, *path.partition(BETWEEN)[0].split("/")))


def matched(findings: Iterable[Finding], baseline: Baseline) -> Matched:
    """Find the entry of each finding: that of its fingerprint, or else one with the same rule and
    value whose path is gone.

    An entry is for one path: if its file became two, one of them.
    """
    findings, known = list(findings), baseline.entries
    left = {it.fingerprint: it for it in findings if it.fingerprint not in known}
    moved, untried = _moved(left.values(), findings, baseline) if left else ({}, 0)
    own = {**known, **{it.fingerprint: known[old] for old, it in moved.items()}}
    by_finding = {n: own[it.fingerprint] for n, it in enumerate(findings) if it.fingerprint in own}
    return Matched(by_finding, moved, untried)


def _moved(
    left: Iterable[Finding], findings: Iterable[Finding], baseline: Baseline
) -> tuple[dict[str, Finding], int]:
    """Give the findings that stand where the files of entries were renamed to, by the
    fingerprints of the entries, and how many fingerprints were not tried."""
    by_rule: dict[str, list[Finding]] = {}
    by_name: dict[tuple[str, str], list[Finding]] = {}
    for it in sorted(left, key=lambda it: it.where):
        by_rule.setdefault(it.rule, []).append(it)
        by_name.setdefault((it.rule, _name(it.where)), []).append(it)
    used = {it.fingerprint for it in findings}
    every = baseline.entries.values()
    free = [it for it in every if it.rule in by_rule and it.fingerprint not in used]
    gone = baseline.gone({path for it in free for path in _spellings(it)}) if free else set()
    moved: dict[str, Finding] = {}
    taken: set[str] = set()
    long = tried = untried = 0
    for entry in sorted(free, key=lambda it: (it.path, it.fingerprint)):
        paths = [it for it in _spellings(entry) if it in gone]
        if not paths:
            continue
        same_name = by_name.get((entry.rule, _name(paths[-1])), [])
        candidates = (*same_name, *by_rule[entry.rule])
        if tried >= _MOST_TRIED_QUICKLY:
            untried += len(candidates)
            continue
        for it in candidates:
            tried += 1
            if it.fingerprint in taken:
                continue
            long += _takes_long(it)
            if _takes_long(it) and long > _MOST_TRIED:
                continue
            if entry.fingerprint in (at(it, path) for path in paths):
                moved[entry.fingerprint] = it
                taken.add(it.fingerprint)
                break
    return moved, untried + max(0, long - _MOST_TRIED)


def _spellings(entry: Entry) -> tuple[str, ...]:
    """Give the paths that an entry may be for: on Windows somebody may have written it with
    backslashes, which may also be in the name of a file. Its fingerprint says which it is."""
    return tuple(dict.fromkeys((entry.path, entry.path.replace("\\", "/"))))


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _takes_long(finding: Finding) -> bool:
    return finding.secret is None or is_guessable(finding.secret.reveal())


def at(finding: Finding, path: str) -> str:
    """Give the fingerprint that a finding would have at another path, from the work tree's root."""
    if finding.secret is not None:
        return fingerprint(finding.rule, path, finding.secret.reveal())
    said = finding.statement.reveal() if finding.statement is not None else "0 "
    ordinal, _, source = said.partition(" ")
    return statement_fingerprint(finding.rule, path, source, int(ordinal))


def applied(report: Report, baseline: Baseline, today: date) -> Report:
    """Give the report with what the baseline has told to be suppressed."""
    if not baseline.entries or not report.findings:
        return report
    found = matched(report.findings, baseline)
    findings = list(report.findings)
    for n, entry in found.by_finding.items():
        if findings[n].suppression is None and not entry.is_over(today):
            reason = neutralise(scrub(entry.reason))
            findings[n] = replace(findings[n], suppression=Suppression("baseline", reason))
    notices = report.notices
    if found.untried:
        message = (
            f"{found.untried:,} fingerprints were not tried of entries whose files are gone: run "
            "`leakguard baseline update` and `prune`"
        )
        notices = (*notices, Problem(entries.FOLDER, message))
    return replace(report, findings=tuple(findings), notices=notices)

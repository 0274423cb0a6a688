"""Good practice, as far as a repository shows it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from leakguard import git
from leakguard.audit.model import Audited, Check, How, Stored, Tracking
from leakguard.audit.storage import Disk
from leakguard.config import Settings
from leakguard.finding import Finding, Severity
from leakguard.inventory.stores import is_store
from leakguard.setup import hooks, workflows
from leakguard.sources.ignore import Patterns
from leakguard.suppress.baseline import Baseline, matched
from leakguard.text import neutralise, plural

_MARKS = "unused-allowance"
"""The rule about allowances that allow nothing, such as one whose last day is past."""

_OVER = re.compile(r"its last day was (?P<day>\d{4}-\d\d-\d\d)")
_CALLED = re.compile(
    rb"^(?!\s*#)[^\n]{0,200}(?:leakguard[^\n]{0,80}\bgate\b|uses:[^\n]{0,80}\bleakguard\b)",
    re.MULTILINE,
)
_MOST = 10
"""Places that a check names."""


@dataclass(frozen=True, slots=True)
class Practice:
    """What the checks look at."""

    disk: Disk
    tracked: frozenset[str]
    keys: tuple[Audited, ...]
    findings: tuple[Finding, ...]
    """What was found on the disk, with what does not count."""
    settings: Settings
    baseline: Baseline
    today: date


def checks(practice: Practice) -> tuple[Check, ...]:
    """Check what can be checked.

    Raises:
        GitError: git refuses it.
        UsageError: a file of the configuration cannot be read.
    """
    return (
        _env_ignored(practice),
        _modes(practice),
        _hook(practice),
        _gate(practice),
        _configuration(practice),
        _baseline(practice),
        _allowances(practice),
    )


def _env_ignored(practice: Practice) -> Check:
    """A `.env` would be ignored in the root, and each file for keys with a key in it is."""
    folder = practice.disk.folder
    _, failure = git.tried(folder, "check-ignore", "--quiet", "--no-index", "--", ".env")
    found = [] if not failure else [".env is not in .gitignore"]
    found += [
        f"{one.where.rpartition(':')[0]} is {one.tracking}"
        for one in _kept(practice.keys)
        if one.tracking in (Tracking.TRACKED, Tracking.EXPECTED)
    ]
    return _check(
        "env-ignored",
        "Files for keys, such as .env, are ignored by git.",
        found,
        "Add them to .gitignore (`leakguard init` does), and `git rm --cached` what is tracked.",
    )


def _modes(practice: Practice) -> Check:
    found = [
        f"{one.where.rpartition(':')[0]} has mode {one.mode:04o}"  # a file, whatever the lines
        for one in _kept(practice.keys)
        if one.is_open
    ]
    return _check(
        "file-modes",
        "Files with keys can be read by their owner alone.",
        found,
        "Run `chmod 600` on them.",
    )


def _hook(practice: Practice) -> Check:
    state = hooks.state(practice.disk.folder)
    return _check(
        "hook",
        "A hook looks at what is committed.",
        [] if state else ["neither git's pre-commit hook nor pre-commit calls leakguard"],
        "Run `leakguard init`.",
        [state] if state else [],
    )


def _gate(practice: Practice) -> Check:
    places = [
        path
        for path in sorted(practice.tracked)
        if workflows.is_workflow(path) and _CALLED.search(practice.disk.text(path))
    ]
    return _check(
        "gate",
        "CI judges what is to be merged.",
        [] if places else ["no workflow calls `leakguard gate`"],
        "Run `leakguard init` (`--host` where no remote tells it), and commit the workflow.",
        places,
    )


def _configuration(practice: Practice) -> Check:
    """Nothing is turned off that finds keys: what is left out on purpose should be few paths."""
    it = practice.settings
    found = []
    if it.select is not None:
        found.append(f"`select` runs {plural(len(it.select), 'rule')} alone")
    if it.ignore:
        found.append(f"`ignore` leaves out {', '.join(sorted(it.ignore))}")
    if it.providers is not None:
        found.append(f"`providers` looks for those of {', '.join(sorted(it.providers))} alone")
    if it.ignore_providers:
        found.append(f"`ignore-providers` leaves out {', '.join(sorted(it.ignore_providers))}")
    if it.severity > Severity.LOW:
        found.append(f"`severity` hides what is below {it.severity}")
    out = _excluded(practice)
    if out:
        found.append(f"`exclude` leaves out {plural(len(out), 'file')} for keys: {out[0]}")
    return _check(
        "configuration",
        "The configuration hides nothing that finds keys.",
        found,
        "Leave out single paths (`per-path`), or allow single findings with a reason.",
    )


def _excluded(practice: Practice) -> list[str]:
    patterns = Patterns(practice.settings.exclude, base=practice.settings.base)
    stores = (it for it in (*practice.tracked, *practice.disk.ignored) if is_store(it))
    return sorted(neutralise(it) for it in stores if patterns.matches(it))


def _baseline(practice: Practice) -> Check:
    entries = practice.baseline.entries
    found = [
        f"{neutralise(it.path)}: its last day was {it.until}"
        for it in entries.values()
        if it.is_over(practice.today)
    ]
    used = matched(practice.findings, practice.baseline) if entries else None
    if used is not None:
        idle = len(entries) - len({it.fingerprint for it in used.by_finding.values()})
        if idle:
            found.append(f"{idle} of {len(entries)} entries are for nothing any more")
        open_ = sum(not it.audit for it in used.by_finding.values())
        if open_:
            found.append(f"nobody has looked at {open_} of {len(entries)} entries")
    return _check(
        "baseline",
        "The baseline has no entry that is over, idle, or not looked at.",
        found,
        "Run `leakguard baseline audit`, `update` and `prune`.",
    )


def _allowances(practice: Practice) -> Check:
    found = [
        f"{neutralise(it.where)}:{it.place.line}: its last day was {over['day']}"
        for it in practice.findings
        if it.rule == _MARKS and (over := _OVER.search(it.message)) is not None
    ]
    return _check(
        "allowances",
        "No allowance in a file is over.",
        found,
        "Take the value out, or give the allowance another last day and say why.",
    )


def _kept(keys: Iterable[Audited]) -> Iterator[Stored]:
    yield from (one for key in keys for one in key.stored if one.how is How.FILE)


def _check(name: str, asks: str, found: list[str], advice: str, there: Iterable[str] = ()) -> Check:
    told = list(dict.fromkeys(found or there))
    more = [f"and {len(told) - _MOST} more"] if len(told) > _MOST else []
    return Check(name, not found, asks, (*told[:_MOST], *more), advice)

"""`leakguard baseline`: findings that stay, each in a small file of its own."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from leakguard.cli import output
from leakguard.cli.options import Wanted, baseline_options, defaults, known_rules
from leakguard.cli.run import scanned, tell_problems
from leakguard.cli.scan import since_head, tree
from leakguard.errors import GitError, SourceError, UsageError
from leakguard.finding import Finding, Report
from leakguard.masking.redact import scrub_path
from leakguard.reporters import View
from leakguard.reporters.summary import warned
from leakguard.suppress import entries
from leakguard.suppress.baseline import Baseline, home_of, matched, of_root
from leakguard.suppress.entries import Entry
from leakguard.text import neutralise, plural

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Home:
    """A project, what is found in all of it, and its baseline."""

    top: str
    report: Report
    """Without what is allowed where it stands; what is in the baseline is in it."""
    view: View
    baseline: Baseline


@click.group()
def baseline() -> None:
    """Let findings stay that are there already, by entries in .leakguard/baseline.

    An entry holds a rule, a path, a reason and perhaps a last day, never a value; it is for one
    value, wherever its line moves to.
    """


def _reason(command: F) -> F:
    for option in (
        click.option(
            "--until", metavar="DAY", help="The last day on which it counts, as 2027-03-01."
        ),
        click.option("--reason", metavar="TEXT", help="Why it may stay."),
    ):
        command = option(command)
    return command


@baseline.command()
@_reason
@baseline_options
def create(reason: str | None, until: str | None, **values: Any) -> None:
    """Make the baseline of all that is found now, for one reason."""
    told = _told(reason, until)
    home = _home(defaults(**values))
    if home.baseline.entries:
        raise UsageError(
            "there is a baseline already; `leakguard baseline update` tells what it lacks; add it"
            " so: leakguard baseline update --add FINGERPRINT --reason TEXT"
        )
    made = [_entry(it, *told) for it in home.report.findings]
    _write(home.top, made)
    count = plural(len(made), "entry", "entries")
    _say(f"{count} in {entries.FOLDER}; look at each: leakguard baseline audit")
    _say(*warned(home.report.findings, "leakguard scan --show-suppressed").splitlines())
    _end(home)


@baseline.command(short_help="Let entries follow renamed files, and tell what has none.")
@click.option(
    "--add",
    "added",
    multiple=True,
    metavar="FINGERPRINT",
    help="Add an entry for this finding; again for more, or separated by commas.",
)
@_reason
@baseline_options
def update(added: tuple[str, ...], reason: str | None, until: str | None, **values: Any) -> None:
    """Let entries follow files that were renamed, and tell what has none.

    Nothing is added but what --add names. Exit code 1 says that findings are left without one.
    """
    wanted = {part.strip() for it in added for part in it.split(",") if part.strip()}
    told = _told(reason, until) if wanted else ("", None)
    home = _home(defaults(**values))
    found = matched(home.report.findings, home.baseline)
    lines = []  # told when all is done: who reads them may leave after the first
    for fingerprint, finding in found.moved.items():
        entry = home.baseline.entries[fingerprint]
        moved = replace(entry, fingerprint=finding.fingerprint, path=finding.where)
        entries.write(home.top, moved)
        entries.remove(home.top, entry)
        lines.append(f"moved  {entry.path} -> {moved.path}  {entry.rule}")
    new = [it for n, it in enumerate(home.report.findings) if n not in found.by_finding]
    unknown = wanted - {it.fingerprint for it in new}
    if unknown:
        _say(*lines)
        raise UsageError(f"--add: nothing is found without an entry that is {min(unknown)}")
    _write(home.top, [_entry(it, *told) for it in new if it.fingerprint in wanted])
    for it in new:
        verb = "added" if it.fingerprint in wanted else "not in the baseline"
        lines.append(f"{verb}  {_place(home, it)}  {it.rule}  {it.fingerprint}")
    _say(*lines)
    _end(home, int(any(it.fingerprint not in wanted for it in new)))


@baseline.command(short_help="Remove the entries that are for nothing any more, or are over.")
@baseline_options
def prune(**values: Any) -> None:
    """Remove the entries that are for nothing any more, or whose last day is past."""
    options = defaults(**values)
    home = _home(options)
    _refuse_partial(home)
    found = matched(home.report.findings, home.baseline)
    used = {it.fingerprint for it in found.by_finding.values()}
    known = {*known_rules(options.rules_from), *(it.id for it in home.view.own_rules)}
    lines = []
    for it in home.baseline.entries.values():
        is_over = it.is_over(home.view.now.date())
        if it.rule not in known and not is_over:
            lines.append(f"kept  {it.path}  {it.rule}: there is no such rule; --rules may name it")
        elif is_over or it.fingerprint not in used:
            entries.remove(home.top, it)
            why = f"its last day was {it.until}" if is_over else "nothing is found for it"
            lines.append(f"removed  {it.path}  {it.rule}: {why}")
    _say(*lines)
    _end(home)


@baseline.command()
@click.option("--all", "is_all", is_flag=True, help="Ask also about those that were looked at.")
@baseline_options
def audit(is_all: bool, **values: Any) -> None:
    """Look at each entry: is it a real leak, or a false alarm?

    What is real leaves the baseline, so that it is told again. What is answered is not asked
    again: stop with q, and go on another time.
    """
    home = _home(defaults(**values))
    found = matched(home.report.findings, home.baseline)
    places = {it.fingerprint: home.report.findings[n] for n, it in found.by_finding.items()}
    waiting = [it for it in home.baseline.entries.values() if is_all or not it.audit]
    for number, entry in enumerate(sorted(waiting, key=lambda it: (it.path, it.rule)), start=1):
        _say("", f"{number} of {len(waiting)}: {entry.path}  {entry.rule}")
        _show(home, entry, places.get(entry.fingerprint))
        if not _answered(home.top, entry):
            left = plural(len(waiting) - number + 1, "entry", "entries")
            _say(f"{left} not looked at; go on: leakguard baseline audit")
            break
    _end(home)


@baseline.command("import", short_help="Make entries of what another tool lets stay.")
@click.argument("file", type=click.Path(path_type=Path))
@_reason
@baseline_options
def import_(file: Path, reason: str | None, until: str | None, **values: Any) -> None:
    """Make entries of what another tool lets stay: FILE is a report of gitleaks in JSON, a
    .gitleaksignore, a .secrets.baseline of detect-secrets, or a baseline of kingfisher.

    What is found here where it says so, or with the value that it has, gets an entry; exit code 1
    says that some of it was not found.
    """
    from leakguard.suppress.foreign_baselines import foreign, is_of_now, pairs

    told = _told(reason or f"from {file.name}", until)
    known, options = foreign(file), defaults(**values)
    home = _home(options)
    found = pairs(filter(is_of_now, known), home.report.findings, home.top)
    for commit in sorted({it.commit for it in known if it.commit and not found.get(it)}):
        own = [it for it in known if it.commit == commit and not found.get(it)]
        there = _found_in(home.top, commit, {it.path for it in own}, options)
        found |= pairs(own, there, home.top)
    made = {it.fingerprint: _entry(it, *told) for own in found.values() for it in own}
    new = [it for fingerprint, it in made.items() if fingerprint not in home.baseline.entries]
    _write(home.top, new)
    missing = [it for it in known if not found.get(it)]
    for it in missing:
        _say(f"not found  {it}")
    count = plural(len(new), "entry", "entries")
    _say(f"{count} made of {len(known) - len(missing)} in {file.name}")
    _end(home, 1 if missing else 0)


def begun(options: Wanted, reason: str, *, is_written: bool) -> tuple[Finding, ...]:
    """Make the baseline of all that is found now, where there is none; give what has got an entry,
    or would get one.

    Raises:
        LeakguardError: nothing could be scanned, or an entry cannot be written.
    """
    home = _home(options)
    if home.baseline.entries:
        return ()
    if is_written:
        _write(home.top, (_entry(it, reason, None) for it in home.report.findings))
    return home.report.findings


def _home(options: Wanted) -> Home:
    top = home_of(os.getcwd())
    root, make_source = tree([top], include_ignored=False)
    report, view = scanned(
        options, root, make_source, remember=False, baseline=Baseline(), narrow=since_head(root)
    )
    return Home(top, report, view, of_root(top))


def _found_in(top: str, commit: str, paths: Iterable[str], options: Wanted) -> tuple[Finding, ...]:
    """Give what is found in files of a commit; nothing if there is none."""
    from leakguard.cli.commits import source_of
    from leakguard.history.tree import blobs_at

    try:
        blobs = blobs_at(top, commit, paths)
        make_source = source_of(top, list(blobs.items()), commit)
        report, _ = scanned(options, top, make_source, remember=False, baseline=Baseline())
    except GitError:
        return ()
    return report.findings


def _told(reason: str | None, until: str | None) -> tuple[str, date | None]:
    if not reason or not entries.is_told(reason):
        raise UsageError("--reason is missing: say why it may stay")
    try:
        return " ".join(reason.split()), entries.day(until) if until is not None else None
    except ValueError:
        raise UsageError("--until has to be a day, such as 2027-03-01") from None


def _entry(finding: Finding, reason: str, until: date | None) -> Entry:
    return Entry(finding.fingerprint, finding.rule, finding.where, reason, until)


def _write(top: str, made: Iterable[Entry]) -> None:
    for it in made:
        entries.write(top, it)


def _refuse_partial(home: Home) -> None:
    """Raise a SourceError where what could not be read may be what an entry is for."""
    if home.report.errors:
        tell_problems(home.report, home.view)
        raise SourceError("something could not be read; nothing was removed")


def _show(home: Home, entry: Entry, finding: Finding | None) -> None:
    until = f", until {entry.until}" if entry.until is not None else ""
    _say(f"  reason: {entry.reason}{until}")
    if finding is None:
        _say("  nothing is found for it any more: `leakguard baseline prune` removes it")
        return
    _say(f"  {_place(home, finding)}: {finding.message}")
    _say(f"  | {finding.snippet}")


def _answered(top: str, entry: Entry) -> bool:
    """Ask about an entry, and do what the answer says; give whether to go on."""
    while True:
        output.write("  [r]eal, [f]alse alarm, [l]ater, [q]uit? ", None)
        answer = sys.stdin.buffer.readline() if sys.stdin is not None else b""
        choice = answer.strip().lower()[:1].decode("ascii", "replace")
        if not answer:
            _say("")  # nobody has ended the line of the question
        if not answer or choice == "q":
            return False
        if choice == "r":
            entries.remove(top, entry)
            _say("  it is told again from now on: revoke it")
        elif choice == "f":
            entries.write(top, replace(entry, audit=entries.FALSE_ALARM))
        if choice in ("r", "f", "l"):
            return True


def _place(home: Home, finding: Finding) -> str:
    return f"{home.view.located(finding.where)}:{finding.place.line}:{finding.place.column}"


def _say(*lines: str) -> None:
    output.write("".join(f"{neutralise(scrub_path(it))}\n" for it in lines), None)


def _end(home: Home, code: int = 0) -> None:
    tell_problems(home.report, home.view)
    sys.exit(2 if home.report.errors else code)

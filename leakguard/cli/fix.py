"""`leakguard fix`: shows how to take keys out of Python files, and does it with `--apply`."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import click

from leakguard.cli import account
from leakguard.cli.options import Wanted, settings, shared_options, wanted
from leakguard.cli.run import MakeSource, exit_code, scanned, show, show_text, tell_problems
from leakguard.cli.scan import since_head, tree
from leakguard.document import Document
from leakguard.errors import UsageError
from leakguard.finding import Report
from leakguard.fix import allowances, apply
from leakguard.fix.copies import Copy, copies
from leakguard.fix.idioms import STYLES, Setting, service
from leakguard.fix.known import Project, known
from leakguard.fix.plan import Terms, plan
from leakguard.fix.planned import Plan
from leakguard.fix.repository import around
from leakguard.fix.requirements import missing
from leakguard.fix.taker import EnvFile, entries_of
from leakguard.fix.taker import env_file as taker_of
from leakguard.fix.write import remove_remains
from leakguard.reporters import View
from leakguard.sources import Source


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option("--apply", "is_applied", is_flag=True, help="Write the change; else it is shown.")
@click.option("--env-file", metavar="FILE", help="Put the values into FILE, which git ignores.")
@click.option(
    "--discard-values", is_flag=True, help="Put the values nowhere; HEAD has to hold them."
)
@click.option("--allow-dirty", is_flag=True, help="Change also files with uncommitted changes.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="Make also fixes that may change what the program does."
)
@click.option(
    "--style",
    type=click.Choice(STYLES),
    default="environ",
    metavar="STYLE",
    help=f"Look the values up as {', '.join(STYLES[:-1])} or {STYLES[-1]} does."
    "  [default: environ]",
)
@click.option("--include-ignored", is_flag=True, help="Fix also what git ignores.")
@shared_options
def fix(
    paths: tuple[str, ...],
    is_applied: bool,
    env_file: str | None,
    discard_values: bool,
    allow_dirty: bool,
    unsafe_fixes: bool,
    style: str,
    include_ignored: bool,
    **rest: Any,
) -> None:
    """Take keys out of the Python files in PATHS, or below the current folder.

    Shows the change as a diff in which every value is masked. With --apply it is written, the
    values first: to the env file, or nowhere if HEAD holds them.
    """
    options = wanted(rest)
    if env_file is not None and discard_values:
        raise UsageError("--env-file and --discard-values exclude each other")
    if "" in paths or env_file == "":
        raise UsageError("a path is empty")
    named = list(paths) or ["."]
    root, make_source = tree(named, include_ignored)
    root = os.path.realpath(root)
    taker = taker_of(env_file, root) if env_file is not None else None
    report, view = scanned(options, root, make_source, fixes=True, narrow=since_head(root))
    planned, removed = allowances.added(
        _planned(allowances.without(report), root, named, taker, style, unsafe_fixes), report, root
    )
    left_behind: list[Copy] = []
    if is_applied:
        if planned.values and taker is None and not discard_values:
            raise UsageError(
                "the values would be lost: add --env-file FILE, or --discard-values if HEAD "
                "may be the only place that holds them"
            )
        apply.check(planned, taker=taker, allow_dirty=allow_dirty)
        if not allow_dirty:
            allowances.check(removed)
        apply.apply(planned, taker)
        allowances.apply(removed)
        left_behind = _looked_through(make_source(settings(options, root)), planned, taker)
    whole = None
    if not (is_applied or unsafe_fixes or planned.files) and planned.is_held_back:
        whole = _planned(report, root, named, taker, style, unsafe=True)
    _tell(options, report, view, planned, is_applied, style, root, taker, whole, left_behind)
    sys.exit(_code(options, report, planned, is_applied, left_behind))


def scan_with_fixes(
    options: Wanted, root: str, paths: Sequence[str], make_source: MakeSource
) -> int:
    """Scan, and show also how the findings can be fixed; give the exit code.

    Raises:
        LeakguardError: nothing could be scanned, or the output cannot be written.
    """
    report, view = scanned(options, root, make_source, fixes=True, narrow=since_head(root))
    planned = _planned(report, os.path.realpath(root), paths)
    full = replace(report, findings=planned.findings(report))
    more = ""
    if options.output_format == "text":
        more = account.diff(planned, view) + _packages(planned, os.path.realpath(root), view)
    show(options, full, view, more)
    return exit_code(report, options)


def _looked_through(source: Source, planned: Plan, taker: EnvFile | None) -> list[Copy]:
    """Look again through what was scanned: remove what a run that was killed has left behind, be
    it that all was done already, and give where else the values stand that were moved."""
    items = source.list().items
    for folder in sorted({os.path.dirname(it.handle) for it in items}):
        remove_remains(folder)
    if not planned.values:
        return []
    others = (it for it in items if taker is None or not _is_same(it.handle, taker.file))
    return copies(planned, (it for it in source.read(others) if isinstance(it, Document)))


def _is_same(path: str, file: str) -> bool:
    """Tell whether a path leads to a file that has no other name."""
    names = os.path.basename(path), os.path.basename(file)
    return names[0] == names[1] and os.path.realpath(path) == file


def _planned(
    report: Report, root: str, paths: Sequence[str], taker: EnvFile | None = None,
    style: str = "environ", unsafe: bool = False,
) -> Plan:  # fmt: skip
    """Plan the fixes; where no env file is named, for the one that is likely to be."""
    file = taker.file if taker is not None else os.path.join(root, ".env")
    entries = taker.entries if taker is not None else entries_of(file)
    said = known(root, paths) if any(it.mends for it in report.findings) else Project()
    return plan(
        report,
        Terms(Setting(file, root, service(root), said.starred), style, unsafe, said),
        entries,
    )


def _tell(
    options: Wanted, report: Report, view: View, planned: Plan, is_applied: bool, style: str,
    root: str, taker: EnvFile | None, whole: Plan | None, left_behind: Sequence[Copy],
) -> None:  # fmt: skip
    """Write the diff and what is left to do; for programs, the report with its fixes. `whole` is
    what would be done with fixes that are not safe, where there are no others."""
    notices = (*report.notices, *map(account.notice, left_behind))
    full = replace(report, findings=planned.findings(report), notices=notices)
    if options.output_format != "text":
        show(options, full, view)
        return
    text = "" if view.quiet and is_applied else account.diff(planned, view)
    text += account.summary(planned, view, is_applied=is_applied)
    text += account.copies(left_behind, view)
    text += account.held_back(whole, view) if whole is not None else ""
    if style == "keyring":
        text += account.keyring(planned, service(root))
    elif taker is not None:
        text += account.notes(planned, taker, is_applied=is_applied)
    text += _packages(planned, root, view)
    try:
        show_text(options, lambda: text, full, view)
    finally:
        tell_problems(report, view)


def _packages(planned: Plan, root: str, view: View) -> str:
    repository = around(root)
    top = repository.top if repository is not None else root
    return account.packages(missing(planned.files, top), root, view)


def _code(
    options: Wanted, report: Report, planned: Plan, is_applied: bool, left_behind: Sequence[Copy]
) -> int:
    """Give the exit code: a finding of which a copy is left behind is not done with."""
    if not is_applied:
        return exit_code(report, options)
    copied = {name for it in left_behind for name in it.names}
    remaining = [it.finding for it in planned.left]
    remaining += [
        it.finding for it in planned.mended if any(mend.name in copied for mend in it.mends)
    ]
    return exit_code(replace(report, findings=tuple(remaining)), options)

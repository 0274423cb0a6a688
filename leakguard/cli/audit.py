"""`leakguard audit`: an account of every key that the tree and the history know."""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

import click

from leakguard import clock
from leakguard.audit import since
from leakguard.audit.build import Terms, audited
from leakguard.audit.model import Audit
from leakguard.audit.practice import Practice, checks
from leakguard.audit.storage import Disk
from leakguard.audit.verified import Answers, read
from leakguard.cli import output
from leakguard.cli.inventoried import Inventoried, inventoried
from leakguard.cli.options import defaults, options_named, settings
from leakguard.cli.run import tell_problems
from leakguard.finding import Severity
from leakguard.inventory import stores
from leakguard.reporters import View
from leakguard.suppress.baseline import of_root

FORMATS = ("text", "json", "markdown", "html")

_SHARED = (
    "output", "fail_on", "select", "ignore", "exclude", "max_file_size", "archive_depth",
    "exit_zero", "config_file", "rules_from", "isolated", "jobs", "quiet", "no_color", "no_cache",
)  # fmt: skip


@click.command()
@click.option(
    "--max-age",
    type=click.IntRange(min=1),
    default=365,
    metavar="DAYS",
    help="Call older keys overdue.  [default: 365]",
)
@click.option(
    "--verified",
    metavar="FILE",
    help="Read what the exchanges have answered, from a file of `leakguard verify --output`.",
)
@click.option(
    "--since", "before", metavar="FILE", help="Compare with an earlier audit, written as json."
)
@click.option(
    "--unreachable",
    is_flag=True,
    help="Look also at what no branch, tag or reflog leads to any more.",
)
@click.option(
    "--format",
    "-f",
    "kind",
    type=click.Choice(FORMATS),
    default="text",
    metavar="FORMAT",
    help=f"Write it as {', '.join(FORMATS[:-1])} or {FORMATS[-1]}.  [default: text]",
)
@options_named(*_SHARED)
def audit(
    max_age: int,
    verified: str | None,
    before: str | None,
    kind: str,
    *,
    unreachable: bool,
    **values: Any,
) -> None:
    """Tell of every key that the work tree and the history know: how old it is, where it has been,
    where it is, how it is kept, and what guards the next one.

    Ignored files that are made for keys, such as .env, are read as well: what is in them is kept
    well, and counts. Exit code 1 says that a key is exposed or overdue.
    """
    options = replace(defaults(), **values)
    answers = read(verified) if verified is not None else Answers()
    found = inventoried(options, unreachable=unreachable)
    now = clock.now(os.environ)
    disk = Disk(found.folder, _ignored(found), os.environ)
    keys = audited(found.inventory, Terms(now, max_age, answers, disk))
    practice = Practice(
        disk,
        stores.tracked(found.folder) if found.has_work_tree else frozenset(),
        keys,
        found.disk,
        settings(options, found.folder),
        of_root(found.folder),
        now.date(),
    )
    whole = Audit(
        made=now,
        max_age=max_age,
        keys=keys,
        checks=checks(practice),
        changes=since.changes(before, keys) if before is not None else None,
        errors=found.report.errors,
        notices=found.report.notices,
    )
    has_color = options.output is None and not options.no_color and output.has_color(sys.stdout)
    width = output.columns(sys.stdout) if options.output is None else 100
    style = {"color": has_color, "width": width} if kind == "text" else {}
    text = _rendered(kind, whole, style)
    try:
        output.write(text, options.output, has_color, is_for_programs=kind != "text")
    finally:
        tell_problems(found.report, View())
    sys.exit(_exit_code(whole, Severity[options.fail_on.upper()], options.exit_zero))


def _ignored(found: Inventoried) -> frozenset[str]:
    return frozenset(stores.ignored(found.folder)) if found.has_work_tree else frozenset()


def _rendered(kind: str, whole: Audit, style: Mapping[str, int]) -> str:
    render = import_module(f"leakguard.audit.{kind}").render
    return str(render(whole, **style))


def _exit_code(whole: Audit, failing: Severity, is_zero: bool) -> int:
    if whole.errors:
        return 2
    return int(not is_zero and any(it.fails and it.severity >= failing for it in whole.keys))

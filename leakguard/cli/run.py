"""One scan from the command line: settings, source, report, output, exit code."""

import os
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from leakguard import cache, clock, config, engine
from leakguard.archives.limits import Limits
from leakguard.cli import output
from leakguard.cli.options import Wanted, selected, settings
from leakguard.errors import UsageError
from leakguard.levels import Severity
from leakguard.report import Report
from leakguard.reporters import View, rendered
from leakguard.reporters.summary import summary
from leakguard.scanning.per_path import PerPath
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns
from leakguard.text import neutralise

if TYPE_CHECKING:
    from leakguard.cli.progress import Start
    from leakguard.suppress.baseline import Baseline

_WIDTH = 100
"""Columns of a report for people in a file."""

MakeSource = Callable[[config.Settings], Source]

Scan = Callable[[MakeSource], Report]
"""Scans something else with the same rules."""

Narrow = Callable[[Report, Scan], Report]
"""Gives of a report what it is about, such as the findings that a commit brings."""


def run(
    options: Wanted,
    root: str,
    make_source: MakeSource,
    narrow: Narrow | None = None,
    *,
    hint: str = "",
    state: Callable[[], str] | None = None,
) -> int:
    """Scan and report; give the exit code. People to whom it is 1 are told the `hint`. `state` as
    in `scanned`.

    Raises:
        LeakguardError: nothing could be scanned, or the output cannot be written.
    """
    report, view = scanned(options, root, make_source, narrow=narrow, state=state)
    code = exit_code(report, options)
    is_read = options.output_format == "text" and options.output is None and not options.quiet
    show(options, report, view, hint if code == 1 and is_read else "")
    return code


def scanned(
    options: Wanted,
    root: str,
    make_source: MakeSource,
    *,
    fixes: bool = False,
    narrow: Narrow | None = None,
    remember: bool = True,
    baseline: "Baseline | None" = None,
    state: Callable[[], str] | None = None,
) -> tuple[Report, View]:
    """Scan; give what is to be shown, and how. With `fixes`, findings tell how to mend them;
    without `remember`, nothing is left out because it was found clean before. The baseline is that
    of the root, if no other one is given. `state` tells what stays the same as long as the source
    does, so that one without findings is not looked at again.

    Raises:
        LeakguardError: nothing could be scanned.
    """
    started, now = time.perf_counter(), clock.now(os.environ)
    tell = None if options.quiet else _tell_of_compiling
    check_rules(options, tell)
    _refuse_overwriting(options)
    chosen = settings(options, root)
    scanning = engine.Options(
        selected=selected(chosen, options.rules_from),
        explain=options.why,
        fixes=fixes,
        jobs=options.jobs,
        archives=Limits(chosen.archive_depth, chosen.max_file_size),
        exclude=Patterns(chosen.exclude, base=chosen.base),
        remember=remember and not (fixes or options.why or options.no_cache),
        honour=chosen.honour,
        keeps_paths=narrow is not None,
        own_rules=chosen.rules,
        rules_from=options.rules_from,
        per_path=PerPath(chosen.per_path, chosen.base),
        today=now.date(),
        tell_of_compiling=tell,
    )

    def look() -> Report:
        with _progress(options) as progress:
            found = engine.scan(make_source(chosen), scanning, progress)
        return found if narrow is None else _narrowed(found, narrow, chosen, scanning)

    whole = look() if state is None else _as_before(look, state, scanning)
    if whole.findings:
        from leakguard.suppress.apart import apart  # where there is anything to suppress
        from leakguard.suppress.baseline import applied, of_root

        counts = of_root(root) if baseline is None else baseline
        whole = apart(applied(whole, counts, scanning.today))
    shown = tuple(
        it
        for it in whole.findings
        if it.severity >= scanning.per_path.severity_at(it.path, chosen.severity)
    )
    report = replace(whole, findings=shown)
    view = View(
        show_secrets=options.show_secrets,
        why=options.why,
        show_suppressed=options.show_suppressed,
        color=options.output is None and not options.no_color and output.has_color(sys.stdout),
        width=output.columns(sys.stdout) if options.output is None else _WIDTH,
        encoding=sys.stdout.encoding if options.output is None else "utf-8",
        prefix=way(os.curdir, root),
        within=_within(root, options),
        seconds=None if clock.is_set(os.environ) else time.perf_counter() - started,
        now=now,
        quiet=options.quiet,
        below=len(whole.findings) - len(shown),
        own_rules=chosen.rules,
        rules_from=options.rules_from,
    )
    return report, view


def _as_before(
    look: Callable[[], Report], state: Callable[[], str], scanning: engine.Options
) -> Report:
    """Give the report of an earlier scan, if nothing has changed since and it found nothing."""
    if not scanning.remember:
        return look()
    from leakguard.scanning.unchanged import as_before  # few sources tell their state

    return as_before(look, state(), scanning.today, engine.remembered(scanning))


def check_rules(options: Wanted, tell: Callable[[], None] | None = None) -> None:
    """Check the rules of the folder that is named, if there is one; `tell` as in `triggers.load`.

    Raises:
        RuleError: one of them is wrong.
    """
    if options.rules_from is not None:
        from leakguard.scanning.own_examples import check

        check(options.rules_from, tell)


def _narrowed(
    whole: Report, narrow: Narrow, chosen: config.Settings, scanning: engine.Options
) -> Report:
    """Narrow a report, and mask what all of its scans have looked at."""
    quickly = replace(scanning, explain=False, fixes=False, remember=False)
    values = set(whole.values)

    def scan(make_source: MakeSource) -> Report:
        again = engine.scan(make_source(chosen), quickly)
        values.update(again.values)
        return again

    return engine.hidden(replace(narrow(whole, scan), values=frozenset(values)))


def show(options: Wanted, report: Report, view: View, more: str = "") -> None:
    """Write a report, `more` text behind it, the reports that are wanted besides, and what was not
    scanned.

    Raises:
        UsageError: one cannot be written; the others are.
    """
    try:
        show_text(options, lambda: _rendered(options, report, view) + more, report, view)
    finally:
        tell_problems(report, view)


def show_text(options: Wanted, text: Callable[[], str], report: Report, view: View) -> None:
    """Write a text in place of the report that is printed, and the reports that are wanted besides.

    Raises:
        UsageError: one cannot be written; the others are.
    """
    plain = replace(view, color=False, width=_WIDTH, encoding="utf-8")

    def besides(kind: str, file: str) -> None:
        output.write(rendered(kind, report, plain), file, is_for_programs=kind != "text")

    output.write_each(
        [
            lambda: output.write(
                text(),
                options.output,
                view.color,
                is_for_programs=options.output_format != "text",
            ),
            *(partial(besides, kind, file) for kind, file in options.also),
        ]
    )


def _refuse_overwriting(options: Wanted) -> None:
    """Refuse reports of which one would overwrite another, before anything is scanned.

    Raises:
        UsageError: two go to one place.
    """
    files = [file for _, file in options.also]
    if options.output is not None:
        files.append(options.output)
    named = [os.path.realpath(it) for it in files]
    for number, file in enumerate(named):
        if file in named[:number]:
            raise UsageError(f"two reports go to {files[number]}: give each its own file")


def exit_code(report: Report, options: Wanted) -> int:
    """Give 2 for errors (and, if strict, for notices), else 1 for findings, else 0."""
    if report.errors or (options.strict and report.notices):
        return 2
    failing = Severity[options.fail_on.upper()]
    if any(it.severity >= failing for it in report.findings) and not options.exit_zero:
        return 1
    return 0


def _rendered(options: Wanted, report: Report, view: View) -> str:
    is_shown = report.findings or report.rejected or (view.show_suppressed and report.suppressed)
    if options.output_format == "text" and not is_shown:
        return "" if view.quiet else summary(report, view) + "\n"  # the clean path: no rich
    return rendered(options.output_format, report, view)


def tell_problems(report: Report, view: View) -> None:
    """Say on the standard error what was not scanned: a report may be on its way elsewhere."""
    for kind, problems in (("note", report.notices), ("error", report.errors)):
        for it in problems:
            text = neutralise(f"{view.located(it.path)}: {it.message}")
            output.write(f"leakguard: {kind}: {text}\n", "/dev/stderr")


def _tell_of_compiling() -> None:
    if output.is_drawable(sys.stderr):
        where = neutralise(str(cache.folder() or "no cache: there is no home"))
        message = f"the rules are made ready, once, which takes some seconds ({where})"
        output.write(f"leakguard: note: {message}\n", "/dev/stderr")


def _within(root: str, options: Wanted) -> str:
    """What leads from the work tree's root to the scanned one, where a report asks for it."""
    if all(kind == "text" for kind in (options.output_format, *(kind for kind, _ in options.also))):
        return ""
    from leakguard.suppress.baseline import home_of

    return way(home_of(root), root)


def way(start: str, root: str) -> str:
    """What leads from a folder to the scanned root."""
    try:
        relative = os.path.relpath(root, start)
    except ValueError:  # another drive
        relative = root
    if relative == ".":
        return ""
    from leakguard.masking.redact import scrub_path  # a folder may be called like a key

    return scrub_path(relative.replace(os.sep, "/")) + "/"


def _progress(options: Wanted) -> "AbstractContextManager[Start | None]":
    if options.quiet or not output.is_drawable(sys.stderr):
        return nullcontext()
    from leakguard.cli.progress import Display

    return Display()

"""One scan from the command line: settings, source, report, output, exit code."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from leakguard import config, engine, triggers
from leakguard.cli.options import Wanted, settings
from leakguard.errors import UsageError
from leakguard.finding import Report, Severity
from leakguard.reporters import View, reporter
from leakguard.reporters.summary import summary
from leakguard.sources import Source
from leakguard.text import neutralise

MakeSource = Callable[[config.Settings], Source]


def run(options: Wanted, root: Path, make_source: MakeSource) -> int:
    """Scan and report; give the exit code.

    Raises:
        LeakguardError: nothing could be scanned, or the output cannot be written.
    """
    started = time.perf_counter()
    known = [entry.id for entry in triggers.load().rules]
    chosen = settings(options, root, known)
    selected = frozenset(chosen.select or known) - frozenset(chosen.ignore)
    report = engine.scan(
        make_source(chosen),
        engine.Options(selected=selected, explain=options.why, jobs=options.jobs),
        _progress(options),
    )
    shown = replace(
        report, findings=tuple(it for it in report.findings if it.severity >= chosen.severity)
    )
    view = View(
        show_secrets=options.show_secrets,
        why=options.why,
        color=_has_color(options),
        width=shutil.get_terminal_size((100, 24)).columns,
        prefix=_prefix(root),
        seconds=time.perf_counter() - started,
        quiet=options.quiet,
    )
    _write(options, _render(options, shown, view))
    if options.output_format != "text" or options.output is not None:
        _tell_problems(shown)
    return exit_code(shown, options)


def exit_code(report: Report, options: Wanted) -> int:
    """Give 2 for errors (and, if strict, for notices), else 1 for findings, else 0."""
    if report.errors or (options.strict and report.notices):
        return 2
    failing = Severity[options.fail_on.upper()]
    if any(it.severity >= failing for it in report.findings) and not options.exit_zero:
        return 1
    return 0


def _render(options: Wanted, report: Report, view: View) -> str:
    nothing = not (report.findings or report.errors or report.notices or report.rejected)
    if options.output_format == "text" and nothing:  # the clean path loads no rich
        return "" if view.quiet else summary(report, view.seconds) + "\n"
    return reporter(options.output_format)(report, view)


def _tell_problems(report: Report) -> None:
    """Say on stderr what a report for machines says in its fields, if it has any."""
    for kind, problems in (("error", report.errors), ("note", report.notices)):
        for it in problems:
            sys.stderr.write(f"leakguard: {kind}: {neutralise(f'{it.path}: {it.message}')}\n")


def _has_color(options: Wanted) -> bool:
    if options.no_color or os.environ.get("NO_COLOR") or options.output is not None:
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (
        sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    )


def _prefix(root: Path) -> str:
    try:
        relative = os.path.relpath(root)
    except ValueError:  # another drive
        return f"{root}/"
    return "" if relative == "." else relative.replace(os.sep, "/") + "/"


def _write(options: Wanted, text: str) -> None:
    if options.output is not None:
        write_atomically(options.output, text)
        return
    stream = sys.stdout
    encoded = text.encode(stream.encoding or "utf-8", "backslashreplace")
    stream.flush()
    stream.buffer.write(encoded)
    stream.flush()


def write_atomically(path: Path, text: str) -> None:
    """Write a file whole or not at all; a device or a pipe is written to directly.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8") as file:
                file.write(text)
            return
        target = Path(os.path.realpath(path))
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            umask = os.umask(0)
            os.umask(umask)
            os.chmod(temporary, 0o666 & ~umask)
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from None


def _progress(options: Wanted) -> "Callable[[int, int], engine.Progress] | None":
    if options.quiet or not sys.stderr.isatty():
        return None
    from leakguard.cli.progress import progress

    return progress

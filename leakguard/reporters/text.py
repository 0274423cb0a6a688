"""Text for people, drawn by rich: where it is, the line, what it is, and what to do."""

import io
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from leakguard.finding import Finding, Place, Rejected, Report, Severity
from leakguard.masking.redact import scrub, scrub_path
from leakguard.reporters import View
from leakguard.reporters.fitted import fitted
from leakguard.reporters.summary import counted, summary
from leakguard.text import neutralise, short_ref, uncommanded
from leakguard.values.reasons import in_words

_STYLES = {
    Severity.CRITICAL: "bold white on red",
    Severity.HIGH: "bold red",
    Severity.MEDIUM: "bold yellow",
    Severity.LOW: "bold cyan",
    Severity.INFO: "dim",
}
_ID = 10
"""Letters of a commit's id that are shown."""

_MOST_NAMES = 5
"""Paths and refs of a secret that are shown."""

_NARROWEST = 20
"""Columns that a text gets at least; a narrower terminal wraps by itself."""


def render(report: Report, view: View) -> str:
    """Give the findings file by file, what was rejected if asked, and a summary."""
    output = io.StringIO()
    console = Console(
        file=output,
        width=view.width,
        force_terminal=view.color,
        no_color=not view.color,
        color_system="standard" if view.color else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,  # nothing is wrapped but by `_wrapped`
    )
    for file, findings in groupby(report.findings, lambda it: it.where):
        _file(console, file, list(findings), view)
    for suppressed in report.suppressed if view.show_suppressed else ():
        _suppressed(console, suppressed, view)
    if view.show_suppressed and report.suppressed:
        console.print()
    finders = _finders(report) if view.why else {}
    for rejected in report.rejected if view.why else ():
        place = rejected.place
        _rejected(console, rejected, view, finders.get((rejected.path, place.line, place.column)))
    if view.why and report.rejected:
        console.print()
    if not view.quiet:
        console.print(summary(report, view))
    return uncommanded(output.getvalue())


def _file(console: Console, file: str, findings: list[Finding], view: View) -> None:
    """The findings of a file, below a heading where there are several."""
    if len(findings) > 1:
        where = (neutralise(view.located(file)), "bold underline")
        console.print(Text.assemble(where, ": ", counted(findings)))
        console.print()
    for it in findings:
        _finding(console, it, view)


def _finding(console: Console, finding: Finding, view: View) -> None:
    place = finding.place
    where = f"{neutralise(view.located(finding.where))}:{place.line}:{place.column}"
    severity = (f" {finding.severity} ", _STYLES[finding.severity])
    rule = (finding.rule, "dim")
    console.print(Text.assemble((where, "bold"), _in_cell(place), " ", severity, " ", rule))
    console.print(_wrapped("", neutralise(finding.message), view.width))
    _snippet(console, finding, view)
    for number, step in enumerate(finding.advice.sentences, start=1):
        console.print(_wrapped(f"  {number}. ", neutralise(step), view.width))
    replacement = finding.advice.replacement
    if replacement is not None:
        for line in replacement.line.split("\n"):
            console.print(Text.assemble("       ", (neutralise(line), "green")))
        if replacement.imports:
            imports = f"`{neutralise(replacement.imports)}`"
            said = _wrapped("     ", f"and {imports} at the top of the file", view.width)
            said.highlight_words([imports], "green")
            console.print(said)
    console.print()


def _suppressed(console: Console, finding: Finding, view: View) -> None:
    """A line for what does not count, and why."""
    place, why = finding.place, finding.suppression
    where = f"{neutralise(view.located(finding.path))}:{place.line}:{place.column}"
    by = "allowed" if why is not None and why.kind == "inline" else "in the baseline"
    shown = finding.secret and (
        finding.secret.reveal() if view.show_secrets else str(finding.secret)
    )
    console.print(
        Text.assemble(
            f"{where}{_in_cell(place)}  {finding.severity}  ",
            (finding.rule, "dim"),
            f"  {by}: ",
            (neutralise(why.reason) if why is not None else "", "green"),
            (f"  {neutralise(shown)}" if shown else "", "dim"),
        )
    )


def _in_cell(place: Place) -> str:
    return "" if place.cell is None else f" ({place.cell})"


def _snippet(console: Console, finding: Finding, view: View) -> None:
    """The line itself, what is secret in it underlined, and where what belongs to it stands."""
    cell = finding.place.cell
    number = str(finding.place.line if cell is None else cell.line)
    gutter = " " * len(number)
    room = max(_NARROWEST, view.width - len(number) - 5)
    line, marked = fitted(
        *finding.snippet.shown(view.show_secrets),
        None if view.show_secrets else room,
        view.encoding,
    )
    text = Text(line)
    underline = ""
    for start, end in marked:
        text.stylize("bold red", start, end)
        underline += " " * (cell_len(line[:start]) - len(underline))
        underline += "^" * (cell_len(line[:end]) - len(underline))
    console.print(Text.assemble((f"  {number} | ", "bold blue"), text))
    console.print(Text.assemble((f"  {gutter} | ", "bold blue"), (underline, "red")))
    notes: list[str] = []
    for related in finding.related:
        place = related.place
        where = f"{neutralise(view.prefix + related.path)}, " if related.path else ""
        where += f"line {place.line}, column {place.column}{_in_cell(place)}"
        notes.append(f"{neutralise(related.label)}: {where}")
    for note in (*notes, *_commits(finding)):
        said = _wrapped(f"  {gutter} = ", note, view.width)
        said.stylize("blue")
        console.print(said)


def _commits(finding: Finding) -> Iterator[str]:
    """Say which commit brought a secret in, which took it out, and by what it may be accepted."""
    if (trace := finding.trace) is None:
        return
    for verb, commit in (("brought in", trace.introduced), ("taken out", trace.removed)):
        if commit is not None:
            told = filter(None, (scrub(commit.author), commit.date[:10]))
            yield f"{verb} by {commit.id[:_ID]} ({neutralise(', '.join(told)) or 'by nobody'})"
    if trace.in_head:
        yield "still in HEAD"
    elif trace.removed is None:
        yield "still there" if trace.in_head is None else "not in HEAD"
    if len(trace.paths) > 1:
        yield f"paths: {_some(trace.paths)}"
    if trace.in_head is not None:
        none = "HEAD alone" if trace.in_head else "no ref, a reflog at most"
        yield f"in the history of: {_some(map(short_ref, trace.refs)) or none}"
    yield f"fingerprint: {finding.fingerprint}"


def _some(names: Iterable[str]) -> str:
    """Give the first of some names, and how many more there are."""
    shown = [neutralise(scrub_path(it)) for it in names]
    more = f" and {len(shown) - _MOST_NAMES} more" if len(shown) > _MOST_NAMES else ""
    return ", ".join(shown[:_MOST_NAMES]) + more


def _wrapped(head: str, text: str, width: int) -> Text:
    """Wrap a text behind its head so that its lines stand under each other."""
    room = max(_NARROWEST, width - len(head))
    lines: list[str] = [""]
    for word in text.split():
        if lines[-1] and cell_len(lines[-1]) + 1 + cell_len(word) > room:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return Text(("\n" + " " * len(head)).join([head + lines[0], *lines[1:]]))


def _finders(report: Report) -> dict[tuple[str, int, int], str]:
    """Give, by path, line and column, the rule that found what stands there."""
    return {
        (finding.where, place.line, place.column): finding.rule
        for finding in report.findings
        for place in (*(it.place for it in finding.related if it.path is None), finding.place)
    }


def _rejected(console: Console, rejected: Rejected, view: View, finder: str | None) -> None:
    place = rejected.place
    where = f"{neutralise(view.located(rejected.path))}:{place.line}:{place.column}"
    secret = rejected.secret.reveal() if view.show_secrets else str(rejected.secret)
    console.print(
        Text.assemble(
            f"{where}{_in_cell(place)}  ",
            (rejected.rule, "dim"),
            f"  found by {finder}, not here: " if finder else "  no finding: ",
            (in_words(rejected.reason), "green"),
            (f" ({rejected.reason})  {neutralise(secret)}", "dim"),
        )
    )

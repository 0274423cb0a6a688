"""Text for people, drawn by rich: where it is, the line, what it is, and what to do."""

import io
from itertools import groupby

from rich.console import Console
from rich.text import Text

from leakguard.finding import Finding, Problem, Report, Severity
from leakguard.reporters import View
from leakguard.reporters.summary import summary
from leakguard.text import neutralise

_STYLES = {
    Severity.CRITICAL: "bold white on red",
    Severity.HIGH: "bold red",
    Severity.MEDIUM: "bold yellow",
    Severity.LOW: "bold cyan",
    Severity.INFO: "dim",
}


def render(report: Report, view: View) -> str:
    """Give the findings file by file, the problems, and a summary."""
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
        soft_wrap=False,
    )
    for path, group in groupby(report.findings, key=lambda it: it.path):
        for finding in group:
            _finding(console, finding, view.prefix + path, view)
    if view.why:
        for it in report.rejected:
            where = f"{view.prefix}{it.path}:{it.place.line}:{it.place.column}"
            secret = it.secret.reveal() if view.show_secrets else str(it.secret)
            line = Text.assemble(
                f"{neutralise(where)}  ",
                (it.rule, "dim"),
                "  no finding: ",
                (it.reason, "green"),
                (f"  {neutralise(secret)}", "dim"),
            )
            console.print(line, soft_wrap=True)
        if report.rejected:
            console.print()
    for kind, style, problems in (
        ("error", "bold red", report.errors),
        ("note", "bold", report.notices),
    ):
        for problem in problems:
            _problem(console, kind, style, problem, view)
    if not view.quiet:
        console.print(summary(report, view.seconds), soft_wrap=True)
    return output.getvalue()


def _finding(console: Console, finding: Finding, path: str, view: View) -> None:
    place = finding.place
    where = f"{neutralise(path)}:{place.line}:{place.column}"
    severity = Text(f" {finding.severity} ", _STYLES[finding.severity])
    head = Text.assemble((where, "bold"), " ", severity, " ", (finding.rule, "dim"))
    console.print(head, soft_wrap=True)
    console.print(Text(finding.message), style="default")
    line, marked = finding.snippet.shown(view.show_secrets)
    number = str(place.line)
    gutter = " " * len(number)
    left = len(line) - len(line.lstrip())
    text = Text(line.lstrip())
    underline = [" "] * len(text)
    for start, end in marked:
        text.stylize("bold red", start - left, end - left)
        underline[max(0, start - left) : end - left] = "^" * (end - max(left, start))
    console.print(Text.assemble((f"  {number} | ", "blue"), text), soft_wrap=True)
    marks = "".join(underline).rstrip()
    console.print(Text.assemble((f"  {gutter} | ", "blue"), (marks, "red")), soft_wrap=True)
    for related in finding.related:
        console.print(Text(f"  {gutter} = {related.label}: line {related.place.line}", "blue"))
    for count, step in enumerate(finding.advice.steps, start=1):
        console.print(_hanging(f"  {count}. ", step, view.width))
    if (replacement := finding.advice.replacement) is not None:
        for each in replacement.line.splitlines():
            console.print(Text.assemble("       ", (each, "green")), soft_wrap=True)
        if replacement.imports:
            console.print(
                Text.assemble("     with ", (replacement.imports, "green")), soft_wrap=True
            )
    console.print()


def _hanging(head: str, text: str, width: int) -> Text:
    """Wrap a step so that its lines stand under each other."""
    room = max(20, width - len(head))
    lines: list[str] = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > room:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return Text(("\n" + " " * len(head)).join([head + lines[0], *lines[1:]]), no_wrap=True)


def _problem(console: Console, kind: str, style: str, problem: Problem, view: View) -> None:
    line = Text.assemble(
        (kind, style),
        ": ",
        neutralise(view.prefix + problem.path),
        ": ",
        neutralise(problem.message),
    )
    console.print(line, soft_wrap=True)

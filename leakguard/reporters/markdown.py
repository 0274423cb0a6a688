"""Markdown, to be put as a comment under a pull request: a table, and below it each finding with
its line and what to do. No value is shown, masked ones apart."""

from collections.abc import Iterator

from leakguard.finding import Finding, Report
from leakguard.reporters import View
from leakguard.reporters.marks import advice, block, code, frame, prose, row
from leakguard.reporters.ranking import worst_first
from leakguard.reporters.summary import headline, suppressed
from leakguard.text import plural

_MOST = 60_000
"""Characters of a report: a comment on GitHub has 65,536 at most."""

_MOST_SUPPRESSED = 10_000
"""Characters of the lines of what is suppressed."""

_ID = 10
"""Letters of a commit's id that are shown."""


def render(report: Report, view: View) -> str:
    """Give the worst findings first, as many as a comment holds, and say how many more there
    are."""
    unread = f"; {plural(len(report.errors), 'error')}" if report.errors else ""
    hidden = f"; {suppressed(report)}" if report.suppressed else ""
    head = f"### leakguard: {headline(report)}{hidden}{unread}\n"
    allowed = "".join(_suppressed(report, view)) if view.show_suppressed else ""
    if not report.findings:
        return head + allowed
    rows = [row(("Severity", "Where", "What")), row(["---"] * 3)]
    details: list[str] = []
    size = len(head) + len(allowed)
    findings = worst_first(report.findings)
    for finding in findings:
        told = row(_cells(finding, view)), "\n".join(_details(finding, view))
        size += sum(map(len, told)) + 2
        if size > _MOST:
            break
        rows.append(told[0])
        details.append(told[1])
    more = len(findings) - len(details)
    left = [f"{plural(more, 'more finding')} not shown.", ""] if more else []
    return "\n".join([head, *rows, "", *left, *details]) + allowed


def _suppressed(report: Report, view: View) -> Iterator[str]:
    """Lines for what does not count, the worst first, and how many more there are."""
    worst, size = worst_first(report.suppressed), 0
    yield "\nSuppressed:\n\n"
    for number, it in enumerate(worst):
        why = it.suppression.reason if it.suppression is not None else ""
        line = f"- {code(_where(it, view))} {it.severity}, {code(it.rule)}: {prose(why)}\n"
        size += len(line)
        if size > _MOST_SUPPRESSED:
            yield f"- and {len(worst) - number:,} more\n"
            return
        yield line


def _where(finding: Finding, view: View) -> str:
    cell = finding.place.cell
    place = f"{view.located(finding.where)}:{finding.place.line}"
    return place if cell is None else f"{place} ({cell})"


def _cells(finding: Finding, view: View) -> Iterator[str]:
    yield str(finding.severity)
    yield code(_where(finding, view))
    yield advice(finding.message)


def _details(finding: Finding, view: View) -> Iterator[str]:
    title = f"{code(_where(finding, view))} {finding.severity}, {code(finding.rule)}"
    yield f"<details><summary>{title}</summary>"
    yield ""
    yield from block(frame(finding))
    yield ""
    for number, step in enumerate(finding.advice.sentences, start=1):
        yield f"{number}. {advice(step)}"
    replacement = finding.advice.replacement
    if replacement is not None:
        imports = [replacement.imports, ""] if replacement.imports else []
        yield ""
        yield from block([*imports, *replacement.line.split("\n")], "python")
    yield ""
    yield from _commits(finding)
    yield f"Fingerprint: {code(finding.fingerprint)}"
    yield ""
    yield "</details>"
    yield ""


def _commits(finding: Finding) -> Iterator[str]:
    trace = finding.trace
    if trace is not None and trace.introduced is not None:
        removed = trace.removed
        out = f", taken out by {code(removed.id[:_ID])}: it stays readable" if removed else ""
        yield f"Brought in by {code(trace.introduced.id[:_ID])}{out}."
        yield ""

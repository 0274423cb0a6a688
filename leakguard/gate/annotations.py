"""Findings as GitHub shows them: beside the lines of a pull request, and as a job's summary."""

from collections.abc import Iterator

from leakguard.finding import Commit, Finding, Place, Report
from leakguard.reporters.marks import cell, row
from leakguard.reporters.ranking import worst_first
from leakguard.reporters.summary import headline, suppressed
from leakguard.text import neutralise, plural

MOST = 10
"""Annotations that GitHub shows of a step; of more it says nothing.

https://github.com/orgs/community/discussions/26680
"""
_ROWS = 100
"""Findings in a summary, which may have 1 MiB."""
_ID = 10
"""Letters of a commit's id that are shown."""

_TITLES = ("Severity", "Where", "What", "Brought in by", "Fingerprint")


def annotations(report: Report) -> str:
    """Give workflow commands that annotate the worst findings, a line each; the last of them says
    how many more there are.

    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    findings = worst_first(report.findings)
    more = len(findings) - MOST
    lines = [_annotation(it) for it in findings[:MOST]]
    if more > 0:
        lines[-1] += _data(f"\n\n{plural(more, 'more finding')} without an annotation")
    return "".join(f"{line}\n" for line in lines)


def summary(report: Report) -> str:
    """Give the report for GITHUB_STEP_SUMMARY, in Markdown: a table of the findings, or one line
    if there are none. No value is shown, masked or not."""
    findings = worst_first(report.findings)
    unread = f"; {plural(len(report.errors), 'error')}" if report.errors else ""
    hidden = f"; {suppressed(report)}" if report.suppressed else ""
    if not findings:
        return f"leakguard: {headline(report)}{hidden}{unread}\n"
    lines = [
        f"### leakguard: {plural(len(findings), 'finding')}{hidden}{unread}",
        "",
        row(_TITLES),
        row("---" for _ in _TITLES),
        *(row(map(cell, _told(it))) for it in findings[:_ROWS]),
        "",
    ]
    if len(findings) > _ROWS:
        lines += [f"{plural(len(findings) - _ROWS, 'more finding')} not shown", ""]
    lines.append("A false alarm is let through with `--accept` and its fingerprint.")
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": finding.path,
        **({} if finding.member else _lines(place)),
        "title": f"leakguard: {finding.severity} {finding.rule}",
    }
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    within = [f"It stands in {finding.where}:{place.line}."] if finding.member else []
    message = [
        finding.message,
        *within,
        *_of_commits(finding),
        f"Fingerprint: {finding.fingerprint}",
    ]
    return f"::error {told}::{_data(chr(10).join(map(neutralise, message)))}"


def _lines(place: Place) -> dict[str, str]:
    return {
        "line": str(place.line), "col": str(place.column), "endLine": str(place.end_line),
    }  # fmt: skip


def _of_commits(finding: Finding) -> Iterator[str]:
    """Say which commit brought it in, and that it stays in the history though it was taken out."""
    trace = finding.trace
    if trace is not None and trace.introduced is not None:
        out = f", taken out by {_short(trace.removed)}: it stays readable" if trace.removed else ""
        yield f"Brought in by {_short(trace.introduced)}{out}"


def _told(finding: Finding) -> Iterator[str]:
    """Give the cells of a row."""
    place, trace = finding.place, finding.trace
    yield str(finding.severity)
    yield f"{finding.where}:{place.line}" + (f" ({place.cell})" if place.cell else "")
    yield finding.message
    brought = _short(trace.introduced) if trace else ""
    yield brought + (f", taken out by {_short(trace.removed)}" if trace and trace.removed else "")
    yield finding.fingerprint


def _short(commit: Commit | None) -> str:
    return "" if commit is None else commit.id[:_ID]


def _data(text: str) -> str:
    """Give a text as the message of a workflow command, which ends with its line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Give a text as the value of a property, which ends with a comma or a colon too."""
    return _data(neutralise(text)).replace(":", "%3A").replace(",", "%2C")

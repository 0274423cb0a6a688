"""The last line: what was found in how much. Needs no rich, so that a clean scan loads none."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from leakguard.levels import Severity
from leakguard.report import Report
from leakguard.reporters import View
from leakguard.text import amount, plural

if TYPE_CHECKING:
    from leakguard.finding import Finding


def summary(report: Report, view: View) -> str:
    """Give one line."""
    statistics = report.statistics
    size = amount(statistics.bytes)
    line = f"{headline(report)} in {plural(statistics.files, 'file')}, {size}"
    if view.seconds is not None:
        line += f", {view.seconds:.2f} s"
    extra = (
        (statistics.archives, "archive", " looked into"),
        (statistics.binary, "binary file", " left out"),
        (statistics.unchanged, "file", " unchanged since found clean"),
        (view.below, "less severe finding", " not shown"),
        (report.known, "finding", " that was there before"),
    )
    problems = ((report.notices, "notice"), (report.errors, "error"))
    others = [plural(count, noun) + rest for count, noun, rest in extra if count]
    others += filter(None, [suppressed(report)])
    others += [plural(len(it), noun) for it, noun in problems if it]
    return "; ".join([line, *others])


def headline(report: Report) -> str:
    """Give how many findings there are; where all are suppressed, no comfort."""
    is_all_suppressed = report.suppressed and not report.findings
    return "nothing else found" if is_all_suppressed else counted(report.findings)


def suppressed(report: Report) -> str:
    """Give how many findings do not count, and of which severity; nothing if all do."""
    many = report.suppressed
    return f"{plural(len(many), 'finding')} suppressed ({_levels(many)})" if many else ""


def counted(findings: "Sequence[Finding]") -> str:
    """Give how many findings there are, and how many of each severity."""
    if not findings:
        return "no leaks found"
    return f"{plural(len(findings), 'finding')} ({_levels(findings)})"


def warned(found: "Sequence[Finding]", command: str) -> str:
    """Say that an entry of the baseline hides what is dangerous, and makes it no less so, and which
    command shows it; nothing where none of what is `found` is."""
    grave = [it for it in found if it.severity >= Severity.HIGH]
    if not grave:
        return ""
    return (
        f"revoke these first: {counted(grave)} may be keys that work; an entry hides a key, and "
        f"revokes none\n  see them: {command}"
    )


def _levels(findings: "Sequence[Finding]") -> str:
    counts = Counter(it.severity for it in findings)
    return ", ".join(
        f"{counts[level]} {level}" for level in sorted(Severity, reverse=True) if counts[level]
    )

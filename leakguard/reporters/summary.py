"""The last line: what was found in how much. Needs no rich, so that a clean scan loads none."""

from collections import Counter
from collections.abc import Sequence

from leakguard.finding import Finding, Report, Severity
from leakguard.reporters import View
from leakguard.text import amount, plural


def summary(report: Report, view: View) -> str:
    """Give one line."""
    statistics = report.statistics
    size = amount(statistics.bytes)
    found, files = counted(report.findings), plural(statistics.files, "file")
    line = f"{found} in {files}, {size}"
    if view.seconds is not None:
        line += f", {view.seconds:.2f} s"
    extra = (
        (statistics.archives, "archive", " looked into"),
        (statistics.binary, "binary file", " left out"),
        (statistics.unchanged, "file", " unchanged since found clean"),
        (view.below, "less severe finding", " not shown"),
        (report.known, "finding", " that was there before"),
        (len(report.suppressed), "finding", " suppressed"),
        (len(report.notices), "notice", ""),
        (len(report.errors), "error", ""),
    )
    others = [plural(count, noun) + rest for count, noun, rest in extra if count]
    return "; ".join([line, *others])


def counted(findings: Sequence[Finding]) -> str:
    """Give how many findings there are, and how many of each severity."""
    counts = Counter(it.severity for it in findings)
    levels = [
        f"{counts[level]} {level}" for level in sorted(Severity, reverse=True) if counts[level]
    ]
    found = plural(len(findings), "finding")
    return f"{found} ({', '.join(levels)})" if levels else "no leaks found"

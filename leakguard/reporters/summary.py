"""The last line: what was found in how much. Needs no rich, so that a clean scan loads none."""

from collections import Counter

from leakguard.finding import Report, Severity
from leakguard.reporters import View
from leakguard.text import amount, plural


def summary(report: Report, view: View) -> str:
    """Give one line."""
    statistics = report.statistics
    size = amount(statistics.bytes)
    line = f"{counted(report)} in {plural(statistics.files, 'file')}, {size}, {view.seconds:.2f} s"
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


def counted(report: Report) -> str:
    """Give how many findings there are, and how many of each severity."""
    counts = Counter(it.severity for it in report.findings)
    levels = [
        f"{counts[level]} {level}" for level in sorted(Severity, reverse=True) if counts[level]
    ]
    found = plural(len(report.findings), "finding")
    return f"{found} ({', '.join(levels)})" if levels else "no leaks found"

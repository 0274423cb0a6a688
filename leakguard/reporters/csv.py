"""CSV, for spreadsheets: a row a finding, below the names of the columns.

Every cell is in quotes, and none has a line end. One that a spreadsheet would take for a formula
has an apostrophe before it: https://owasp.org/www-community/attacks/CSV_Injection
"""

import csv
import io
import re
from collections.abc import Iterator

from leakguard.finding import Finding, Report
from leakguard.masking.redact import scrub
from leakguard.reporters import View
from leakguard.text import neutralise

COLUMNS = (
    "severity", "confidence", "rule", "path", "line", "column", "end_line", "end_column", "message",
    "advice", "secret", "fingerprint", "secret_id", "origin", "introduced", "author", "date",
    "removed", "suppression",
)  # fmt: skip
"""As in jsonl; four are of the commits, where commits were looked at, and the last says why a
finding does not count, with `--show-suppressed`."""

_FORMULA = re.compile(r"(?:^|(?<=;))(?=[\s\"']*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a formula could begin: in a cell, and behind what divides cells in some countries."""


def render(report: Report, view: View) -> str:
    """Give the findings, sorted as the report is. Numbers stand in quotes as well."""
    output = io.StringIO()
    writer = csv.writer(output, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    shown = (*report.findings, *report.suppressed) if view.show_suppressed else report.findings
    for it in sorted(shown, key=lambda it: it.order):
        writer.writerow([_inert(cell) for cell in _cells(it, view)])
    return output.getvalue()


def _cells(finding: Finding, view: View) -> Iterator[str]:
    place, trace, secret = finding.place, finding.trace, finding.secret
    introduced = trace.introduced if trace is not None else None
    removed = trace.removed if trace is not None else None
    yield from (str(finding.severity), str(finding.confidence), finding.rule, finding.where)
    yield from map(str, (place.line, place.column, place.end_line, place.end_column))
    yield from (finding.message, " ".join(finding.advice.sentences))
    yield "" if secret is None else secret.reveal() if view.show_secrets else str(secret)
    yield from (finding.fingerprint, finding.secret_id or "", finding.origin)
    yield introduced.id if introduced is not None else ""
    yield scrub(introduced.author) if introduced is not None else ""
    yield introduced.date if introduced is not None else ""
    yield removed.id if removed is not None else ""
    yield finding.suppression.reason if finding.suppression is not None else ""


def _inert(text: str) -> str:
    return _FORMULA.sub("'", neutralise(text))

"""JSON: the whole report as one object.

`findings` holds what a line of jsonl holds, `errors` and `notices` what was not scanned,
`rejected` (with `--why`) what is no finding, and the name of the reason; `summary.below` counts the
findings under the severity that is shown, `summary.known` those that were there before: of what is
staged, in HEAD; `summary.suppressed` those that are allowed or in the baseline, which `suppressed`
holds with `--show-suppressed`. `version` counts changes that break a reader; fields may be added
without one. No clock and no duration stands in it, so that the same input gives the same bytes.
"""

from typing import Any

from leakguard.finding import Problem, Report
from leakguard.reporters import View
from leakguard.reporters.dumped import dumped
from leakguard.reporters.jsonl import finding_object, place_object, readable
from leakguard.text import neutralise

VERSION = 1


def render(report: Report, view: View) -> str:
    """Give the report as indented JSON in ASCII."""
    content: dict[str, Any] = {
        "version": VERSION,
        "findings": [finding_object(it, view) for it in report.findings],
        "errors": [_problem(it) for it in report.errors],
        "notices": [_problem(it) for it in report.notices],
        "summary": {
            "files": report.statistics.files,
            "bytes": report.statistics.bytes,
            "binary": report.statistics.binary,
            "archives": report.statistics.archives,
            "findings": len(report.findings),
            "below": view.below,
            "known": report.known,
            "suppressed": len(report.suppressed),
        },
    }
    if view.show_suppressed:
        content["suppressed"] = [finding_object(it, view) for it in report.suppressed]
    if view.why:
        content["rejected"] = [
            {
                "rule": it.rule,
                "path": readable(it.path),
                **place_object(it.place),
                "reason": it.reason,
                "secret": it.secret.reveal() if view.show_secrets else str(it.secret),
            }
            for it in report.rejected
        ]
    return dumped(content)


def _problem(problem: Problem) -> dict[str, str]:
    return {"path": readable(problem.path), "message": neutralise(problem.message)}

"""GitLab's code quality report: findings beside the lines of a merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from typing import Any

from leakguard.finding import Finding, Report, Severity
from leakguard.reporters import View
from leakguard.reporters.dumped import dumped
from leakguard.reporters.jsonl import readable
from leakguard.reporters.ranking import numbered
from leakguard.text import neutralise

_SEVERITIES = {
    Severity.INFO: "info",
    Severity.LOW: "minor",
    Severity.MEDIUM: "major",
    Severity.HIGH: "critical",
    Severity.CRITICAL: "blocker",
}


def render(report: Report, view: View) -> str:
    """Give an array with an object for each finding, in ASCII."""
    found = [_object(finding, name) for finding, name in numbered(report.findings)]
    return dumped(found)


def _object(finding: Finding, name: str) -> dict[str, Any]:
    within = f" It stands in {finding.where}:{finding.place.line}." if finding.member else ""
    told = f"{finding.message}{within} {' '.join(finding.advice.sentences)}"
    line = 1 if finding.member else finding.place.line
    return {
        "description": neutralise(told),
        "check_name": finding.rule,
        "fingerprint": name,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": readable(finding.path), "lines": {"begin": line}},
    }

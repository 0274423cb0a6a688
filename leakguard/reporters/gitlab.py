"""GitLab's secret detection report, which fills the vulnerability report of a project.

https://docs.gitlab.com/user/application_security/secret_detection/pipeline/
"""

import uuid
from typing import Any

from leakguard import __version__
from leakguard.advice.descriptions import Description
from leakguard.finding import Commit, Finding, Report
from leakguard.masking.redact import scrub
from leakguard.reporters import View
from leakguard.reporters.described import descriptions
from leakguard.reporters.dumped import dumped
from leakguard.reporters.jsonl import readable
from leakguard.reporters.marks import prose
from leakguard.reporters.ranking import numbered
from leakguard.text import neutralise

_VERSION = "15.0.2"
_NOBODY = "0000000"
"""The commit of what is in none: GitLab takes no empty one."""

_LONGEST_NAME = 255
_LONGEST_SOLUTION = 7_000
"""Characters that GitLab takes."""

_TOOL = {
    "id": "leakguard",
    "name": "leakguard",
    "version": __version__,
    "vendor": {"name": "leakguard"},
}


def render(report: Report, view: View) -> str:
    """Give the report in ASCII. Its advice has no diff, which would show the value."""
    rules = descriptions(report.findings, view)
    time = view.now.strftime("%Y-%m-%dT%H:%M:%S")
    content = {
        "version": _VERSION,
        "scan": {
            "type": "secret_detection",
            "status": "failure" if report.errors else "success",
            "start_time": time,
            "end_time": time,
            "analyzer": _TOOL,
            "scanner": _TOOL,
            "messages": [
                {"level": level, "value": neutralise(f"{it.path}: {it.message}")}
                for level, problems in (("warn", report.errors), ("info", report.notices))
                for it in problems
            ],
        },
        "vulnerabilities": [
            _vulnerability(finding, name, rules[finding.rule])
            for finding, name in numbered(report.findings)
        ],
    }
    return dumped(content)


def _vulnerability(finding: Finding, name: str, rule: Description) -> dict[str, Any]:
    within = f" It stands in {finding.where}:{finding.place.line}." if finding.member else ""
    solution = "\n".join(map(neutralise, str(finding.advice).split("\n")))
    lines = (1, 1) if finding.member else (finding.place.line, finding.place.end_line)
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_OID, name)),
        "name": rule.title[:_LONGEST_NAME],
        "description": prose(finding.message + within),
        "severity": str(finding.severity).capitalize(),
        "solution": solution[:_LONGEST_SOLUTION],
        "identifiers": [{"type": "leakguard_rule_id", "name": rule.title, "value": rule.id}],
        "links": [{"url": it} for it in rule.references],
        "location": {
            "file": readable(finding.path),
            "start_line": lines[0],
            "end_line": lines[1],
            "commit": _commit(finding.trace.introduced if finding.trace is not None else None),
        },
    }


def _commit(commit: Commit | None) -> dict[str, str]:
    if commit is None:
        return {"sha": _NOBODY}
    author, date = neutralise(scrub(commit.author)), neutralise(commit.date)
    return {"sha": neutralise(commit.id) or _NOBODY, "author": author, "date": date}

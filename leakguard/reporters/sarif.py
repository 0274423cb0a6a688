"""SARIF 2.1.0, as code hosts read it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from typing import Any
from urllib.parse import quote

from leakguard import __version__
from leakguard.finding import Finding, Place, Report, Severity
from leakguard.registry import Description
from leakguard.reporters import View
from leakguard.reporters.described import descriptions
from leakguard.text import neutralise

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    Severity.INFO: "note",
    Severity.LOW: "note",
    Severity.MEDIUM: "warning",
    Severity.HIGH: "error",
    Severity.CRITICAL: "error",
}
_SCORES = {
    # https://docs.github.com/en/code-security/code-scanning: 9.0 critical, 7.0 high, 4.0 medium
    Severity.INFO: "0.0",
    Severity.LOW: "3.0",
    Severity.MEDIUM: "5.0",
    Severity.HIGH: "8.0",
    Severity.CRITICAL: "9.5",
}


def render(report: Report, view: View) -> str:
    """Give the report as a SARIF log with one run."""
    shown = (*report.findings, *report.suppressed) if view.show_suppressed else report.findings
    shown = tuple(sorted(shown, key=lambda it: it.order))
    described = descriptions(shown, view.own_rules)
    ids = list(described)
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "leakguard",
                "version": __version__,
                "rules": list(map(_rule, described.values())),
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(it, ids.index(it.rule)) for it in shown],
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [
                    {
                        "level": level,
                        "message": {"text": neutralise(f"{it.path}: {it.message}")},
                    }
                    for level, problems in (("error", report.errors), ("note", report.notices))
                    for it in problems
                ],
            }
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=True) + "\n"


def _rule(described: Description) -> dict[str, Any]:
    return {
        "id": described.id,
        "shortDescription": {"text": described.title},
        "fullDescription": {"text": described.why},
        "help": {"text": "\n".join(described.advice)},
        "properties": {"security-severity": _SCORES[described.severity], "tags": ["security"]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": neutralise(finding.message) + "\n\n" + str(finding.advice)},
        "locations": [_own_location(finding)],
        "relatedLocations": [
            {
                **_location(related.path or finding.path, related.place),
                "message": {"text": related.label},
            }
            for related in finding.related
            if not finding.member
        ],
        "partialFingerprints": {"leakguard/v1": finding.fingerprint},
        "properties": {
            "severity": str(finding.severity),
            "confidence": str(finding.confidence),
            "origin": finding.origin,
        },
        **_suppressions(finding),
        **_fixes(finding),
    }


def _suppressions(finding: Finding) -> dict[str, Any]:
    """Give why it does not count: SARIF 2.1.0, section 3.35."""
    if (it := finding.suppression) is None:
        return {}
    kind = "inSource" if it.kind == "inline" else "external"
    return {"suppressions": [{"kind": kind, "justification": neutralise(it.reason)}]}


def _fixes(finding: Finding) -> dict[str, Any]:
    """Give the regions that change and their new texts, never the old."""
    if not finding.fixes:
        return {}
    change = {
        "artifactLocation": _artifact(finding.path),
        "replacements": [
            {"deletedRegion": _region(it.place), "insertedContent": {"text": it.text}}
            for it in finding.fixes
        ],
    }
    text = "Look the value up instead; set it outside the code first."
    if finding.secret is None and finding.rule == "unused-allowance":
        text = "Delete what allows nothing."
    description = {"text": text}
    return {"fixes": [{"description": description, "artifactChanges": [change]}]}


def _own_location(finding: Finding) -> dict[str, Any]:
    """Give the place; of what is in an archive the archive, the one file that a code host has."""
    if not finding.member:
        return _location(finding.path, finding.place)
    place = finding.place
    return {
        "logicalLocations": [
            {
                "name": neutralise(f"{finding.member}:{place.line}:{place.column}"),
                "fullyQualifiedName": neutralise(finding.where),
            }
        ],
        # An archive has no lines, and code hosts ask for one.
        "physicalLocation": {
            "artifactLocation": _artifact(finding.path),
            "region": {"startLine": 1},
        },
    }


def _location(path: str, place: Place) -> dict[str, Any]:
    cell = {} if place.cell is None else {"logicalLocations": [{"name": str(place.cell)}]}
    return {
        **cell,
        "physicalLocation": {
            "artifactLocation": _artifact(path),
            "region": _region(place),
        },
    }


def _artifact(path: str) -> dict[str, Any]:
    return {"uri": quote(path.encode("utf-8", "surrogateescape"))}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }

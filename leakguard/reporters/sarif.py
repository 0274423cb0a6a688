"""SARIF 2.1.0, as code hosts read it.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import gzip
import re
from typing import Any
from urllib.parse import quote

from leakguard import __version__
from leakguard.advice.descriptions import Description
from leakguard.finding import Finding, Place, Report
from leakguard.reporters import View
from leakguard.reporters.described import descriptions
from leakguard.reporters.dumped import dumped
from leakguard.reporters.ranking import numbered
from leakguard.reporters.sarif_rules import LEVELS, rule
from leakguard.text import neutralise, path_bytes, plural

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MOST = 5_000
"""Results that GitHub keeps of an upload; one with more than 25,000 it refuses.

https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#file-limits
"""
_LARGEST = 10_000_000
"""Bytes of a file, in gzip, that GitHub takes."""

_BEFORE = ("hard-coded here", "read from the environment here")
_AFTER = ("passed here", "used here")
"""Labels of places that a value comes from, and that it goes to."""

_LINK = re.compile(r"\[(?=[^\]]*\]\()")
"""What would begin a link in a message: SARIF 2.1.0, section 3.11.6."""


def render(report: Report, view: View) -> str:
    """Give the report as a SARIF log with one run, the worst results first: as many as GitHub
    takes, and a notification that says how many are left out."""
    shown = (*report.findings, *report.suppressed) if view.show_suppressed else report.findings
    named = sorted(
        numbered(sorted(shown, key=lambda it: it.order)),
        key=lambda it: (-it[0].severity, -it[0].confidence),
    )
    described = descriptions(shown, view)
    kept = MOST
    while _is_too_large(log := _log(report, named[:kept], len(named), described)):
        kept = min(kept, len(named)) // 2
    return log


def _is_too_large(log: str) -> bool:
    return len(log) > _LARGEST and len(gzip.compress(log.encode("ascii"), 6)) > _LARGEST


def _log(
    report: Report, named: list[tuple[Finding, str]], count: int, described: dict[str, Description]
) -> str:
    ids = sorted({finding.rule for finding, _ in named})
    left = f"{plural(count - len(named), 'less severe finding')} not in this file"
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "leakguard",
                "version": __version__,
                "rules": [rule(described[it]) for it in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, name, ids.index(finding.rule)) for finding, name in named],
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [
                    *([_notification("warning", left)] if count > len(named) else []),
                    *(_notification("error", f"{it.path}: {it.message}") for it in report.errors),
                    *(_notification("note", f"{it.path}: {it.message}") for it in report.notices),
                ],
            }
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumped(log)


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": neutralise(text)}}


def _result(finding: Finding, name: str, index: int) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_own_location(finding)],
        "relatedLocations": [
            {
                **_location(related.path or finding.path, related.place),
                "message": {"text": related.label},
            }
            for related in finding.related
            if not finding.member
        ],
        "partialFingerprints": {
            "leakguard/v1": finding.fingerprint,
            # By this GitHub knows an alert again; by default it would be the line's.
            "primaryLocationLineHash": name,
        },
        "properties": {
            "severity": str(finding.severity),
            "confidence": str(finding.confidence),
            "origin": finding.origin,
        },
        **_flow(finding),
        **_suppressions(finding),
        **_fixes(finding),
    }


def _message(finding: Finding) -> str:
    lines = [neutralise(it) for it in str(finding.advice).split("\n")]
    return _LINK.sub(r"\\[", "\n".join([neutralise(finding.message), "", *lines]))


def _flow(finding: Finding) -> dict[str, Any]:
    """Give the way of the value where it is known: where it is from, where the finding stands,
    and where it goes."""
    before, after = (
        [
            {**_location(it.path or finding.path, it.place), "message": {"text": it.label}}
            for it in finding.related
            if it.label in labels and not finding.member
        ]
        for labels in (_BEFORE, _AFTER)
    )
    if not before and not after:
        return {}
    here = {**_own_location(finding), "message": {"text": "the finding"}}
    steps = [{"location": it} for it in (*before, here, *after)]
    return {"codeFlows": [{"threadFlows": [{"locations": steps}]}]}


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
    return {"uri": quote(path_bytes(path))}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }

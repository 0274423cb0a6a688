"""JSON lines: one finding a line, for pipes."""

import json
from typing import Any

from leakguard.finding import Finding, Place, Report
from leakguard.reporters import View
from leakguard.text import neutralise


def render(report: Report, view: View) -> str:
    """Give one object a line, sorted as the report is; nothing for no findings."""
    return "".join(line(finding_object(it, view)) for it in report.findings)


def line(value: dict[str, Any]) -> str:
    """Give an object as one line of ASCII, which no terminal can misread."""
    return json.dumps(value, ensure_ascii=True, separators=(", ", ": ")) + "\n"


def finding_object(finding: Finding, view: View) -> dict[str, Any]:
    """Give what machines read of a finding. Lines and columns count from 1, in characters."""
    advice = finding.advice
    secret = finding.secret
    shown = secret and (secret.reveal() if view.show_secrets else str(secret))
    replacement = advice.replacement
    return {
        "rule": finding.rule,
        "path": readable(finding.path),
        **place_object(finding.place),
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "message": neutralise(finding.message),
        "advice": str(advice),
        "replacement": replacement and {"line": replacement.line, "imports": replacement.imports},
        "secret": shown,
        "fingerprint": finding.fingerprint,
        "secret_id": finding.secret_id,
        "related": [
            {"label": related.label, "path": readable(finding.path), **place_object(related.place)}
            for related in finding.related
        ],
        "origin": finding.origin,
    }


def place_object(place: Place) -> dict[str, int]:
    """Give a place as the fields `line`, `column`, `end_line` and `end_column`."""
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def readable(path: str) -> str:
    r"""Give a path in which a byte that is no UTF-8 is written `\xNN`; all else is kept."""
    return "".join(f"\\x{ord(c) - 0xDC00:02x}" if "\udc80" <= c <= "\udcff" else c for c in path)

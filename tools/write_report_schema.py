"""Write docs/report.schema.json, which says what the `json` report holds:
`python -m tools.write_report_schema`.

It is a JSON Schema of draft 7: https://json-schema.org/draft-07. A reader has to take fields that
it does not know, which come without a new version.
"""

import json
from pathlib import Path
from typing import Any

from leakguard.finding import Confidence, Severity
from leakguard.reporters.json import VERSION

SCHEMA = Path(__file__).resolve().parent.parent / "docs" / "report.schema.json"

_COUNT = {"type": "integer", "minimum": 0}
_FROM_ONE = {"type": "integer", "minimum": 1}
_TEXT = {"type": "string"}
_PLACE = {
    "line": {**_FROM_ONE, "description": "From 1."},
    "column": {**_FROM_ONE, "description": "In characters, from 1."},
    "end_line": _FROM_ONE,
    "end_column": {**_FROM_ONE, "description": "Exclusive."},
}
_CELL = {"cell": {"$ref": "#/definitions/cell"}}


def schema() -> dict[str, Any]:
    """Give the schema of a report; `definitions/finding` is that of a line of `jsonl`."""
    findings = {"type": "array", "items": {"$ref": "#/definitions/finding"}}
    problems = {"type": "array", "items": {"$ref": "#/definitions/problem"}}
    rejected = {"type": "array", "items": {"$ref": "#/definitions/rejected"}}
    always = {
        "version": {"const": VERSION, "description": "Counts changes that break a reader."},
        "findings": findings,
        "errors": {**problems, "description": "What could not be read."},
        "notices": {**problems, "description": "What was left out on purpose."},
        "summary": {"$ref": "#/definitions/summary"},
    }
    asked = {
        "suppressed": {**findings, "description": "With --show-suppressed."},
        "rejected": {**rejected, "description": "With --why."},
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "leakguard's report",
        "description": "What `leakguard scan --format json` writes.",
        **_object(always, asked),
        "definitions": {
            "finding": _finding(),
            "place": _object(_PLACE, _CELL),
            "cell": _object({"number": _FROM_ONE, "line": _FROM_ONE, "output": _or_null(_COUNT)}),
            "commit": _object({"id": _TEXT, "author": _TEXT, "date": _TEXT}),
            "problem": _object({"path": _TEXT, "message": _TEXT}),
            "rejected": _object(
                {"rule": _TEXT, "path": _TEXT, **_PLACE, "reason": _TEXT, "secret": _TEXT}, _CELL
            ),
            "summary": _summary(),
        },
    }


def written() -> str:
    """Give the content of the file."""
    return json.dumps(schema(), indent=2) + "\n"


def _finding() -> dict[str, Any]:
    replacement = _object({"line": _TEXT, "imports": _or_null(_TEXT)})
    related = _object({"label": _TEXT, "path": _TEXT, **_PLACE}, _CELL)
    change = _object({**_PLACE, "text": _TEXT}, _CELL)
    suppression = {
        "kind": {"enum": ["inline", "baseline"]},
        "reason": _TEXT,
        "line": _or_null(_FROM_ONE),
    }
    commit = _or_null({"$ref": "#/definitions/commit"})
    texts = {"type": "array", "items": _TEXT}
    of_history = {"in_head": {"type": "boolean"}, "paths": texts, "refs": texts}
    always = {
        "rule": {**_TEXT, "description": "The rule's id."},
        "path": {**_TEXT, "description": "Relative to the scanned root; a member behind !/."},
        **_PLACE,
        "severity": {"enum": [str(it) for it in Severity]},
        "confidence": {"enum": [str(it) for it in Confidence]},
        "message": _TEXT,
        "advice": {**_TEXT, "description": "What to do, in order, a line each."},
        "replacement": _or_null(replacement),
        "secret": {**_or_null(_TEXT), "description": "Masked unless --show-secrets is given."},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "secret_id": _or_null({"type": "string", "pattern": "^[0-9a-f]{24}$"}),
        "related": {"type": "array", "items": related},
        "origin": _TEXT,
    }
    sometimes = {
        **_CELL,
        "commits": _object({"introduced": commit, "removed": commit}, of_history),
        "suppression": _object(suppression),
        "fixes": {"type": "array", "items": change},
    }
    return _object(always, sometimes)


def _summary() -> dict[str, Any]:
    names = (
        "files", "bytes", "binary", "archives", "findings", "below", "known", "suppressed",
    )  # fmt: skip
    return _object(dict.fromkeys(names, _COUNT))


def _object(always: dict[str, Any], sometimes: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**always, **(sometimes or {})},
        "required": list(always),
    }


def _or_null(one: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [one, {"type": "null"}]}


if __name__ == "__main__":
    SCHEMA.write_text(written(), encoding="utf-8")

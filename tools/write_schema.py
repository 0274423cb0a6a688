"""Write docs/leakguard.schema.json, by which editors check a leakguard.toml and complete what is
written there: `python -m tools.write_schema`.

It is a JSON Schema of draft 7, which editors of TOML know: https://json-schema.org/draft-07
"""

import json
from pathlib import Path
from typing import Any

from leakguard import registry
from leakguard.advice import descriptions
from leakguard.config import MOST_ARCHIVE_DEPTH, own, paths, providers_of
from leakguard.finding import Severity
from leakguard.suppress import foreign

SCHEMA = Path(__file__).resolve().parent.parent / "docs" / "leakguard.schema.json"

SAID = {
    "select": "Ids of the rules to run; all others are left out.",
    "ignore": "Ids of rules not to run.",
    "providers": "Providers whose rules alone run, besides those that are about none.",
    "ignore-providers": "Providers whose rules do not run.",
    "severity": "The least severity that is shown.",
    "exclude": "What is left out, as in a .gitignore.",
    "max-file-size": "Larger files are left out, in bytes or as '64MiB'; 0 for no limit.",
    "archive-depth": "How many archives inside each other are looked into; 0 for none.",
    "honour": "Marks of other tools that let a value stay.",
    "rules": "Rules of your own.",
    "per-path": "What holds for some paths alone.",
    "extend": "Another file of the work tree to read first, relative to this one.",
}
"""What each setting says."""

_SOME = r"\S"
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_TEXT = {"type": "string", "pattern": _SOME, "maxLength": own.LONGEST}
_SIZE = r"^[0-9]{1,15} *([bB]|[kKmMgG]([iI]?[bB])?)?$"
_NOQA = "^noqa: ?[A-Z]{1,5}[0-9]{1,5}$"


def schema() -> dict[str, Any]:
    """Give the schema of leakguard.toml, which is that of `[tool.leakguard]` as well."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "leakguard",
        "description": "The configuration of leakguard: a leakguard.toml, or [tool.leakguard].",
        **_table(_settings()),
        "definitions": {
            "rule-ids": _list(
                {"anyOf": [{"enum": list(descriptions.described())}, _ID]}, "Ids of rules."
            ),
            "providers": _list(
                {"anyOf": [{"enum": providers_of(it for it, _ in registry.all_rules())}, _ID]},
                "Names of providers: their rules alone run, or do not, besides those about none.",
            ),
            "severity": {
                "enum": [str(level) for level in Severity],
                "description": "A severity, from the least on.",
            },
        },
    }


def written() -> str:
    """Give the content of the file."""
    return json.dumps(schema(), indent=2) + "\n"


def _settings() -> dict[str, Any]:
    size = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 10**15 - 1},
                      {"type": "string", "pattern": _SIZE}]}  # fmt: skip
    depth = {"type": "integer", "minimum": 0, "maximum": MOST_ARCHIVE_DEPTH}
    marks = {"anyOf": [{"enum": list(foreign.NAMES)}, {"type": "string", "pattern": _NOQA}]}
    return {
        "extend": {
            "type": "string",
            "pattern": _SOME,
            "description": SAID["extend"],
        },
        **_of_rules(),
        "exclude": _list({"type": "string"}, SAID["exclude"]),
        "max-file-size": {**size, "description": SAID["max-file-size"]},
        "archive-depth": {**depth, "description": SAID["archive-depth"]},
        **{key: _said(key, "providers") for key in ("providers", "ignore-providers")},
        "honour": _list(marks, SAID["honour"]),
        "rules": {
            **_list(_table(_own_rule(), own.NEEDED), SAID["rules"]),
            "maxItems": own.MOST_RULES,
        },
        "per-path": _list(_path_settings(), SAID["per-path"]),
    }


def _of_rules() -> dict[str, Any]:
    named = (("select", "rule-ids"), ("ignore", "rule-ids"), ("severity", "severity"))
    return {key: _said(key, definition) for key, definition in named}


def _said(key: str, definition: str) -> dict[str, Any]:
    return {"allOf": [{"$ref": f"#/definitions/{definition}"}], "description": SAID[key]}


def _own_rule() -> dict[str, Any]:
    some = {"type": "string", "pattern": _SOME}
    return {
        "id": {**_ID, "maxLength": own.LONGEST},
        "title": _TEXT,
        "pattern": {**_TEXT, "description": "Verbose; names the value (?P<secret>...)."},
        "words": _list(some, "One of them has to stand near, or in the path."),
        "severity": {"$ref": "#/definitions/severity"},
        "invalid": {**_list(some, "Texts in which it finds something."), "minItems": 1},
        "valid": {**_list(some, "Texts in which it finds nothing."), "minItems": 1},
    }


def _path_settings() -> dict[str, Any]:
    found = {"paths": {**_list({"type": "string"}, "As in a .gitignore."), "minItems": 1}}
    return {
        **_table({**found, **_of_rules()}, ("paths",)),
        "anyOf": [{"required": [key]} for key in paths.KEYS if key != "paths"],
    }


def _table(properties: dict[str, Any], needed: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give the schema of a table that has no other keys."""
    asked = {"required": list(needed)} if needed else {}
    return {"type": "object", "properties": properties, "additionalProperties": False, **asked}


def _list(items: dict[str, Any], description: str) -> dict[str, Any]:
    return {"type": "array", "items": items, "description": description}


if __name__ == "__main__":
    SCHEMA.write_text(written(), encoding="utf-8")

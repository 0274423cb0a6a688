"""The schema for editors: it is up to date, and says of a file what leakguard says of it."""

import json
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from leakguard.config import Settings, load, own, paths
from leakguard.errors import ConfigError
from leakguard.examples import made_up
from tools.write_schema import SCHEMA, written

KNOWN = ("private-key", "hard-coded-key")
READ: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
RULE = f"""[[rules]]
id = "acme-key"
title = "Acme key"
pattern = '\\bacme_[A-Za-z0-9]{{20}}\\b'
invalid = ["the key acme_{made_up("base62", 20, 883)}"]
valid = ["acme_short"]
"""
RIGHT = {
    "nothing": "",
    "lists": "select = ['private-key']\nignore = ['hard-coded-key']\nexclude = ['a/']",
    "providers": "providers = ['binance']\nignore-providers = ['gate-io']",
    "severity": "severity = 'low'",
    "size": "max-file-size = 7",
    "size-with-its-unit": "max-file-size = '64 MiB'",
    "depth": "archive-depth = 0",
    "marks": "honour = ['gitleaks:allow', 'noqa: S106']",
    "rule": RULE,
    "id-of-a-rule": f"ignore = ['acme-key']\n{RULE}",
    "path": "[[per-path]]\npaths = ['a/']\nseverity = 'high'",
}
WRONG = {
    "unknown-key": "exclud = []",
    "no-list": "ignore = 'private-key'",
    "no-id": "ignore = ['Private key']",
    "no-provider": "providers = ['Gate.io']",
    "severity": "severity = 'hgih'",
    "size": "max-file-size = '64 XB'",
    "boolean-for-a-size": "max-file-size = true",
    "depth": "archive-depth = 21",
    "mark": "honour = ['noqa']",
    "extend": "extend = 3",
    "rule-without-pattern": RULE.replace("pattern", "patern"),
    "rule-without-example": RULE.replace('["acme_short"]', "[]"),
    "rule-of-no-kebab-case": RULE.replace("acme-key", "acme_key"),
    "path-without-paths": "[[per-path]]\nignore = []",
    "path-of-which-nothing-is-said": "[[per-path]]\npaths = ['a']",
}


def test_it_is_up_to_date() -> None:
    """If not: `python -m tools.write_schema`."""
    assert SCHEMA.read_text(encoding="utf-8") == written()


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(READ)


def test_it_knows_each_setting_and_no_other() -> None:
    names = {it.name.replace("_", "-") for it in fields(Settings)} - {"base"}
    known = READ["properties"]
    assert set(known) == names | {"extend"}
    assert set(known["rules"]["items"]["properties"]) == set(own.KEYS)
    assert set(known["per-path"]["items"]["properties"]) == set(paths.KEYS)


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_it_accepts_what_leakguard_does(tmp_path: Path, text: str) -> None:
    file = tmp_path / "leakguard.toml"
    file.write_text(text)
    load(file, KNOWN, ("binance", "gate-io"))
    jsonschema.validate(tomllib.loads(text), READ, jsonschema.Draft7Validator)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_it_refuses_what_leakguard_does(tmp_path: Path, text: str) -> None:
    file = tmp_path / "leakguard.toml"
    file.write_text(text)
    with pytest.raises(ConfigError):
        load(file, KNOWN)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(text), READ, jsonschema.Draft7Validator)

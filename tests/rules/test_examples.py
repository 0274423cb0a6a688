"""Every rule's own examples, through the whole engine.

An invalid example is found by its own rule and by no other, but for what overlaps.toml accepts.
"""

import tomllib
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest

from leakguard import registry
from leakguard.rule import SyntaxRule, as_example
from tests.support import scan

Files = dict[str, str | bytes]

_LISTED = tomllib.loads(Path(__file__).with_name("overlaps.toml").read_text(encoding="utf-8"))
OVERLAPS = {(entry["rule"], entry["other"]): entry["cause"] for entry in _LISTED["overlap"]}
"""Why a second rule may find something in an example of a first one."""


def _examples(kind: str) -> Iterator[tuple[str, Files]]:
    for entry, rule in registry.all_rules():
        texts: list[Files]
        if isinstance(rule, type) and issubclass(rule, SyntaxRule):
            texts = [
                {"example.py": example} if isinstance(example, str)
                else {example.path: example.text, **dict(example.beside)}
                for example in getattr(rule, kind.upper())
            ]  # fmt: skip
        else:
            texts = [
                {example.path: example.text} for example in map(as_example, getattr(rule, kind))
            ]
        yield from ((entry.id, files) for files in texts)


def _cases(kind: str) -> Iterator[object]:
    for rule_id, examples in groupby(_examples(kind), key=itemgetter(0)):
        for number, (_, files) in enumerate(examples, start=1):
            yield pytest.param(rule_id, files, id=f"{rule_id}-{number}")


@pytest.mark.parametrize(("rule_id", "files"), list(_cases("invalid")))
def test_an_invalid_example_is_found_by_its_rule_alone(rule_id: str, files: Files) -> None:
    report = scan(files)
    found = {it.rule for it in report.findings}
    assert rule_id in found
    assert {(rule_id, other) for other in found - {rule_id}} <= OVERLAPS.keys()
    assert not report.errors


@pytest.mark.parametrize(("rule_id", "other"), list(OVERLAPS), ids="-".join)
def test_an_accepted_overlap_is_needed_and_has_its_cause(rule_id: str, other: str) -> None:
    examples = [files for its_rule, files in _examples("invalid") if its_rule == rule_id]
    assert any(other in {it.rule for it in scan(files).findings} for files in examples)
    assert OVERLAPS[rule_id, other]


@pytest.mark.parametrize(("rule_id", "files"), list(_cases("valid")))
def test_a_valid_example_is_silent(rule_id: str, files: Files) -> None:
    assert not [it for it in scan(files).findings if it.rule == rule_id]

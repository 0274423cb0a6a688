"""Every rule's own examples, through the whole engine.

An invalid example is found by its own rule and by no other, but for what overlaps.toml accepts.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from leakguard import registry
from leakguard.finding import Report
from leakguard.rule import SyntaxRule, as_example
from tests.support import scan

Files = dict[str, str | bytes]

_LISTED = tomllib.loads(Path(__file__).with_name("overlaps.toml").read_text(encoding="utf-8"))
OVERLAPS = {(entry["rule"], entry["other"]): entry["cause"] for entry in _LISTED["overlap"]}
"""Why a second rule may find something in an example of a first one."""


def _examples(kind: str) -> Iterator[tuple[str, list[Files]]]:
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
        yield entry.id, texts


INVALID = dict(_examples("invalid"))
VALID = dict(_examples("valid"))


def _seen(examples: list[Files]) -> Iterator[tuple[int, Files, Report, set[str]]]:
    """Give each example with its number, what a scan tells, and the rules that found something."""
    for number, files in enumerate(examples, start=1):
        report = scan(files)
        yield number, files, report, {it.rule for it in report.findings}


FAMILIES = sorted({entry.module for entry, _ in registry.all_rules()})
"""The modules of rules: to hand out a test for each rule takes longer than to run it."""


def _of(family: str) -> list[str]:
    return [entry.id for entry, _ in registry.all_rules() if entry.module == family]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_invalid_example_is_found_by_its_rule_alone(family: str) -> None:
    missed, others, errors = {}, {}, {}
    for rule_id in _of(family):
        for number, files, report, found in _seen(INVALID[rule_id]):
            if rule_id not in found:
                missed[rule_id, number] = files
            if wrong := {it for it in found - {rule_id} if (rule_id, it) not in OVERLAPS}:
                others[rule_id, number] = wrong, files
            if report.errors:
                errors[rule_id, number] = report.errors, files
    assert missed == {}
    assert others == {}
    assert errors == {}


@pytest.mark.parametrize(("rule_id", "other"), list(OVERLAPS), ids="-".join)
def test_an_accepted_overlap_is_needed_and_has_its_cause(rule_id: str, other: str) -> None:
    assert any(other in found for *_, found in _seen(INVALID[rule_id]))
    assert OVERLAPS[rule_id, other]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_valid_example_is_silent(family: str) -> None:
    loud = [
        (rule_id, number, files)
        for rule_id in _of(family)
        for number, files, _, found in _seen(VALID[rule_id])
        if rule_id in found
    ]
    assert loud == []

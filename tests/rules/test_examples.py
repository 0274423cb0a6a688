"""Every rule's own examples, through the whole engine."""

from collections.abc import Iterator

import pytest

from leakguard import registry
from leakguard.rule import SyntaxRule, as_example
from tests.support import scan


def _examples(kind: str) -> Iterator[object]:
    for entry, rule in registry.all_rules():
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
        for number, files in enumerate(texts, start=1):
            yield pytest.param(entry.id, files, id=f"{entry.id}-{number}")


@pytest.mark.parametrize(("rule_id", "files"), list(_examples("invalid")))
def test_an_invalid_example_is_found(rule_id: str, files: dict[str, str | bytes]) -> None:
    report = scan(files)
    assert [it for it in report.findings if it.rule == rule_id]
    assert not report.errors


@pytest.mark.parametrize(("rule_id", "files"), list(_examples("valid")))
def test_a_valid_example_is_silent(rule_id: str, files: dict[str, str | bytes]) -> None:
    assert not [it for it in scan(files).findings if it.rule == rule_id]

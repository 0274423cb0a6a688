"""Every rule's own examples, through the whole engine."""

from collections.abc import Iterator

import pytest

from leakguard import registry
from leakguard.rule import SyntaxRule, as_example
from tests.support import found


def _examples(kind: str) -> Iterator[object]:
    for entry, rule in registry.all_rules():
        if isinstance(rule, type) and issubclass(rule, SyntaxRule):
            texts = [
                (example, "example.py", None) if isinstance(example, str)
                else (example.text, example.path, example.fixed)
                for example in getattr(rule, kind.upper())
            ]  # fmt: skip
        else:
            texts = [
                (example.text, example.path, None)
                for example in map(as_example, getattr(rule, kind))
            ]
        for number, (text, path, fixed) in enumerate(texts, start=1):
            yield pytest.param(entry.id, text, path, fixed, id=f"{entry.id}-{number}")


@pytest.mark.parametrize(("rule_id", "text", "path", "fixed"), list(_examples("invalid")))
def test_an_invalid_example_is_found(rule_id: str, text: str, path: str, fixed: str | None) -> None:
    findings = [it for it in found(text, path) if it.rule == rule_id]
    assert findings
    if fixed is not None:
        shown = [it.advice.replacement.line for it in findings if it.advice.replacement]
        assert fixed in shown


@pytest.mark.parametrize(("rule_id", "text", "path", "fixed"), list(_examples("valid")))
def test_a_valid_example_is_silent(rule_id: str, text: str, path: str, fixed: None) -> None:
    assert not [it for it in found(text, path) if it.rule == rule_id]

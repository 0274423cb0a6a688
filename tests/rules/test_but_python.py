"""Words as passwords are no evidence in Python, where the syntax rules look."""

import pytest

from tests.support import rules_found

TEXTS = {
    "compared-secret": 'if password == "centipede":\n    pass\n',
    "password-sentence": '"""The default password is "centipede"."""\n',
}


@pytest.mark.parametrize(("rule", "text"), TEXTS.items(), ids=TEXTS)
def test_python_is_left_to_the_syntax_rules(rule: str, text: str) -> None:
    assert rule not in rules_found(text, "a.py")


@pytest.mark.parametrize(("rule", "text"), TEXTS.items(), ids=TEXTS)
def test_the_same_text_elsewhere_is_found(rule: str, text: str) -> None:
    assert rules_found(text, "a.swift") == [rule]

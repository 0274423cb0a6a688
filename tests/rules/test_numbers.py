"""What may be a digest is a key where its name has a provider's word, in Python as elsewhere."""

import pytest

from leakguard.examples import made_up
from tests.support import rules_found

NUMBER = made_up("hex", 32, 981)
LONG = made_up("hex", 40, 982)

WRITTEN = {
    "everyday word": ("iterable-api-key", f'iterable_key = "{NUMBER}"\n'),
    "form that is not known": ("rocketreach-api-key", f'rocketreach_key = "{LONG}"\n'),
    "item": ("iterable-api-key", f'{{"iterable_key": "{NUMBER}"}}\n'),
}


@pytest.mark.parametrize("path", ["a.py", "a.js"])
@pytest.mark.parametrize(("rule", "text"), WRITTEN.values(), ids=WRITTEN)
def test_a_number_is_told_by_the_word_in_its_name(rule: str, text: str, path: str) -> None:
    assert rules_found(text, path) == [rule]


@pytest.mark.parametrize("name", ["row_key", "build_key", "front_page"])
def test_a_number_under_another_name_is_silent(name: str) -> None:
    assert rules_found(f'{name} = "{NUMBER}"\n', "a.py") == []

"""What may be a digest is a key where its name has a provider's word, in Python as elsewhere."""

import pytest

from leakguard.examples import made_up, made_up_from
from tests.support import rules_found

NUMBER = made_up("hex", 32, 981)
DIGITS = made_up_from("[1-9]{24}", 983)
LONG = made_up("hex", 40, 982)

WRITTEN = {
    "everyday word": ("iterable-api-key", f'iterable_key = "{NUMBER}"\n'),
    "form that is not known": ("rocketreach-api-key", f'rocketreach_key = "{LONG}"\n'),
    "digits": ("interactive-brokers-flex-token", f'ibkr_token: str = "{DIGITS}"\n'),
    "digits under their kind": ("interactive-brokers-flex-token", f'FLEX_TOKEN = "{DIGITS}"\n'),
    "item": ("iterable-api-key", f'{{"iterable_key": "{NUMBER}"}}\n'),
}


@pytest.mark.parametrize("path", ["a.py", "a.js"])
@pytest.mark.parametrize(("rule", "text"), WRITTEN.values(), ids=WRITTEN)
def test_a_number_is_told_by_the_word_in_its_name(rule: str, text: str, path: str) -> None:
    assert rules_found(text, path) == [rule]


@pytest.mark.parametrize("name", ["row_key", "build_key", "front_page"])
def test_a_number_under_another_name_is_silent(name: str) -> None:
    assert rules_found(f'{name} = "{NUMBER}"\n', "a.py") == []


UUID = "-".join((LONG[:8], LONG[8:12], "4" + LONG[13:16], "a" + LONG[17:20], LONG[20:32]))

OTHER_NUMBERS = {
    "commit": f"appcenter: bump the submodule to commit {LONG}\n",
    "fix": f"- [cloudflare] fixed in {LONG} (#12)\n",
    "file": f"weaviate-1.2.tar.gz: {LONG}\n",
    "file of a token's maker": f"auth0-1.2.tar.gz: {LONG}{LONG[:24]}\n",
    "digest": f'assert digest("quay") == "{LONG}"\n',
    "expected digest": f"expect(quay.hash).toBe('{LONG}');\n",
    "request": f"INFO pinecone request {UUID} took 31 ms\n",
    "job": f"mailgun job id={UUID}\n",
}


@pytest.mark.parametrize("text", OTHER_NUMBERS.values(), ids=OTHER_NUMBERS)
def test_a_number_of_something_else_is_silent(text: str) -> None:
    assert rules_found(text, "CHANGES.txt") == []


def test_a_number_behind_a_providers_word_alone_is_its_key() -> None:
    assert rules_found(f"appcenter: {LONG}\n", "notes.txt") == ["app-center-api-token"]

"""Passwords with spaces in them: what people make up is told from what they write."""

import pytest

from leakguard.finding import Confidence
from tests.support import found, rules_found, scan

PASSWORDS = ("it's $tairs 45", "Bo@t 20 x!", "Tr@in 2024 Up!")
SENTENCES = (
    "the tower has 5 stairs",
    "Use 8 letters & 1 number!",
    "Wrong stairs #1",
)
CALL = 'import psycopg2\npsycopg2.connect(host="db", user="bot", password="{}")\n'


@pytest.mark.parametrize("value", [*PASSWORDS, "it's $Tairs", "Stairs 2024"])
def test_what_a_library_takes_as_a_password_may_have_spaces(value: str) -> None:
    assert rules_found(CALL.format(value), "a.py") == ["hardcoded-argument"]


@pytest.mark.parametrize("value", SENTENCES)
def test_a_sentence_is_no_password(value: str) -> None:
    assert rules_found(CALL.format(value), "a.py") == []
    assert rules_found(f'DB_PASSWORD = "{value}"\n', "a.py") == []


@pytest.mark.parametrize("value", PASSWORDS)
@pytest.mark.parametrize("text", ['DB_PASSWORD = "{}"\n', 'log_in(password="{}")\n'])
def test_under_a_name_alone_it_is_less_certain(text: str, value: str) -> None:
    (finding,) = found(text.format(value), "a.py")
    assert finding.confidence is Confidence.LOW


GROUPS = " ".join(("qzvk", "wjxb", "hrtg", "pnzc"))


@pytest.mark.parametrize("text", [CALL, 'APP_PASSWORD = "{}"\n'])
def test_a_password_that_was_drawn_may_be_shown_in_groups(text: str) -> None:
    assert len(rules_found(text.format(GROUPS), "a.py")) == 1


@pytest.mark.parametrize("value", ["this that with from", "abcd efgh ijkl mnop"])
def test_groups_that_are_words_or_the_alphabet_are_no_password(value: str) -> None:
    assert rules_found(f'APP_PASSWORD = "{value}"\n', "a.py") == []


@pytest.mark.parametrize("name", ["API_TOKEN", "CLIENT_SECRET", "TITLE"])
def test_no_other_name_says_so(name: str) -> None:
    assert rules_found(f'{name} = "{PASSWORDS[0]}"\n', "a.py") == []


@pytest.mark.parametrize("value", ["red kettle", "change" + "me"])
@pytest.mark.parametrize("text", [CALL, 'DB_PASSWORD = "{}"\n'])
def test_why_shows_what_was_rejected(text: str, value: str) -> None:
    report = scan({"a.py": text.format(value)}, explain=True)
    assert len(report.rejected) == 1

"""A password whose place says that it is one: words count, stand-ins do not."""

import pytest

from leakguard.candidate import Shape
from leakguard.values import reason_against

TAKEN = (
    "CDN8767",
    "test_9347",
    "admin2931",
    "centipede",
    "dev_admin",
    "open.sesame",
    "tulip%v%1984",
    "Winter2024!",
    "k4t@str0phe",
    "ziggystardust",
    "thisismypassword",
    "radpass",
)
STAND_INS = {
    "mypass": "dummy",
    "thisisasecret-password": "dummy",
    "smtp_password": "dummy",
    "the-password": "dummy",
    "P@ssw0rd": "credential-word",
    "P@ssw0rd123": "dummy",
    "SOME_PASSWORD": "dummy",
    "password1": "credential-word",
    "$PASSWORD": "template",
    "%PASSWORD%": "template",
    "proxyPassword": "dummy",
    "settingpassword": "dummy",
    "proxypass": "dummy",
    "suaSenha": "dummy",
    "TU_CONTRASE\u00d1A": "dummy",
    "twoje_has\u0142o": "dummy",
    "contrase\u00f1a": "credential-word",
    "\u0432\u0430\u0448_\u043f\u0430\u0440\u043e\u043b\u044c": "words",
    "senha-forte-123": "dummy",
    "\u4f60\u7684\u5bc6\u7801": "placeholder",
    "secret-of-at-least-32-characters": "placeholder",
    "whsec_abc123": "dummy",
    "sk_test_x": "dummy",
    "test-owner-password-12345": "dummy",
    "e2e-only-session-secret": "dummy",
    "[Edited]": "template",
    "Root": "as-delivered",
    "vagrant": "as-delivered",
    "<password>": "template",
    "********": "placeholder",
    "abc": "too-short",
    "red kettle": "has-spaces",
    "qqqqqqqq": "repetition",
    "12345678": "sequence",
}


SPELT = {
    "StrongPassword!": "dummy",
    "veryStrongPasswordHere!": "dummy",
    "s3krit": "credential-word",
    "superS3cret": "dummy",
    "veryPriv@ate": "dummy",
    "MySekretPa$$word": "dummy",
    "someKindOfTulip#1984": "placeholder",
    "tulip-signing-at-least-32-characters": "placeholder",
    "tulips_of_64bytes": "placeholder",
    "dbPswd": "words",
    "authentication,": "words",
    r"Passw\u00f6rter": "words",
    r"\u041f\u0430\u0440\u043e\u043b\u044c": "words",
    "!$#%^": "punctuation",
}
"""What stands in as a password, in whatever spelling."""

TYPED = (
    "Winter2024!", "k4t@str0phe", "Password123!", "P@ss#1984", "tulip-P@ss77", "wsxPass_3",
    "ivanTulip.", "adaPass-", "tulip1984.",
)  # fmt: skip

OPEN = ("bearer-", "sha1-", "https_", "Loading.", "realm.garden.", "SayWhyYouCame.", "release2.")
"""What other values begin with, or a sentence ends with."""

ASKED = {"wsx#Tulip77????": None, "tulip????": "placeholder", "????": "placeholder"}
"""Question marks that somebody put behind a password, and those in the place of one."""

TOLD = {
    "pass1984": None,
    "Secret77": None,
    "mypassword": "dummy",
    "test123": "dummy",
    "password1": "credential-word",
    "$PASSWORD": "template",
}
"""What a file of logins, or a sentence, says to be a password."""

WRITTEN_AS_URL = {
    "ada:pas:word@host.net/data": "words",
    "ada:changeme@host.net:5432": "placeholder",
    "mailto:ada@host.net": "too-short",
    "ada:tulip#1984@db.host.net/data": None,
    "ada:k4t@str0phe@host.net": None,
}
"""A login before a host, of which the password decides."""

OF_LETTERS = {"KYQZ": "words", "qKzxj": "words", "kq.zx": "words", "qk7zx": None, "qkzxjw": None}
"""Letters that no word has, and too few of them to tell a password from an acronym."""


@pytest.mark.parametrize("value", TAKEN)
def test_a_word_is_a_password_where_one_stands(value: str) -> None:
    assert reason_against(value, Shape.GIVEN) is None


@pytest.mark.parametrize(("value", "reason"), STAND_INS.items(), ids=STAND_INS)
def test_a_stand_in_is_none(value: str, reason: str) -> None:
    assert reason_against(value, Shape.GIVEN) == reason


@pytest.mark.parametrize(("value", "reason"), SPELT.items(), ids=SPELT)
def test_a_stand_in_is_none_in_any_spelling(value: str, reason: str) -> None:
    assert reason_against(value, Shape.PASSWORD) == reason


@pytest.mark.parametrize("value", TYPED)
def test_what_people_type_is_a_password(value: str) -> None:
    assert reason_against(value, Shape.PASSWORD) is None


@pytest.mark.parametrize("value", OPEN)
def test_what_a_value_begins_with_is_none(value: str) -> None:
    assert reason_against(value, Shape.PASSWORD) == "prefix"


@pytest.mark.parametrize(("value", "reason"), WRITTEN_AS_URL.items(), ids=WRITTEN_AS_URL)
def test_a_login_without_a_scheme_is_judged_by_its_password(value: str, reason: str | None) -> None:
    assert reason_against(value, Shape.PASSWORD) == reason


@pytest.mark.parametrize(("value", "reason"), OF_LETTERS.items(), ids=OF_LETTERS)
def test_a_few_letters_alone_are_a_name(value: str, reason: str | None) -> None:
    assert reason_against(value, Shape.PASSWORD) == reason


@pytest.mark.parametrize(("value", "reason"), ASKED.items(), ids=ASKED)
def test_question_marks_behind_a_password_are_a_part_of_it(value: str, reason: str | None) -> None:
    assert reason_against(value, Shape.PASSWORD) == reason


@pytest.mark.parametrize(("value", "reason"), TOLD.items(), ids=TOLD)
def test_a_word_with_a_number_is_one_where_it_is_told(value: str, reason: str | None) -> None:
    assert reason_against(value, Shape.TOLD) == reason

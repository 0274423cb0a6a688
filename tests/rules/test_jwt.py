"""What a JSON Web Token tells, and which of them open nothing."""

import base64
import hmac
import json
from typing import Any

import pytest

from leakguard.examples import made_up
from tests.support import found, scan

SIGNED = {"alg": "RS256", "typ": "JWT"}


def token(payload: Any, header: Any = SIGNED) -> str:
    parts = [json.dumps(it, separators=(",", ":")).encode() for it in (header, payload)]
    encoded = [base64.urlsafe_b64encode(it).decode().rstrip("=") for it in parts]
    return ".".join([*encoded, made_up("base64url", 43, 571)])


def signed(payload: Any, key: bytes) -> str:
    text = token(payload, {"alg": "HS256"}).rpartition(".")[0]
    digest = hmac.digest(key, text.encode(), "sha256")
    return f"{text}.{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


TOLD = {
    "issuer and expiry": (
        {"iss": "https://auth.example.org/realms/bot", "exp": 1893456000},
        "JSON Web Token (issuer auth.example.org expires 2030-01-01).",
    ),
    "a name as issuer": ({"iss": "supabase"}, "JSON Web Token (issuer supabase never expires)."),
    "neither": ({"user": 1}, "JSON Web Token (never expires)."),
    "an escape as issuer": ({"iss": "\x1b[2J", "user": 1}, "JSON Web Token (never expires)."),
    "a long issuer": ({"iss": "a" * 5000, "exp": 1}, "JSON Web Token (expires 1970-01-01)."),
    "a date that is none": ({"exp": 10**30, "iss": 7}, "JSON Web Token."),
    "no number": ({"exp": True}, "JSON Web Token."),
    "not a number": ({"exp": float("nan")}, "JSON Web Token."),
}


@pytest.mark.parametrize(("payload", "message"), TOLD.values(), ids=TOLD)
def test_the_message_says_who_issued_it_and_until_when(payload: object, message: str) -> None:
    (finding,) = found(f"session: {token(payload)}\n")
    assert finding.rule == "json-web-token"
    assert finding.message.startswith(message)


OPEN_NOTHING = {
    "unsigned": (token({"user": 1}, {"alg": "none"}), "unsigned"),
    "a tutorial's": (token({"sub": "1234567890", "name": "John Doe"}), "published-sample"),
    "the standard's": (token({"iss": "joe", "exp": 1300819380}), "published-sample"),
    "signed with a word": (signed({"user": 1}, b"secret"), "signed-with-a-word"),
    "without an algorithm": (token({"user": 1}, {"typ": "JWT"}), "no-token"),
    "an algorithm that is none": (token({"user": 1}, {"alg": [1]}), "no-token"),
}


@pytest.mark.parametrize(("value", "reason"), OPEN_NOTHING.values(), ids=OPEN_NOTHING)
def test_a_token_that_opens_nothing_is_silent(value: str, reason: str) -> None:
    report = scan({"notes.txt": f"session {value}\n"}, explain=True)
    assert report.findings == ()
    assert reason in {it.reason for it in report.rejected if it.rule == "json-web-token"}


def test_deeply_nested_json_is_no_token() -> None:
    nested = base64.urlsafe_b64encode(b'{"alg":' + b"[" * 700).decode().rstrip("=")
    payload = base64.urlsafe_b64encode(b'{"sub":"bot"}').decode().rstrip("=")
    assert found(f"{nested}.{payload}.{made_up('base64url', 43, 572)}\n") == ()


def test_a_long_token_is_found_as_a_whole() -> None:
    long = token({"scope": "x y " * 1000, "iss": "bot"})
    (finding,) = found(f"session: {long}\n")
    assert finding.place.end_column - finding.place.column == len(long)


OF_SUPABASE = {"iss": "supabase", "ref": "a" * 20}
HS256 = {"alg": "HS256", "typ": "JWT"}


def test_what_its_own_rule_does_not_tell_is_a_token() -> None:
    longer = OF_SUPABASE | {"role": "service_role", "garden": "the one behind the house " * 4}
    (finding,) = found(f"session: {token(longer, HS256)}\n")
    assert finding.rule == "json-web-token"


def test_what_is_published_on_purpose_is_none_however_long_it_is() -> None:
    longer = OF_SUPABASE | {"role": "anon", "garden": "the one behind the house " * 4}
    assert not found(f"session: {token(longer, HS256)}\n")

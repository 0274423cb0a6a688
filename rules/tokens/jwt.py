"""JSON Web Tokens: signed statements of who somebody is."""

import base64
import binascii
import hmac
import json
import re
from datetime import UTC, datetime
from typing import Any

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import SUPABASE_JWT, SUPABASE_SIGNED
from leakguard.rule import PROVIDER, TokenRule

_SAMPLES = ("John Doe", "Ada Lovelace", "Max Mustermann", "Jane Doe")
"""Whom the tokens of https://jwt.io and of tutorials are about."""

_OF_SUPABASE = re.compile(
    rf"{SUPABASE_JWT}(?:mFub24iL.*|nNlcnZpY2Vfcm9sZSI{SUPABASE_SIGNED})", re.DOTALL
)
"""Of the role that is published on purpose, all; of the other one, what its own rule tells."""

_WORDS = (b"secret", b"your-256-bit-secret", b"a-string-secret-at-least-256-bits-long", b"key")
"""With what tutorials sign."""

_HOST = re.compile(r"(?:https?://)?([A-Za-z0-9.\-]{3,60})(?:[/:].*)?", re.DOTALL)
_NAME = re.compile(r"[A-Za-z][A-Za-z .\-@_]{1,39}")
_LAST_SECOND = 253_402_300_799
"""Of the year 9999, after which there is no date."""


def _part(text: str) -> dict[str, Any]:
    """Give what one part of a token holds; nothing if it is not the JSON of an object."""
    try:
        found = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def rejects(value: str) -> str | None:
    """Give the name of the reason why a value is no token that opens something, or None.

    A token with the algorithm `none` proves nothing
    (https://www.rfc-editor.org/rfc/rfc7519#section-6); those that documentation shows are about
    the same few people.
    """
    header, payload = map(_part, value.split(".")[:2])
    if not isinstance(header.get("alg"), str):
        return "no-token"
    if header["alg"].lower() == "none":
        return "unsigned"
    if _OF_SUPABASE.fullmatch(value):
        return "told-elsewhere"
    is_of_rfc = payload.get("iss") == "joe" and payload.get("exp") == 1300819380
    is_sample = payload.get("name") in _SAMPLES or payload.get("sub") == "1234567890"
    if is_of_rfc or is_sample:
        return "published-sample"
    return "signed-with-a-word" if header["alg"] == "HS256" and _is_of_tutorial(value) else None


def _is_of_tutorial(value: str) -> bool:
    """Whether everybody can sign such a token, and its service takes it from nobody.

    https://www.rfc-editor.org/rfc/rfc7518#section-3.2
    """
    signed, _, signature = value.rpartition(".")
    digests = (hmac.digest(word, signed.encode(), "sha256") for word in _WORDS)
    return any(base64.urlsafe_b64encode(it).decode().rstrip("=") == signature for it in digests)


def tells(value: str) -> str | None:
    """Give issuer and expiry of a token, as far as they can be read.

    https://www.rfc-editor.org/rfc/rfc7519#section-4.1
    """
    payload = _part(value.split(".")[1])
    issuer, expiry = _issuer(payload.get("iss")), _day(payload.get("exp"))
    parts = [f"issuer {issuer}"] if issuer else []
    if expiry:
        parts.append(f"expires {expiry}")
    elif payload and "exp" not in payload:
        parts.append("never expires")
    return " ".join(parts) or None


def _issuer(found: object) -> str | None:
    if not isinstance(found, str) or not found.isascii():
        return None
    if (host := _HOST.fullmatch(found)) and "." in host[1]:
        return host[1]
    return found if _NAME.fullmatch(found) else None


def _day(found: object) -> str | None:
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    if not 0 < found <= _LAST_SECOND:
        return None
    return datetime.fromtimestamp(int(found), UTC).strftime("%Y-%m-%d")


def _token(payload: str, header: str = '{"alg":"HS256","typ":"JWT"}', seed: int = 1) -> str:
    parts = (base64.urlsafe_b64encode(it.encode()).decode().rstrip("=") for it in (header, payload))
    return ".".join((*parts, made_up("base64url", 43, 500 + seed)))


_TOKEN = _token('{"sub":"bot","iss":"https://auth.example.org/","exp":1893456000}')
_UNENDING = '{"user":17,"admin":true}'

JSON_WEB_TOKEN = TokenRule(
    id="json-web-token",
    title="JSON Web Token",
    why="Whoever holds it is taken for the one it was issued to, until it expires.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.TOKEN,
    trigger=r"""
        (?: ^ | [^A-Za-z0-9_\-.] | \\[nrt] | %[0-9A-F]{2} )
        eyJ [A-Za-z0-9_\-]{8,1000} \. (?: eyJ | ewo | eyA )
    """,
    reach=10_000,
    pattern=r"""
        (?: ^ | [^A-Za-z0-9_\-.] | \\[nrt] | %[0-9A-F]{2} )
        (?P<secret> eyJ [A-Za-z0-9_\-]{8,1000} \. (?: eyJ | ewo | eyA ) [A-Za-z0-9_\-]{4,8000}
            \. [A-Za-z0-9_\-]{20,1400} )
        (?: $ | [^A-Za-z0-9_\-] )
    """,
    shape=Shape.EXACT,
    rank=PROVIDER,
    rejects=rejects,
    tells=tells,
    advice=(
        "End the session or revoke the token at its issuer; if it is long-lived, change the key "
        "it was signed with.",
        "Ask the issuer for a new one when the program runs, and keep it in memory.",
    ),
    references=(
        "https://www.rfc-editor.org/rfc/rfc7519",
        "https://cwe.mitre.org/data/definitions/798.html",
    ),
    invalid=(
        f"Authorization: Bearer {_TOKEN}",
        f"const session = '{_token(_UNENDING, seed=2)}';",
    ),
    valid=(
        _token('{"sub":"1234567890","name":"John Doe","iat":1516239022}', seed=3),
        _token('{"sub":"bot"}', header='{"alg":"none"}', seed=4),
        _token('{"sub":"bot"}', header='{"kid":"x"}', seed=5),
        _TOKEN.rpartition(".")[0],
    ),
)

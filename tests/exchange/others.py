"""Other exchanges: how each checks what it is sent, and what it says of a key.

Each answers the one request that `leakguard verify` sends, and checks its signature as the
exchange's documentation says.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from tests.exchange.venue import Answered, Asked


@dataclass
class Other:
    """An exchange with one key."""

    key: str
    secret: str
    passphrase: str = ""
    says: Any = field(default_factory=dict)
    """What it answers to a request that is signed right."""
    wrong: Any = field(default_factory=dict)
    """What it answers to another one."""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Signed = Callable[[Other, Asked], bool]


def answering(other: Other, is_signed: Signed) -> Callable[[Asked], Answered]:
    """Give what answers requests as an exchange does."""

    def answer(asked: Asked) -> Answered:
        said = other.says if is_signed(other, asked) else other.wrong
        return Answered(other.status, said, other.headers)

    return answer


def _sha256(secret: bytes, text: str) -> bytes:
    return hmac.digest(secret, text.encode(), hashlib.sha256)


def bybit(other: Other, asked: Asked) -> bool:
    """https://bybit-exchange.github.io/docs/v5/guide#authentication"""
    given = asked.headers
    text = (
        given["x-bapi-timestamp"] + given["x-bapi-api-key"] + given["x-bapi-recv-window"]
        + asked.query
    )  # fmt: skip
    made = _sha256(other.secret.encode(), text).hex()
    return given["x-bapi-api-key"] == other.key and given["x-bapi-sign"] == made


def okx(other: Other, asked: Asked) -> bool:
    """https://www.okx.com/docs-v5/en/#overview-rest-authentication"""
    return _with_time(other, asked, "ok-access")


def bitget(other: Other, asked: Asked) -> bool:
    """https://www.bitget.com/api-doc/common/signature"""
    return _with_time(other, asked, "access")


def _with_time(other: Other, asked: Asked, prefix: str) -> bool:
    given = asked.headers
    query = f"?{asked.query}" if asked.query else ""
    text = given[f"{prefix}-timestamp"] + asked.method + asked.path + query + asked.body
    made = base64.b64encode(_sha256(other.secret.encode(), text)).decode()
    return (given[f"{prefix}-key"], given[f"{prefix}-passphrase"], given[f"{prefix}-sign"]) == (
        other.key, other.passphrase, made,
    )  # fmt: skip


def kucoin(other: Other, asked: Asked) -> bool:
    """https://www.kucoin.com/docs-new/authentication"""
    given, secret = asked.headers, other.secret.encode()
    text = given["kc-api-timestamp"] + asked.method + asked.path + asked.body
    made = base64.b64encode(_sha256(secret, text)).decode()
    word = base64.b64encode(_sha256(secret, other.passphrase)).decode()
    return (given["kc-api-key"], given["kc-api-passphrase"], given["kc-api-sign"]) == (
        other.key, word, made,
    )  # fmt: skip


def gate(other: Other, asked: Asked) -> bool:
    """https://www.gate.com/docs/developers/apiv4/en/#apiv4-signed-request-requirements"""
    given = asked.headers
    digest = hashlib.sha512(asked.body.encode()).hexdigest()
    text = "\n".join([asked.method, asked.path, asked.query, digest, given["timestamp"]])
    made = hmac.new(other.secret.encode(), text.encode(), hashlib.sha512).hexdigest()
    return (given["key"], given["sign"]) == (other.key, made)


def kraken(other: Other, asked: Asked) -> bool:
    """https://docs.kraken.com/api/docs/guides/spot-rest-auth"""
    given = asked.headers
    (nonce,) = parse_qs(asked.body)["nonce"]
    digest = hashlib.sha256((nonce + asked.body).encode()).digest()
    made = hmac.digest(base64.b64decode(other.secret), asked.path.encode() + digest, "sha512")
    return (given["api-key"], given["api-sign"]) == (other.key, base64.b64encode(made).decode())


def text_of(asked: Asked) -> str:
    """Give all of a request, to look for what should not be in it."""
    return json.dumps([asked.path, asked.query, dict(asked.headers), asked.body])

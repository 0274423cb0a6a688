"""What the exchange answers: who asks, whether they may, and with what."""

import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qsl

from tests.exchange.answers import ANSWERS, Endpoint, Security
from tests.exchange.keys import IssuedKey
from tests.exchange.limits import Limiter
from tests.exchange.signatures import is_signed, payload

_KEY_FORM = re.compile(r"[A-Za-z0-9]{64}")


class Kind(StrEnum):
    """Which of the exchange's environments this is."""

    LIVE = "live"
    TEST = "test"
    """A testnet or a demo: it has no wallet, and so no `/sapi`."""


@dataclass(frozen=True)
class Asked:
    """A request."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    """Names in small letters."""
    body: str
    address: str


@dataclass(frozen=True)
class Answered:
    """What is answered."""

    status: int
    content: Any
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Error(Exception):
    """https://developers.binance.com/docs/binance-spot-api-docs/errors"""

    status: int
    code: int
    message: str


@dataclass
class Venue:
    """An exchange with the keys that it has given out."""

    keys: Mapping[str, IssuedKey]
    kind: Kind = Kind.LIVE
    ahead: float = 0.0
    """Seconds by which its clock is ahead of this machine's."""
    limiter: Limiter = field(default_factory=lambda: Limiter(time.monotonic))
    clock: Callable[[], float] = time.time

    @classmethod
    def of(cls, keys: Iterable[IssuedKey], **others: Any) -> "Venue":
        return cls({it.id: it for it in keys}, **others)

    def now(self) -> int:
        """Its time, in milliseconds since 1970."""
        return int((self.clock() + self.ahead) * 1000)

    def answer(self, asked: Asked) -> Answered:
        """Answer a request."""
        if (refused := self.limiter.refusal(asked.address)) is not None:
            status, wait = refused
            said = "Too much request weight used; current limit is exceeded."
            if status == 418:
                said = f"Way too much request weight used; IP banned until {self.now() + wait}."
            return Answered(status, {"code": -1003, "msg": said}, {"Retry-After": str(wait)})
        endpoint = ANSWERS.get((asked.method, asked.path))
        if endpoint is None or (self.kind is Kind.TEST and asked.path.startswith("/sapi/")):
            return Answered(404, {"code": -5000, "msg": f"Path {asked.path} is invalid"})
        try:
            key = self._admitted(endpoint, asked)
        except _Error as error:
            return Answered(error.status, {"code": error.code, "msg": error.message})
        return Answered(200, endpoint.answer(self.now(), key))

    def _admitted(self, endpoint: Endpoint, asked: Asked) -> IssuedKey | None:
        """Give the key of who asks; None where no key is needed."""
        if endpoint.security is Security.NONE:
            return None
        given = asked.headers.get("x-mbx-apikey", "")
        if not _KEY_FORM.fullmatch(given):
            raise _Error(401, -2014, "API-key format invalid.")
        # A parameter in the query counts before one of that name in the body.
        parameters = dict(parse_qsl(asked.body)) | dict(parse_qsl(asked.query))
        text, signature = payload(asked.query, asked.body)
        self._check_time(parameters)
        if not signature:
            raise _missing("signature")
        key = self.keys.get(given)
        refused = _Error(401, -2015, "Invalid API-key, IP, or permissions for action.")
        if key is None:
            is_wallet = asked.path.startswith("/sapi/")
            raise _Error(400, -2008, "Invalid Api-Key ID.") if is_wallet else refused
        if not is_signed(text, signature, key.checker):
            raise _Error(400, -1022, "Signature for this request is not valid.")
        if key.ips and asked.address not in key.ips:
            raise refused
        if not endpoint.needs & key.permissions:
            raise refused
        return key

    def _check_time(self, parameters: Mapping[str, str]) -> None:
        timestamp, window = parameters.get("timestamp", ""), parameters.get("recvWindow", "5000")
        if not timestamp.isascii() or not timestamp.isdigit():
            raise _missing("timestamp")
        if not re.fullmatch(r"[0-9]+(\.[0-9]{1,3})?", window):
            raise _missing("recvWindow")
        if float(window) > 60_000:
            raise _Error(400, -1131, "recvWindow must be less than 60000")
        late = self.now() - int(timestamp)
        if late <= -1000:
            message = "Timestamp for this request was 1000ms ahead of the server's time."
            raise _Error(400, -1021, message)
        if late > float(window):
            message = "Timestamp for this request is outside of the recvWindow."
            raise _Error(400, -1021, message)


def _missing(name: str) -> _Error:
    message = f"Mandatory parameter '{name}' was not sent, was empty/null, or malformed."
    return _Error(400, -1102, message)

"""Asks the other exchanges. ccxt knows how each wants its requests to be signed, and does that; the
request itself is sent here, so that all that holds for Binance's holds for theirs."""

import importlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from leakguard.errors import NoAnswer, NotInstalled, VerifyError
from leakguard.finding import Mark
from leakguard.verify.address import Address
from leakguard.verify.asking import Asking
from leakguard.verify.exchanges import Exchange
from leakguard.verify.pairs import Pair
from leakguard.verify.told import READERS, Told
from leakguard.verify.transport import Received
from leakguard.verify.verdict import Answer, State

_CODE_NAMES = ("retCode", "ret_code", "code", "label", "err-code", "error_code", "errorCode")
_ERROR_NAMES = ("error", "errors", "err")
_GOOD = {"", "0", "00000", "200", "200000", "None", "[]", "{}", "0000", "ok", "success", "True"}
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_WORDS = re.compile(r"[A-Za-z]{1,20}(?:[_.:-][A-Za-z]{1,20}){0,4}")
"""What an exchange calls an error, where it has no number: `INVALID_KEY`."""

_DEFAULT_WAIT = 60
"""Seconds to wait where a limit is told without them."""

_REASONS = {
    State.DEAD: "{} knows no such key, or says that it has ended.",
    State.REFUSED: "{} refuses the key, its signature, the number of the request, or the address "
    "it comes from: the key may be alive.",
    State.CLOCK_SKEW: "{} takes the time of the request for wrong.",
    State.RATE_LIMITED: "{} wants fewer requests.",
    State.UNKNOWN: "The answer of {} says nothing of the key.",
}


@dataclass(frozen=True, slots=True)
class Question:
    """A request that only reads, of one exchange about one pair."""

    exchange: Exchange
    client: Any = field(repr=False)
    """ccxt's, which signs, and sends nothing."""
    url: str
    """Of the exchange, without a path."""
    key: str = field(repr=False)


def question(exchange: Exchange, pair: Pair) -> Question:
    """Give what is going to be asked about a pair.

    Raises:
        NotInstalled: ccxt is missing.
        VerifyError: it cannot ask this.
    """
    module = _ccxt()
    if not hasattr(module, exchange.ccxt):
        raise VerifyError(f"no {exchange.provider} is in this version of ccxt")
    client = getattr(module, exchange.ccxt)(
        {
            "apiKey": pair.key.reveal(),
            "secret": pair.secret.reveal(),
            "password": "" if pair.passphrase is None else pair.passphrase.reveal(),
            "verbose": False,
        }
    )
    if pair.sandbox and not client.urls.get("test"):
        raise VerifyError(f"there is no test environment of {exchange.provider} that ccxt knows")
    kind = None
    try:
        if pair.sandbox and Mark.DEMO in pair.marks and hasattr(client, "enable_demo_trading"):
            client.enable_demo_trading(True)  # noqa: FBT003
        elif pair.sandbox:
            client.set_sandbox_mode(True)
        parts = urlsplit(_signed(exchange, client)["url"])
    except Exception as error:  # noqa: BLE001
        # ccxt raises what it likes, with what it was given in its messages.
        kind = type(error).__name__
    if kind is not None:
        raise VerifyError(
            f"with this pair no request of {exchange.provider} can be signed ({kind})"
        )
    return Question(exchange, client, f"{parts.scheme}://{parts.netloc}", pair.key.reveal())


def ask(asking: Asking, asked: Question, address: Address) -> Answer:
    """Ask about one pair: with one request, and with a second one where the clock was wrong, or a
    limit that is over soon was reached.

    Raises:
        VerifyError: the environment names a proxy that cannot be used.
    """
    name = asked.exchange.provider
    if (wait := asking.closed_for(address)) and not asking.wait_for(address, wait):
        return Answer(State.RATE_LIMITED, f"{name} is not asked, as it wishes.", wait=wait)
    try:
        answer, received = _asked(asking, asked, address)
        if answer.state is State.CLOCK_SKEW and not asked.exchange.has_nonces:
            _set_clock(asking, address, received)
            answer, received = _asked(asking, asked, address)
        if answer.wait is not None and asking.wait_for(address, answer.wait):
            answer, received = _asked(asking, asked, address)
    except NoAnswer as error:
        return Answer(State.UNKNOWN, f"Nothing came of it: {error}.")
    return answer


def _ccxt() -> Any:
    try:
        return importlib.import_module("ccxt")
    except ImportError:
        raise NotInstalled(
            "to ask other exchanges than Binance, install: pip install 'leakguard-lint[verify]'"
        ) from None


def _signed(exchange: Exchange, client: Any) -> dict[str, Any]:
    api = list(exchange.api)
    signed = client.sign(exchange.path, api, exchange.method, dict(exchange.parameters))
    return {**signed, "headers": signed.get("headers") or {}}


def _asked(asking: Asking, asked: Question, address: Address) -> tuple[Answer, Received]:
    client = asked.client
    client.milliseconds = lambda: asking.now(address)
    kind = None
    try:
        signed = _signed(asked.exchange, client)
    except Exception as error:  # noqa: BLE001 - as above
        kind = type(error).__name__
    if kind is not None:
        raise NoAnswer(f"no request can be signed ({kind})")
    parts = urlsplit(signed["url"])
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    body = signed.get("body")
    received = asking.send(
        address,
        signed.get("method") or asked.exchange.method,
        target,
        {name: str(value) for name, value in signed["headers"].items() if value is not None},
        body.encode() if isinstance(body, str) else body,
    )
    answer = read(asked, received)
    if answer.wait is not None:
        asking.close(address, answer.wait)
    return answer, received


def read(asked: Question, received: Received) -> Answer:
    """Give what an answer says of the key, by the exchange's own codes where they are known, else
    by what ccxt takes the answer for."""
    content = _content(received.body)
    code = _code(content)
    state = _state(asked, received, content, code)
    told = Told()
    if state is State.ALIVE:
        found = _told(asked, content)
        state, told = (State.UNKNOWN, told) if found is None else (state, found)
    name = asked.exchange.provider
    if state is State.ALIVE:
        reason = f"{name} has answered a request that this pair signed."
        if told.permissions is None:
            reason += " It does not say what the key may do."
    else:
        reason = _REASONS[state].format(name)
    return Answer(
        state,
        reason,
        code=None if state is State.ALIVE else _shown(asked, code) or str(received.status),
        permissions=told.permissions,
        ip_restricted=told.ip_restricted,
        created=told.created,
        expires=told.expires,
        wait=_wait(received.headers) if state is State.RATE_LIMITED else None,
    )


def _told(asked: Question, content: Mapping[str, Any]) -> Told | None:
    """Give what an answer tells of the key; None if it is of another form than it should be."""
    reader = READERS.get(asked.exchange.ccxt)
    if reader is None:
        return Told()
    try:
        return reader(content, asked.key)
    except (TypeError, ValueError, OverflowError):
        return None


def _state(
    asked: Question, received: Received, content: Mapping[str, Any], code: str | None
) -> State:
    if code is not None:
        state = asked.exchange.codes.get(code)
        if state is not None:
            return state
    by_ccxt = _by_ccxt(asked, received, content)
    if by_ccxt is not None:
        return by_ccxt
    is_good = received.status == 200 and code is None and content
    return State.ALIVE if is_good else State.UNKNOWN


def _by_ccxt(asked: Question, received: Received, content: Mapping[str, Any]) -> State | None:
    """Give what ccxt takes an answer for, None if for a good one. A key is never dead by it: its
    classes join what an exchange's codes tell apart."""
    module, client = _ccxt(), asked.client
    text = received.body.decode("utf-8", "replace")
    parsed = content.get("") if list(content) == [""] else dict(content)
    status, headers = received.status, dict(received.headers)
    try:
        url, method = asked.url, asked.exchange.method
        client.handle_errors(status, "", url, method, headers, text, parsed, {}, None)
        client.handle_http_status_code(status, "", url, method, text)
    except (module.PermissionDenied, module.AccountSuspended, module.AccountNotEnabled):
        return State.REFUSED
    except module.InvalidNonce:
        return State.REFUSED if asked.exchange.has_nonces else State.CLOCK_SKEW
    except (module.RateLimitExceeded, module.DDoSProtection):
        return State.RATE_LIMITED
    except module.AuthenticationError:
        return State.REFUSED
    except Exception:  # noqa: BLE001
        return State.UNKNOWN  # an error of another kind, or an answer that ccxt cannot read
    return None


def _content(body: bytes) -> Mapping[str, Any]:
    """Give the object that an answer holds; a list as that of an empty name."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if isinstance(content, list):
        return {"": content}
    return content if isinstance(content, dict) else {}


def _code(content: Mapping[str, Any]) -> str | None:
    """Give the code of an error, None if there is none: `{"code": 0}` is no error."""
    for name in (*_CODE_NAMES, *_ERROR_NAMES):
        value = content.get(name)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict):
            value = value.get("code", value.get("name", "error"))
        if str(value) not in _GOOD:
            return str(value)[:60]
    return None


def _shown(asked: Question, code: str | None) -> str | None:
    """Give a code as it may be shown: where one stands for others there may be a sentence, with
    the key or the passphrase in it."""
    if code is None or code in asked.exchange.codes or _NUMBER.fullmatch(code):
        return code
    client = asked.client
    own = (it.casefold() for it in (client.apiKey, client.secret, client.password) if it)
    is_own = any(code.casefold() in it or it in code.casefold() for it in own)
    return code if _WORDS.fullmatch(code) and not is_own else None


def _set_clock(asking: Asking, address: Address, received: Received) -> None:
    """Go by the time that every answer tells.

    https://www.rfc-editor.org/rfc/rfc9110#name-date
    """
    try:
        seconds = parsedate_to_datetime(received.headers.get("date", "")).timestamp()
    except (ValueError, OverflowError):
        return
    asking.set_clock(address, int(seconds * 1000))


def _wait(headers: Mapping[str, str]) -> int:
    said = headers.get("retry-after", "")
    is_number = said.isascii() and said.isdigit() and len(said) < 9
    return int(said) if is_number else _DEFAULT_WAIT

"""Asks Binance about a pair, and reads its answer by its own codes.

https://developers.binance.com/docs/binance-spot-api-docs/errors
https://developers.binance.com/docs/wallet/account/api-key-permission
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from leakguard.errors import NoAnswer
from leakguard.levels import Mark
from leakguard.secret import Secret
from leakguard.verify.address import Address
from leakguard.verify.asking import Asking
from leakguard.verify.environments import Environment
from leakguard.verify.signing import Sign
from leakguard.verify.transport import Received
from leakguard.verify.verdict import Answer, Permission, State

_WINDOW = 10_000
"""Milliseconds for which a request is valid: a slow proxy may take some of them."""

_RESTRICTIONS = {
    "enableReading": Permission.READ,
    "enableSpotAndMarginTrading": Permission.TRADE,
    "enableMargin": Permission.MARGIN,
    "enableFutures": Permission.FUTURES,
    "enableVanillaOptions": Permission.OPTIONS,
    "enablePortfolioMarginTrading": Permission.PORTFOLIO_MARGIN,
    "enableFixApiTrade": Permission.FIX_TRADE,
    "enableInternalTransfer": Permission.INTERNAL_TRANSFER,
    "permitsUniversalTransfer": Permission.UNIVERSAL_TRANSFER,
    "enableWithdrawals": Permission.WITHDRAW,
}
_ACCOUNT = {"canTrade": Permission.TRADE, "canWithdraw": Permission.WITHDRAW}

_CODES = {
    -2014: (State.DEAD, "Binance says that this has not the form of a key of its own."),
    -2008: (State.DEAD, "Binance knows no such key."),
    -1022: (
        State.REFUSED,
        "Binance takes the signature for wrong: the key was not made with this secret, and each of "
        "them may belong to another one.",
    ),
    -2015: (
        State.REFUSED,
        "Binance says only «invalid key, IP or permission»: it may be deleted, or alive behind a "
        "list of addresses.",
    ),
    -1002: (State.REFUSED, "Binance does not authorize the request; the key may be alive."),
    -1021: (State.CLOCK_SKEW, "Binance takes the time of the request for wrong."),
    -1003: (State.RATE_LIMITED, "Binance wants fewer requests from this address."),
}
_STATUSES = {
    429: (State.RATE_LIMITED, "Binance wants fewer requests from this address."),
    418: (State.RATE_LIMITED, "Binance has banned this address for a while."),
    403: (State.UNKNOWN, "Binance's firewall stops the request."),
    451: (State.UNKNOWN, "Binance does not serve the place from which it was asked."),
}
_ANSWERED = "Binance has answered a request that this pair signed."
_NO_SENSE = "The answer is none of Binance's."
_DEFAULT_WAIT = 60
"""Seconds to wait where a limit is told without them."""


def ask(
    asking: Asking, environment: Environment, address: Address, key: Secret, sign: Sign
) -> Answer:
    """Ask one environment about one pair: with one request, and with a second one where the
    clock was wrong, or a limit that is over soon was reached.

    Raises:
        VerifyError: the environment names a proxy that cannot be used.
    """
    if (wait := asking.closed_for(address)) and not asking.wait_for(address, wait):
        return Answer(State.RATE_LIMITED, "Binance is not asked, as it wishes.", wait=wait)
    try:
        answer = _asked(asking, environment, address, key, sign)
        if answer.state is State.CLOCK_SKEW:
            _set_clock(asking, environment, address)
            answer = _asked(asking, environment, address, key, sign)
        is_limit = answer.state is State.RATE_LIMITED and answer.code != "418"
        if is_limit and answer.wait is not None and asking.wait_for(address, answer.wait):
            answer = _asked(asking, environment, address, key, sign)
    except NoAnswer as error:
        return Answer(State.UNKNOWN, f"Nothing came of it: {error}.")
    return answer


def _asked(
    asking: Asking, environment: Environment, address: Address, key: Secret, sign: Sign
) -> Answer:
    query = f"recvWindow={_WINDOW}&timestamp={asking.now(address)}"
    target = f"{environment.path}?{query}&signature={sign(query)}"
    received = asking.send(address, "GET", target, {"X-MBX-APIKEY": key.reveal()})
    answer = read(environment, received)
    if answer.wait is not None:
        asking.close(address, answer.wait)
    return answer


def _set_clock(asking: Asking, environment: Environment, address: Address) -> None:
    said = _content(asking.send(address, "GET", environment.time_path, {}).body)
    time = said.get("serverTime")
    if isinstance(time, int) and not isinstance(time, bool):
        asking.set_clock(address, time)


def read(environment: Environment, received: Received) -> Answer:
    """Give what the answer of an environment says of the key."""
    content = _content(received.body)
    if received.status == 200:
        is_of_key = environment.path.endswith("/apiRestrictions")
        return _of_key(content) if is_of_key else _of_account(environment, content)
    code = content.get("code")
    code = code if isinstance(code, int) and not isinstance(code, bool) else None
    if received.status in _STATUSES:
        state, reason = _STATUSES[received.status]
    elif code in _CODES:
        state, reason = _CODES[code]
    elif 300 <= received.status < 400:
        state, reason = State.UNKNOWN, "Binance sends elsewhere, where nobody is asked."
    else:
        state, reason = State.UNKNOWN, "Binance answers with an error that says nothing of the key."
    is_told = code and received.status not in (403, 418, 451)
    wait = _wait(received.headers) if state is State.RATE_LIMITED else None
    return Answer(state, reason, code=str(code if is_told else received.status), wait=wait)


def _of_key(content: Mapping[str, Any]) -> Answer:
    """Read what Binance says of a key."""
    flags = (content.get("ipRestrict"), content.get("enableReading"))
    if not all(isinstance(it, bool) for it in flags):
        return Answer(State.UNKNOWN, _NO_SENSE)
    return Answer(
        State.ALIVE,
        _ANSWERED,
        permissions=_true(content, _RESTRICTIONS),
        ip_restricted=content["ipRestrict"],
        created=_time(content.get("createTime")),
        expires=_time(content.get("tradingAuthorityExpirationTime")),
    )


def _of_account(environment: Environment, content: Mapping[str, Any]) -> Answer:
    """Read what Binance says of an account: no more than its key may do, and perhaps less."""
    if not isinstance(content.get("balances", content.get("assets")), list):
        return Answer(State.UNKNOWN, _NO_SENSE)
    if not environment.is_test:
        return Answer(State.ALIVE, f"{_ANSWERED} It does not say what the key may do.")
    permissions = {Permission.READ, *_true(content, _ACCOUNT)}
    if Mark.SPOT not in environment.kinds and Permission.TRADE in permissions:
        permissions = permissions - {Permission.TRADE} | {Permission.FUTURES}
    return Answer(State.ALIVE, _ANSWERED, permissions=frozenset(permissions))


def _true(content: Mapping[str, Any], table: Mapping[str, Permission]) -> frozenset[Permission]:
    return frozenset(permission for name, permission in table.items() if content.get(name) is True)


def _content(body: bytes) -> Mapping[str, Any]:
    """Give the object that an answer holds; an empty one if it holds none."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _time(milliseconds: object) -> str | None:
    if isinstance(milliseconds, bool) or not isinstance(milliseconds, int) or milliseconds <= 0:
        return None
    try:
        return datetime.fromtimestamp(milliseconds // 1000, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _wait(headers: Mapping[str, str]) -> int:
    said = headers.get("retry-after", "")
    is_number = said.isascii() and said.isdigit() and len(said) < 9
    return int(said) if is_number else _DEFAULT_WAIT

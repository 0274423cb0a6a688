"""Whatever an exchange answers, it gets a verdict, and never one that says more than it does."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakguard.verify import binance, others
from leakguard.verify.environments import BINANCE, Environment
from leakguard.verify.exchanges import EXCHANGES
from leakguard.verify.told import READERS
from leakguard.verify.transport import Received
from leakguard.verify.verdict import State
from tests.verify.test_others import key_of, pair

WORDS = (
    "code", "msg", "ipRestrict", "enableReading", "createTime", "balances", "assets", "canTrade",
    "retCode", "result", "permissions", "readOnly", "ips", "data", "perm", "ip", "permission",
    "ipWhitelist", "createdAt", "authorities", "error", "key", "perms", "name", "read_only",
    "created_at", "created_time", "label", "can_view",
)  # fmt: skip
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.just(10**400) | st.floats(allow_nan=False)
    | st.text(max_size=8) | st.sampled_from(("0", "read_only", "trade", "*", "9" * 30))
)  # fmt: skip
CONTENT = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=4), inner, max_size=5)
    ),
    max_leaves=20,
)
STATUSES = st.sampled_from((200, 200, 200, 302, 400, 401, 403, 418, 429, 451, 500))
HEADERS = st.sampled_from(({}, {"retry-after": "x"}, {"retry-after": "9" * 40}, {"date": "now"}))


@pytest.mark.parametrize("environment", BINANCE, ids=lambda it: it.name)
@settings(max_examples=30)
@given(content=CONTENT, status=STATUSES, headers=HEADERS)
def test_binance(environment: Environment, content: Any, status: int, headers: Any) -> None:
    body = json.dumps(content).encode()
    answer = binance.read(environment, Received(status, headers, body))
    is_object = status == 200 and isinstance(content, dict)
    assert is_object or answer.state is not State.ALIVE


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=30)
@given(content=CONTENT, status=STATUSES, headers=HEADERS)
def test_another_exchange(name: str, content: Any, status: int, headers: Any) -> None:
    exchange = next(it for it in EXCHANGES.values() if it.ccxt == name)
    if name == "coinbase":  # whose keys are none that could be made up so
        question = others.Question(exchange, others._ccxt().coinbase(), "https://a.example", "key")
    else:
        question = others.question(exchange, pair(exchange))
    answer = others.read(question, Received(status, headers, json.dumps(content).encode()))
    is_something = status == 200 and isinstance(content, dict | list) and bool(content)
    assert is_something or answer.state is not State.ALIVE


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"[" * 200_000, b'{"code": 1e999}', b"null"])
def test_what_is_no_json_says_nothing(body: bytes) -> None:
    assert binance.read(BINANCE[0], Received(200, {}, body)).state is State.UNKNOWN
    question = others.question(EXCHANGES["Bybit"], pair(EXCHANGES["Bybit"]))
    assert others.read(question, Received(200, {}, body)).state is State.UNKNOWN


@pytest.mark.parametrize(
    ("provider", "content"),
    [
        ("Bybit", {"retCode": 0, "result": {"permissions": {"Spot": [[1]]}}}),
        ("Gate.io", [{"key": "KEY", "perms": [{"name": {}}], "created_at": "9" * 5000}]),
        ("KuCoin", {"code": "200000", "data": {"permission": "General", "createdAt": 10**400}}),
        ("OKX", {"code": "0", "data": [{"perm": 7, "ip": []}]}),
    ],
)
def test_an_answer_of_another_form_is_no_crash(provider: str, content: Any) -> None:
    exchange = EXCHANGES[provider]
    body = json.dumps(content).replace("KEY", key_of(exchange)).encode()
    answer = others.read(others.question(exchange, pair(exchange)), Received(200, {}, body))
    assert (answer.permissions or None, answer.created) == (None, None)

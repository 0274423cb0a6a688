"""The exchange tells right requests from wrong ones, by its own codes."""

import base64
import hashlib
import hmac
import http.client
import json
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from leakguard.examples import made_up
from tests.exchange.keys import EVERYTHING, IssuedKey, ed25519_key, hmac_key, rsa_key
from tests.exchange.limits import Limiter
from tests.exchange.server import Exchange, serving
from tests.exchange.venue import Kind

RESTRICTIONS = "/sapi/v1/account/apiRestrictions"
ORDER = "/api/v3/order/test"
KEYS = {
    "hmac": hmac_key(11, permissions=EVERYTHING),
    "ed25519": ed25519_key(13, permissions=EVERYTHING),
    "rsa": rsa_key(15, permissions=EVERYTHING),
}
HERE = hmac_key(17, ips=frozenset({"127.0.0.1"}))
ELSEWHERE = hmac_key(19, ips=frozenset({"203.0.113.7"}))
BLIND = hmac_key(21, permissions=frozenset())
READER = hmac_key(23)


@pytest.fixture(scope="module")
def exchange() -> Iterator[Exchange]:
    with serving([*KEYS.values(), HERE, ELSEWHERE, BLIND, READER]) as running:
        yield running


def signature(key: IssuedKey, text: str) -> str:
    """Sign a text, and write the signature as it stands in a URL."""
    if isinstance(key.checker, str):
        return hmac.new(key.secret.encode(), text.encode(), hashlib.sha256).hexdigest()
    private = load_pem_private_key(key.secret.encode(), None)
    if isinstance(private, Ed25519PrivateKey):
        octets = private.sign(text.encode())
    else:
        octets = private.sign(text.encode(), PKCS1v15(), SHA256())  # type: ignore[union-attr, call-arg, arg-type]
    return quote(base64.b64encode(octets).decode(), safe="")


def send(
    exchange: Exchange, target: str, key_id: str = "", method: str = "GET", body: str = ""
) -> tuple[int, Any, dict[str, str]]:
    connection = http.client.HTTPConnection(urlsplit(exchange.url).netloc, timeout=10)
    headers = {"X-MBX-APIKEY": key_id} if key_id else {}
    connection.request(method, target, body or None, headers)
    response = connection.getresponse()
    content = json.loads(response.read())
    connection.close()
    return response.status, content, dict(response.headers)


def ask(exchange: Exchange, key: IssuedKey, path: str = RESTRICTIONS, **given: Any) -> Any:
    """Ask with a right signature; parameters that are None are left out."""
    parameters = {"timestamp": int(time.time() * 1000), "recvWindow": 5000, **given}
    query = urlencode({name: it for name, it in parameters.items() if it is not None})
    status, content, _ = send(exchange, f"{path}?{query}&signature={signature(key, query)}", key.id)
    return status, content.get("code", content)


@pytest.mark.parametrize("kind", KEYS)
class TestASignature:
    def test_of_the_query_is_right(self, exchange: Exchange, kind: str) -> None:
        status, said = ask(exchange, KEYS[kind])
        assert (status, said["ipRestrict"], said["enableWithdrawals"]) == (200, False, True)

    def test_of_the_body_is_right(self, exchange: Exchange, kind: str) -> None:
        body = urlencode({"symbol": "BTCUSDT", "timestamp": int(time.time() * 1000)})
        signed = f"{body}&signature={signature(KEYS[kind], body)}"
        assert send(exchange, ORDER, KEYS[kind].id, "POST", signed)[:2] == (200, {})

    def test_of_query_and_body_has_nothing_between_them(
        self, exchange: Exchange, kind: str
    ) -> None:
        query, body = "symbol=BTCUSDT", f"timestamp={int(time.time() * 1000)}"
        signed = f"{body}&signature={signature(KEYS[kind], query + body)}"
        wrong = f"{body}&signature={signature(KEYS[kind], f'{query}&{body}')}"
        said = [
            send(exchange, f"{ORDER}?{query}", KEYS[kind].id, "POST", it) for it in (signed, wrong)
        ]
        assert [it[0] for it in said] == [200, 400]
        assert said[1][1]["code"] == -1022

    def test_of_something_else_is_wrong(self, exchange: Exchange, kind: str) -> None:
        query = urlencode({"timestamp": int(time.time() * 1000)})
        made = signature(KEYS[kind], f"{query}0")
        status, said, _ = send(exchange, f"{RESTRICTIONS}?{query}&signature={made}", KEYS[kind].id)
        assert (status, said["code"]) == (400, -1022)


def test_an_hmac_signature_may_be_in_capitals(exchange: Exchange) -> None:
    query = urlencode({"timestamp": int(time.time() * 1000)})
    made = signature(KEYS["hmac"], query).upper()
    status, _, _ = send(exchange, f"{RESTRICTIONS}?{query}&signature={made}", KEYS["hmac"].id)
    assert status == 200


@pytest.mark.parametrize(
    ("key", "path", "answer"),
    [
        pytest.param(hmac_key(99), RESTRICTIONS, (400, -2008), id="unknown-key-id"),
        pytest.param(hmac_key(99), "/api/v3/account", (401, -2015), id="unknown-elsewhere"),
        pytest.param(ELSEWHERE, RESTRICTIONS, (401, -2015), id="another-address"),
        pytest.param(BLIND, RESTRICTIONS, (401, -2015), id="no-permission"),
    ],
)
def test_a_key_is_refused(
    exchange: Exchange, key: IssuedKey, path: str, answer: tuple[int, int]
) -> None:
    assert ask(exchange, key, path) == answer


def test_a_reader_may_not_trade(exchange: Exchange) -> None:
    body = urlencode({"timestamp": int(time.time() * 1000)})
    signed = f"{body}&signature={signature(READER, body)}"
    status, said, _ = send(exchange, ORDER, READER.id, "POST", signed)
    assert (status, said["code"]) == (401, -2015)


def test_a_key_may_be_used_from_an_address_of_its_list(exchange: Exchange) -> None:
    status, said = ask(exchange, HERE)
    assert (status, said["ipRestrict"]) == (200, True)


@pytest.mark.parametrize("key_id", ["", "short", made_up("base62", 65, 3)])
def test_a_malformed_key_is_told(exchange: Exchange, key_id: str) -> None:
    status, said, _ = send(exchange, f"{RESTRICTIONS}?timestamp=1", key_id)
    assert (status, said["code"]) == (401, -2014)


NOW = "now"


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        pytest.param({"timestamp": None}, (400, -1102), id="no-timestamp"),
        pytest.param({"timestamp": "yesterday"}, (400, -1102), id="timestamp-of-no-number"),
        pytest.param({"recvWindow": "x"}, (400, -1102), id="window-of-no-number"),
        pytest.param({"recvWindow": 60_001}, (400, -1131), id="window-too-wide"),
        pytest.param({"timestamp": 6_000}, (400, -1021), id="late"),
        pytest.param({"timestamp": -1_500}, (400, -1021), id="ahead"),
        pytest.param({"timestamp": 6_000, "recvWindow": 60_000}, 200, id="late-in-the-window"),
        pytest.param({"timestamp": -500}, 200, id="a-little-ahead"),
    ],
)
def test_the_time_is_checked(exchange: Exchange, given: dict[str, Any], answer: Any) -> None:
    if isinstance(given.get("timestamp"), int):
        given = {**given, "timestamp": int(time.time() * 1000) - given["timestamp"]}
    status, said = ask(exchange, READER, **given)
    assert answer in (status, (status, said))


def test_a_signature_has_to_be_there(exchange: Exchange) -> None:
    target = f"{RESTRICTIONS}?timestamp={int(time.time() * 1000)}"
    status, said, _ = send(exchange, target, READER.id)
    assert (status, said["code"]) == (400, -1102)


@pytest.mark.parametrize("path", ["/api/v3/time", "/fapi/v1/time", "/dapi/v1/time"])
def test_the_time_is_told_to_everybody(exchange: Exchange, path: str) -> None:
    status, said, _ = send(exchange, path)
    assert status == 200
    assert abs(said["serverTime"] - time.time() * 1000) < 60_000


def test_a_testnet_has_no_wallet() -> None:
    with serving([READER], kind=Kind.TEST) as testnet:
        assert ask(testnet, READER) == (404, -5000)
        assert ask(testnet, READER, "/api/v3/account")[0] == 200


def test_who_goes_on_after_a_limit_is_banned() -> None:
    now = [0.0]
    limiter = Limiter(lambda: now[0], most=2, window=10, ban=60)
    refusals = [limiter.refusal("a") for _ in range(4)]
    assert refusals == [None, None, (429, 10), (418, 60)]
    assert limiter.refusal("b") is None
    now[0] = 61.0
    assert limiter.refusal("a") is None


def test_who_waits_after_a_limit_is_served_again() -> None:
    now = [0.0]
    limiter = Limiter(lambda: now[0], most=1, window=10)
    assert [limiter.refusal("a"), limiter.refusal("a")] == [None, (429, 10)]
    now[0] = 10.5
    assert limiter.refusal("a") is None


def test_a_limit_is_told_with_the_seconds_to_wait() -> None:
    clock: Callable[[], float] = lambda: 0.0  # noqa: E731
    with serving([READER], limiter=Limiter(clock, most=0)) as busy:
        status, said, headers = send(busy, "/api/v3/ping")
    assert (status, said["code"], int(headers["Retry-After"])) == (429, -1003, 60)

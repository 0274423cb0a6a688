"""Other people's clients of Binance can talk to the exchange: so it does as Binance does."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.exchange.keys import EVERYTHING, IssuedKey, ed25519_key, hmac_key, rsa_key
from tests.exchange.server import Exchange, serving

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

KEYS = {
    "hmac": hmac_key(31, permissions=EVERYTHING),
    "ed25519": ed25519_key(33, permissions=EVERYTHING),
    "rsa": rsa_key(35, permissions=EVERYTHING),
}
ELSEWHERE = hmac_key(37, ips=frozenset({"203.0.113.7"}))
kinds = pytest.mark.parametrize("key", [pytest.param(it, id=kind) for kind, it in KEYS.items()])


@pytest.fixture(scope="module")
def exchange() -> Iterator[Exchange]:
    with serving([*KEYS.values(), ELSEWHERE]) as running:
        yield running


def ccxt_client(exchange: Exchange, key: IssuedKey, **options: Any) -> Any:
    """ccxt's client, with its hosts replaced by the exchange's."""
    import ccxt

    client = ccxt.binance({"apiKey": key.id, "secret": key.secret, "options": options})
    client.urls["api"] = {
        name: exchange.url + "/" + url.split("/", 3)[3] for name, url in client.urls["api"].items()
    }
    return client


def python_binance(exchange: Exchange, key: IssuedKey) -> Any:
    """python-binance's client, with its hosts replaced by the exchange's."""
    from binance.client import Client

    class Local(Client):  # type: ignore[misc, unused-ignore]
        API_URL = exchange.url + "/api"
        MARGIN_API_URL = exchange.url + "/sapi"
        FUTURES_URL = exchange.url + "/fapi"
        FUTURES_COIN_URL = exchange.url + "/dapi"

    if isinstance(key.checker, str):
        return Local(key.id, key.secret)
    return Local(key.id, private_key=key.secret)


class TestCcxt:
    @kinds
    def test_reads_the_balance_of_the_spot_account(
        self, exchange: Exchange, key: IssuedKey
    ) -> None:
        balance = ccxt_client(exchange, key, adjustForTimeDifference=True).fetch_balance()
        assert balance["USDT"]["free"] == 1000.0

    @pytest.mark.parametrize(
        ("kind", "asset"), [("linear", "USDT"), ("inverse", "BTC")], ids=["usd-m", "coin-m"]
    )
    def test_reads_the_balance_of_futures(self, exchange: Exchange, kind: str, asset: str) -> None:
        client = ccxt_client(exchange, KEYS["hmac"], defaultType="future", defaultSubType=kind)
        assert client.fetch_balance()[asset]["total"] == pytest.approx(23.72469206)

    @kinds
    def test_reads_what_the_key_may_do(self, exchange: Exchange, key: IssuedKey) -> None:
        said = ccxt_client(exchange, key).sapi_get_account_apirestrictions()
        assert said["enableWithdrawals"] is True

    def test_signs_a_body(self, exchange: Exchange) -> None:
        client = ccxt_client(exchange, KEYS["hmac"])
        client.create_order("BTC/USDT", "limit", "buy", 1, 100, {"test": True})
        assert (exchange.asked[-1].method, exchange.paths[-1]) == ("POST", "/api/v3/order/test")

    def test_knows_a_refusal(self, exchange: Exchange) -> None:
        import ccxt

        with pytest.raises(ccxt.AuthenticationError, match="-2015"):
            ccxt_client(exchange, ELSEWHERE).fetch_balance()


class TestPythonBinance:
    @kinds
    def test_reads_the_account(self, exchange: Exchange, key: IssuedKey) -> None:
        assert python_binance(exchange, key).get_account()["canWithdraw"] is True

    @kinds
    def test_reads_what_the_key_may_do(self, exchange: Exchange, key: IssuedKey) -> None:
        said = python_binance(exchange, key).get_account_api_permissions()
        assert said["enableSpotAndMarginTrading"] is True

    def test_reads_the_accounts_of_futures(self, exchange: Exchange) -> None:
        client = python_binance(exchange, KEYS["hmac"])
        assert client.futures_account()["assets"][0]["asset"] == "USDT"
        assert client.futures_coin_account()["canTrade"] is True

    @kinds
    def test_signs_a_body(self, exchange: Exchange, key: IssuedKey) -> None:
        client = python_binance(exchange, key)
        assert client.create_test_order(
            symbol="BTCUSDT", side="BUY", type="LIMIT", timeInForce="GTC", quantity=1, price="100"
        ) == {}  # fmt: skip

    def test_knows_a_refusal(self, exchange: Exchange) -> None:
        from binance.exceptions import BinanceAPIException

        with pytest.raises(BinanceAPIException, match="-2015"):
            python_binance(exchange, ELSEWHERE).get_account()

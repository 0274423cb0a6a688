"""What the code does with its keys, and which permissions go beyond that."""

import pytest

from leakguard.document import Document
from leakguard.verify.calls import Need, need_of
from leakguard.verify.uses import excess, uses
from leakguard.verify.verdict import Permission

P = Permission
BINANCE = "from binance.client import Client\nclient = Client(KEY, SECRET)\n"
CCXT = "import ccxt\nexchange = ccxt.binance({'apiKey': KEY, 'secret': SECRET})\n"


def documents(**texts: str) -> list[Document]:
    return [
        Document(name, name, text.encode())
        for name, text in ((it.replace("_", "."), text) for it, text in texts.items())
    ]


def said(text: str, permissions: set[Permission], provider: str = "Binance", **more: str) -> str:
    """What is said of a key with these permissions whose code is this."""
    found = excess(provider, frozenset(permissions), uses(documents(bot_py=text, **more)))
    return str(found) if found is not None else "nothing"


TRADING = {P.READ, P.TRADE}


@pytest.mark.parametrize(
    ("text", "permissions", "expected"),
    [
        pytest.param(
            f"{BINANCE}client.get_account()\n", TRADING,
            "may trade; your code only reads (get_account in bot.py:3)", id="reads",
        ),
        pytest.param(
            f"{CCXT}exchange.fetch_balance()\n", {P.READ, P.FUTURES, P.WITHDRAW},
            "may futures, withdraw; your code only reads (fetch_balance in bot.py:3)", id="ccxt",
        ),
        pytest.param(
            f"{CCXT}exchange.fetchBalance()\n", TRADING,
            "may trade; your code only reads (fetchBalance in bot.py:3)", id="ccxt-camel-case",
        ),
        pytest.param(
            f"{BINANCE}client.get_klines(symbol='BTCUSDT')\n", TRADING,
            "may read, trade; your code only reads market data (get_klines in bot.py:3)",
            id="market-data",
        ),
        pytest.param(
            f"{BINANCE}client.get_klines()\nclient.order_market_buy()\n", {*TRADING, P.WITHDRAW},
            "may withdraw; your code only trades (order_market_buy in bot.py:4)", id="trades",
        ),
        pytest.param(
            f"{BINANCE}client.get_account()\nclient.create_order()\n", TRADING, "nothing",
            id="trades-and-may",
        ),
        pytest.param(
            f"{BINANCE}client.futures_create_order()\n", {*TRADING, P.FUTURES}, "nothing",
            id="trading-of-any-kind",
        ),
        pytest.param(
            f"{BINANCE}client.withdraw(coin='BTC')\n", {P.READ, P.TRADE, P.WITHDRAW},
            "may trade; your code only withdraws (withdraw in bot.py:3)", id="withdraws",
        ),
        pytest.param(f"{BINANCE}client.get_account()\n", {P.READ}, "nothing", id="no-more"),
        pytest.param("x = 1\n", TRADING, "nothing", id="no-sdk"),
        pytest.param(BINANCE, TRADING, "nothing", id="no-call"),
        pytest.param("def pay(cart):\n    cart.create_order()\n", {*TRADING, P.WITHDRAW}, "nothing",
                     id="orders-of-a-shop"),
        pytest.param("URL = HOST + '/api/v3/account'\n", TRADING, "nothing", id="a-path-alone"),
        pytest.param(
            f"{BINANCE}client.get_account()\nclient.no_such_method()\n", TRADING, "nothing",
            id="a-method-that-nobody-knows",
        ),
        pytest.param(
            f"{BINANCE}client.get_account()\ngetattr(client, name)()\n", TRADING, "nothing",
            id="a-method-by-its-name",
        ),
        pytest.param(
            f"{BINANCE}client.get_account()\nrequests.post(HOST + '/api/v3/order')\n", TRADING,
            "nothing", id="a-request-without-the-sdk",
        ),
        pytest.param(
            "import ccxt\nexchange = getattr(ccxt, name)({})\nexchange.fetch_balance()\n", TRADING,
            "may trade; your code only reads (fetch_balance in bot.py:3)", id="exchange-by-name",
        ),
        pytest.param(
            "from binance import AsyncClient\nasync def main():\n    client = await "
            "AsyncClient.create(KEY, SECRET)\n    await client.get_account()\n", TRADING,
            "may trade; your code only reads (get_account in bot.py:4)", id="async",
        ),
        pytest.param(
            "import ccxt\nclass Bot:\n    def __init__(self):\n        self.exchange = "
            "ccxt.binance({})\n    def run(self):\n        return self.exchange.fetch_balance()\n",
            TRADING, "may trade; your code only reads (fetch_balance in bot.py:6)", id="attribute",
        ),
        pytest.param(
            f"{BINANCE}print(client.get_account().get('balances'))\n", TRADING,
            "may trade; your code only reads (get_account in bot.py:3)", id="of-an-answer",
        ),
        pytest.param(
            "from binance_sdk_spot.spot import Spot\nclient = Spot(config_rest_api=CONFIG)\n"
            "print(client.rest_api.get_account().data())\n", TRADING,
            "may trade; your code only reads (get_account in bot.py:3)", id="modular-connector",
        ),
        pytest.param(
            f"{BINANCE}client.get_account()\nclient.sub().no_such_method()\n", TRADING, "nothing",
            id="of-what-nobody-knows",
        ),
        pytest.param(
            f"{BINANCE}client.get_account()\n\ndef (:\n", TRADING, "nothing", id="no-python"),
    ],
)  # fmt: skip
def test_what_goes_beyond_the_code_is_named(
    text: str, permissions: set[Permission], expected: str
) -> None:
    assert said(text, permissions) == expected


READS = f"{BINANCE}client.get_account()\n"


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"trade_py": "def buy(api):\n    api.create_order()\n"}, id="in-a-module"),
        pytest.param({"trade_js": "const ccxt = require('ccxt')\n"}, id="in-another-language"),
        pytest.param({"trade_ipynb": '{"source": ["import ccxt"]}'}, id="in-a-notebook"),
        pytest.param({"trade_py": "import binance\n" + "(" * 300}, id="in-a-broken-module"),
        pytest.param({"x_py": "from bot import client\nclient.mystery()\n"}, id="of-its-client"),
    ],
)
def test_what_may_be_done_elsewhere_counts(more: dict[str, str]) -> None:
    assert said(READS, TRADING, **more) == "nothing"
    assert said(READS, TRADING) != "nothing"


def test_what_is_in_other_files_does_not_matter_otherwise() -> None:
    assert said(READS, TRADING, web_js="let x = 1\n", util_py="print(1)\n") != "nothing"


def test_the_sdk_of_another_exchange_says_nothing() -> None:
    text = "from pybit.unified_trading import HTTP\nclient = HTTP()\nclient.get_wallet_balance()\n"
    assert said(text, TRADING, "Bybit").startswith("may trade; your code only reads")
    assert said(text, TRADING, "Binance") == "nothing"


def test_a_library_for_all_exchanges_says_something_of_each() -> None:
    assert said(f"{CCXT}exchange.fetch_balance()\n", TRADING, "OKX") != "nothing"


def test_nothing_is_said_where_permissions_are_not_known() -> None:
    assert excess("Binance", None, uses(documents(bot_py=READS))) is None


@pytest.mark.parametrize(
    ("method", "need"),
    [
        ("fetch_ticker", Need.NOTHING), ("fetchOHLCV", Need.NOTHING), ("klines", Need.NOTHING),
        ("get_historical_klines", Need.NOTHING), ("futures_klines", Need.NOTHING),
        ("get_symbol_ticker", Need.NOTHING), ("load_markets", Need.NOTHING),
        ("watch_trades", Need.NOTHING), ("fetch_my_trades", Need.READ),
        ("fetch_open_orders", Need.READ), ("fetch_order", Need.READ),
        ("get_asset_balance", Need.READ), ("futures_account", Need.READ), ("account", Need.READ),
        ("get_withdraw_history", Need.READ), ("fetch_withdrawals", Need.READ),
        ("futures_position_information", Need.READ), ("get_all_orders", Need.READ),
        ("create_order", Need.TRADE), ("createMarketBuyOrder", Need.TRADE),
        ("cancel_order", Need.TRADE), ("new_order", Need.TRADE), ("order_limit_sell", Need.TRADE),
        ("futures_change_leverage", Need.TRADE), ("set_leverage", Need.TRADE),
        ("create_margin_loan", Need.TRADE), ("futures_cancel_all_open_orders", Need.TRADE),
        ("place_order", Need.TRADE), ("amend_order", Need.TRADE), ("create_oco_order", Need.TRADE),
        ("transfer", Need.TRANSFER), ("make_universal_transfer", Need.TRANSFER),
        ("futures_account_transfer", Need.TRANSFER), ("universalTransfer", Need.TRANSFER),
        ("withdraw", Need.WITHDRAW), ("withdraw_apply", Need.WITHDRAW),
        ("frobnicate", None), ("get", None),
    ],
)  # fmt: skip
def test_a_method_needs(method: str, need: Need | None) -> None:
    assert need_of(method) is need

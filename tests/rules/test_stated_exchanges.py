"""Exchanges that do not say how their keys look are told by a name, by ccxt's class, by freqtrade's
`name`, by a section; everyday words tell nothing by themselves."""

import pytest

from leakguard.examples import made_up, made_up_from
from leakguard.finding import Finding, Severity
from tests.support import found

KEY, SECRET = made_up("upper", 32, 741), made_up("base62", 48, 742)

NAMED = {
    "hitbtc": "HitBTC", "blofin": "BloFin", "bitso": "Bitso", "coincheck": "Coincheck",
    "bitbank": "bitbank", "indodax": "INDODAX", "btcmarkets": "BTC Markets", "wazirx": "WazirX",
    "lbank": "LBank", "bit2c": "Bit2C", "yobit": "YoBit", "coindcx": "CoinDCX", "bitkub": "Bitkub",
}  # fmt: skip
"""By the word in the names of its variables."""

OF_CCXT = {
    **{word: NAMED[word] for word in ("hitbtc", "bitso", "bitbank", "btcmarkets", "bit2c")},
    "apex": "ApeX", "cex": "CEX.IO", "mercado": "Mercado Bitcoin", "backpack": "Backpack",
    "p2b": "p2b", "bullish": "Bullish", "hitbtc3": "HitBTC", "bitbay": "Zonda",
}  # fmt: skip
"""By the class of ccxt."""

KNOWN_FORMS = {
    "xt": ("XT", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "[0-9a-f]{40}"),
    "delta": ("Delta Exchange", "[A-Za-z0-9]{30}", "[A-Za-z0-9]{60}"),
    "woo": ("WOO X", "[A-Za-z0-9+/]{22}==", "[A-Z0-9]{28}"),
    "hashkey": ("HashKey", "[A-Za-z0-9]{64}", "[A-Za-z0-9]{64}"),
    "aster": ("Aster", "[0-9a-f]{64}", "[0-9a-f]{64}"),
    "kucoinfutures": ("KuCoin", "[0-9a-f]{24}", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "okxus": ("OKX", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "[0-9A-F]{32}"),
    "bybiteu": ("Bybit", "[A-Za-z0-9]{18}", "[A-Za-z0-9]{36}"),
    "bitfinex2": ("Bitfinex", "[A-Za-z0-9]{43}", "[A-Za-z0-9]{43}"),
    "gateeu": ("Gate.io", "[0-9a-f]{32}", "[0-9a-f]{64}"),
    "krakenfutures": ("Kraken Futures", "[A-Za-z0-9+/]{56}", "[A-Za-z0-9+/]{86}=="),
    "binanceusdm": ("Binance", "[A-Za-z0-9]{64}", "[A-Za-z0-9]{64}"),
    "coinbaseexchange": ("Coinbase Exchange", "[0-9a-f]{32}", "[A-Za-z0-9+/]{86}=="),
}
"""The classes whose names are everyday words or carry a suffix, and whose keys' form is known."""

IN_CODE = {
    "dict": ("b.py", "import ccxt\nccxt.{w}({{'apiKey': '{k}', 'secret': '{s}'}})\n"),
    "attributes": (
        "b.py",
        "import ccxt\nexchange = ccxt.{w}()\nexchange.apiKey = '{k}'\nexchange.secret = '{s}'\n",
    ),
    "names": (
        "b.py",
        "import ccxt\nkey = '{k}'\nsecret = '{s}'\nccxt.{w}({{'apiKey': key, 'secret': secret}})\n",
    ),
    "getattr": (
        "b.py",
        "import ccxt\nexchange_id = '{w}'\nexchange_class = getattr(ccxt, exchange_id)\n"
        "exchange = exchange_class({{\n    'apiKey': '{k}',\n    'secret': '{s}',\n}})\n",
    ),
    "javascript": ("b.js", "const e = new ccxt.{w}({{ apiKey: '{k}', secret: '{s}' }})\n"),
    "freqtrade": (
        "config.json",
        '{{\n "exchange": {{\n  "name": "{w}",\n  "key": "{k}",\n  "secret": "{s}"\n }}\n}}\n',
    ),
}

_APART = {("coinbaseexchange", "names")}
"""Coinbase's platform has a key of that form too: nothing near the value says which it is."""

IN_SETTINGS = {
    "env": ("bot.env", "{W}_API_KEY={k}\n{W}_SECRET_KEY={s}\n"),
    "json": ("c.json", '{{"{w}": {{"apiKey": "{k}", "secret": "{s}"}}}}'),
    "yaml": ("c.yml", "{w}:\n  api_key: {k}\n  api_secret: {s}\n"),
    "setting": ("c.yml", 'exchange: {w}\napi_key: "{k}"\napi_secret: "{s}"\n'),
    "csv": ("k.csv", "exchange,api_key,api_secret\n{w},{k},{s}\n"),
    "ini": ("c.ini", "[{w}]\napi_key = {k}\nsecret = {s}\n"),
    "python": ("b.py", "{W}_API_KEY = '{k}'\n{W}_API_SECRET = '{s}'\n"),
}


def _pair(form: tuple[str, str], word: str, key: str = KEY, secret: str = SECRET) -> Finding:
    path, text = form
    (finding,) = found(text.format(w=word, W=word.upper(), k=key, s=secret), path)
    assert finding.secret is not None
    assert (finding.secret.reveal(), finding.severity) == (secret, Severity.CRITICAL)
    assert [it.secret.reveal() for it in finding.halves] == [key]
    return finding


@pytest.mark.parametrize("form", IN_SETTINGS.values(), ids=IN_SETTINGS)
@pytest.mark.parametrize(("word", "name"), NAMED.items(), ids=NAMED)
def test_a_word_tells_whose_pair_it_is(word: str, name: str, form: tuple[str, str]) -> None:
    assert _pair(form, word).message.startswith(f"{name} API key and its secret")


@pytest.mark.parametrize("form", IN_CODE.values(), ids=IN_CODE)
@pytest.mark.parametrize(("word", "name"), OF_CCXT.items(), ids=OF_CCXT)
def test_a_class_of_ccxt_tells_whose_pair_it_is(
    word: str, name: str, form: tuple[str, str]
) -> None:
    assert _pair(form, word).message.startswith(f"{name} API key and its secret")


@pytest.mark.parametrize(
    ("word", "form"),
    [
        pytest.param(word, form, id=f"{word}-{kind}")
        for word in KNOWN_FORMS
        for kind, form in IN_CODE.items()
        if (word, kind) not in _APART
    ],
)
def test_so_does_one_that_is_called_by_an_everyday_word_or_with_a_suffix(
    word: str, form: tuple[str, str]
) -> None:
    name, key, secret = KNOWN_FORMS[word]
    finding = _pair(form, word, made_up_from(key, 743), made_up_from(secret, 744))
    assert finding.message.startswith(f"{name} API key and its")


@pytest.mark.parametrize("word", ["apex", "blofin", "weex", "deepcoin"])
def test_a_passphrase_is_a_place_of_the_pair(word: str) -> None:
    text = (
        f"import ccxt\nccxt.{word}({{\n 'apiKey': '{KEY}',\n 'secret': '{SECRET}',\n"
        f" 'password': '{made_up('base62', 12, 745)}',\n}})\n"
    )
    (finding,) = found(text, "b.py")
    assert [it.label for it in finding.related] == ["the API key", "the passphrase"]


HEX = made_up("hex", 64, 746)
OF_OTHERS = {
    "oracle-apex": "APEX_PASSWORD={s}\n",
    "game-apex": "APEX_API_KEY={k}\n",
    "hash-key": f"HASH_KEY_SECRET={HEX}\n",
    "messenger-max": "MAX_TOKEN={s}\n",
    "centralized-exchange": "CEX_SECRET={s}\n",
    "mercado-pago": "MERCADO_SECRET={s}\n",
    "context": "CONTEXT_SECRET={s}\n",
    "smart-api": "SMART_API_KEY={s}\n",
    "blockchain": "BLOCKCHAIN_SECRET={s}\n",
    "message-broker": "exchange: orderly\nsecret: {s}\n",
    "section-of-an-everyday-word": "backpack:\n  secret: {s}\n",
    "delta-of-another-form": "DELTA_SECRET={s}\n",
    "beside-a-client": "bot = ccxt.bitso()\nCMC_API_SECRET={s}\n",
    "word-in-a-comment": "# as on bitso\napi_secret: {s}\n",
    "digest-of-freqtrade": '{{"exchange": {{"name": "bitso", "etag": "{s}"}}}}\n',
}


@pytest.mark.parametrize("text", OF_OTHERS.values(), ids=OF_OTHERS)
def test_what_only_has_such_a_word_is_of_no_exchange(text: str) -> None:
    assert not [it.provider for it in found(text.format(k=KEY, s=SECRET), "c.cfg") if it.provider]


@pytest.mark.parametrize(
    "key", ["your_exchange_key_here", "YOUR-API-KEY-GOES-HERE", "xxxxxxxxxxxxxxxxxxxxxxxx"]
)
def test_a_placeholder_in_freqtrade_s_configuration_is_silent(key: str) -> None:
    text = f'{{"exchange": {{"name": "bitso", "key": "{key}", "secret": "{key}"}}}}'
    assert not found(text, "config.json")


TOKENS = {
    "ZERODHA_ACCESS_TOKEN": "zerodha-access-token",
    "KITE_API_SECRET": "zerodha-secret-key",
    "LONGPORT_APP_SECRET": "longbridge-app-secret",
    "LONGPORT_ACCESS_TOKEN": "longbridge-access-token",
    "ONETRADING_API_KEY": "onetrading-api-key",
    "QUESTRADE_REFRESH_TOKEN": "questrade-token",
    "TRADING212_API_KEY": "trading212-api-key",
    "FUTU_TRADE_PASSWORD": "futu-password",
    "IG_SERVICE_API_KEY": "ig-api-key",
    "IG_SERVICE_PASSWORD": "ig-password",
    "TASTYTRADE_CLIENT_SECRET": "tastytrade-client-secret",
    "SCHWAB_APP_SECRET": "schwab-secret-key",
    "COINONE_ACCESS_TOKEN": "coinone-access-token",
    "DHAN_ACCESS_TOKEN": "dhan-access-token",
}


@pytest.mark.parametrize(("name", "rule"), TOKENS.items(), ids=TOKENS)
def test_what_brokers_give_out(name: str, rule: str) -> None:
    (finding,) = found(f"{name}={SECRET}\n", "bot.env")
    assert finding.rule == rule


PRIVATE = {
    "PARADEX_PRIVATE_KEY": ("paradex-private-key", "0x[0-9a-f]{63}"),
    "LIGHTER_API_KEY_PRIVATE_KEY": ("lighter-private-key", "0x[0-9a-f]{80}"),
    "GRVT_PRIVATE_KEY": ("grvt-private-key", "0x[0-9a-f]{64}"),
}


@pytest.mark.parametrize(("name", "rule"), PRIVATE.items(), ids=PRIVATE)
def test_a_private_key_of_a_wallet_exchange(name: str, rule: tuple[str, str]) -> None:
    (finding,) = found(f"{name}={made_up_from(rule[1], 747)}\n", "bot.env")
    assert (finding.rule, finding.severity) == (rule[0], Severity.CRITICAL)


def test_a_database_beside_an_exchange_has_a_password_of_its_own() -> None:
    text = (
        "import os, ccxt, psycopg2\n"
        'okx = ccxt.okx({"apiKey": os.environ["K"], "password": os.environ["P"]})\n'
        f'psycopg2.connect(host="db", user="bot", password="{made_up("base62", 14, 894)}")\n'
    )
    (finding,) = found(text, "bot.py")
    assert finding.message.startswith("Password, hard-coded in a call.")

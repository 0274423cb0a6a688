"""Every exchange in every format: a pair is found as what it is, on its line, with its parts."""

from dataclasses import dataclass

import pytest

from leakguard.examples import made_up, made_up_from, made_up_pem
from leakguard.finding import Finding, Severity
from tests.grouped import each
from tests.support import found

UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
HTX = "[0-9a-z]{8}-[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{5}"


@dataclass(frozen=True)
class Exchange:
    """How the credentials of an exchange look, as its documentation shows them."""

    title: str
    """What its pair of key and secret is called."""
    word: str
    key: str
    secret: str
    passphrase: bool = False

    def values(self) -> dict[str, str]:
        return {
            "k": made_up_from(self.key, 11),
            "s": made_up_from(self.secret, 12),
            "p": made_up("base62", 12, 13),
            "w": self.word,
            "W": self.word.upper(),
        }


EXCHANGES = {
    "binance-us": Exchange(
        "Binance.US API key and its secret", "binance_us", "[A-Za-z0-9]{64}", "[A-Za-z0-9]{64}"
    ),
    "bybit": Exchange(
        "Bybit API key and its secret", "bybit", "[A-Za-z0-9]{18}", "[A-Za-z0-9]{36}"
    ),
    "okx": Exchange("OKX API key and its secret", "okx", UUID, "[0-9A-F]{32}", passphrase=True),
    "coinbase": Exchange(
        "Coinbase API key and its secret", "coinbase", "[A-Za-z0-9]{16}", "[A-Za-z0-9]{32}"
    ),
    "coinbase-exchange": Exchange(
        "Coinbase Exchange API key and its Exchange secret", "coinbase",
        "[0-9a-f]{32}", "[A-Za-z0-9+/]{86}==", passphrase=True,
    ),
    "kraken": Exchange(
        "Kraken API key and its private key", "kraken",
        "[A-Za-z0-9+/]{56}", "[A-Za-z0-9+/]{86}==",
    ),
    "kraken-futures": Exchange(
        "Kraken Futures API key and its private key", "kraken_futures",
        "[A-Za-z0-9+/]{56}", "[A-Za-z0-9+/]{86}==",
    ),
    "kucoin": Exchange("KuCoin API key and its secret", "kucoin", "[0-9a-f]{24}", UUID, True),
    "bitfinex": Exchange(
        "Bitfinex API key and its secret", "bitfinex", "[A-Za-z0-9]{43}", "[A-Za-z0-9]{43}"
    ),
    "bitstamp": Exchange(
        "Bitstamp API key and its secret", "bitstamp", "[A-Za-z0-9]{32}", "[A-Za-z0-9]{32}"
    ),
    "gemini-account": Exchange(
        "Gemini account API key and its secret", "gemini",
        "account-[A-Za-z0-9]{20}", "[A-Za-z0-9]{28}",
    ),
    "gemini-master": Exchange(
        "Gemini account API key and its secret", "gemini",
        "master-[A-Za-z0-9]{20}", "[A-Za-z0-9]{28}",
    ),
    "gate": Exchange("Gate.io API key and its secret", "gateio", "[0-9a-f]{32}", "[0-9a-f]{64}"),
    "htx": Exchange("HTX access key and its secret", "htx", HTX, HTX),
    "huobi": Exchange("HTX access key and its secret", "huobi", HTX, HTX),
    "bitget": Exchange(
        "Bitget API key and its secret", "bitget", "bg_[0-9a-f]{32}", "[0-9a-f]{64}", True
    ),
    "mexc": Exchange(
        "MEXC access key and its secret", "mexc", "mx0vgl[A-Za-z0-9]{12}", "[0-9a-f]{32}"
    ),
    "crypto-com": Exchange(
        "Crypto.com API key and its secret", "crypto_com", "[A-Za-z0-9]{22}",
        "cxakp_[A-Za-z0-9]{22}",
    ),
    "bitmex": Exchange(
        "BitMEX API key id and its secret", "bitmex", r"[A-Za-z0-9_\-]{24}", r"[A-Za-z0-9_\-]{48}"
    ),
    "phemex": Exchange("Phemex API key id and its secret", "phemex", UUID, r"[A-Za-z0-9_\-]{91}"),
    "bingx": Exchange(
        "BingX API key and its secret", "bingx", "[A-Za-z0-9]{86}", "[A-Za-z0-9]{84}"
    ),
    "bitvavo": Exchange(
        "Bitvavo API key and its secret", "bitvavo", "[0-9a-f]{64}", "[0-9a-f]{128}"
    ),
    "whitebit": Exchange(
        "WhiteBIT API key and its secret", "whitebit", "[0-9a-f]{32}", "[0-9a-f]{32}"
    ),
    "poloniex": Exchange(
        "Poloniex API key and its secret", "poloniex",
        "[0-9A-Z]{8}-[0-9A-Z]{8}-[0-9A-Z]{8}-[0-9A-Z]{8}", "[0-9a-f]{128}",
    ),
    "upbit": Exchange("Upbit access key and its secret", "upbit", "[A-Za-z0-9]{40}",
                      "[A-Za-z0-9]{40}"),
    "bithumb": Exchange(
        "Bithumb API key and its secret", "bithumb", "[0-9a-f]{32}", "[0-9a-f]{32}"
    ),
    "bitflyer": Exchange(
        "bitFlyer API key and its secret", "bitflyer", "[A-Za-z0-9]{22}", "[A-Za-z0-9+/]{43}="
    ),
    "luno": Exchange(
        "Luno API key id and its secret", "luno", "[a-z0-9]{13}", r"[A-Za-z0-9_\-]{43}"
    ),
    "independent-reserve": Exchange(
        "Independent Reserve API key and its secret", "independent_reserve", UUID, "[0-9a-f]{32}"
    ),
    "coinspot": Exchange(
        "CoinSpot API key and its secret", "coinspot", "[0-9a-f]{32}", "[0-9A-Z]{96}"
    ),
    "alpaca": Exchange(
        "Alpaca API key id and its secret", "alpaca", "AK[A-Z0-9]{18}", "[A-Za-z0-9]{40}"
    ),
    "dydx": Exchange("dYdX API key and its secret", "dydx", UUID, r"[A-Za-z0-9_\-]{40}"),
    "polymarket": Exchange(
        "Polymarket API key and its secret", "polymarket", UUID, r"[A-Za-z0-9_\-]{43}="
    ),
    "coinex": Exchange(
        "CoinEx API key and its secret", "coinex", "[0-9A-F]{32}", "[0-9A-F]{48}"
    ),
    "bitmart": Exchange(
        "BitMart API key and its secret", "bitmart", "[0-9a-f]{40}", "[0-9a-f]{64}", True
    ),
    "ascendex": Exchange(
        "AscendEX API key and its secret", "ascendex", "[A-Za-z0-9]{32}", "[A-Za-z0-9]{64}"
    ),
    "btse": Exchange("BTSE API key and its secret", "btse", "[0-9a-f]{64}", "[0-9a-f]{64}"),
    "toobit": Exchange(
        "Toobit API key and its secret", "toobit", "[A-Za-z0-9]{64}", "[A-Za-z0-9]{64}"
    ),
    "tokocrypto": Exchange(
        "Tokocrypto API key and its secret", "tokocrypto", "[A-Za-z0-9]{64}", "[A-Za-z0-9]{64}"
    ),
    "exmo": Exchange("EXMO API key and its secret", "exmo", "K-[0-9a-f]{40}", "S-[0-9a-f]{40}"),
}  # fmt: skip

FORMATS = {
    "env": ("bot.env", "{W}_API_KEY={k}\n{W}_API_SECRET={s}\n"),
    "env-secret-first": ("bot.env", "{W}_SECRET_KEY='{s}'\n{W}_API_KEY='{k}'\n"),
    "export": ("run.sh", 'export {W}_API_KEY="{k}"\nexport {W}_SECRET="{s}"\n'),
    "dockerfile": ("Dockerfile", "FROM python\nENV {W}_API_KEY={k}\nENV {W}_API_SECRET={s}\n"),
    "compose": (
        "docker-compose.yml",
        "services:\n  bot:\n    environment:\n"
        "      - {W}_API_KEY={k}\n      - {W}_API_SECRET={s}\n",
    ),
    "json": ("c.json", '{{"{w}": {{"apiKey": "{k}", "secret": "{s}"}}}}'),
    "json-lines": (
        "c.json",
        '{{\n "exchange": {{\n  "id": "{w}",\n  "apiKey": "{k}",\n  "apiSecret": "{s}"\n }}\n}}\n',
    ),
    "freqtrade": (
        "config.json",
        '{{\n "exchange": {{\n  "name": "{w}",\n  "key": "{k}",\n  "secret": "{s}"\n }}\n}}\n',
    ),
    "yaml": ("c.yml", "{w}:\n  apiKey: {k}\n  secret: {s}\n"),
    "yaml-plain-names": ("c.yml", "{w}:\n  key: {k}\n  secret: {s}\n"),
    "yaml-quoted": ("c.yaml", 'exchange: {w}\napi_key: "{k}"\napi_secret: "{s}"\n'),
    "hummingbot": ("{w}.yml", "connector: {w}\n\n{w}_api_key: {k}\n\n{w}_secret_key: {s}\n"),
    "toml": ("c.toml", '[{w}]\napi_key = "{k}"\nsecret = "{s}"\n'),
    "ini": ("c.ini", "[{w}]\nkey = {k}\nsecret = {s}\n"),
    "properties": ("app.properties", "{w}.api.key={k}\n{w}.api.secret={s}\n"),
    "csv": ("k.csv", "exchange,api_key,api_secret\n{w},{k},{s}\n"),
    "xml": ("c.xml", "<{w}><apiKey>{k}</apiKey><secretKey>{s}</secretKey></{w}>\n"),
    "javascript": ("b.js", "const {w} = new Client({{ apiKey: '{k}', secret: '{s}' }})\n"),
    "go": ("main.go", '{w}ApiKey := "{k}"\n{w}ApiSecret := "{s}"\n'),
    "python-names": ("b.py", "{W}_API_KEY = '{k}'\n{W}_API_SECRET = '{s}'\n"),
    "python-mapping": ("b.py", "CONFIG = {{'{w}': {{'api_key': '{k}', 'api_secret': '{s}'}}}}\n"),
    "python-comment": ("b.py", "# {w}: api_key = '{k}', api_secret = '{s}'\n"),
}


def _one(text: str, path: str) -> Finding:
    (finding,) = found(text, path)
    return finding


_PLAIN_KEY = {"freqtrade", "yaml-plain-names", "ini"}
_SHORT_KEYS = {"luno"}
"""Keys so short that a mapping's plain `key` may hold anything of that form."""


@pytest.mark.parametrize("name", EXCHANGES)
def test_a_pair_is_one_critical_finding(name: str) -> None:
    values = EXCHANGES[name].values()

    def check(form: tuple[str, str]) -> None:
        path, text = (it.format(**values) for it in form)
        finding = _one(text, path)
        assert finding.secret is not None
        assert finding.secret.reveal() == values["s"]
        assert finding.severity is Severity.CRITICAL
        assert finding.message.startswith(EXCHANGES[name].title)
        assert [it.label for it in finding.related][:1] == ["the API key"]

    left_out = _PLAIN_KEY if name in _SHORT_KEYS else set()
    each({kind: it for kind, it in FORMATS.items() if kind not in left_out}, check)


TRIPLES = {
    "env": ("bot.env", "{W}_API_KEY={k}\n{W}_API_SECRET={s}\n{W}_PASSPHRASE={p}\n", 3),
    "env-between": ("bot.env", "{W}_API_KEY={k}\n{W}_API_PASSPHRASE={p}\n{W}_SECRET={s}\n", 2),
    "json": (
        "c.json",
        '{{"{w}": {{\n"apiKey": "{k}",\n"secret": "{s}",\n"passphrase": "{p}"\n}}}}\n',
        4,
    ),
    "freqtrade": (
        "config.json",
        '{{\n "exchange": {{\n  "name": "{w}",\n  "key": "{k}",\n  "secret": "{s}",\n'
        '  "password": "{p}"\n }}\n}}\n',
        6,
    ),
    "yaml": ("c.yml", "{w}:\n  api_key: {k}\n  api_secret: {s}\n  api_passphrase: {p}\n", 4),
    "hummingbot": (
        "{w}.yml",
        "connector: {w}\n\n{w}_api_key: {k}\n\n{w}_secret_key: {s}\n\n{w}_passphrase: {p}\n",
        7,
    ),
    "toml": ("c.toml", '[{w}]\nkey = "{k}"\nsecret = "{s}"\npassphrase = "{p}"\n', 4),
    "python-names": (
        "b.py",
        "{W}_API_KEY = '{k}'\n{W}_API_SECRET = '{s}'\n{W}_PASSPHRASE = '{p}'\n",
        3,
    ),
}


@pytest.mark.parametrize(("path", "text", "line"), TRIPLES.values(), ids=TRIPLES)
@pytest.mark.parametrize("name", [name for name, it in EXCHANGES.items() if it.passphrase])
def test_a_passphrase_is_a_place_of_its_pair(name: str, path: str, text: str, line: int) -> None:
    values = EXCHANGES[name].values()
    finding = _one(text.format(**values), path.format(**values))
    assert finding.message.startswith(f"{EXCHANGES[name].title}, with its passphrase")
    assert [(it.label, it.place.line) for it in finding.related][1:2] == [("the passphrase", line)]
    assert [it.secret.reveal() for it in finding.halves] == [values["k"], values["p"]]


def test_a_passphrase_alone_is_medium() -> None:
    finding = _one(f"OKX_PASSPHRASE={made_up('base62', 12)}\n", "bot.env")
    assert (finding.rule, finding.severity) == ("okx-passphrase", Severity.MEDIUM)


def test_a_password_of_something_else_is_no_passphrase() -> None:
    values = EXCHANGES["okx"].values()
    text = "OKX_API_KEY={k}\nOKX_SECRET={s}\nDATABASE_PASSWORD={p}\n".format(**values)
    assert [it.rule for it in found(text, "bot.env")] == ["okx-key-pair", "hard-coded-secret"]


@pytest.mark.parametrize("exchange", EXCHANGES.values(), ids=EXCHANGES)
def test_a_lone_key_is_medium_and_a_lone_secret_critical(exchange: Exchange) -> None:
    values = exchange.values()
    assert _one("{W}_API_KEY={k}\n".format(**values), "a.env").severity is Severity.MEDIUM
    assert _one("{W}_API_SECRET={s}\n".format(**values), "a.env").severity is Severity.CRITICAL


LOOKALIKES = {
    "identifier": ("bot.env", "{W}_ORDER_ID={s}\n"),
    "digest": ("bot.env", "{W}_SECRET_SHA256={s}\n"),
    "signature": ("c.json", '{{"{w}": {{"signature": "{s}"}}}}'),
    "transaction": ("c.yml", "{w}:\n  tx_hash: {s}\n"),
    "listen-key": ("c.yml", "{w}:\n  listen_key: {s}\n"),
    "template": ("bot.env", "{W}_API_KEY=${{{W}_API_KEY}}\n{W}_API_SECRET=<secret>\n"),
    "placeholder": ("bot.env", "{W}_API_KEY=your-api-key\n{W}_API_SECRET=your-api-secret\n"),
    "look-up": ("b.py", "{W}_SECRET = os.environ['{W}_SECRET']\n"),
    "lock-file": ("poetry.lock", '{w} = [\n  {{hash = "sha256:{s}"}},\n]\n'),
    "checksum-line": ("SHA256SUMS", "{s}  {w}.tar.gz\n"),
}


@pytest.mark.parametrize("exchange", EXCHANGES.values(), ids=EXCHANGES)
def test_what_only_looks_alike_is_silent(exchange: Exchange) -> None:
    def check(form: tuple[str, str]) -> None:
        path, text = form
        assert not found(text.format(**exchange.values()), path)

    each(LOOKALIKES, check)


DIGEST = made_up("hex", 64, 21)


@pytest.mark.parametrize("name", ["okx", "phemex", "dydx", "independent-reserve", "whitebit"])
@pytest.mark.parametrize("called", ["linkKey", "rowKey", "cacheKey"])
def test_a_key_of_something_else_is_silent(name: str, called: str) -> None:
    values = EXCHANGES[name].values()
    assert not found('{{"{w}": [\n {{"{c}": "{k}"}},\n 1]}}'.format(c=called, **values), "c.json")


@pytest.mark.parametrize("word", ["bitget", "gateio", "bitvavo", "hyperliquid"])
def test_a_digest_near_an_exchange_is_none_of_its_secrets(word: str) -> None:
    assert not found(f"{word}:\n  image: {word}@sha256:{DIGEST}\n  block: {DIGEST}\n", "c.yml")


SDKS = {
    "ccxt": (
        "import ccxt\nccxt.{w}({{'apiKey': '{k}', 'secret': '{s}'}})\n",
        ("bybit", "kraken", "bitfinex", "bitstamp", "htx", "bitvavo", "upbit", "mexc", "bingx"),
    ),
    "ccxt-us": (
        "import ccxt\nccxt.binanceus({{'apiKey': '{k}', 'secret': '{s}'}})\n",
        ("binance-us",),
    ),
    "ccxt-attributes": (
        "import ccxt\n{w} = ccxt.{w}()\n{w}.apiKey = '{k}'\n{w}.secret = '{s}'\n",
        ("bybit", "kraken", "bitfinex", "bitstamp", "bitvavo", "upbit"),
    ),
    "pybit": (
        "from pybit.unified_trading import HTTP\nHTTP(api_key='{k}', api_secret='{s}')\n",
        ("bybit",),
    ),
    "krakenex": ("import krakenex\nkrakenex.API(key='{k}', secret='{s}')\n", ("kraken",)),
    "pyupbit": ("import pyupbit\npyupbit.Upbit('{k}', '{s}')\n", ("upbit",)),
    "alpaca-py": (
        "from alpaca.trading.client import TradingClient\nTradingClient('{k}', '{s}')\n",
        ("alpaca",),
    ),
}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(text, name, id=f"{sdk}-{name}")
        for sdk, (text, names) in SDKS.items()
        for name in names
    ],
)
def test_what_an_sdk_takes_carries_the_exchange_s_own_facts(text: str, name: str) -> None:
    values = EXCHANGES[name].values()
    finding = _one(text.format(**values), "b.py")
    assert finding.message.startswith(EXCHANGES[name].title)
    assert finding.severity is Severity.CRITICAL
    assert "orders" in finding.advice.steps[0]


SANDBOXES = {
    "bybit-name": ("bybit", "a.env", "BYBIT_TESTNET_API_KEY={k}\nBYBIT_TESTNET_API_SECRET={s}\n"),
    "bybit-host": (
        "bybit",
        "c.yml",
        "bybit:\n  base_url: https://api-testnet.bybit.com\n  key: {k}\n  secret: {s}\n",
    ),
    "pybit": (
        "bybit",
        "b.py",
        "from pybit.unified_trading import HTTP\n"
        "HTTP(testnet=True, api_key='{k}', api_secret='{s}')\n",
    ),
    "kraken-futures-host": (
        "kraken-futures",
        "c.yml",
        "kraken_futures:\n  url: https://demo-futures.kraken.com\n  key: {k}\n  secret: {s}\n",
    ),
    "gemini-host": (
        "gemini-account",
        "c.yml",
        "gemini:\n  api_url: https://api.sandbox.gemini.com\n  key: {k}\n  secret: {s}\n",
    ),
    "coinbase-host": (
        "coinbase-exchange",
        "c.yml",
        "coinbase:\n  url: https://api-public.sandbox.exchange.coinbase.com\n"
        "  key: {k}\n  secret: {s}\n",
    ),
    "bitmex-client": (
        "bitmex",
        "b.py",
        "import bitmex\nbitmex.bitmex(test=True, api_key='{k}', api_secret='{s}')\n",
    ),
    "bitmex-switch": (
        "bitmex",
        "c.yml",
        "bitmex:\n  api_key: {k}\n  secret: {s}\n  testnet: yes\n",
    ),
    "alpaca-host": (
        "alpaca",
        "c.yml",
        "alpaca:\n  base_url: https://paper-api.alpaca.markets\n  api_key: {k}\n  secret: {s}\n",
    ),
}


@pytest.mark.parametrize(("name", "path", "text"), SANDBOXES.values(), ids=SANDBOXES)
def test_a_test_environment_lowers_the_severity(name: str, path: str, text: str) -> None:
    finding = _one(text.format(**EXCHANGES[name].values()), path)
    assert finding.severity is Severity.LOW
    assert "test environment" in finding.message


def test_a_key_for_paper_trading_says_so_itself() -> None:
    key, secret = "PK" + made_up("upper", 18), made_up("base62", 40)
    finding = _one(f"APCA_API_KEY_ID={key}\nAPCA_API_SECRET_KEY={secret}\n", "a.env")
    assert (finding.rule, finding.severity) == ("alpaca-key-pair", Severity.LOW)


CDP_NAME = made_up_from(f"organizations/{UUID}/apiKeys/{UUID}")
CDP_KEY = made_up_pem("EC PRIVATE KEY", 120, "MHcCAQEEI")
CDP = {
    "file": ("cdp_api_key.json", '{{"name": "{n}", "privateKey": "{escaped}"}}'),
    "env": ("a.env", 'COINBASE_API_KEY="{n}"\nCOINBASE_API_SECRET="{escaped}"\n'),
    "yaml": ("c.yml", "coinbase:\n  api_key: {n}\n  api_secret: |\n{indented}"),
    "python": (
        "b.py",
        "from coinbase.rest import RESTClient\n"
        "c = RESTClient(api_key='{n}', api_secret='{escaped}')\n",
    ),
    "ccxt": (
        "b.py",
        "import ccxt\nccxt.coinbase({{'apiKey': '{n}', 'secret': '{escaped}'}})\n",
    ),
}


@pytest.mark.parametrize(("path", "text"), CDP.values(), ids=CDP)
def test_a_key_of_coinbase_s_platform_and_its_private_key(path: str, text: str) -> None:
    content = text.format(
        n=CDP_NAME,
        escaped=CDP_KEY.replace("\n", "\\n"),
        indented="".join(f"    {line}\n" for line in CDP_KEY.splitlines()),
    )
    finding = _one(content, path)
    assert finding.message.startswith("Coinbase CDP key and its private key")
    assert finding.severity is Severity.CRITICAL


TOKENS = {
    "oanda": ("oanda-access-token", "OANDA_API_TOKEN", "[0-9a-f]{32}-[0-9a-f]{32}"),
    "tradier": ("tradier-access-token", "TRADIER_ACCESS_TOKEN", "[A-Za-z0-9]{28}"),
    "polygon-io": ("polygon-io-api-key", "POLYGON_API_KEY", "[A-Za-z0-9_]{32}"),
    "interactive-brokers": ("interactive-brokers-password", "IBKR_PASSWORD", "[A-Za-z0-9]{12}"),
    "flex": ("interactive-brokers-flex-token", "IBKR_FLEX_TOKEN", "[0-9]{24}"),
    "flex-alone": ("interactive-brokers-flex-token", "FLEX_TOKEN", "[0-9]{24}"),
    "bitpanda": ("bitpanda-api-key", "BITPANDA_API_KEY", "[0-9a-f]{64}"),
    "hyperliquid": ("hyperliquid-private-key", "HYPERLIQUID_PRIVATE_KEY", "0x[0-9a-f]{64}"),
    "dydx-stark": ("dydx-private-key", "DYDX_STARK_PRIVATE_KEY", "0x[0-9a-f]{63}"),
    "deribit": ("deribit-client-secret", "DERIBIT_CLIENT_SECRET", r"[A-Za-z0-9_\-]{43}"),
}


@pytest.mark.parametrize(("rule", "name", "form"), TOKENS.values(), ids=TOKENS)
def test_what_has_no_other_half(rule: str, name: str, form: str) -> None:
    assert _one(f"{name}={made_up_from(form, 5)}\n", "a.env").rule == rule

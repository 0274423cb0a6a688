"""Exchanges of Europe, the Near East, Australia and Canada that do not say how their keys look."""

from leakguard.forms import OPAQUE, base62
from leakguard.rule import exchange, key, key_and_secret, token

_BLOCKCHAIN_COM = "https://api.blockchain.com/v3/"
_ONE_TRADING = "https://docs.onetrading.com"
_REVOLUT_X = (
    "https://developer.revolut.com/docs/guides/crypto-exchange/get-started/create-an-api-key"
)

BIT2C = key_and_secret("Bit2C", "https://bit2c.co.il/home/api", "bit2c")

BLOCKCHAIN_COM = exchange(
    "Blockchain.com",
    words=("blockchain com", "blockchaincom"),
    rotate=_BLOCKCHAIN_COM,
    menu="Settings > API",
    credentials=(
        token(
            "blockchain-com-api-secret", OPAQUE, _BLOCKCHAIN_COM, kind="API secret",
            called=("api secret",),
        ),
    ),
)  # fmt: skip

BTC_MARKETS = key_and_secret(
    "BTC Markets",
    "https://docs.btcmarkets.net/",
    "btcmarkets",
    "btc markets",
)

BTCTURK = key_and_secret(
    "BtcTurk",
    "https://docs.btcturk.com/authentication/authentication-v1",
    "btcturk",
    "btc turk",
    "btctrader",
)

CEX_IO = key_and_secret(
    "CEX.IO", "https://trade.cex.io/docs/#authentication", "cex io", "cexio", "ccxt cex"
)

COINJAR = key_and_secret("CoinJar", "https://docs.exchange.coinjar.com/", "coinjar")

COINMATE = key_and_secret("CoinMate", "https://coinmate.docs.apiary.io", "coinmate")

COINMETRO = key_and_secret(
    "CoinMetro", "https://documenter.getpostman.com/view/3653795/SVfWN6KS", "coinmetro"
)

KUNA = key_and_secret("Kuna", "https://docs-pro.kuna.io/", "kuna")

NDAX = key_and_secret("NDAX", "https://apidoc.ndax.io/#authentication", "ndax")

ONE_TRADING = exchange(
    "One Trading",
    words=("onetrading",),
    rotate=_ONE_TRADING,
    menu="the account's API settings",
    credentials=(token("onetrading-api-key", OPAQUE, _ONE_TRADING, kind="API key"),),
)

PAYMIUM = key_and_secret("Paymium", "https://paymium.github.io/api-documentation/", "paymium")

REVOLUT_X = exchange(
    "Revolut X",
    words=("revolut x", "revolutx", "revx"),
    rotate="https://exchange.revolut.com/account/api-keys",
    menu="Profile > API keys",
    credentials=(key("revolut-x-api-key", base62(64), _REVOLUT_X),),
)

ZONDA = key_and_secret(
    "Zonda", "https://docs.zondacrypto.exchange/reference/authorization", "zonda", "zondacrypto",
    "bitbay",
)  # fmt: skip

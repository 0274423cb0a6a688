"""More exchanges of Japan, Korea, Taiwan and South-East Asia."""

from leakguard.forms import OPAQUE, UUID
from leakguard.rule import exchange, key, key_and_secret, secret

_COINONE = "https://docs.coinone.co.kr/docs/about-public-api"

BITBANK = key_and_secret("bitbank", "https://docs.bitbank.cc/", "bitbank", "bitbankcc")

BITKUB = key_and_secret("Bitkub", "https://github.com/bitkub/bitkub-official-api-docs", "bitkub")

BITOPRO = key_and_secret("BitoPro", "https://github.com/bitoex/bitopro-offical-api-docs", "bitopro")

BITTRADE = key_and_secret("BitTrade", "https://api-doc.bittrade.co.jp", "bittrade", "huobijp")

BTCBOX = key_and_secret("BtcBox", "https://blog.btcbox.jp/en/archives/8762", "btcbox")

COINCHECK = key_and_secret("Coincheck", "https://coincheck.com/documents/exchange/api", "coincheck")

COINONE = exchange(
    "Coinone",
    words=("coinone",),
    rotate="https://coinone.co.kr/user/api/management",
    menu="Open API",
    pair="coinone-key-pair",
    credentials=(
        key("coinone-access-token", OPAQUE, _COINONE, kind="access token",
            called=("access token", "access key")),
        secret("coinone-secret-key", OPAQUE, _COINONE),
    ),
)  # fmt: skip

COINS_PH = key_and_secret(
    "Coins.ph", "https://coins-docs.github.io/rest-api", "coinsph", "coins ph"
)

GMO_COIN = key_and_secret(
    "GMO Coin",
    "https://api.coin.z.com/docs/en/#authentication-private",
    "gmo coin",
    "gmo",
    everyday=True,
)

GOPAX = key_and_secret("GOPAX", "https://gopax.github.io/API/index.en.html", "gopax")

INDODAX = key_and_secret("INDODAX", "https://github.com/btcid/indodax-official-api-docs", "indodax")

KORBIT = key_and_secret("Korbit", "https://docs.korbit.co.kr/", "korbit")

MAX = key_and_secret(
    "MAX", "https://max.maicoin.com/documents/api_v3", "maicoin", "max exchange", "ccxt max"
)

ZAIF = key_and_secret(
    "Zaif", "https://zaif-api-document.readthedocs.io/ja/latest/", "zaif", key_form=UUID
)

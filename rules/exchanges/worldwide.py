"""More exchanges for everybody, of which most documents show how a key looks."""

from leakguard.forms import base62, capital, hexadecimal
from leakguard.rule import exchange, key, key_and_secret, passphrase, secret

_BITMART = "https://developer-pro.bitmart.com/en/spot/"
_COINEX = "https://docs.coinex.com/api/v2/authorization"

COINEX = exchange(
    "CoinEx",
    words=("coinex",),
    rotate="https://www.coinex.com/apikey",
    menu="Account > API",
    pair="coinex-key-pair",
    credentials=(
        key("coinex-api-key", r"[0-9A-F]{32}", _COINEX, called=("access id",)),
        secret("coinex-secret-key", r"[0-9A-F]{48}", _COINEX),
    ),
)

BITMART = exchange(
    "BitMart",
    words=("bitmart",),
    rotate=_BITMART,
    menu="API Management",
    pair="bitmart-key-pair",
    credentials=(
        key("bitmart-api-key", hexadecimal(40), _BITMART),
        secret("bitmart-secret-key", hexadecimal(64), _BITMART),
        passphrase("bitmart-passphrase", _BITMART, kind="memo"),
    ),
)

ASCENDEX = key_and_secret(
    "AscendEX",
    "https://ascendex.github.io/ascendex-pro-api/#sign-a-request",
    "ascendex",
    "ascend ex",
    "bitmax",
    key_form=base62(32),
    secret_form=base62(64),
)

BTSE = key_and_secret(
    "BTSE",
    "https://support.btse.com/en/support/solutions/articles/43000044751-btse-api",
    "btse",
    key_form=hexadecimal(64),
    secret_form=hexadecimal(64),
)

TOOBIT = key_and_secret(
    "Toobit",
    "https://api-docs.toobit.com/",
    "toobit",
    key_form=base62(64),
    secret_form=base62(64),
)

HASHKEY = key_and_secret(
    "HashKey",
    "https://hashkeyglobal-apidoc.readme.io/reference/introduction",
    "hashkey global",
    "hashkey exchange",
    "hashkey pro",
    "hashkey api",
    "ccxt hashkey",
    key_form=base62(64),
    secret_form=base62(64),
    everyday=True,
)

EXMO = key_and_secret(
    "EXMO",
    "https://documenter.getpostman.com/view/10287440/SzYXWKPi",
    "exmo",
    key_form=rf"K-{hexadecimal(40)}",
    secret_form=rf"S-{hexadecimal(40)}",
)

XT = key_and_secret(
    "XT",
    "https://doc.xt.com/",
    "xt com",
    "xt exchange",
    "xt api",
    "xt secret",
    "xt access",
    "pyxt",
    "ccxt xt",
    key_form=r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    secret_form=hexadecimal(40),
    everyday=True,
)

WOO_X = key_and_secret(
    "WOO X",
    "https://docs.woox.io/",
    "woo x",
    "wootrade",
    "woo",
    key_form=r"[A-Za-z0-9+/]{22}==",
    secret_form=capital(28),
    everyday=True,
)

TOKOCRYPTO = key_and_secret(
    "Tokocrypto",
    "https://www.tokocrypto.com/apidocs/",
    "tokocrypto",
    key_form=base62(64),
    secret_form=base62(64),
)

DELTA_EXCHANGE = key_and_secret(
    "Delta Exchange",
    "https://docs.delta.exchange/#authentication",
    "delta exchange",
    "delta india",
    "delta rest client",
    "delta",
    key_form=base62(30),
    secret_form=base62(60),
    everyday=True,
)

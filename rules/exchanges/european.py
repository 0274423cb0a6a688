"""Exchanges of Europe: Bitfinex, Bitpanda, Bitstamp, Bitvavo, WhiteBIT."""

from leakguard.forms import base62, hexadecimal
from leakguard.rule import exchange, key, secret, token

_BITFINEX = "https://docs.bitfinex.com/docs/rest-auth"
_BITPANDA = "https://support.bitpanda.com/hc/en-us/articles/360000727459-Bitpanda-API-Key-and-price-ticker-API"
_BITSTAMP = "https://www.bitstamp.net/api/#section/Authentication"
_BITVAVO = "https://docs.bitvavo.com/docs/rest-api/introduction/"
_WHITEBIT = "https://docs.whitebit.com/private/http-auth/"

BITFINEX = exchange(
    "Bitfinex",
    words=("bitfinex", "bfx"),
    rotate="https://setting.bitfinex.com/api",
    menu="Account > API Keys",
    pair="bitfinex-key-pair",
    credentials=(
        key("bitfinex-api-key", base62(43), _BITFINEX),
        secret("bitfinex-secret-key", base62(43), _BITFINEX),
    ),
)

BITPANDA = exchange(
    "Bitpanda",
    words=("bitpanda",),
    rotate="https://web.bitpanda.com/apikey",
    menu="Profile > API Key",
    credentials=(token("bitpanda-api-key", r"[A-Za-z0-9_\-.]{32,400}", _BITPANDA, kind="API key"),),
)

BITSTAMP = exchange(
    "Bitstamp",
    words=("bitstamp",),
    rotate="https://www.bitstamp.net/settings/api/",
    menu="Settings > API Access",
    pair="bitstamp-key-pair",
    credentials=(
        key("bitstamp-api-key", base62(32), _BITSTAMP),
        secret("bitstamp-secret-key", base62(32), _BITSTAMP),
    ),
)

BITVAVO = exchange(
    "Bitvavo",
    words=("bitvavo",),
    rotate="https://account.bitvavo.com/user/api",
    menu="Settings > API",
    pair="bitvavo-key-pair",
    credentials=(
        key("bitvavo-api-key", hexadecimal(64), _BITVAVO),
        secret("bitvavo-secret-key", hexadecimal(128), _BITVAVO),
    ),
)

WHITEBIT = exchange(
    "WhiteBIT",
    words=("whitebit",),
    rotate="https://whitebit.com/settings/api",
    menu="Settings > API Keys",
    pair="whitebit-key-pair",
    credentials=(
        key("whitebit-api-key", hexadecimal(32), _WHITEBIT),
        secret("whitebit-secret-key", hexadecimal(32), _WHITEBIT),
    ),
)

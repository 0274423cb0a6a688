"""Kraken, and Kraken Futures with keys of its own: 42 and 64 bytes in base64."""

from leakguard.forms import base64
from leakguard.rule import exchange, key, secret

_KEY, _SECRET = base64(56), base64(86) + "=="
_SPOT = "https://docs.kraken.com/api/docs/guides/spot-rest-auth"
_FUTURES = "https://docs.kraken.com/api/docs/guides/futures-rest"

KRAKEN = exchange(
    "Kraken",
    words=("kraken", "krakenex"),
    rotate="https://www.kraken.com/u/security/api",
    menu="Settings > API",
    pair="kraken-key-pair",
    credentials=(
        key("kraken-api-key", _KEY, _SPOT, named=False),
        secret("kraken-private-key", _SECRET, _SPOT, kind="private key", named=False),
    ),
)

KRAKEN_FUTURES = exchange(
    "Kraken Futures",
    words=("kraken futures", "crypto facilities"),
    rotate="https://futures.kraken.com/trade/settings/api",
    menu="Settings > API Keys",
    pair="kraken-futures-key-pair",
    credentials=(
        key("kraken-futures-api-key", _KEY, _FUTURES, named=False),
        secret("kraken-futures-private-key", _SECRET, _FUTURES, kind="private key", named=False),
    ),
)

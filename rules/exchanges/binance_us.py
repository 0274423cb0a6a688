"""Binance.US: an exchange of its own, with keys of the form that Binance's have."""

from leakguard.forms import base62
from leakguard.rule import exchange, key, secret

_DOCS = "https://docs.binance.us/#introduction"

BINANCE_US = exchange(
    "Binance.US",
    words=("binance us",),
    rotate="https://www.binance.us/settings/api-management",
    menu="Settings > API Management",
    pair="binance-us-key-pair",
    credentials=(
        key("binance-us-api-key", base62(64), _DOCS),
        secret("binance-us-secret-key", base62(64), _DOCS),
    ),
)

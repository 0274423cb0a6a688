"""Bybit: a key of 18 letters and digits, and a secret of 36."""

from leakguard.forms import base62
from leakguard.rule import exchange, key, secret

_DOCS = "https://bybit-exchange.github.io/docs/v5/guide"

BYBIT = exchange(
    "Bybit",
    words=("bybit", "bybiteu", "bybitid", "bapi"),
    rotate="https://www.bybit.com/app/user/api-management",
    menu="Account > API",
    pair="bybit-key-pair",
    credentials=(
        key("bybit-api-key", base62(18), _DOCS),
        secret("bybit-secret-key", base62(36), _DOCS, named=False),
    ),
)

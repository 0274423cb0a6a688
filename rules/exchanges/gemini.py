"""Gemini: a key that says whether it is for one account or for all of a group."""

from leakguard.forms import base62
from leakguard.rule import exchange, key, secret

_DOCS = "https://docs.gemini.com/authentication/api-key"

GEMINI = exchange(
    "Gemini",
    words=("gemini",),
    rotate="https://exchange.gemini.com/settings/api",
    menu="Account > Settings > API",
    pair="gemini-key-pair",
    credentials=(
        key("gemini-account-key", rf"account-{base62(20)}", _DOCS, kind="account API key",
            named=False),
        key("gemini-master-key", rf"master-{base62(20)}", _DOCS, kind="master API key",
            named=False),
        secret("gemini-secret-key", base62(27, 28), _DOCS),
    ),
)  # fmt: skip

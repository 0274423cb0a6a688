"""Exchanges for derivatives: BitMEX, Deribit."""

from leakguard.forms import base64url
from leakguard.rule import exchange, key, secret

_BITMEX = "https://www.bitmex.com/app/apiKeysUsage"
_DERIBIT = "https://docs.deribit.com/#authentication"

BITMEX = exchange(
    "BitMEX",
    words=("bitmex",),
    rotate="https://www.bitmex.com/app/apiKeys",
    menu="Account & Security > API Keys",
    pair="bitmex-key-pair",
    credentials=(
        key("bitmex-api-key", base64url(24), _BITMEX, kind="API key id",
            called=("api id", "key id", "id")),
        secret("bitmex-secret-key", base64url(48), _BITMEX, named=False),
    ),
)  # fmt: skip

DERIBIT = exchange(
    "Deribit",
    words=("deribit",),
    rotate="https://www.deribit.com/account/BTC/api",
    menu="Account > API",
    pair="deribit-key-pair",
    credentials=(
        key("deribit-client-id", base64url(8), _DERIBIT, kind="client id", called=("client id",)),
        secret("deribit-client-secret", base64url(43), _DERIBIT, kind="client secret",
               named=False, called=("client secret",)),
    ),
)  # fmt: skip

"""OKX, once OKEx: a key that is a UUID, a secret of 32 capital hexadecimal digits, a passphrase."""

from leakguard.forms import UUID
from leakguard.rule import exchange, key, passphrase, secret

_DOCS = "https://www.okx.com/docs-v5/en/#overview-rest-authentication"

OKX = exchange(
    "OKX",
    words=("okx", "okex", "okxus", "myokx", "ok access"),
    rotate="https://www.okx.com/account/my-api",
    menu="Profile > API",
    pair="okx-key-pair",
    credentials=(
        key("okx-api-key", UUID, _DOCS, called=("access key",)),
        secret("okx-secret-key", r"[0-9A-F]{32}", _DOCS),
        passphrase("okx-passphrase", _DOCS),
    ),
)

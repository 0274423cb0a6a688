"""KuCoin: a key of 24 hexadecimal digits, a secret that is a UUID, a passphrase."""

from leakguard.forms import UUID, hexadecimal
from leakguard.rule import exchange, key, passphrase, secret

_DOCS = "https://www.kucoin.com/docs-new/authentication"

KUCOIN = exchange(
    "KuCoin",
    words=("kucoin", "kucoinfutures", "kumex", "kc api"),
    rotate="https://www.kucoin.com/account/api",
    menu="API Management",
    pair="kucoin-key-pair",
    credentials=(
        key("kucoin-api-key", hexadecimal(24), _DOCS),
        secret("kucoin-secret-key", UUID, _DOCS),
        passphrase("kucoin-passphrase", _DOCS),
    ),
)

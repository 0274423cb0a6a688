"""Exchanges of Australia and Africa: CoinSpot, Independent Reserve, Luno."""

from leakguard.forms import UUID, base64url, hexadecimal
from leakguard.rule import exchange, key, secret

_COINSPOT = "https://www.coinspot.com.au/v2/api"
_RESERVE = "https://www.independentreserve.com/features/api"
_LUNO = "https://www.luno.com/en/developers/api#tag/Authentication"

COINSPOT = exchange(
    "CoinSpot",
    words=("coinspot",),
    rotate="https://www.coinspot.com.au/my/api",
    menu="My Account > API",
    pair="coinspot-key-pair",
    credentials=(
        key("coinspot-api-key", hexadecimal(32), _COINSPOT),
        secret("coinspot-secret-key", r"[0-9A-Z]{60,128}", _COINSPOT),
    ),
)

INDEPENDENT_RESERVE = exchange(
    "Independent Reserve",
    words=("independent reserve",),
    rotate="https://portal.independentreserve.com/settings/api-keys",
    menu="Settings > API Keys",
    pair="independent-reserve-key-pair",
    credentials=(
        key("independent-reserve-api-key", UUID, _RESERVE),
        secret("independent-reserve-secret-key", hexadecimal(32), _RESERVE),
    ),
)

LUNO = exchange(
    "Luno",
    words=("luno",),
    rotate="https://www.luno.com/wallet/security/api_keys",
    menu="Settings > API keys",
    pair="luno-key-pair",
    credentials=(
        key("luno-api-key", r"[0-9a-z]{12,14}", _LUNO, kind="API key id",
            called=("key id", "api id")),
        secret("luno-secret-key", base64url(43), _LUNO, named=False),
    ),
)  # fmt: skip

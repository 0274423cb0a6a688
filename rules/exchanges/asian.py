"""Exchanges of Korea and Japan: Upbit, Bithumb, bitFlyer."""

from leakguard.forms import base62, base64
from leakguard.rule import exchange, key, secret

_UPBIT = "https://docs.upbit.com/kr/reference/auth"
_BITHUMB = "https://apidocs.bithumb.com/docs/api-key"
_BITFLYER = "https://lightning.bitflyer.com/docs#authentication"

UPBIT = exchange(
    "Upbit",
    words=("upbit", "pyupbit"),
    rotate="https://upbit.com/mypage/open_api_management",
    menu="My page > Open API",
    pair="upbit-key-pair",
    credentials=(
        key("upbit-access-key", base62(40), _UPBIT, kind="access key", called=("access",)),
        secret("upbit-secret-key", base62(40), _UPBIT),
    ),
)

BITHUMB = exchange(
    "Bithumb",
    words=("bithumb", "pybithumb"),
    rotate="https://www.bithumb.com/react/api-support/management-api",
    menu="My page > API management",
    pair="bithumb-key-pair",
    credentials=(
        key("bithumb-api-key", r"[0-9A-Za-z]{32,128}", _BITHUMB),
        secret("bithumb-secret-key", r"[0-9A-Za-z]{32,128}", _BITHUMB),
    ),
)

BITFLYER = exchange(
    "bitFlyer",
    words=("bitflyer", "pybitflyer"),
    rotate="https://lightning.bitflyer.com/developer",
    menu="API",
    pair="bitflyer-key-pair",
    credentials=(
        key("bitflyer-api-key", base62(22), _BITFLYER),
        secret("bitflyer-secret-key", rf"{base64(43)}=", _BITFLYER, named=False),
    ),
)

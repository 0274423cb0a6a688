"""Exchanges on a chain, whose keys are those of wallets: dYdX, Hyperliquid, Polymarket."""

from leakguard.finding import Role
from leakguard.forms import UUID, any_hexadecimal, base64url, hexadecimal
from leakguard.rule import ALONE, exchange, key, passphrase, secret

_DYDX = "https://docs.dydx.exchange/"
_HYPERLIQUID = (
    "https://hyperliquid.gitbook.io/hyperliquid-docs/for-developers/api/nonces-and-api-wallets"
)
_POLYMARKET = "https://docs.polymarket.com/developers/CLOB/authentication"
_KEY_OF_32_BYTES = rf"(?:0x)?{any_hexadecimal(64)}"

DYDX = exchange(
    "dYdX",
    words=("dydx",),
    rotate="https://dydx.trade/",
    menu="the wallet's menu",
    pair="dydx-key-pair",
    credentials=(
        key("dydx-api-key", UUID, _DYDX),
        secret("dydx-secret-key", base64url(40), _DYDX),
        secret("dydx-private-key", rf"(?:0x)?{any_hexadecimal(62, 63, 64)}", _DYDX,
               kind="private key", role=Role.PRIVATE_KEY,
               called=("private key", "stark private key", "stark key")),
        passphrase("dydx-passphrase", _DYDX, base64url(20)),
    ),
)  # fmt: skip

HYPERLIQUID = exchange(
    "Hyperliquid",
    words=("hyperliquid",),
    rotate="https://app.hyperliquid.xyz/API",
    menu="More > API",
    credentials=(
        secret("hyperliquid-private-key", _KEY_OF_32_BYTES, _HYPERLIQUID,
               kind="private key", role=Role.PRIVATE_KEY, called=("private key", "secret key"),
               why=ALONE),
    ),
)  # fmt: skip

POLYMARKET = exchange(
    "Polymarket",
    words=("polymarket", "clob", "py clob client"),
    rotate="https://polymarket.com/settings",
    menu="Settings > Builder Codes",
    pair="polymarket-key-pair",
    credentials=(
        key("polymarket-api-key", UUID, _POLYMARKET),
        secret("polymarket-secret-key", rf"{base64url(43)}=", _POLYMARKET, named=False),
        passphrase("polymarket-passphrase", _POLYMARKET, hexadecimal(64)),
    ),
)

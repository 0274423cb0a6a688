"""Keys that the exchange has given out, and what each of them may do."""

from dataclasses import dataclass, field
from typing import TypeAlias

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from leakguard.examples import made_up

Checker: TypeAlias = str | RSAPublicKey | Ed25519PublicKey
"""What signatures are checked with: a shared secret, or the public half that was registered."""

READ_ONLY = frozenset({"enableReading"})
EVERYTHING = frozenset(
    {
        "enableReading", "enableWithdrawals", "enableInternalTransfer", "enableMargin",
        "enableFutures", "permitsUniversalTransfer", "enableVanillaOptions",
        "enableFixApiTrade", "enableFixReadOnly", "enableSpotAndMarginTrading",
        "enablePortfolioMarginTrading",
    }
)  # fmt: skip
"""https://developers.binance.com/docs/wallet/account/api-key-permission"""


@dataclass(frozen=True)
class IssuedKey:
    """One key of an account."""

    id: str
    """What goes into the header X-MBX-APIKEY."""
    secret: str = field(repr=False)
    """What its owner signs with: a shared secret, or a private key in PEM."""
    checker: Checker = field(repr=False)
    permissions: frozenset[str] = READ_ONLY
    ips: frozenset[str] = frozenset()
    """The addresses that may use it; all if there are none."""
    created: int = 1_698_645_219_000
    """Milliseconds since 1970."""
    expires: int | None = None
    """When the authority to trade ends, in milliseconds since 1970."""


def hmac_key(seed: int, **others: object) -> IssuedKey:
    """Make a key with a shared secret; each seed gives another one, the same on every run."""
    secret = made_up("base62", 64, seed + 1)
    return IssuedKey(made_up("base62", 64, seed), secret, secret, **others)  # type: ignore[arg-type]


def ed25519_key(seed: int, **others: object) -> IssuedKey:
    """Make a key whose owner signs with Ed25519."""
    private = Ed25519PrivateKey.generate()
    return IssuedKey(made_up("base62", 64, seed), _pem(private), private.public_key(), **others)  # type: ignore[arg-type]


def rsa_key(seed: int, **others: object) -> IssuedKey:
    """Make a key whose owner signs with RSA."""
    private = generate_private_key(public_exponent=65537, key_size=2048)
    return IssuedKey(made_up("base62", 64, seed), _pem(private), private.public_key(), **others)  # type: ignore[arg-type]


def _pem(private: object) -> str:
    return private.private_bytes(  # type: ignore[attr-defined, no-any-return]
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    ).decode()

"""More exchanges whose keys are those of wallets, or are made for one, and new venues near them."""

from leakguard.finding import Role
from leakguard.forms import OPAQUE, any_hexadecimal, hexadecimal
from leakguard.rule import ALONE, exchange, key, key_and_secret, secret
from leakguard.rule.provider import Provider

_OF_WALLET = rf"(?:0x)?{any_hexadecimal(64)}"
"""The 32 bytes that sign for an address of Ethereum."""

_OF_STARKNET = rf"(?:0x)?{any_hexadecimal(62, 63, 64)}"
_LIGHTER = "https://apidocs.lighter.xyz/docs/api-keys"
_EXTENDED = "https://api.docs.extended.exchange/#authentication"
_HIBACHI = "https://api-doc.hibachi.xyz/"


def _signing(name: str, docs: str, form: str, *words: str, everyday: bool = False) -> Provider:
    """Give an exchange that wants a private key alone."""
    rule_id = f"{words[0].replace(' ', '-')}-private-key"
    return exchange(
        name,
        words=words,
        rotate=docs,
        menu="the account's API settings",
        everyday=everyday,
        credentials=(
            secret(rule_id, form, docs, kind="private key", role=Role.PRIVATE_KEY,
                   called=("private key", "secret key"), why=ALONE),
        ),
    )  # fmt: skip


APEX = key_and_secret(
    "ApeX",
    "https://api-docs.omni.apex.exchange",
    "apex omni",
    "apex pro",
    "apex exchange",
    "ccxt apex",
    has_passphrase=True,
    everyday=True,
)

ARKHAM = key_and_secret("Arkham", "https://arkm.com/limits-api", "arkham", "arkm")

ASTER = key_and_secret(
    "Aster",
    "https://github.com/asterdex/api-docs",
    "aster",
    "asterdex",
    key_form=hexadecimal(64),
    secret_form=hexadecimal(64),
    everyday=True,
)

BACKPACK = key_and_secret(
    "Backpack",
    "https://docs.backpack.exchange/#section/Authentication",
    "backpack",
    "bpx",
    everyday=True,
)

BULLISH = key_and_secret(
    "Bullish", "https://api.exchange.bullish.com/docs/api/rest/", "bullish", everyday=True
)

DERIVE = _signing(
    "Derive", "https://docs.derive.xyz/", _OF_WALLET, "derive xyz", "derive exchange",
    "ccxt derive", everyday=True,
)  # fmt: skip

EXTENDED = exchange(
    "Extended",
    words=("extended exchange", "x10 exchange", "ccxt extended"),
    rotate=_EXTENDED,
    menu="API management",
    pair="extended-exchange-key-pair",
    everyday=True,
    credentials=(
        key("extended-exchange-api-key", OPAQUE, _EXTENDED),
        secret("extended-exchange-private-key", _OF_STARKNET, _EXTENDED, kind="private key",
               role=Role.PRIVATE_KEY, called=("private key",)),
    ),
)  # fmt: skip

GRVT = _signing("GRVT", "https://api-docs.grvt.io/", _OF_WALLET, "grvt")

HIBACHI = exchange(
    "Hibachi",
    words=("hibachi",),
    rotate=_HIBACHI,
    menu="API keys",
    pair="hibachi-key-pair",
    everyday=True,
    credentials=(
        key("hibachi-api-key", OPAQUE, _HIBACHI),
        secret("hibachi-private-key", OPAQUE, _HIBACHI, kind="private key",
               role=Role.PRIVATE_KEY, called=("private key",)),
    ),
)  # fmt: skip

LIGHTER = _signing(
    "Lighter", _LIGHTER, rf"(?:0x)?{any_hexadecimal(80)}", "lighter", "zklighter", everyday=True
)

MODE_TRADE = key_and_secret(
    "Mode Trade", "https://orderly.network/docs/build-on-omnichain/building-on-omnichain",
    "modetrade", "mode trade",
)  # fmt: skip

NADO = _signing(
    "Nado", "https://docs.nado.xyz/", _OF_WALLET, "nado xyz", "nado exchange", "ccxt nado",
    everyday=True,
)  # fmt: skip

ORDERLY = key_and_secret(
    "Orderly", "https://orderly.network/docs/build-on-omnichain/building-on-omnichain",
    "orderly network", "orderly", everyday=True,
)  # fmt: skip

PACIFICA = _signing(
    "Pacifica", "https://docs.pacifica.fi/api-documentation/api", r"[1-9A-HJ-NP-Za-km-z]{86,88}",
    "pacifica", everyday=True,
)  # fmt: skip

PARADEX = _signing("Paradex", "https://docs.paradex.trade/", _OF_STARKNET, "paradex")

WOOFI_PRO = key_and_secret(
    "WOOFi Pro", "https://orderly.network/docs/build-on-omnichain/building-on-omnichain",
    "woofi pro", "woofipro", "woofi",
)  # fmt: skip

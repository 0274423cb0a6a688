"""Exchanges of India: Bitbns, CoinDCX, Mudrex, WazirX, Zebpay."""

from leakguard.forms import OPAQUE
from leakguard.rule import exchange, key_and_secret, secret

_MUDREX = "https://docs.trade.mudrex.com/docs"

BITBNS = key_and_secret("Bitbns", "https://docs.bitbns.com/", "bitbns")

COINDCX = key_and_secret("CoinDCX", "https://docs.coindcx.com/#authentication", "coindcx")

MUDREX = exchange(
    "Mudrex",
    words=("mudrex",),
    rotate=_MUDREX,
    menu="the account's API settings",
    credentials=(secret("mudrex-api-secret", OPAQUE, _MUDREX, kind="API secret"),),
)

WAZIRX = key_and_secret("WazirX", "https://docs.wazirx.com/#endpoint-security-type", "wazirx")

ZEBPAY = key_and_secret("Zebpay", "https://github.com/zebpay/zebpay-api-references", "zebpay")

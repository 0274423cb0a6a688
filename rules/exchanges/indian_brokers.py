"""Brokers of India, whose APIs want a key, a secret and a token that a log-in gives."""

from leakguard.forms import OPAQUE
from leakguard.rule import key_and_secret, token
from leakguard.rule.provider import Provider


def _broker(
    name: str, docs: str, *words: str, rotate: str | None = None, everyday: bool = False
) -> Provider:
    """Give a broker that gives out an access token besides its key and secret."""
    rule_id = f"{words[0].replace(' ', '-')}-access-token"
    access = token(rule_id, OPAQUE, docs)
    return key_and_secret(name, docs, *words, rotate=rotate, everyday=everyday, also=(access,))


ALICE_BLUE = _broker("Alice Blue", "https://ant.aliceblueonline.com/", "aliceblue", "alice blue")

ANGEL_ONE = _broker(
    "Angel One",
    "https://smartapi.angelbroking.com/docs",
    "angel one",
    "angel broking",
    "smartapi api",
    "smartapi python",
    rotate="https://smartapi.angelbroking.com/",
)

DHAN = _broker("Dhan", "https://dhanhq.co/docs/v2/authentication/", "dhan", "dhanhq")

FYERS = _broker("Fyers", "https://myapi.fyers.in/docsv3", "fyers")

GROWW = _broker("Groww", "https://groww.in/trade-api/docs", "groww", "growwapi")

ICICI_BREEZE = _broker(
    "ICICI Direct",
    "https://api.icicidirect.com/breezeapi/documents/index.html",
    "breeze connect",
    "icici breeze",
    "icici direct",
)

SHOONYA = _broker("Shoonya", "https://shoonya.com/api-documentation", "shoonya", "finvasia")

UPSTOX = _broker(
    "Upstox",
    "https://upstox.com/developer/api-documentation/authentication",
    "upstox",
    rotate="https://account.upstox.com/developer/apps",
)

ZERODHA = _broker(
    "Zerodha",
    "https://kite.trade/docs/connect/v3/user/",
    "zerodha",
    "kite connect",
    "kiteconnect",
    "kite",
    rotate="https://developers.kite.trade/apps",
    everyday=True,
)

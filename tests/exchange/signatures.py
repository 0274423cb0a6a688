"""What a request signs, and whether its signature is right.

https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security
"""

import base64
import binascii
import hashlib
import hmac
from urllib.parse import unquote

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from tests.exchange.keys import Checker


def payload(query: str, body: str) -> tuple[str, str | None]:
    """Give what is signed, the query and right behind it the body as they were sent, and the
    signature, which may be in either of them and signs not itself."""
    signature = None
    parts = []
    for text in (query, body):
        kept = []
        for pair in text.split("&"):
            name, _, value = pair.partition("=")
            if name == "signature":
                signature = unquote(value)
            else:
                kept.append(pair)
        parts.append("&".join(kept))
    return "".join(parts), signature


def is_signed(text: str, signature: str, checker: Checker) -> bool:
    """Tell whether a signature is right for a text."""
    if isinstance(checker, str):
        wanted = hmac.new(checker.encode(), text.encode(), hashlib.sha256).hexdigest()
        return hmac.compare_digest(wanted, signature.lower())
    try:
        octets = base64.b64decode(signature, validate=True)
    except binascii.Error:
        return False
    try:
        if isinstance(checker, RSAPublicKey):
            checker.verify(octets, text.encode(), PKCS1v15(), SHA256())
        else:
            checker.verify(octets, text.encode())
    except InvalidSignature:
        return False
    return True

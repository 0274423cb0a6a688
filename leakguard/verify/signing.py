"""What signs Binance's requests: a shared secret, or a private key of Ed25519 or RSA.

https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Callable
from urllib.parse import quote

from leakguard.errors import NotInstalled, VerifyError
from leakguard.secret import Secret

Sign = Callable[[str], str]
"""Gives the signature of a text as it stands in a query."""

_PEM = re.compile(
    r"-----BEGIN (?P<label>(?:[A-Z]+ )*PRIVATE KEY)-----(?P<body>.*?)-----END ", re.DOTALL
)
_JOIN = re.compile(r"[\"']\s*\+\s*[\"']")
_ESCAPE = re.compile(r"\\+[nrt]")
_NO_BASE64 = re.compile(r"[^A-Za-z0-9+/=]")


def is_private_key(value: str) -> bool:
    """Tell whether a value is a private key in PEM rather than a shared secret."""
    return _PEM.search(value) is not None


def signer(secret: Secret) -> Sign:
    """Give what signs with a secret.

    Raises:
        VerifyError: it is a private key of no kind that Binance takes, or `cryptography` is not
            installed (NotInstalled).
    """
    value = secret.reveal()
    pem = _PEM.search(value)
    if pem is None:
        key = value.encode("utf-8", "surrogatepass")
        return lambda text: hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    sign = _of_pem(pem["label"], pem["body"])
    return lambda text: quote(base64.b64encode(sign(text.encode())).decode(), safe="")


def _of_pem(label: str, body: str) -> Callable[[bytes], bytes]:
    try:
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
        from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.serialization import load_pem_private_key
    except ImportError:
        raise NotInstalled(
            "to sign with a private key, install: pip install 'leakguard-lint[verify]'"
        ) from None
    try:
        private = load_pem_private_key(_plain(label, body), None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        private = None
    if isinstance(private, Ed25519PrivateKey):
        return private.sign
    if isinstance(private, RSAPrivateKey):
        return lambda text: private.sign(text, PKCS1v15(), SHA256())
    raise VerifyError("this private key is broken, or none of Ed25519 and RSA")


def _plain(label: str, body: str) -> bytes:
    """Write a key as a file has it, of which a source may have joined lines and escapes."""
    joined = _NO_BASE64.sub("", _ESCAPE.sub("", _JOIN.sub("", body)))
    lines = [joined[start : start + 64] for start in range(0, len(joined), 64)]
    dashes = "-" * 5
    return "\n".join(
        [f"{dashes}BEGIN {label}{dashes}", *lines, f"{dashes}END {label}{dashes}", ""]
    ).encode()

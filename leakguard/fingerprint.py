"""The identity of a finding: the same for the same leak, wherever and whenever it is seen.

The scheme, version 1, is final: changing it would re-open everybody's alerts. A fingerprint is
the first 32 hex digits of SHA-256 over, each preceded by its length in bytes as eight big-endian
octets: `leakguard/1`, the rule's id, the path from the work tree's root (outside git, from the
scanned root) and the value, all as UTF-8. It holds no line, column or commit.

A value that could be guessed back from a bare digest goes through scrypt first (N 2,048, r 8,
p 1, 32 octets), salted with SHA-256 of rule and path, so that a list of common passwords costs
milliseconds for every word and every place. A value is held to be unguessable if it has at least
32 characters, all of them ASCII letters, digits or one of `+/=_-`, at least 12 of them different,
a letter and a digit among them, or if it is a private key in PEM.

A finding without a value has `statement`, its ordinal among equals and the source of its statement
in place of the value, with white space folded; with a quote in it, as a guessable value.
"""

import hashlib
import re
from functools import lru_cache

from leakguard.text import path_bytes

_SCHEME = "leakguard/1"
_LONG_AND_PLAIN = re.compile(r"[A-Za-z0-9+/=_-]{32,}")


def fingerprint(rule: str, path: str, value: str) -> str:
    """Give the fingerprint, 32 hex digits, of a value that `rule` found in the file at `path`."""
    secret = value.encode("utf-8", "surrogatepass")
    if is_guessable(value):
        secret = _stretched(rule, path, secret)
    return _digest(rule, path, secret)[:32]


def statement_fingerprint(rule: str, path: str, statement: str, ordinal: int) -> str:
    """Give the fingerprint of a finding without a value.

    `statement` is its source; white space is folded. `ordinal` counts, from 0, the equal
    statements of the file that stand before it.
    """
    folded = " ".join(statement.split())
    secret = f"statement {ordinal} {folded}".encode("utf-8", "surrogatepass")
    if '"' in folded or "'" in folded:  # a literal, which may be what must not be guessed
        secret = _stretched(rule, path, secret)
    return _digest(rule, path, secret)[:32]


def secret_id(value: str) -> str | None:
    """Give the identity, 24 hex digits, of a value in every place, or None for a guessable one."""
    if is_guessable(value):
        return None
    return _digest("secret", "", value.encode("utf-8", "surrogatepass"))[:24]


def is_guessable(value: str) -> bool:
    """Tell whether somebody with a digest of `value` could find it by trying."""
    if value.startswith("-----BEGIN ") and len(value) > 200:
        return False
    return not (
        _LONG_AND_PLAIN.fullmatch(value)
        and len(set(value)) >= 12
        and any(map(str.isalpha, value))
        and any(map(str.isdigit, value))
    )


@lru_cache(maxsize=4096)
def _stretched(rule: str, path: str, secret: bytes) -> bytes:
    salt = bytes.fromhex(_digest(rule, path, b""))
    return hashlib.scrypt(secret, salt=salt, n=2048, r=8, p=1, dklen=32)


def _digest(rule: str, path: str, secret: bytes) -> str:
    digest = hashlib.sha256()
    for part in (
        _SCHEME.encode(),
        rule.encode(),
        path_bytes(path),
        secret,
    ):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()

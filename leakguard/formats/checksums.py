"""Checksums of tokens, as those who give the tokens out say that they are made."""

import base64
import zlib

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CHECKED = 6
"""Characters at a token's end that hold its checksum."""


def has_crc32(token: str) -> bool:
    """Tell whether a token ends with the CRC-32 of what stands behind its prefix, in base 62.

    So are GitHub's and npm's made: `prefix_`, what is drawn by chance, six characters.
    https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
    """
    return with_crc32(token) == token


def with_crc32(token: str) -> str:
    """Give a token with its last six characters replaced by the checksum of `has_crc32`."""
    start = token.rfind("_") + 1
    number = zlib.crc32(token[start:-_CHECKED].encode())
    digits = ""
    for _ in range(_CHECKED):
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return token[:-_CHECKED] + digits


def has_base64_crc32(secret: str) -> bool:
    """Tell whether a secret ends with the CRC-32 of what stands behind its prefix, in base 64.

    So are Confluent's made: `cflt`, 54 characters drawn by chance, six of the checksum, whose
    bytes stand the lowest first.
    https://docs.confluent.io/cloud/current/client-apps/api-keys.html
    """
    return with_base64_crc32(secret) == secret


def with_base64_crc32(secret: str) -> str:
    """Give a secret with its last six characters replaced by the checksum of
    `has_base64_crc32`."""
    start = len("cflt")
    number = zlib.crc32(secret[start:-_CHECKED].encode())
    digits = base64.b64encode(number.to_bytes(4, "little")).decode()[:_CHECKED]
    return secret[:-_CHECKED] + digits


def has_hexadecimal_crc32(token: str) -> bool:
    """Tell whether a token ends with the CRC-32 of all that stands before it, its prefix too, in
    eight hexadecimal digits.

    So are Private Packagist's made: `packagist_out_`, 60 digits drawn by chance, the checksum.
    https://packagist.com/docs/composer-authentication
    """
    return with_hexadecimal_crc32(token) == token


def with_hexadecimal_crc32(token: str) -> str:
    """Give a token with its last eight characters replaced by the checksum of
    `has_hexadecimal_crc32`."""
    return f"{token[:-8]}{zlib.crc32(token[:-8].encode()):08x}"

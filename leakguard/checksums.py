"""Checksums of tokens, as those who give the tokens out say that they are made."""

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

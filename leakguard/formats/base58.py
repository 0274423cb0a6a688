"""Base58 as Bitcoin writes it, with and without its checksum.

https://en.bitcoin.it/wiki/Base58Check_encoding
"""

import hashlib

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_DIGITS = {character: number for number, character in enumerate(_ALPHABET)}
_CHECKSUM = 4
"""Octets."""


def decode(text: str) -> bytes | None:
    """Give the octets that `text` stands for, or None if it is no base58."""
    number = 0
    for character in text:
        digit = _DIGITS.get(character)
        if digit is None:
            return None
        number = number * 58 + digit
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def encode(octets: bytes) -> str:
    """Give the base58 of `octets`."""
    number = int.from_bytes(octets, "big")
    digits = []
    while number:
        number, digit = divmod(number, 58)
        digits.append(_ALPHABET[digit])
    zeros = len(octets) - len(octets.lstrip(b"\0"))
    return "1" * zeros + "".join(reversed(digits))


def decode_checked(text: str) -> bytes | None:
    """Give the octets without their checksum, or None if it is wrong or `text` no base58."""
    octets = decode(text)
    if octets is None or len(octets) <= _CHECKSUM:
        return None
    payload, checksum = octets[:-_CHECKSUM], octets[-_CHECKSUM:]
    return payload if _checksum(payload) == checksum else None


def encode_checked(payload: bytes) -> str:
    """Give the base58 of `payload` and its checksum."""
    return encode(payload + _checksum(payload))


def _checksum(payload: bytes) -> bytes:
    return hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:_CHECKSUM]

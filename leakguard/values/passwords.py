"""Is this value a password, where nothing but its place, or nothing at all, says so?

`leakguard.values` tells what cannot be a credential. Where no name says that a value is one, that
is not enough: `connect("hall", "tower-stairs")` is a door, `connect("hall", "Stairs#1984")` is not.
"""

import re

from leakguard.levels import Shape
from leakguard.values import is_digest_shaped, reason_against
from leakguard.values.identifiers import is_identifier
from leakguard.values.placeholders import AS_DELIVERED
from leakguard.values.randomness import is_random, language_score

_SHORTEST = 6
_LONGEST = 64
"""Characters; what is longer is generated, or no password."""

_ADDRESS = re.compile(
    r"[^@\s]{1,64}@(?:[\w-]+\.)+[A-Za-z]{2,}"  # a mailbox
    r"|(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?|(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}"
    r"|(?:[A-Za-z0-9_-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:/[\w./-]*)?"  # a host, or a dotted name
    r"|(?:[a-z]{2}|us-gov)-[a-z]{4,9}-\d"  # a region of a cloud
    r"|[a-z][\w-]*:\d{2,5}|(?:CN|cn|uid|dc|ou)=.*"
)
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_CONTROL = re.compile(r"(?:\\[nrt]|[\r\n\t])+$")

_LETTER, _DIGIT = re.compile(r"[A-Za-z]"), re.compile(r"[0-9]")
_CAPITAL, _SMALL = re.compile(r"[A-Z]"), re.compile(r"[a-z]")
_SYMBOL = re.compile(r"(?<=[A-Za-z0-9])[!#$^*+@~]")
_CODE = re.compile(r"[^A-Za-z0-9!#$^*+@~_.\-&/=]")
"""What passwords hold as well, and patterns, templates and encodings more often."""

_ENDING = re.compile(r"[A-Za-z][A-Za-z_.\-!#$^*+@]{2,}[0-9]{3,6}[!.]?")
"""A word and a year or a number, as people make passwords; `sha256` and `rusty_key_02` are none."""

_STANDARD = re.compile(
    r"(?:aes|complex|cp|curve|ecdsa|ed|es|error|hs|http|iso|latin|md|prime|ps|rfc|ripemd|rs|rsa"
    r"|secp|sha|shake|tlsv|utf|win|windows|x|yuv)[-_]?\d+(?:[._-]?[a-z]?\d*)?"
    r"|(?-i:[A-Z]{2,6}-\d+|[\w.\-]*[.\-][A-Z]{1,3}\d{2,5})",  # ORA-0042, fields.E042
    re.IGNORECASE,
)
_SPELT = re.compile(r"(?<=[A-Za-z])[013457]+(?=[A-Za-z])")
"""A digit where a letter belongs: `dr4g0n`."""

_SURELY_RANDOM = -12.0
"""Bits of `language_score`, for letters alone. Of six small letters that are drawn by chance 88 %
have less, of the six-letter words in program texts 3 %."""


def is_password(value: str) -> bool:
    """Tell whether `value` may be a password where its place says that one stands there, as
    behind the user in `login(user, value)`: no word, no placeholder, no address, and none that
    everybody knows."""
    is_one = reason_against(value, Shape.PASSWORD) is None and value.lower() not in AS_DELIVERED
    return is_one and not _is_address(value)


def is_plain_password(value: str) -> bool:
    """Tell whether `value` can hardly be anything but a password, wherever it stands: drawn by
    chance, or made as people make them, `Stairs#1984`."""
    if not _SHORTEST <= len(value) <= _LONGEST or _CODE.search(value) or not is_password(value):
        return False
    if is_digest_shaped(value) or _UUID.fullmatch(value) or _STANDARD.fullmatch(value):
        return False
    return _is_drawn(value) or _is_thought_up(value)


def typed(value: str) -> str:
    """Give what is typed without the key that sends it: `value` without its last line end."""
    return _CONTROL.sub("", value)


def _is_drawn(value: str) -> bool:
    if not is_random(value) or is_identifier(value) or not _LETTER.search(value):
        return False
    if not value.isalpha() or (_CAPITAL.search(value) and _SMALL.search(value)):
        return True
    return value.islower() and language_score(value) < _SURELY_RANDOM


def _is_thought_up(value: str) -> bool:
    if "/" in value or "=" in value or not _LETTER.search(value):
        return False
    is_shouted = value.endswith("!") and bool(_CAPITAL.search(value) and _SMALL.search(value))
    if _SYMBOL.search(value) and (is_shouted or len(_DIGIT.findall(value)) > 1):
        return True
    return _ENDING.fullmatch(value) is not None or len(_SPELT.findall(value)) > 1


def _is_address(value: str) -> bool:
    return _ADDRESS.fullmatch(value) is not None and not is_random(value)

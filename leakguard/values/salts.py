"""Salts of hashed passwords: drawn by chance, or chosen by somebody who shows what a hash looks
like."""

import re
from base64 import b64decode
from itertools import pairwise

from leakguard.values.randomness import language_score

_CRYPT = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BCRYPT = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_TO_BASE64 = str.maketrans(_BCRYPT, _BASE64)
_FORM = re.compile(r"[A-Za-z0-9+/.]{8,}")
_SHORTEST = 6
"""Characters of which most follow each other in a salt that was typed."""


def reason_of_salt(value: str) -> str | None:
    """Give the name of the reason why a hashed password is only shown, or None: its salt was
    typed by somebody, so that the same comes out for everybody.

    `value` has the fields of crypt's form, separated by dollar signs; the salt is the last but
    one, or of bcrypt the first 22 characters of the last.
    """
    fields = re.split(r"[\\$]+", value)
    is_bcrypt = re.match(r"2[abxy]?$", fields[0]) is not None
    salt = fields[-1][:22] if is_bcrypt else "".join(fields[-2:-1]).rpartition(":")[2]
    return "typed-salt" if is_typed(salt) else None


def is_typed(salt: str) -> bool:
    """Tell whether a salt is of words, or a sequence such as `12345678`, as it stands or as the
    octets that it is written for.

    Of salts of 8 characters that were drawn by chance two in a thousand are taken for typed, of
    12 characters four in ten thousand, of 16 none.
    """
    if len(salt) >= _SHORTEST + 2 and language_score(salt) > 0:
        return True
    return any(map(_is_sequence, (salt, *_written(salt))))


def _written(salt: str) -> list[str]:
    """What a salt may stand for: in base64, in bcrypt's own, and in that of crypt, whose first
    character holds the lowest bits.

    https://www.akkadia.org/drepper/SHA-crypt.txt
    """
    if not _FORM.fullmatch(salt):
        return []
    whole = salt[: len(salt) - len(salt) % 4]
    texts = [it for it in (_decoded(whole), _decoded(whole.translate(_TO_BASE64))) if it]
    if "+" not in whole:
        digits = [_CRYPT.index(character) for character in whole]
        values = [digit << 6 * (at % 4) for at, digit in enumerate(digits)]
        groups = [sum(values[at : at + 4]) for at in range(0, len(values), 4)]
        texts.append(b"".join(it.to_bytes(3, "little") for it in groups).decode("latin-1"))
    return texts


def _decoded(text: str) -> str | None:
    return b64decode(text).decode("latin-1") if "." not in text else None


def _is_sequence(text: str) -> bool:
    """Whether most characters come right before or after the one before them."""
    steps = sum(abs(ord(a) - ord(b)) == 1 for a, b in pairwise(text))
    return len(text) >= _SHORTEST and steps > len(text) // 2

"""Characters that walk along the digits, the alphabet or the keyboard, and octets that count."""

import re
from base64 import b64decode
from collections import Counter
from itertools import pairwise

_SEQUENCES = (
    "0123456789012345",
    "9876543210",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
)

_BASE64 = re.compile(r"[A-Za-z0-9+/_\-]{11,256}={0,2}")
_STANDARD = str.maketrans("-_", "+/")

_LONG_FILLER = 8
"""Characters; what is shorter may well have one of them more often than all the others."""

_LONGEST_PERIOD = 40

_LONG_WALK = 16
"""Steps."""

_BETWEEN = {ord(it): None for it in "-_.:"}


def is_simple_number(digits: str) -> bool:
    """Tell whether digits are few, one repeated, or a sequence: what people put after a word."""
    if not digits.isdigit():
        return False
    if len(digits) <= 3 or any(digits in run for run in _SEQUENCES):
        return True
    return any(_is_in_steps(digits, size) for size in (1, 2))


def _is_in_steps(digits: str, size: int) -> bool:
    """Whether numbers of so many digits, three or more, are at one distance: `2468`, `102030`."""
    numbers = [int(digits[it : it + size]) for it in range(0, len(digits), size)]
    steps = {after - before for before, after in pairwise(numbers)}
    return len(digits) % size == 0 and len(numbers) > 2 and len(steps) == 1


def is_sequence(value: str) -> bool:
    """Tell whether `value` walks along the digits, the alphabet or the keyboard."""
    small = value.lower()
    return any(small in run or small in run[::-1] for run in _SEQUENCES)


def steps_of(value: str) -> int:
    """Give how many characters of `value` follow the one before them as in the alphabet or among
    the digits, on the way up or down, where two or more do so on the same way: `abc`, `987`."""
    ways = [ord(b) - ord(a) for a, b in pairwise(value)]
    beside = zip(ways, (0, *ways), (*ways[1:], 0), strict=False)
    return sum(way in (1, -1) and way in (before, behind) for way, before, behind in beside)


def counts_up(value: str) -> bool:
    """Tell whether `value` is octets at one distance, as test vectors have them: `00010203…`,
    `00:11:22:…`; most of them, where it is base64 of 8 or more: `AAECAwQF…`."""
    is_base64 = False
    try:
        octets = bytes.fromhex(value.replace(":", ""))
    except ValueError:
        octets = _decoded(value)
        is_base64 = True
    steps = Counter((b - a) % 256 for a, b in pairwise(octets))
    least = (len(octets) - 1) * (0.6 if is_base64 else 1)
    return len(octets) >= 4 and max(steps.values()) >= least


def _decoded(value: str) -> bytes:
    if not _BASE64.fullmatch(value):
        return b""
    core = value.translate(_STANDARD).rstrip("=")
    whole = core[:-1] if len(core) % 4 == 1 else core
    return b64decode(whole + "=" * (-len(whole) % 4))


def reason_of_repetition(value: str) -> str | None:
    """Give `repetition` for few characters again and again, `sequence` where they walk, or None."""
    length = len(value)
    if len(set(value)) < min(8, length // 3 + 1):
        return "repetition"
    if length >= _LONG_FILLER and max(Counter(value).values()) * 2 > length:
        return "repetition"  # a filler with a few letters in it
    for period in range(1, min(_LONGEST_PERIOD, length // 2) + 1):
        if value[period:] == value[:-period]:
            return "repetition"
    is_walk = counts_up(value) or steps_of(value) > length // 2 or is_sequence(value)
    return "sequence" if is_walk else None


def reason_of_walk(value: str) -> str | None:
    """Give `sequence` for `…ABCDEFGHIJ…`, `a1b2c3d4…`: along the alphabet or the digits, in one
    row or in two that take turns. People choose such passwords; no generator gives such a token.
    """
    return "sequence" if any(_walks(value, *it) for it in ((1, 8), (2, 6))) else None


def reason_of_long_walk(value: str) -> str | None:
    """Give `sequence` for what walks along most of the alphabet, which somebody typed to show how
    a token looks; less of it stands in samples that are meant to be found."""
    return "sequence" if _walks(value, 1, _LONG_WALK) else None


def _walks(value: str, rows: int, least: int) -> bool:
    codes = value.translate(_BETWEEN).lower().encode("ascii", "replace")
    steps = bytes((b - a + 1) % 256 for a, b in zip(codes, codes[rows:], strict=False))
    return b"\0" * least in steps or b"\2" * least in steps

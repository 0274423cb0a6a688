"""Does a string look like words or like chance? A model of letters, not a list of words.

Two explanations of a value are compared: that somebody named something (words in some spelling,
numbers and separators between them), and that a generator drew each character from the
alphabet it uses. The score is the binary logarithm of how much likelier the first is.
`tools/train_language_model.py` made the model, and says of what.
"""

import math
import re
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path

_REMEMBERED = 2048
"""Values whose answers are kept: several rules ask, and sources repeat themselves."""

_SYMBOLS = 28
_START, _END = 0, 27
_A = ord("a") - 1  # letters are numbered from 1

_RUN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^A-Za-z0-9]")
_HEX = re.compile(r"[0-9a-f]+|[0-9A-F]+")
_OF_HEX = re.compile(r"(?:[0-9a-f]+[\-_.:])+[0-9a-f]+|(?:[0-9A-F]+[\-_.:])+[0-9A-F]+")
_SEPARATORS = re.compile(r"[\-_.:/]")
_WORDS = re.compile(rb"[A-Za-z_]+(?:[.\-/:][A-Za-z_]+)*")
_NUMBER = re.compile(rb"[A-Fa-f\-]+")
_CLASSES = (
    (re.compile(r"[a-z]"), 26),
    (re.compile(r"[A-Z]"), 26),
    (re.compile(r"[0-9]"), 10),
    (re.compile(r"[^A-Za-z0-9]"), 8),
)

_NEXT = 1.6
"""Bits that the kind of the next run costs: a word, a number, a separator."""
_SPELLING = 1.0
"""Bits for a word's spelling: small, capitalised, capitals."""
_SEPARATOR = 3.0
_DIGIT = math.log2(10)

_LONG_NUMBER, _SURE_NUMBER = 16, 8
"""Hexadecimal digits of a part of a value that nobody makes up, and of one that is no word."""

_MOST = 0.7
"""Part of a value that is its most part."""

_LONGEST_LOOK = 256
"""Characters of a value that are looked at for words."""

_RANDOM_BELOW = -6.0
"""Bits of `language_score`. Of random values of 8 characters 1 % pass for words with it, of 6
characters 2 %, of 12 and more none; of dictionary words of 6 letters 2 % pass for random."""


@lru_cache(_REMEMBERED)
def is_random(value: str) -> bool:
    """Tell whether `value` looks drawn by chance rather than named by somebody."""
    looked_at = value[:_LONGEST_LOOK]
    return language_score(looked_at) < _RANDOM_BELOW or _has_drawn_number(looked_at)


def _has_drawn_number(value: str) -> bool:
    """Tell whether a value is of numbers, of which one is long and hexadecimal: `48120371-9f3e…`.

    The digits before it are no part of a word, and no generator drew its dash.
    """
    return _OF_HEX.fullmatch(value) is not None and has_number(value)


def has_number(value: str) -> bool:
    """Tell whether a part of a value is a long hexadecimal number that was drawn by chance."""
    return any(
        len(part) >= _LONG_NUMBER
        and not part.isdigit()
        and _HEX.fullmatch(part) is not None
        and language_score(part) < _RANDOM_BELOW
        for part in _SEPARATORS.split(value[:_LONGEST_LOOK])
    )


@lru_cache(_REMEMBERED)
def is_word(value: bytes) -> bool:
    """Tell whether a value is a word, or a name of words, so that nothing makes a credential of it
    but its place as somebody's password: cheaper than to ask `leakguard.values` for the reason.

    Letters of hexadecimal may be a number that has no other digit.
    """
    if _WORDS.fullmatch(value) is None or _NUMBER.fullmatch(value) is not None:
        return False
    return not is_random(value.decode("ascii"))


def is_of_numbers(value: str) -> bool:
    """Tell whether a value is of hexadecimal numbers for the most part, one of them no word:
    `05296001:5e4a8205`."""
    numbers = [part for part in _SEPARATORS.split(value) if _HEX.fullmatch(part)]
    is_sure = any(
        len(it) >= _SURE_NUMBER and not it.isdigit() and not it.isalpha() for it in numbers
    )
    return is_sure and sum(map(len, numbers)) >= len(value) * _MOST


def is_of_other_letters(value: str) -> bool:
    """Tell whether a value is text of a language beyond the model's letters."""
    others = sum(not character.isascii() for character in value)
    return others * 3 > len(value) or (others > 0 and value.isalpha())


def language_score(value: str) -> float:
    """Give how many bits likelier `value` is as words than as chance; below 0 it looks random.

    Only ASCII letters are known; any other character counts as a separator. Takes time in
    proportion to the length: cut what is long.
    """
    if not value:
        return 0.0
    return _as_chance(value) - _as_words(value)


def _as_chance(value: str) -> float:
    """Bits that a generator needs for `value`, given the kinds of characters in it."""
    if _HEX.fullmatch(value):
        size = 10 if value.isdigit() else 16
    else:
        size = sum(count for kind, count in _CLASSES if kind.search(value))
    return len(value) * math.log2(size)


def _as_words(value: str) -> float:
    bits = 0.0
    for run in _RUN.findall(value):
        bits += _NEXT
        if run[0].isdigit():
            bits += len(run) * _DIGIT
        elif run[0].isascii() and run[0].isalpha():
            bits += _SPELLING + _letters(run.lower())
        else:
            bits += _SEPARATOR
    return bits


def _letters(word: str) -> float:
    """Bits of a word in small letters, its end included."""
    model = _model()
    first = second = _START
    total = 0
    for letter in (*(ord(character) - _A for character in word), _END):
        total += model[(first * _SYMBOLS + second) * _SYMBOLS + letter]
        first, second = second, letter
    return total / 8


@cache
def _model() -> bytes:
    return (Path(__file__).parent.parent / "data" / "language.bin").read_bytes()


def entropy(text: str) -> float:
    """Give the Shannon entropy of `text`, in bits a character."""
    return -sum(
        count / len(text) * math.log2(count / len(text)) for count in Counter(text).values()
    )

"""Made-up keys: random-looking, the same on every run, and no literal in any file."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ALPHABETS = {
    "base62": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
    "base64": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    "base64url": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    "hex": "0123456789abcdef",
    "upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "digits": "0123456789",
}


@cache
def made_up(alphabet: str, length: int, seed: int = 0) -> str:
    """Give `length` characters of an alphabet of `ALPHABETS`; each `seed` gives another value.

    Every kind of character of the alphabet (capital, small letter, digit) occurs in it, as
    in nearly every real key, once it has at least 16 characters.
    """
    characters = ALPHABETS[alphabet]
    for attempt in range(100):
        stream = hashlib.shake_256(f"{alphabet}/{length}/{seed}/{attempt}".encode()).digest(length)
        value = "".join(characters[byte % len(characters)] for byte in stream)
        kinds = ((str.isupper, "A"), (str.islower, "a"), (str.isdigit, "0"))
        if length < 16 or all(
            any(map(is_kind, value)) for is_kind, one in kinds if one in characters
        ):
            break
    return value


def made_up_pem(label: str, octets: int, head: str = "", seed: int = 0) -> str:
    """Give a PEM block whose base64 body starts with `head` and holds about `octets` bytes."""
    body = head + made_up("base64", octets * 4 // 3 - len(head), seed)
    lines = [body[start : start + 64] for start in range(0, len(body), 64)]
    dashes = "-" * 5  # apart from the word after it, so that this line is no PEM marker
    return "\n".join([f"{dashes}BEGIN {label}{dashes}", *lines, f"{dashes}END {label}{dashes}", ""])


def made_up_from(pattern: str, seed: int = 0) -> str:
    """Give a value that the verbose regular expression `pattern` matches; each `seed` another.

    Repetitions are as short as they may be, but not absent.
    """
    tree = _tree(pattern)
    for attempt in range(100):
        stream = hashlib.shake_256(f"{pattern}/{seed}/{attempt}".encode()).digest(8192)
        value = "".join(_characters(tree, iter(stream)))
        if len(value) < 20 or len(set(value)) > 9:
            break
    return value


@lru_cache(1)
def _tree(pattern: str) -> Any:
    """Parse a pattern, of which most rules make several values in a row."""
    return parser.parse(pattern, re.VERBOSE)


def _characters(tree: Any, stream: Iterator[int]) -> Iterator[str]:
    for operator, argument in tree:
        if operator is op.LITERAL:
            yield chr(argument)
        elif operator is op.IN:
            choices = _choices(tuple(argument))
            yield choices[next(stream) % len(choices)]
        elif operator is op.SUBPATTERN:
            yield from _characters(argument[-1], stream)
        elif operator is op.BRANCH:
            branches = argument[1]
            yield from _characters(branches[next(stream) % len(branches)], stream)
        elif operator in (op.MAX_REPEAT, op.MIN_REPEAT):
            least, most, repeated = argument
            for _ in range(least or min(most, 1)):
                yield from _characters(repeated, stream)
        elif operator is not op.AT:
            raise ValueError(f"nothing can be made up for {operator}")


@cache
def _choices(argument: tuple[Any, ...]) -> str:
    """Give the characters of a class: there are few classes, and thousands of their characters."""
    return "".join(_members(argument))


def _members(argument: Iterable[Any]) -> Iterator[str]:
    for operator, value in argument:
        if operator is op.LITERAL:
            yield chr(value)
        elif operator is op.RANGE:
            yield from map(chr, range(value[0], value[1] + 1))
        elif operator is op.CATEGORY and value is op.CATEGORY_DIGIT:
            yield "0123456789"
        elif operator is op.CATEGORY and value is op.CATEGORY_WORD:
            yield ALPHABETS["base62"]
        else:
            raise ValueError(f"nothing can be made up for {operator} {value}")

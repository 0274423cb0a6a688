"""Is this value a key? Every "no" has a name, which `--why` shows."""

import hashlib
import math
import re
from collections import Counter
from itertools import pairwise

from leakguard import published
from leakguard.candidate import Shape

SHORTEST_KEY = 16
"""Characters; nothing shorter is taken for a random key."""

_PLACEHOLDER = re.compile(
    r"your|example|sample|change_?me|replace|insert|placeholder|dummy|x{4}|\*{3}|redacted"
    r"|_here\b|foo_?bar|\.\.\.|<[^<>]{1,80}>|\$\{|\{\{|%\(|^\{[\w.]*\}$",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(r"\$\{|\{\{|%\(|<[^<>]{1,80}>|^\$[A-Za-z_]\w*$|^%\w+%$")
_UUID = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)
_HEX = re.compile(r"(?:0x)?[0-9a-fA-F]+")
_ETHEREUM_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")
_DIGEST_LENGTHS = {32, 40, 48, 56, 64, 96, 128}
_SEPARATOR = re.compile(r"[_\-./:=+]")
_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]?[\d:.Z+]*")
_CAPITAL, _SMALL, _DIGIT = re.compile("[A-Z]"), re.compile("[a-z]"), re.compile("[0-9]")
_WORDY = re.compile(r"[A-Z][a-z]{3,}|[a-z]{4,}")


def reason_against(value: str, shape: Shape) -> str | None:
    """Give the name of the reason why `value` is no credential of this shape, or None.

    `value` is the text between the quotes. Cheap enough to be asked of every literal.
    """
    if shape is Shape.STATEMENT:
        return None
    if is_published(value):
        return "published-sample"
    if shape is Shape.EXACT:
        return _reason_of_repetition(value) or ("placeholder" if _TEMPLATE.search(value) else None)
    if len(value) < SHORTEST_KEY:
        return "too-short"
    if any(character.isspace() for character in value):
        return "has-spaces"
    if "://" in value or value.startswith(("/", "./", "../", "~")):
        return "location"
    if _PLACEHOLDER.search(value):
        return "placeholder"
    if shape is Shape.BASE62 and not (
        _CAPITAL.search(value) and _SMALL.search(value) and _DIGIT.search(value)
    ):
        return "digest-shaped" if is_digest_shaped(value) else "not-mixed-case"
    return _reason_of_repetition(value) or _reason_of_form(value) or _reason_of_order(value)


def is_published(value: str) -> bool:
    """Tell whether a provider's own documentation shows this value to everybody."""
    return (
        hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:32] in published.DIGESTS
    )


def is_digest_shaped(value: str) -> bool:
    """Tell whether `value` is hexadecimal and as long as a digest of a common kind."""
    return len(value) in _DIGEST_LENGTHS and _HEX.fullmatch(value) is not None


def _reason_of_repetition(value: str) -> str | None:
    length = len(value)
    if len(set(value)) < min(8, length // 3 + 1):
        return "repetition"
    for period in range(1, min(16, length // 2) + 1):
        if value[period:] == value[:-period]:
            return "repetition"
    steps = sum(abs(ord(a) - ord(b)) == 1 for a, b in pairwise(value))
    return "sequence" if steps > length // 2 else None


def _reason_of_form(value: str) -> str | None:
    if _UUID.fullmatch(value):
        return "uuid"
    if _ETHEREUM_ADDRESS.fullmatch(value):
        return "ethereum-address"
    if _TIMESTAMP.fullmatch(value):
        return "timestamp"
    if value.count(".") > 1 and all(part.isidentifier() for part in value.split(".")):
        return "dotted-name"
    return None


def _reason_of_order(value: str) -> str | None:
    """Tell words and identifiers from random characters, by what stands beside what."""
    core = _SEPARATOR.sub("", value)
    if len(core) < SHORTEST_KEY - 4:
        return "too-short"
    if not any(map(str.isdigit, core)) and not _has_mixed_letters(core):
        return "words"
    kinds = [_kind(character) for character in core]
    changes = sum(a != b for a, b in pairwise(kinds)) / (len(kinds) - 1)
    if changes < 0.2:
        return "words"
    in_words = sum(len(word) for word in _WORDY.findall(value))
    if in_words > len(value) * 0.5:
        return "words"
    return "low-entropy" if entropy(core) < min(3.0, math.log2(len(core)) * 0.7) else None


def _has_mixed_letters(text: str) -> bool:
    """Capitals among small letters, more of them than camelCase has."""
    capitals = sum(map(str.isupper, text))
    return len(text) * 0.3 < capitals < len(text) * 0.7


def _kind(character: str) -> int:
    if character.isdigit():
        return 0
    if character.islower():
        return 1
    return 2 if character.isupper() else 3


def entropy(text: str) -> float:
    """Give the Shannon entropy of `text`, in bits a character."""
    return -sum(
        count / len(text) * math.log2(count / len(text)) for count in Counter(text).values()
    )

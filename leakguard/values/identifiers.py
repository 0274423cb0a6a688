"""Names of short parts or words, and what is written in groups but is no name."""

import re

_SEGMENT = re.compile(r"[_\-.:/+ ]")
_GROUPS = 4
"""Groups that a key is written in, and characters of each, at the least."""


def is_identifier(value: str) -> bool:
    """Tell whether `value` is put together of short parts or words: `chat_v2_ckpt_35k`.

    Values that are drawn by chance have long parts, or capitals among small letters.
    """
    parts = _SEGMENT.split(value)
    if len(parts) < 2 or has_mixed_letters(value) or _is_in_groups(parts):
        return False
    return all(part.isalpha() or part.isdigit() or len(part) <= 4 for part in parts)


def _is_in_groups(parts: list[str]) -> bool:
    """As a licence key is written, `X7KQ-M3VZ-P2WD-R9TB`: most groups have letters and digits."""
    if len(parts) < _GROUPS or len(parts[0]) < _GROUPS or len(set(map(len, parts))) > 1:
        return False
    return sum(not it.isalpha() and not it.isdigit() for it in parts) * 2 >= len(parts)


def has_mixed_letters(text: str) -> bool:
    """Capitals among small letters, more of them than camelCase has."""
    capitals = sum(map(str.isupper, text))
    return len(text) * 0.3 < capitals < len(text) * 0.7

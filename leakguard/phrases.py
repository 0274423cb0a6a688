"""Is a text with spaces a password, or is it a sentence?"""

import re

_SHORTEST = 8
_LONGEST = 64
"""Characters."""

_SIGN = r"(?:[A-Za-z0-9][@$#^*~&+=]|[@$^*~&][A-Za-z]|[A-Za-z0-9]![A-Za-z0-9]|[0-9]!)"
_WORDS = re.compile(r"\S+(?: \S+)+")
_HAS_SIGN = re.compile(_SIGN)
_MIXED = re.compile(rf"[0-9]|{_SIGN}")
"""What a word has that stands in passwords more often than in sentences."""


def is_pass_phrase(value: str) -> bool:
    """Tell whether a text with spaces is what people make up where a password is asked for: at
    least every other word has digits or signs in it, as in `Stairs 19 up!`."""
    if not _SHORTEST <= len(value) <= _LONGEST or _WORDS.fullmatch(value) is None:
        return False
    words = value.split(" ")
    return 2 * sum(_MIXED.search(word) is not None for word in words) >= len(words)


def is_surely_pass_phrase(value: str) -> bool:
    """Tell whether a text with spaces is a password where only a name says so: one with digits
    and with signs."""
    has_both = any(map(str.isdigit, value)) and _HAS_SIGN.search(value) is not None
    return has_both and is_pass_phrase(value)

"""Has somebody made a text up where a password was asked for, or is it a sentence, or a name?"""

import re

from leakguard.values.randomness import is_random

_SHORTEST = 8
_LONGEST = 64
"""Characters."""

_SIGN = r"(?:[A-Za-z0-9][@$#^*~&+=]|[@$^*~&][A-Za-z]|[A-Za-z0-9]![A-Za-z0-9]|[0-9]!)"
_SIGNS_ALONE = re.compile(r"[A-Za-z0-9]+[@$#^*~&!,][A-Za-z0-9@$#^*~&!,._\-]+")
_WORDS = re.compile(r"\S+(?: \S+)+")
_HAS_SIGN = re.compile(_SIGN)
_GROUPS = re.compile(r"[a-z]{4}(?: [a-z]{4}){3}")
_CAMEL = re.compile(r"[a-z0-9][A-Z]")
_NUMBERED = re.compile(r"[A-Za-z0-9]*[A-Za-z][0-9]{3,8}\.")
_MIXED = re.compile(rf"[0-9]|{_SIGN}")
"""What a word has that stands in passwords more often than in sentences."""


def is_in_groups(value: str) -> bool:
    """Tell whether a text is drawn by chance, and shown in groups so that it can be read: as an
    app password of Google's, four times four small letters.

    https://support.google.com/accounts/answer/185833
    """
    return _GROUPS.fullmatch(value) is not None and is_random(value.replace(" ", ""))


def is_pass_phrase(value: str) -> bool:
    """Tell whether a text with spaces is what people make up where a password is asked for: at
    least every other word has digits or signs in it, as in `Stairs 19 up!`. Or it is in groups."""
    if is_in_groups(value):
        return True
    if not _SHORTEST <= len(value) <= _LONGEST or _WORDS.fullmatch(value) is None:
        return False
    words = value.split(" ")
    return 2 * sum(_MIXED.search(word) is not None for word in words) >= len(words)


def is_surely_pass_phrase(value: str) -> bool:
    """Tell whether a text with spaces is a password where only a name says so: one with digits
    and with signs, or one in groups."""
    if is_in_groups(value):
        return True
    has_both = any(map(str.isdigit, value)) and _HAS_SIGN.search(value) is not None
    return has_both and is_pass_phrase(value)


def ends_by_choice(value: str) -> bool:
    """Tell whether a word in mixed letters, one with digits and other signs, or one with a number
    behind it ends with a sign, as where a password has to have one: `ivanRoot.`, `Stairs@19_`,
    `stairs1984.`; what other values begin with is in small letters or capitals, `token-`, and many
    words are a sentence, `SayWhyYouCame.`."""
    has_both = _SIGNS_ALONE.fullmatch(value) is not None and any(map(str.isdigit, value))
    is_mixed = has_both or 0 < len(_CAMEL.findall(value)) < 3
    is_ended = value[-1:] in ("_", "-", ".") and is_mixed
    return is_ended or _NUMBERED.fullmatch(value) is not None

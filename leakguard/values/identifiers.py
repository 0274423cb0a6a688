"""What programs and services call things: names and codes that look like keys."""

import re

from leakguard.values.randomness import is_random, language_score

_LETTERS = re.compile(r"[A-Za-z_.\-]{1,256}[0-9]?")
_PHRASE = re.compile(r"(?:[A-Za-z]{1,16}[_\-]){4,64}[A-Za-z0-9]{1,16}")
_SEGMENT = re.compile(r"[_\-.:/+ ]")
_GROUPS = 4
"""Groups that a key is written in, and characters of each, at the least."""
_CALLED = re.compile(
    r"(?:[a-z0-9]+[_\-.]){2,10}(?:password|passwd|passphrase|pass|secret|token|key)[_\-]?[0-9]{0,2}"
)
"""`storage-2-auth-secret0`: the name of a credential."""
_CAMEL = re.compile(r"[a-z]{1,4}_(?:[A-Z][a-z0-9]*+){4,40}")
_SURELY_WORDS = 5.0
"""Bits of `language_score`, which nothing drawn by chance has."""
_LISTED = re.compile(r"[A-Za-z]{2,16}(?:,[A-Za-z]{2,16}){2,32}")
_CODES = re.compile(r"[A-Z0-9_]{1,7}(?:\.[A-Z0-9_]{1,7}){4,20}")
"""What a service calls a series of figures: `H.DE.Y.A.C`."""
_PRIVATE_NAME = re.compile(r"__[A-Za-z]\w*_\w*")
"""As programs that write code make names."""
_OF_VERSION = re.compile(r"(?:[A-Z][a-z]+){0,3}V\d(?:(?:alpha|beta)\d)?(?:[A-Z]+[a-z]+){2,8}")
"""What an interface calls its types: `V1beta1SecretVolumeSource`."""


def is_identifier(value: str) -> bool:
    """Tell whether `value` is put together of short parts or words: `chat_v2_ckpt_35k`.

    Values that are drawn by chance have long parts, or capitals among small letters.
    """
    parts = _SEGMENT.split(value)
    if len(parts) < 2 or has_mixed_letters(value) or _is_in_groups(parts):
        return False
    return all(
        part.isalpha() or part.isdigit() or len(part) <= 4 or _is_numbered(part) for part in parts
    )


def _is_numbered(part: str) -> bool:
    """Whether a part is a word of which there are several: the `oauth2` of `oauth2_csrf_token`."""
    return part[:-1].isalpha() and part[-1].isdigit() and not is_random(part)


def _is_in_groups(parts: list[str]) -> bool:
    """As a licence key is written, `X7KQ-M3VZ-P2WD-R9TB`: most groups have letters and digits."""
    if len(parts) < _GROUPS or len(parts[0]) < _GROUPS or len(set(map(len, parts))) > 1:
        return False
    return sum(not it.isalpha() and not it.isdigit() for it in parts) * 2 >= len(parts)


def is_name(value: str) -> bool:
    """Tell whether a value with a provider's prefix is a name of words: `vca_configuration_v1`,
    `o.titleTextFill`, `k_ValidateOAuth2TokenResponse`."""
    if _CAMEL.fullmatch(value) and language_score(value) > _SURELY_WORDS:
        return True
    is_written = _LETTERS.fullmatch(value) is not None
    return is_written and (not is_random(value) or _PHRASE.fullmatch(value) is not None)


def is_code(value: str) -> bool:
    """Tell whether `value` is short codes with dots between them: `H.DE.Y.A.C`."""
    return _CODES.fullmatch(value) is not None


def is_made_of_names(value: str) -> bool:
    """Tell whether `value` is the name of a credential or of a type, a list of words, or a name
    that a program has made."""
    return any(it.fullmatch(value) for it in (_CALLED, _LISTED, _PRIVATE_NAME, _OF_VERSION))


def has_mixed_letters(text: str) -> bool:
    """Capitals among small letters, more of them than camelCase has."""
    capitals = sum(map(str.isupper, text))
    return len(text) * 0.3 < capitals < len(text) * 0.7

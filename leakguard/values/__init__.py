"""Is this value a key? Every "no" has a name, which `--why` shows."""

import hashlib
import math
import re
from functools import lru_cache

from leakguard.levels import Shape
from leakguard.text import unescaped
from leakguard.values import identifiers, notations, published
from leakguard.values.elsewhere import without_accents
from leakguard.values.identifiers import has_mixed_letters, is_name
from leakguard.values.identifiers import is_identifier as is_identifier
from leakguard.values.phrases import ends_by_choice, is_pass_phrase
from leakguard.values.placeholders import (
    is_name_of_credential,
    reason_of_filler,
    reason_of_given,
    reason_of_placeholder,
    reason_of_stand_in,
)
from leakguard.values.randomness import (
    entropy,
    has_number,
    is_of_numbers,
    is_of_other_letters,
    is_random,
)
from leakguard.values.sequences import (
    is_simple_number,
    reason_of_long_walk,
    reason_of_repetition,
    reason_of_walk,
)

SHORTEST_KEY = 16
"""Characters; nothing shorter is taken for a random key."""

SHORTEST_TOKEN = 8
SHORTEST_PASSWORD = 4
_SHORTEST_OF_LETTERS = 6
"""Fewer letters alone are an acronym or a name more often than a password."""

_SHORTEST_PIN = 6

_REMEMBERED = 2048
"""Values whose answers are kept: several rules ask, and sources repeat themselves."""

_TYPOGRAPHIC = "\u2018\u2019\u201c\u201d"
"""Quotes as programs for texts put them around what people quote."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}", re.IGNORECASE)
_HEX = re.compile(r"(?:0x)?[0-9a-fA-F]+")
_ETHEREUM_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")
_DIGEST_LENGTHS = {32, 40, 48, 56, 64, 96, 128}
_SEPARATOR = re.compile(r"[_\-./:=+]")
_PACKAGE = re.compile(
    r"@[a-z0-9\-._]{1,60}/[a-z0-9\-._]{1,100}"
    r"|(?:[a-z][a-z0-9\-]{0,40}\.){1,3}[a-z]{2,6}(?:/[a-z][a-z.\-]{0,40}[0-9]{0,2}){2,10}"
)
"""`@scope/name`, and `host.org/user/name/part`, as Go has it."""
_NO_TOKEN = re.compile(r"[\^{}\[\]()<>`,;?\"']")
"""Characters that generators of tokens do not use."""
_LONG_PART = re.compile(r"[A-Za-z0-9]{16,}")
_NUMBER = re.compile(r"[+-]?[\d_,. ]+|0x[0-9A-Fa-f]{1,8}")
_CAPITAL, _SMALL, _DIGIT = re.compile("[A-Z]"), re.compile("[a-z]"), re.compile("[0-9]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z_]*(?:[.\-/:][A-Za-z_]+)*")
_CAMEL = re.compile(r"[a-z]+(?:[A-Z][a-z]+)+")
"""What fields are called, in short words too: `pAcInPut`."""
_COUNT = re.compile(r"^\d{1,4}-(?=[a-z])")
"""What counts the word behind it: `2-byte`."""
_IN_SYSTEM = re.compile(r"/(?:etc|home|opt|private|root|run|srv|tmp|usr|var)/|localhost:")
_PUBLIC_KEY = re.compile(
    r"AAAA[A-K][A-Za-z0-9](?:NzaC1|VjZHNh|NrLX|NrLW)|[tuvxyz]pub[1-9A-HJ-NP-Za-km-z]{100}"
)
"""Of SSH: https://www.rfc-editor.org/rfc/rfc4253#section-6.6; and of wallets:
https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki#serialization-format"""
_ALPHANUMERIC = re.compile(r"\w")
_WEAK = re.compile(r"[A-Za-z]{3,24}[0-9]{2,8}")
"""A word and a number: a weak password, or what is written where any would do."""
_CONSTANT = re.compile(r"(?=[0-9]{0,4}[A-Z])[A-Z0-9]+(?:_[A-Z0-9]+)+")
_BEFORE_YEAR = re.compile(r"[A-Z]+_(?:19|20)[0-9]{2}")
"""As people make passwords: `STAIRS_1984`."""
_CRYPT = re.compile(
    r"(?:^|:)\\?\$(?:apr1|[156y]|2[abxy]|argon2\w{1,2}|scrypt|pbkdf2[\w-]*)\\?\$"
    r"|^pbkdf2[:_]sha\d{1,3}:|^SCRAM-SHA-\d{1,3}\$|^md5[0-9a-f]{32}$|^\*[0-9A-F]{40}$|^(?:pbkdf2|sha1|sha256|sha512|bcrypt|scrypt|argon2|md5|crypt)[\w:-]*\$"
)
"""https://man7.org/linux/man-pages/man5/crypt.5.html, and how PostgreSQL and MySQL keep them:
https://www.postgresql.org/docs/current/catalog-pg-authid.html"""


def reason_against(value: str, shape: Shape) -> str | None:
    """Give the name of the reason why `value` is no credential of this shape, or None.

    `value` is the text between the quotes. Cheap enough to be asked of every literal.
    """
    if shape is Shape.STATEMENT:
        return None
    value = unescaped(value).replace("&amp;", "&").strip(_TYPOGRAPHIC)
    return _reason_of(value, shape) or ("published-sample" if is_published(value) else None)


@lru_cache(_REMEMBERED)
def _reason_of(value: str, shape: Shape) -> str | None:
    if shape is Shape.EXACT:
        is_template = reason_of_placeholder(value) == "template"
        template = "template" if is_template and not notations.is_of_framework(value) else None
        named = "words" if is_name(value) else None
        filler = reason_of_repetition(value) or reason_of_long_walk(value)
        return filler or template or reason_of_filler(value) or named
    if shape is Shape.TOLD and _WEAK.fullmatch(value):
        placeholder = reason_of_placeholder(value)
        return (None if placeholder == "credential-word" else placeholder) or (
            reason_of_repetition(value)
        )
    if shape in (Shape.GIVEN, Shape.TOLD):
        return (
            _reason_of_length(value, shape)
            or reason_of_placeholder(value)
            or (reason_of_given if shape is Shape.GIVEN else reason_of_stand_in)(value)
            or reason_of_repetition(value)
        )
    if shape is Shape.NAMED:
        return (
            ("pattern" if notations.is_pattern(value) else None)
            or reason_of_placeholder(value)
            or reason_of_repetition(value)
            or reason_of_walk(value)
            or _reason_of_words(value)
        )
    if notations.is_of_framework(value) or notations.is_of_octets(value):
        return reason_of_repetition(value)
    return (
        _reason_of_length(value, shape)
        or _reason_of_kind(value, shape)
        or reason_of_placeholder(value)
        or reason_of_repetition(value)
        or (None if shape is Shape.PASSWORD else reason_of_walk(value))
        or _reason_of_form(value, shape)
    )


def is_published(value: str) -> bool:
    """Tell whether a provider's own documentation shows this value to everybody."""
    digest = hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return digest in published.DIGESTS


def is_digest_shaped(value: str) -> bool:
    """Tell whether `value` is hexadecimal and as long as a digest of a common kind."""
    return len(value) in _DIGEST_LENGTHS and _HEX.fullmatch(value) is not None


def is_number(value: str) -> bool:
    """Tell whether `value` is a UUID, hexadecimal and as long as a digest of a common kind, or
    of as many digits as a key has characters."""
    is_long = len(value) >= SHORTEST_KEY - 1 and value.isdecimal()
    return is_long or is_digest_shaped(value) or _UUID.fullmatch(value) is not None


def _reason_of_words(value: str) -> str | None:
    """A form of letters may be a word: `[a-z]{32}`; one of digits or a UUID is none."""
    is_number = _HEX.fullmatch(value) or _UUID.fullmatch(value) or is_of_numbers(value)
    return "words" if not is_number and (is_identifier(value) or not is_random(value)) else None


def _reason_of_length(value: str, shape: Shape) -> str | None:
    shortest = {
        Shape.TOKEN: SHORTEST_TOKEN,
        Shape.PASSWORD: SHORTEST_PASSWORD,
        Shape.GIVEN: SHORTEST_PASSWORD,
        Shape.TOLD: SHORTEST_PASSWORD,
    }
    if len(value) < shortest.get(shape, SHORTEST_KEY):
        return "too-short"
    if not any(map(str.isspace, value)) or (shape is Shape.PASSWORD and is_pass_phrase(value)):
        return None
    return "has-spaces"


def _reason_of_kind(value: str, shape: Shape) -> str | None:
    """What is plainly something else: a location, a number, a pattern, markup."""
    if "://" in value or value.startswith(("./", "../", "~/", "\\\\", "urn:", "data:")):
        return "location"
    # One secret in thirty begins with a slash or ends with a dash by chance.
    looks_random = is_random(value)
    if value.startswith("/") and (value.count("/") > 2 or not looks_random):
        return "location"
    if _IN_SYSTEM.match(value):
        return "location"
    if _PUBLIC_KEY.match(value):
        return "public-key"
    if _PACKAGE.fullmatch(value):
        return "package-name"
    if notations.is_file_name(value):
        return "file-name"
    is_made_up = shape is Shape.PASSWORD and _BEFORE_YEAR.fullmatch(value)
    if _CONSTANT.fullmatch(value) and not is_made_up:
        return "constant-name"
    is_open = value[-1] in "_-:/." and not looks_random
    if is_open and not (shape is Shape.PASSWORD and ends_by_choice(value)):
        return "prefix"
    if _NUMBER.fullmatch(value) and not _is_pin(value, shape):
        return "number"
    return notations.reason_of_notation(value)


def _is_pin(value: str, shape: Shape) -> bool:
    """Tell whether a number is a password of somebody's, and none that is a count or a sequence."""
    return (
        shape is Shape.PASSWORD
        and value.isdigit()
        and len(value) >= _SHORTEST_PIN
        and not is_simple_number(value)
        and not value.endswith("000")
    )


def _reason_of_form(value: str, shape: Shape) -> str | None:
    if _ETHEREUM_ADDRESS.fullmatch(value):
        return "ethereum-address"
    parts = value.removeprefix(".").split(".")  # of a module beside this one: `.models.secret`
    is_dotted = value.count(".") > 1 and all(map(str.isidentifier, parts))
    if identifiers.is_code(value) or (is_dotted and not is_random(value)):
        return "dotted-name"
    if shape is Shape.PASSWORD:
        return _reason_against_password(value)
    if reason := notations.reason_of_generated_notation(value):
        return reason
    if shape is Shape.TOKEN:
        return _reason_against_token(value)
    if _UUID.fullmatch(value):
        return "uuid"
    if shape is Shape.BASE62 and not (
        _CAPITAL.search(value) and _SMALL.search(value) and _DIGIT.search(value)
    ):
        return "digest-shaped" if is_digest_shaped(value) else "not-mixed-case"
    return _reason_against_key(value)


def _reason_against_password(value: str) -> str | None:
    """People use words in passwords; a word, a name or a number alone is still no password."""
    if len(_ALPHANUMERIC.findall(value)) < 2:
        return "punctuation"
    word = without_accents(_COUNT.sub("", value.rstrip(",;"), count=1))  # in a sentence
    if _NAME.fullmatch(word):
        is_short = len(word) < _SHORTEST_OF_LETTERS
        if is_short or not is_random(word) or is_name_of_credential(word):
            return "words"
    if identifiers.is_made_of_names(value):
        return "words"
    if _CRYPT.search(value):
        return "password-hash"
    if password := notations.password_of_login(value):
        return _reason_of(password, Shape.PASSWORD)
    if is_of_other_letters(value):
        return "words"
    digits = value.strip("".join(set(value) - set("0123456789")))
    return "number" if digits and digits == value and is_simple_number(digits) else None


def _reason_against_token(value: str) -> str | None:
    if len(value) < SHORTEST_KEY and _CAMEL.fullmatch(value):
        return "words"
    if _UUID.fullmatch(value) or (_HEX.fullmatch(value) and len(value) >= SHORTEST_KEY):
        return None
    if is_of_other_letters(value):
        return "words"
    if _NO_TOKEN.search(value):
        # JSON in a string may hold one: {"id":"…","sig":"…"}
        parts = _LONG_PART.findall(value) if value.startswith("{") else []
        is_key = any(map(is_random, parts)) or notations.is_of_signs(value)
        return None if is_key else "other-characters"
    is_named = is_identifier(value) or not is_random(value)
    return "words" if is_named and not has_number(value) else None


def _reason_against_key(value: str) -> str | None:
    """Tell words and identifiers from random characters."""
    core = _SEPARATOR.sub("", value)
    if len(core) < SHORTEST_KEY - 4:
        return "too-short"
    if not is_random(value):
        return "words"
    if not any(map(str.isdigit, core)) and not has_mixed_letters(core):
        return "words"
    return "low-entropy" if entropy(core) < min(3.0, math.log2(len(core)) * 0.7) else None

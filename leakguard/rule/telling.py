"""What a name and a role say about how a value has to look."""

import re

from leakguard.candidate import Shape
from leakguard.context import names
from leakguard.context.assignment import name_at
from leakguard.document import Document
from leakguard.finding import Role
from leakguard.values import is_digest_shaped, reason_against
from leakguard.values.passwords import is_plain_password
from leakguard.values.phrases import is_surely_pass_phrase
from leakguard.values.randomness import is_random

_KEY_ID = re.compile(r"(?:0x)?(?:[0-9A-F]{8}|[0-9A-F]{16}|[0-9A-F]{40})", re.IGNORECASE)
"""How a key of OpenPGP is called: by its fingerprint, or the end of it."""
_OPENPGP = {"gpg", "pgp", "openpgp"}
_SIGN = {"secret", "jwt", "token", "session", "cookie", "signing", "encryption", "auth", "crypto"}
"""What stands before `key` where people make one up, to sign or to encrypt with."""
_EVERYDAY = {"clave"}
"""What is called a password, and a key of any mapping: `for clave, valor in …`."""
_SHORTEST_DRAWN = 12
"""Characters; shorter names that are cut off look drawn as well: `r2d2Token`."""


def shape_under(role: Role | None, name: str | None, is_known: bool = False) -> Shape:
    """Give how a value has to look: what people make up, what is generated, or a long key.

    `is_known` says that something else than its name tells that it is a credential.
    """
    if role in (Role.PASSWORD, Role.PASSPHRASE):
        return Shape.PASSWORD
    if role is Role.SECRET and names.words(name or "")[-1:] == ("secret",):
        return Shape.PASSWORD  # which people make up as well
    is_plain_key = role is Role.KEY and not is_known and not names.is_opening_key(name or "")
    return Shape.KEY if role is None or is_plain_key else Shape.TOKEN


def shape_of(role: Role | None, name: str, value: str) -> Shape:
    """Give how a value has to look under a name: under `SECRET_KEY` one is made up by somebody as
    well, if hardly anything else is written so: `Stairs#1984`."""
    shape = shape_under(role, name)
    found = names.words(name)
    signs = found[-1:] in (("key",), ("keys",)) and not _SIGN.isdisjoint(found[-2:-1])
    is_word = shape is Shape.TOKEN and signs and reason_against(value, shape) == "words"
    return Shape.PASSWORD if is_word and is_plain_password(value) else shape


def reason_of_name(name: str | None, role: Role | None, value: str) -> str | None:
    """Give why the name says that the value is no credential, or does not say that it is one."""
    if name and (reason := names.other_thing(name)):
        return reason
    if role is None or _is_drawn(name or ""):
        return "other-name"
    if name and (
        names.is_repeated(name, value)
        or (names.ends_with_name(value, name) and not is_random(value))
    ):
        return "repeats-its-name"
    if not _EVERYDAY.isdisjoint(names.words(name or "")) and not is_plain_password(value):
        return "words"
    if role is Role.KEY and _KEY_ID.fullmatch(value) and _OPENPGP & set(names.words(name or "")):
        return "named-as-identifier"
    if is_digest_shaped(value) and names.is_of_digest(name or ""):
        return "named-as-digest"  # GRAYLOG_SHA256_PASSWORD
    if is_digest_shaped(value) and names.words(name or "") == ("salt",):
        return "salt-of-a-record"
    is_plain = role is Role.KEY and not names.is_opening_key(name or "")
    if is_plain and is_digest_shaped(value.replace(":", "")):
        return "digest-shaped"
    is_of_password = role in (Role.PASSWORD, Role.PASSPHRASE)
    if " " in value and not (is_of_password and is_surely_pass_phrase(value)):
        return "has-spaces"
    return None


def reason_at_home(document: Document, start: int) -> str | None:
    """Give `named-as-wrong` if the value at `start` is given such a name: a call may be given
    `DUMMY_SECRET` so that it takes as long as with a real one."""
    name = name_at(document, start)
    is_wrong = name is not None and names.other_thing(name) == "named-as-wrong"
    return "named-as-wrong" if is_wrong else None


def _is_drawn(name: str) -> bool:
    """Whether a name was drawn by chance itself, and has a word at its end as any other: data to
    try a program with."""
    is_one = len(name) >= _SHORTEST_DRAWN and name.isalnum() and not name.isalpha()
    return is_one and not name.isupper() and is_random(name)

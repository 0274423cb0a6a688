"""Which literals are worth parsing a statement for: a cheap look at the name before them.

Runs on every literal that a trigger names, before libcst is loaded: it may let through what the
rules then reject, never the reverse.
"""

import re

from leakguard import names
from leakguard.candidate import Shape
from leakguard.document import Document, Span
from leakguard.finding import Role
from leakguard.values import reason_against

_REACH = 240
"""Bytes before a literal in which its name may stand."""

_OPENING = rb"(?:[A-Za-z_][\w.]{0,60}\(\s*|\(\s*|[\[{]\s*)*(?:[rbuf]{1,2})?$"
_GIVEN = re.compile(
    rb"""["']?(?P<name>[A-Za-z_][\w\-]{0,60})["']?\]?\s*
    (?: (?: :\s*[A-Za-z_][\w.\[\], |"']{0,60}?)? \s*(?::|\+|\|)?=\s* | :\s* | ,\s* )"""
    + _OPENING,
    re.VERBOSE | re.IGNORECASE,
)
"""`name = `, `"name": `, `name: str = `, `["name"] = `, `("name", `, also with calls around."""

_FALLBACK = re.compile(
    rb"(?:\bor|\belse|(?:getenv|environ[\w.]{0,12})\(\s*[^()]{0,80},(?:\s*default\s*=)?)\s*"
    + _OPENING
)
"""What a fallback stands behind; the name is further to the left."""

_SEVERAL = re.compile(rb"^[^=()\n]{0,80},[^=()\n]{0,80}=[^=\n]{0,120}$", re.MULTILINE)
"""`user, password = "…", "…"`."""

_WORD = re.compile(rb"[A-Za-z_][A-Za-z0-9_]{1,60}")


def is_worth_parsing(document: Document, span: Span) -> bool:
    """Tell whether the literal at `span`, without its quotes, may be a credential by its name."""
    start, end = span
    window = document.data[max(0, start - 1 - _REACH) : start - 1]
    if end - start == 64 and document.data[start:end].isalnum():
        return reason_against(document.text(*span), Shape.KEY) is None
    if (given := _GIVEN.search(window)) is not None:
        role = _role(given["name"])
        if role is not None:
            return reason_against(document.text(*span), shape_of(role)) is None
    if _FALLBACK.search(window) or _SEVERAL.search(window):
        roles = {role for word in _WORD.findall(window) if (role := _role(word)) is not None}
        return any(reason_against(document.text(*span), shape_of(role)) is None for role in roles)
    return False


def shape_of(role: Role | None) -> Shape:
    """Give how a value of this role has to look at least."""
    if role in (Role.PASSWORD, Role.PASSPHRASE):
        return Shape.PASSWORD
    return Shape.TOKEN


def _role(name: bytes) -> Role | None:
    text = name.decode("ascii", "replace")
    return names.role(text) if names.other_thing(text) is None else None

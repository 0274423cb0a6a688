"""Which literals are worth parsing a statement for: a cheap look at the name before them.

Runs on every literal that a trigger names, before libcst is loaded: it may let through what the
rules then reject, never the reverse.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from leakguard.context import names
from leakguard.context.salts import role_in_code
from leakguard.document import Document, Span
from leakguard.levels import Role, Shape

_REACH = 240
"""Bytes before a literal in which its name may stand."""

# These read from the literal to the left, over the reversed text: anchored, so that no position
# is tried twice.
_CALLS = rb"\(\s*+(?:(?!ro\b|esle\b)[\w.]{1,60}+\s*+)?"
_OPENING = rb"(?:\"\"|'')?(?:[rbufRBUF]{1,2}(?!\w))?[\s\\]*+(?:[\[{]\s*+|" + _CALLS + rb")*"
_NAMED = rb"""\s*\]?["']?\]?(?P<name>(?:[\w\-]{1,60}|[\x80-\xf4]{6,60}))"""
_GIVEN = re.compile(_OPENING + rb"(?: =[:+|]?(?![=!<>]) | : | , )" + _NAMED, re.VERBOSE)
"""`name = `, `"name": `, `["name"] = `, `("name", `, `"form[name]": `, also with calls around."""

_ANNOTATED = re.compile(
    _OPENING + rb"""=[:+|]?(?![=!<>])\s* [\w.\[\](), |"']{1,60}? :""" + _NAMED, re.VERBOSE
)
"""`name: str = `: the name of another may stand as near, `connect("host:80", name = `."""

_FALLBACK = re.compile(
    _OPENING
    + rb"""(?: ro\b | esle\b | nruter\b
      | = \s* (?: (?: rav_ | eulav_ )? tluafed | laitini | kcabllaf | eulav ) \b
      | (?: = \s* tluafed \s* )? , [^()]{0,80} \( [\w.]{0,12}? (?: vneteg | norivne ) )""",
    re.VERBOSE,
)
"""What a fallback stands behind: `or`, `else`, `getenv("…",`; also `return`. The name is further
to the left."""

_LONGEST_COMMENT = 1_000
_REMEMBERED = 4096
"""Names whose roles are kept: a few hundred are most of those in a source."""

_WORD = re.compile(rb"[A-Za-z_][A-Za-z0-9_]{1,60}")

_ITEM = r"""(?:%s)(?:["']\s*+:|[ ]?(?::[ ]?\w{1,12}[ ]?)?=(?!=))"""
_USER, _WHERE = (
    re.compile((_ITEM % "|".join(sorted(it))).encode()) for it in (names.USERS, names.PLACES)
)
"""Items of settings, and parameters, that say where to connect, and as whom, in small letters: a
word is their password."""

_SIGNS = re.compile(rb"""\.(?:secret_key|config\[["'][A-Z_]*SECRET_KEY["']\])\s*=\s*[bru]?["']\Z""")
"""The setting of a web application that it signs with: a word may be its key."""


def is_worth_parsing(document: Document, span: Span) -> bool:
    """Tell whether the literal at `span`, without its quotes, may be a credential by its name."""
    shapes = _shapes_by_name(document.data, *span)
    if not shapes:  # as with most
        return False
    from leakguard.values import reason_against  # few literals have such a name

    value = document.text(*span)
    reasons = [reason_against(value, shape) for shape in shapes]
    is_possible = None in reasons or ("words" in reasons and _may_be_word(document, span))
    return is_possible and not is_commented_out(document, span[0])


def _may_be_word(document: Document, span: Span) -> bool:
    if _SIGNS.search(document.data, max(0, span[0] - _REACH), span[0]):
        return True
    near = document.data[max(0, span[0] - _REACH) : span[1] + _REACH].lower()
    return _USER.search(near) is not None and _WHERE.search(near) is not None


def is_given_to_name(document: Document, span: Span) -> bool:
    """Tell whether the literal at `span` is given to a credential's name, whatever it is."""
    has_name = bool(_shapes_by_name(document.data, *span))
    return has_name and not is_commented_out(document, span[0])


def _shapes_by_name(data: bytes, start: int, end: int) -> Collection[Shape]:
    """Give how a literal has to look to be what it may be by what stands before it."""
    if end - start == 64 and data[start:end].isalnum():
        return (Shape.KEY,)
    window = data[max(0, start - 1 - _REACH) : start - 1]
    reversed_window = window[::-1]
    for pattern in (_GIVEN, _ANNOTATED):
        given = pattern.match(reversed_window)
        if given is not None and (role := _role(given["name"][::-1])) is not None:
            return (shape_of(role),)
    if _FALLBACK.match(reversed_window) or _is_one_of_several(window):
        roles = {role for word in _WORD.findall(window) if (role := _role(word)) is not None}
        return {shape_of(role) for role in roles}
    return ()


def may_be_password(document: Document, span: Span) -> bool:
    """Tell whether the literal at `span`, which nothing names, looks like a password."""
    from leakguard.values.passwords import is_password, typed  # few literals stand in such a place

    return is_password(typed(document.text(*span))) and not is_commented_out(document, span[0])


def is_commented_out(document: Document, offset: int) -> bool:
    """Tell whether the line around a byte is a comment, which only the text rules read.

    Looks back a bounded way, since a hostile line may have a megabyte and as many hits.
    """
    lowest = max(0, offset - _LONGEST_COMMENT)
    line_start = document.data.rfind(b"\n", lowest, offset) + 1
    if line_start == 0 and lowest > 0:
        return False
    return document.data[line_start:offset].lstrip(b" \t").startswith(b"#")


def _is_one_of_several(window: bytes) -> bool:
    """`user, password = "…", "…"`."""
    targets, equals, _ = window[window.rfind(b"\n") + 1 :].partition(b"=")
    return bool(equals) and b"," in targets and b"(" not in targets


def shape_of(role: Role | None) -> Shape:
    """Give how a value of this role has to look at least."""
    if role in (Role.PASSWORD, Role.PASSPHRASE, Role.SECRET):
        return Shape.PASSWORD
    return Shape.TOKEN


@lru_cache(_REMEMBERED)
def _role(name: bytes) -> Role | None:
    text = name.decode("utf-8", "replace")
    return role_in_code(text) if names.other_thing(text) is None else None

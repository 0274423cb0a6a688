"""A user, or a network, that is named beside a password: what they have may be a word."""

import re

from leakguard.context.placement import is_translation
from leakguard.document import Document, Span
from leakguard.finding import Role
from leakguard.levels import Shape
from leakguard.rule.unquoted import is_written_about
from leakguard.values import reason_against

_GIVES_IT = rb"""["']? (?: (?: [ ]As[ ]String | [ ]?:[ ]?String )?
    [ ]{0,16} (?:=>|[:=>]) [ ]{0,16} \\?["']? | [ ]{1,16}["'] )"""
_USER = re.compile(
    rb"""(?: (?<![A-Za-z]) (?i: (?:db_?)? user (?:_?(?:name|id))? | login | uid | usr | ssid
             | usu(?:a|\xc3\xa1)rio | utilisateur | utente | benutzer (?:name)?
             | gebruiker (?:snaam)? | (?P<mail> e-?mail (?:_?(?:id|address))? ) )
           | (?<=[a-z]) (?: User (?:[Nn]ame)? | Login | Ssid | SSID | (?P<Mail> Email ) ) )
         (?P<gives> %b )
         (?P<user> (?(mail) [\w.+\-]{1,60}@ | (?(Mail) [\w.+\-]{1,60}@ | [A-Za-z] ) )
                   [\w.@\-]{1,60} )"""
    % _GIVES_IT,
    re.VERBOSE,
)
"""A user, an account that an address of mail names, or a network: it has a password as well."""
_IN_ELEMENTS = re.compile(
    rb"(?i:user(?:_?name)?|login)</\w[\w\-]{0,15}>\s{0,40}"
    rb"<(?:value|string|param-value)>(?P<user>[\w.@\-]{2,60})<"
)
"""The user in elements that stand for names and values: `<key>login</key> <string>…</string>`."""
_AS_GIVEN = re.compile(rb"(%b)$" % _GIVES_IT, re.VERBOSE)
_CONNECTS = re.compile(
    rb"""(?<![A-Za-z])(?i:host(?:name)?|server|db_?name|database|endpoint)["']?[ ]{0,8}
         (?:=>|[:=])""",
    re.VERBOSE,
)
"""What a call is told that connects somewhere, beside the user and the password."""
_FIELD = re.compile(r"pass(?:word|wd)?[A-Z_\-]")
"""How the field is called in which a password is typed: `passwordField`."""
_USER_REACH = 200
"""Bytes before and after a password in which its user may be named."""

_DOCUMENTATION = re.compile(r"(?:^|/)(?:docs?|documentation)/")
_REACH = 200
"""Bytes of a line that are looked at."""


def users_near(document: Document, span: Span) -> set[bytes]:
    """Give the users who are named beside a value."""
    near = document.data[max(0, span[0] - _USER_REACH) : span[1] + _USER_REACH]
    return {match["user"] for it in (_USER, _IN_ELEMENTS) for match in it.finditer(near)}


def is_word_of_user(document: Document, span: Span, value: str, role: Role) -> bool:
    """Whether the value is a word, and a user is named beside it, so that it is their password.

    Labels of a form, which stand beside each other too, are capitalised.
    """
    if role is not Role.PASSWORD or document.is_python or is_translation(document.path):
        return False
    if not value[:1].islower() or reason_against(value, Shape.PASSWORD) != "words":
        return False
    if _FIELD.match(value):
        return False
    if value.encode() in users_near(document, span) or _is_shown(document, span):
        return False
    start = max(0, span[0] - _USER_REACH)
    near = document.data[start : span[1] + _USER_REACH]
    gives = _AS_GIVEN.search(near, 0, span[0] - start)
    given = gives[1].replace(b" ", b"") if gives else None
    return any(
        not is_written_about(document) or user["gives"].replace(b" ", b"") == given
        for user in _USER.finditer(near)
    )


def _is_shown(document: Document, span: Span) -> bool:
    """Whether a text for people shows how something is done: in documentation, or in a call."""
    start = max(document.line_span(span[0])[0], span[0] - _REACH)
    opened, closed = (document.data.count(it, start, span[0]) for it in (b"(", b")"))
    line = document.data[slice(*document.line_span(span[0]))][: 2 * _REACH]
    is_in_call = opened > closed and _CONNECTS.search(line) is None
    is_about = is_in_call or _DOCUMENTATION.search(document.path) is not None
    return is_about and is_written_about(document)

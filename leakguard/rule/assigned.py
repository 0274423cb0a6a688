"""A value that is given a credential's name, in any language or format."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from leakguard.candidate import Candidate, Facts, Shape
from leakguard.context import assignment, names
from leakguard.context.assignment import QUOTE_OF_MARKUP
from leakguard.context.extent import value_before
from leakguard.context.inserted import rows_around
from leakguard.context.nearby import ends_with
from leakguard.context.placement import is_translation
from leakguard.context.whose import names_besides
from leakguard.document import Document, Span
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule.calling import call_of, is_wrapper
from leakguard.rule.form import GENERIC, KNOWN, Example, check_id
from leakguard.rule.giving import is_given
from leakguard.rule.named import NamedRule
from leakguard.rule.setting import is_of_signing, sets_word, signs_with_word
from leakguard.rule.telling import reason_of_name, shape_under
from leakguard.rule.unquoted import (
    QUOTES,
    is_written_about,
    reason_of_quotes,
    reason_without_quotes,
)
from leakguard.values import reason_against
from leakguard.values.randomness import is_word

FindNamed = Callable[[Document, Span, str | None], NamedRule | None]
"""Gives the rule that knows a value by its form and by what is named near it."""

_MADE_UP = (Role.PASSPHRASE, Role.PASSWORD)
"""What people choose themselves."""


_REACH = 200
_MORE = re.compile(rb"[\"'`]\s{0,8},\s{0,8}[\w\"']")
_SEVERAL = re.compile(rb"\s*[\w.$]+\s*,[\w.$,\s]+=")
_ARN = re.compile(rb"\barn:[\w\-:*/.${}]{1,200}$")
_GIVES_IT = rb"""["']? (?: (?: [ ]As[ ]String | [ ]?:[ ]?String )?
    [ ]{0,16} (?:=>|[:=>]) [ ]{0,16} \\?["']? | [ ]{1,16}["'] )"""
_USER = re.compile(
    rb"""(?: (?<![A-Za-z]) (?i: (?:db_?)? user (?:_?(?:name|id))? | login | uid | usr | ssid
             | usu(?:a|\xc3\xa1)rio | utilisateur | utente | benutzer (?:name)?
             | gebruiker (?:snaam)? )
           | (?<=[a-z]) (?: User (?:[Nn]ame)? | Login | Ssid | SSID ) )
         (?P<gives> %b ) (?P<user>[A-Za-z][\w.@\-]{1,60})"""
    % _GIVES_IT,
    re.VERBOSE,
)
"""A user, or a network, which has a password as well."""
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
_GENERATED = {Shape.TOKEN, Shape.KEY}


@dataclass(frozen=True, kw_only=True)
class AssignedRule:
    """A value that is given a credential's name, and those that their provider's word tells.

    Raises:
        RuleError: from the constructor, when the rule is not well-formed.
    """

    id: str
    title: str
    why: str
    severity: Severity
    confidence: Confidence
    triggers: tuple[str, ...]
    """Patterns that each end with the delimiter behind the value, or with the value itself."""
    advice: tuple[str, ...]
    references: tuple[str, ...]
    invalid: tuple[str | Example, ...]
    valid: tuple[str | Example, ...]

    kind: ClassVar[str] = "assigned"
    provider: ClassVar[str | None] = None
    role: ClassVar[Role | None] = None
    rank: ClassVar[int] = GENERIC

    def __post_init__(self) -> None:
        check_id(self.id)

    @property
    def facts(self) -> Facts:
        """What its findings tell the reader."""
        return Facts(self.title, self.why, self.advice)

    def find(
        self, document: Document, ends: Iterable[int], find_named: FindNamed, explain: bool
    ) -> Iterator[Candidate]:
        """Give what the rule sees in `document`, given where its triggers end, in bytes; where
        nothing is to be explained without the words that no name makes a credential."""
        seen: set[Span] = set()
        for span, column in _places(document, ends):
            if span in seen:
                continue
            seen.add(span)
            name = column or _last_words(assignment.name_at(document, span[0]))
            role = names.role(name) if name is not None else None
            is_typed = role in _MADE_UP or (role is Role.SECRET and is_of_signing(name or ""))
            if not explain and not is_typed and is_word(document.data[slice(*span)]):
                continue
            rule = find_named(document, span, name)
            besides = names_besides(document, span, name) if rule is None else ()
            for other in besides:
                if (rule := find_named(document, span, other)) is not None:
                    name = other
                    break
            if rule is not None:
                it = _of_provider(document, span, name, rule)
                if rule.role in _MADE_UP and name is not None:
                    # Nothing but its name and its place tells it, as with those of no provider.
                    plain = self._candidate(document, span, name, rule.role)
                    it = replace(it, shape=plain.shape, reason=it.reason or plain.reason)
                yield it
            elif name is not None and role is not None:
                yield self._candidate(document, span, name, role)

    def _candidate(self, document: Document, span: Span, name: str, role: Role) -> Candidate:
        value = document.text(*span)
        is_quoted = document.data[span[0] - 1 : span[0]] in QUOTES
        before = QUOTE_OF_MARKUP.sub(b'"', _before(document, span))
        shape = shape_under(role, name)
        reason = reason_of_name(name, role, value) or reason_of_quotes(document, span, value)
        if not is_quoted and (why := reason_without_quotes(document, span, before, value, shape)):
            reason = why
        elif not is_given(document, span, before, value):
            reason = "not-given"
        elif _ARN.search(before):
            reason = "reference"
        elif role is Role.PASSWORD and b"anonymous" in _users_near(document, span):
            reason = "anonymous"  # whose password is anything, by custom a mail address
        elif (
            _is_word_of_user(document, span, value, role)
            or (is_quoted and role is Role.SECRET and signs_with_word(document, name, value))
            or (
                sets_word(document, span, before, name, value)
                and value.encode() not in _users_near(document, span)
            )
        ):
            shape = Shape.GIVEN
        elif (call := call_of(before)) and (
            not is_wrapper(call["callee"].decode())
            or _MORE.match(document.data, span[1])  # set_password("service", "user", …)
        ):
            reason = "argument-of-a-call"
        elif _SEVERAL.match(before):
            reason = "one-of-several"
        elif names.words(name) == ("key",) and names.role(before.decode("latin-1")) is Role.KEY:
            reason = "plain-key"  # of a mapping, most of the time
        title = f"Hard-coded {role}"
        return Candidate(
            rule=self.id,
            span=span,
            value=value,
            severity=self.severity,
            confidence=self.confidence if shape in _GENERATED else Confidence.LOW,
            facts=Facts(title, self.why, self.advice),
            rank=self.rank,
            shape=shape,
            role=role,
            name=name,
            reason=reason,
        )


def _places(document: Document, ends: Iterable[int]) -> Iterator[tuple[Span, str | None]]:
    """Give each value that a trigger saw, and those in the rows of an INSERT, with their column."""
    inserts: set[int] = set()
    for end in ends:
        span = value_before(document.data, end)
        if span is not None:
            yield span, None
        for column, place in rows_around(document, end, inserts):
            if names.role(column) is not None:
                yield place, column


def _before(document: Document, span: Span) -> bytes:
    """Give what stands before a value on its line."""
    return document.data[max(0, span[0] - _REACH) : span[0]].rpartition(b"\n")[2]


def _is_in_its_call(document: Document, span: Span, rule: NamedRule) -> bool:
    """Whether a call takes the value that is named after its provider: what the line assigns is
    what it gives, `host = Shodan("…")`."""
    call = call_of(_before(document, span))
    called = set(names.words(call["callee"].decode())) if call is not None else set()
    return any(called.issuperset(word.split()) for word in rule.words)


def _users_near(document: Document, span: Span) -> set[bytes]:
    near = document.data[max(0, span[0] - _USER_REACH) : span[1] + _USER_REACH]
    return {match["user"] for match in _USER.finditer(near)}


def _is_word_of_user(document: Document, span: Span, value: str, role: Role) -> bool:
    """Whether the value is a word, and a user is named beside it, so that it is their password.

    Labels of a form, which stand beside each other too, are capitalised.
    """
    if role is not Role.PASSWORD or document.is_python or is_translation(document.path):
        return False
    if not value[:1].islower() or reason_against(value, Shape.PASSWORD) != "words":
        return False
    if _FIELD.match(value):
        return False
    if value.encode() in _users_near(document, span) or _is_shown(document, span):
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


def _last_words(name: str | None) -> str | None:
    """Give a name without the words of a sentence before it: `then set the API key`."""
    return " ".join(name.split(" ")[-2:]) if name is not None else None


def _of_provider(document: Document, span: Span, name: str | None, rule: NamedRule) -> Candidate:
    return Candidate(
        rule=rule.id,
        span=span,
        value=document.text(*span),
        severity=rule.severity,
        confidence=rule.confidence,
        facts=rule.facts,
        rank=KNOWN,
        shape=Shape.NAMED,
        role=rule.role,
        provider=rule.provider,
        name=name,
        reason=None if _is_in_its_call(document, span, rule) else _reason_under(name, rule),
        sandbox=rule.sandbox or None,
        pair=rule.pair,
    )


def _reason_under(name: str | None, rule: NamedRule) -> str | None:
    """`client_id` is an identifier and `api_hash` a digest, but for a provider whose keys are
    called so."""
    return None if ends_with(name or "", rule.called) else names.other_thing(name or "")

"""A value that is given a credential's name, in any language or format."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from leakguard.candidate import Candidate, Facts, Shape
from leakguard.context import assignment, names
from leakguard.context.assignment import QUOTE_OF_MARKUP
from leakguard.context.extent import value_before
from leakguard.context.inserted import column_of, rows_around
from leakguard.context.nearby import ends_with
from leakguard.context.salts import role_in_code
from leakguard.context.whose import names_besides
from leakguard.document import Document, Span
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule.calling import call_of, is_asking, is_looked_up, is_wrapper
from leakguard.rule.form import GENERIC, KNOWN, Example, check_id
from leakguard.rule.giving import is_given
from leakguard.rule.named import NamedRule
from leakguard.rule.others import reason_of_other
from leakguard.rule.setting import is_of_signing, sets_word, signs_with_word
from leakguard.rule.telling import reason_of_name, shape_of
from leakguard.rule.unquoted import QUOTES, reason_of_quotes, reason_without_quotes
from leakguard.rule.users import is_word_of_user, users_near
from leakguard.values import is_digest_shaped, reason_against
from leakguard.values.randomness import is_word

FindNamed = Callable[[Document, Span, str | None], NamedRule | None]
"""Gives the rule that knows a value by its form and by what is named near it."""

_MADE_UP = (Role.PASSPHRASE, Role.PASSWORD)
"""What people choose themselves."""


_REACH = 200
_MORE = re.compile(rb"[\"'`]\s{0,8},\s{0,8}[\w\"']")
_SEVERAL = re.compile(rb"\s*[\w.$]+\s*,[\w.$,\s]+=")
_ADDRESSED = re.compile(rb"\barn:[\w\-:*/.${}]{1,200}$|\bpkcs11:[^\s\"'?]{0,100}$")
"""Before what only says where something is, up to the question mark of RFC 7512."""
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
        for span, cell in _places(document, ends):
            if span in seen:
                continue
            seen.add(span)
            column = cell or column_of(document, span[0])
            name = column or _last_words(assignment.name_at(document, span[0]))
            role_of = role_in_code if document.is_code else names.role
            role = role_of(name) if name is not None else None
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
                it = self._candidate(document, span, name, role)
                yield _in_row(it) if column is not None else it

    def _candidate(self, document: Document, span: Span, name: str, role: Role) -> Candidate:
        value = document.text(*span)
        is_quoted = document.data[span[0] - 1 : span[0]] in QUOTES
        before = QUOTE_OF_MARKUP.sub(b'"', _before(document, span))
        shape = shape_of(role, name, value)
        reason = reason_of_name(name, role, value) or reason_of_quotes(document, span, value)
        if not is_quoted and (why := reason_without_quotes(document, span, before, value, shape)):
            reason = why
        elif not is_given(document, span, before, value):
            reason = "not-given"
        elif _ADDRESSED.search(before):
            reason = "reference"
        elif role is Role.PASSWORD and (
            b"anonymous" in users_near(document, span) or "anonymous" in names.words(name)
        ):
            reason = "anonymous"  # whose password is anything, by custom a mail address
        elif (
            is_word_of_user(document, span, value, role)
            or (is_quoted and role is Role.SECRET and signs_with_word(document, name, value))
            or (
                sets_word(document, span, before, name, value)
                and value.encode() not in users_near(document, span)
            )
        ):
            shape = Shape.GIVEN
        elif is_looked_up(before) or (
            (call := call_of(before))
            and (
                not is_wrapper(call["callee"].decode())
                or _MORE.match(document.data, span[1])  # set_password("service", "user", …)
            )
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


def _in_row(it: Candidate) -> Candidate:
    """What stands under a password's name in a row of a table is one, even if it is a word; or it
    is a digest of one."""
    if it.role not in _MADE_UP or it.reason is not None:
        return it
    if is_digest_shaped(it.value):
        return replace(it, reason="password-hash")
    is_word = reason_against(it.value, Shape.PASSWORD) == "words"
    return replace(it, shape=Shape.GIVEN) if is_word else it


def _before(document: Document, span: Span) -> bytes:
    """Give what stands before a value on its line."""
    before = document.data[max(0, span[0] - _REACH) : span[0]].rpartition(b"\n")[2]
    return assignment.ARGUMENT.sub(b"", before)


def _is_in_its_call(document: Document, span: Span, rule: NamedRule) -> bool:
    """Whether a call takes the value that is named after its provider: what the line assigns is
    what it gives, `host = Shodan("…")`."""
    call = call_of(_before(document, span))
    if call is None or is_asking(call["callee"].decode()):
        return False
    called = set(names.words(call["callee"].decode()))
    return any(called.issuperset(word.split()) for word in rule.words)


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
        reason=None
        if _is_in_its_call(document, span, rule)
        else _reason_under(name, rule) or _reason_before(document, span, name),
        sandbox=rule.sandbox or None,
        pair=rule.pair,
    )


def _reason_under(name: str | None, rule: NamedRule) -> str | None:
    """`client_id` is an identifier and `api_hash` a digest, but for a provider whose keys are
    called so. What the provider is called says nothing: `REQUEST_FINANCE_TOKEN`."""
    if ends_with(name or "", rule.called):
        return None
    own = next((it for it in map(str.split, rule.words) if _has(name or "", it)), ())
    return names.other_thing("_".join(it for it in names.words(name or "") if it not in own))


def _has(name: str, parts: Sequence[str]) -> bool:
    """Whether the parts of a provider's word, more than one, stand in a name, and are no word for
    a credential themselves, as `account key` is."""
    is_word = len(parts) > 1 and names.role(" ".join(parts)) is None
    return is_word and set(parts) <= set(names.words(name))


def _reason_before(document: Document, span: Span, name: str | None) -> str | None:
    """Why a value is none of the provider's, where its name does not say what it is."""
    is_told = name is not None and names.role(name) is not None
    return None if is_told else reason_of_other(_before(document, span))

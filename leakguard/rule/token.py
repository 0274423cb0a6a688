"""A credential that is told by its form, the name it is given, and what stands near."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from leakguard.candidate import Candidate, Facts, Shape
from leakguard.context import assignment, names
from leakguard.context.extent import is_near, is_said_before, line_before
from leakguard.context.placement import reason_behind_digest, reason_of_place
from leakguard.document import Document, Span
from leakguard.errors import RuleError
from leakguard.finding import Confidence, Role, Severity
from leakguard.pattern import compile_bytes, width
from leakguard.rule.form import SPECIFIC, Example, check_id
from leakguard.rule.matching import overlapping
from leakguard.text import path_bytes
from leakguard.values import reason_against

_NEARBY = 4096
"""How many bytes before and after a value its context may stand."""

_FEW = 10
"""Places around which a context is looked for, rather than first of all in the whole document."""

_BEFORE = 200
"""How many bytes before what is seen of a value its pattern may begin."""

_BEHIND = 512
"""How many bytes before a value what it stands behind may begin."""

_SIGNING = {Role.SECRET, Role.PASSPHRASE, Role.PASSWORD, Role.TOKEN, Role.PRIVATE_KEY}
_ALIKE = {Role.SECRET: _SIGNING, Role.KEY: {Role.KEY}}
"""The names under which people write a credential of a role."""


@dataclass(frozen=True, kw_only=True)
class TokenRule:
    """A credential that is told by its form, the name it is given, and what stands near.

    Raises:
        RuleError: from the constructor, when the rule is not well-formed.
    """

    id: str
    title: str
    why: str
    severity: Severity
    confidence: Confidence
    pattern: str
    """Verbose, with `(?P<secret>…)`, in what Hyperscan and `re` share."""
    advice: tuple[str, ...]
    references: tuple[str, ...]
    invalid: tuple[str | Example, ...]
    valid: tuple[str | Example, ...]
    provider: str | None = None
    role: Role | None = None
    by_name: bool = False
    """Whether the name that the value is given has to tell its role."""
    unnamed: int | None = None
    """Where nothing names them: which of a run of values this one is, from 0."""
    context: str | None = None
    """What has to stand near, or in the path; without regard to case."""
    trigger: str | None = None
    """What Hyperscan looks for, if it is not the whole pattern; `pattern` starts with it."""
    seen: tuple[str, ...] = ()
    """What Hyperscan looks for instead, each for a part of what the pattern matches, where the
    whole has nothing by which it is fast to find."""
    reach: int = 0
    """How many bytes beyond the trigger the pattern may go on."""
    behind: str | None = None
    """What has to stand right before the value, and its first two characters, if that is too
    large for Hyperscan; verbose."""
    shape: Shape = Shape.KEY
    but_python: bool = False
    """Whether Python sources are left to the syntax rules."""
    shown_with: str | None = None
    """What, in the 64 bytes before or after the value, says that it is shown on purpose."""
    differs: bool = False
    """Whether it has to differ from the words before it on its line: `user=bot password=bot`."""
    word_behind: str | None = None
    """What, right before a value, says that even a word is one, unless it stands before it too."""
    decode: Callable[[str], str | None] | None = None
    """Gives the credential that a value holds in an encoding, or None if it holds none."""
    rejects: Callable[[str], str | None] | None = None
    """Gives the name of the reason why a value of the form is no credential, or None."""
    checksum: Callable[[str], bool] | None = None
    """Tells whether a value's checksum is right, where the provider says how it is made."""
    tells: Callable[[str], str | None] | None = None
    """Gives what can be read from a value, such as an account, or None."""
    rank: int = SPECIFIC
    sandbox: bool = False
    """Whether such a credential is for a test environment, whatever stands near."""
    whole: str | None = None
    """What a value matches as a whole, if the pattern asks for more than the value."""
    pair: str | None = None
    """The id of the `PairRule` that takes over where the other half stands near."""

    kind: ClassVar[str] = "token"

    def __post_init__(self) -> None:
        check_id(self.id)
        if "(?P<secret>" not in self.pattern:
            raise RuleError(f"rule {self.id}: the pattern names no (?P<secret>…)")
        if not self.invalid or not self.valid:
            raise RuleError(f"rule {self.id}: examples are missing, `invalid` or `valid`")

    @property
    def patterns(self) -> tuple[str, ...]:
        """What has to be a pattern, besides the triggers."""
        return (self.pattern,)

    @property
    def triggers(self) -> tuple[str, ...]:
        """The patterns of which one matches wherever the rule has something to find."""
        return self.seen or (self.trigger or self.pattern,)

    @property
    def facts(self) -> Facts:
        """What its findings tell the reader."""
        return Facts(self.title, self.why, self.advice)

    def fits(self, value: str) -> bool:
        """Tell whether a value has the form of such a credential."""
        if self.whole is not None:
            return re.fullmatch(self.whole, value) is not None
        return value.isascii() and self._compiled.search(value.encode()) is not None

    @cached_property
    def _compiled(self) -> re.Pattern[bytes]:
        return compile_bytes(self.pattern)

    @cached_property
    def _trigger(self) -> re.Pattern[bytes]:
        return compile_bytes(self.triggers[0])

    @cached_property
    def _behind(self) -> re.Pattern[bytes] | None:
        return compile_bytes(rf"(?: {self.behind} ) \Z") if self.behind else None

    @cached_property
    def _width(self) -> int:
        return width(self.triggers[0])

    @cached_property
    def _context(self) -> re.Pattern[bytes] | None:
        return re.compile(self.context.encode(), re.IGNORECASE) if self.context else None

    def find(self, document: Document, ends: Iterable[int]) -> Iterator[Candidate]:
        """Give what the rule sees in `document`, given where its trigger ends, in bytes."""
        if self.but_python and document.is_python:
            return
        data, ends = document.data, list(ends)
        is_small = len(data) <= _FEW * _NEARBY or len(ends) > _FEW  # else one looks around each
        if is_small and not self._has_context(document, (0, len(data))):
            return
        spans = list(self._spans(data, ends))
        if not self.by_name:
            for span in spans:
                if self._has_context(document, span):
                    yield self._candidate(document, span, None, self._reason_around(document, span))
            return
        run = 0  # how many values without a telling name stand just before this one
        for index, span in enumerate(spans):
            name = assignment.name_at(document, span[0])
            role = names.role(name) if name else None
            reason = names.other_thing(name) if name else None
            if role is None and reason is None:
                reason = reason_of_place(document, span)
                run = run + 1 if index and is_near(document.data, spans[index - 1], span) else 0
                follows = index + 1 < len(spans) and is_near(document.data, span, spans[index + 1])
                wanted = self._takes_unnamed(document, span, run, follows)
            else:
                run = -1
                wanted = role is not None and role in self._roles(role)
            if name and self.provider and names.is_of_another(name, self.provider):
                continue
            if wanted and self._has_context(document, span):
                yield self._candidate(document, span, name, reason)

    def _facts_of(self, value: str, is_wrong: bool) -> Facts:
        facts = self.facts
        if is_wrong:
            return facts.with_wrong_checksum
        told = self.tells(value) if self.tells is not None else None
        return replace(facts, title=f"{facts.title} ({told})") if told else facts

    def _shape_at(self, document: Document, span: Span, name: str | None) -> Shape:
        """A secret may be hexadecimal; a value called a key that is may be a digest."""
        if self.word_behind is not None and self._is_given_word(document, span):
            return Shape.GIVEN
        if self.shape is Shape.BASE62 and self.provider is None and name:
            is_secret = names.role(name) in _SIGNING - {Role.TOKEN}
            return Shape.KEY if is_secret else Shape.BASE62
        return self.shape

    def _is_given_word(self, document: Document, span: Span) -> bool:
        behind = rb"(?:%b)$" % (self.word_behind or "").encode()
        is_told = re.search(behind, line_before(document.data, span[0])) is not None
        is_word = reason_against(document.text(*span), Shape.PASSWORD) == "words"
        return is_told and is_word and not is_said_before(document.data, span)

    def _reason_around(self, document: Document, span: Span) -> str | None:
        if self.differs and is_said_before(document.data, span):
            return "repeats-its-user"
        if self.shown_with is None:
            return reason_behind_digest(document, span)
        around = document.data[max(0, span[0] - 64) : span[1] + 64]
        return "shown-on-purpose" if re.search(self.shown_with.encode(), around) else None

    def _roles(self, role: Role) -> set[Role]:
        """The roles of names that the rule takes; any, if it is for no role in particular."""
        return {role} if self.role is None else _ALIKE.get(self.role, {self.role})

    def _takes_unnamed(self, document: Document, span: Span, before: int, follows: bool) -> bool:
        """Two values that nothing names are a key and its secret, in this order.

        One alone is taken only where the context stands on its own line or the one above.
        """
        if self.unnamed is None or self._context is None:
            return False
        if before or follows:
            return before % 2 == self.unnamed
        above = document.data.rfind(b"\n", 0, max(0, document.line_span(span[0])[0] - 1)) + 1
        return self.unnamed == 1 and bool(
            self._context.search(document.data, max(above, span[0] - 200), span[0])
        )

    def _spans(self, data: bytes, ends: Iterable[int]) -> Iterator[Span]:
        seen: set[Span] = set()
        for match in self._matches(data, ends):
            span = match.span("secret")
            if span not in seen:
                seen.add(span)
                if self._is_behind(data, span):
                    yield span

    def _is_behind(self, data: bytes, span: Span) -> bool:
        before = data[max(0, span[0] - _BEHIND) : span[0] + 2]
        return self._behind is None or self._behind.search(before) is not None

    def _matches(self, data: bytes, ends: Iterable[int]) -> Iterator[re.Match[bytes]]:
        """Confirm what Hyperscan saw; only where it saw it, or a line of it takes forever."""
        if self.seen:
            yield from self._around(data, ends)
            return
        for end in ends:
            start = max(0, end - self._width)
            for found in overlapping(self._trigger, data, start, end):
                if found.end() != end:
                    continue
                if self.trigger is None:
                    yield found
                elif match := self._compiled.match(data, found.start(), end + self.reach):
                    yield match

    def _around(self, data: bytes, ends: Iterable[int]) -> Iterator[re.Match[bytes]]:
        """Give the matches that begin before an end; none is looked for twice."""
        done = 0
        for end in ends:
            for found in self._compiled.finditer(data, max(done, end - _BEFORE), end + self.reach):
                if found.start() >= end:
                    break
                yield found
                done = found.end()
            done = max(done, end)

    def _has_context(self, document: Document, span: Span) -> bool:
        if self._context is None:
            return True
        near = document.data[max(0, span[0] - _NEARBY) : span[1] + _NEARBY]
        path = path_bytes(document.path)
        return bool(self._context.search(near) or self._context.search(path))

    def _candidate(
        self, document: Document, span: Span, name: str | None, reason: str | None = None
    ) -> Candidate:
        value = document.text(*span)
        decoded = value if self.decode is None else self.decode(value)
        is_wrong = self.checksum is not None and not self.checksum(value)
        return Candidate(
            rule=self.id,
            span=span,
            value=value if decoded is None else decoded,
            severity=Severity.INFO if is_wrong else self.severity,
            confidence=Confidence.HIGH if self.checksum and not is_wrong else self.confidence,
            facts=self._facts_of(value, is_wrong),
            rank=self.rank,
            shape=self._shape_at(document, span, name),
            role=self.role,
            provider=self.provider,
            name=name,
            reason=reason
            or ("not-encoded" if decoded is None else None)
            or (self.rejects(value) if self.rejects is not None else None),
            sandbox=self.sandbox or None,
            pair=self.pair,
        )

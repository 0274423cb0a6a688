"""Which findings of a document are allowed in it, and the allowances that it holds."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from leakguard.document import Document, Span
from leakguard.finding import Suppression
from leakguard.masking import redact
from leakguard.suppress import foreign
from leakguard.suppress.marks import LONGEST_LINE, WORD, Mark, is_no_text, marks_on, reason_in

_MOST_ABOVE = 20
"""Lines above a finding that may be marks for the line below them."""


@dataclass(frozen=True)
class Allowing:
    """What is allowed."""

    known: frozenset[str]
    """The ids of the rules that may be allowed."""
    honour: tuple[str, ...] = ()
    """The marks of others that count."""
    today: date = field(default_factory=date.today)

    @cached_property
    def foreign(self) -> "tuple[tuple[str, foreign.Pattern, foreign.Pattern | None], ...]":
        """The patterns of the marks of others."""
        return foreign.patterns(self.honour)

    def is_over(self, mark: Mark) -> bool:
        """Whether the last day is past on which a mark counts."""
        return mark.until is not None and mark.until < self.today


@dataclass(frozen=True)
class Lines:
    """A document, of whose lines those are looked at on which something is found."""

    document: Document
    hidden: redact.Hidden
    allowing: Allowing
    values: tuple[Span, ...]
    """Where the values stand: in order, none overlapping another. What they hold is no mark."""

    def suppressions(self, sought: Sequence[tuple[str, Span]]) -> list[Suppression | None]:
        """Give what allows each finding, of which the rule is given and where it stands."""
        if not self._has_marks:
            return [None] * len(sought)
        read: dict[Span, tuple[Mark, ...]] = {}
        return [self._of(rule, span, read) for rule, span in sought]

    @cached_property
    def _has_marks(self) -> bool:
        data = self.document.data
        others = (it for _, on, above in self.allowing.foreign for it in (on, above))
        return WORD in data or any(it.search(data) for it in others if it is not None)

    def _of(self, rule: str, span: Span, read: dict[Span, tuple[Mark, ...]]) -> Suppression | None:
        if self.document.is_output(span[0]):
            return None  # what a program prints allows nothing
        first = self.document.line_span(span[0])
        last = self.document.line_span(max(span[0], span[1] - 1))
        for line in dict.fromkeys((first, last)):
            on_it = (it for it in self._marks(line, read) if not it.is_next)
            if given := self._given(rule, on_it) or self._foreign_on(line):
                return given
        for number, line in enumerate(self._above(first)):
            below = [it for it in self._marks(line, read) if it.is_next]
            given = self._given(rule, below) or (None if number else self._foreign_above(line))
            if given or not any(it.is_alone for it in below):
                return given
        return None

    def _marks(self, line: Span, read: dict[Span, tuple[Mark, ...]]) -> tuple[Mark, ...]:
        if line not in read:
            found = marks_on(self.document, line, self.allowing.known)
            read[line] = tuple(it for it in found if not self.is_in_value(it.span))
        return read[line]

    def is_in_value(self, span: Span) -> bool:
        """Whether a mark stands in a value."""
        at = bisect_right(self.values, span[0], key=lambda it: it[0]) - 1
        is_behind = at + 1 < len(self.values) and self.values[at + 1][0] < span[1]
        return is_behind or (at >= 0 and span[0] < self.values[at][1])

    def _given(self, rule: str, marks: Iterable[Mark]) -> Suppression | None:
        """Give what the first of some marks says that allows a rule."""
        for it in marks:
            if not it.fault and rule in it.ids and not self.allowing.is_over(it):
                place = self.document.places([it.span])[it.span]
                return Suppression("inline", self.reason(it), place, it.ids.count(rule))
        return None

    def reason(self, mark: Mark) -> str:
        """Give the reason of a mark, with what is secret in it masked."""
        return reason_in(redact.masked(self.document, mark.said, self.hidden))

    def _above(self, line: Span) -> Iterator[Span]:
        for _ in range(_MOST_ABOVE):
            if not line[0]:
                return
            line = self.document.line_span(line[0] - 1)
            yield line

    def _foreign_on(self, line: Span) -> Suppression | None:
        every = self.allowing.foreign
        return _honoured(name for name, on, _ in every if self._has(line, on))

    def _foreign_above(self, line: Span) -> Suppression | None:
        every = self.allowing.foreign
        return _honoured(name for name, _, above in every if above and self._has(line, above))

    def _has(self, line: Span, pattern: foreign.Pattern) -> bool:
        """Whether a mark of others stands on a line, in no string and in no value."""
        start, end = line
        if end - start > LONGEST_LINE:
            return False
        text = self.document.data[start:end]
        return any(
            is_no_text(text, it.start(), it.end())
            and not self.is_in_value((start + it.start(), start + it.end()))
            for it in pattern.finditer(text)
        )


def _honoured(names: Iterable[str]) -> Suppression | None:
    name = next(iter(names), None)
    return Suppression("inline", name) if name is not None else None

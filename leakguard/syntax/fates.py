"""What becomes of a credential that a statement reads, as far as bytes tell: whether it may be
shown, run or sent, there or through the names that it is given to.

Few documents read any, so that this is not loaded before one does.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from leakguard.document import Document, Span
from leakguard.syntax.bounds import LONGEST
from leakguard.syntax.clients import StandsIn, Takers, is_looked_at, stands_in
from leakguard.syntax.gate import is_commented_out
from leakguard.syntax.outlets import ANSWERS, HANDLES, QUERIES, RUNS, SENDS, SHOWN, Way
from leakguard.syntax.reads import Read
from leakguard.syntax.spans import Spans
from leakguard.syntax.uses import is_kept, leaves_by, possible, reached, targets

_FUNCTION = re.compile(rb"[ \t]*(?:async[ \t]+)?def\b")
_TEXT = re.compile(rb"[ \t]*[rRuUbBfF]{0,2}[\"']")


@dataclass(frozen=True)
class Fates:
    """What becomes of what stands at places of a Python document."""

    document: Document
    takers: Takers
    _known: dict[tuple[tuple[str, ...], tuple[Way, ...]], bool] = field(
        default_factory=dict, repr=False
    )
    _ways: dict[tuple[Span, tuple[Way, ...]], tuple[Way, ...]] = field(
        default_factory=dict, repr=False
    )
    """By which ways statements let anything leave; a hostile one reads the environment a thousand
    times."""
    _names: dict[Span, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def is_shown(self, read: Read) -> bool:
        """Tell whether what is read may be printed, logged, raised or put into a URL."""
        return self._goes_to(read.place, *SHOWN, QUERIES)

    def is_run(self, read: Read) -> bool:
        """Tell whether what is read may be given to another process."""
        return self._goes_to(read.place, RUNS)

    def is_default(self, read: Read) -> bool:
        """Tell whether it is read in the head of a function."""
        span = self._span(read.place)
        return span is not None and _FUNCTION.match(self._data, *span) is not None

    def is_unseen(self, read: Read, end: int) -> bool:
        """Tell whether what is read, whose name ends at `end`, may be missing, and goes unseen to
        a client that does not mind."""
        kind = stands_in(read.variable, self._data, end, can_miss=read.gives_none)
        span = self._span(read.place)
        if kind is None or span is None or not self._goes_to(read.place, *self._clients[kind]):
            return False
        return not is_looked_at(self._targets(span), read.variable, self._data, self._spans, span)

    def is_dumped(self, place: int) -> bool:
        """Tell whether the whole environment, which is taken at a place, may be shown or sent."""
        return self._goes_to(place, *SHOWN, SENDS, *self._answers)

    def _span(self, place: int) -> Span | None:
        """Give the statement at a place; None if it is a text, a comment, or beyond the bounds."""
        if is_commented_out(self.document, place):
            return None
        span = self._spans.at(place)
        is_code = not _TEXT.match(self._data, *span) and span[1] - span[0] <= 4 * LONGEST
        return span if is_code else None

    def _goes_to(self, place: int, *ways: Way) -> bool:
        """Tell whether what stands at a place may leave by one of the ways: there, or through the
        names to which the statement gives it."""
        span = self._span(place)
        if span is None:
            return False
        if (span, ways) not in self._ways:
            self._ways[span, ways] = possible(self._data, span, ways)
        if leaves_by(self._data, span, place, self._ways[span, ways]):
            return True
        if not is_kept(self._data, span, place):
            return False
        names = self._targets(span)
        if (names, ways) not in self._known:
            found = next(reached(names, self._data, self._spans, ways), None)
            self._known[names, ways] = found is not None
        return self._known[names, ways]

    def _targets(self, span: Span) -> tuple[str, ...]:
        """Give the names that a statement may assign to."""
        if span not in self._names:
            self._names[span] = tuple(targets(self._data, span)[0])
        return self._names[span]

    @property
    def _data(self) -> bytes:
        return self.document.data

    @cached_property
    def _spans(self) -> Spans:
        return Spans(self._data)

    @cached_property
    def _answers(self) -> tuple[Way, ...]:
        return (ANSWERS,) if HANDLES.search(self._data) else ()

    @cached_property
    def _clients(self) -> Mapping[StandsIn, tuple[Way, ...]]:
        return {kind: self.takers.ways(self._data, kind) for kind in StandsIn}

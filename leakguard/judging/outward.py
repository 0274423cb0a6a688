"""What was accepted in a decoded text, as what stands in the file."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from leakguard.candidate import Candidate, Shape
from leakguard.document import Span
from leakguard.rule.form import SPECIFIC

if TYPE_CHECKING:
    from leakguard.formats.decoding import Decoded


def outward(inner: "Decoded", accepted: Iterable[Candidate]) -> list[Candidate]:
    """Give what was accepted inside at the place of the encoded text, with how it was decoded."""
    found = []
    for it in accepted:
        if inner.part_at(it.span) is not None:
            _, where, how = inner.written(it.span)
            facts = replace(it.facts, where=f"decoded from {', then '.join(how)}")
            found.append(replace(it, span=where, facts=facts, related=(), rewrites=()))
    return found


def together(
    outside: Iterable[Candidate], inside: list[Candidate], opaque: dict[Span, bool]
) -> list[Candidate]:
    """Let one speak for each value: outside what knows it by its form, or else what is told by
    more than what was found inside.

    `opaque` has the places where nothing can be read as it is written, and whether that is
    certain: then nothing is a value there as it is written.
    """
    outside = list(outside)
    values = sorted(
        (it for it in outside if it.shape is not Shape.STATEMENT), key=lambda it: it.span
    )
    kept, hidden = [], {span for span, is_certain in opaque.items() if is_certain}
    for it in inside:
        others = _overlapping(values, it.span)
        if it.span in opaque:
            is_known = any(other.rank >= SPECIFIC or other.rank > it.rank for other in others)
            hidden |= set() if is_known else {it.span}
        else:
            longer = [other for other in others if other.value == "3D" + it.value]  # of =3D
            is_known = any(other.value == it.value for other in others) or any(
                other.rank >= SPECIFIC > it.rank for other in longer
            )
            hidden |= {other.span for other in longer}
        if not is_known:
            kept.append(it)
    in_order = sorted(hidden)
    return [it for it in outside if it.rank >= SPECIFIC or not _is_in(it.span, in_order)] + kept


def _overlapping(values: list[Candidate], span: Span) -> list[Candidate]:
    """Those of `values`, which are in order and do not overlap, that overlap a span."""
    first = bisect_right(values, span[0], key=lambda it: it.span[1])
    return values[first : bisect_left(values, span[1], key=lambda it: it.span[0])]


def _is_in(span: Span, hidden: list[Span]) -> bool:
    at = bisect_right(hidden, span[0], key=lambda it: it[0]) - 1
    return at >= 0 and span[0] < hidden[at][1]

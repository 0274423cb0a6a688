"""Where values go inside a module, as far as the bytes of its statements tell.

What it finds is where to look: those who parse the statements tell whether a value is there.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from leakguard.document import Span
from leakguard.syntax.bounds import DEEPEST, LONGEST
from leakguard.syntax.lines import open_brackets
from leakguard.syntax.outlets import KEEPING_CALLS, KEEPING_METHODS, Way
from leakguard.syntax.spans import Spans

_MOST_NAMES = 4
"""Names that are followed one after the other."""

_MOST_USES = 60
"""Places of a name that are looked at."""

_ASSIGNED = re.compile(
    rb"""
    (?: \A | (?<=[;:=]) ) [ \t]*+
    (?P<names> \(? [*]?[\w.]++ (?: [ \t]*+ , [ \t]*+ [*]?[\w.]++ )*+ \)? ) [ \t]*+
    (?: : [^=;:\r\n]{1,120} )? [+|]? = (?!=)
    """,
    re.VERBOSE,
)
_WALRUS = re.compile(rb"\b(?P<names>\w++)[ \t]*+:=")
_NAME = re.compile(rb"[A-Za-z_\x80-\xff][\w.\x80-\xff]*")
_CALLEE = re.compile(rb"(?:\b(?P<raised>raise)\s+[\w.]*|\b)(?<!\w)(?P<name>\w+)\s*\Z|[)\]]\Z")
_NO_CALLEES = frozenset(
    b"in and or not if elif else return yield await is lambda assert while".split()
)
_OWNER = re.compile(rb"(?:\b(?:self|cls)|\b[A-Z]\w*)\s*\.\s*\Z")
_AFTER = re.compile(rb"\s*(?:(?P<other>\[|=(?!=))|\.\s*(?P<method>\w+))")


def targets(data: bytes, span: Span) -> tuple[list[str], int]:
    """Give the names, dotted ones too, that a statement may assign to, and where the first of
    them is followed by its value, in bytes."""
    start, end = span[0], min(span[1], span[0] + LONGEST)
    found: list[str] = []
    text, values = data[start:end], span[1]
    patterns = (_ASSIGNED, _WALRUS) if b":=" in text else (_ASSIGNED,)
    for match in (it for pattern in patterns for it in pattern.finditer(text)):
        values = min(values, start + match.end())
        found += [name.decode("utf-8", "replace") for name in _NAME.findall(match["names"])]
    return found, values


def leaves(data: bytes, span: Span, place: int, ways: Iterable[Way]) -> bool:
    """Tell whether what stands at a place of a statement may leave by one of the ways."""
    return leaves_by(data, span, place, possible(data, span, ways))


def possible(data: bytes, span: Span, ways: Iterable[Way]) -> tuple[Way, ...]:
    """Give those of the ways by which anything of a statement may leave."""
    return tuple(way for way in ways if way.pattern.search(data, *span))


def leaves_by(data: bytes, span: Span, place: int, ways: Sequence[Way]) -> bool:
    """Tell whether what stands at a place may leave by one of the ways that the statement has."""
    callees = _callees(data, span, place) if ways else None
    return callees is not None and any(_leads_to(way, callees) for way in ways)


def _leads_to(way: Way, callees: list[bytes]) -> bool:
    if way.calls is None:
        return True
    for callee in callees:
        if callee in way.calls:
            return True
        if callee not in KEEPING_CALLS:
            return False
    return way.is_statement


def is_kept(data: bytes, span: Span, place: int) -> bool:
    """Tell whether the value of a statement may show what stands at a place of it, rather than
    what some function makes of that."""
    callees = _callees(data, span, place)
    return callees is not None and KEEPING_CALLS.issuperset(callees)


def _callees(data: bytes, span: Span, place: int) -> list[bytes] | None:
    """The names of the functions in whose brackets a place stands, from the inside, `raise` for
    an exception that is raised, `)` for what another call gives; None for a place in a text."""
    if place - span[0] > LONGEST:
        return []
    brackets = open_brackets(data, span[0], place)
    if brackets is None:
        return None
    found = [
        _CALLEE.search(data, max(span[0], it - 80), it) for it in reversed(brackets[-DEEPEST:])
    ]
    names = (match["raised"] or match["name"] or b")" for match in found if match is not None)
    return [name for name in names if name not in _NO_CALLEES]


def reached(names: Iterable[str], data: bytes, spans: Spans, ways: Iterable[Way]) -> Iterator[Span]:
    """Give the statements in which one of the names, or one that is given its value, may leave
    by one of the ways."""
    waiting = list(names)
    seen, given = set(waiting), set()
    left = _MOST_USES
    while waiting:
        current = waiting.pop()
        for place in spans.places_of(current):
            if not _is_whole(current, data, place):
                continue
            left -= 1
            if left < 0:
                return
            span = spans.at(place)
            if span not in given and leaves(data, span, place, ways):
                given.add(span)
                yield span
            others, values = targets(data, span)
            if place >= values and is_kept(data, span, place):
                new = [it for it in others if it not in seen][: _MOST_NAMES - len(seen)]
                seen.update(new)
                waiting += new


def _is_whole(name: str, data: bytes, place: int) -> bool:
    """Whether a name stands at a place for its whole value: not for a part of it, what a method
    makes of it, or an argument that is called the same."""
    owner, _, last = name.rpartition(".")
    before = data[max(0, place - 80) : place].rstrip()
    if before.endswith(b".") is not bool(owner) and not (before and _OWNER.search(before)):
        return False
    after = _AFTER.match(data, place + len(last.encode()))
    if after is None:
        return True
    return after["method"] is not None and after["method"].decode() in KEEPING_METHODS

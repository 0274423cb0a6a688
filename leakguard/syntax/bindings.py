"""Where names are given values, told by the bytes of a source; parsed are those that matter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import libcst as cst

from leakguard.document import Span
from leakguard.syntax.spans import Block, Spans
from leakguard.syntax.statement import Statement

_BINDS = re.compile(rb"[ \t]*+(?:,[^=\n()]{0,120}|:[^=\n]{0,120}|[\])])?[ \t]*+(?::|\+|\|)?=(?!=)")
"""What stands behind a name that is given a value."""

_PLAIN = re.compile(rb"[ \t]*(?::[^=\n;]{0,120})?=(?!=)[^;]*\Z")
"""What stands behind a name with which a statement starts that gives it a value, and does no
more."""

_BINDS_NONE = re.compile(rb"(?:async[ \t]+)?def\b|class\b|[rRuUbBfF]{0,2}[\"']")
"""How statements start that assign to no name: heads, whose parameters are none, and texts."""

_NEVER_BOUND = {"self", "cls", "None", "True", "False"}
"""Names that many statements hold, and none assigns to."""

_IN_CALL = re.compile(rb"[(,]\s*$")
"""What stands before the name of a keyword argument, `f(name=value)`."""


@dataclass(frozen=True)
class Place:
    """A statement that gives a name a value."""

    span: Span
    """Its logical line, in bytes."""
    start: int
    """Where it starts, without its indentation."""
    is_plain: bool
    """Whether it is an assignment as far as its bytes tell; else only the parser knows."""
    _spans: Spans = field(repr=False, compare=False)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The functions and classes around it, the innermost first."""
        return self._spans.blocks(self.start)

    @cached_property
    def functions(self) -> tuple[Block, ...]:
        """The functions around it, the innermost first."""
        return tuple(block for block in self.blocks if not block.is_class)


@dataclass(frozen=True, slots=True)
class Binding:
    """A value that a name is given."""

    statement: Statement
    value: cst.BaseExpression
    place: Place


def places(name: str, spans: Spans) -> Iterator[Place]:
    """Give the statements that may give `name`, which may be dotted, a value, from the top."""
    if name in _NEVER_BOUND:
        return
    data, done = spans.data, -1
    owner, _, last = name.rpartition(".")
    before, whole = f"{owner}.".encode() if owner else b"", name.encode()
    for place in spans.places_of(name):
        is_it = data.endswith(before, 0, place) if owner else data[place - 1 : place] != b"."
        after = place + len(last.encode())
        is_keyword = data[after : after + 1] == b"=" and _IN_CALL.search(
            data, max(0, place - 20), place
        )
        if place <= done or not is_it or is_keyword or not _BINDS.match(data, after):
            continue
        span = spans.at(place)
        done = span[1]
        line = data[slice(*span)]
        start = span[0] + len(line) - len(line.lstrip(b" \t\f"))
        if _BINDS_NONE.match(data, start):
            continue
        is_plain = data.startswith(whole, start) and _PLAIN.match(data, start + len(whole), done)
        yield Place(span, start, bool(is_plain), spans)

"""Runs the syntax rules over the statements of a document in which a trigger fired."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import libcst as cst

from leakguard.candidate import Candidate, Shape
from leakguard.document import Document, Span
from leakguard.rule import SyntaxRule
from leakguard.syntax.module import Module
from leakguard.syntax.names import assignments, dotted
from leakguard.syntax.neighbours import Find, Neighbours
from leakguard.syntax.statement import Statement
from leakguard.values import reason_against

_TAKES = re.compile(rb"\(|environ")
"""What a statement holds that gives a name to a call or to the environment."""

_WRITTEN = (cst.SimpleString, cst.ConcatenatedString)
"""Values that stand there as they are. What expressions make of names is looked at where an SDK
takes it."""

Visit: TypeAlias = Callable[[cst.CSTNode], Iterable[Candidate]]
"""A rule's method for one kind of node."""

_MOST_USES = 200
"""Statements that are looked at because they use a name bound to a literal."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """What the syntax rules saw in a document."""

    candidates: tuple[Candidate, ...]
    unparsed: tuple[Span, ...]
    """Statements with a hit that could not be read as Python, in order."""


def examine(
    document: Document,
    rules: Sequence[type[SyntaxRule]],
    hits: Iterable[int],
    find: Find | None = None,
) -> Syntax:
    """Visit the statements at `hits`, byte offsets from 0, and those that use what they bind.

    `find` gives the other documents of the tree, into which imported names are followed.
    """
    module = Module(document, Neighbours(document, find) if find is not None else None)
    spans = sorted({module.spans.at(hit) for hit in hits})
    read = {span: module.statement(span) for span in spans}
    parsed = [statement for statement in read.values() if statement]
    seen: dict[tuple[str, str, Span], Candidate] = {}
    for statement in (*parsed, *_uses(module, parsed, set(spans))):
        for candidate in _visit(module, statement, rules):
            home = candidate.document or document
            seen.setdefault((candidate.rule, home.path, candidate.span), candidate)
    return Syntax(tuple(seen.values()), tuple(span for span in spans if not read[span]))


def _visit(
    module: Module, statement: Statement, rules: Sequence[type[SyntaxRule]]
) -> Iterator[Candidate]:
    instances = [rule(module, statement) for rule in rules]
    visits: dict[type[cst.CSTNode], list[Visit]] = {}
    for node in statement.nodes():
        kind = type(node)
        if kind not in visits:
            method = f"visit_{kind.__name__}"
            visits[kind] = [getattr(it, method) for it in instances if hasattr(it, method)]
        for visit in visits[kind]:
            yield from visit(node)


def _uses(module: Module, parsed: list[Statement], done: set[Span]) -> Iterator[Statement]:
    """The statements that give a call or the environment a name that `parsed` give a key, whatever
    it is called: shorter values count only under a credential's name, which is its own finding."""
    budget = _MOST_USES
    names = {
        dotted(target)
        for statement in parsed
        for target, value in assignments(statement)
        if isinstance(value, _WRITTEN)
        and (literal := module.literal(value, statement)) is not None
        and reason_against(literal.value, Shape.KEY) is None
    }
    for name in sorted(names - {""}):
        for place in module.spans.places_of(name):
            span = module.spans.at(place)
            if span in done or not _TAKES.search(module.document.data, *span):
                continue
            done.add(span)
            budget -= 1
            if budget < 0:
                return
            if (statement := module.statement(span)) is not None:
                yield statement

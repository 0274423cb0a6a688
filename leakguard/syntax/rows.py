"""Things that stand in a row, such as the entries of a dict: any of them can be left out."""

from collections.abc import Sequence

import libcst as cst

from leakguard.finding import Row
from leakguard.syntax.statement import Statement

_LINES = (cst.SimpleStatementLine, cst.SimpleStatementSuite)


def row_of(
    statement: Statement, items: Sequence[cst.CSTNode], item: cst.CSTNode, rest: str | None = ""
) -> Row:
    """Give the row of some nodes of a statement, of which `item` can be left out."""
    index = next(number for number, it in enumerate(items) if it is item)
    return Row(tuple((statement.span_of(it),) for it in items), index, rest)


def row_in_line(statement: Statement, node: cst.BaseSmallStatement) -> Row | None:
    """Give the statements that share a line with `node`: `a = 1; b = 2`."""
    for line in statement.nodes():
        body = line.body if isinstance(line, _LINES) else ()
        if any(it is node for it in body):
            is_suite = isinstance(line, cst.SimpleStatementSuite)
            return row_of(statement, body, node, "pass" if is_suite else None)
    return None


def row_of_targets(
    statement: Statement, assignment: cst.Assign, value: cst.BaseExpression
) -> Row | None:
    """Give the targets of `a, b = 1, 2`, each with its value, of which that of `value` can be left
    out with it; None where what is left could be something else."""
    targets, values = assignment.targets[0].target, assignment.value
    if len(assignment.targets) > 1 or "#" in statement.document.text(*statement.span):
        return None
    if not isinstance(targets, cst.Tuple) or not isinstance(values, cst.Tuple):
        return None
    if any(_is_peculiar(it) for it in (targets, values)):
        return None
    pairs = list(zip(targets.elements, values.elements, strict=True))
    index = next((at for at, (_, it) in enumerate(pairs) if it.value is value), None)
    spans = tuple(tuple(statement.span_of(it.value) for it in pair) for pair in pairs)
    return None if index is None else Row(spans, index)


def _is_peculiar(values: cst.Tuple) -> bool:
    """Tell whether a tuple ends with a comma, so that one value would still be a tuple, or holds
    a star."""
    last = values.elements[-1]
    return isinstance(last.comma, cst.Comma) or any(
        isinstance(it, cst.StarredElement) for it in values.elements
    )

"""Names and what is assigned to them, read off libcst's nodes."""

from collections.abc import Iterator
from typing import TypeAlias

import libcst as cst

from leakguard.syntax.statement import Statement

Assignment: TypeAlias = cst.Assign | cst.AnnAssign | cst.NamedExpr | cst.AugAssign


def dotted(node: cst.CSTNode) -> str:
    """Give `a.b.c` for a chain of names and attributes, or nothing for anything else."""
    parts: list[str] = []
    while isinstance(node, cst.Attribute):
        parts.append(node.attr.value)
        node = node.value
    if not isinstance(node, cst.Name):
        return ""
    return ".".join([node.value, *reversed(parts)])


def assignments(statement: Statement) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """Give each (target, value) of the assignments in a statement, tuples taken apart."""
    for node in statement.nodes():
        if isinstance(node, Assignment):
            yield from assigned(node)


def assigned(node: Assignment) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """Give each (target, value) of one assignment, tuples taken apart."""
    if isinstance(node, cst.Assign):
        for target in node.targets:
            yield from _pairs(target.target, node.value)
    elif node.value is not None:
        yield node.target, node.value


def _pairs(
    target: cst.BaseExpression, value: cst.BaseExpression
) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    sequence = cst.Tuple | cst.List
    if isinstance(target, sequence) and isinstance(value, sequence):
        if len(target.elements) == len(value.elements):
            for one, its_value in zip(target.elements, value.elements, strict=True):
                yield from _pairs(one.value, its_value.value)
    else:
        yield target, value


def imported(node: cst.Import | cst.ImportFrom) -> Iterator[tuple[str, str]]:
    """Give (name, full name) of each name that an import binds."""
    if isinstance(node.names, cst.ImportStar):
        return
    prefix = ""
    if isinstance(node, cst.ImportFrom):
        package = dotted(node.module) if node.module else ""
        prefix = "." * len(node.relative) + (f"{package}." if package else "")
    for alias in node.names:
        full = dotted(alias.name)
        if alias.asname is not None:
            yield dotted(alias.asname.name), prefix + full
        elif prefix:
            yield full, prefix + full
        else:
            first = full.partition(".")[0]
            yield first, first

"""Names and what is assigned to them, read off libcst's nodes."""

import ast
import warnings
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

import libcst as cst

from leakguard.context.salts import role_in_code
from leakguard.levels import Role
from leakguard.syntax.bounds import LONGEST
from leakguard.syntax.statement import Statement

_REMEMBERED = 1024
"""Import statements that are read once: modules of one package share most of theirs."""

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


def role_of(name: str) -> Role | None:
    """Give the part that a value of this name plays as a credential, or None."""
    return role_in_code(name)


def evaluated(node: cst.SimpleString) -> str | bytes | None:
    """Give what a literal stands for; None for one with an escape that Python refuses."""
    is_bytes = "b" in node.prefix.lower()
    if "\\" not in node.raw_value or "r" in node.prefix.lower():
        text = node.raw_value
        return text.encode("latin-1", "replace") if is_bytes else text
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of escapes that Python will refuse one day
            return node.evaluated_value
    except (SyntaxError, ValueError):
        return None


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


def text_of(node: cst.BaseExpression) -> str | None:
    """Give the value of a single string literal, as a name or a key is written."""
    if not isinstance(node, cst.SimpleString):
        return None
    value = evaluated(node)
    return value.decode("latin-1") if isinstance(value, bytes) else value


@lru_cache(_REMEMBERED)
def imported(text: str) -> tuple[tuple[str, str], ...]:
    """Give (name, full name) of each name that the import statements in `text` bind.

    Read by `ast`, which is ten times faster than libcst; nothing else of the text matters.
    """
    return tuple(_imported(text))


def _imported(text: str) -> Iterator[tuple[str, str]]:
    if len(text) > LONGEST:
        return
    try:
        tree = ast.parse(text.strip())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in tree.body:
        prefix = ""
        if isinstance(node, ast.ImportFrom):
            prefix = "." * node.level + (f"{node.module}." if node.module else "")
        elif not isinstance(node, ast.Import):
            continue
        for alias in node.names:
            if alias.name == "*":
                yield f"{prefix}*", prefix.rstrip(".")
            elif alias.asname is not None:
                yield alias.asname, prefix + alias.name
            elif isinstance(node, ast.ImportFrom):
                yield alias.name, prefix + alias.name
            else:
                first = alias.name.partition(".")[0]
                yield first, first

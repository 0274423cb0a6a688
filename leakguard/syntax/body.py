"""The body of a function, which is not a part of the statement that its head is: what a default
computes can be computed there."""

import re
from itertools import islice

import libcst as cst

from leakguard.document import Document, Span
from leakguard.syntax.lines import iter_logical_lines
from leakguard.syntax.module import Module
from leakguard.syntax.names import dotted
from leakguard.syntax.statement import Statement

_BLANK = re.compile(r"\s*(?:#.*)?")
_INDENT = re.compile(r"[ \t]*")
_DOCSTRING = re.compile(r"[ \t]*[rRuU]{0,2}[\"']")
_MOST_LINES = 200
"""Lines before the first statement that are looked at."""

_OPTIONAL = {"str", "bytes"}
"""Annotations that do not allow for None."""

_TYPING = "typing.Optional"

DOUBT = "a caller who passes None would get what the variable holds at that time"
"""Why a function may do something else whose default becomes None."""


def moved(
    function: cst.FunctionDef, parameter: cst.Param, form: str, head: Statement, module: Module
) -> tuple[tuple[Span, str], ...] | None:
    """Give what changes besides when a default becomes None and the body computes it, as `form`.
    None if the body is on the head's line, and does something."""
    place = body_of(function, head)
    if place is None:
        return _annotated(parameter, head, module) if is_stub(function) else None
    (at, indent), name = place, parameter.name.value
    step = "\t" if indent.endswith("\t") else "    "
    lines = f"{indent}if {name} is None:\n{indent}{step}{name} = {form}\n"
    return (*_annotated(parameter, head, module), ((at, at), lines))


def _annotated(
    parameter: cst.Param, head: Statement, module: Module
) -> tuple[tuple[Span, str], ...]:
    """What an annotation becomes, if it has to allow for None now."""
    annotation = parameter.annotation and parameter.annotation.annotation
    if annotation is None or dotted(annotation) not in _OPTIONAL:
        return ()
    name = next((it for it, full in module.imports.items() if full == _TYPING), None)
    known = dotted(annotation)
    new = f"{name}[{known}]" if name is not None else f"{known} | None"
    return ((head.span_of(annotation), new),)


def parameters(given: cst.Parameters) -> tuple[cst.Param, ...]:
    """Give the parameters that can have a default."""
    return (*given.posonly_params, *given.params, *given.kwonly_params)


def body_of(function: cst.FunctionDef, head: Statement) -> tuple[int, str] | None:
    """Give where a statement can be put in front of a function's body, in bytes, and with what
    indentation: behind the docstring, above the comments. None if the body is on the head's
    line."""
    if not isinstance(function.body, cst.IndentedBlock):
        return None
    document = head.document
    at, seen = None, False
    for start, end in islice(iter_logical_lines(document.data, head.span[1]), 1, _MOST_LINES):
        line = document.text(start, end)
        if not line.strip():
            continue
        at = start if at is None else at
        if _BLANK.fullmatch(line):
            continue
        indent = _INDENT.match(line)
        if indent is None or len(indent[0]) <= _column(document, head.span[0]):
            return None
        if seen or not _DOCSTRING.match(line):
            return at, indent[0]
        at, seen = None, True
    return None


def is_stub(function: cst.FunctionDef) -> bool:
    """Tell whether a function's body, on the line of its head, does nothing."""
    body = function.body
    if not isinstance(body, cst.SimpleStatementSuite) or len(body.body) != 1:
        return False
    only = body.body[0]
    is_dots = isinstance(only, cst.Expr) and isinstance(only.value, cst.Ellipsis)
    return is_dots or isinstance(only, cst.Pass)


def _column(document: Document, offset: int) -> int:
    start = max(document.data.rfind(b"\n", 0, offset), document.data.rfind(b"\r", 0, offset)) + 1
    return len(document.text(start, offset))

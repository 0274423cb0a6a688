"""Where the body of a function begins, which is not a part of the statement that its head is."""

import re
from itertools import islice

import libcst as cst

from leakguard.document import Document
from leakguard.syntax.lines import iter_logical_lines
from leakguard.syntax.statement import Statement

_BLANK = re.compile(r"\s*(?:#.*)?")
_INDENT = re.compile(r"[ \t]*")
_DOCSTRING = re.compile(r"[ \t]*[rRuU]{0,2}[\"']")
_MOST_LINES = 200
"""Lines before the first statement that are looked at."""


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

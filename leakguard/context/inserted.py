"""The columns of an INSERT statement, and the values in its rows."""

import re
from collections.abc import Iterator

from leakguard.document import Document, Span

_REACH = 4096
"""Bytes of a statement before a value in which its columns may stand."""

_MOST = 200
"""Rows of a statement that are looked at."""

_OPENS = re.compile(rb"[(,]\s*[NE]?'$")
"""What stands before the text of a value in a row."""

_HEAD = re.compile(
    rb"""\binsert\s+into\s[^()]{1,80} \( (?P<columns>[^()]{1,800}) \) \s*values\s* (?=\()""",
    re.VERBOSE | re.IGNORECASE,
)
_SPELLINGS = tuple((word.upper(), word, word.capitalize()) for word in (b"values", b"insert"))
"""How the words of a statement are written: to look for them so takes a tenth of the time that a
pattern takes which does not regard case, and most texts with a quote are of no statement."""

_CELL = re.compile(
    rb"""\s* (?: [NE]? (?P<quote>['"]) (?P<text> (?: (?!(?P=quote))[^\\] | \\. | (?P=quote){2} )* )
                 (?P=quote)
               | [^'"(),;]* (?: \( [^()';]{0,80} \) )? ) \s* (?P<end>[,)])""",
    re.VERBOSE | re.DOTALL,
)
_NEXT_ROW = re.compile(rb"\s*,\s*(?:--[^\n]*\n\s*)?\(")
_MARKS = b' \t\r\n`"[]'


def column_of(document: Document, start: int) -> str | None:
    """Give the column of the value whose first byte is at `start`, in a row of an INSERT, or None:
    of `INSERT INTO users (name, password) VALUES ('ada', '…` the second one."""
    data = document.data
    if not _OPENS.search(data[max(0, start - 8) : start]):
        return None
    head = _head_before(data, start)
    cells = _cells(data, head, start) if head is not None else ()
    return next((column for column, span in cells if span[0] == start), None)


def rows_around(document: Document, end: int, seen: set[int]) -> Iterator[tuple[str, Span]]:
    """Give each text in the rows of the INSERT in which a text ends at `end`, in bytes, with its
    column; nothing where none is, or where it begins at one of `seen`, to which it is added."""
    data = document.data
    head = _head_before(data, end) if data[end - 1 : end] == b"'" else None
    if head is None or head.start() in seen:
        return
    seen.add(head.start())
    yield from _cells(data, head, len(data))


def _head_before(data: bytes, position: int) -> re.Match[bytes] | None:
    """Give the statement that stands nearest before a place."""
    start = max(0, position - _REACH)
    if not all(any(data.rfind(it, start, position) >= 0 for it in word) for word in _SPELLINGS):
        return None
    heads = list(_HEAD.finditer(data, start, position))
    return heads[-1] if heads else None


def _cells(data: bytes, head: re.Match[bytes], stop: int) -> Iterator[tuple[str, Span]]:
    """Give each text in the rows of a statement, up to a place, with its column."""
    columns = [it.strip(_MARKS).decode("ascii", "replace") for it in head["columns"].split(b",")]
    at = head.end() + 1
    for _ in range(_MOST):
        for column in columns:
            cell = _CELL.match(data, at)
            if cell is None or cell.start("text") > stop:
                return
            if cell["text"]:
                yield column, cell.span("text")
            at = cell.end()
            if cell["end"] == b")":
                break
        row = _NEXT_ROW.match(data, at) if data[at - 1 : at] == b")" else None
        if row is None:
            return
        at = row.end()

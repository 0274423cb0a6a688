"""The columns of an INSERT statement that values stand in."""

import re
from collections.abc import Iterator

from leakguard.document import Document, Span

_OPENS = re.compile(rb"[(,]\s*[NE]?'$")
"""What stands before the text of a value in a row."""


def column_of(document: Document, start: int) -> str | None:
    """Give the column of the value whose first byte is at `start`, in a row of an INSERT, or None:
    of `INSERT INTO users (name, password) VALUES ('ada', '…` the second one."""
    if not _OPENS.search(document.data[max(0, start - 8) : start]):
        return None
    number = document.inserts.before(start)
    cell = document.inserts.cells(number).get(start) if number is not None else None
    return cell[0] if cell is not None else None


def rows_around(document: Document, end: int, seen: set[int]) -> Iterator[tuple[str, Span]]:
    """Give each text in the rows of the INSERT in which a text ends at `end`, in bytes, with its
    column; nothing where none is, or where it is one of `seen`, to which its number is added."""
    is_text = document.data[end - 1 : end] == b"'"
    number = document.inserts.before(end) if is_text else None
    if number is None or number in seen:
        return
    seen.add(number)
    yield from document.inserts.cells(number).values()

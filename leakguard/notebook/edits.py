r"""Edits of decoded cells as edits of the JSON file, in which all else stays byte for byte.

A list of lines stays one: where a new text breaks a line, a string ends and another one begins, as
the file has it between two others. Letters beyond ASCII are written as the file writes them.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable

from leakguard.candidate import Edit
from leakguard.document import Span
from leakguard.notebook.text import CellText

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_ESCAPED_LETTER = re.compile(rb"\\u(?!00[0-7])[0-9a-fA-F]{4}")
_SPACE = b" \t\r\n"


def in_file(cells: CellText, edits: Iterable[Edit]) -> list[Edit]:
    """Give edits of decoded texts as edits of the file; none reaches over the end of its text."""
    is_ascii = cells.file.data.isascii() and _ESCAPED_LETTER.search(cells.file.data) is not None
    return [_in_file(cells, edit, is_ascii=is_ascii) for edit in edits]


def _in_file(cells: CellText, edit: Edit, *, is_ascii: bool) -> Edit:
    index = bisect_right(cells.starts, edit.span[0]) - 1
    strings = cells.texts[index].strings
    start, end = (cells.offset_in_file(offset) for offset in edit.span)
    brackets = _brackets(cells.file.data, strings)
    is_at_end = end == strings[-1][1]
    if brackets is not None and not edit.text and is_at_end and start == strings[0][0]:
        return Edit(brackets, "[]")
    pieces = [json.dumps(it, ensure_ascii=is_ascii)[1:-1] for it in _LINES.findall(edit.text)]
    if brackets is None:
        return Edit((start, end), "".join(pieces))
    between = _between(cells.file.data, strings, brackets)
    is_followed = edit.text.endswith("\n") and not is_at_end
    return Edit((start, end), between.join([*pieces, ""] if is_followed else pieces))


def _brackets(data: bytes, strings: tuple[Span, ...]) -> Span | None:
    """Give where the list stands that holds the strings; None if a string stands alone."""
    start, end = strings[0][0] - 1, strings[-1][1] + 1
    while data[start - 1] in _SPACE:
        start -= 1
    while data[end] in _SPACE:
        end += 1
    is_list = data[start - 1 : start] == b"[" and data[end : end + 1] == b"]"
    return (start - 1, end + 1) if is_list else None


def _between(data: bytes, strings: tuple[Span, ...], brackets: Span) -> str:
    """Give what stands between two strings of a list, their quotes included."""
    if len(strings) > 1:
        return data[strings[0][1] : strings[1][0]].decode()
    return f'",{data[brackets[0] + 1 : strings[0][0]].decode()}'

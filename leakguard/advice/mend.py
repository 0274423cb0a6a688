"""How a text reads once it is mended: what is advised, and what a fix does, comes from here."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from leakguard.candidate import Edit
from leakguard.document import Document, Span
from leakguard.finding import Mend, Row
from leakguard.syntax.lines import comments

Read = Callable[[Mend, str], str]
"""Gives the look-up of a mend's variable, with the quote to use."""

_QUOTE = re.compile(r"""["']""")
_WORD_BEFORE = re.compile(rb"[A-Za-z0-9_\x80-\xff]\Z")
_LINE_END = re.compile(rb"\r\n?|\n")
_COMMA = re.compile(rb"[ \t]*,")
_TO_COMMENT = re.compile(rb"[ \t]*+(?:,[ \t]*+)?(?=#)")
_REST_OF_LINE = re.compile(rb"[ \t]*+(?:,[ \t]*+)?(?:\r\n?|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Made:
    """An edit, and the mends that it is a part of."""

    edit: Edit
    mends: tuple[Mend, ...]


@dataclass(frozen=True, slots=True)
class Emptied:
    """A statement of which nothing is left."""

    place: int
    """A byte of it."""
    mends: tuple[Mend, ...]


def is_left_out(mend: Mend, *, is_filled: bool) -> bool:
    """Tell whether no look-up takes the place of a value: the environment is filled before, and
    all that the program does with the value is to put it there."""
    return is_filled and bool(mend.rows)


def made(
    document: Document, mends: Iterable[Mend], read: Read, *, is_filled: bool
) -> tuple[list[Made], list[Emptied]]:
    """Give the edits that mend a document, in the order of their places, and the statements that
    go as a whole.

    `is_filled` says that the environment has every variable before the program starts to read.
    """
    mends = sorted(mends, key=lambda it: it.span)
    edits: list[Made] = []
    for it in mends:
        if not is_left_out(it, is_filled=is_filled):
            edits += (Made(edit, (it,)) for edit in _in_place(document, it, read))
    left_out = [it for it in mends if is_left_out(it, is_filled=is_filled)]
    outer, emptied = _left_out(document, [(it.rows, (it,)) for it in left_out])
    return sorted([*edits, *outer], key=lambda it: it.edit.span), emptied


def newline(document: Document) -> str:
    """Give how the first line of a document ends."""
    found = _LINE_END.search(document.data)
    return found[0].decode() if found else "\n"


def _in_place(document: Document, mend: Mend, read: Read) -> list[Edit]:
    start, end = mend.span
    found = _QUOTE.search(document.text(start, end))
    look_up = read(mend, found[0] if found is not None else '"')
    new = mend.form.replace("{read}", look_up)
    kept = [document.text(*it) for it in comments(document.data, start, end)]
    if kept:
        indent = _indent(document, start)
        new = f"(  {''.join(f'{it}{newline(document)}{indent}    ' for it in kept)}{new})"
    if new and _WORD_BEFORE.search(document.data, max(0, start - 1), start):
        new = f" {new}"
    others = (
        Edit(span, text.replace("{read}", look_up).replace("\n", newline(document)))
        for span, text in mend.besides
    )
    return [Edit(mend.span, new), *others]


Chain = tuple[tuple[Row, ...], tuple[Mend, ...]]
"""The rows in which something is left out, the innermost first, and because of which mends."""


def _left_out(document: Document, chains: Sequence[Chain]) -> tuple[list[Made], list[Emptied]]:
    """Leave one thing out of each row; what holds a row of which nothing stays is left out of its
    own row."""
    edits: list[Made] = []
    emptied: list[Emptied] = []
    left = list(chains)
    while left:
        depth = max(len(rows) for rows, _ in left)
        here = [it for it in left if len(it[0]) == depth]
        left = [it for it in left if len(it[0]) < depth]
        for items in dict.fromkeys(rows[0].items for rows, _ in here):
            own = [it for it in here if it[0][0].items == items]
            row, *outer = own[0][0]
            mends = tuple(mend for _, mends in own for mend in mends)
            gone = {rows[0].index for rows, _ in own}
            if len(gone) < len(items):
                edits += (Made(edit, mends) for edit in _without(document, items, gone))
            elif outer:
                left.append((tuple(outer), mends))
            elif row.rest is None:
                emptied.append(Emptied(items[0][0][0], mends))
            else:
                edits += (Made(edit, mends) for edit in _emptied(document, items, row.rest))
    return edits, emptied


def _emptied(document: Document, items: tuple[tuple[Span, ...], ...], rest: str) -> list[Edit]:
    """Put `rest` into the place of a whole row."""
    comma = _COMMA.match(document.data, items[-1][-1][1])
    end = comma.end() if comma is not None else items[-1][-1][1]
    return [Edit((items[0][0][0], end), rest)]


def _without(document: Document, items: tuple[tuple[Span, ...], ...], gone: set[int]) -> list[Edit]:
    """Leave things out of a row, in each of the places where they stand."""
    edits: list[Edit] = []
    for column in zip(*items, strict=True):
        cuts = [_cut(document, column, index, gone) for index in sorted(gone)]
        for cut in sorted(cuts, key=lambda it: it.span):
            if edits and cut.span[0] <= edits[-1].span[1]:
                last = edits.pop()
                end = max(last.span[1], cut.span[1])
                cut = Edit((last.span[0], end), last.text + cut.text)
            edits.append(cut)
    return edits


def _cut(document: Document, column: tuple[Span, ...], index: int, gone: set[int]) -> Edit:
    """Leave one thing out of a row, with its comma, or with its lines if it is alone on them; the
    comments in it and behind it stay."""
    data, (start, end) = document.data, column[index]
    indent, line_end = _indent(document, start), newline(document)
    kept = [document.text(*it) for it in comments(data, start, end)]
    first_of_line = start - len(indent.encode(document.encoding))
    rest = _REST_OF_LINE.match(data, end)
    if rest is not None and _is_line_start(data, first_of_line):
        return Edit((first_of_line, rest.end()), "".join(f"{indent}{it}{line_end}" for it in kept))
    text = "".join(f"{it}{line_end}{indent}" for it in kept)
    comment = _TO_COMMENT.match(data, end)
    if comment is not None:
        return Edit((start, comment.end()), text)
    if any(other not in gone for other in range(index + 1, len(column))):
        return Edit((start, column[index + 1][0]), text)
    before = column[index - 1][1]
    if any(True for _ in comments(data, before, start)):
        comma = _COMMA.match(data, end)
        return Edit((start, comma.end() if comma is not None else end), text)
    return Edit((before, end), text)


def _is_line_start(data: bytes, offset: int) -> bool:
    return offset == 0 or data[offset - 1 : offset] in (b"\n", b"\r")


def _indent(document: Document, offset: int) -> str:
    """Give the blanks that the physical line of a byte starts with, as far as that byte."""
    data = document.data
    start = max(data.rfind(b"\n", 0, offset), data.rfind(b"\r", 0, offset)) + 1
    line = data[start:offset]
    return document.text(start, start + len(line) - len(line.lstrip(b" \t")))

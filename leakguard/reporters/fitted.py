"""A line of code in the columns and the encoding of a terminal, with what is marked in it."""

from itertools import accumulate

from rich.cells import get_character_cell_size

Marks = tuple[tuple[int, int], ...]

_BEFORE = 0.6
"""How much of a line that is cut may stand before what is marked in it."""


def fitted(
    line: str, marked: Marks, room: int | None, encoding: str
) -> tuple[str, list[tuple[int, int]]]:
    """Give a line without its indentation, what the encoding lacks as escapes, and the part of it
    around the marks that has room in so many columns."""
    line, marked = _encodable(line, marked, encoding)
    dots = "…" if _has(encoding, "…") else "..."
    start = len(line) - len(line.lstrip())
    end = len(line.rstrip())
    before, after = "", ""
    column = list(accumulate(map(get_character_cell_size, line), initial=0))
    if room is not None and column[end] - column[start] > room:
        start = max(start, _start(column, start, end, marked, room - len(dots)))
        before = dots if line[:start].strip() else ""
        if column[end] - column[start] > room - len(before):
            after = dots
            last = column[start] + room - len(before) - len(after)
            end = max(at for at in range(start, end) if column[at] <= last)
    offset = start - len(before)
    shown = [(max(low, start) - offset, min(high, end) - offset) for low, high in marked]
    return before + line[start:end] + after, [(low, high) for low, high in shown if low < high]


def _start(column: list[int], start: int, end: int, marked: Marks, room: int) -> int:
    """Give the first letter of a line that is shown, where `room` columns have to do."""
    first, until = marked[0] if marked else (start, start)
    last = max(column[until], column[first] + int((room + 1) * (1 - _BEFORE)))
    wanted = min(column[first] - 1, last - room + 1, column[end] - room)
    return next(at for at, it in enumerate(column) if it >= wanted)


def _encodable(line: str, marked: Marks, encoding: str) -> tuple[str, Marks]:
    """Give a line as it will be written, and the marks where they are then."""
    if _has(encoding, line):
        return line, marked
    letters = [
        it if _has(encoding, it) else it.encode("ascii", "backslashreplace").decode() for it in line
    ]
    at = list(accumulate(map(len, letters), initial=0))
    return "".join(letters), tuple((at[low], at[high]) for low, high in marked)


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True

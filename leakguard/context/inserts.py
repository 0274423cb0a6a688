"""The INSERT statements of a text: their columns, and the values in their rows.

A hostile text may be one such statement behind the other, or a quote that nothing closes: each
statement is read once, and no further than where the next begins.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Cell: TypeAlias = tuple[str, tuple[int, int]]
"""A column, and where a text in it starts and ends, in bytes."""

_MOST = 200
"""Rows of a statement that are looked at."""

_WORD = re.compile(rb"INSERT|insert|Insert")
"""How a statement begins: to look for it so takes a tenth of the time that a pattern takes which
does not regard case."""

_HEAD = re.compile(
    rb"""insert\s++into\s[^()]{1,80} \( (?P<columns>[^()]{1,800}) \) \s*+values\s*+ (?=\()""",
    re.VERBOSE | re.IGNORECASE,
)
_CELL = re.compile(
    rb"""\s*+ (?: [NE]? (?P<quote>['"])
                  (?P<text> (?: (?!(?P=quote))[^\\] | \\. | (?P=quote){2} )*+ ) (?P=quote) \s*+
                | [^'"(),;]*+ (?: \( [^()';]{0,80} \) \s*+ )? ) (?P<end>[,)])""",
    re.VERBOSE | re.DOTALL,
)
_NEXT_ROW = re.compile(rb"\s*+,\s*+(?:--[^\n]*+\n\s*+)?\(")
_SETTING = re.compile(rb"[A-Za-z_][\w.\-/:]{1,79}")
"""What a row of settings sets, in a column beside that of its value: `mail_api_key`."""
_TELLS = re.compile(
    r"(?:.*[_a-z])?(?:name|key|code|setting|option|parameter|variable|path)|k", re.IGNORECASE
)
_VALUE = re.compile(r"(?:.*[_a-z])?val(?:ue)?|v", re.IGNORECASE)
"""The columns of a table of settings: `option_name`, `option_value`."""
_MARKS = b' \t\r\n`"[]'


@dataclass(frozen=True)
class _Statement:
    """What tells where the rows of a statement are."""

    start: int
    columns: tuple[str, ...]
    rows: int
    """Where the bracket of its first row stands, in bytes."""


@dataclass(frozen=True)
class Inserts:
    """The INSERT statements of a text."""

    data: bytes
    statements: tuple[_Statement, ...]
    _cells: dict[int, dict[int, Cell]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, data: bytes) -> "Inserts":
        """Give those of UTF-8 or Latin-1 text."""
        words = (it.start() for it in _WORD.finditer(data))
        heads = [_HEAD.match(data, it) for it in words if not data[it - 1 : it].isalnum()]
        return cls(
            data,
            tuple(
                _Statement(it.start(), _columns(it["columns"]), it.end())
                for it in heads
                if it is not None
            ),
        )

    def before(self, place: int) -> int | None:
        """Give the number of the statement whose rows begin nearest before a place, in bytes."""
        number = bisect_right(self.statements, place, key=lambda it: it.rows) - 1
        return number if number >= 0 else None

    def cells(self, number: int) -> Mapping[int, Cell]:
        """Give each text in the rows of a statement, by the byte at which it starts."""
        if number not in self._cells:
            following = self.statements[number + 1 : number + 2]
            stop = following[0].start if following else len(self.data)
            found = _texts(self.data, self.statements[number], stop)
            self._cells[number] = {cell[1][0]: cell for cell in found}
        return self._cells[number]


def _columns(names: bytes) -> tuple[str, ...]:
    return tuple(it.strip(_MARKS).decode("ascii", "replace") for it in names.split(b","))


def _texts(data: bytes, statement: _Statement, stop: int) -> Iterator[Cell]:
    """Give each text in the rows of a statement, up to a place, with its column, or with what it
    is the value of."""
    at = statement.rows + 1
    for _ in range(_MOST):
        setting = None
        for column in statement.columns:
            cell = _CELL.match(data, at, stop)
            if cell is None:
                return
            if cell["text"]:
                if _TELLS.fullmatch(column) and _SETTING.fullmatch(cell["text"]):
                    setting = cell["text"].decode("ascii", "replace")
                is_value = setting is not None and _VALUE.fullmatch(column) is not None
                yield setting if setting and is_value else column, cell.span("text")
            at = cell.end()
            if cell["end"] == b")":
                break
        row = _NEXT_ROW.match(data, at, stop) if data[at - 1 : at] == b")" else None
        if row is None:
            return
        at = row.end()

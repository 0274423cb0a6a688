"""What the columns of rows are called, where a loop takes each row apart:
`for name, key, secret in ACCOUNTS:`."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import libcst as cst

from leakguard.syntax.module import Module

_LOOP = re.compile(
    rb"\bfor\s{1,9}(?P<targets>[\w\s,()]{3,200}?)\s{1,9}in\s{1,9}(?P<numbered>enumerate\(\s{0,9})?"
    rb"(?:self\.|cls\.)?(?P<name>\w{1,80})(?:\.(?P<view>items|values)\(\))?"
)
_INNER = re.compile(r"\(([^()]*)\)")
_FEWEST = 2
_MOST_ROWS = 2_000
_REMEMBERED = 2
"""Documents whose loops are kept: one is looked at after the other."""

Cell = tuple[str, cst.BaseExpression]
"""The name of a column, and what a row has in it."""


def rows_of(name: str, value: cst.BaseExpression, module: Module) -> Iterator[list[Cell]]:
    """Give the rows of the list, tuple or dict that `name` is given, each value with the name that
    a loop of the module takes it by; nothing where no loop does."""
    rows = [it for it in _held(value) if isinstance(it, cst.Tuple | cst.List)][:_MOST_ROWS]
    columns = _columns(module.document.data).get(name, ()) if rows else ()
    for row in rows:
        if len(row.elements) == len(columns):
            yield list(zip(columns, (it.value for it in row.elements), strict=True))


@lru_cache(_REMEMBERED)
def _columns(data: bytes) -> Mapping[str, tuple[str, ...]]:
    """Give the names by which the first loop over each collection takes its rows apart."""
    found: dict[str, tuple[str, ...]] = {}
    for loop in _LOOP.finditer(data):
        if columns := _targets(loop):
            found.setdefault(loop["name"].decode("utf-8", "replace"), columns)
    return found


def _targets(loop: re.Match[bytes]) -> tuple[str, ...]:
    """Give the names for what is in a row, or nothing: of a dict's items and of numbered rows,
    those in the inner brackets."""
    text = loop["targets"].decode("utf-8", "replace").strip()
    if inner := _INNER.findall(text):
        text = inner[0] if len(inner) == 1 else ""
    elif loop["numbered"] or loop["view"] == b"items":
        return ()
    found = tuple(it.strip() for it in text.split(","))
    return found if len(found) >= _FEWEST and all(map(str.isidentifier, found)) else ()


def _held(value: cst.BaseExpression) -> list[cst.BaseExpression]:
    if isinstance(value, cst.Dict):
        return [it.value for it in value.elements]
    return [it.value for it in value.elements] if isinstance(value, cst.List | cst.Tuple) else []

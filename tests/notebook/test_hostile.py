"""Notebooks that somebody made to break or to slow down what reads them."""

import json
from collections.abc import Callable

import pytest

from leakguard.examples import made_up
from tests.notebook.made import code, notebook
from tests.support import scan

SECRET = made_up("base62", 64, 751)
SOURCE = f"binance_secret = '{SECRET}'"
DEEP, LARGE = 100_000, 50 << 20
ESCAPES = 2 << 20


def leak(more: str = "", cell: str = "") -> str:
    """The member `cells` with a leak in it, with more strings in its source or more members."""
    return f'"cells": [{{"cell_type": "code", "source": ["{SOURCE}\\n"{more}]{cell}}}]'


def with_metadata(value: str) -> str:
    return f'{{"metadata": {value}, {leak()}}}'


def with_strings(more: str) -> str:
    return f"{{{leak(more=more)}}}"


def with_members(cell: str) -> str:
    return f"{{{leak(cell=cell)}}}"


READ: dict[str, Callable[[], str]] = {
    "nested lists": lambda: with_metadata("[" * DEEP + "]" * DEEP),
    "nested objects": lambda: with_metadata('{"a":' * DEEP + "1" + "}" * DEEP),
    "nested outputs": lambda: with_members(', "outputs": ' + "[" * DEEP + "]" * DEEP),
    "a long string": lambda: with_metadata('"' + "a" * LARGE + '"'),
    "a long source": lambda: with_strings(', "' + "a = 1;\\n" * (ESCAPES // 8) + '"'),
    "a long source of escapes": lambda: with_strings(', "' + r"\u0061\n" * (ESCAPES // 8) + '"'),
    "a source of many parts": lambda: with_strings(', "a"' * 200_000),
    "many cells": lambda: '{"cells": [' + "{}," * 100_000 + "{}], " + leak() + "}",
    "keys twice": lambda: '{"cells": [], ' + leak() + ', "cells": 1, "metadata": 2}',
    "sources twice": lambda: with_members(', "source": "a", "cell_type": "code"'),
    "lone surrogates": lambda: with_strings(r', "# \ud83d", "\ude00 \ud83d"'),
    "escapes that there are not": lambda: with_strings(r', "# \q\u12"'),
}


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_a_leak_is_found_in_spite_of(text: Callable[[], str]) -> None:
    report = scan({"a.ipynb": text()})
    assert [it.rule for it in report.findings] == ["hardcoded-assignment"]
    assert [it.place.cell is not None for it in report.findings] == [True]
    assert (report.errors, report.notices) == ((), ())


NOT_READ: dict[str, Callable[[], str]] = {
    "cut short": lambda: with_metadata("{}")[:-3],
    "nested and cut short": lambda: with_strings("")[:-1] + ', "metadata": ' + "[" * DEEP,
    "a string without an end": lambda: with_strings("")[:-1] + ', "metadata": "' + "a" * LARGE,
    "escapes without an end": lambda: with_strings("")[:-1] + ', "a": "' + r"\\" * (LARGE // 4),
}


@pytest.mark.parametrize("text", NOT_READ.values(), ids=NOT_READ)
def test_a_leak_is_found_as_text_in_spite_of(text: Callable[[], str]) -> None:
    report = scan({"a.ipynb": text()})
    assert [it.rule for it in report.findings] == ["binance-secret-key"]
    assert len(report.notices) == 1
    assert not report.errors


def test_many_values_in_one_long_string_are_all_found() -> None:
    lines = "".join(f"binance_secret = '{made_up('base62', 64, n)}'\n" for n in range(300))
    source = json.dumps({"cells": [{"cell_type": "markdown", "source": lines}]})
    findings = scan({"a.ipynb": source}).findings
    assert [it.place.cell.line for it in findings if it.place.cell] == [
        it.place.line for it in scan({"a.txt": lines}).findings
    ]


def test_a_statement_that_crashes_the_parser_stays_in_its_cell() -> None:
    crasher = "a" + ".b" * 10_000 + f"(api_secret='{SECRET}')"
    report = scan({"a.ipynb": notebook(code(crasher), code(f"api_secret = '{SECRET}'"))})
    assert "cell 2, line 1" in [str(it.place.cell) for it in report.findings]
    assert len(report.notices) == 1
    assert not report.errors

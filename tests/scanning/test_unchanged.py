"""What was told of a whole repository is told again as it was, or not at all."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from leakguard.report import Problem, Report, Statistics
from leakguard.scanning.clean import Clean
from leakguard.scanning.unchanged import as_before

TODAY = date(2026, 5, 4)
CLEAN = Report((), (), (), (Problem("a\x1b.py", 'is "odd"'),), Statistics(3, 4, 1, 2, 1))
BROKEN = Report((), (), (Problem("a.py", "cannot be read"),), (), Statistics(3))


@pytest.fixture
def clean(tmp_path: Path) -> Clean:
    return Clean(tmp_path / "cache" / "clean-1.sqlite")


def _nothing() -> Report:
    raise AssertionError


def test_a_report_without_findings_is_given_again(clean: Clean) -> None:
    assert as_before(lambda: CLEAN, "1", TODAY, clean) is CLEAN
    again = as_before(_nothing, "1", TODAY, clean)
    assert (again.notices, again.statistics) == (CLEAN.notices, Statistics(3, 4, 1, 2, 3))


@pytest.mark.parametrize(
    ("report", "state", "day"),
    [(CLEAN, "2", TODAY), (CLEAN, "1", date(2026, 5, 5)), (BROKEN, "1", TODAY), (CLEAN, "", TODAY)],
    ids=["another-state", "another-day", "errors", "no-state"],
)
def test_others_are_not(clean: Clean, report: Report, state: str, day: date) -> None:
    as_before(lambda: report, "1" if state else "", TODAY, clean)
    assert as_before(lambda: BROKEN, state, day, clean) is BROKEN


@pytest.mark.parametrize(
    "told",
    ["", "[]", "{}", '{"notices": [[1, "a"]], "statistics": {}}', "[" * 3000, b"\xff",
     '{"notices": [], "statistics": {"files": "many"}}', '{"notices": [], "statistics": {"a": 1}}'],
)  # fmt: skip
def test_what_is_damaged_is_not_told(clean: Clean, told: object) -> None:
    as_before(lambda: CLEAN, "1", TODAY, clean)
    with closing(sqlite3.connect(clean.file)) as database, database:
        database.execute("UPDATE whole SET told = ?", [told])
    assert as_before(lambda: BROKEN, "1", TODAY, clean) is BROKEN


def test_no_more_are_kept_than_are_worth_it(clean: Clean) -> None:
    for number in range(450):
        clean.keep(str(number), "{}")
    assert sum(clean.told(str(number)) is not None for number in range(450)) <= 200

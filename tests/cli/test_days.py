"""What ends on a day ends by the clock that a build sets: the same input gives the same report."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import leakguard
from tests.cli.conftest import Run
from tests.cli.leaks import CRITICAL

LAST = "2027-03-01"


def set_clock(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    moment = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


@pytest.mark.parametrize(("day", "code"), [(LAST, 0), ("2027-03-02", 1)], ids=["last", "after"])
class TestTheLastDay:
    def test_of_an_allowance(
        self, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, day: str, code: int
    ) -> None:
        allowance = f"leakguard: allow-next[binance-secret-key] a sample until={LAST}"
        (tmp_path / "a.ini").write_text(f"# {allowance}\n{CRITICAL}")
        set_clock(monkeypatch, day)
        assert run("scan", ".", cwd=tmp_path).code == code
        assert bool(leakguard.scan(tmp_path).findings) == bool(code)

    def test_of_an_entry_of_the_baseline(
        self, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, day: str, code: int
    ) -> None:
        (tmp_path / "a.ini").write_text(CRITICAL)
        run("baseline", "create", "--reason", "a sample", "--until", LAST, cwd=tmp_path)
        set_clock(monkeypatch, day)
        assert run("scan", ".", cwd=tmp_path).code == code
        assert bool(leakguard.scan(tmp_path).findings) == bool(code)
        assert ("its last day was" in run("baseline", "prune", cwd=tmp_path).out) == bool(code)

"""Suppressed findings: counted in the summary, and listed where that is asked for."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.finding import Suppression
from leakguard.reporters import View, rendered
from tests.cli.conftest import Run, run
from tests.reporters.made import EMPTY, PAIR

__all__ = ("run",)

SECRET = made_up("base62", 64, 725)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    text = f'api_secret = "{SECRET}"  # leakguard: allow[hardcoded-assignment] made up\n'
    (tmp_path / "bot.py").write_text(text)
    return tmp_path


def test_the_summary_counts_them_and_nothing_fails(folder: Path, run: Run) -> None:
    done = run("scan", ".", cwd=folder)
    assert (done.code, done.out.startswith("nothing else found")) == (0, True)
    assert "; 1 finding suppressed (1 high)" in done.out


def test_text_lists_them(folder: Path, run: Run) -> None:
    done = run("scan", ".", "--show-suppressed", cwd=folder)
    line = f"bot.py:1:15  high  hardcoded-assignment  allowed: made up  {SECRET[:4]}****"
    assert (done.code, done.out.splitlines()[0]) == (0, line)


def test_json_counts_and_lists_them(folder: Path, run: Run) -> None:
    report = json.loads(run("scan", ".", "--format", "json", cwd=folder).out)
    assert (report["findings"], report["summary"]["suppressed"]) == ([], 1)
    assert "suppressed" not in report
    listed = json.loads(run("scan", ".", "--format=json", "--show-suppressed", cwd=folder).out)
    expected = {"kind": "inline", "reason": "made up", "line": 1}
    assert [it["suppression"] for it in listed["suppressed"]] == [expected]


def test_jsonl_lists_them(folder: Path, run: Run) -> None:
    assert run("scan", ".", "--format", "jsonl", cwd=folder).out == ""
    done = run("scan", ".", "--format", "jsonl", "--show-suppressed", cwd=folder)
    assert json.loads(done.out)["suppression"]["reason"] == "made up"


def test_sarif_has_them_as_suppressed_results(folder: Path, run: Run) -> None:
    without = json.loads(run("scan", ".", "--format", "sarif", cwd=folder).out)
    assert without["runs"][0]["results"] == []
    done = run("scan", ".", "--format", "sarif", "--show-suppressed", cwd=folder)
    (result,) = json.loads(done.out)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "made up"}]


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_pages_for_people_count_and_list_them(folder: Path, run: Run, kind: str) -> None:
    counted = run("scan", ".", "--format", kind, cwd=folder).out
    assert ("1 finding suppressed (1 high)" in counted, "made up" in counted) == (True, False)
    assert "made up" in run("scan", ".", "--format", kind, "--show-suppressed", cwd=folder).out


@pytest.mark.parametrize(("kind", "most"), [("markdown", 20_000), ("html", 2_000_000)])
def test_pages_for_people_end_however_many_there_are(kind: str, most: int) -> None:
    why = Suppression("baseline", "there when leakguard came")
    report = replace(EMPTY, suppressed=(replace(PAIR, suppression=why),) * 20_000)
    page = rendered(kind, report, View(show_suppressed=True))
    assert (len(page) < most, bool(re.search(r"and [\d,]+ (more|less severe)", page))) == (
        True,
        True,
    )

"""The comparison of what is found, without the other tools."""

import json
import sys
from pathlib import Path

import pytest

from tests.bench.finds import found_by, paths_in, table, written
from tests.bench.tools import DIRECTORY, Tool
from tests.bench.ways import ways
from tests.support import scan


@pytest.mark.parametrize("name", ways())
def test_leakguard_finds_each_way(name: str) -> None:
    assert scan(ways()[name]).findings


@pytest.mark.parametrize(
    "report",
    [
        b'{"finding": {"path": "./way00/bot.py"}}\n{"audit": 1}\n',
        b'{"finding": {"location": {"path": "./way00/bot.py"}}}\n',
        json.dumps([{"File": "way00/bot.py"}], indent=1).encode(),
        json.dumps({"results": {"x": [{"filename": "way00/bot.py"}]}}, indent=2).encode(),
    ],
    ids=["kingfisher", "betterleaks", "gitleaks", "detect-secrets"],
)
def test_the_paths_of_a_report_are_read(report: bytes) -> None:
    assert [str(Path(it)) for it in paths_in(report)] == ["way00/bot.py"]


def test_a_tool_is_run_where_the_ways_are(tmp_path: Path) -> None:
    names = written(tmp_path, {"a": {"x.txt": ""}, "b": {"x.txt": ""}})
    code = """print('{"path": "way01/x.txt"}')"""
    tool = Tool("fake", "1", {DIRECTORY: (sys.executable, "-c", code)})
    assert names == {"way00": "a", "way01": "b"}
    assert found_by(tool, tmp_path, {}) == frozenset({"way01"})


def test_a_tool_that_fails_has_no_figure(tmp_path: Path) -> None:
    tool = Tool("fake", "1", {DIRECTORY: (sys.executable, "-c", "raise SystemExit(7)")})
    assert found_by(tool, tmp_path, {}) is None


def test_the_table_counts() -> None:
    told = table({"way00": "a call"}, {"one": frozenset({"way00"}), "two": None})
    assert [it.split() for it in told.splitlines()] == [
        ["one", "two"],
        ["a", "call", "yes", "-"],
        ["in", "all", "1", "of", "1", "failed"],
    ]


def test_the_readme_tells_how_many_there_are() -> None:
    readme = " ".join(Path(__file__).parents[2].joinpath("README.md").read_text("utf-8").split())
    count = len(ways())
    assert f"Of {count} ways in which a bot's Binance keys end up in a file" in readme
    assert f"leakguard finds {count}," in readme

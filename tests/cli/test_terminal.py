"""What a terminal is sent: colours where they are wanted, and lines that fit."""

import re
from pathlib import Path

import pytest

from tests.cli.leaks import CLEAN, CRITICAL
from tests.cli.terminal import on_terminal
from tests.support import leakguard

COLOR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    (tmp_path / "a.ini").write_text(CRITICAL)
    return tmp_path


@pytest.mark.parametrize(
    ("options", "env", "colored"),
    [
        ((), {}, True),
        (("--no-color",), {}, False),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ((), {"NO_COLOR": ""}, True),
        ((), {"TERM": "dumb"}, False),
        ((), {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
    ],
    ids=["terminal", "no-color", "NO_COLOR", "NO_COLOR-wins", "NO_COLOR-empty", "dumb", "forced"],
)
def test_colours_on_a_terminal(
    leak: Path, options: tuple[str, ...], env: dict[str, str], colored: bool
) -> None:
    written = on_terminal("scan", ".", *options, cwd=leak, env=env)
    assert bool(COLOR.search(written)) == colored


@pytest.mark.parametrize(
    ("options", "env", "colored"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "0"}, False),
        (("--no-color",), {"FORCE_COLOR": "1"}, False),
    ],
    ids=["pipe", "forced", "FORCE_COLOR-0", "no-color-wins"],
)
def test_colours_in_a_pipe(
    leak: Path, options: tuple[str, ...], env: dict[str, str], colored: bool
) -> None:
    done = leakguard("scan", ".", *options, cwd=leak, env=env)
    assert bool(COLOR.search(done.stdout)) == colored


@pytest.mark.parametrize("kind", ["json", "jsonl", "sarif"])
def test_reports_for_machines_have_no_colours(leak: Path, kind: str) -> None:
    done = leakguard("scan", ".", "--format", kind, cwd=leak, env={"FORCE_COLOR": "1"})
    assert not COLOR.search(done.stdout)


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_the_lines_fit_the_terminal(leak: Path, columns: int) -> None:
    written = COLOR.sub("", on_terminal("scan", ".", cwd=leak, columns=columns))
    assert max(map(len, written.splitlines()[1:-1])) <= min(columns, 160)


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_the_marks_stand_below_what_they_mark_in_any_code_page(
    tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "a.ini").write_text(f"# 鍵; {CRITICAL}", encoding="utf-8")
    env = {"PYTHONIOENCODING": encoding}
    (line, marks) = (
        it.partition(" | ")[2]
        for it in leakguard("scan", ".", cwd=tmp_path, env=env).stdout.splitlines()
        if " | " in it
    )
    assert line[marks.index("^") : marks.rindex("^") + 1].endswith("****")


def test_a_clean_scan_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.ini").write_text(CLEAN)
    assert on_terminal("scan", ".", cwd=tmp_path).count("\n") == 1

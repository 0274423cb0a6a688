"""The bar: on a terminal only, for long scans only, and gone in the end."""

import re
from pathlib import Path

import pytest

from tests.cli.leaks import CLEAN, CRITICAL
from tests.cli.terminal import on_terminal, python
from tests.support import leakguard

# The clock of the bar goes by one second a look, so that a scan of three files is a long one.
SLOW = """
import itertools, sys, types
import leakguard.cli.progress
seconds = itertools.count()
leakguard.cli.progress.time = types.SimpleNamespace(monotonic=lambda: next(seconds))
"""
# It stands still, so that a scan is a short one on any machine.
QUICK = """
import types
import leakguard.cli.progress
leakguard.cli.progress.time = types.SimpleNamespace(monotonic=lambda: 0.0)
"""
MAIN = """
from leakguard.cli import main
main()
"""
INTERRUPTED = """
import leakguard.cli.progress
line_of = leakguard.cli.progress.Display._line
def drawn_and_interrupted(display):
    sys.stderr.write(f"\\r{line_of(display)}")
    display._width = len(line_of(display))
    raise KeyboardInterrupt
leakguard.cli.progress.Display._line = drawn_and_interrupted
"""
DRAWN = re.compile(r"\r(\[[#.]+\])? +\d+%  ")


def screen(written: str) -> list[str]:
    """The lines that are seen in the end, colours left out."""
    lines = []
    for line in re.sub(r"\x1b\[[0-9;]*m", "", written).split("\r\n"):
        cells: list[str] = []
        for drawing in line.split("\r"):
            cells[: len(drawing)] = drawing
        lines.append("".join(cells).rstrip())
    return lines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "abcdef":
        (tmp_path / f"{name}.ini").write_text(CRITICAL if name == "b" else CLEAN)
    return tmp_path


def test_a_long_scan_shows_bytes_files_and_findings(folder: Path) -> None:
    written = on_terminal("scan", ".", cwd=folder, command=python(SLOW + MAIN))
    total = 5 * len(CLEAN) + len(CRITICAL)
    done = 2 * len(CLEAN) + len(CRITICAL)
    assert f"]  69%  {done} B of {total} B, 3 files, 1 finding" in written


@pytest.mark.parametrize("options", [(), ("--max-file-size", "50")], ids=["all", "one-left-out"])
@pytest.mark.parametrize("columns", [20, 40, 200])
def test_nothing_of_the_bar_is_left(folder: Path, columns: int, options: tuple[str, ...]) -> None:
    written = on_terminal(
        "scan", ".", *options, cwd=folder, columns=columns, command=python(SLOW + MAIN)
    )
    assert DRAWN.search(written)
    assert [line for line in screen(written) if "%" in line or "#" in line] == []


@pytest.mark.parametrize("columns", [20, 40, 200])
def test_a_drawing_never_reaches_the_last_column(folder: Path, columns: int) -> None:
    written = on_terminal("scan", ".", cwd=folder, columns=columns, command=python(SLOW + MAIN))
    drawings = [it for it in written.split("\r") if "%" in it]
    assert 0 < max(map(len, drawings)) < columns


def test_an_interruption_leaves_nothing_of_it(folder: Path) -> None:
    written = on_terminal("scan", ".", cwd=folder, command=python(SLOW + INTERRUPTED + MAIN))
    assert DRAWN.search(written)
    assert [line for line in screen(written) if line] == ["leakguard: error: interrupted"]


@pytest.mark.parametrize(
    ("options", "env"), [(("--quiet",), {}), ((), {"TERM": "dumb"})], ids=["quiet", "dumb"]
)
def test_no_bar(folder: Path, options: tuple[str, ...], env: dict[str, str]) -> None:
    written = on_terminal("scan", ".", *options, cwd=folder, command=python(SLOW + MAIN), env=env)
    assert not DRAWN.search(written)


def test_a_short_scan_draws_nothing(folder: Path) -> None:
    written = on_terminal("scan", ".", cwd=folder, command=python(QUICK + MAIN))
    assert "binance-secret-key" in written
    assert not DRAWN.search(written)


def test_a_pipe_gets_no_bar(folder: Path) -> None:
    done = leakguard("scan", ".", cwd=folder, env={"FORCE_COLOR": "1"})
    assert done.stderr == ""

"""0 clean, 1 findings, 2 usage, configuration, or something that could not be read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard.finding import Severity
from leakguard.registry import load
from tests.cli.conftest import Run
from tests.cli.leaks import CLEAN, CRITICAL, LOW, MEDIUM


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        pytest.param(CLEAN, (), 0, id="clean"),
        pytest.param(LOW, (), 1, id="low"),
        pytest.param(MEDIUM, (), 1, id="medium"),
        pytest.param(CRITICAL, (), 1, id="critical"),
        pytest.param(MEDIUM, ("--fail-on", "medium"), 1, id="as-severe-as-fail-on"),
        pytest.param(MEDIUM, ("--fail-on", "high"), 0, id="less-severe-than-fail-on"),
        pytest.param(CRITICAL, ("--exit-zero",), 0, id="exit-zero"),
        pytest.param(MEDIUM, ("--severity", "high"), 0, id="not-shown"),
        pytest.param(CRITICAL, ("--severity", "high"), 1, id="shown"),
        pytest.param(CRITICAL, ("--strict",), 1, id="strict-with-nothing-left-out"),
        pytest.param(CRITICAL, ("--max-file-size", "10"), 0, id="left-out"),
        pytest.param(CRITICAL, ("--max-file-size", "10", "--strict"), 2, id="strict-and-left-out"),
        pytest.param(
            CRITICAL,
            ("--max-file-size", "10", "--strict", "--exit-zero"),
            2,
            id="exit-zero-is-about-findings-alone",
        ),
        pytest.param(CRITICAL, ("--select", "private-key"), 0, id="not-selected"),
    ],
)
def test_exit_code(
    tmp_path: Path, run: Run, text: str, options: tuple[str, ...], code: int
) -> None:
    (tmp_path / "settings.ini").write_text(text)
    assert run("scan", ".", *options, cwd=tmp_path).code == code


def _with_info(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the rule for API keys be one that only informs: the pack has none such yet."""
    rule = load("leakguard.rules.exchanges.binance")["binance-api-key"]
    monkeypatch.setitem(rule.__dict__, "severity", Severity.INFO)
    (tmp_path / "settings.ini").write_text(MEDIUM)


def test_info_is_shown_and_does_not_fail(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_info(tmp_path, monkeypatch)
    done = run("scan", ".", cwd=tmp_path)
    assert (done.code, "settings.ini:1:19  info  binance-api-key" in done.out) == (0, True)


def test_info_fails_if_asked(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _with_info(tmp_path, monkeypatch)
    assert run("scan", ".", "--fail-on", "info", cwd=tmp_path).code == 1


@pytest.mark.parametrize("exit_zero", [(), ("--exit-zero",)], ids=["plain", "exit-zero"])
def test_an_error_wins_over_findings_which_are_still_printed(
    tmp_path: Path, run: Run, exit_zero: tuple[str, ...]
) -> None:
    (tmp_path / "settings.ini").write_text(CRITICAL)
    done = run("scan", "settings.ini", "missing.ini", *exit_zero, cwd=tmp_path)
    assert done.code == 2
    assert "settings.ini:1:22  critical  binance-secret-key" in done.out
    assert done.err == "leakguard: error: missing.ini: cannot be read: No such file or directory\n"


def test_an_empty_list_of_files_is_clean(tmp_path: Path, run: Run) -> None:
    (tmp_path / "settings.ini").write_text(CRITICAL)
    done = run("scan", "--files-from", "-", cwd=tmp_path)
    assert (done.code, done.out.partition(",")[0]) == (0, "no leaks found in 0 files")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a folder that is in use can be removed")
def test_a_current_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    program = "import os, sys; os.rmdir(os.getcwd()); from leakguard.cli import main; main()"
    (tmp_path / "gone").mkdir()
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, "scan"],
        cwd=tmp_path / "gone",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == ("leakguard: error: the current folder is gone, or cannot be entered\n")

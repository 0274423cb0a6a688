"""`--format`: one report for the standard output, and any number of others for files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from leakguard.reporters import FORMATS
from tests.cli.conftest import Run
from tests.cli.leaks import CRITICAL


@pytest.fixture
def leak(tmp_path: Path) -> Path:
    """A folder with a file that has a finding."""
    (tmp_path / "a.ini").write_text(CRITICAL)
    return tmp_path


def test_several_reports_come_of_one_scan(leak: Path, run: Run) -> None:
    done = run("scan", "a.ini", "--format", "json=a.json", "--format", "sarif=a.sarif", cwd=leak)
    assert (done.code, done.out.startswith("a.ini:1:22"), done.err) == (1, True, "")
    assert len(json.loads((leak / "a.json").read_text())["findings"]) == 1
    assert len(json.loads((leak / "a.sarif").read_text())["runs"][0]["results"]) == 1


@pytest.mark.parametrize("kind", ["jsonl", "text"])
def test_a_format_without_a_file_is_printed(leak: Path, run: Run, kind: str) -> None:
    alone = run("scan", "a.ini", "-q", "--format", kind, cwd=leak)
    both = run("scan", "a.ini", "-q", "--format", "csv=a.csv", "--format", kind, cwd=leak)
    assert both.out == alone.out


def test_a_report_beside_colours_has_none(
    leak: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    done = run("scan", "a.ini", "--format", "text=a.txt", cwd=leak)
    assert ("\x1b" in done.out, "\x1b" in (leak / "a.txt").read_text()) == (True, False)


def test_fix_writes_them_too(leak: Path, run: Run) -> None:
    (leak / "a.py").write_text(f"x = '''{CRITICAL}'''\n")
    run("fix", "a.py", "--format", "json=a.json", cwd=leak)
    assert json.loads((leak / "a.json").read_text())["findings"]


def test_a_name_may_have_an_equals_sign(leak: Path, run: Run) -> None:
    run("scan", "a.ini", "--format", "csv=a=b.csv", cwd=leak)
    assert (leak / "a=b.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ("--format csv --format junit", "--format csv and --format junit: all but one need a file"),
        ("--format csv=x --format junit=./x", "two reports go to ./x: give each its own file"),
        ("--format csv=x --output x", "two reports go to x: give each its own file"),
        ("--format csv=", "csv= needs a file; without = it goes to the standard output"),
        ("--format csv=-", "csv= needs a file; without = it goes to the standard output"),
        ("--format tsv=x", "'tsv' is not one of 'text', 'json'"),
    ],
    ids=["two-printed", "one-file", "one-file-with-output", "no-name", "dash", "unknown"],
)
def test_what_cannot_be_is_refused(leak: Path, run: Run, arguments: str, complaint: str) -> None:
    done = run("scan", "a.ini", *arguments.split(), cwd=leak)
    assert (done.code, done.out, complaint in done.err) == (2, "", True)
    assert not (leak / "x").exists()


def test_one_that_cannot_be_written_is_an_error_behind_the_printed_report(
    leak: Path, run: Run
) -> None:
    done = run("scan", "a.ini", "--format", "csv=none/a.csv", cwd=leak)
    assert (done.code, done.out.startswith("a.ini:1:22")) == (2, True)
    assert done.err == "leakguard: error: cannot write none/a.csv: No such file or directory\n"


@pytest.mark.parametrize(
    "arguments",
    [
        "scan a.ini --format csv=none/a.csv --format json=a.json --format junit=a.ini/b",
        "scan a.ini --output none/a.csv --format json=a.json --format junit=a.ini/b",
        "fix a.ini --format csv=none/a.csv --format json=a.json --format junit=a.ini/b",
    ],
    ids=["scan", "output", "fix"],
)
def test_the_others_are_written_where_some_cannot_be_and_all_of_those_are_named(
    leak: Path, run: Run, arguments: str
) -> None:
    done = run(*arguments.split(), cwd=leak)
    assert (done.code, done.err.count("cannot write")) == (2, 2)
    assert "none/a.csv: No such file or directory; cannot write a.ini/b: Not a dir" in done.err
    assert json.loads((leak / "a.json").read_text())["findings"]


def test_a_file_is_written_where_nobody_reads_the_standard_output(leak: Path) -> None:
    command = f"'{sys.executable}' -m leakguard scan a.ini --format json=a.json"
    reader, writer = os.pipe()
    os.close(reader)
    subprocess.run(command, shell=True, cwd=leak, stdout=writer, check=False)
    os.close(writer)
    assert json.loads((leak / "a.json").read_text())["findings"]


@pytest.mark.parametrize("kind", FORMATS)
def test_the_clock_of_a_build_makes_it_the_same_again(
    leak: Path, run: Run, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767323045")
    first, second = (run("scan", "a.ini", "--format", kind, cwd=leak).out for _ in range(2))
    assert first == second
    assert ("2026-01-02T03:04:05" in first) == (kind == "gitlab")
    assert ("2026-01-02 03:04 UTC" in first) == (kind == "html")

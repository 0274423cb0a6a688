"""The functions for other programs."""

import doctest
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import leakguard
from leakguard import api
from leakguard.examples import made_up
from leakguard.reporters import FORMATS, View, rendered
from tests.support import Repository

SECRET = made_up("base62", 64, 640)
LEAK = f'api_secret = "{SECRET}"\n'


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "bot.py").write_text(LEAK)
    (tmp_path / "notes.txt").write_text("nothing\n")
    return tmp_path


def test_a_folder_is_scanned(tree: Path) -> None:
    report = leakguard.scan(tree)
    (found,) = report.findings
    assert (found.path, found.place.line, found.severity) == (
        "bot.py", 1, leakguard.Severity.HIGH,
    )  # fmt: skip
    assert (report.statistics.files, report.errors) == (2, ())


def test_a_file_is_scanned(tree: Path) -> None:
    assert leakguard.scan(str(tree / "notes.txt")).findings == ()


def test_a_value_prints_masked(tree: Path) -> None:
    report = leakguard.scan(tree)
    assert SECRET not in repr(report) + str(report.findings[0].secret)


def test_the_configuration_counts_unless_told(tree: Path) -> None:
    (tree / "leakguard.toml").write_text('ignore = ["hardcoded-assignment", "hard-coded-key"]\n')
    assert leakguard.scan(tree).findings == ()
    assert len(leakguard.scan(tree, isolated=True).findings) == 1


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({"select": ["hardcoded-assignment"]}, 1),
        ({"select": ["hardcoded-login"]}, 0),
        ({"ignore": ["hardcoded-assignment", "hard-coded-key"]}, 0),
    ],
    ids=str,
)
def test_rules_can_be_chosen(options: dict[str, Any], count: int) -> None:
    assert len(leakguard.scan_text(LEAK, "bot.py", **options).findings) == count


@pytest.mark.parametrize(
    ("severity", "count"),
    [(None, 1), ("high", 1), (leakguard.Severity.HIGH, 1), ("critical", 0)],
    ids=str,
)
def test_the_least_severity_can_be_chosen(severity: str | None, count: int) -> None:
    assert len(leakguard.scan_text(LEAK, "bot.py", severity=severity).findings) == count


def test_the_severity_of_the_configuration_counts_unless_another_is_chosen(tree: Path) -> None:
    (tree / "leakguard.toml").write_text('severity = "critical"\n')
    assert leakguard.scan(tree).findings == ()
    assert len(leakguard.scan(tree, severity="low").findings) == 1


def test_a_severity_that_there_is_not_is_an_error() -> None:
    with pytest.raises(leakguard.LeakguardError, match="did you mean 'high'"):
        leakguard.scan_text(LEAK, severity="hihg")


def test_patterns_are_relative_to_the_configuration(repository: Repository) -> None:
    repository.write("leakguard.toml", 'exclude = ["src/bot.py"]\n')
    repository.write("src/bot.py", LEAK)
    repository.write("src/src/bot.py", LEAK)
    assert [it.path for it in leakguard.scan(repository.path / "src").findings] == ["src/bot.py"]


def test_a_text_is_scanned_as_its_name_says() -> None:
    assert [it.rule for it in leakguard.scan_text(LEAK, "bot.py").findings] == [
        "hardcoded-assignment"
    ]
    assert [it.rule for it in leakguard.scan_text(LEAK.encode(), "bot.cfg").findings] != []


def test_what_is_allowed_is_apart() -> None:
    text = LEAK.rstrip() + "  # leakguard: allow[hardcoded-assignment] of a test\n"
    report = leakguard.scan_text(text, "bot.py")
    assert (report.findings, len(report.suppressed)) == ((), 1)


@pytest.mark.parametrize(
    "call",
    [
        lambda tree: leakguard.scan(tree, select=["no-rule"]),
        lambda tree: leakguard.scan_text("", ignore=["no-rule"]),
    ],
    ids=["scan", "scan-text"],
)
def test_an_unknown_rule_is_an_error(call: object, tree: Path) -> None:
    assert callable(call)
    with pytest.raises(leakguard.LeakguardError, match="there is no rule 'no-rule'"):
        call(tree)


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert [it.message for it in leakguard.scan(tmp_path / "gone").errors] != []


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'scann'"):
        leakguard.scann  # noqa: B018


def test_the_examples_in_the_docstrings_are_right() -> None:
    done = doctest.testmod(api)
    assert (done.attempted > 0, done.failed) == (True, 0)


def test_importing_the_package_loads_next_to_nothing() -> None:
    code = "import sys, leakguard; print([it for it in sys.modules if it.startswith('leakguard.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_name_that_is_no_text_is_told_in_every_format(kind: str) -> None:
    report = leakguard.scan_text(LEAK, "a\ud800\udcff.cfg")
    assert (report.errors, len(report.findings)) == ((), 1)
    assert rendered(kind, report, View()).encode()


@pytest.mark.parametrize(
    "path", ["", "a\0b", "a\ud800b"], ids=["empty", "zero-byte", "half-a-pair"]
)
def test_a_path_that_is_none_is_an_error(path: str) -> None:
    with pytest.raises(leakguard.LeakguardError, match=r"path is empty|no file can be called so"):
        leakguard.scan(path)

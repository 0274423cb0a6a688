"""Nothing twice: what was found clean is not read again until it changes, or the rules do."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.cli.conftest import Run, run
from tests.support import LEAKGUARD, Repository

__all__ = ("run",)

SECRET = made_up("base62", 64, 620)
LEAK = f'api_secret = "{SECRET}"\n'
USED = "from binance.client import Client\nfrom keys import A, B\nClient(A, B)\n"
MANY = 250

Scanned = Callable[..., str]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Many clean files, old enough to be told by their times, and a cache of its own."""
    monkeypatch.setenv("LEAKGUARD_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "tree"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"m{number}.py").write_text(f"value = {number}\n")
    monkeypatch.setattr("leakguard.sources.stamp._SETTLED", 0)
    return folder


@pytest.fixture
def scanned(tree: Path, run: Run) -> Scanned:
    """Scans the tree, and gives what is said."""

    def scan(*arguments: str) -> str:
        done = run("scan", *arguments, "--isolated", cwd=tree)
        assert done.code in (0, 1), done.err
        return done.out

    return scan


def test_a_second_scan_reads_nothing(scanned: Scanned) -> None:
    assert "unchanged" not in scanned()
    assert f"no leaks found in {MANY} files" in (again := scanned())
    assert f"{MANY} files unchanged since found clean" in again


def test_a_file_that_changed_is_read(tree: Path, scanned: Scanned) -> None:
    scanned()
    (tree / "m1.py").write_text(LEAK)
    assert "1 finding" in (again := scanned())
    assert f"{MANY - 1} files unchanged" in again


def test_one_of_the_same_size_and_time_is_read(tree: Path, scanned: Scanned) -> None:
    file = tree / "m1.py"
    file.write_text("#" * (len(LEAK) - 1) + "\n")
    before = file.stat()
    scanned()
    file.write_text(LEAK)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "1 finding" in scanned()


def test_one_with_a_finding_is_told_again(tree: Path, scanned: Scanned) -> None:
    (tree / "m1.py").write_text(LEAK)
    assert ("1 finding" in scanned(), "1 finding" in scanned()) == (True, True)


def test_that_a_statement_could_not_be_read_is_told_again(tree: Path, run: Run) -> None:
    (tree / "m1.py").write_text(f'print digest("{SECRET}")\n')
    first, again = (run("scan", "--isolated", cwd=tree) for _ in range(2))
    assert "m1.py: not read as Python: 1 statement" in first.err
    assert (again.err, f"{MANY} files unchanged" in again.out) == (first.err, True)


def test_one_that_is_called_otherwise_is_read(tree: Path, scanned: Scanned) -> None:
    (tree / "m1.txt").write_text("password: str\n")
    scanned()
    (tree / "m1.txt").rename(tree / "n1.txt")
    assert f"{MANY} files unchanged" in scanned()


def test_one_that_uses_another_module_is_read(tree: Path, scanned: Scanned) -> None:
    (tree / "bot.py").write_text(USED)
    (tree / "keys.py").write_text("A = B = None\n")
    scanned()
    (tree / "keys.py").write_text(f'A = "x"\nB = "{SECRET}"\n')
    assert "1 finding" in scanned()


@pytest.mark.parametrize(
    "arguments",
    [("--no-cache",), ("--why",), ("--ignore", "hardcoded-login"), ("--max-file-size", "1MiB")],
    ids=lambda it: it[0],
)
def test_what_was_scanned_otherwise_counts_for_nothing(
    scanned: Scanned, arguments: tuple[str, ...]
) -> None:
    scanned()
    assert "unchanged" not in scanned(*arguments)


def test_a_file_that_was_just_written_is_not_told_by_its_times(
    scanned: Scanned, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leakguard.sources.stamp._SETTLED", 3_600_000_000_000)
    scanned()
    assert "unchanged" not in scanned()


def test_the_cache_holds_no_value(tree: Path, scanned: Scanned, tmp_path: Path) -> None:
    (tree / "m1.py").write_text(LEAK)
    (tree / f"{SECRET}.py").write_text("x = 1\n")
    scanned()
    for file in (tmp_path / "cache").iterdir():
        assert SECRET.encode() not in file.read_bytes()


def test_a_history_is_remembered_too(repository: Repository, run: Run, tree: Path) -> None:
    files = {f"m{number}.py": f"value = {number}\n" for number in range(MANY)}
    repository.commit(**files)
    run("scan", "--history", "--isolated", cwd=repository.path)
    repository.commit(**{"more.py": "value = 1000\n"})
    done = run("scan", "--history", "--isolated", cwd=repository.path)
    assert f"{MANY} files unchanged" in done.out


@pytest.fixture
def clean_history(repository: Repository, run: Run, tree: Path) -> Callable[..., str]:
    """Scans a history without findings, and gives what is said."""
    repository.commit(**{"a.py": "a = 1\n", "b.py": f'print digest("{SECRET}")\n'})

    def scan(*arguments: str) -> str:
        done = run("scan", "--history", "--isolated", *arguments, cwd=repository.path)
        assert done.code in (0, 1), done.err
        return f"{done.out}{done.err}"

    return scan


def test_a_clean_history_that_has_not_changed_is_not_looked_at(
    clean_history: Scanned, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = clean_history()
    monkeypatch.delattr("leakguard.cli.history.inventory")
    again = clean_history()
    assert "no leaks found in 4 files" in again
    assert "; 4 files unchanged since found clean; 1 notice" in again
    assert again.splitlines()[1:] == first.splitlines()[1:]  # the notice is told again


def test_one_that_has_changed_is_looked_at(clean_history: Scanned, repository: Repository) -> None:
    clean_history()
    repository.commit(**{"c.py": LEAK})
    assert ("1 finding" in clean_history(), "1 finding" in clean_history()) == (True, True)


@pytest.mark.parametrize(
    "arguments",
    [("--no-cache",), ("--why",), ("--unreachable",), ("--ignore", "hardcoded-login")],
    ids=lambda it: it[0],
)
def test_one_that_was_scanned_otherwise_is_looked_at(
    clean_history: Scanned, arguments: tuple[str, ...]
) -> None:
    clean_history()
    assert "unchanged" not in clean_history(*arguments)


def test_one_is_looked_at_again_another_day(
    clean_history: Scanned, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean_history()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4000000000")
    assert "unchanged" not in clean_history()


def test_a_scan_that_is_killed_leaves_a_cache_that_can_be_used(
    tree: Path, scanned: Scanned
) -> None:
    (tree / "m1.py").write_text(LEAK)
    for moment in (0.3, 0.45, 0.6, 0.75):
        process = subprocess.Popen(
            [*LEAKGUARD, "scan", ".", "--isolated"],
            cwd=tree,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        process.wait()
    assert "1 finding" in scanned()
    assert "1 finding" in (again := scanned())
    assert f"{MANY - 1} files unchanged" in again

"""The hooks, installed by the real pre-commit from a clone of this repository.

pre-commit builds their environment with pip once a run: the tests share it, and wait for each
other at pre-commit's own lock. What is installed there is a copy of what is here, and takes the
triggers that are compiled already.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.support import Repository, loaded_triggers

SOURCE = Path(__file__).parent.parent
LEAK = f"BINANCE_API_SECRET = {made_up('base62', 64, 21)}\n"
CLEAN = "REGION = eu-west-1\n"


@pytest.fixture(autouse=True, scope="module")
def _nothing_is_compiled() -> None:
    """No byte code of all packages, of which most is not imported, and no triggers."""
    os.environ["PIP_COMPILE"] = "0"
    loaded_triggers()


@pytest.fixture(scope="session")
def origin(shared: Path) -> tuple[Path, str]:
    """A clone of this repository, one for all tests, and the commit that is at its head."""
    clone = shared / "clone"
    made = shared / f"clone-{os.getpid()}"
    subprocess.run(["git", "clone", "-q", "--bare", str(SOURCE), str(made)], check=True)
    try:
        made.rename(clone)
    except OSError:  # another process was first
        assert clone.is_dir()
    head = ["git", "-C", str(clone), "rev-parse", "HEAD"]
    return clone, subprocess.run(head, check=True, capture_output=True, text=True).stdout.strip()


def pre_commit(repository: Repository, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=repository.path,
        capture_output=True,
        text=True,
        check=False,
    )


def commit(repository: Repository, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Try to commit; the hooks run."""
    return subprocess.run(
        ["git", "commit", "-q", "-m", "a change", *arguments],
        cwd=repository.path,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def hooked(repository: Repository, origin: tuple[Path, str]) -> Repository:
    """A repository with one commit, in which the hook `leakguard` is installed."""
    return _with_hook(repository, origin, "leakguard")


def _with_hook(repository: Repository, origin: tuple[Path, str], hook: str) -> Repository:
    clone, head = origin
    config = f"repos:\n- repo: {clone}\n  rev: {head}\n  hooks:\n  - id: {hook}\n"
    repository.commit(**{".pre-commit-config.yaml": config})
    installed = pre_commit(repository, "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    for package in Path(os.environ["PRE_COMMIT_HOME"]).glob("repo*/py*/lib/*/*/leakguard"):
        _make_as_old(package)
    return repository


def _make_as_old(package: Path) -> None:
    """Give each file the time of the one here that it is a copy of: triggers are known by the
    names, sizes and times of the files that decide what is looked for. Where one is missing or
    differs, they are compiled anew."""
    for file, here in _copies(package):
        status = here.stat()
        if file.stat().st_mtime_ns != status.st_mtime_ns and file.read_bytes() == here.read_bytes():
            os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def _copies(package: Path) -> Iterator[tuple[Path, Path]]:
    for suffix in ("py", "toml", "bin"):
        for file in package.rglob(f"*.{suffix}"):
            name = file.relative_to(package)
            here = SOURCE / name if name.parts[0] == "rules" else SOURCE / "leakguard" / name
            if here.is_file():
                yield file, here


def test_a_commit_with_a_leak_is_refused(hooked: Repository) -> None:
    hooked.stage("settings.ini", LEAK)
    before = hooked.git("rev-parse", "HEAD")
    done = commit(hooked)
    assert done.returncode == 1
    assert "settings.ini:1:22  critical  binance-secret-key" in done.stderr + done.stdout
    assert hooked.git("rev-parse", "HEAD") == before


def test_a_push_with_a_leak_is_refused(
    repository: Repository, origin: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    _with_hook(repository, origin, "leakguard-push")
    pre_commit(repository, "install", "--hook-type", "pre-push")
    remote = Repository.create(tmp_path_factory.mktemp("remote"), "--bare").path
    repository.git("remote", "add", "origin", str(remote))
    repository.git("push", "-q", "origin", "main")
    repository.commit(**{"bot.py": LEAK})
    done = subprocess.run(
        ["git", "push", "-q", "origin", "main"],
        cwd=repository.path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "bot.py:1:" in done.stdout + done.stderr) == (1, True), done


def test_a_clean_commit_is_accepted(hooked: Repository) -> None:
    hooked.stage("settings.ini", CLEAN)
    assert commit(hooked).returncode == 0


def test_a_leak_that_is_not_staged_does_not_hinder(hooked: Repository) -> None:
    hooked.stage("settings.ini", CLEAN)
    hooked.write("settings.ini", LEAK)
    assert commit(hooked).returncode == 0


def test_a_commit_of_deletions_only_is_accepted(hooked: Repository) -> None:
    hooked.stage("old.ini", LEAK)
    hooked.stage("older.ini", LEAK)
    assert commit(hooked, "--no-verify").returncode == 0
    hooked.git("rm", "-q", "old.ini")
    assert commit(hooked).returncode == 0


def test_a_commit_of_named_files_is_judged_by_them(hooked: Repository) -> None:
    hooked.stage("a.ini", CLEAN)
    hooked.stage("b.ini", CLEAN)
    assert commit(hooked).returncode == 0
    hooked.write("a.ini", LEAK)
    assert commit(hooked, "a.ini").returncode == 1
    hooked.write("b.ini", CLEAN * 2)
    assert commit(hooked, "b.ini").returncode == 0


def test_the_first_commit_of_a_repository_is_looked_at(
    repository: Repository, origin: tuple[Path, str]
) -> None:
    clone, head = origin
    repository.stage(
        ".pre-commit-config.yaml",
        f"repos:\n- repo: {clone}\n  rev: {head}\n  hooks:\n  - id: leakguard\n",
    )
    repository.stage("settings.ini", LEAK)
    assert pre_commit(repository, "install").returncode == 0
    assert commit(repository).returncode == 1
    repository.stage("settings.ini", CLEAN)
    assert commit(repository).returncode == 0


def test_all_files_finds_an_old_leak(hooked: Repository) -> None:
    hooked.stage("old.ini", LEAK)
    assert commit(hooked, "--no-verify").returncode == 0
    done = pre_commit(hooked, "run", "--all-files")
    assert done.returncode == 1
    assert "old.ini:1:22  critical  binance-secret-key" in done.stdout


def test_all_files_of_a_clean_repository_passes(hooked: Repository) -> None:
    assert pre_commit(hooked, "run", "--all-files").returncode == 0


@pytest.mark.parametrize("name", ["settings.ini", "--help", "a b.ini", "ключ.ini"])
def test_the_hook_for_files_looks_at_what_it_is_given(
    repository: Repository, origin: tuple[Path, str], name: str
) -> None:
    _with_hook(repository, origin, "leakguard-files")
    repository.stage("clean.ini", CLEAN)
    assert commit(repository).returncode == 0
    repository.stage(name, LEAK)
    done = commit(repository)
    assert done.returncode == 1
    assert f"{name}:1:22  critical  binance-secret-key" in done.stderr + done.stdout


def test_the_hook_for_files_may_be_run_on_some(
    repository: Repository, origin: tuple[Path, str]
) -> None:
    _with_hook(repository, origin, "leakguard-files")
    repository.commit(**{"clean.ini": CLEAN})
    repository.stage("old.ini", LEAK)
    assert commit(repository, "--no-verify").returncode == 0
    assert pre_commit(repository, "run", "--files", "clean.ini").returncode == 0
    assert pre_commit(repository, "run", "--files", "old.ini").returncode == 1

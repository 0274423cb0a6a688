"""The state of a repository: the same as long as no scan of it could tell anything else."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from leakguard.sources.state import state
from tests.support import Repository


@pytest.fixture
def settled(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with a commit, a tag and a packed object, whatever was written just now."""
    monkeypatch.setattr("leakguard.sources.stamp._SETTLED", 0)
    repository.commit(**{"a.py": "a = 1\n"})
    repository.git("tag", "v1")
    repository.git("gc", "--quiet")
    repository.commit(**{"b.py": "b = 1\n"})
    return repository


def _of(repository: Repository) -> str:
    return state(str(repository.path), "reached")


def _changed_pack(repository: Repository) -> None:
    (pack,) = repository.path.glob(".git/objects/pack/*.pack")
    pack.chmod(0o644)
    pack.write_bytes(pack.read_bytes()[:-1] + b"\0")


def _lost_object(repository: Repository) -> None:
    next(repository.path.glob(".git/objects/[0-9a-f][0-9a-f]/*")).unlink()


CHANGES: dict[str, Callable[[Repository], object]] = {
    "a commit": lambda it: it.commit(**{"c.py": "c = 1\n"}),
    "a tag": lambda it: it.git("tag", "v2"),
    "a tag less": lambda it: it.git("tag", "-d", "v1"),
    "a commit less": lambda it: it.git("reset", "--hard", "--quiet", "HEAD~1"),
    "a file that is staged": lambda it: it.stage("d.py", "d = 1\n"),
    "an object less": _lost_object,
    "a pack that is damaged": _changed_pack,
    "a detached HEAD": lambda it: it.git("checkout", "--quiet", "--detach"),
    "a shallow clone": lambda it: (it.path / ".git" / "shallow").write_text(""),
}


def test_it_stays_the_same(settled: Repository) -> None:
    (settled.path / "a.py").write_text("a = 2\n")  # no object yet
    assert _of(settled) == _of(settled) != ""


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_shows(settled: Repository, change: Callable[[Repository], object]) -> None:
    before = _of(settled)
    change(settled)
    assert _of(settled) not in (before, "")


def test_what_is_asked_for_shows(settled: Repository) -> None:
    assert state(str(settled.path), "unreachable") != _of(settled)


def test_another_work_tree_has_another_one(settled: Repository, tmp_path: Path) -> None:
    settled.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "other"))
    assert state(str(tmp_path / "other"), "reached") not in (_of(settled), "")


def _alternates(repository: Repository) -> None:
    (repository.path / ".git" / "objects" / "info" / "alternates").write_text("/elsewhere\n")


def _link(repository: Repository) -> None:
    os.symlink("main", repository.path / ".git" / "refs" / "heads" / "other")


@pytest.mark.parametrize("change", [_alternates, _link], ids=["alternates", "link"])
def test_what_is_elsewhere_has_none(
    settled: Repository, change: Callable[[Repository], object]
) -> None:
    change(settled)
    assert _of(settled) == ""


def test_objects_in_quarantine_have_none(
    settled: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(settled.path / ".git" / "objects"))
    assert _of(settled) == ""


def test_what_was_just_written_has_none(
    settled: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("leakguard.sources.stamp._SETTLED", 3_600_000_000_000)
    assert _of(settled) == ""


def test_folders_may_be_deep(settled: Repository) -> None:
    first = deep = settled.path / ".git" / "refs" / "a"
    for _ in range(1200):  # deeper than calls may be
        deep.mkdir()
        deep /= "a"
    try:
        assert _of(settled) != ""
    finally:
        subprocess.run(["rm", "-rf", first], check=True)  # Python's own way is by calls

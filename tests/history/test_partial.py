"""Clones that have left contents at their remote: nothing is fetched but where that is allowed."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.history.conftest import FIRST, SECOND, Scan, assigned
from tests.support import Repository


@pytest.fixture
def partial(repository: Repository, tmp_path: Path) -> Repository:
    """A clone without contents of a repository with secrets in two commits."""
    repository.commit(**{"a.txt": "nothing\n", "bot.py": assigned(FIRST)})
    repository.commit(**{"bot.py": assigned(SECOND)})
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "partial"
    source = f"file://{repository.path}"
    repository.git("clone", "-q", "--filter=blob:none", "--no-checkout", source, str(clone))
    return Repository(clone)


@pytest.fixture
def without_folders(partial: Repository, tmp_path: Path) -> Repository:
    """A clone of the same that has only commits."""
    clone, source = tmp_path / "commits", partial.git("remote", "get-url", "origin").strip()
    partial.git("clone", "-q", "--filter=tree:0", "--no-checkout", source, str(clone))
    return Repository(clone)


def lacks(clone: Repository) -> int:
    listed = clone.git("rev-list", "--objects", "--missing=print", "--all")
    return listed.count("?")


@pytest.mark.parametrize("what", [("--history",), ("--range", "HEAD~1..HEAD")], ids=" ".join)
def test_nothing_is_fetched_by_itself(partial: Repository, run: Run, what: tuple[str, ...]) -> None:
    done = run("scan", *what, "--isolated", cwd=partial.path)
    assert (done.code, "missing or broken" in done.err, lacks(partial)) == (2, True, 3), done.err


def test_a_history_is_whole_where_it_is_allowed(partial: Repository, told: Scan) -> None:
    found = told("--history", "--allow-fetch", cwd=partial.path)
    assert ({it.secret for it in found}, lacks(partial)) == ({FIRST, SECOND}, 0)


@pytest.mark.parametrize(
    ("what", "values"),
    [(("--history",), {FIRST, SECOND}), (("--range", "HEAD~1..HEAD"), {SECOND})],
    ids=["history", "range"],
)
def test_folders_are_fetched_and_what_they_hold(
    without_folders: Repository, told: Scan, what: tuple[str, ...], values: set[str]
) -> None:
    found = told(*what, "--allow-fetch", cwd=without_folders.path)
    assert {it.secret for it in found} == values


def test_what_a_range_has_fetched_hinders_nothing(
    repository: Repository, partial: Repository, tmp_path: Path, told: Scan
) -> None:
    for number in range(4):
        repository.commit(**{f"{number}.txt": f"{number}\n", f"in/{number}.txt": f"in {number}\n"})
    clone, source = Repository(tmp_path / "later"), f"file://{repository.path}"
    partial.git("clone", "-q", "--filter=tree:0", "--no-checkout", source, str(clone.path))
    told("--range", "HEAD~1..HEAD", "--allow-fetch", cwd=clone.path)
    found = told("--history", "--allow-fetch", cwd=clone.path)
    assert ({it.secret for it in found}, lacks(clone)) == ({FIRST, SECOND}, 0)


def test_of_a_range_is_fetched_what_it_needs(partial: Repository, told: Scan) -> None:
    (found,) = told("--range", "HEAD~1..HEAD", "--allow-fetch", cwd=partial.path)
    assert found.secret == SECOND


@pytest.mark.parametrize(
    "setting",
    [
        "core.sshCommand",
        "core.askPass",
        "remote.origin.uploadpack",
        "credential.helper",
        "credential.https://example.org.helper",
        "core.hooksPath",
        "core.fsmonitor",
    ],
)
def test_nothing_that_the_repository_names_is_run(
    partial: Repository, run: Run, tmp_path: Path, setting: str
) -> None:
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.mkdir()
    for name in ("program", "reference-transaction", "post-index-change"):
        (trap / name).write_text(f"#!/bin/sh\ntouch {sprung}\n")
        (trap / name).chmod(0o755)
    is_folder = setting == "core.hooksPath"
    partial.git("config", setting, str(trap if is_folder else trap / "program"))
    done = run("scan", "--history", "--allow-fetch", "--isolated", cwd=partial.path)
    assert (done.code, sprung.exists(), lacks(partial)) == (1, False, 0), done.err


def test_a_remote_that_is_gone_is_an_error(partial: Repository, run: Run, tmp_path: Path) -> None:
    partial.git("remote", "set-url", "origin", f"file://{tmp_path}/gone")
    done = run("scan", "--history", "--allow-fetch", "--isolated", cwd=partial.path)
    assert (done.code, "git fetch" in done.err) == (2, True), done.err


def test_one_that_no_remote_has_promised_is_an_error(repository: Repository, run: Run) -> None:
    repository.commit(**{"gone.txt": "soon gone\n"})
    blob = repository.git("rev-parse", "HEAD:gone.txt").strip()
    (repository.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    done = run("scan", "--history", "--allow-fetch", "--isolated", cwd=repository.path)
    assert (done.code, "no remote has promised them" in done.err) == (2, True), done.err

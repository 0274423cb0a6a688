"""`scan --staged`: what HEAD has already where a file is, or was, is no finding."""

import pytest

from tests.cli.conftest import Run
from tests.history.conftest import FIRST, SECOND, Scan, assigned
from tests.support import Repository


@pytest.fixture(autouse=True)
def base(repository: Repository) -> None:
    repository.commit(**{"old.py": assigned(FIRST)})


def test_a_secret_that_only_moves_is_none(repository: Repository, told: Scan) -> None:
    repository.stage("old.py", f"# first\n\n{assigned(FIRST)}")
    assert told("--staged") == []


def test_one_of_a_file_that_is_renamed_is_none(repository: Repository, told: Scan) -> None:
    repository.git("mv", "old.py", "new.py")
    assert told("--staged") == []


def test_one_of_a_file_that_is_called_like_a_key_is_none(
    repository: Repository, told: Scan
) -> None:
    repository.commit(**{f"{SECOND}.py": assigned(FIRST)})
    repository.stage(f"{SECOND}.py", assigned(FIRST) + "\n")
    assert told("--staged") == []


def test_one_beside_it_is_one(repository: Repository, told: Scan) -> None:
    repository.stage("old.py", assigned(FIRST) + assigned(SECOND, "token"))
    assert [it.secret for it in told("--staged")] == [SECOND]


def test_the_same_in_another_file_is_one(repository: Repository, told: Scan) -> None:
    repository.stage("copy.py", assigned(FIRST))
    assert [it.path for it in told("--staged")] == ["copy.py"]


def test_what_is_known_is_counted(repository: Repository, run: Run) -> None:
    repository.stage("old.py", f"# first\n\n{assigned(FIRST)}")
    done = run("scan", "--staged", "--isolated", cwd=repository.path)
    assert (done.code, "; 1 finding that was there before\n" in done.out) == (0, True), done.out


def test_before_the_first_commit_all_is_new(repository: Repository, told: Scan) -> None:
    repository.git("update-ref", "-d", "HEAD")
    assert [it.path for it in told("--staged")] == ["old.py"]

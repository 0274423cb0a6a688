"""Allowances in what is staged, in ranges, in the whole history and in hooks."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.history.conftest import FIRST, SECOND, assigned
from tests.support import Repository

MARK = "# leakguard: allow[hardcoded-assignment] made up"
ALLOWED = f"{assigned(FIRST).rstrip()}  {MARK}\n"


class TestStaged:
    @pytest.fixture(autouse=True)
    def _first(self, repository: Repository) -> None:
        repository.commit(**{"a.txt": "nothing\n"})

    def _code(self, repository: Repository, run: Run) -> int:
        return run("hook", cwd=repository.path).code

    def test_a_new_value_with_its_allowance_passes(self, repository: Repository, run: Run) -> None:
        repository.stage("bot.py", ALLOWED)
        done = run("hook", cwd=repository.path)
        assert (done.code, "1 finding suppressed" in done.out) == (0, True)

    def test_another_value_beside_an_allowance_that_was_there_is_found(
        self, repository: Repository, run: Run
    ) -> None:
        repository.commit(**{"bot.py": ALLOWED})
        repository.stage("bot.py", ALLOWED.replace(FIRST, SECOND))
        assert self._code(repository, run) == 1

    def test_another_value_with_an_allowance_of_its_own_passes(
        self, repository: Repository, run: Run
    ) -> None:
        repository.commit(**{"bot.py": ALLOWED})
        repository.stage("bot.py", ALLOWED + ALLOWED.replace(FIRST, SECOND))
        assert self._code(repository, run) == 0

    def test_a_value_that_moves_with_its_allowance_passes(
        self, repository: Repository, run: Run
    ) -> None:
        repository.commit(**{"bot.py": ALLOWED})
        repository.git("mv", "bot.py", "robot.py")
        repository.stage("robot.py", f"\n\n{ALLOWED}")
        assert self._code(repository, run) == 0


@pytest.mark.parametrize("arguments", [("--range", "HEAD~1..HEAD"), ("--history",)])
def test_commits_are_allowed_what_their_lines_allow(
    repository: Repository, run: Run, arguments: tuple[str, ...]
) -> None:
    repository.commit(**{"a.txt": "nothing\n"})
    repository.commit(**{"bot.py": ALLOWED})
    done = run("scan", *arguments, "--show-suppressed", cwd=repository.path)
    assert (done.code, "hardcoded-assignment  allowed: made up" in done.out) == (0, True), done.out


def test_a_history_does_not_tell_of_allowances_that_are_gone(
    repository: Repository, run: Run
) -> None:
    repository.commit(**{"bot.py": f"x = 1  {MARK}\n"})
    repository.commit(**{"bot.py": "x = 1\n"})
    assert run("scan", "--history", cwd=repository.path).code == 0


def test_stdin_is_allowed_what_its_lines_allow(tmp_path: Path, run: Run) -> None:
    done = run("scan", "-", "--stdin-filename", "a.py", cwd=tmp_path, stdin=ALLOWED.encode())
    assert done.code == 0


def test_a_patch_is_allowed_what_its_lines_allow(repository: Repository, run: Run) -> None:
    repository.commit(**{"a.txt": "nothing\n"})
    repository.stage("bot.py", ALLOWED)
    patch = repository.git("diff", "--cached").encode()
    assert run("scan", "--diff", "-", cwd=repository.path, stdin=patch).code == 0


def test_a_part_of_a_file_does_not_tell_that_an_allowance_is_unused(
    repository: Repository, run: Run, tmp_path: Path
) -> None:
    repository.commit(**{"bot.py": "import os\n\nx = 1\n"})
    repository.write("bot.py", f"import os\n\nx = 1  {MARK}\n")
    patch = repository.git("diff").encode()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert run("scan", "--diff", "-", cwd=elsewhere, stdin=patch).code == 0

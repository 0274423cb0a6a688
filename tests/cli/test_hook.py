"""`leakguard hook`: what is staged; where nothing is, every tracked file."""

import pytest

from tests.cli.conftest import Run
from tests.cli.leaks import CLEAN, CRITICAL, MEDIUM
from tests.support import Repository


def test_something_staged_is_what_is_scanned(repository: Repository, run: Run) -> None:
    repository.commit(**{"old.ini": CRITICAL})
    repository.stage("new.ini", MEDIUM)
    done = run("hook", cwd=repository.path)
    assert (done.code, "new.ini:1:19" in done.out, "old.ini" in done.out) == (1, True, False)


def test_the_staged_content_counts_not_the_file(repository: Repository, run: Run) -> None:
    repository.stage("a.ini", CLEAN)
    repository.write("a.ini", CRITICAL)
    assert run("hook", cwd=repository.path).code == 0


def test_deletions_alone_are_clean(repository: Repository, run: Run) -> None:
    repository.commit(**{"a.ini": CRITICAL, "b.ini": CRITICAL})
    repository.git("rm", "-q", "a.ini")
    assert run("hook", cwd=repository.path).code == 0


def test_nothing_staged_means_every_tracked_file(repository: Repository, run: Run) -> None:
    repository.commit(**{"old.ini": CRITICAL})
    repository.write("untracked.ini", MEDIUM)
    done = run("hook", cwd=repository.path)
    assert (done.code, "old.ini:1:22" in done.out, "untracked" in done.out) == (1, True, False)


def test_it_looks_at_the_whole_repository_from_a_folder_below(
    repository: Repository, run: Run
) -> None:
    repository.commit(**{"old.ini": CRITICAL, "sub/a.ini": CLEAN})
    assert run("hook", cwd=repository.path / "sub").out.startswith("../old.ini:1:22 ")


def test_a_repository_without_a_file_is_clean(repository: Repository, run: Run) -> None:
    assert run("hook", cwd=repository.path).code == 0


def test_git_s_own_variables_are_followed(
    repository: Repository, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`git commit FILE` makes an index of its own for the hook."""
    repository.commit(**{"a.ini": CLEAN})
    monkeypatch.setenv("GIT_INDEX_FILE", str(repository.path / ".git" / "other-index"))
    repository.git("read-tree", "HEAD")
    repository.stage("b.ini", CRITICAL)
    monkeypatch.setenv("GIT_DIR", str(repository.path / ".git"))
    assert run("hook", cwd=repository.path).out.startswith("b.ini:1:22 ")


@pytest.mark.parametrize("option", ["--strict", "--exit-zero"])
def test_it_has_the_options_of_a_scan(repository: Repository, run: Run, option: str) -> None:
    repository.stage("a.ini", CRITICAL)
    done = run("hook", option, "--max-file-size", "10", cwd=repository.path)
    assert done.code == (2 if option == "--strict" else 0)


class TestThatAValueMayStay:
    HINT = "If one may stay: `leakguard: allow[RULE] why` in a comment on its line, or a baseline."

    @pytest.mark.parametrize("command", [("hook",), ("scan", "--staged")])
    def test_is_told_where_a_commit_is_refused(
        self, repository: Repository, run: Run, command: tuple[str, ...]
    ) -> None:
        repository.stage("a.ini", CRITICAL)
        assert run(*command, cwd=repository.path).out.splitlines()[-1] == self.HINT

    @pytest.mark.parametrize("option", ["--exit-zero", "-q", "--format=json", "--output=report"])
    def test_is_not_told_where_none_is_or_nobody_reads_it(
        self, repository: Repository, run: Run, option: str
    ) -> None:
        repository.stage("a.ini", CRITICAL)
        assert self.HINT not in run("hook", option, cwd=repository.path).out

    def test_is_not_told_of_files(self, repository: Repository, run: Run) -> None:
        repository.commit(**{"a.ini": CRITICAL})
        assert self.HINT not in run("scan", ".", cwd=repository.path).out

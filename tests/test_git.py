"""git as it is asked: with nothing that could mislead it, and failures in one line."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from leakguard import git
from leakguard.errors import GitError
from tests.support import Repository


def test_the_output_is_given(repository: Repository) -> None:
    assert git.run(repository.path, "rev-parse", "--git-dir") == b".git\n"


def test_input_is_handed_over(repository: Repository) -> None:
    blob = git.run(repository.path, "hash-object", "--stdin", stdin=b"")
    assert blob == b"e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\n"


def test_what_is_said_on_the_side_is_collected(repository: Repository) -> None:
    repository.write(".git/info/attributes", "!a text\n")
    repository.write("a", "text\n")
    said: list[bytes] = []
    git.run(repository.path, "check-attr", "text", "a", said=said)
    assert b"Negative patterns are ignored" in b"".join(said)


def test_a_failure_is_one_line_that_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(GitError) as failed:
        git.run(tmp_path, "--literal-pathspecs", "ls-files")
    assert str(failed.value).startswith("git ls-files: fatal: not a git repository")
    assert "\n" not in str(failed.value)


@pytest.mark.parametrize(
    ("stderr", "message"),
    [
        pytest.param(b"", "git log: it gave no reason", id="nothing"),
        pytest.param(b"fatal: one\nhint: two\n", "git log: fatal: one", id="several-lines"),
        pytest.param(b"\x1b[31mred\xff", "git log: \\x1b[31mred\ufffd", id="escapes"),
        pytest.param(b"x" * 1000, "git log: " + "x" * 291, id="long"),
    ],
)
def test_what_git_said_is_safe_to_show(stderr: bytes, message: str) -> None:
    assert git.failure(("log", "-p"), stderr) == message


def test_a_folder_that_is_gone_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="No such file or directory"):
        git.run(tmp_path / "none", "rev-parse")


def test_more_arguments_than_fit_are_an_error(repository: Repository) -> None:
    with pytest.raises(GitError, match="Argument list too long"):
        git.run(repository.path, "ls-files", "x" * 200_000)


def test_a_command_that_hangs_is_ended(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(repository.path / ".gitignore")
    monkeypatch.setattr(git, "_SECONDS", 0.2)
    with pytest.raises(GitError, match="ls-files: it took too long"):
        git.run(repository.path, "ls-files", "--others", "--exclude-standard")


class TestWorkTree:
    @pytest.mark.parametrize("name", ["plain", "space ", "new\nline", "end\n", "\x1b[31m"])
    def test_its_top_is_given_whatever_its_name(self, tmp_path: Path, name: str) -> None:
        made = Repository.create(tmp_path / name)
        (made.path / "pkg").mkdir()
        assert git.work_tree(made.path / "pkg") == str(tmp_path / name)

    def test_a_folder_outside_is_an_error(self, tmp_path: Path) -> None:
        with pytest.raises(GitError):
            git.work_tree(tmp_path)


class TestExecutable:
    @pytest.fixture(autouse=True)
    def _afresh(self) -> Iterator[None]:
        git.executable.cache_clear()
        yield
        git.executable.cache_clear()

    def test_it_is_looked_for_in_path(self) -> None:
        found = git.executable()
        assert found is not None
        assert os.path.isabs(found)

    @pytest.mark.parametrize("path", [".", "", "bin", "./bin"])
    def test_the_scanned_folder_is_no_place_to_find_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
    ) -> None:
        for folder in (tmp_path, tmp_path / "bin"):
            folder.mkdir(exist_ok=True)
            (folder / "git").write_text("#!/bin/sh\n")
            (folder / "git").chmod(0o755)
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("PATH", path)
        assert git.executable() is None

    def test_without_it_the_error_says_what_to_do(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(git, "executable", lambda: None)
        with pytest.raises(GitError, match="install it, or scan a path outside git"):
            git.command("ls-files")


class TestEnvironment:
    @pytest.mark.parametrize(
        "name",
        ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"],
    )
    def test_what_points_to_a_repository_is_for_that_one_only(
        self, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        monkeypatch.setenv(name, "/somewhere")
        assert git.environment(own_repository=True)[name] == "/somewhere"
        assert name not in git.environment(own_repository=False)

    @pytest.mark.parametrize(
        "name",
        [
            "GIT_EXTERNAL_DIFF", "GIT_SSH_COMMAND", "GIT_SSH", "GIT_ASKPASS", "SSH_ASKPASS",
            "GIT_EDITOR", "GIT_PROXY_COMMAND", "GIT_TRACE", "GIT_TRACE2_EVENT", "GIT_TRACE_SETUP",
            "GIT_LITERAL_PATHSPECS", "GIT_ICASE_PATHSPECS",
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("own_repository", [True, False])
    def test_what_runs_a_program_or_changes_answers_is_dropped(
        self, monkeypatch: pytest.MonkeyPatch, name: str, own_repository: bool
    ) -> None:
        monkeypatch.setenv(name, "1")
        assert name not in git.environment(own_repository)

    def test_the_users_own_configuration_is_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/somewhere")
        assert git.environment(own_repository=False)["GIT_CONFIG_GLOBAL"] == "/somewhere"

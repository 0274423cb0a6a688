"""Paths that are named: files, folders, links, and what is none of these."""

import os
from pathlib import Path
from typing import Any

import pytest

from leakguard import git
from leakguard.finding import Problem
from leakguard.sources.tree import TreeSource
from tests.sources.listing import blank, item, listed, listing
from tests.support import Repository


def test_an_ignored_file_that_is_named_is_scanned(repository: Repository) -> None:
    repository.write(".gitignore", "*.log\n")
    blank(repository.path, "a.log")
    assert listed(repository.path, "a.log") == ["a.log"]


def test_a_file_outside_git_can_be_named(tmp_path: Path) -> None:
    blank(tmp_path, "pkg/a.py")
    found = item(tmp_path, "pkg/a.py", "pkg/a.py")
    assert (found.identity, found.in_git) == ("pkg/a.py", False)


def test_a_path_may_be_relative_to_the_current_folder(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank(repository.path, "pkg/a.py", "b.py")
    monkeypatch.chdir(repository.path / "pkg")
    source = TreeSource(str(repository.path), ("a.py", "../b.py"))
    assert [it.path for it in source.list().items] == ["b.py", "pkg/a.py"]


def test_git_is_asked_once_about_all_named_files(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{number}.py" for number in range(100)]
    blank(repository.path, *names)
    asked = []
    run = git.run

    def counted(*arguments: Any, **options: Any) -> bytes:
        asked.append(arguments)
        return run(*arguments, **options)

    monkeypatch.setattr(git, "run", counted)
    assert len(listed(repository.path, *names)) == 100
    assert len(asked) == 1


def test_more_files_than_a_command_line_holds_can_be_named(repository: Repository) -> None:
    folder = "x" * 200
    names = [f"{folder}/{number}.py" for number in range(1200)]
    blank(repository.path, *names)
    found = listing(repository.path, *names)
    assert [it.in_git for it in found.items] == [True] * 1200


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("none.py", "cannot be read: No such file or directory", id="missing"),
        pytest.param("a.py/x", "cannot be read: Not a directory", id="below-a-file"),
        pytest.param("loop", "cannot be read: Too many levels of symbolic links", id="loop"),
        pytest.param("broken", "cannot be read: No such file or directory", id="broken-link"),
        pytest.param("x" * 300, "cannot be read: File name too long", id="name-too-long"),
        pytest.param("pipe", "is no regular file", id="pipe"),
    ],
)
def test_what_cannot_be_read_is_an_error_and_the_rest_is_listed(
    repository: Repository, path: str, message: str
) -> None:
    blank(repository.path, "a.py")
    (repository.path / "loop").symlink_to("loop")
    (repository.path / "broken").symlink_to("none")
    os.mkfifo(repository.path / "pipe")
    found = listing(repository.path, path, "a.py")
    assert found.errors == (Problem(path, message),)
    assert [it.path for it in found.items] == ["a.py"]


def test_a_device_is_an_error() -> None:
    found = TreeSource("/", ("/dev/null",)).list()
    assert found.errors == (Problem("dev/null", "is no regular file"),)


def test_a_path_outside_the_root_is_shown_whole(tmp_path: Path) -> None:
    blank(tmp_path, "root/a.py")
    found = listing(tmp_path / "root", "../none.py", "a.py")
    assert [it.path for it in found.errors] == [str(tmp_path / "none.py")]


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "EIO")])
def test_a_folder_that_cannot_be_opened_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    blank(tmp_path, "a.py", "pkg/locked/b.py", "pkg/c.py")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("locked"):
            raise error
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = listing(tmp_path)
    assert found.errors == (Problem("pkg/locked", f"cannot be opened: {error.strerror}"),)
    assert [it.path for it in found.items] == ["a.py", "pkg/c.py"]


def test_a_file_that_cannot_be_looked_at_is_an_error(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank(repository.path, "a.py", "bad.py")
    lstat = os.lstat

    def refusing(path: str) -> os.stat_result:
        if str(path).endswith("bad.py"):
            raise OSError(5, "Input/output error")
        return lstat(path)

    monkeypatch.setattr(os, "lstat", refusing)
    found = listing(repository.path)
    assert found.errors == (Problem("bad.py", "cannot be read: Input/output error"),)
    assert [it.path for it in found.items] == ["a.py"]


class TestLinks:
    def test_a_named_link_to_a_file_inside_is_scanned_as_itself(
        self, repository: Repository
    ) -> None:
        blank(repository.path, "pkg/a.py")
        (repository.path / "link.py").symlink_to("pkg/a.py")
        repository.git("add", ".")
        found = item(repository.path, "link.py", "link.py")
        assert found.handle == str(repository.path / "pkg/a.py")
        assert (found.identity, found.in_git) == ("link.py", True)

    def test_a_file_named_through_a_link_to_a_folder_has_its_own_identity(
        self, repository: Repository
    ) -> None:
        blank(repository.path, "pkg/a.py")
        (repository.path / "link").symlink_to("pkg")
        found = item(repository.path, "link/a.py", "link/a.py")
        assert (found.identity, found.in_git) == ("pkg/a.py", True)

    @pytest.mark.parametrize("path", ["file", "folder", "folder/secret.py"])
    @pytest.mark.parametrize("in_git", [True, False], ids=["in-git", "outside"])
    def test_a_link_that_leads_out_is_left_out_with_a_notice(
        self, repository: Repository, tmp_path: Path, path: str, in_git: bool
    ) -> None:
        root = blank(repository.path if in_git else tmp_path / "plain", "a.py")
        blank(tmp_path, "outside/secret.py")
        (root / "file").symlink_to(tmp_path / "outside/secret.py")
        (root / "folder").symlink_to(tmp_path / "outside")
        found = listing(root, path, "a.py")
        message = "left out: a link that leads out of the scanned tree"
        assert found.notices == (Problem(path, message),)
        assert [it.path for it in found.items] == ["a.py"]

    @pytest.mark.parametrize("in_git", [True, False], ids=["in-git", "outside"])
    def test_the_root_itself_may_be_reached_by_a_link(
        self, repository: Repository, tmp_path: Path, in_git: bool
    ) -> None:
        root = repository.path if in_git else tmp_path / "plain"
        blank(root, "pkg/a.py")
        (tmp_path / "link").symlink_to(root)
        assert listed(tmp_path / "link") == ["pkg/a.py"]

    def test_a_folder_reached_by_two_names_is_listed_by_both(self, repository: Repository) -> None:
        blank(repository.path, "pkg/a.py")
        (repository.path / "link").symlink_to("pkg")
        found = listing(repository.path, "pkg", "link")
        assert [(it.path, it.identity) for it in found.items] == [
            ("link/a.py", "pkg/a.py"),
            ("pkg/a.py", "pkg/a.py"),
        ]

"""Repositories that are not a plain `.git` in the scanned folder, and those inside one."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from leakguard import git
from leakguard.sources.tree import TreeSource
from tests.sources.listing import blank, item, listed, listing
from tests.support import Repository

ELSEWHERE = 12345
"""A user who is not the one that runs the tests."""


@pytest.fixture
def inner(repository: Repository) -> Repository:
    """A repository inside another, with a commit, and an ignored file of its own."""
    made = Repository.create(repository.path / "vendor/inner")
    made.commit(**{".gitignore": "*.log\n", "a.py": "text\n"})
    blank(made.path, "untracked.py", "a.log")
    return made


@pytest.fixture
def submodule(repository: Repository, tmp_path: Path) -> Repository:
    """A submodule, at `sub`, of a repository with a commit."""
    origin = Repository.create(tmp_path / "origin")
    origin.commit(**{"a.py": "text\n"})
    allowed = ("-c", "protocol.file.allow=always")
    repository.git(*allowed, "submodule", "--quiet", "add", str(origin.path), "sub")
    repository.git("commit", "-qm", "with a submodule")
    return Repository(repository.path / "sub")


class TestEmbedded:
    def test_a_repository_inside_is_entered(
        self, inner: Repository, repository: Repository
    ) -> None:
        found = listed(repository.path)
        assert found == [f"vendor/inner/{it}" for it in (".gitignore", "a.py", "untracked.py")]

    def test_its_files_are_identified_from_its_own_root(
        self, inner: Repository, repository: Repository
    ) -> None:
        assert item(repository.path, "vendor/inner/a.py").identity == "a.py"

    def test_one_that_is_walked_upon_is_asked_too(self, tmp_path: Path, inner: Repository) -> None:
        inner.write(".git/info/exclude", "untracked.py\n")
        shutil.copytree(inner.path, tmp_path / "projects/one")
        blank(tmp_path / "projects", "note.txt")
        found = listing(tmp_path / "projects")
        assert [(it.path, it.identity, it.in_git) for it in found.items] == [
            ("note.txt", "note.txt", False),
            ("one/.gitignore", ".gitignore", True),
            ("one/a.py", "a.py", True),
        ]

    def test_one_without_a_commit_is_entered(self, repository: Repository) -> None:
        made = Repository.create(repository.path / "new")
        blank(made.path, "a.py")
        assert listed(repository.path) == ["new/a.py"]

    def test_repositories_may_stand_in_one_another(self, inner: Repository) -> None:
        deeper = Repository.create(inner.path / "x/deeper")
        deeper.commit(**{"b.py": "text\n"})
        assert "x/deeper/b.py" in listed(inner.path)

    def test_they_may_be_nested_deeply(self, tmp_path: Path) -> None:
        source = tmp_path / "r"
        Repository.create(source)
        path = tmp_path / "top"
        for _ in range(40):
            path = path / "r"
            path.mkdir(parents=True)
            shutil.copytree(source / ".git", path / ".git")
        blank(path, "a.py")
        assert listed(tmp_path / "top") == ["r/" * 40 + "a.py"]

    def test_one_that_is_ignored_is_left_out(
        self, inner: Repository, repository: Repository
    ) -> None:
        repository.write(".gitignore", "vendor/\n")
        assert listed(repository.path) == [".gitignore"]

    def test_one_that_is_ignored_is_entered_when_asked_for(
        self, inner: Repository, repository: Repository
    ) -> None:
        repository.write(".gitignore", "vendor/\n")
        found = listed(repository.path, include_ignored=True)
        assert "vendor/inner/a.py" in found
        assert "vendor/inner/a.log" in found

    def test_an_empty_git_folder_is_none(self, repository: Repository) -> None:
        (repository.path / "pkg/.git").mkdir(parents=True)
        blank(repository.path, "pkg/a.py")
        assert item(repository.path, "pkg/a.py").identity == "pkg/a.py"

    def test_one_that_is_reached_in_several_ways_is_listed_once(
        self, inner: Repository, repository: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []
        run = git.run

        def counted(folder: str, *arguments: str, **options: Any) -> bytes:
            if "ls-files" in arguments:
                asked.append(folder)
            return run(folder, *arguments, **options)

        monkeypatch.setattr(git, "run", counted)
        listed(repository.path, "vendor/inner", ".", "vendor")
        assert len(asked) == len(set(asked)) == 3


class TestSubmodules:
    def test_a_submodule_is_scanned(self, repository: Repository, submodule: Repository) -> None:
        assert listed(repository.path) == [".gitmodules", "sub/a.py"]

    def test_its_files_are_identified_from_its_own_root(
        self, repository: Repository, submodule: Repository
    ) -> None:
        assert item(repository.path, "sub/a.py").identity == "a.py"

    def test_one_that_is_not_checked_out_is_empty(
        self, repository: Repository, submodule: Repository
    ) -> None:
        repository.git("submodule", "--quiet", "deinit", "--force", "sub")
        assert listed(repository.path) == [".gitmodules"]

    def test_one_that_is_a_link_on_the_disk_is_left_out(
        self, repository: Repository, submodule: Repository, tmp_path: Path
    ) -> None:
        shutil.rmtree(submodule.path)
        submodule.path.symlink_to(tmp_path / "origin")
        assert listed(repository.path) == [".gitmodules"]


class TestWorkTrees:
    def test_a_second_work_tree_is_listed_as_the_first(
        self, repository: Repository, tmp_path: Path
    ) -> None:
        repository.commit(**{"pkg/a.py": "text\n"})
        repository.git("worktree", "add", "-q", str(tmp_path / "second"))
        found = item(tmp_path / "second", "pkg/a.py")
        assert (found.identity, found.in_git) == ("pkg/a.py", True)

    def test_a_work_tree_inside_the_first_has_its_own_identities(
        self, repository: Repository
    ) -> None:
        repository.commit(**{"a.py": "text\n"})
        repository.git("worktree", "add", "-q", "second")
        assert item(repository.path, "second/a.py").identity == "a.py"

    def test_a_git_folder_that_stands_apart_is_followed(self, tmp_path: Path) -> None:
        made = Repository.create(tmp_path / "tree", "--separate-git-dir", str(tmp_path / "apart"))
        made.write(".gitignore", "*.log\n")
        blank(made.path, "a.py", "a.log")
        assert listed(made.path) == [".gitignore", "a.py"]

    def test_a_work_tree_set_elsewhere_is_walked_with_a_notice(
        self, repository: Repository, tmp_path: Path
    ) -> None:
        (tmp_path / "elsewhere").mkdir()
        repository.git("config", "core.worktree", str(tmp_path / "elsewhere"))
        repository.write(".gitignore", "*.log\n")
        blank(repository.path, "a.py", "a.log")
        found = listing(repository.path)
        assert [it.path for it in found.items] == [".gitignore", "a.py"]
        assert [it.path for it in found.notices] == ["."]
        assert "walked without git, which said: " in found.notices[0].message

    def test_a_work_tree_set_to_a_folder_above_is_that(self, repository: Repository) -> None:
        repository.git("config", "core.worktree", "../..")
        blank(repository.path, "a.py")
        assert item(repository.path, "a.py").identity == "repository/a.py"

    @pytest.mark.parametrize("name", ["plain", "new\nline\n"])
    def test_the_top_folder_may_have_any_name(self, tmp_path: Path, name: str) -> None:
        made = Repository.create(tmp_path / name)
        blank(made.path, "pkg/a.py")
        assert item(made.path / "pkg", "a.py").identity == "pkg/a.py"


class TestRefused:
    @pytest.fixture
    def refused(self, repository: Repository) -> Repository:
        """A repository of another user, with everything that leaves a file out."""
        repository.write(".gitignore", "*.log\n")
        repository.write(".git/info/exclude", "*.tmp\n")
        blank(repository.path, "a.py", "a.log", "a.tmp", "pkg/b.py", "pkg/b.log", "pkg/b.tmp")
        os.chown(repository.path, ELSEWHERE, ELSEWHERE)
        return repository

    def test_it_is_walked_with_a_notice(self, refused: Repository) -> None:
        found = listing(refused.path)
        assert [it.path for it in found.items] == [".gitignore", "a.py", "pkg/b.py"]
        (notice,) = found.notices
        assert notice.path == "."
        assert "walked without git" in notice.message
        assert "dubious ownership" in notice.message

    def test_a_folder_inside_obeys_what_stands_above(self, refused: Repository) -> None:
        found = listing(refused.path / "pkg")
        assert [(it.path, it.identity) for it in found.items] == [("b.py", "pkg/b.py")]

    def test_an_ignored_folder_inside_holds_nothing(self, refused: Repository) -> None:
        blank(refused.path, "build/sub/a.py")
        refused.write(".gitignore", "build/\n")
        assert listing(refused.path / "build/sub").items == ()

    def test_a_named_file_is_scanned_with_a_notice(self, refused: Repository) -> None:
        found = listing(refused.path, "pkg/b.py")
        assert [(it.path, it.identity, it.in_git) for it in found.items] == [
            ("pkg/b.py", "pkg/b.py", False)
        ]
        assert ["dubious ownership" in it.message for it in found.notices] == [True]

    def test_one_inside_another_is_walked_with_a_notice(
        self, repository: Repository, inner: Repository
    ) -> None:
        os.chown(inner.path, ELSEWHERE, ELSEWHERE)
        found = listing(repository.path)
        assert "vendor/inner/a.py" in [it.path for it in found.items]
        assert [it.path for it in found.notices] == ["vendor/inner"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path: (path / ".git/index").write_bytes(b"DIRC junk"), id="index"),
        pytest.param(lambda path: (path / ".git/config").write_text("[core\n"), id="config"),
        pytest.param(
            lambda path: (path / ".git/config").write_text(
                "[core]\nrepositoryformatversion = 0\nbare = true\n"
            ),
            id="bare",
        ),
        pytest.param(
            lambda path: (path / ".git/config").write_text(
                "[core]\nrepositoryformatversion = 99\n"
            ),
            id="version",
        ),
    ],
)
def test_a_repository_that_git_cannot_use_is_walked_with_a_notice(
    repository: Repository, damage: object
) -> None:
    repository.write(".gitignore", "*.log\n")
    blank(repository.path, "a.py", "a.log")
    damage(repository.path)  # type: ignore[operator]
    found = listing(repository.path)
    assert [it.path for it in found.items] == [".gitignore", "a.py"]
    assert ["walked without git" in it.message for it in found.notices] == [True]


def test_without_git_a_repository_is_walked_with_a_notice(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank(repository.path, "a.py")
    monkeypatch.setattr(git, "executable", lambda: None)
    found = listing(repository.path)
    assert [it.path for it in found.items] == ["a.py"]
    assert ["git is not installed" in it.message for it in found.notices] == [True]


def test_without_git_a_plain_folder_is_walked_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank(tmp_path, "a.py")
    monkeypatch.setattr(git, "executable", lambda: None)
    assert listed(tmp_path) == ["a.py"]


def test_git_that_hangs_is_given_up_and_the_folder_walked(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(repository.path / ".gitignore")  # git waits for somebody to write into it
    blank(repository.path, "a.py")
    monkeypatch.setattr(git, "_SECONDS", 0.5)
    found = listing(repository.path)
    assert [it.path for it in found.items] == ["a.py"]
    assert ["it took too long" in it.message for it in found.notices] == [True]


class TestGitFolders:
    def test_a_bare_repository_is_an_error_as_its_commits_are_not_scanned(
        self, tmp_path: Path
    ) -> None:
        Repository.create(tmp_path / "bare.git", "--bare")
        found = listing(tmp_path / "bare.git")
        assert [it.path for it in found.errors] == ["."]
        assert "scan a checkout" in found.errors[0].message

    def test_its_plain_files_are_scanned_all_the_same(self, tmp_path: Path) -> None:
        Repository.create(tmp_path / "bare.git", "--bare")
        assert "config" in [it.path for it in listing(tmp_path / "bare.git").items]

    def test_so_is_the_git_folder_of_a_work_tree_that_is_named(
        self, repository: Repository
    ) -> None:
        found = listing(repository.path, ".git")
        assert ".git/config" in [it.path for it in found.items]
        assert [it.path for it in found.errors] == [".git"]

    def test_one_that_git_tracks_is_plain_files(self, repository: Repository) -> None:
        blank(repository.path, "case.git/HEAD", "case.git/objects/a", "case.git/refs/b")
        assert "case.git/HEAD" in listed(repository.path, "case.git")


class TestHookVariables:
    @pytest.fixture(autouse=True)
    def _inside_a_hook_of_another_repository(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = Repository.create(tmp_path / "other")
        other.commit(**{"other.py": "text\n", ".gitattributes": "text\n"})
        monkeypatch.setenv("GIT_DIR", str(other.path / ".git"))
        monkeypatch.setenv("GIT_INDEX_FILE", str(other.path / ".git/index"))
        monkeypatch.setenv("GIT_WORK_TREE", str(other.path))
        monkeypatch.setenv("GIT_PREFIX", "sub/")
        monkeypatch.setenv("GIT_LITERAL_PATHSPECS", "1")

    def test_another_repository_is_not_mistaken(self, tmp_path: Path) -> None:
        folder = blank(tmp_path / "repository", "a.py", "b.py", "a.log")
        (folder / ".gitignore").write_text("*.log\n")
        clean = {name: value for name, value in os.environ.items() if "GIT_" not in name}
        subprocess.run(["git", "init", "-q"], cwd=folder, env=clean, check=True)
        assert listed(folder) == [".gitignore", "a.py", "b.py"]
        assert item(folder, "a.py", "a.py").in_git

    def test_every_tracked_file_of_the_hooks_own_is_listed(self, tmp_path: Path) -> None:
        top = str(tmp_path / "other")
        blank(tmp_path / "other", "untracked.py")
        source = TreeSource(top, (top,), tracked_only=True)
        assert [it.path for it in source.list().items] == [".gitattributes", "other.py"]

    def test_the_hooks_own_may_have_its_git_folder_anywhere(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "other/.git").rename(tmp_path / "apart.git")
        monkeypatch.setenv("GIT_DIR", str(tmp_path / "apart.git"))
        monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "apart.git/index"))
        blank(tmp_path / "other", "untracked.py")
        top = str(tmp_path / "other")
        found = TreeSource(top, (top,), tracked_only=True).list()
        assert [(it.path, it.in_git) for it in found.items] == [
            (".gitattributes", True),
            ("other.py", True),
        ]

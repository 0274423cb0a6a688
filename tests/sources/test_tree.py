"""Inside a work tree: what git would commit."""

import os
import socket
import subprocess
from pathlib import Path

import pytest

from leakguard.finding import Problem
from leakguard.sources.ignore import Patterns
from tests.sources.listing import blank, item, listed, listing
from tests.support import Repository


@pytest.fixture
def mixed(repository: Repository) -> Repository:
    """A tracked, an untracked, an ignored file, and one both tracked and ignored."""
    repository.write(".gitignore", "*.log\nbuild/\n")
    blank(repository.path, "tracked.py", "untracked.py", "a.log", "build/out.py", "kept.log")
    repository.git("add", ".gitignore", "tracked.py")
    repository.git("add", "--force", "kept.log")
    return repository


def test_what_git_would_commit_is_listed(mixed: Repository) -> None:
    assert listed(mixed.path) == [".gitignore", "kept.log", "tracked.py", "untracked.py"]


def test_ignored_files_are_listed_when_asked_for(mixed: Repository) -> None:
    assert listed(mixed.path, include_ignored=True) == [
        ".gitignore",
        "a.log",
        "build/out.py",
        "kept.log",
        "tracked.py",
        "untracked.py",
    ]


def test_untracked_files_are_left_out_when_only_tracked_ones_count(mixed: Repository) -> None:
    assert listed(mixed.path, tracked_only=True) == [".gitignore", "kept.log", "tracked.py"]


@pytest.mark.parametrize(
    ("path", "in_git"),
    [
        pytest.param("tracked.py", True, id="tracked"),
        pytest.param("untracked.py", True, id="untracked"),
        pytest.param("kept.log", True, id="tracked-though-ignored"),
        pytest.param("a.log", False, id="ignored"),
        pytest.param("build/out.py", False, id="in-an-ignored-folder"),
    ],
)
@pytest.mark.parametrize("named", [False, True], ids=["in-its-folder", "named"])
def test_an_item_knows_whether_git_has_it_or_would(
    mixed: Repository, path: str, in_git: bool, named: bool
) -> None:
    names = (path,) if named else ()
    assert item(mixed.path, path, *names, include_ignored=True).in_git is in_git


@pytest.mark.parametrize(
    "where",
    [
        pytest.param(".gitignore", id="gitignore"),
        pytest.param("pkg/.gitignore", id="nested-gitignore"),
        pytest.param(".git/info/exclude", id="info-exclude"),
    ],
)
def test_every_ignore_file_counts(repository: Repository, where: str) -> None:
    repository.write(where, "secret.txt\n")
    blank(repository.path, "pkg/secret.txt", "pkg/other.txt")
    assert "pkg/other.txt" in listed(repository.path)
    assert "pkg/secret.txt" not in listed(repository.path)


def test_global_excludes_count(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "excludes").write_text("secret.txt\n")
    (tmp_path / "config").write_text(f"[core]\n\texcludesFile = {tmp_path}/excludes\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    blank(repository.path, "secret.txt", "other.txt")
    assert listed(repository.path) == ["other.txt"]


def test_a_folder_inside_is_listed_relative_to_itself(repository: Repository) -> None:
    repository.write(".gitignore", "*.log\n")
    blank(repository.path, "pkg/a.py", "pkg/a.log", "pkg/sub/b.py", "other/c.py")
    assert listed(repository.path / "pkg") == ["a.py", "sub/b.py"]


def test_several_paths_are_listed_once(repository: Repository) -> None:
    blank(repository.path, "a.py", "pkg/b.py", "pkg/sub/c.py")
    assert listed(repository.path, "pkg", "pkg/sub", "pkg/b.py", "a.py", "a.py") == [
        "a.py",
        "pkg/b.py",
        "pkg/sub/c.py",
    ]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        pytest.param("*.txt", ["a.py", "pkg/c.py"], id="name"),
        pytest.param("pkg/", ["a.py", "b.txt"], id="folder"),
        pytest.param("/*.py", ["b.txt", "pkg/c.py", "pkg/d.txt"], id="anchored"),
        pytest.param("**/c.*", ["a.py", "b.txt", "pkg/d.txt"], id="any-depth"),
        pytest.param("pkg/*", ["a.py", "b.txt"], id="inside"),
    ],
)
def test_excluded_paths_are_left_out(repository: Repository, pattern: str, left: list[str]) -> None:
    blank(repository.path, "a.py", "b.txt", "pkg/c.py", "pkg/d.txt")
    repository.git("add", ".")
    assert listed(repository.path, exclude=Patterns((pattern,))) == left


def test_excludes_apply_to_named_files(repository: Repository) -> None:
    blank(repository.path, "a.py", "pkg/b.py")
    assert listed(repository.path, "a.py", "pkg/b.py", exclude=Patterns(("pkg/",))) == ["a.py"]


def test_a_folder_that_is_excluded_whole_is_no_error(repository: Repository) -> None:
    blank(repository.path, "pkg/b.py")
    assert listed(repository.path, "pkg", exclude=Patterns(("pkg/",))) == []


def test_what_is_deleted_on_the_disk_is_left_out(repository: Repository) -> None:
    blank(repository.path, "here.py", "gone.py", "pkg/gone.py")
    repository.git("add", ".")
    (repository.path / "gone.py").unlink()
    (repository.path / "pkg/gone.py").unlink()
    (repository.path / "pkg").rmdir()
    assert listed(repository.path) == ["here.py"]


def test_a_folder_replaced_by_a_file_is_that_file(repository: Repository) -> None:
    blank(repository.path, "pkg/a.py")
    repository.git("add", ".")
    (repository.path / "pkg/a.py").unlink()
    (repository.path / "pkg").rmdir()
    blank(repository.path, "pkg")
    assert listed(repository.path) == ["pkg"]


def test_a_file_replaced_by_a_folder_is_what_the_folder_holds(repository: Repository) -> None:
    blank(repository.path, "pkg")
    repository.git("add", ".")
    (repository.path / "pkg").unlink()
    blank(repository.path, "pkg/a.py")
    assert listed(repository.path) == ["pkg/a.py"]


def test_a_link_is_not_followed(repository: Repository, tmp_path: Path) -> None:
    blank(tmp_path, "outside/secret.py")
    blank(repository.path, "a.py", "pkg/b.py")
    (repository.path / "file").symlink_to(tmp_path / "outside/secret.py")
    (repository.path / "folder").symlink_to(tmp_path / "outside")
    (repository.path / "again").symlink_to("pkg")
    (repository.path / "loop").symlink_to(".")
    (repository.path / "itself").symlink_to("itself")
    repository.git("add", ".")
    assert listed(repository.path) == ["a.py", "pkg/b.py"]


def test_what_is_tracked_behind_a_link_is_not_read_through_it(
    repository: Repository, tmp_path: Path
) -> None:
    blank(tmp_path, "outside/sub/secret.py")
    blank(repository.path, "a.py", "pkg/sub/secret.py")
    repository.git("add", ".")
    (repository.path / "pkg/sub/secret.py").unlink()
    (repository.path / "pkg/sub").rmdir()
    (repository.path / "pkg").rmdir()
    (repository.path / "pkg").symlink_to(tmp_path / "outside")
    assert listed(repository.path) == ["a.py"]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("with space.py", id="space"),
        pytest.param("new\nline.py", id="newline"),
        pytest.param("-leading.py", id="dash"),
        pytest.param("--help", id="option"),
        pytest.param(":colon.py", id="colon"),
        pytest.param(":(glob)*.py", id="pathspec-magic"),
        pytest.param("*.py", id="star"),
        pytest.param("[a].py", id="brackets"),
        pytest.param("a\\b.py", id="backslash"),
        pytest.param('"quoted".py', id="quotes"),
        pytest.param("\x1b[31m.py", id="escape"),
        pytest.param("naïve.py", id="accent"),
        pytest.param("..dots", id="leading-dots"),
        pytest.param(os.fsdecode(b"bad\xff\xfe.py"), id="invalid-utf-8"),
    ],
)
class TestNames:
    def test_an_odd_name_is_listed(self, repository: Repository, name: str) -> None:
        blank(repository.path, name)
        assert listed(repository.path) == [name]

    def test_an_odd_name_can_be_named(self, repository: Repository, name: str) -> None:
        blank(repository.path, name, "a.py", "b.py", "other.txt")
        found = item(repository.path, name, name)
        assert (found.identity, found.in_git) == (name, True)

    def test_an_odd_name_can_be_a_folder(self, repository: Repository, name: str) -> None:
        blank(repository.path, f"{name}/file.py")
        assert listed(repository.path, name) == [f"{name}/file.py"]

    def test_an_odd_name_can_be_excluded_around(self, repository: Repository, name: str) -> None:
        blank(repository.path, name)
        assert listed(repository.path, exclude=Patterns(("other.*",))) == [name]


@pytest.mark.parametrize("in_git", [True, False], ids=["in-git", "outside"])
def test_pipes_and_sockets_are_left_out(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_git: bool
) -> None:
    folder = blank(repository.path if in_git else tmp_path / "plain", "a.py")
    os.mkfifo(folder / "pipe")
    monkeypatch.chdir(folder)  # a socket's path has to be short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")
        assert listed(folder) == ["a.py"]


def test_a_folder_that_git_cannot_open_is_an_error(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root, whom the tests may run as, can open everything: git only says that it could not.
    from leakguard import git

    blank(repository.path, "pkg/a.py", "other.py")
    script = tmp_path / "git"
    script.write_text(
        "#!/bin/sh\n"
        'case "$*" in *ls-files*) printf "warning: could not open directory '
        "'pkg/lo\\ncked/': Permission denied\\n\" >&2;; esac\n"
        f'exec {git.executable()} "$@"\n'
    )
    script.chmod(0o755)
    monkeypatch.setattr(git, "executable", lambda: str(script))
    found = listing(repository.path / "pkg")
    assert found.errors == (Problem("lo\ncked", "cannot be opened: Permission denied"),)
    assert [it.path for it in found.items] == ["a.py"]


def test_a_path_in_the_index_may_be_as_deep_as_it_likes(repository: Repository) -> None:
    blank(repository.path, "a.py")
    blob = repository.git("hash-object", "-w", "a.py").strip()
    for path in ("/".join(["a"] * 2000), "/".join(["b"] * 3000)):
        repository.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    found = listing(repository.path, exclude=Patterns(("*.log",)))
    assert [it.path for it in found.items] == ["a.py"]


@pytest.mark.parametrize("kind", ["--cone", "--no-cone", "--sparse-index"])
def test_a_sparse_checkout_is_what_is_there(repository: Repository, kind: str) -> None:
    blank(repository.path, "in/a.py", "out/b.py", "top.py")
    repository.git("add", ".")
    repository.git("commit", "-qm", "all")
    repository.git("sparse-checkout", "set", kind, *(["/*.py", "/in/"] if "no" in kind else ["in"]))
    assert listed(repository.path) == ["in/a.py", "top.py"]


def test_an_unmerged_file_is_listed_once(repository: Repository) -> None:
    repository.commit(**{"a.py": "1\n"})
    repository.git("checkout", "-qb", "other")
    repository.commit(**{"a.py": "2\n"})
    repository.git("checkout", "-q", "main")
    repository.commit(**{"a.py": "3\n"})
    subprocess.run(["git", "merge", "-q", "other"], cwd=repository.path, capture_output=True)
    assert listed(repository.path) == ["a.py"]


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: None, id="nothing"),
        pytest.param(lambda path: (path / "folder").mkdir(), id="an-empty-folder"),
        pytest.param(lambda path: os.mkfifo(path / "pipe"), id="a-pipe"),
        pytest.param(lambda path: (path / "link").symlink_to("/etc/passwd"), id="a-link"),
        pytest.param(lambda path: blank(path, ".gitignore.swp"), id="only-ignored"),
    ],
)
def test_a_folder_without_a_file_is_an_error(repository: Repository, make: object) -> None:
    (repository.path / ".git/info/exclude").write_text("*.swp\n")
    folder = repository.path / "pkg"
    folder.mkdir()
    make(folder)  # type: ignore[operator]
    assert listing(repository.path, "pkg").errors == (
        Problem("pkg", "holds no file to scan; --include-ignored scans what git ignores"),
    )


def test_items_are_sorted_by_path(repository: Repository) -> None:
    blank(repository.path, "b", "a/z", "a.py", "a-b", "B")
    assert listed(repository.path) == sorted(["b", "a/z", "a.py", "a-b", "B"])

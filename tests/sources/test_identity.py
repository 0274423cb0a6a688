"""One leak has one fingerprint, whichever way it is come upon."""

import shutil
from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.sources import Source
from leakguard.sources.index import IndexSource
from leakguard.sources.tree import TreeSource
from tests.cli.conftest import Run
from tests.support import Repository, scanned

LEAK = f'binance_api_secret = "{made_up("base62", 64)}"\n'


def fingerprints(source: Source) -> set[str]:
    report = scanned(source)
    assert not report.errors
    return {finding.fingerprint for finding in report.findings}


def tree(folder: Path, *paths: str, root: Path | None = None) -> set[str]:
    named = tuple(str(folder / path) for path in paths) or (str(folder),)
    return fingerprints(TreeSource(str(root or folder), named))


@pytest.fixture
def leaking(repository: Repository) -> Repository:
    """A repository with a staged leak at pkg/sub/settings.py."""
    repository.stage("pkg/sub/settings.py", LEAK)
    return repository


@pytest.fixture
def known(leaking: Repository) -> set[str]:
    """The fingerprint of the leak, as a scan of the whole work tree gives it."""
    found = tree(leaking.path)
    assert len(found) == 1
    return found


def test_what_is_staged_has_it(leaking: Repository, known: set[str]) -> None:
    assert fingerprints(IndexSource(str(leaking.path))) == known


@pytest.mark.parametrize("folder", ["pkg", "pkg/sub"])
def test_a_folder_inside_has_it(leaking: Repository, known: set[str], folder: str) -> None:
    assert tree(leaking.path / folder) == known


def test_a_named_file_has_it(leaking: Repository, known: set[str]) -> None:
    assert tree(leaking.path, "pkg/sub/settings.py") == known
    assert tree(leaking.path / "pkg", "sub/settings.py") == known


def test_a_root_above_has_it(leaking: Repository, known: set[str]) -> None:
    assert tree(leaking.path, root=leaking.path.parent) == known
    assert tree(leaking.path.parent) == known


def test_a_root_reached_by_a_link_has_it(
    leaking: Repository, known: set[str], tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(leaking.path)
    assert tree(tmp_path / "link") == known
    assert tree(tmp_path / "link/pkg") == known


def test_a_clone_has_it(leaking: Repository, known: set[str], tmp_path: Path) -> None:
    leaking.git("commit", "-qm", "a leak")
    leaking.git("clone", "-q", ".", str(tmp_path / "elsewhere/clone"))
    assert tree(tmp_path / "elsewhere/clone") == known


def test_a_second_work_tree_has_it(leaking: Repository, known: set[str], tmp_path: Path) -> None:
    leaking.git("commit", "-qm", "a leak")
    leaking.git("worktree", "add", "-q", str(tmp_path / "second"))
    assert tree(tmp_path / "second") == known
    assert tree(tmp_path / "second/pkg") == known


def test_a_repository_that_git_refuses_has_it(leaking: Repository, known: set[str]) -> None:
    (leaking.path / ".git/index").write_bytes(b"junk")
    assert tree(leaking.path) == known
    assert tree(leaking.path / "pkg") == known


def test_inside_another_repository_it_is_the_same(
    leaking: Repository, known: set[str], tmp_path: Path
) -> None:
    outer = Repository.create(tmp_path / "outer")
    shutil.copytree(leaking.path, outer.path / "vendor/inner")
    assert tree(outer.path) == known


def test_a_line_that_moved_keeps_it(leaking: Repository, known: set[str]) -> None:
    leaking.write("pkg/sub/settings.py", f"# a new line\n\n{LEAK}")
    assert tree(leaking.path) == known


def test_another_path_has_another(leaking: Repository, known: set[str]) -> None:
    (leaking.path / "pkg/sub/settings.py").rename(leaking.path / "settings.py")
    assert not tree(leaking.path) & known


def test_outside_git_it_is_told_from_the_scanned_root(
    leaking: Repository, known: set[str], tmp_path: Path
) -> None:
    shutil.copytree(leaking.path / "pkg", tmp_path / "plain/pkg")
    assert tree(tmp_path / "plain") == known
    assert not tree(tmp_path / "plain/pkg") & known


class TestCommand:
    """The same through the command, with its exit codes."""

    def test_a_file_over_the_limit_is_a_notice(self, leaking: Repository, run: Run) -> None:
        arguments = ("scan", ".", "--max-file-size", "10")
        done = run(*arguments, cwd=leaking.path)
        assert "over the limit of 10" in done.out + done.err
        assert done.code == 0
        assert run(*arguments, "--strict", cwd=leaking.path).code == 2

    def test_a_staged_blob_over_the_limit_is_a_notice(self, leaking: Repository, run: Run) -> None:
        arguments = ("scan", "--staged", "--max-file-size", "10")
        done = run(*arguments, cwd=leaking.path)
        assert "over the limit of 10" in done.out + done.err
        assert done.code == 0
        assert run(*arguments, "--strict", cwd=leaking.path).code == 2

    def test_a_path_that_does_not_exist_is_an_error_and_the_rest_is_scanned(
        self, leaking: Repository, run: Run
    ) -> None:
        done = run("scan", "none.py", "pkg", cwd=leaking.path)
        assert "none.py" in done.out + done.err
        assert "pkg/sub/settings.py" in done.out
        assert done.code == 2

    def test_a_pattern_that_is_none_is_an_error(self, leaking: Repository, run: Run) -> None:
        done = run("scan", ".", "--exclude", "!", cwd=leaking.path)
        assert "'!' is no pattern" in done.err
        assert done.code == 2

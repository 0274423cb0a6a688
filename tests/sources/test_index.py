"""What is staged: the blobs of the index, against HEAD."""

import os
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest

from leakguard.document import Document
from leakguard.errors import GitError
from leakguard.finding import Problem
from leakguard.sources import Binary, Failed, Read, blobs
from leakguard.sources.ignore import Patterns
from leakguard.sources.index import IndexSource, has_staged
from tests.support import Repository


def staged(repository: Repository, **options: Any) -> list[Read]:
    """Give what comes of reading everything that is staged."""
    source = IndexSource(str(repository.path), **options)
    return list(source.read(source.list().items))


def texts(repository: Repository, **options: Any) -> dict[str, bytes]:
    """Give the text of each staged file, where nothing else is staged."""
    documents = staged(repository, **options)
    assert all(isinstance(it, Document) for it in documents)
    return {it.path: it.data for it in documents if isinstance(it, Document)}


def break_blob(repository: Repository, name: str) -> None:
    """Leave only the head of a staged blob, with its size, and nothing of its content."""
    blob = repository.git("rev-parse", f":{name}").strip()
    file = repository.path / ".git/objects" / blob[:2] / blob[2:]
    head = zlib.decompress(file.read_bytes()).split(b"\0")[0] + b"\0"
    file.chmod(0o644)
    file.write_bytes(zlib.compress(head))


def lose_blob(repository: Repository, name: str) -> None:
    blob = repository.git("rev-parse", f":{name}").strip()
    (repository.path / ".git/objects" / blob[:2] / blob[2:]).unlink()


@pytest.fixture
def grown(repository: Repository) -> Repository:
    """A repository with a commit."""
    repository.commit(**{"old.py": "old\n", "pkg/other.py": "other\n"})
    return repository


@pytest.mark.parametrize("format_", ["sha1", "sha256"])
class TestAgainstHead:
    @pytest.fixture
    def repository(self, tmp_path: Path, format_: str) -> Repository:
        return Repository.create(tmp_path / "repository", f"--object-format={format_}")

    def test_everything_is_staged_before_the_first_commit(self, repository: Repository) -> None:
        repository.stage("a.py", "a\n")
        repository.stage("pkg/b.py", "b\n")
        assert texts(repository) == {"a.py": b"a\n", "pkg/b.py": b"b\n"}

    def test_additions_and_changes_are_staged(self, grown: Repository) -> None:
        grown.stage("old.py", "changed\n")
        grown.stage("new.py", "new\n")
        assert texts(grown) == {"new.py": b"new\n", "old.py": b"changed\n"}

    def test_nothing_is_staged_after_a_commit(self, grown: Repository) -> None:
        assert texts(grown) == {}
        assert not has_staged(str(grown.path))

    def test_nothing_is_staged_in_an_empty_repository(self, repository: Repository) -> None:
        assert texts(repository) == {}
        assert not has_staged(str(repository.path))


def test_the_working_tree_is_never_read(grown: Repository) -> None:
    grown.stage("new.py", "staged\n")
    grown.write("new.py", "on the disk\n")
    grown.write("untracked.py", "on the disk\n")
    grown.write("old.py", "on the disk\n")
    assert texts(grown) == {"new.py": b"staged\n"}


def test_what_is_staged_and_deleted_on_the_disk_is_read(grown: Repository) -> None:
    grown.stage("new.py", "staged\n")
    (grown.path / "new.py").unlink()
    assert texts(grown) == {"new.py": b"staged\n"}


def test_a_document_is_in_git_and_comes_from_the_index(grown: Repository) -> None:
    grown.stage("new.py", "staged\n")
    assert staged(grown) == [Document("new.py", "new.py", b"staged\n", "index", in_git=True)]


def test_a_renamed_file_is_staged_under_its_new_name(grown: Repository) -> None:
    grown.git("mv", "old.py", "renamed.py")
    assert texts(grown) == {"renamed.py": b"old\n"}


def test_renames_are_not_looked_for_whatever_is_configured(grown: Repository) -> None:
    grown.git("config", "diff.renames", "copies")
    grown.git("mv", "old.py", "renamed.py")
    assert texts(grown) == {"renamed.py": b"old\n"}


def test_a_change_of_mode_only_is_no_new_content(grown: Repository) -> None:
    grown.git("update-index", "--chmod=+x", "old.py")
    assert texts(grown) == {}
    assert has_staged(str(grown.path))


def test_deletions_only_are_no_new_content(grown: Repository) -> None:
    grown.git("rm", "-q", "old.py")
    assert texts(grown) == {}
    assert has_staged(str(grown.path))


def test_a_link_or_submodule_has_no_content(grown: Repository) -> None:
    head = grown.git("rev-parse", "HEAD").strip()
    (grown.path / "link").symlink_to("old.py")
    grown.git("add", "link")
    grown.git("update-index", "--add", "--cacheinfo", f"160000,{head},sub")
    assert texts(grown) == {}
    assert has_staged(str(grown.path))


def test_a_link_that_became_a_file_is_staged(grown: Repository) -> None:
    (grown.path / "link").symlink_to("old.py")
    grown.git("add", "link")
    grown.git("commit", "-qm", "a link")
    (grown.path / "link").unlink()
    grown.stage("link", "old.py")
    assert texts(grown) == {"link": b"old.py"}


def test_what_is_only_intended_to_be_added_is_not_staged(grown: Repository) -> None:
    grown.write("new.py", "on the disk\n")
    grown.git("add", "--intent-to-add", "new.py")
    assert texts(grown) == {}
    assert not has_staged(str(grown.path))


class TestMerge:
    @pytest.fixture
    def merging(self, grown: Repository) -> Repository:
        """A merge of a change that conflicts, in old.py, and one that does not."""
        grown.git("checkout", "-qb", "other")
        grown.commit(**{"old.py": "theirs\n", "theirs.py": "new\n"})
        grown.git("checkout", "-q", "main")
        grown.commit(**{"old.py": "ours\n"})
        subprocess.run(["git", "merge", "other"], cwd=grown.path, capture_output=True, check=False)
        return grown

    def test_an_unmerged_file_is_left_out_with_a_notice(self, merging: Repository) -> None:
        listing = IndexSource(str(merging.path)).list()
        message = "left out: it is unmerged, so that nothing is staged; `git add` it first"
        assert listing.notices == (Problem("old.py", message),)
        assert [it.path for it in listing.items] == ["theirs.py"]

    def test_a_resolved_file_is_staged(self, merging: Repository) -> None:
        merging.stage("old.py", "both\n")
        assert texts(merging) == {"old.py": b"both\n", "theirs.py": b"new\n"}


class TestBroken:
    @pytest.fixture(autouse=True, params=[break_blob, lose_blob], ids=["broken", "missing"])
    def _broken(self, grown: Repository, request: pytest.FixtureRequest) -> None:
        for name in ("a.py", "b.py", "c.py"):
            grown.stage(name, f"{name}\n")
        request.param(grown, "b.py")

    def test_it_is_named_and_the_rest_is_read(self, grown: Repository) -> None:
        first, broken, last = staged(grown)
        message = "its staged content is missing or broken: run `git fsck`"
        assert broken == Failed(Problem("b.py", message))
        assert isinstance(first, Document)
        assert isinstance(last, Document)
        assert (first.data, last.data) == (b"a.py\n", b"c.py\n")

    def test_several_in_a_row_are_each_named(self, grown: Repository) -> None:
        lose_blob(grown, "c.py")
        results = staged(grown)
        assert [isinstance(it, Failed) for it in results] == [False, True, True]


class TestSize:
    def test_a_blob_over_the_limit_is_left_out_with_a_notice(self, grown: Repository) -> None:
        grown.stage("a.py", "x" * 1001)
        grown.stage("b.py", "x" * 1000)
        first, second = staged(grown, max_size=1000)
        message = (
            "left out: 1,001 bytes are over the limit of 1,000; raise --max-file-size to scan it"
        )
        assert first == Failed(Problem("a.py", message), is_notice=True)
        assert isinstance(second, Document)

    def test_its_content_is_not_held(self, grown: Repository) -> None:
        import tracemalloc

        grown.stage("a.py", b"x" * (64 << 20))
        tracemalloc.start()
        (result,) = staged(grown, max_size=1000)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert isinstance(result, Failed)
        assert peak < 8 << 20

    def test_sizes_are_known_where_there_are_many(
        self, grown: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(blobs, "_MANY", 2)
        grown.stage("a.py", "x" * 10)
        grown.stage("b.py", "x" * 20)
        lost = IndexSource(str(grown.path)).list()
        assert [it.size for it in lost.items] == [10, 20]

    def test_a_missing_one_has_no_size(
        self, grown: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(blobs, "_MANY", 2)
        grown.stage("a.py", "x" * 10)
        grown.stage("b.py", "x" * 20)
        lose_blob(grown, "a.py")
        assert [it.size for it in IndexSource(str(grown.path)).list().items] == [0, 20]


def test_a_binary_blob_is_no_document(grown: Repository) -> None:
    grown.stage("a.png", b"\x89PNG\x00")
    (result,) = staged(grown)
    assert isinstance(result, Binary)


def test_utf_16_is_text(grown: Repository) -> None:
    grown.stage("a.txt", "zoë\n".encode("utf-16"))
    assert texts(grown) == {"a.txt": "zoë\n".encode()}


def test_excludes_apply(grown: Repository) -> None:
    grown.stage("a.py", "a\n")
    grown.stage("pkg/b.py", "b\n")
    assert texts(grown, exclude=Patterns(("pkg/",))) == {"a.py": b"a\n"}


@pytest.mark.parametrize(
    "name", ["new\nline", ":colon", "-dash", "*", 'q"', "tab\t", os.fsdecode(b"bad\xff"), "é"]
)
def test_odd_names_are_read(grown: Repository, name: str) -> None:
    grown.write(name, "odd\n")
    grown.git("--literal-pathspecs", "add", "--", name)
    assert texts(grown) == {name: b"odd\n"}


def test_a_path_may_be_as_deep_as_it_likes(grown: Repository) -> None:
    path = "/".join(["a"] * 2000)
    blob = grown.git("hash-object", "-w", "--stdin", stdin=b"deep\n").strip()
    grown.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    assert texts(grown, exclude=Patterns(("*.log",))) == {path: b"deep\n"}


def test_a_name_that_is_ignored_is_read_once_it_is_staged(grown: Repository) -> None:
    grown.write(".git/info/exclude", "*.log\n")
    grown.write("a.log", "a\n")
    grown.git("add", "--force", "a.log")
    assert texts(grown) == {"a.log": b"a\n"}


def test_a_second_work_tree_has_its_own_index(grown: Repository, tmp_path: Path) -> None:
    grown.git("worktree", "add", "-q", str(tmp_path / "second"))
    grown.stage("first.py", "1\n")
    second = Repository(tmp_path / "second")
    second.stage("second.py", "2\n")
    assert texts(second) == {"second.py": b"2\n"}


def test_a_sparse_checkout_is_read_from_the_index(grown: Repository) -> None:
    grown.git("sparse-checkout", "set", "pkg")
    blob = grown.git("hash-object", "-w", "--stdin", stdin=b"new\n").strip()
    grown.git("update-index", "--add", "--cacheinfo", f"100644,{blob},out/a.py")
    assert texts(grown) == {"out/a.py": b"new\n"}


def test_paths_are_from_the_root_whatever_is_configured(grown: Repository) -> None:
    grown.git("config", "diff.relative", "true")
    grown.stage("new.py", "new\n")
    grown.stage("pkg/new.py", "new\n")
    source = IndexSource(str(grown.path / "pkg"))
    assert [it.path for it in source.list().items] == ["new.py", "pkg/new.py"]


def test_a_folder_without_a_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GitError):
        IndexSource(str(tmp_path)).list()


def test_a_broken_head_is_an_error(grown: Repository) -> None:
    (grown.path / ".git/refs/heads/main").write_text("1" * 40 + "\n")
    with pytest.raises(GitError):
        IndexSource(str(grown.path)).list()


class TestHookVariables:
    def test_the_index_that_a_hook_is_given_is_read(
        self, grown: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        grown.stage("in_the_usual_index.py", "1\n")
        monkeypatch.setenv("GIT_INDEX_FILE", str(grown.path / ".git/next-index"))
        grown.git("read-tree", "HEAD")
        grown.stage("in_the_hooks_index.py", "2\n")
        assert texts(grown) == {"in_the_hooks_index.py": b"2\n"}

    def test_objects_that_a_hook_is_given_are_read(
        self, grown: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "quarantine").mkdir()
        monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "quarantine"))
        monkeypatch.setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", str(grown.path / ".git/objects"))
        grown.stage("new.py", "new\n")
        assert texts(grown) == {"new.py": b"new\n"}

    @pytest.mark.parametrize(
        ("arguments", "seen"),
        [
            pytest.param(["commit", "-qm", "x"], {"new.py"}, id="commit"),
            pytest.param(["commit", "-qam", "x"], {"new.py", "old.py"}, id="commit-all"),
            pytest.param(["commit", "-qm", "x", "old.py"], {"old.py"}, id="commit-a-file"),
            pytest.param(
                ["commit", "-qm", "x", "-i", "old.py"],
                {"new.py", "old.py"},
                id="commit-with-a-file",
            ),
        ],
    )
    @pytest.mark.parametrize("where", ["first", "second"])
    def test_a_hook_sees_what_the_commit_will_hold(
        self, grown: Repository, tmp_path: Path, arguments: list[str], seen: set[str], where: str
    ) -> None:
        script = (
            "from leakguard import git; from leakguard.sources.index import IndexSource;"
            "top = git.work_tree('.', own_repository=True);"
            f"open({str(tmp_path / 'seen')!r}, 'w').write("
            "' '.join(it.path for it in IndexSource(top).list().items))"
        )
        hook = grown.write(".git/hooks/pre-commit", f'#!/bin/sh\nexec "$PYTHON" -c "{script}"\n')
        hook.chmod(0o755)
        work = grown
        if where == "second":
            grown.git("worktree", "add", "-q", str(tmp_path / "second"))
            work = Repository(tmp_path / "second")
        work.stage("new.py", "new\n")
        work.write("old.py", "changed\n")
        work.git(*arguments)
        assert set((tmp_path / "seen").read_text().split()) == seen

    @pytest.fixture(autouse=True)
    def _python(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import sys

        monkeypatch.setenv("PYTHON", sys.executable)

"""Repositories of every kind: bare, with several work trees, shallow, SHA-256."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from leakguard.respond.search import WorkTrees, work_trees
from tests.cli.conftest import Run
from tests.respond.leaked import (
    ENV,
    ID,
    SECRET,
    TEXTS,
    executed,
    leak,
    looked,
    purged,
    responded,
    traces,
)
from tests.support import Repository


def test_a_repository_of_sha_256(tmp_path: Path, run: Run) -> None:
    purged(run, leak(Repository.create(tmp_path / "sha256", "--object-format=sha256")))


def test_a_bare_repository(tmp_path: Path, repository: Repository, run: Run) -> None:
    leak(repository).git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    purged(run, Repository(tmp_path / "bare.git"))


@pytest.mark.parametrize("asked_in", ["main", "other"])
def test_a_repository_with_two_work_trees(
    tmp_path: Path, repository: Repository, run: Run, asked_in: str
) -> None:
    leak(repository)
    other = tmp_path / "it's\n another"
    repository.git("worktree", "add", "-q", "-b", "other", str(other), "HEAD~1")
    here = repository if asked_in == "main" else Repository(other)
    told = responded(run, here, ID)
    assert any("live.env" in it and "work tree" in it for it in told["purge"]["places"])
    executed(told["purge"]["commands"][:-1], here.path)
    assert not other.exists()
    assert looked(run, repository, ID)[0] == 0
    assert traces(repository, TEXTS) == []


@pytest.mark.parametrize("has_own", [False, True], ids=["folder", "repository"])
def test_a_folder_that_only_the_repository_calls_its_work_tree_is_not_searched(
    tmp_path: Path, repository: Repository, has_own: bool
) -> None:
    """What is in `.git` may come from anybody, and could name a home."""
    repository.commit("nothing", README="x\n")
    other = tmp_path / "other"
    other.mkdir()
    if has_own:
        repository.git("init", "-q", str(other))
    entry = repository.path / ".git" / "worktrees" / "w"
    entry.mkdir(parents=True)
    for name, text in {
        "gitdir": f"{other}/.git", "HEAD": "ref: refs/heads/x", "commondir": "../..",
    }.items():  # fmt: skip
        (entry / name).write_text(f"{text}\n")
    assert str(other) in repository.git("worktree", "list")
    assert work_trees(str(repository.path)) == WorkTrees(str(repository.path), ())


def test_a_bare_repository_that_is_checked_out_elsewhere(
    tmp_path: Path, repository: Repository, run: Run
) -> None:
    leak(repository).git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    bare, tree = Repository(tmp_path / "bare.git"), Repository(tmp_path / "tree")
    bare.git("worktree", "add", "-q", "-b", "other", str(tree.path))
    executed(responded(run, tree, ID)["purge"]["commands"][:-1], tree.path)
    assert not tree.path.exists()
    assert looked(run, bare, ID)[0] == 0
    assert traces(bare, TEXTS) == []


def test_a_submodule_is_a_repository_of_its_own(
    tmp_path: Path, repository: Repository, run: Run
) -> None:
    leak(repository)
    outer = Repository.create(tmp_path / "outer")
    url = str(repository.path)
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", url, "inner")
    inner = Repository(outer.path / "inner")
    told = responded(run, inner, ID)
    executed(told["purge"]["commands"][:-1], inner.path)
    assert looked(run, inner, ID)[0] == 0
    assert traces(outer, TEXTS) == []
    assert SECRET not in inner.git("log", "-p", "--all")


def test_a_shallow_clone_has_to_be_whole_first(
    tmp_path: Path, repository: Repository, run: Run
) -> None:
    leak(repository).git("revert", "--no-edit", "HEAD")
    url = f"file://{repository.path}"
    repository.git("clone", "-q", "--depth", "1", url, str(tmp_path / "shallow"))
    shallow = Repository(tmp_path / "shallow")
    told = responded(run, shallow, ID)
    assert any("shallow" in it for it in told["purge"]["warnings"])
    assert told["publish"]["commands"] == []
    executed(told["purge"]["commands"][:-1], shallow.path)
    purged(run, shallow)
    assert len(shallow.git("log", "--format=%s").splitlines()) == 4


def test_what_nothing_leads_to_is_collected_and_no_commit_changes(
    repository: Repository, run: Run
) -> None:
    leak(repository).git("reset", "-q", "--hard", "HEAD~2")
    repository.git("stash", "list")
    head = repository.git("rev-parse", "HEAD")
    repository.git("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    told = responded(run, repository, ID)
    assert told["purge"]["refs"] == []
    assert not any("filter-repo" in it["line"] for it in told["purge"]["commands"])
    purged(run, repository)
    assert repository.git("rev-parse", "HEAD") == head


def test_a_second_key_is_purged_after_the_first(repository: Repository, run: Run) -> None:
    leak(repository)
    purged(run, repository)
    (repository.path / ".git/filter-repo").mkdir(exist_ok=True)
    repository.commit("again", **{"again.env": ENV})
    purged(run, repository)


@pytest.mark.parametrize(
    ("make", "word"),
    [
        pytest.param(lambda it: it.write("README", "other\n"), "uncommitted", id="dirty"),
        pytest.param(
            lambda it: it.write(".git/objects/pack/pack-1.keep", ""), "kept", id="kept-pack"
        ),
        pytest.param(
            lambda it: Repository.create(it.path / "inner").commit("x", a="b"), "inside", id="inner"
        ),
        pytest.param(lambda it: sign(it), "signature", id="signed"),
        pytest.param(lambda it: dirty_elsewhere(it), "uncommitted", id="dirty-elsewhere"),
    ],
)
def test_what_has_to_be_known_before_is_told(
    repository: Repository, run: Run, make: Callable[[Repository], object], word: str
) -> None:
    make(leak(repository))
    assert any(word in it for it in responded(run, repository, ID)["purge"]["warnings"])


def dirty_elsewhere(repository: Repository) -> None:
    """Change a file in another work tree."""
    other = repository.path.parent / "elsewhere"
    repository.git("worktree", "add", "-q", "-b", "elsewhere", str(other))
    (other / "README").write_text("changed\n")


def sign(repository: Repository) -> None:
    """Put a commit that looks signed on top."""
    raw = repository.git("cat-file", "commit", "HEAD").encode()
    head, _, message = raw.partition(b"\n\n")
    signed = b"%b\ngpgsig -----BEGIN SSH SIGNATURE-----\n x\n\n%b" % (head, message)
    name = repository.git("hash-object", "-t", "commit", "-w", "--stdin", stdin=signed).strip()
    repository.git("update-ref", "HEAD", name)


def test_objects_that_cannot_be_read_are_not_said_to_be_clean(
    repository: Repository, run: Run
) -> None:
    told = responded(run, leak(repository), ID)
    executed(told["purge"]["commands"][:-1], repository.path)
    name = repository.git("hash-object", "-w", "--stdin", stdin=b"another").strip()
    file = repository.path / ".git/objects" / name[:2] / name[2:]
    file.chmod(0o600)
    file.write_bytes(b"no object")
    code, now = looked(run, repository, ID)
    assert (code, now["gone"]) == (2, False)
    assert now["problems"][0] == f"object {name}: it is broken: run `git fsck`"


def test_nothing_is_run_and_nothing_is_written_into_the_repository(
    repository: Repository, run: Run
) -> None:
    leak(repository)

    def held() -> dict[Path, bytes]:
        return {it: it.read_bytes() for it in repository.path.rglob("*") if it.is_file()}

    before = held()
    responded(run, repository, ID)
    looked(run, repository, ID)
    assert held() == before


def test_what_was_never_asked_for_is_not_done(repository: Repository, run: Run) -> None:
    done = run("respond", ID, "--done", cwd=leak(repository).path)
    assert done.code == 2
    assert f"`leakguard respond {ID}` comes first" in done.err


def test_outside_of_git_there_is_nothing_to_do(tmp_path: Path, run: Run) -> None:
    done = run("respond", ID, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "not a git repository" in done.err


@pytest.mark.parametrize("key", ["", "xyz", "0123456789abcdef01234567"])
def test_a_key_that_nobody_knows_is_refused(repository: Repository, run: Run, key: str) -> None:
    done = run("respond", key, cwd=leak(repository).path)
    assert (done.code, done.out) == (2, "")


def test_commands_that_are_copied_are_whole(repository: Repository, run: Run) -> None:
    """What is shown as text has the commands of the JSON, each on a line of its own."""
    commands = responded(run, leak(repository), ID)["purge"]["commands"]
    shown = run("respond", ID, cwd=repository.path).out.splitlines()
    lines = [it.strip() for it in shown if it.startswith("       ") and "# " not in it]
    assert lines == [it["line"] for it in commands]
    for it in commands:
        subprocess.run(["bash", "-n", "-c", it["line"]], check=True)


def test_a_key_that_was_never_committed_is_in_the_work_tree_alone(
    repository: Repository, run: Run
) -> None:
    repository.commit("start", README="nothing\n")
    file = repository.write("live.env", ENV)
    commands = responded(run, repository, ID)["purge"]["commands"]
    assert [it["line"].split()[0] for it in commands] == ["cd", "leakguard"]
    assert looked(run, repository, ID)[1]["places"] == ["live.env, in the work tree (plain)"]
    file.unlink()
    assert looked(run, repository, ID)[0] == 0


def test_a_tag_of_a_file_or_a_folder_is_deleted(repository: Repository, run: Run) -> None:
    """git-filter-repo would leave it as it is."""
    leak(repository)
    repository.git("tag", "file", "HEAD~1:live.env")
    repository.git("tag", "folder", "HEAD~1^{tree}")
    repository.git("tag", "-a", "-m", "a folder", "annotated", "HEAD~1^{tree}")
    repository.git("tag", "clean", "HEAD^{tree}")
    purged(run, repository)
    assert repository.git("tag").split() == ["clean"]


def test_notes_are_about_the_new_commits(repository: Repository, run: Run) -> None:
    leak(repository)
    repository.git("notes", "add", "-m", f"it was {SECRET}", "HEAD~1")
    repository.git("notes", "--ref", "review", "add", "-m", "looks good", "HEAD")
    purged(run, repository)
    assert repository.git("notes", "show", "HEAD~1") == "it was ***REMOVED***\n"
    assert repository.git("notes", "--ref", "review", "show", "HEAD") == "looks good\n"


def test_what_is_staged_alone_is_taken_out_of_the_index(repository: Repository, run: Run) -> None:
    repository.commit("start", README="nothing\n")
    repository.stage("it's new.env", ENV)
    told = responded(run, repository, ID)
    executed(told["purge"]["commands"][:-1], repository.path)
    code, still = looked(run, repository, ID)
    assert (code, still["places"]) == (1, ["it's new.env, in the work tree (plain)"])
    (repository.path / "it's new.env").unlink()
    assert looked(run, repository, ID)[0] == 0


def test_the_backup_is_said_to_lack_older_stashes(repository: Repository, run: Run) -> None:
    leak(repository)
    for content in ("one", "two", "three"):
        repository.write("README", content)
        repository.git("stash", "-q")
    lacking = responded(run, repository, ID)["purge"]["not_in_backup"]
    assert lacking[0] == "2 older stashes (stash@{1} and on)"
    assert any("reflogs" in it for it in lacking)

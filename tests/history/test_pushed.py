"""`leakguard hook pre-push` and `pre-receive`, as git itself calls them."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.history.conftest import FIRST, SECOND, THIRD, assigned
from tests.support import Repository


def install(hooks: Path, stage: str) -> None:
    """Write a hook as a user would."""
    hook = hooks / stage
    hook.parent.mkdir(parents=True, exist_ok=True)
    command = shlex.join([sys.executable, "-m", "leakguard", "hook", stage])
    hook.write_text(f'#!/bin/sh\nexec {command} --isolated "$@"\n')
    hook.chmod(0o755)


@pytest.fixture
def remote(tmp_path: Path) -> Repository:
    return Repository.create(tmp_path / "remote.git", "--bare")


@pytest.fixture
def pushing(repository: Repository, remote: Repository) -> Repository:
    """A repository of which the remote has the first commit, a secret in it."""
    repository.commit(**{"old.py": assigned(FIRST)})
    repository.git("remote", "add", "origin", str(remote.path))
    repository.git("push", "-q", "origin", "main")
    return repository


def push(repository: Repository, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["git", "push", "-q", "origin", *arguments],
        cwd=repository.path,
        capture_output=True,
        text=True,
        check=False,
    )


def lone(repository: Repository, what: str, value: str) -> str:
    """Write a file with a secret, or a folder of it, that is in no commit."""
    text = f"BINANCE_API_SECRET={value}\n".encode()
    blob = repository.git("hash-object", "-w", "--stdin", stdin=text).strip()
    if what == "blob":
        return blob
    return repository.git("mktree", stdin=f"100644 blob {blob}\ta.env\n".encode()).strip()


class TestPrePush:
    @pytest.fixture(autouse=True)
    def hook(self, pushing: Repository) -> None:
        install(pushing.path / ".git/hooks", "pre-push")

    def test_a_leak_is_not_pushed(self, pushing: Repository, remote: Repository) -> None:
        pushing.commit(**{"bot.py": assigned(SECOND)})
        pushing.commit(**{"bot.py": "import os\n"})
        done = push(pushing, "main")
        assert (done.returncode != 0, "bot.py:1:15" in done.stdout) == (True, True), done
        assert remote.git("rev-list", "--count", "main") == "1\n"

    @pytest.mark.parametrize("what", ["commit", "tag"])
    def test_what_is_said_is_read(self, pushing: Repository, what: str) -> None:
        message = f"api_secret={SECOND}"
        if what == "commit":
            pushing.stage("a.txt", "more\n")
            pushing.commit(message)
        else:
            pushing.git("tag", "-a", "v1", "-m", message)
        done = push(pushing, "main" if what == "commit" else "v1")
        assert (done.returncode != 0, f"{what} " in done.stdout) == (True, True), done

    def test_what_the_remote_has_is_pushed_over(self, pushing: Repository) -> None:
        pushing.commit(**{"old.py": f"\n{assigned(FIRST)}"})
        assert push(pushing, "main").returncode == 0

    def test_a_new_branch_is_judged_by_what_it_adds(self, pushing: Repository) -> None:
        pushing.git("switch", "-q", "-c", "clean")
        pushing.commit(**{"a.txt": "more\n"})
        assert push(pushing, "clean").returncode == 0
        pushing.git("switch", "-q", "-c", "leaky")
        pushing.commit(**{"bot.py": assigned(SECOND)})
        assert push(pushing, "leaky").returncode != 0

    def test_each_of_several_refs_is_judged(self, pushing: Repository) -> None:
        pushing.git("branch", "second")
        pushing.commit(**{"a.txt": "more\n"})
        pushing.git("switch", "-q", "second")
        pushing.commit(**{"bot.py": assigned(SECOND)})
        assert push(pushing, "main", "second").returncode != 0

    def test_a_tag_is_judged_by_its_commit(self, pushing: Repository) -> None:
        pushing.commit(**{"bot.py": assigned(SECOND)})
        pushing.git("tag", "-a", "-m", "a tag", "v1")
        assert push(pushing, "v1").returncode != 0

    def test_a_branch_is_deleted(self, pushing: Repository) -> None:
        pushing.git("branch", "second")
        assert push(pushing, "second").returncode == 0
        assert push(pushing, "--delete", "second").returncode == 0

    @pytest.mark.parametrize(
        "what",
        [
            pytest.param(":/a commit:refs/heads/second", id="a-commit-by-its-words"),
            pytest.param("a\N{LINE SEPARATOR}b", id="a-ref-with-a-line-separator"),
        ],
    )
    def test_what_is_pushed_may_have_odd_names(self, pushing: Repository, what: str) -> None:
        pushing.git("branch", "a\N{LINE SEPARATOR}b")
        assert push(pushing, what).returncode == 0

    @pytest.mark.parametrize("what", ["HEAD:old.py", "HEAD^{tree}"])
    def test_what_is_no_commit_and_known_passes(self, pushing: Repository, what: str) -> None:
        done = push(pushing, f"{what}:refs/tags/other")
        assert done.returncode == 0, done

    @pytest.mark.parametrize("what", ["blob", "tree"])
    @pytest.mark.parametrize("is_annotated", [True, False], ids=["annotated", "light"])
    def test_what_is_no_commit_is_looked_at(
        self, pushing: Repository, what: str, is_annotated: bool
    ) -> None:
        name = lone(pushing, what, SECOND)
        pushing.git("tag", *(("-a", "-m", "a tag") if is_annotated else ()), "lone", name)
        done = push(pushing, "lone")
        assert (done.returncode != 0, "1 finding" in done.stdout) == (True, True), done

    def test_a_bare_repository_pushes_as_well(
        self, pushing: Repository, remote: Repository, tmp_path: Path
    ) -> None:
        pushing.commit(**{"bot.py": assigned(SECOND)})
        bare = Repository(tmp_path / "bare.git")
        pushing.git("clone", "-q", "--bare", str(pushing.path), str(bare.path))
        bare.git("remote", "set-url", "origin", str(remote.path))
        install(bare.path / "hooks", "pre-push")
        done = push(bare, "main")
        assert (done.returncode != 0, "bot.py:1:15" in done.stdout) == (True, True), done

    def test_another_remote_may_lack_what_the_first_has(
        self, pushing: Repository, tmp_path: Path
    ) -> None:
        other = Repository.create(tmp_path / "other.git", "--bare")
        pushing.git("remote", "add", "other", str(other.path))
        done = subprocess.run(
            ["git", "push", "-q", "other", "main"], cwd=pushing.path, capture_output=True,
            check=False,
        )  # fmt: skip
        assert done.returncode != 0


def test_pre_commit_tells_one_ref_and_all_branches_count(pushing: Repository) -> None:
    pushing.git("branch", "second")
    pushing.commit(**{"a.txt": "more\n"})
    pushing.git("switch", "-q", "second")
    pushing.commit(**{"bot.py": assigned(SECOND)})
    pushing.git("switch", "-q", "main")
    told = {
        "PRE_COMMIT_TO_REF": pushing.git("rev-parse", "main").strip(),
        "PRE_COMMIT_REMOTE_NAME": "origin",
    }
    assert hook(pushing, "pre-push", told).returncode == 1


@pytest.mark.parametrize("name", ["*", "--all", "no such", "origin/*", "o[r]igin"], ids=repr)
def test_a_remote_that_is_a_pattern_hides_nothing(pushing: Repository, name: str) -> None:
    pushing.commit(**{"bot.py": assigned(SECOND)})
    told = {
        "PRE_COMMIT_TO_REF": pushing.git("rev-parse", "main").strip(),
        "PRE_COMMIT_REMOTE_NAME": name,
    }
    assert hook(pushing, "pre-push", told).returncode == 1


@pytest.mark.parametrize("stage", ["pre-push", "pre-receive"])
@pytest.mark.parametrize("text", ["refs/heads/main\n", "a b c d\n", "--all x y\n"], ids=repr)
def test_what_git_would_not_say_is_an_error(pushing: Repository, stage: str, text: str) -> None:
    done = hook(pushing, stage, {}, text)
    assert (done.returncode, "leakguard: error: " in done.stderr) == (2, True), done


class TestPreReceive:
    @pytest.fixture(autouse=True)
    def hook(self, pushing: Repository, remote: Repository) -> None:
        install(remote.path / "hooks", "pre-receive")

    def test_a_leak_is_refused(self, pushing: Repository, remote: Repository) -> None:
        pushing.commit(**{"bot.py": assigned(SECOND)})
        done = push(pushing, "main")
        assert (done.returncode != 0, "bot.py:1:15" in done.stderr) == (True, True), done
        assert remote.git("rev-list", "--count", "main") == "1\n"

    def test_others_are_taken(self, pushing: Repository) -> None:
        pushing.commit(**{"a.txt": "more\n"})
        assert push(pushing, "main").returncode == 0

    @pytest.mark.parametrize("what", ["blob", "tree"])
    def test_what_is_no_commit_is_looked_at(self, pushing: Repository, what: str) -> None:
        done = push(pushing, f"{lone(pushing, what, SECOND)}:refs/tags/lone")
        assert (done.returncode != 0, "1 finding" in done.stderr) == (True, True), done

    def test_what_another_branch_has_is_known(self, pushing: Repository) -> None:
        assert push(pushing, "main:second").returncode == 0

    def test_several_refs_are_judged(self, pushing: Repository) -> None:
        pushing.commit(**{"a.txt": "more\n"})
        pushing.git("switch", "-q", "-c", "second")
        pushing.commit(**{"bot.py": assigned(THIRD)})
        assert push(pushing, "main", "second").returncode != 0


def hook(
    repository: Repository, stage: str, told: dict[str, str], text: str = ""
) -> "subprocess.CompletedProcess[str]":
    import os

    return subprocess.run(
        [sys.executable, "-m", "leakguard", "hook", stage, "--isolated"],
        cwd=repository.path,
        env={**os.environ, **told},
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )

"""`leakguard hook commit-msg`: a key in a message is in the repository as well."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.history.conftest import FIRST, SECOND, Scan, assigned
from tests.support import Repository

TOLD = f"Use api_secret={FIRST} for now\n"
RULE = f"# {'-' * 24} >8 {'-' * 24}\n"


@pytest.fixture
def hooked(repository: Repository) -> Repository:
    """A repository with the hook, and something to commit."""
    hook = repository.path / ".git/hooks/commit-msg"
    hook.parent.mkdir(exist_ok=True)
    command = shlex.join([sys.executable, "-m", "leakguard", "hook", "commit-msg"])
    hook.write_text(f'#!/bin/sh\nexec {command} --isolated "$@"\n')
    hook.chmod(0o755)
    repository.stage("a.txt", "nothing\n")
    return repository


def commit(repository: Repository, message: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["git", "commit", "-q", "-m", message],
        cwd=repository.path,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_message_with_a_key_is_refused(hooked: Repository) -> None:
    done = commit(hooked, f"A change\n\n{TOLD}")
    said = done.stdout + done.stderr
    assert (done.returncode, "commit message:3:" in said, FIRST in said) == (1, True, False), said


def test_one_without_is_taken(hooked: Repository) -> None:
    assert commit(hooked, "A change").returncode == 0


def test_the_fingerprint_is_that_of_the_history(
    repository: Repository, told: Scan, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "message"
    file.write_text(TOLD)
    done = run("hook", "commit-msg", str(file), "--format", "jsonl", cwd=repository.path)
    repository.stage("a.txt", "nothing\n")
    repository.commit(TOLD)
    (found,) = told("--history")
    assert f'"fingerprint": "{found.fingerprint}"' in done.out


@pytest.mark.parametrize(
    ("setting", "text", "code"),
    [
        pytest.param(None, f"# {TOLD}", 0, id="a-comment"),
        pytest.param(None, f"{RULE}+{assigned(SECOND)}", 0, id="below-the-scissors"),
        pytest.param("commit.cleanup=verbatim", f"# {TOLD}", 1, id="a-comment-that-is-kept"),
        pytest.param("core.commentChar=;", f"; {TOLD}", 0, id="another-comment"),
        pytest.param("core.commentChar=;", f"# {TOLD}", 1, id="no-comment-then"),
    ],
)
def test_what_git_leaves_out_does_not_count(
    repository: Repository, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    setting: str | None, text: str, code: int,
) -> None:  # fmt: skip
    monkeypatch.delenv("GIT_EDITOR", raising=False)
    if setting is not None:
        repository.git("config", *setting.split("="))
    file = tmp_path / "message"
    file.write_text(f"A change\n\n{text}")
    assert run("hook", "commit-msg", str(file), cwd=repository.path).code == code


def test_of_what_nobody_edits_git_leaves_nothing_out(hooked: Repository) -> None:
    done = commit(hooked, f"A change\n\n# {TOLD}")
    assert (done.returncode, "commit message:3:" in done.stdout + done.stderr) == (1, True), done


@pytest.mark.parametrize("arguments", [(), ("gone",), ("a", "b")], ids=repr)
def test_what_git_does_not_give_is_an_error(
    repository: Repository, run: Run, arguments: tuple[str, ...]
) -> None:
    assert run("hook", "commit-msg", *arguments, cwd=repository.path).code == 2

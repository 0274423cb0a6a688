"""git, asked so that nothing in the repository's configuration gets to run a program.

Plumbing commands only. Replacement objects, lazy fetches, file-system monitors and every
transport are off; pagers, prompts and optional locks too.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from leakguard.errors import GitError
from leakguard.text import neutralise

_SAFE = (
    "-c", "core.fsmonitor=false",
    "-c", "protocol.allow=never",
    "-c", "core.untrackedCache=false",
    "-c", "submodule.recurse=false",
    "-c", "core.quotePath=false",
    "--no-pager",
)  # fmt: skip
_ENVIRONMENT = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}
_REDIRECTING = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE",
    "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
)  # fmt: skip
_EXTERNAL = (
    "GIT_EXTERNAL_DIFF", "GIT_ASKPASS", "SSH_ASKPASS", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_EDITOR",
    "GIT_PROXY_COMMAND", "GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE2_PERF",
)  # fmt: skip


@cache
def executable() -> str | None:
    """Give the path of git, or None if there is none."""
    return shutil.which("git")


def environment(own_repository: bool) -> dict[str, str]:
    """Give the variables git runs with.

    Inside a hook git points to the repository by variables. With `own_repository` they are
    kept; a repository that is found elsewhere on the disk must not be mistaken for that one.
    """
    kept = {name: value for name, value in os.environ.items() if name not in _EXTERNAL}
    if not own_repository:
        kept = {name: value for name, value in kept.items() if name not in _REDIRECTING}
    return {**kept, **_ENVIRONMENT}


def command(*arguments: str) -> list[str]:
    """Give the whole command line for a git command.

    Raises:
        GitError: there is no git.
    """
    git = executable()
    if git is None:
        raise GitError(
            "git is not installed, or not in PATH: install it, or scan a path outside git"
        )
    return [git, *_SAFE, *arguments]


def run(
    folder: str | Path, *arguments: str, stdin: bytes | None = None, own_repository: bool = False
) -> bytes:
    """Run a git command in `folder` and give what it prints.

    Raises:
        GitError: there is no git, or it failed; the message is git's first line.
    """
    done = subprocess.run(
        command(*arguments),
        cwd=folder,
        env=environment(own_repository),
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        check=False,
    )
    if done.returncode != 0:
        raise GitError(failure(arguments, done.stderr))
    return done.stdout


def failure(arguments: Sequence[str], stderr: bytes) -> str:
    """Give one line that says which git command failed and how."""
    first = stderr.decode("utf-8", "replace").strip().splitlines()
    said = first[0] if first else "it gave no reason"
    return neutralise(f"git {arguments[0] if arguments else ''}: {said}")[:300]

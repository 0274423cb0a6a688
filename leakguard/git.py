"""git, asked so that nothing in the repository's configuration gets to run a program.

Plumbing commands only. Replacement objects, lazy fetches, file-system monitors and every
transport are off; pagers, prompts, traces and optional locks too.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
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
    "-c", "advice.graftFileDeprecated=false",  # said of GIT_GRAFT_FILE before what is wrong
    "--no-pager",
)  # fmt: skip
_ENVIRONMENT = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_GRAFT_FILE": os.devnull,  # which could hide commits
    # Unlike protocol.allow, a repository's own protocol.<name>.allow cannot overrule it.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}
_REDIRECTING = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX",
    "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE", "GIT_SHALLOW_FILE",
)  # fmt: skip
_RELATIVE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR")
"""What may be relative to the current folder, which is not where git is run."""
_DROPPED = re.compile(
    r"GIT_TRACE.*|GIT_(?:LITERAL|GLOB|NOGLOB|ICASE)_PATHSPECS|GIT_EXTERNAL_DIFF|GIT_EDITOR"
    r"|(?:GIT|SSH)_ASKPASS|GIT_SSH|GIT_SSH_COMMAND|GIT_PROXY_COMMAND"
)
_SECONDS = 120.0
"""How long one command may take: a pipe in place of a .gitignore would hold git for ever."""


@cache
def executable() -> str | None:
    """Give the path of git, or None if there is none.

    Only absolute folders of PATH count: in `.` it would be the scanned repository's git.
    """
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    folders = [it for it in folders if os.path.isabs(it)]
    if sys.platform == "win32":
        import shutil  # which knows what programs end with; to load it takes 2 ms

        found = shutil.which("git", path=os.pathsep.join(folders))
        return found if found is not None and os.path.isabs(found) else None
    files = (os.path.join(it, "git") for it in folders)
    return next((it for it in files if os.path.isfile(it) and os.access(it, os.X_OK)), None)


def environment(own_repository: bool) -> dict[str, str]:
    """Give the variables git runs with.

    Inside a hook git points to the repository by variables. With `own_repository` they are
    kept, with whole paths; a repository that is found elsewhere on the disk must not be
    mistaken for that one.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not _DROPPED.fullmatch(name) and (own_repository or name not in _REDIRECTING)
    }
    here = {name: os.path.abspath(kept[name]) for name in _RELATIVE if kept.get(name)}
    return {**kept, **here, **_ENVIRONMENT}


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
    folder: str | Path,
    *arguments: str,
    stdin: bytes | None = None,
    own_repository: bool = False,
    said: list[bytes] | None = None,
    seconds: float | None = None,
    variables: Mapping[str, str] | None = None,
) -> bytes:
    """Run a git command in `folder` and give what it prints; it may take so many `seconds`, two
    minutes by default.

    What it prints to stderr, though it succeeds, is added to `said`. `variables` are set in its
    environment besides those of `environment`.

    Raises:
        GitError: there is no git, or it failed; the message is git's first line.
    """
    variables = {**environment(own_repository), **(variables or {})}
    done = _done(folder, arguments, stdin, variables, seconds or _SECONDS)
    if done.returncode != 0:
        raise GitError(failure(arguments, done.stderr))
    if said is not None:
        said.append(done.stderr)
    return done.stdout


def tried(folder: str | Path, *arguments: str, stdin: bytes | None = None) -> tuple[bytes, str]:
    """Run a git command in the repository of `folder`; give what it prints, and why it failed,
    nothing if it did not.

    Raises:
        GitError: there is no git, or it took too long.
    """
    done = _done(folder, arguments, stdin, environment(own_repository=True), _SECONDS)
    return done.stdout, failure(arguments, done.stderr) if done.returncode else ""


def _done(
    folder: str | Path,
    arguments: Sequence[str],
    stdin: bytes | None,
    variables: Mapping[str, str],
    seconds: float,
) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(
            command(*arguments),
            cwd=folder,
            env=variables,
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        raise GitError(failure(arguments, b"it took too long")) from None
    except OSError as error:
        raise GitError(failure(arguments, str(error.strerror).encode())) from None


def work_tree(folder: str | Path, own_repository: bool = False) -> str:
    """Give the top folder of the work tree that `folder` is in.

    Raises:
        GitError: this is no work tree, or git refuses it.
    """
    top = run(folder, "rev-parse", "--show-toplevel", own_repository=own_repository)
    return os.fsdecode(top.removesuffix(b"\n"))


def repository(folder: str | Path) -> str:
    """Give the top folder of the work tree that `folder` is in, or of a bare repository.

    Raises:
        GitError: this is no repository, or git refuses it.
    """
    told = run(folder, "rev-parse", "--is-inside-work-tree", own_repository=True)
    if told.strip() == b"true":
        return work_tree(folder, own_repository=True)
    where = run(folder, "rev-parse", "--absolute-git-dir", own_repository=True)
    return os.fsdecode(where.removesuffix(b"\n"))


def failure(arguments: Sequence[str], stderr: bytes) -> str:
    """Give one line that says which git command failed and how."""
    first = stderr.decode("utf-8", "replace").strip().splitlines()
    said = first[0] if first else "it gave no reason"
    return neutralise(f"git {_verb(arguments)}: {said}")[:300]


def _verb(arguments: Sequence[str]) -> str:
    settings = {at + 1 for at, it in enumerate(arguments) if it == "-c"}
    words = (it for at, it in enumerate(arguments) if at not in settings)
    return next((it for it in words if not it.startswith("-")), "")

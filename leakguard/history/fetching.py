"""Getting what a partial clone has left at its remote, where the user allows it.

The one time that git talks to anybody. Nothing that the repository configures gets to run: its
hooks, its programs for ssh, for the other side and for passwords are replaced by the user's own.
"""

import os
from collections.abc import Callable, Iterable, Iterator

from leakguard import git
from leakguard.errors import GitError

_PROTOCOLS = "https:ssh:file"
_SAFE = (
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "core.askPass=",
    "-c", "gc.auto=0",
    "-c", "maintenance.auto=false",
    "-c", "protocol.allow=always",  # as far as the variable below does
    # The other side would take it that who has a commit has what it holds, and leave that out.
    "-c", "fetch.negotiationAlgorithm=noop",
    "-c", "credential.helper=",  # an empty one makes git forget those before it
)  # fmt: skip
# With a filter, a content is left out that is asked for beside the folder that holds it.
_FETCH = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no",
          "--no-filter", "--upload-pack=git-upload-pack", "--stdin")  # fmt: skip
_SECONDS = 3_600.0


def missing(folder: str, revisions: Iterable[str]) -> list[str]:
    """Give the ids of the objects that revisions lead to and the clone lacks.

    Raises:
        GitError: git refuses it.
    """
    asked = "".join(f"{it}\n" for it in revisions).encode()
    listing = ("rev-list", "--objects", "--missing=print", "--stdin")
    told = git.run(folder, *listing, stdin=asked, own_repository=True)
    return [it[1:].decode("ascii") for it in told.split(b"\n") if it.startswith(b"?")]


def fetch_all(folder: str, lacking: Callable[[], Iterable[str]]) -> None:
    """Get the objects that are `lacking`, and those that are then: what a folder holds is known
    when it has come.

    Raises:
        GitError: no remote has promised them, or it does not give them.
    """
    asked: set[str] = set()
    while wanted := [it for it in lacking() if it not in asked]:
        fetch(folder, wanted)
        asked.update(wanted)


def tree_of(folder: str, commit: str) -> str:
    """Give the id of a commit's tree, which is got if it is missing.

    Raises:
        GitError: git refuses it, or no remote gives it.
    """
    told = git.run(folder, "rev-list", "--no-walk", "--no-commit-header", "--format=%T", commit,
                   own_repository=True)  # fmt: skip
    tree = told.decode("ascii").strip()
    try:
        git.run(folder, "cat-file", "-e", tree, own_repository=True)
    except GitError:
        fetch(folder, [tree])
    return tree


def fetch(folder: str, ids: Iterable[str]) -> None:
    """Get objects from the remote that has promised them.

    Raises:
        GitError: there is none, or it does not give them.
    """
    wanted = "".join(f"{it}\n" for it in ids).encode()
    if not wanted:
        return
    helpers = [part for it in _helpers(folder) for part in ("-c", f"credential.helper={it}")]
    git.run(
        folder, *_SAFE, *helpers, *_FETCH, _promisor(folder),
        stdin=wanted, own_repository=True, seconds=_SECONDS,
        variables={"GIT_ALLOW_PROTOCOL": _PROTOCOLS, "GIT_SSH_COMMAND": "ssh"},
    )  # fmt: skip


def _promisor(folder: str) -> str:
    told, _ = git.tried(folder, "config", "--local", "--get-regexp", r"^remote\..*\.promisor$")
    for line in os.fsdecode(told).splitlines():
        key, _, value = line.partition(" ")
        name = key.removeprefix("remote.").removesuffix(".promisor")
        if value != "false" and not name.startswith("-"):
            return name
    raise GitError("objects are missing, and no remote has promised them: run `git fsck`")


def _helpers(folder: str) -> Iterator[str]:
    """The user's own programs for passwords."""
    for level in ("--system", "--global"):
        told, _ = git.tried(folder, "config", level, "--get-all", "credential.helper")
        yield from os.fsdecode(told).splitlines()

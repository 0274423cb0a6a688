"""What of a repository decides how its history can be rewritten."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leakguard import git
from leakguard.errors import GitError
from leakguard.history.commits import is_shallow
from leakguard.respond.search import common_folder, is_bare, own_repositories, work_trees

_URL = ("config", "-z", "--get-regexp", r"^remote\..*\.url$")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, as it stands before anything is rewritten."""

    folder: str
    """Its top folder, or that of a bare one."""
    common: str
    """The folder in which git keeps it."""
    main: str
    """Its main work tree; nothing if it has none."""
    linked: tuple[str, ...]
    """Its other work trees."""
    head: str
    """The full name of the branch that HEAD names; nothing if it names none."""
    is_dirty: bool
    """Whether something is not committed."""
    stashes: int
    remotes: tuple[tuple[str, str], ...]
    """Their names, and the hosts of their addresses."""
    is_shallow: bool
    was_filtered: bool
    """Whether git-filter-repo has been at work in it."""
    has_kept_packs: bool
    borrows: bool
    """Whether it uses the objects of another one."""
    inner: tuple[str, ...]
    """Repositories inside of its work tree, such as submodules."""

    @property
    def trees(self) -> tuple[str, ...]:
        """All that it is checked out in."""
        return (self.main, *self.linked) if self.main else self.linked


def repository(folder: str) -> Repository:
    """Look at the repository of `folder`.

    Raises:
        GitError: git refuses it.
    """
    common = common_folder(folder)
    trees = work_trees(folder)
    packs = Path(common, "objects", "pack")
    return Repository(
        folder=folder,
        common=common,
        main=trees.main,
        linked=trees.linked,
        head=_head(folder),
        is_dirty=not is_bare(folder) and _is_dirty(folder),
        stashes=_stashes(folder),
        remotes=tuple(_remotes(folder)),
        is_shallow=is_shallow(folder),
        was_filtered=os.path.lexists(os.path.join(common, "filter-repo", "already_ran")),
        has_kept_packs=any(packs.glob("*.keep")),
        borrows=os.path.lexists(os.path.join(common, "objects", "info", "alternates")),
        inner=() if is_bare(folder) else tuple(own_repositories(folder)),
    )


def _head(folder: str) -> str:
    told, failure = git.tried(folder, "symbolic-ref", "--quiet", "HEAD")
    return "" if failure else os.fsdecode(told.removesuffix(b"\n"))


def _is_dirty(folder: str) -> bool:
    staged, _ = git.tried(folder, "diff-index", "--cached", "--raw", "HEAD")
    changed, _ = git.tried(folder, "diff-files", "--raw")
    return bool(staged or changed)


def _stashes(folder: str) -> int:
    told, failure = git.tried(folder, "rev-list", "--walk-reflogs", "refs/stash", "--")
    return 0 if failure else len(told.splitlines())


def _remotes(folder: str) -> Iterator[tuple[str, str]]:
    try:
        told = git.run(folder, *_URL, own_repository=True)
    except GitError:  # there is none
        return
    seen: set[str] = set()
    for entry in told.split(b"\0"):
        key, _, url = os.fsdecode(entry).partition("\n")
        name = key.removeprefix("remote.").removesuffix(".url")
        if name and name not in seen:
            seen.add(name)
            yield name, _host(url)


def _host(url: str) -> str:
    """Give the host of an address: `https://user@host:1/path`, `user@host:path`."""
    rest = url.partition("://")[2]
    where = rest.partition("/")[0] if rest else url.partition(":")[0] if ":" in url else ""
    return where.rpartition("@")[2].partition(":")[0].lower()

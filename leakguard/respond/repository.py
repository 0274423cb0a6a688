"""What of a repository decides how its history can be rewritten."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from leakguard import git
from leakguard.history.commits import is_shallow
from leakguard.respond.search import common_folder, is_bare, own_repositories, work_trees

_REMOTES = ("config", "-z", "--get-regexp", r"^remote\..*\.(url|mirror)$")


@dataclass(frozen=True, slots=True)
class Remote:
    """A repository that this one fetches from, or is pushed to."""

    name: str
    host: str
    """Of its address; nothing if that is a path."""
    is_mirrored: bool
    """Whether this is to be the same, ref by ref."""


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
    remotes: tuple[Remote, ...]
    is_shallow: bool
    was_filtered: bool
    """Whether git-filter-repo has been at work in it."""
    has_kept_packs: bool
    borrows: bool
    """Whether it uses the objects of another one."""
    refs: Mapping[str, str]
    """What each ref names, by its full name."""
    behind: tuple[tuple[str, str], ...]
    """Branches that lack commits of the same branch of a remote, each with the name of that."""
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
    refs = dict(_refs(folder))
    remotes = tuple(_remotes(folder))
    packs = Path(common, "objects", "pack")
    return Repository(
        folder=folder,
        common=common,
        main=trees.main,
        linked=trees.linked,
        head=_head(folder),
        is_dirty=any(map(_is_dirty, filter(None, (trees.main, *trees.linked)))),
        stashes=_stashes(folder),
        remotes=remotes,
        is_shallow=is_shallow(folder),
        was_filtered=os.path.lexists(os.path.join(common, "filter-repo", "already_ran")),
        has_kept_packs=any(packs.glob("*.keep")),
        borrows=os.path.lexists(os.path.join(common, "objects", "info", "alternates")),
        refs=refs,
        behind=tuple(_behind(folder, refs, [it.name for it in remotes])),
        inner=() if is_bare(folder) else tuple(own_repositories(folder)),
    )


def _refs(folder: str) -> Iterator[tuple[str, str]]:
    form = "--format=%(objectname) %(refname)"
    for line in git.run(folder, "for-each-ref", form, own_repository=True).splitlines():
        name, _, ref = line.partition(b" ")
        yield os.fsdecode(ref), name.decode("ascii")


def _behind(
    folder: str, refs: Mapping[str, str], remotes: Iterable[str]
) -> Iterator[tuple[str, str]]:
    for remote in remotes:
        start = f"refs/remotes/{remote}/"
        for ref, name in refs.items():
            branch = f"refs/heads/{ref.removeprefix(start)}"
            if ref.startswith(start) and refs.get(branch, name) != name:
                count = ("rev-list", "--count", f"{branch}..{ref}", "--")
                if git.run(folder, *count, own_repository=True).strip() != b"0":
                    yield branch, ref


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


def _remotes(folder: str) -> Iterator[Remote]:
    told, failure = git.tried(folder, *_REMOTES)  # it fails where there is none
    urls: dict[str, str] = {}
    mirrored: set[str] = set()
    for entry in () if failure else told.split(b"\0"):
        key, _, value = os.fsdecode(entry).partition("\n")
        name, _, what = key.removeprefix("remote.").rpartition(".")
        if what == "url":
            urls.setdefault(name, value)
        elif what == "mirror" and value != "false":
            mirrored.add(name)
    for name, url in urls.items():
        yield Remote(name, _host(url), name in mirrored)


def _host(url: str) -> str:
    """Give the host of an address: `https://user@host:1/path`, `user@host:path`."""
    rest = url.partition("://")[2]
    where = rest.partition("/")[0] if rest else url.partition(":")[0] if ":" in url else ""
    return where.rpartition("@")[2].partition(":")[0].lower()

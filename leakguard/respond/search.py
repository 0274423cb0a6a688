"""Where a repository has a value: every object that is stored, refs, git's own files, work tree."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from leakguard import git
from leakguard.finding import Problem
from leakguard.history.objects import every, inventory
from leakguard.history.reader import Reader
from leakguard.respond.content import Hit, look
from leakguard.respond.forms import Forms
from leakguard.sources.files import READING
from leakguard.sources.walk import walk

_LARGEST = 1 << 30
"""Bytes of what is searched; a larger content is named, since nobody can say that it is clean."""

_LONGEST_PATH = 1 << 14
"""Bytes of a file that names a folder."""

_SIGNED = b"\ngpgsig"


class Kind(StrEnum):
    """What a value stands in."""

    BLOB = "blob"
    COMMIT = "commit"
    TAG = "tag"
    TREE = "tree"
    REF = "ref"
    GIT_FILE = "file of git"
    FILE = "file"
    """In the work tree."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands."""

    kind: Kind
    name: str
    """The id of an object, the full name of a ref; the path of a file, from the folder of git or
    of the work tree, of another work tree the whole path."""
    hit: Hit


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search of a repository came to."""

    places: tuple[Place, ...]
    problems: tuple[Problem, ...]
    """What could not be searched, so that it is not known whether the value stands there."""
    notes: tuple[Problem, ...] = ()
    """What is in an archive and cannot be read, by this or by anybody without its password."""
    signed: frozenset[str] = frozenset()
    """The commits that are signed."""
    reached: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The objects that a ref or a reflog leads to, with the path where git first came upon one."""

    def of(self, *kinds: Kind) -> tuple[Place, ...]:
        """Give the places of some kinds."""
        return tuple(it for it in self.places if it.kind in kinds)


def search(folder: str, forms: Forms) -> Searched:
    """Search the repository of `folder`, its top folder or that of a bare one, with all of its work
    trees.

    Raises:
        GitError: git refuses it.
    """
    searching = _Search(forms)
    found = inventory(folder)
    if found.missing or found.failure:
        told = found.failure or f"{len(found.missing):,} objects are not here"
        searching.problems.append(Problem(os.curdir, f"{told}: fetch them, or run `git fsck`"))
    places = [*searching.objects(folder), *searching.refs(folder)]
    common = common_folder(folder)
    places += searching.files(Kind.GIT_FILE, common, _of_git(common))
    trees = work_trees(folder)
    for tree in filter(None, (trees.main, *trees.linked)):
        prefix = "" if os.path.realpath(tree) == os.path.realpath(folder) else tree
        places += searching.files(Kind.FILE, tree, searching.below(tree), prefix)
    unique = {(it.kind, it.name): it for it in places}
    return Searched(
        tuple(unique.values()),
        tuple(dict.fromkeys(searching.problems)),
        tuple(dict.fromkeys(searching.notes)),
        frozenset(searching.signed),
        {it.id: it.path for it in found.objects},
    )


@dataclass(frozen=True, slots=True)
class WorkTrees:
    """The folders that a repository is checked out in."""

    main: str
    """Nothing where the repository is bare, but for others."""
    linked: tuple[str, ...]


def work_trees(folder: str) -> WorkTrees:
    """Give the work trees of the repository of `folder`, without those that are not there, and
    without folders that only this repository calls its own.

    Raises:
        GitError: git refuses it.
    """
    told, failure = git.tried(folder, "worktree", "list", "--porcelain", "-z")
    if failure:  # as of git before 2.36
        told = git.run(folder, "worktree", "list", "--porcelain", own_repository=True)
        told = told.replace(b"\n", b"\0")
    first, *others = [it.split(b"\0") for it in told.split(b"\0\0") if it]
    paths = [os.fsdecode(it[0].removeprefix(b"worktree ")) for it in (first, *others)]
    common = common_folder(folder)
    is_main = _git_folder(folder) == common
    # Of a submodule git tells its own folder in place of the main work tree's.
    main = folder if is_main and not is_bare(folder) else "" if b"bare" in first else paths[0]
    return WorkTrees(main, tuple(it for it in paths[1:] if _is_tree_of(common, it)))


def _is_tree_of(common: str, tree: str) -> bool:
    """Tell whether a folder names the repository as its own: a repository may name any folder.

    https://git-scm.com/docs/gitrepository-layout
    """
    try:
        with open(os.open(os.path.join(tree, ".git"), READING), "rb") as file:
            told = os.fsdecode(file.read(_LONGEST_PATH).rstrip(b"\r\n"))
        own = os.path.realpath(os.path.join(tree, told.removeprefix("gitdir: ")))
    except (OSError, ValueError):
        return False
    return os.path.dirname(own) == os.path.join(common, "worktrees")


def is_bare(folder: str) -> bool:
    """Tell whether a repository has no work tree."""
    told = git.run(folder, "rev-parse", "--is-inside-work-tree", own_repository=True)
    return told.strip() != b"true"


def _git_folder(folder: str) -> str:
    told = git.run(folder, "rev-parse", "--absolute-git-dir", own_repository=True)
    return os.path.realpath(os.fsdecode(told.removesuffix(b"\n")))


def common_folder(folder: str) -> str:
    """Give the folder in which git keeps what all work trees of the repository share."""
    told = git.run(folder, "rev-parse", "--git-common-dir", own_repository=True)
    return os.path.realpath(os.path.join(folder, os.fsdecode(told.removesuffix(b"\n"))))


@dataclass
class _Search:
    """A search that is going on, and what it could not look at."""

    forms: Forms
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    signed: set[str] = field(default_factory=set)

    def objects(self, folder: str) -> Iterator[Place]:
        reader = Reader(folder)
        stored = list(every(folder))
        try:
            contents = reader.read([it.id for it in stored], _LARGEST)
            for it, content in zip(stored, contents, strict=True):
                if not isinstance(content, tuple):
                    reason = "broken: run `git fsck`" if content is None else "too large"
                    self.problems.append(Problem(f"object {it.id}", f"it is {reason}"))
                    continue
                kind, raw = content
                if kind == Kind.COMMIT and _SIGNED in raw.partition(b"\n\n")[0]:
                    self.signed.add(it.id)
                if (hit := self._look(raw, f"object {it.id}")) is not None:
                    yield Place(Kind(kind), it.id, hit)
        finally:
            reader.close()

    def refs(self, folder: str) -> Iterator[Place]:
        told = git.run(folder, "for-each-ref", "--format=%(refname)", own_repository=True)
        for name in told.splitlines():
            if (hit := look(name, "", self.forms).hit) is not None:
                yield Place(Kind.REF, os.fsdecode(name), hit)

    def files(
        self, kind: Kind, top: str, paths: Iterable[str], prefix: str = ""
    ) -> Iterator[Place]:
        for path in paths:
            shown = os.path.join(prefix, path)
            try:
                content = _content(os.path.join(top, path))
            except OSError as error:
                self.problems.append(Problem(shown, f"it cannot be read: {error.strerror}"))
                continue
            named = look(os.fsencode(path), "", self.forms).hit
            if (hit := self._look(content, shown) or named) is not None:
                yield Place(kind, shown, hit)

    def below(self, top: str) -> Iterator[str]:
        for found in walk(top, top, include_ignored=True):
            if isinstance(found, Problem):
                self.problems.append(found)
            elif not found.endswith("/"):  # a repository of its own
                yield found

    def _look(self, content: bytes, where: str) -> Hit | None:
        looked = look(content, where, self.forms)
        self.notes += (Problem(where, reason) for reason in looked.unread)
        return looked.hit


def _content(path: str) -> bytes:
    """Read a file; what is none, or is gone, is empty."""
    try:
        handle = os.open(path, READING)
    except (FileNotFoundError, NotADirectoryError):
        return b""
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return b""
        if status.st_size > _LARGEST:
            raise OSError(0, f"over {_LARGEST:,} bytes")
        with open(handle, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(handle)


def _of_git(top: str) -> Iterator[str]:
    """Give the files in which git keeps text: neither objects nor refs, which are asked for by
    other means."""
    for here, folders, names in os.walk(top):
        below = os.path.relpath(here, top)
        if below == os.curdir:
            folders[:] = [it for it in folders if it not in ("objects", "refs")]
            names = [it for it in names if it != "packed-refs"]
        elif "objects" in folders and os.path.exists(os.path.join(here, "HEAD")):
            folders.clear()  # the repository of a submodule
            continue
        yield from (os.path.normpath(os.path.join(below, name)) for name in names)


def own_repositories(top: str) -> list[str]:
    """Give the repositories inside a work tree, such as submodules: each is one of its own."""
    found = walk(top, top, include_ignored=True)
    return [it for it in found if isinstance(it, str) and it.endswith("/")]

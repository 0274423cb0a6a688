"""Files and folders of the disk: inside a work tree, what git would commit."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from leakguard import git
from leakguard.errors import GitError
from leakguard.finding import Problem
from leakguard.sources import Item, Listing, Read
from leakguard.sources.files import FileReader
from leakguard.sources.ignore import NO_PATTERNS, Patterns
from leakguard.sources.walk import walk


@dataclass(frozen=True, slots=True)
class TreeSource:
    """The files below some paths, as they are on the disk."""

    root: str
    """Absolute; paths in reports are relative to it."""
    paths: tuple[str, ...]
    """Absolute, or relative to the current folder."""
    exclude: Patterns = NO_PATTERNS
    include_ignored: bool = False
    tracked_only: bool = False
    """Whether files that git does not track yet are left out."""
    max_size: int = 64 << 20
    """Bytes."""

    def list(self) -> Listing:
        """Give every file below the paths; what cannot be listed is an error of its own."""
        found = _Found(self)
        for path in self.paths:
            found.add_named(path)
        items = sorted(found.items.values(), key=lambda item: item.path)
        return Listing(tuple(items), tuple(sorted(found.errors)), tuple(sorted(found.notices)))

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Read the files."""
        return FileReader(self.max_size).read(items)


@dataclass
class _Found:
    """What a listing has come to so far."""

    source: TreeSource
    items: dict[str, Item] = field(default_factory=dict)
    errors: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)

    def add_named(self, path: str) -> None:
        """Add what the user named: a file, a link to one inside the tree, or a folder."""
        full = os.path.abspath(path)
        shown = self._relative(full)
        try:
            status = os.stat(full)
        except OSError as error:
            self.errors.append(Problem(shown, f"cannot be read: {error.strerror}"))
            return
        if stat.S_ISDIR(status.st_mode):
            before = len(self.items) + len(self.errors) + len(self.notices)
            seen = self._add_folder(full, _work_tree(full))
            if not seen and len(self.items) + len(self.errors) + len(self.notices) == before:
                self.errors.append(Problem(shown, "holds no file to scan"))
        elif not stat.S_ISREG(status.st_mode):
            self.errors.append(Problem(shown, "is no regular file"))
        elif os.path.islink(full) and not _is_below(
            os.path.realpath(full), os.path.realpath(self.source.root)
        ):
            self.notices.append(
                Problem(shown, "left out: a link that leads out of the scanned tree")
            )
        else:
            tree = _work_tree(os.path.dirname(full))
            identity = _identity(full, tree, shown)
            self._add(
                shown, identity, os.path.realpath(full), status.st_size, _would_commit(full, tree)
            )

    def _relative(self, full: str) -> str:
        relative = os.path.relpath(full, self.source.root)
        return (full if relative.startswith("..") else relative).replace(os.sep, "/")

    def _add_folder(self, folder: str, work_tree: str | None) -> int:
        """Add the files below a folder; give how many there were before the excludes."""
        if work_tree is not None:
            try:
                return self._add_listed(folder)
            except GitError as error:
                self.notices.append(
                    Problem(self._relative(folder), f"walked without git, which said: {error}")
                )
        seen = 0
        for path in walk(folder, self.source.include_ignored):
            if isinstance(path, Problem):
                self.errors.append(
                    Problem(self._relative(os.path.join(folder, path.path)), path.message)
                )
                continue
            full = os.path.join(folder, path)
            seen += self._add_file(
                full, _identity(full, work_tree, self._relative(full)), in_git=False
            )
        return seen

    def _add_listed(self, folder: str) -> int:
        """Ask git what it tracks, or would; enter the repositories inside."""
        others = () if self.source.tracked_only else ("--others", "--exclude-standard")
        own = ("ls-files", "-z", "--cached", *others)
        top = os.fsdecode(git.run(folder, "rev-parse", "--show-toplevel").rstrip(b"\n"))
        if not _is_below(os.path.realpath(folder), os.path.realpath(top)):
            raise GitError("the repository keeps its work tree elsewhere (core.worktree)")
        listed = dict.fromkeys(_names(git.run(folder, *own)), True)
        if self.source.include_ignored:
            ignored = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard")
            for name in _names(git.run(folder, *ignored)):
                listed.setdefault(name, False)
        seen = 0
        for name, in_git in listed.items():
            full = os.path.join(folder, name.rstrip("/"))
            if name.endswith("/") or (os.path.isdir(full) and not os.path.islink(full)):
                if os.path.lexists(os.path.join(full, ".git")):
                    seen += self._add_folder(full, full)
            else:
                seen += self._add_file(full, _identity(full, top, name), in_git)
        return seen

    def _add_file(self, full: str, identity: str, in_git: bool) -> int:
        try:
            status = os.lstat(full)
        except FileNotFoundError:
            return 0  # deleted on the disk, and not yet in the index
        except OSError as error:
            self.errors.append(Problem(self._relative(full), f"cannot be read: {error.strerror}"))
            return 0
        if not stat.S_ISREG(status.st_mode):
            return 0
        self._add(self._relative(full), identity, full, status.st_size, in_git)
        return 1

    def _add(self, shown: str, identity: str, full: str, size: int, in_git: bool) -> None:
        if not self.source.exclude.matches(shown):
            self.items.setdefault(shown, Item(shown, identity, full, size, in_git))


def _work_tree(folder: str) -> str | None:
    """Give the nearest folder, upwards from this one, that holds a `.git`; git is not asked."""
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def _identity(full: str, work_tree: str | None, shown: str) -> str:
    if work_tree is None:
        return shown
    return os.path.relpath(
        os.path.realpath(os.path.dirname(full)) + os.sep + os.path.basename(full),
        os.path.realpath(work_tree),
    ).replace(os.sep, "/")


def _would_commit(full: str, work_tree: str | None) -> bool:
    """Whether git tracks a file that was named, or does not ignore it."""
    if work_tree is None:
        return False
    try:
        listed = git.run(
            os.path.dirname(full), "--literal-pathspecs", "ls-files", "-z", "--cached", "--others",
            "--exclude-standard", "--", os.path.basename(full),
        )  # fmt: skip
    except GitError:
        return False
    return bool(listed)


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)

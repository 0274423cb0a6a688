"""What a listing of the disk has come to so far."""

import os
import stat
from dataclasses import dataclass, field, replace

from leakguard import git
from leakguard.errors import GitError
from leakguard.report import Problem
from leakguard.sources import Item
from leakguard.sources.folder import Entry, Folder, held_by, is_below, names, prefix
from leakguard.sources.stamp import stamp

_AT_ONCE = 500
"""How many names fit into a command line, however long they are."""


@dataclass
class Found:
    """The files below some paths, by the path they are shown under."""

    root: str
    include_ignored: bool
    tracked_only: bool
    items: dict[str, Item] = field(default_factory=dict)
    errors: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    named: dict[str, list[Item]] = field(default_factory=dict)
    """Files that were named, by their work tree."""
    entered: set[str] = field(default_factory=set)
    """Folders that were listed: a hostile index could name one in many ways."""
    plain: dict[str, bool] = field(default_factory=dict)
    """Whether a folder is one, rather than a link to one."""

    def add_named(self, path: str) -> None:
        """Add what the user named: a file, a folder, or a link to either inside the root."""
        full = os.path.abspath(path)
        shown = self._shown(full)
        try:
            status = os.stat(full)
        except OSError as error:
            self.errors.append(Problem(shown, f"cannot be read: {error.strerror}"))
            return
        if not is_below(full, self.root):
            message = "left out: a link that leads out of the scanned tree"
            self.notices.append(Problem(shown, message))
        elif stat.S_ISDIR(status.st_mode):
            self._add_named_folder(full, shown)
        elif stat.S_ISREG(status.st_mode):
            self._add_named_file(full, shown, status)
        else:
            self.errors.append(Problem(shown, "is no regular file"))

    def ask_about_named(self) -> None:
        """Ask git, once for each work tree, which of the named files it tracks or would."""
        for work_tree, items in self.named.items():
            for start in range(0, len(items), _AT_ONCE):
                part = items[start : start + _AT_ONCE]
                try:
                    in_git = _in_git(work_tree, [item.identity for item in part])
                except GitError as error:
                    message = f"named files were scanned without git, which said: {error}"
                    self.notices.append(Problem(self._shown(work_tree), message))
                    break
                for item in part:
                    self.items[item.path] = replace(item, in_git=item.identity in in_git)

    def _shown(self, full: str) -> str:
        relative = os.path.relpath(full, self.root).replace(os.sep, "/")
        is_outside = relative == ".." or relative.startswith("../")
        return full.replace(os.sep, "/") if is_outside else relative

    def _add_named_file(self, full: str, shown: str, status: os.stat_result) -> None:
        if shown in self.items:
            return
        folder, name = os.path.split(full)
        work_tree = nearest_work_tree(folder)
        identity = shown if work_tree is None else prefix(folder, work_tree) + name
        real = os.path.realpath(full)
        item = Item(shown, identity, real, status.st_size, stamp=stamp(status))
        self.items[shown] = item
        if work_tree is not None:
            self.named.setdefault(work_tree, []).append(item)

    def _add_named_folder(self, full: str, shown: str) -> None:
        problems = len(self.errors) + len(self.notices)
        is_own = self.tracked_only and full == self.root
        pending = [
            Folder(full, "" if shown == "." else f"{shown}/", nearest_work_tree(full), is_own)
        ]
        is_empty = True
        while pending:
            folder = pending.pop()
            if folder.full in self.entered:
                is_empty = False
                continue
            self.entered.add(folder.full)
            held = held_by(folder, self.include_ignored, self.tracked_only)
            self.errors += held.errors
            self.notices += held.notices
            for entry in held.entries:
                added = self._add(folder, entry)
                if isinstance(added, Folder):
                    pending.append(added)
                is_empty = is_empty and added is None
        if is_empty and len(self.errors) + len(self.notices) == problems:
            hint = "" if self.include_ignored else "; --include-ignored scans what git ignores"
            self.errors.append(Problem(shown, f"holds no file to scan{hint}"))

    def _add(self, folder: Folder, entry: Entry) -> Item | Folder | None:
        """Add a file, or give the repository that is to be listed; None if it is neither."""
        name = entry.name.rstrip("/")
        full, shown = f"{folder.full.rstrip(os.sep)}/{name}", folder.shown + name
        if not self._is_plain(full.rpartition("/")[0], folder.full):
            return None
        try:
            status = os.lstat(full)
        except (FileNotFoundError, NotADirectoryError):
            return None  # deleted on the disk, and not yet in the index
        except OSError as error:
            self.errors.append(Problem(shown, f"cannot be read: {error.strerror}"))
            return None
        if stat.S_ISREG(status.st_mode):
            item = Item(
                shown, entry.identity, full, status.st_size, entry.in_git, stamp=stamp(status)
            )
            return self.items.setdefault(shown, item)
        if stat.S_ISDIR(status.st_mode) and os.path.lexists(os.path.join(full, ".git")):
            return Folder(full, f"{shown}/", full)
        return None

    def _is_plain(self, path: str, folder: str) -> bool:
        """Whether no link leads from `folder` down to `path`: git lists what it tracks behind
        one, as if it were not there."""
        unknown: list[str] = []
        while len(path) > len(folder) and path not in self.plain:
            unknown.append(path)
            path = path.rpartition("/")[0]
        is_plain = len(path) <= len(folder) or self.plain[path]
        for below in reversed(unknown):
            is_plain = is_plain and not os.path.islink(below)
            self.plain[below] = is_plain
        return is_plain


def _in_git(work_tree: str, paths: list[str]) -> set[str]:
    command = ("--literal-pathspecs", "ls-files", "-z", "--cached", "--others")
    return set(names(git.run(work_tree, *command, "--exclude-standard", "--", *paths)))


def nearest_work_tree(folder: str) -> str | None:
    """Give the nearest folder, upwards from this one, that holds a `.git`; git is not asked."""
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above

"""What a folder of the disk holds: as git tells, or where it is not asked, by walking."""

import os
import re
from dataclasses import dataclass, field

from leakguard import git
from leakguard.errors import GitError
from leakguard.report import Problem
from leakguard.sources.walk import walk

_UNOPENED = re.compile(rb"warning: could not open directory '((?s:.*?))/?': (.*)\n")
"""What git, when it cannot open a folder, only mumbles."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to list, and what its files are called."""

    full: str
    shown: str
    """What stands before a name in reports: nothing, or a path with `/` at its end."""
    work_tree: str | None
    """The nearest folder, upwards, that holds a `.git`."""
    is_own: bool = False
    """Whether the variables that a hook is given tell which repository this is."""

    def identity(self, work_tree: str | None) -> str:
        """Give what stands before a name in fingerprints, for files of this work tree."""
        return self.shown if work_tree is None else prefix(self.full, work_tree)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or where the name ends with `/`, a repository inside."""

    name: str
    """Relative to the folder, with `/`."""
    identity: str
    in_git: bool = False


@dataclass
class Held:
    """What a folder holds, and what could not be looked at."""

    entries: list[Entry] = field(default_factory=list)
    errors: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)


def held_by(folder: Folder, include_ignored: bool, tracked_only: bool) -> Held:
    """Give what git would commit of a folder; without git, what .gitignore files leave."""
    refusal = None
    if folder.work_tree is not None or folder.is_own:
        try:
            return _listed(folder, include_ignored, tracked_only)
        except GitError as error:
            message = f"walked without git, which said: {error}"
            refusal = Problem(folder.shown.rstrip("/") or ".", message)
    held = _walked(folder, include_ignored)
    if refusal is not None:
        held.notices.append(refusal)
    return held


def prefix(folder: str, above: str) -> str:
    """Give the path from `above` down to `folder`, links followed: nothing, or with `/` at the
    end."""
    relative = os.path.relpath(os.path.realpath(folder), os.path.realpath(above))
    return "" if relative == "." else relative.replace(os.sep, "/") + "/"


def names(listed: bytes) -> list[str]:
    """Give the paths that git lists with `-z`."""
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def is_below(path: str, folder: str) -> bool:
    """Tell whether a path is `folder` or inside; links in both are followed."""
    path, folder = os.path.realpath(path), os.path.realpath(folder)
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _listed(folder: Folder, include_ignored: bool, tracked_only: bool) -> Held:
    top = git.work_tree(folder.full, folder.is_own)
    if not is_below(folder.full, top):
        raise GitError("the repository keeps its work tree elsewhere (core.worktree)")
    identity = folder.identity(top)
    said: list[bytes] = []

    def ask(*wanted: str) -> list[str]:
        command = ("ls-files", "-z", *wanted)
        return names(git.run(folder.full, *command, own_repository=folder.is_own, said=said))

    others = () if tracked_only else ("--others", "--exclude-standard")
    listed = dict.fromkeys(ask("--cached", *others), True)
    if include_ignored:
        for name in ask("--others", "--ignored", "--exclude-standard"):
            listed.setdefault(name, False)
    held = Held([Entry(name, identity + name, in_git) for name, in_git in listed.items()])
    for found in _UNOPENED.finditer(b"".join(said)):
        path = folder.shown + os.fsdecode(found[1]).removeprefix(identity)
        held.errors.append(
            Problem(path, f"cannot be opened: {found[2].decode('utf-8', 'replace')}")
        )
    return held


def _walked(folder: Folder, include_ignored: bool) -> Held:
    held = Held()
    identity = folder.identity(folder.work_tree)
    for path in walk(folder.full, folder.work_tree or folder.full, include_ignored):
        if isinstance(path, Problem):
            shown = (folder.shown + path.path).removesuffix("/.")
            held.errors.append(Problem(shown, path.message))
        else:
            held.entries.append(Entry(path, identity + path))
    if _is_git_folder(folder.full):
        message = "a git folder without a work tree: its plain files were scanned, but nothing"
        message += " that is committed in it; scan a checkout"
        held.errors.append(Problem(folder.shown.rstrip("/") or ".", message))
    return held


def _is_git_folder(folder: str) -> bool:
    return all(os.path.exists(os.path.join(folder, name)) for name in ("HEAD", "objects", "refs"))

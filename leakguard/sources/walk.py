"""A folder that git does not answer for: walked, with .gitignore files obeyed all the same."""

import os
from collections.abc import Iterator

from leakguard import git
from leakguard.errors import GitError
from leakguard.report import Problem
from leakguard.sources.ignore import NO_PATTERNS, IgnoreStack, Patterns, read_patterns


def walk(folder: str, top: str, include_ignored: bool) -> Iterator[str | Problem]:
    """Give the path, relative to `folder` and with `/`, of each file below it.

    `top` is the folder that .gitignore files are obeyed from: `folder`, or one above it. A
    repository inside is given as a path that ends with `/`, as by git, and not entered. Links
    are not followed, so that no loop and no way out of the tree exists. A folder that cannot be
    opened is a `Problem`.
    """
    start = "" if folder == top else os.path.relpath(folder, top).replace(os.sep, "/")
    stack = IgnoreStack() if include_ignored else _stack_at(top, start)
    if start and stack.ignores(start + "/"):
        return
    pending = [(start, stack)]
    while pending:
        below, stack = pending.pop()
        here = os.path.join(top, below) if below else top
        shown = below[len(start) :].lstrip("/")
        try:
            with os.scandir(here) as entries:
                kinds = {entry.name: _kind(entry) for entry in entries}
        except OSError as error:
            yield Problem(shown or ".", f"cannot be opened: {error.strerror}")
            continue
        if ".git" in kinds and shown:
            yield shown + "/"
            continue
        if ".gitignore" in kinds and not include_ignored:
            stack = stack.entered(below, read_patterns(os.path.join(here, ".gitignore")))
        for name, kind in sorted(kinds.items()):
            path = f"{below}/{name}" if below else name
            if name == ".git" or stack.ignores(path + "/" if kind == "folder" else path):
                continue
            given = f"{shown}/{name}" if shown else name
            if kind == "file":
                yield given
            elif kind == "folder":
                pending.append((path, stack))


def _stack_at(top: str, start: str) -> IgnoreStack:
    """What is in force in the folder above `start`; a folder that is ignored ends the way."""
    stack = IgnoreStack().entered("", _global_excludes())
    stack = stack.entered("", read_patterns(os.path.join(top, ".git", "info", "exclude")))
    parts = start.split("/") if start else []
    for count in range(len(parts)):
        below = "/".join(parts[:count])
        if below and stack.ignores(below + "/"):
            return IgnoreStack((("", Patterns(("*",))),))
        stack = stack.entered(below, read_patterns(os.path.join(top, below, ".gitignore")))
    return stack


def _kind(entry: "os.DirEntry[str]") -> str:
    """Give `file`, `folder`, or nothing for a link, a pipe, a device or what is gone."""
    try:
        if entry.is_dir(follow_symlinks=False):
            return "folder"
        return "file" if entry.is_file(follow_symlinks=False) else ""
    except OSError:
        return "file"  # whatever it is, reading it will say what is wrong


def _global_excludes() -> Patterns:
    """The user's own excludes: the file that git is set to use, or else its usual one."""
    try:
        asked = git.run(os.sep, "config", "--global", "--type=path", "--get", "core.excludesFile")
        path = os.fsdecode(asked.removesuffix(b"\n"))
    except GitError:  # it is not set, or there is no git
        base = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
        path = os.path.join(base, "git", "ignore")
    # The user's own may be a link, into a repository of dot files.
    return read_patterns(os.path.realpath(path)) if os.path.isabs(path) else NO_PATTERNS

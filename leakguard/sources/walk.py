"""A folder that git does not answer for: walked, with .gitignore files obeyed all the same."""

import os
from collections.abc import Iterator
from pathlib import Path

from leakguard.finding import Problem
from leakguard.sources.ignore import IgnoreStack, read_patterns


def walk(folder: str, include_ignored: bool) -> Iterator[str | Problem]:
    """Give the path, relative to `folder` and with `/`, of each file below it.

    Links are not followed, so that no loop and no way out of the tree exists. A folder that
    cannot be opened is a `Problem`.
    """
    stack = IgnoreStack()
    if not include_ignored:
        if excludes := _global_excludes():
            stack = stack.entered("", read_patterns(excludes))
        stack = stack.entered("", read_patterns(os.path.join(folder, ".git", "info", "exclude")))
    pending = [("", stack)]
    while pending:
        below, stack = pending.pop()
        here = os.path.join(folder, below) if below else folder
        if not include_ignored:
            stack = stack.entered(below, read_patterns(os.path.join(here, ".gitignore")))
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            yield Problem(below or ".", f"cannot be opened: {error.strerror}")
            continue
        for entry in entries:
            path = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name != ".git" and not stack.ignores(path + "/"):
                    pending.append((path, stack))
            elif entry.is_file(follow_symlinks=False) and not stack.ignores(path):
                yield path


def _global_excludes() -> Path | None:
    """The user's own excludes file, where git looks for it unless it is told otherwise."""
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    path = Path(base) / "git" / "ignore"
    return path if path.is_file() else None

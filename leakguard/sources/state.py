"""How to tell whether a whole repository is still what it was, without asking for its objects."""

import hashlib
import os
import stat
from collections.abc import Iterator

from leakguard import git
from leakguard.sources.stamp import stamp

_TOLD_BY = ("HEAD", "config", "logs", "objects", "packed-refs", "refs", "reftable", "shallow",
            "worktrees")  # fmt: skip
"""What of a repository's folder tells which objects there are, and what leads to them."""

_ELSEWHERE = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE")
"""The variables by which objects may be in another folder."""


def state(folder: str, asked_for: str) -> str:
    """Give what stays the same as long as nothing is added to a repository, moved in it, or taken
    from it, and the same of it is asked for.

    Returns:
        Nothing where that cannot be told: something was just written, or is a link or elsewhere.

    Raises:
        GitError: git refuses it.
    """
    if any(os.environ.get(it) for it in _ELSEWHERE):
        return ""
    common, own = (_folder(folder, it) for it in ("--git-common-dir", "--git-dir"))
    if os.path.lexists(os.path.join(common, "objects", "info", "alternates")):
        return ""
    digest = hashlib.sha256(os.fsencode(f"{asked_for}\0{os.path.realpath(own)}"))
    try:
        for path, told_by in _stamps(common):
            if not told_by:
                return ""
            digest.update(os.fsencode(f"\0{path}\0{told_by}"))
    except OSError:
        return ""
    return digest.hexdigest()


def _folder(folder: str, kind: str) -> str:
    told = git.run(folder, "rev-parse", kind, own_repository=True)
    return os.path.join(folder, os.fsdecode(told.removesuffix(b"\n")))


def _stamps(folder: str) -> Iterator[tuple[str, str]]:
    """Give what tells which objects a repository has, and what leads to them, each with what tells
    of a change: nothing of a link, and of what was just written."""
    pending = [os.path.join(folder, it) for it in reversed(_TOLD_BY)]
    while pending:
        path = pending.pop()
        try:
            status = os.lstat(path)
        except FileNotFoundError:
            continue  # few repositories have them all
        yield path, "" if stat.S_ISLNK(status.st_mode) else stamp(status)
        if stat.S_ISDIR(status.st_mode):
            pending += sorted((os.path.join(path, it) for it in os.listdir(path)), reverse=True)

"""`leakguard hook pre-push` and `pre-receive`: what the other side does not have yet."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from leakguard import git
from leakguard.cli.commits import Scope, messages_of, source_of
from leakguard.cli.options import Wanted
from leakguard.cli.run import run
from leakguard.errors import GitError, UsageError
from leakguard.history.changes import changes
from leakguard.history.commits import listed
from leakguard.history.objects import Object, blobs_of
from leakguard.history.reader import TAG

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REMOTE = re.compile(r"[^\s*?\[\\^~:-][^\s*?\[\\^~:]*")
"""A remote's name, with no sign of a pattern."""


@dataclass(frozen=True, slots=True)
class Update:
    """A ref that is to be moved: what it has now, and what it gets."""

    old: str | None
    new: str | None
    """Ids; None where there is nothing."""


def scan_pushed(options: Wanted, remote: str | None, environ: Mapping[str, str]) -> int:
    """Scan what a push brings that the remote lacks.

    git tells the refs on the standard input. pre-commit keeps that to itself and tells the first
    of them alone, so that all local branches count. https://pre-commit.com/#pre-push

    Raises:
        GitError: git refuses it, or the clone ends inside of what is pushed.
        UsageError: the standard input is not what git gives.
    """
    top = git.repository(".")
    name = environ.get("PRE_COMMIT_REMOTE_NAME") or remote
    known = f"--remotes={name}" if name and _REMOTE.fullmatch(name) else "--remotes"
    if "PRE_COMMIT_TO_REF" in environ:
        first = _id(environ["PRE_COMMIT_TO_REF"])
        return _scan(options, top, [first] if first else [], known, "--branches")
    moved = [it for it in _updates(_PUSHED) if it.new is not None]
    there = [f"^{it.old}" for it in moved if it.old is not None and _is_here(top, it.old)]
    return _scan(options, top, [*(it.new for it in moved if it.new), *there], known)


def scan_received(options: Wanted) -> int:
    """Scan what a server is given that none of its refs has; its objects are in quarantine.

    https://git-scm.com/docs/githooks#pre-receive

    Raises:
        GitError: git refuses it.
        UsageError: the standard input is not what git gives.
    """
    folder = git.run(".", "rev-parse", "--absolute-git-dir", own_repository=True)
    news = [it.new for it in _updates(_RECEIVED) if it.new is not None]
    return _scan(options, os.fsdecode(folder.removesuffix(b"\n")), news, "--all")


def _scan(
    options: Wanted, folder: str, revisions: list[str], known: str, branches: str | None = None
) -> int:
    """Scan what revisions, and all `branches`, lead to; an option of git-rev-list tells `known`."""
    others = (*([branches] if branches else []), "--not", known, "--not")
    found = listed(folder, revisions, *others) if revisions else []
    head = found[-1] if found else "HEAD"
    loose = [it for it in revisions if not it.startswith("^") and not _is_here(folder, it)]
    lone = _lone(folder, loose, known) if loose else ()
    said = (*messages_of(found), *_tags(folder, revisions), *lone)
    scope = Scope(folder, tuple(changes(folder, found)), head, said)
    return run(options, folder, source_of(folder, scope.blobs, head), scope.narrow)


def _lone(folder: str, objects: list[str], known: str) -> Iterator[Object]:
    """The blobs that some objects, no commits, lead to and the other side lacks: a tag may name a
    file or a folder of which no commit knows."""
    there = {it.id for it in blobs_of(folder, [known])}
    return (it for it in blobs_of(folder, objects) if it.id not in there)


def _tags(folder: str, revisions: Iterable[str]) -> Iterator[Object]:
    """The tags among what is pushed that are objects of their own."""
    asked = "".join(f"{it}\n" for it in revisions if not it.startswith("^")).encode()
    check = ("cat-file", "--batch-check=%(objecttype) %(objectname)")
    for line in git.run(folder, *check, stdin=asked, own_repository=True).decode().splitlines():
        kind, _, name = line.partition(" ")
        if kind == TAG:
            yield Object(name, TAG, 0, "")


_PUSHED = (4, 1, 3)
"""`<local ref> <local id> <remote ref> <remote id>`: how many words a line has, and which of them
are the new id and the old."""

_RECEIVED = (3, 1, 0)
"""`<old id> <new id> <ref>`."""


def _updates(form: tuple[int, int, int]) -> list[Update]:
    """Read what git writes to a hook's standard input.

    Raises:
        UsageError: it is something else.
    """
    count, new, old = form
    found = []
    told = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    for line in told.removesuffix("\n").split("\n") if told else ():
        words = line.rsplit(" ", count - 1)  # the first may be `:/words of a message`
        if len(words) != count:
            raise UsageError("the standard input is not what git gives to this hook")
        found.append(Update(_id(words[old]), _id(words[new])))
    return found


def _id(text: str) -> str | None:
    """Give an id; None for the one of zeros, which says that there is nothing.

    Raises:
        UsageError: it is none.
    """
    if not _ID.fullmatch(text):
        raise UsageError("the id of a commit is missing in what git or pre-commit gives")
    return text if text.strip("0") else None


def _is_here(folder: str, commit: str) -> bool:
    """Whether the clone has a commit that the remote has."""
    try:
        git.run(folder, "cat-file", "-e", f"{commit}^{{commit}}", own_repository=True)
    except GitError:
        return False
    return True

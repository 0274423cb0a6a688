"""Which commits a range holds, and what is known of one."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from leakguard import git
from leakguard.errors import GitError
from leakguard.finding import Commit

_FORMAT = ("--encoding=UTF-8", "--format=%H%x00%an%x00%aI")
_UNFIT = re.compile(r"\s|\A-|\A\Z")


@dataclass(frozen=True, slots=True)
class Range:
    """Two commits: what the second has that the first has not."""

    base: str
    head: str
    """Ids of commits, whole."""


def resolve(folder: str, text: str) -> Range:
    """Give the commits that `BASE..HEAD`, or `BASE...HEAD` by its merge base, is about; an end that
    is left out is `HEAD`.

    Raises:
        GitError: it is no range, or a commit is missing.
    """
    first, dots, last = text.partition("...") if "..." in text else text.partition("..")
    if not dots:
        raise GitError(f"--range: {text!r} is no range: write BASE..HEAD or BASE...HEAD")
    head = commit(folder, last or "HEAD")
    base = commit(folder, first or "HEAD")
    return Range(merge_base(folder, base, head) if dots == "..." else base, head)


def commit(folder: str, name: str) -> str:
    """Give the id of the commit that a revision names.

    Raises:
        GitError: there is none; the message says what to do in a shallow clone.
    """
    if not _UNFIT.search(name):
        verify = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        try:
            return git.run(folder, *verify, own_repository=True).decode("ascii").strip()
        except GitError:
            pass
    hint = "; the clone is shallow: fetch all of it first" if is_shallow(folder) else ""
    raise GitError(f"there is no commit {name!r}{hint}")


def merge_base(folder: str, first: str, second: str) -> str:
    """Give the commit from which two have parted.

    Raises:
        GitError: they have none in common, as far as the clone goes.
    """
    try:
        found = git.run(folder, "merge-base", first, second, own_repository=True)
    except GitError:
        hint = ": the clone is shallow; fetch all of it first" if is_shallow(folder) else ""
        message = f"{first[:10]} and {second[:10]} have no commit in common{hint}"
        raise GitError(message) from None
    return found.decode("ascii").split()[0]


def commits(folder: str, within: Range) -> list[str]:
    """Give the commits of a range, each behind its parents.

    Raises:
        GitError: git refuses it, or the clone ends inside the range.
    """
    return listed(folder, [within.head, f"^{within.base}"])


def listed(folder: str, revisions: Iterable[str], *options: str) -> list[str]:
    """Give the commits that ids, `^` before those that are left out, and options of git-rev-list
    are about, each behind its parents.

    Raises:
        GitError: git refuses it, or the clone ends among them.
    """
    told = git.run(
        folder, "rev-list", "--topo-order", "--reverse", *options, "--stdin",
        stdin="".join(f"{it}\n" for it in revisions).encode(), own_repository=True,
    )  # fmt: skip
    found = told.decode("ascii").split()
    cut = boundary(folder) & set(found)
    if cut:
        raise GitError(
            f"the clone is shallow, and ends at {min(cut)[:10]}, which is to be looked at: fetch "
            "more of it (`git fetch --unshallow`; with actions/checkout, `fetch-depth: 0`)"
        )
    return found


def is_shallow(folder: str) -> bool:
    """Tell whether the clone has only the last part of the history."""
    return bool(boundary(folder))


def about(folder: str, ids: Iterable[str]) -> dict[str, Commit]:
    """Give who made each of some commits, and when.

    Raises:
        GitError: git refuses it.
    """
    wanted: Sequence[str] = sorted(set(ids))
    if not wanted:
        return {}
    told = git.run(
        folder, "rev-list", "--no-walk=unsorted", "--no-commit-header", *_FORMAT, "--stdin",
        stdin="".join(f"{it}\n" for it in wanted).encode(), own_repository=True,
    )  # fmt: skip
    found = {}
    for line in told.decode("utf-8", "replace").split("\n"):
        fields = line.split("\0")
        if len(fields) == 3:
            name, author, date = fields
            # git repeats the format where a commit has no date that could be read.
            found[name] = Commit(name, author, date if date[:1].isdigit() else "")
    return found


def boundary(folder: str) -> set[str]:
    """Give the commits whose parents a shallow clone has not."""
    where = git.run(folder, "rev-parse", "--git-path", "shallow", own_repository=True)
    path = Path(folder, os.fsdecode(where.rstrip(b"\n")))
    try:
        return set(path.read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        return set()

"""How commits, and the index, differ from what they are made on."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leakguard import git

FILES = (b"100644", b"100755")
"""Modes of what has a content of its own; links and submodules have not."""

Blob = tuple[str, str]
"""A path from the work tree's root, and the id of what stands there."""

_RENAMES = "-M"
_RAW = ("-r", "--raw", "-z", "--no-abbrev")
_OF_COMMITS = ("--stdin", "-c", "--root", "--combined-all-paths")
_AT_ONCE = 1_000
"""Commits that git is asked about in one go."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit makes of one path."""

    commit: str
    path: str
    new: str | None
    """The blob that the commit has there; None where it has no file."""
    old: tuple[Blob, ...]
    """What its parents have there, or where it was renamed from: nothing for a new file."""

    @property
    def key(self) -> Blob | None:
        """The path and the blob that it brings."""
        return None if self.new is None else (self.path, self.new)


def changes(folder: str, commits: Sequence[str], renames: str = _RENAMES) -> Iterator[Change]:
    """Give what each commit changes; of a merge only what none of its parents has. `renames` is
    git's option for how alike two files have to be to be taken for one that was renamed.

    Raises:
        GitError: git refuses it.
    """
    for start in range(0, len(commits), _AT_ONCE):
        asked = "".join(f"{it}\n" for it in commits[start : start + _AT_ONCE]).encode()
        options = (*_OF_COMMITS, *_RAW, renames)
        told = git.run(folder, "diff-tree", *options, stdin=asked, own_repository=True)
        yield from parsed(told, "")


def between(folder: str, base: str, head: str) -> list[Change]:
    """Give what one commit, or its tree, has otherwise than another, as changes of the latter.

    Raises:
        GitError: git refuses it.
    """
    told = git.run(folder, "diff-tree", *_RAW, _RENAMES, base, head, "--", own_repository=True)
    return list(parsed(told, head))


def parsed(told: bytes, commit: str) -> Iterator[Change]:
    """Read the raw format of git's diffs, its fields ended by zero bytes; `commit` is what changes
    belong to before the first id is told.

    https://git-scm.com/docs/git-diff-tree#_raw_output_format
    """
    fields = iter(told.split(b"\0"))
    for field in fields:
        if not field.startswith(b":"):
            commit = field.decode("ascii", "replace")
            continue
        parents = len(field) - len(field.lstrip(b":"))
        words = field.lstrip(b":").split(b" ")
        modes, ids = words[: parents + 1], words[parents + 1 : 2 * parents + 2]
        is_moved = parents == 1 and words[-1][:1] in (b"R", b"C")
        count = parents + 1 if parents > 1 else 2 if is_moved else 1
        paths = [os.fsdecode(next(fields, b"")) for _ in range(count)]
        before = zip(paths, modes[:parents], ids[:parents], strict=False)
        yield Change(
            commit,
            paths[-1],
            ids[-1].decode("ascii") if modes[-1] in FILES else None,
            tuple((path, blob.decode("ascii")) for path, mode, blob in before if mode in FILES),
        )

"""The commands by which a history gets rid of a value, to be run by hand in one shell."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from leakguard.respond.repository import Repository
from leakguard.respond.shell import quote

EXPRESSIONS, STRIPPED = "expressions.txt", "strip-blobs.txt"
RENAMES, MAILMAP, REFS = "renames.txt", "mailmap.txt", "refs.txt"
STASHES = "stashes.sed"

_OPTIONS = {
    EXPRESSIONS: ("--replace-text", "--replace-message"),
    STRIPPED: ("--strip-blobs-with-ids",),
    RENAMES: ("--paths-from-file",),
    MAILMAP: ("--mailmap",),
}
"""By which options git-filter-repo is given the files."""

STASH_LOG = "logs/refs/stash"

_GIT = '"$(git rev-parse --git-common-dir)"'


@dataclass(frozen=True, slots=True)
class Command:
    """A line for a shell."""

    line: str
    why: str


@dataclass(frozen=True, slots=True)
class Needs:
    """What of a repository has to be cleaned."""

    is_reachable: bool
    """Whether commits or tags have to be made anew."""
    files: Collection[str]
    """The names of the files that are there to be read."""
    passing: tuple[str, ...]
    """Files of git that nothing is lost with."""
    head: str
    """What the branch that HEAD names is called afterwards; nothing if that stays."""


def deepening(repository: Repository, key: str) -> Iterator[Command]:
    """Give what has to be done before anything can be purged from a shallow clone."""
    yield _to_the_top(repository)
    yield Command("git fetch --unshallow", "What is cut off here would be lost for everybody.")
    yield Command(f"leakguard respond {key}", "Only then it is known what there is to be done.")


def purging(repository: Repository, needs: Needs, folder: Path, key: str) -> Iterator[Command]:
    """Give what cleans the repository; `folder` keeps the files."""
    yield _to_the_top(repository)
    yield Command(f"kept={quote(str(folder))}", "What the others read, and the backup.")
    yield Command(
        f'git clone --mirror --no-local . "$kept"/{_free(folder)}',
        "A backup, which holds the value like all that it is a copy of: delete it in the end.",
    )
    yield from _work_trees(repository)
    if REFS in needs.files:
        line = f'git update-ref --stdin < "$kept"/{REFS}'
        yield Command(line, "Renames what has the value in its name.")
    if needs.head:
        line = f"git symbolic-ref HEAD {quote(needs.head)}"
        yield Command(line, "The branch that was checked out.")
    if needs.is_reachable:
        yield from _rewriting(repository, needs)
    for name in needs.passing:
        yield Command(f"rm -f {_GIT}/{quote(name)}", "A file that git has left behind.")
    yield from _collecting(needs)
    yield Command(f"leakguard respond {key} --done", "Looks for the value, in all its forms.")


def publishing(repository: Repository, refs: Collection[str]) -> Iterator[Command]:
    """Give what brings the new history, of which some refs have changed, to the servers."""
    for remote, _ in repository.remotes:
        name = quote(remote)
        yield Command(f"git push --force --all {name}", "Every branch.")
        yield Command(f"git push --force --tags {name}", "Every tag.")
        if any(it.startswith("refs/notes/") for it in refs):
            yield Command(f"git push --force {name} 'refs/notes/*:refs/notes/*'", "Notes.")


def _to_the_top(repository: Repository) -> Command:
    line = 'cd "$(git rev-parse --show-toplevel)"'
    if not repository.main:
        line = f"cd {_GIT}"
    elif os.path.realpath(repository.main) != os.path.realpath(repository.folder):
        line = f"cd {quote(repository.main)}"
    return Command(line, "Where the others are to be run, in the same shell.")


def _work_trees(repository: Repository) -> Iterator[Command]:
    for tree in repository.linked:
        yield Command(
            f"git worktree remove {quote(tree)}",
            "Its index and its HEAD would keep the value; git refuses where something is not "
            "committed.",
        )


def _rewriting(repository: Repository, needs: Needs) -> Iterator[Command]:
    if repository.was_filtered:
        yield Command(
            f"rm -f {_GIT}/filter-repo/already_ran",
            "Else git-filter-repo takes this for a part of what it did before.",
        )
    words = ["git filter-repo --force --sensitive-data-removal --no-fetch"]
    for name, options in _OPTIONS.items():
        if name in needs.files:
            words += (f'{option} "$kept"/{name}' for option in options)
    yield Command(" ".join(words), "Rewrites all branches, tags, stashes and notes.")


def _collecting(needs: Needs) -> Iterator[Command]:
    # A reflog of stashes stays unless it is said so: by options it would not.
    # https://git-scm.com/docs/git-gc#Documentation/git-gc.txt-gcreflogExpire
    yield Command(
        "git -c gc.reflogExpire=now -c gc.reflogExpireUnreachable=now reflog expire --all",
        "Stashes, which are kept in a reflog, stay.",
    )
    if STASHES in needs.files:
        yield Command(
            f'LC_ALL=C sed -f "$kept"/{STASHES} {_GIT}/{STASH_LOG} > "$kept"/stashes',
            "What stashes are called.",
        )
        yield Command(f'cp "$kept"/stashes {_GIT}/{STASH_LOG}', "It has the value no more.")
    line = "git -c gc.bigPackThreshold=0 gc --quiet --prune=now"
    yield Command(line, "Deletes what nothing leads to.")


def _free(folder: Path) -> str:
    """Give the name of a backup that there is not yet."""
    names = ("backup.git", *(f"backup-{number}.git" for number in range(2, 1000)))
    return next(it for it in names if not os.path.lexists(folder / it))

"""The commands by which a history gets rid of a value, to be run by hand in one shell."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from leakguard.respond.repository import Remote, Repository
from leakguard.shell import quote

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

_BRANCHES = "refs/heads/"

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
    has_anything: bool
    """Whether git has the value anywhere; else only the work tree does."""
    passing: tuple[str, ...]
    """Files of git that nothing is lost with."""
    staged: tuple[str, ...]
    """Paths at which the index alone has the value."""
    passed_over: tuple[str, ...]
    """Refs that have to go, since git-filter-repo leaves them as they are."""
    head: str
    """What the branch that HEAD names is called afterwards; nothing if that stays."""


def preparing(repository: Repository, key: str) -> Iterator[Command]:
    """Give what has to be done before anything can be purged: in a shallow clone, or where it lacks
    commits that the server has. Nothing if it is ready."""
    lines = []
    if repository.is_shallow:
        lines.append(("git fetch --unshallow", "What is cut off here would be lost for everybody."))
    for branch, ref in repository.behind:
        is_head = branch == repository.head
        line = f"git merge --ff-only {quote(ref)}" if is_head else _forward(branch, ref)
        lines.append((line, "What the server has and this branch lacks would be lost."))
    if lines:
        yield _to_the_top(repository)
        yield from (Command(*it) for it in lines)
        yield Command(f"leakguard respond {key}", "Only then it is known what is to be done.")


def _forward(branch: str, ref: str) -> str:
    return f"git fetch . {quote(f'{ref}:{branch}')}"


def purging(repository: Repository, needs: Needs, folder: Path, key: str) -> Iterator[Command]:
    """Give what cleans the repository; `folder` keeps the files."""
    yield _to_the_top(repository)
    if not needs.has_anything:
        yield Command(f"leakguard respond {key} --done", "Looks for it in the work tree.")
        return
    yield Command(f"kept={quote(str(folder))}", "What the others read, and the backup.")
    yield Command(
        f'git clone --mirror --no-local . "$kept"/{_free(folder)}',
        "A backup, which holds the value like all that it is a copy of: delete it in the end.",
    )
    for path in needs.staged:
        line = f"git --literal-pathspecs reset --quiet -- {quote(path)}"
        yield Command(line, "It is staged: out of the index, and not out of the file.")
    yield from _work_trees(repository)
    if REFS in needs.files:
        line = f'git update-ref --stdin < "$kept"/{REFS}'
        yield Command(line, "Renames what has the value in its name.")
    if needs.head:
        line = f"git symbolic-ref HEAD {quote(needs.head)}"
        yield Command(line, "The branch that was checked out.")
    for ref in needs.passed_over:
        line = f"git update-ref -d {quote(ref)}"
        yield Command(line, "It leads to no commit, and git-filter-repo would leave it.")
    if needs.is_reachable:
        yield from _rewriting(repository, needs)
    for name in needs.passing:
        yield Command(f"rm -f {_GIT}/{quote(name)}", "A file that git has left behind.")
    yield from _collecting(needs)
    yield Command(f"leakguard respond {key} --done", "Looks for the value, in all its forms.")


def publishing(
    repository: Repository, changed: Collection[str], hidden: Collection[str]
) -> Iterator[Command]:
    """Give what brings refs that have changed to the servers; `hidden` are those with the value in
    their names. A branch is pushed only if nobody has pushed to it since."""
    shown = [it for it in changed if it not in hidden]
    for remote in repository.remotes:
        name = quote(remote.name)
        if remote.name.startswith("-"):  # which a configuration can have, and is no option
            name = f"-- {name}"
        if remote.is_mirrored:
            yield Command(f"git push --mirror {name}", "All that there is.")
            continue
        if leases := list(_leases(repository, remote, shown)):
            options = " ".join(f"--force-with-lease={quote(f'{it}:{old}')}" for it, old in leases)
            branches = " ".join(quote(it) for it, _ in leases)
            yield Command(f"git push {options} {name} {branches}", "What the server has.")
        if tags := [quote(f"+{it}") for it in shown if it.startswith("refs/tags/")]:
            line = f"git push {name} {' '.join(tags)}"
            yield Command(line, "Tags; take out those that the server has not.")
        if any(it.startswith("refs/notes/") for it in shown):
            line = f"git push {name} '+refs/notes/*:refs/notes/*'"
            yield Command(line, "Notes, if the server has them.")


def _leases(
    repository: Repository, remote: Remote, changed: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Give the branches that a server has, with what they name there: as far as it is known here,
    or in a bare clone, which has them as its own."""
    start = f"refs/remotes/{remote.name}/"
    if not any(it.startswith(start) for it in repository.refs):
        start = _BRANCHES
    for ref in changed:
        if ref.startswith(start) and ref != f"{start}HEAD":
            yield _BRANCHES + ref.removeprefix(start), repository.refs[ref]


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
            "Its index and its HEAD would keep the value. Ignored files, such as an .env, go with "
            "it: save them before. git refuses where something is not committed.",
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
    for ref in repository.refs:
        if ref.startswith("refs/notes/"):
            notes = f"git notes --ref={quote(ref)} copy --force --stdin"
            line = f"sed 1d {_GIT}/filter-repo/commit-map | {notes}"
            yield Command(line, "Notes are about the new commits then.")


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

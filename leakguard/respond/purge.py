"""How a history gets rid of a value: what git-filter-repo is to read, and what is to be run."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from leakguard.history.reader import Reader
from leakguard.respond import expressions
from leakguard.respond.affected import Affected, Blob
from leakguard.respond.commands import (
    EXPRESSIONS,
    MAILMAP,
    REFS,
    RENAMES,
    STASH_LOG,
    STASHES,
    STRIPPED,
    Command,
    Needs,
    preparing,
    publishing,
    purging,
)
from leakguard.respond.repository import Repository
from leakguard.respond.search import Kind, Place, Searched

_LARGEST = 1 << 26
"""Bytes of a commit or a tag."""

_PASSING = (
    "COMMIT_EDITMSG", "MERGE_MSG", "SQUASH_MSG", "TAG_EDITMSG", "NOTES_EDITMSG",
    "EDIT_DESCRIPTION", "FETCH_HEAD", "ORIG_HEAD", "AUTO_MERGE", "ADD_EDIT.patch",
    "addp-hunk-edit.diff", "gitk.cache", "rr-cache/*", "filter-repo/*",
)  # fmt: skip
"""Files of git that nothing is lost with."""

_REWRITTEN = ("logs/*", "index", "worktrees/*")
"""Files of git that the commands see to anyway."""


@dataclass(frozen=True, slots=True)
class Purge:
    """How a history gets rid of a value."""

    files: Mapping[str, bytes] = field(repr=False)
    """What the commands read, by name."""
    commands: tuple[Command, ...]
    publish: tuple[Command, ...]
    """What brings the new history to the server, once the old one is gone here."""
    stripped: tuple[Blob, ...]
    """Contents that go as a whole."""
    refs: tuple[str, ...]
    """The full names of the refs that will lead to other commits."""
    by_hand: tuple[str, ...]
    """Files of git that only their owner can clean."""


def purge(
    repository: Repository,
    searched: Searched,
    affected: Affected,
    written: Iterable[bytes],
    folder: Path,
    key: str,
) -> Purge:
    """Plan it: `written` is how the value is written besides, `folder` keeps the files, `key` is
    the id to ask by whether it is gone, with the options that find it.

    Raises:
        GitError: git cannot be started.
    """
    loose = [it.name for it in searched.of(Kind.GIT_FILE)]
    by_hand = tuple(it for it in loose if not _is_one_of(it, (*_PASSING, *_REWRITTEN)))
    if commands := tuple(preparing(repository, key)):
        return Purge({}, commands, (), affected.opaque, affected.refs, by_hand)
    renamed = _renamed(searched)
    files = _files(repository, searched, affected, written, renamed)
    needs = Needs(
        is_reachable=affected.is_reachable,
        has_anything=any(it.kind is not Kind.FILE for it in searched.places),
        files=frozenset(files),
        passing=tuple(it for it in loose if _is_one_of(it, _PASSING)),
        staged=affected.staged,
        passed_over=tuple(renamed.get(it, it) for it in affected.passed_over),
        head=renamed.get(repository.head, ""),
    )
    return Purge(
        files=files,
        commands=tuple(purging(repository, needs, folder, key)),
        publish=tuple(publishing(repository, affected.refs, renamed)),
        stripped=affected.opaque,
        refs=affected.refs,
        by_hand=by_hand,
    )


def _is_one_of(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, it) for it in patterns)


def _files(
    repository: Repository,
    searched: Searched,
    affected: Affected,
    written: Iterable[bytes],
    renamed: Mapping[str, str],
) -> dict[str, bytes]:
    saying = searched.of(Kind.COMMIT, Kind.TAG)
    replaced = [it for it in searched.of(Kind.BLOB) if not it.hit.is_opaque]
    texts = {raw for it in (*replaced, *saying) for raw in it.hit.written} | set(written)
    named = {raw for it in searched.of(Kind.TREE) for raw in it.hit.written}
    stashes = [it for it in searched.of(Kind.GIT_FILE) if it.name == STASH_LOG]
    found = {
        EXPRESSIONS: expressions.replacements(texts),
        STRIPPED: expressions.stripped(affected.opaque),
        RENAMES: expressions.renames(named),
        MAILMAP: expressions.mailmap(_contents(repository, saying), texts),
        REFS: _updates(renamed),
        STASHES: expressions.edits(raw for it in stashes for raw in it.hit.written),
    }
    return {name: content for name, content in found.items() if content}


def _contents(repository: Repository, places: Iterable[Place]) -> list[bytes]:
    reader = Reader(repository.folder)
    try:
        contents = list(reader.read([it.name for it in places], _LARGEST))
    finally:
        reader.close()
    return [it[1] for it in contents if isinstance(it, tuple)]


def _renamed(searched: Searched) -> dict[str, str]:
    """Give the refs that have the value in their names, and what they are to be called."""
    found = {}
    for number, it in enumerate(searched.of(Kind.REF), start=1):
        name = os.fsencode(it.name)
        for written in sorted(it.hit.written, key=len, reverse=True):
            name = name.replace(written, b"removed-%d" % number)
        found[it.name] = os.fsdecode(name)
    return found


def _updates(renamed: Mapping[str, str]) -> bytes:
    """Give what `git update-ref --stdin` reads.

    https://git-scm.com/docs/git-update-ref#_description
    """
    return b"".join(
        b"create %b %b\ndelete %b\n" % (os.fsencode(new), os.fsencode(old), os.fsencode(old))
        for old, new in renamed.items()
    )

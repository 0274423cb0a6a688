"""Contents of a repository's blobs, whatever state its objects are in."""

import hashlib
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import IO, TypeAlias

from leakguard import git
from leakguard.errors import GitError
from leakguard.finding import Problem
from leakguard.sources import Failed, Item, Read
from leakguard.sources.files import as_read, too_large

_AT_ONCE = 500
"""How many ids are asked for in one go: a pipe holds them all, so that nobody waits for anybody."""

_MANY = 100
"""From this many blobs on, knowing their sizes is worth a process that tells them."""

_PART = 1 << 20

Content: TypeAlias = bytes | int | None
"""A blob's content; its size where that is over the limit; None if it is missing or broken."""


def with_sizes(folder: str, items: Sequence[Item]) -> tuple[Item, ...]:
    """Give items whose handles are blobs with their sizes, if there are enough of them to share.

    Raises:
        GitError: git refuses it.
    """
    if len(items) < _MANY:
        return tuple(items)
    asked = "".join(f"{item.handle}\n" for item in items).encode()
    check = ("cat-file", "--batch-check=%(objectsize)")
    sizes = git.run(folder, *check, stdin=asked, own_repository=True).split(b"\n")
    return tuple(
        replace(item, size=int(size)) if size.isdigit() else item
        for item, size in zip(items, sizes, strict=False)
    )


def read_items(
    folder: str,
    items: Iterable[Item],
    limit: int,
    origin: Callable[[Item], str],
    what: str = "content",
) -> Iterator[Read]:
    """Read items whose handles are blobs; contents over `limit` bytes are left out.

    `origin` gives that of an item's document, `what` is how a problem calls its content.

    Raises:
        GitError: git cannot be started.
    """
    items = tuple(items)
    contents = read_blobs(folder, [item.handle for item in items], limit)
    for item, content in zip(items, contents, strict=True):
        if content is None:
            message = f"its {what} is missing or broken: run `git fsck`"
            yield Failed(Problem(item.path, message))
        elif isinstance(content, int):
            yield too_large(item.path, content, limit)
        else:
            yield as_read(item, content, origin(item))


def read_blobs(folder: str, blobs: Sequence[str], limit: int) -> Iterator[Content]:
    """Read blobs by id, through few `git cat-file`; contents over `limit` bytes are not kept.

    Raises:
        GitError: git cannot be started.
    """
    done = 0
    while done < len(blobs):
        for content in _answers(folder, blobs[done : done + _AT_ONCE], limit):
            done += 1
            yield content


def _answers(folder: str, blobs: Sequence[str], limit: int) -> Iterator[Content]:
    """Read until git is through or a broken blob, of which it gives too little and goes on, or
    over which it dies; either way there is no telling what comes next."""
    with _started(folder) as process:
        if process.stdin is None or process.stdout is None:
            raise GitError("git cat-file has no pipes")
        try:
            with suppress(BrokenPipeError):
                process.stdin.write("".join(f"{blob}\n" for blob in blobs).encode())
                process.stdin.close()
            for blob in blobs:
                head = process.stdout.readline().split()  # <id> <type> <size>, or <id> missing
                is_missing = head[1:] == [b"missing"]
                content = None if is_missing else _content(process.stdout, blob, head, limit)
                yield content
                if content is None and not is_missing:
                    return
        finally:
            process.kill()  # it keeps nothing that could be left half done


def _started(folder: str) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            git.command("cat-file", "--batch", "--buffer"),
            cwd=folder,
            env=git.environment(own_repository=True),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise GitError(f"git cat-file: {error.strerror}") from None


def _content(answer: IO[bytes], blob: str, head: list[bytes], limit: int) -> Content:
    if len(head) != 3 or head[1] != b"blob":
        return None
    size = left = int(head[2])
    # An id is the digest of the content, which git does not check.
    kind = hashlib.sha1 if len(blob) == 40 else hashlib.sha256
    digest = kind(b"blob %d\0" % size, usedforsecurity=False)
    parts = []
    while left and (part := answer.read(min(_PART, left))):
        left -= len(part)
        digest.update(part)
        if size <= limit:
            parts.append(part)
    if answer.read(1) != b"\n" or digest.hexdigest() != blob:
        return None
    return size if size > limit else b"".join(parts)

"""Contents of a repository's blobs, whatever state its objects are in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import TypeAlias

from leakguard import git
from leakguard.history.reader import BLOB, Reader
from leakguard.report import Problem
from leakguard.sources import Failed, Item, Read
from leakguard.sources.files import as_read, too_large

_MANY = 100
"""From this many blobs on, knowing their sizes is worth a process that tells them."""

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
    """Read blobs by id, through one git; contents over `limit` bytes are not kept.

    Raises:
        GitError: git cannot be started.
    """
    with closing(Reader(folder)) as reader:
        for content in reader.read(blobs, limit):
            if isinstance(content, tuple):
                kind, raw = content
                yield raw if kind == BLOB else None
            else:
                yield content

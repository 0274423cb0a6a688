"""A text that comes through a pipe, called as the user says."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO

from leakguard.document import Document
from leakguard.sources import Item, Listing, Read
from leakguard.sources.files import as_read, too_large
from leakguard.sources.folder import is_below, prefix
from leakguard.sources.found import nearest_work_tree
from leakguard.sources.tree import TreeSource

_PART = 1 << 20
"""Bytes that are read at once."""


@dataclass(frozen=True, slots=True)
class StdinSource:
    """One text, in place of the file that it is called like."""

    item: Item
    content: bytes | None = field(repr=False)
    """None if it is over the limit."""
    around: TreeSource
    """The files of the current folder: imported names are looked up there, patterns too."""
    is_inside: bool
    """Whether the name lies below that folder."""

    def list(self) -> Listing:
        """Give the text, unless its name is excluded."""
        return Listing(() if self.around.exclude.matches(self.item.path) else (self.item,))

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Give the text; it was read already."""
        for item in items:
            if self.content is None:
                yield too_large(item.path, self.around.max_size + 1, self.around.max_size)
            else:
                yield as_read(item, self.content, "stdin")

    def find(self, path: str, _asking: Document | None = None, /) -> Document | None:
        """Give the text itself, or that of a file below the current folder; nothing where the
        name lies elsewhere."""
        if path == self.item.path:
            found = next(self.read((self.item,)))
            return found if isinstance(found, Document) else None
        return self.around.find(path) if self.is_inside else None


def from_stream(stream: IO[bytes] | None, name: str, around: TreeSource) -> StdinSource:
    """Read a stream to its end, or to the limit; `name` is relative to the current folder."""
    content = _all(stream, around.max_size) if stream is not None else b""
    full = os.path.abspath(name)
    is_inside = is_below(full, around.root)
    shown = os.path.relpath(full, around.root) if is_inside else name
    shown = shown.replace(os.sep, "/")
    folder, base = os.path.split(full)
    work_tree = nearest_work_tree(folder) if is_inside else None
    identity = shown if work_tree is None else prefix(folder, work_tree) + base
    known = around.named([shown]).get(shown) if is_inside else None
    in_git = known is not None and known.in_git
    size = len(content) if content is not None else 0
    return StdinSource(Item(shown, identity, "", size, in_git), content, around, is_inside)


def _all(stream: IO[bytes], limit: int) -> bytes | None:
    chunks: list[bytes] = []
    total = 0
    while chunk := stream.read(_PART):
        total += len(chunk)
        if total > limit:
            return None
        chunks.append(chunk)
    return b"".join(chunks)

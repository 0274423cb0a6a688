"""Where documents come from. A source lists items and, elsewhere and later, reads them.

A source is a frozen dataclass that can be sent to a worker process; so can its items.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Protocol, TypeAlias

from leakguard.archives.kinds import Kind
from leakguard.document import Document
from leakguard.report import Problem


@dataclass(frozen=True, slots=True)
class Item:
    """One text that can be read: where it is, and how it is called in reports."""

    path: str
    """Relative to the scanned root, with `/`."""
    identity: str
    """From the work tree's root, with `/`; as `path` outside git."""
    handle: str
    """What the source reads it by: a file's path, or a blob's id."""
    size: int
    """Bytes; an estimate is enough."""
    in_git: bool = False
    member: str = ""
    """Where it stands in an archive, whose path goes before it; nothing for a file of its own."""
    stamp: str = ""
    """What stays the same as long as the content does: the id of a blob, or a file's number, size
    and times; nothing if that is not known."""


@dataclass(frozen=True, slots=True)
class Binary:
    """An item that is no text."""

    item: Item
    head: bytes = b""
    """Its first bytes, which tell what kind of file it is."""
    origin: str = "tree"

    @property
    def document(self) -> Document:
        """An empty text in its place, for what is told by its name and first bytes alone."""
        item = self.item
        return Document(
            item.path, item.identity, b"", self.origin, item.in_git, self.head, item.member
        )


@dataclass(frozen=True, slots=True)
class Failed:
    """An item that could not be read; an error unless `is_notice`."""

    problem: Problem
    is_notice: bool = False


@dataclass(frozen=True, slots=True)
class Archive:
    """An item that others are packed in; to be looked into before the next item is asked for."""

    item: Item
    file: IO[bytes]
    """Its content, in which can be sought."""
    kind: Kind
    otherwise: Document | Binary | Failed
    """What it is where archives are not looked into; a text is scanned in any case."""
    origin: str = "tree"


Read: TypeAlias = Document | Binary | Archive | Failed | None
"""What comes of reading an item; None if it is gone meanwhile."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a source holds, and what it could not look at."""

    items: tuple[Item, ...]
    errors: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    is_all: bool = True
    """Whether nothing is to be said of what is not listed, but found for what is."""


class Source(Protocol):
    """Something that documents are read from."""

    def list(self) -> Listing:
        """Give what there is to scan, in the order in which it is best read.

        Raises:
            SourceError: nothing can be listed at all.
        """

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Read items, in their order; one result for each. May run in a worker process."""

    def find(self, path: str, asking: Document | None = None, /) -> Document | None:
        """Give the text at `path`, relative to the scanned root, for the document that imports it,
        where that makes a difference. None if there is none, or if it is left out: ignored,
        excluded, no text, or too large."""

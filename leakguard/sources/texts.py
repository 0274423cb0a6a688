"""Texts that somebody has at hand, as if they were files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from leakguard.document import Document
from leakguard.sources import Item, Listing, Read
from leakguard.sources.files import as_read


@dataclass(frozen=True, slots=True)
class Texts:
    """Some texts by their paths."""

    by_path: Mapping[str, bytes]
    in_git: bool = False
    """Whether they are as files that git tracks."""

    def list(self) -> Listing:
        """Give the texts in the order of their paths."""
        items = (
            Item(path, path, path, len(raw), self.in_git)
            for path, raw in sorted(self.by_path.items())
        )
        return Listing(tuple(items))

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Give what each text is."""
        return (as_read(item, self.by_path[item.path], "text") for item in items)

    def find(self, path: str, _asking: Document | None = None, /) -> Document | None:
        """Give the text of a path, if there is one."""
        own = (item for item in self.list().items if item.path == path)
        found = next(self.read(own), None)
        return found if isinstance(found, Document) else None

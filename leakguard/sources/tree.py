"""Files and folders of the disk: inside a work tree, what git would commit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leakguard.sources import Item, Listing, Read
from leakguard.sources.files import FileReader
from leakguard.sources.found import Found
from leakguard.sources.ignore import NO_PATTERNS, Patterns


@dataclass(frozen=True, slots=True)
class TreeSource:
    """The files below some paths, as they are on the disk."""

    root: str
    """Absolute; paths in reports are relative to it."""
    paths: tuple[str, ...]
    """Absolute, or relative to the current folder."""
    exclude: Patterns = NO_PATTERNS
    include_ignored: bool = False
    tracked_only: bool = False
    """Whether files that git does not track yet are left out."""
    max_size: int = 64 << 20
    """Bytes."""

    def list(self) -> Listing:
        """Give every file below the paths; what cannot be listed is an error of its own."""
        found = Found(self.root, self.include_ignored, self.tracked_only)
        for path in self.paths:
            found.add_named(path)
        found.ask_about_named()
        items = (item for item in found.items.values() if not self.exclude.matches(item.path))
        return Listing(
            tuple(sorted(items, key=lambda item: item.path)),
            tuple(sorted(found.errors)),
            tuple(sorted(found.notices)),
        )

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Read the files."""
        return FileReader(self.max_size).read(items)

"""Files and folders of the disk: inside a work tree, what git would commit."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leakguard.document import Document
from leakguard.sources import Item, Listing, Read
from leakguard.sources.files import FileReader
from leakguard.sources.folder import is_below
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

    def find(self, path: str, _asking: Document | None = None, /) -> Document | None:
        """Give the text of a file below the root that is not ignored."""
        found = self._named([path])
        item = found.items.get(path)
        is_ignored = bool(found.named) and item is not None and not item.in_git
        if item is None or (is_ignored and not self.include_ignored):
            return None
        read = next(iter(self.read([item])), None)
        return read if isinstance(read, Document) else None

    def named(self, paths: Iterable[str]) -> dict[str, Item]:
        """Give, of some paths relative to the root, those of files below it that are not
        excluded, whether git ignores them or not."""
        return self._named(paths).items

    def _named(self, paths: Iterable[str]) -> Found:
        found = Found(self.root, self.include_ignored, self.tracked_only)
        for path in paths:
            full = os.path.join(self.root, path)
            is_excluded = self.exclude.matches(path)
            if not is_excluded and is_below(full, self.root) and os.path.isfile(full):
                found.add_named(full)
        found.ask_about_named()
        return found

"""What commits hold: blobs at their paths, never the working tree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from leakguard.document import Document
from leakguard.errors import GitError
from leakguard.history.changes import Blob
from leakguard.history.trace import origin_of
from leakguard.history.tree import blobs_at
from leakguard.sources import Item, Listing, Read
from leakguard.sources.blobs import read_items, with_sizes
from leakguard.sources.ignore import NO_PATTERNS, Patterns


@dataclass(frozen=True, slots=True)
class CommittedSource:
    """Some blobs of a repository, each at a path."""

    folder: str
    blobs: tuple[Blob, ...]
    tree: str
    """The commit in whose tree imported names are looked up."""
    trees: Mapping[Blob, str] = field(default_factory=dict)
    """The same of single blobs: the commits that bring them. What is found there counts, too."""
    exclude: Patterns = NO_PATTERNS
    max_size: int = 64 << 20
    """Bytes."""

    def list(self) -> Listing:
        """Give each blob that is not excluded.

        Raises:
            GitError: git refuses it.
        """
        items = [
            Item(path, path, blob, 0, in_git=True, stamp=blob)
            for path, blob in sorted(set(self.blobs))
            if not self.exclude.matches(path)
        ]
        return Listing(with_sizes(self.folder, items), is_all=not self.trees)

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Read the blobs.

        Raises:
            GitError: git cannot be started.
        """
        return read_items(self.folder, items, self.max_size, lambda it: origin_of(it.handle))

    def find(self, path: str, asking: Document | None = None, /) -> Document | None:
        """Give the text at `path` in the tree of the one that asks."""
        blob_of = asking.origin.removeprefix(origin_of("")) if asking is not None else ""
        tree = self.trees.get((asking.path if asking is not None else "", blob_of), self.tree)
        try:
            blob = blobs_at(self.folder, tree, [path]).get(path)
            if blob is None:
                return None
            item = Item(path, path, blob, 0, in_git=True)
            found = next(iter(self.read([item])), None)
        except GitError:
            return None
        return found if isinstance(found, Document) else None

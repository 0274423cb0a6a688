"""The objects of a repository: what is, or was, in any commit, and what commits and tags say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from leakguard import git
from leakguard.document import Document, decode
from leakguard.errors import GitError
from leakguard.history.messages import text_of
from leakguard.history.objects import Object
from leakguard.history.reader import BLOB, Content, Reader
from leakguard.history.trace import origin_of
from leakguard.report import Problem
from leakguard.sources import Failed, Item, Listing, Read
from leakguard.sources.blobs import read_items
from leakguard.sources.files import as_read, too_large
from leakguard.sources.ignore import NO_PATTERNS, Patterns

REFS = "refs"
"""The path, and the handle, of the list of all refs."""

BUNDLE = "messages"
"""The origin of what several commits and tags say, read as one text: few of them hold anything."""

_BUNDLED = 200
"""How many of them."""


@dataclass(frozen=True, slots=True)
class ObjectSource:
    """Objects of a repository, each once, blobs at the path where git first came upon them."""

    reader: Reader
    objects: tuple[Object, ...]
    exclude: Patterns = NO_PATTERNS
    max_size: int = 64 << 20
    """Bytes."""
    is_bundled: bool = True
    """Whether what commits and tags say is read in bundles, of which one with a finding has to be
    looked at again."""
    with_refs: bool = True
    """Whether the names of the refs are looked at, too."""

    def list(self) -> Listing:
        """Give each object that is not excluded, in their order."""
        blobs = (it for it in self.objects if it.kind == BLOB)
        others = [it for it in self.objects if it.kind != BLOB]
        items = [_item(it) for it in blobs if not self.exclude.matches(it.path)]
        if self.is_bundled:
            small = [it for it in others if it.size <= self.max_size]
            starts = range(0, len(small), _BUNDLED)
            items += [_bundle(small[start : start + _BUNDLED]) for start in starts]
            items += [_item(it) for it in others if it.size > self.max_size]  # each has a notice
        else:
            items += map(_item, others)
        if self.with_refs:
            items.append(Item(REFS, REFS, REFS, 0))
        return Listing(tuple(items))

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Read the objects.

        Raises:
            GitError: git cannot be started.
        """
        items = tuple(items)
        ids = [it for item in items if item.handle != REFS for it in item.handle.split()]
        contents = self.reader.read(ids, self.max_size)
        for item in items:
            if item.handle == REFS:
                yield self._refs(item)
            elif item.path == BUNDLE:
                yield _bundled(item, [next(contents) for _ in item.handle.split()])
            else:
                yield self._read(item, next(contents))

    def _read(self, item: Item, content: Content) -> Read:
        if content is None:
            return Failed(Problem(item.path, "it is missing or broken: run `git fsck`"))
        if isinstance(content, int):
            return too_large(item.path, content, self.max_size)
        return _document(item, *content)

    def find(self, path: str, _asking: Document | None = None, /) -> Document | None:
        """Give the text that HEAD has at `path`."""
        try:
            blob = self.reader.head.blob_at(path)
            if blob is None:
                return None
            # By a git of its own: the reader's is asked while a document of it is looked at.
            item = Item(path, path, blob, 0, in_git=True)
            read = read_items(
                self.reader.folder, [item], self.max_size, lambda it: origin_of(it.handle)
            )
            found = next(read, None)
        except GitError:
            return None
        return found if isinstance(found, Document) else None

    def _refs(self, item: Item) -> Read:
        told = git.run(
            self.reader.folder, "for-each-ref", "--format=%(refname)", own_repository=True
        )
        return Document(item.path, item.identity, decode(told) or b"", REFS)


def _item(it: Object) -> Item:
    if it.kind == BLOB:
        path = it.path or f"object {it.id}"
        return Item(path, it.path or "object", it.id, it.size, in_git=True, stamp=it.id)
    return Item(f"{it.kind} {it.id}", it.kind, it.id, it.size, stamp=it.id)


def _bundle(objects: Sequence[Object]) -> Item:
    ids = " ".join(it.id for it in objects)
    return Item(BUNDLE, BUNDLE, ids, sum(it.size for it in objects), stamp=ids)


def _bundled(item: Item, contents: Iterable[Content]) -> Read:
    """Give what several objects say as one text; nothing of any if one is broken."""
    texts = [_said(it[1]) for it in contents if isinstance(it, tuple)]
    if len(texts) < len(item.handle.split()):
        return Failed(Problem(item.path, "one of them is broken: run `git fsck`"))
    text = b"\n\n".join(texts)
    return Document(item.path, item.identity, text, f"{BUNDLE} {item.handle}")


def _document(item: Item, kind: str, content: bytes) -> Read:
    if kind == BLOB:
        return as_read(item, content, origin_of(item.handle))
    return Document(item.path, item.identity, _said(content), f"{kind} {item.handle}")


def _said(content: bytes) -> bytes:
    """Give what one commit or tag says, by itself: what one begins with is no mark for others."""
    text = text_of(content)
    return decode(text) or text

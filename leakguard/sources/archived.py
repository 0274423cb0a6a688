"""What is read of an archive: its members, as files of the source that it is from."""

from collections.abc import Iterator
from dataclasses import replace

from leakguard.archives.limits import Limits
from leakguard.archives.walk import Inner, walk
from leakguard.document import Document
from leakguard.place import BETWEEN
from leakguard.report import Problem
from leakguard.sources import Archive, Binary, Failed, Item
from leakguard.sources.files import HEAD, as_document
from leakguard.sources.ignore import Patterns


def inside(
    archive: Archive, limits: Limits, exclude: Patterns
) -> Iterator[Document | Binary | Failed]:
    """Give each member that is not excluded, and a notice about each kind of what was left."""
    item = archive.item

    def is_wanted(path: str) -> bool:
        return not exclude.matches(f"{item.path}{BETWEEN}{path}")

    for found in walk(archive.file, archive.kind, item.path, limits, is_wanted):
        if not isinstance(found, Inner):
            path = f"{item.path}{BETWEEN}{found.path}" if found.path else item.path
            yield Failed(Problem(path, found.message), is_notice=True)
        elif found.is_text:
            yield as_document(_member(item, found), found.raw, archive.origin)
        else:
            yield Binary(_member(item, found), found.raw[:HEAD], archive.origin)


def _member(item: Item, found: Inner) -> Item:
    return replace(
        item,
        path=f"{item.path}{BETWEEN}{found.path}",
        identity=f"{item.identity}{BETWEEN}{found.path}",
        handle="",
        size=len(found.raw),
        member=found.path,
    )

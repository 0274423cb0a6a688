"""What the tests of the tree source ask again and again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leakguard.sources import Item, Listing, Read
from leakguard.sources.tree import TreeSource


def listing(root: Path, *named: str, **options: Any) -> Listing:
    """List `root`, or what is named in it; `options` are those of `TreeSource`."""
    paths = tuple(str(root / path) for path in named) or (str(root),)
    return TreeSource(str(root), paths, **options).list()


def listed(root: Path, *named: str, **options: Any) -> list[str]:
    """Give the paths that are listed, where nothing is wrong."""
    found = listing(root, *named, **options)
    assert (found.errors, found.notices) == ((), ())
    return [item.path for item in found.items]


def item(root: Path, path: str, *named: str, **options: Any) -> Item:
    """Give the one item that is listed under `path`."""
    (found,) = (it for it in listing(root, *named, **options).items if it.path == path)
    return found


def read(root: Path, path: str, **options: Any) -> Read:
    """Give what comes of reading one file of `root`."""
    source = TreeSource(str(root), (str(root / path),), **options)
    (result,) = source.read(source.list().items)
    return result


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their path below `root`."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def blank(root: Path, *names: str) -> Path:
    """Write files that hold one line, by their path below `root`."""
    return write(root, dict.fromkeys(names, "text\n"))

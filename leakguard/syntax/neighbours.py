"""Other modules of the scanned tree: which file an import names."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from leakguard.document import Document

Find: TypeAlias = Callable[[str], Document | None]
"""Gives a document of the same source by its path; None if the source has none, or leaves it
out."""

_MOST = 50
"""Files that are looked for on behalf of one document."""


@dataclass(frozen=True)
class Neighbours:
    """The documents that one document can import, read when they are asked for; one that stands in
    an archive has none."""

    document: Document
    find: Find
    _found: dict[str, Document | None] = field(default_factory=dict, repr=False)

    def at(self, path: str) -> Document | None:
        """Give the document at a path relative to the scanned root, with `/`."""
        if path not in self._found:
            is_beyond = path.startswith("../") or self.document.member
            if len(self._found) >= _MOST or is_beyond:
                return None
            self._found[path] = self.find(path)
        return self._found[path]

    def above(self, path: str) -> Document | None:
        """Give the first document of a relative path beside this one, or in a folder above."""
        for folder in self._folders(0):
            if (found := self.at(posixpath.normpath(posixpath.join(folder, path)))) is not None:
                return found
        return None

    def module(self, full_name: str) -> "tuple[Document, str] | None":
        """Give the module of a dotted name, and the rest of the name inside it.

        `.config.KEY` and `config.KEY` give the document `config.py` and `KEY`.
        """
        level = len(full_name) - len(full_name.lstrip("."))
        parts = full_name[level:].split(".")
        for count in range(len(parts) - 1, 0, -1):
            below = "/".join(parts[:count])
            for folder in self._folders(level):
                for name in (f"{below}.py", f"{below}/__init__.py"):
                    document = self.at(posixpath.normpath(posixpath.join(folder, name)))
                    if document is not None:
                        return document, ".".join(parts[count:])
        return None

    def _folders(self, level: int) -> Iterator[str]:
        """Where a module may lie: that many folders up, or anywhere above an absolute import."""
        folder = posixpath.dirname(self.document.path)
        if level:
            for _ in range(level - 1):
                folder = posixpath.join(folder, "..")
            yield folder
            return
        yield folder
        while folder not in ("", "/"):
            folder = posixpath.dirname(folder)
            yield folder

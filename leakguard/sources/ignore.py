"""Patterns as in a .gitignore: leakguard's own excludes, and git's where git is not asked."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_LARGEST = 1 << 20
"""Bytes of a .gitignore that are read."""


@dataclass(frozen=True)
class Patterns:
    """Lines of gitignore syntax, relative to one folder."""

    lines: tuple[str, ...]

    def verdict(self, path: str) -> bool | None:
        """Tell whether `path`, with a trailing `/` for a folder, is matched; None if no line
        says anything about it, False if one takes it back."""
        if not self.lines:
            return None
        # Names that are no UTF-8 would be refused; their odd bytes match only wildcards.
        readable = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return self._spec.check_file(readable).include

    def matches(self, path: str) -> bool:
        """Tell whether `path` or a folder that it is in is matched."""
        if not self.lines:
            return False
        parts = path.split("/")
        folders = ("/".join(parts[:count]) + "/" for count in range(1, len(parts)))
        return any(self.verdict(folder) for folder in folders) or bool(self.verdict(path))

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec  # only where there are patterns

        return GitIgnoreSpec.from_lines(self.lines)


NO_PATTERNS = Patterns(())


def read_patterns(path: str | Path) -> Patterns | None:
    """Give the patterns of a .gitignore file, or None if there is none or it is a link."""
    try:
        if os.path.islink(path):
            return None
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = tuple(file.read(_LARGEST).splitlines())
    except OSError:
        return None
    return Patterns(lines)


@dataclass(frozen=True, slots=True)
class IgnoreStack:
    """The patterns in force in a folder, those of the innermost .gitignore last."""

    levels: Sequence[tuple[str, Patterns]] = ()
    """Each with the folder, relative to the root, that its patterns are relative to."""

    def entered(self, folder: str, patterns: Patterns | None) -> "IgnoreStack":
        """Give the stack inside `folder`."""
        return self if patterns is None else IgnoreStack((*self.levels, (folder, patterns)))

    def ignores(self, path: str) -> bool:
        """Tell whether git would leave out `path`, relative to the root."""
        for folder, patterns in reversed(self.levels):
            below = path[len(folder) + 1 :] if folder else path
            if (verdict := patterns.verdict(below)) is not None:
                return verdict
        return False

"""Patterns as in a .gitignore: leakguard's own excludes, and git's where git is not asked."""

import codecs
import os
import re
import stat
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from leakguard.errors import UsageError
from leakguard.sources.files import READING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_LARGEST = 1 << 16
"""Bytes of a .gitignore that is obeyed; what a larger one ignores is scanned."""

_MANY = 5000
"""From this many paths on, Hyperscan saves more than the 30 ms that it compiles twenty lines."""

_LONGEST = 1000
"""Lines that Hyperscan is given; it takes 0.6 s to compile these, and 9 s for five times that."""

_STARS = 3
"""Wildcards in a line from which on `re` would try too many ways; Hyperscan tries one."""

_CLASSES = {
    "[:alnum:]": "a-zA-Z0-9", "[:alpha:]": "a-zA-Z", "[:blank:]": " \t", "[:digit:]": "0-9",
    "[:lower:]": "a-z", "[:space:]": " \t\n\r\f\v", "[:upper:]": "A-Z", "[:xdigit:]": "0-9a-fA-F",
}  # fmt: skip
"""Names in brackets, which git knows and `re` does not."""


@dataclass(frozen=True)
class Patterns:
    """Lines of gitignore syntax, relative to one folder."""

    lines: tuple[str, ...]
    is_lenient: bool = False
    """Whether a line that is no pattern is passed over, as git does, rather than an error."""
    base: str = ""
    """What leads from that folder to the one that paths are relative to, with a `/` at its end."""

    def verdict(self, path: str) -> bool | None:
        """Tell whether `path`, with a trailing `/` for a folder, is matched; None if no line
        says anything about it, False if one takes it back.

        Raises:
            UsageError: a line is no pattern.
        """
        return self._matcher.verdict(self.base + path) if self.lines else None

    def matches(self, path: str) -> bool:
        """Tell whether `path` or a folder that it is in is matched.

        Raises:
            UsageError: a line is no pattern.
        """
        return bool(self.lines) and self._matcher.matches(self.base + path)

    @cached_property
    def _matcher(self) -> "_Matcher":
        return _Matcher(self)

    def __getstate__(self) -> dict[str, object]:
        """Leave out what is compiled: it cannot be sent to a worker."""
        return {"lines": self.lines, "is_lenient": self.is_lenient, "base": self.base}


NO_PATTERNS = Patterns(())


@dataclass
class _Matcher:
    """Compiled patterns: by `re`, which is quick to compile, then by Hyperscan, quick to match.

    A folder is asked about without the `/` at its end, and of lines without theirs. For pathspec
    holds what a line such as `!*/` says about a folder to weigh less than what `*` says.
    """

    patterns: Patterns
    asked: int = 0
    known: dict[str, bool] = field(default_factory=dict)
    """What was answered about folders."""

    def __post_init__(self) -> None:
        starry = any(line.count("*") > _STARS for line in self.patterns.lines)
        self._compile("best" if starry else "simple")

    def verdict(self, path: str) -> bool | None:
        self.asked += 1
        if self.asked == _MANY and len(self.patterns.lines) <= _LONGEST:
            self._compile("best")
        spec = self.folders if path.endswith("/") else self.files
        # A `$` of `re` would also match before a newline at the end.
        return spec.check_file(_as_bytes(path.rstrip("/")).replace("\n", "\0")).include

    def matches(self, path: str) -> bool:
        unknown = []
        folder = path[: path.rfind("/") + 1]
        while folder not in ("", "/") and folder not in self.known:
            unknown.append(folder)
            folder = folder[: folder.rfind("/", 0, -1) + 1]
        is_matched = self.known.get(folder, False)
        for folder in reversed(unknown):
            is_matched = is_matched or bool(self.verdict(folder))
            self.known[folder] = is_matched
        return is_matched or bool(self.verdict(path))

    def _compile(self, backend: str) -> None:
        lines = [_as_git(line) for line in self.patterns.lines]
        slashless = [line.rstrip().rstrip("/") if line.rstrip().endswith("/") else line
                     for line in lines]  # fmt: skip
        self.files = self._compiled(lines, backend)
        self.folders = self.files if slashless == lines else self._compiled(slashless, backend)

    def _compiled(self, lines: Sequence[str], backend: str) -> "GitIgnoreSpec":
        from hyperscan import error as hyperscan_error  # only where there are patterns
        from pathspec import GitIgnoreSpec

        def compiled(lines: Sequence[str]) -> GitIgnoreSpec:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", FutureWarning)  # about `[[`, which git has too
                return GitIgnoreSpec.from_lines(lines, backend=backend)

        refused = (ValueError, re.error, hyperscan_error)
        try:
            return compiled(lines)
        except refused:
            good = []
            for line, written in zip(lines, self.patterns.lines, strict=True):
                try:
                    compiled((line,))
                except refused:
                    if not self.patterns.is_lenient:
                        message = f"{written!r} is no pattern to exclude paths by"
                        raise UsageError(message) from None
                else:
                    good.append(line)
            return compiled(good)


def _as_bytes(text: str) -> str:
    """Give a character for each byte: so git compares, and names need not be UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("latin-1")


def _as_git(line: str) -> str:
    """Write a line so that pathspec takes it as git does."""
    line = _as_bytes(line)
    if "[:" in line:
        for name, characters in _CLASSES.items():
            line = line.replace(name, characters)
    bare = line.rstrip(" ")
    if bare[-1:].isspace() and not line.endswith("\\ "):  # git strips nothing but spaces
        line = f"{bare[:-1]}[{bare[-1]}]"
    return line


def read_patterns(path: str) -> Patterns:
    """Give the patterns of a .gitignore file; none if there is no such file, it is a link, or it
    is too large to be one."""
    try:
        handle = os.open(path, READING)
    except OSError:
        return NO_PATTERNS
    try:
        is_file = stat.S_ISREG(os.fstat(handle).st_mode)
        raw = os.read(handle, _LARGEST + 1) if is_file else b""
    except OSError:
        return NO_PATTERNS
    finally:
        os.close(handle)
    text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    told = tuple(line for line in lines if line.strip(" ") and not line.startswith("#"))
    if len(raw) > _LARGEST or len(told) > _LONGEST:
        return NO_PATTERNS
    return Patterns(told, is_lenient=True)


@dataclass(frozen=True, slots=True)
class IgnoreStack:
    """The patterns in force in a folder, those of the innermost .gitignore last."""

    levels: tuple[tuple[str, Patterns], ...] = ()
    """Each with the folder, relative to the root, that its patterns are relative to."""

    def entered(self, folder: str, patterns: Patterns) -> "IgnoreStack":
        """Give the stack inside `folder`."""
        return IgnoreStack((*self.levels, (folder, patterns))) if patterns.lines else self

    def ignores(self, path: str) -> bool:
        """Tell whether git would leave out `path`, relative to the root."""
        for folder, patterns in reversed(self.levels):
            below = path[len(folder) + 1 :] if folder else path
            if (verdict := patterns.verdict(below)) is not None:
                return verdict
        return False


def rebased(pattern: str, base: str) -> str:
    """Give a pattern that is relative to the scanned root as one that is relative to the folder
    above it which `base` leads from."""
    if not base or not pattern.strip() or pattern.startswith("#"):
        return pattern
    sign, body = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    anywhere = "" if "/" in body.rstrip("/") else "**/"
    literal = re.sub(r"([][*?!# \\])", r"\\\1", base)
    return f"{sign}/{literal}{anywhere}{body.lstrip('/')}"

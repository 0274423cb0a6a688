"""Changes of files that are shown before they are made, and can be taken back."""

import difflib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leakguard.errors import UsageError
from leakguard.fix.write import replace


@dataclass(frozen=True, slots=True)
class Step:
    """A file that is to be written, changed or removed."""

    path: str
    """Relative to the work tree's root, or absolute."""
    before: str | None
    """None if there is no such file."""
    after: str | None
    """None if there is to be none."""
    mode: int | None = None
    """Its permissions afterwards; None leaves them."""

    @property
    def diff(self) -> str:
        """The change, as a unified diff."""
        old = "" if self.before is None else self.before
        new = "" if self.after is None else self.after
        lines = difflib.unified_diff(
            old.splitlines(keepends=True),
            new.splitlines(keepends=True),
            os.devnull if self.before is None else self.path,
            os.devnull if self.after is None else self.path,
        )
        return "".join(it if it.endswith("\n") else f"{it}\n" for it in lines)


def content(top: str, path: str) -> str | None:
    """Give what a file holds; None if there is none.

    Raises:
        UsageError: it is no text, no file, a link, or cannot be read.
    """
    full = Path(top, path)
    if full.is_symlink():
        raise UsageError(f"{path} is a link: change what it leads to by hand")
    try:
        return full.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise UsageError(f"{path} is no UTF-8: change it by hand") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from None


def _remove_empty(folder: Path, top: Path) -> None:
    """Remove a folder that nothing is left in, and those above it, but neither git's nor the
    root."""
    while folder != top and folder.is_relative_to(top) and ".git" not in folder.parts:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def apply(top: str, steps: Iterable[Step]) -> None:
    """Make the changes, each whole or not at all.

    Raises:
        UsageError: a file cannot be removed.
        FixError: a file has changed meanwhile, or cannot be written.
    """
    for it in steps:
        file = Path(top, it.path)
        try:
            if it.after is None:
                file.unlink()
                _remove_empty(file.parent, Path(top))
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            before = None if it.before is None else it.before.encode("utf-8")
            is_private = it.mode is not None and not it.mode & 0o077
            replace(str(file), it.after.encode("utf-8"), before, is_private=is_private)
            if it.mode is not None:
                file.chmod(it.mode)
        except OSError as error:
            raise UsageError(f"{it.path} cannot be changed: {error.strerror}") from None

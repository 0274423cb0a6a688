"""Changes of files that are shown before they are made, and can be taken back."""

import difflib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from leakguard.errors import UsageError


@dataclass(frozen=True, slots=True)
class Step:
    """A file that is to be written, changed or removed."""

    path: str
    """Relative to the work tree's root, or absolute."""
    before: str | None
    """None if there is no such file."""
    after: str | None
    """None if there is to be none."""
    is_program: bool = False

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


def apply(top: str, steps: Iterable[Step]) -> None:
    """Make the changes, each whole or not at all.

    Raises:
        UsageError: a file has changed meanwhile, or cannot be written.
    """
    for it in steps:
        if content(top, it.path) != it.before:
            raise UsageError(f"{it.path} has changed meanwhile: run it again")
        try:
            _write(Path(top, it.path), it.after, it.is_program)
        except OSError as error:
            raise UsageError(f"{it.path} cannot be written: {error.strerror}") from None


def _write(path: Path, text: str | None, is_program: bool) -> None:
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        mode = path.stat().st_mode & 0o777
    except FileNotFoundError:
        mode = 0o644
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".leakguard-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        Path(temporary).chmod(mode | 0o111 if is_program else mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise

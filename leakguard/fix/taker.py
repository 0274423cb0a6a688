"""The env file that takes the values, and the reasons to refuse one."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from leakguard.errors import FixError
from leakguard.fix import envfile
from leakguard.fix.repository import Repository, around
from leakguard.fix.script import read


@dataclass(frozen=True)
class EnvFile:
    """An env file that may take values, as it was found."""

    file: str
    """On the disk, absolute."""
    before: bytes | None = field(repr=False)
    """What it holds; None if it is not there."""
    repository: Repository | None
    """The innermost one around it."""
    entries: Mapping[str, str | None] = field(repr=False)

    is_readable_by_others: bool = False
    """Whether it is there already, and others than its owner may read it."""


def env_file(path: str, root: str) -> EnvFile:
    """Look at the env file that is to take the values found below `root`.

    Raises:
        FixError: it is refused: a link, something else than a file, outside the tree, tracked by
            git, or no UTF-8; or what has to be written beside it has several names.
    """
    outer = around(root)
    top = outer.top if outer is not None else os.path.realpath(root)
    file = _inside(os.path.abspath(path), top)
    repository = around(os.path.dirname(file))
    shown = os.path.basename(file)
    if link := next(filter(os.path.islink, (file, f"{file}.example")), None):
        raise FixError(f"{os.path.basename(link)} is a link: name the file itself")
    before, mode = None, 0
    if os.path.lexists(file):
        mode = os.lstat(file).st_mode
        if not stat.S_ISREG(mode):
            raise FixError(f"the env file {shown} is no plain file")
        if _has_another_name(file):
            raise FixError(f"the env file {shown} has another name on the disk, which would keep "
                           "what it holds: name a file that has one")  # fmt: skip
        before = read(file)
    if any(it is not None and it.is_tracked(file) for it in (repository, outer)):
        raise FixError(
            f"git tracks the env file {shown}: `git rm --cached` it first, or name another"
        )
    if linked := next(filter(_has_another_name, _replaced(file, repository)), None):
        raise FixError(
            f"{os.path.basename(linked)} has another name on the disk, which would be left with "
            "what it holds now: let it have one"
        )
    try:
        text = (before or b"").decode()
    except UnicodeDecodeError:
        raise FixError(f"the env file {shown} is no UTF-8") from None
    if line := envfile.unread_line(text):
        raise FixError(
            f"line {line} of the env file {shown} is none that python-dotenv can read: mend it "
            "first, or name another file"
        )
    return EnvFile(file, before, repository, envfile.entries(text), bool(mode & 0o077))


def _replaced(file: str, repository: Repository | None) -> Iterator[str]:
    """Give the files beside an env file that are replaced with it, if they are there."""
    yield f"{file}.example"
    if repository is not None and not repository.is_ignored(file):
        yield os.path.join(os.path.dirname(file), ".gitignore")


def _has_another_name(file: str) -> bool:
    """Tell whether a plain file has several names: replaced, one of them would be another file."""
    if not os.path.lexists(file):
        return False
    status = os.lstat(file)
    return stat.S_ISREG(status.st_mode) and status.st_nlink > 1


def entries_of(file: str) -> Mapping[str, str | None]:
    """Give what an env file holds that takes nothing yet; nothing of one that would be refused."""
    try:
        return envfile.entries(read(file).decode())
    except (FixError, UnicodeDecodeError):
        return {}


def _inside(file: str, top: str) -> str:
    """Give the path of an env file with the links in its folder followed."""
    folder, name = os.path.split(file)
    inside = os.path.realpath(folder)
    if inside != top and not inside.startswith(top.rstrip(os.sep) + os.sep):
        raise FixError(f"the env file {name} would be outside the tree, which is {top}")
    if ".git" in os.path.relpath(inside, top).split(os.sep):
        raise FixError(f"the env file {name} would be inside the folder of git")
    if not os.path.isdir(inside):
        raise FixError(f"the folder of the env file {name} is missing")
    return os.path.join(inside, name)

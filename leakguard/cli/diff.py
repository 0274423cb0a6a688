"""`leakguard scan --diff`: the lines that a patch adds."""

import os
import sys

from leakguard import git
from leakguard.cli.options import Wanted, settings
from leakguard.cli.run import run
from leakguard.document import decode
from leakguard.errors import GitError, PatchError, UsageError
from leakguard.sources.diff import of_patch
from leakguard.sources.ignore import Patterns
from leakguard.sources.patch import parse
from leakguard.sources.tree import TreeSource


def scan_diff(options: Wanted, name: str) -> int:
    """Scan what a patch in a file brings, or in the standard input if its name is `-`.

    Raises:
        PatchError: it is none, or is malformed.
        UsageError: it cannot be read.
    """
    raw = _read(name)
    try:
        patch = parse(raw if (text := decode(raw)) is None else text)
    except PatchError as error:
        raise PatchError(f"{'stdin' if name == '-' else name}: {error}") from None
    root = _root()
    chosen = settings(options, root)
    around = TreeSource(
        root=root,
        paths=(),
        exclude=Patterns(chosen.exclude, base=chosen.base),
        max_size=chosen.max_file_size,
    )
    source = of_patch(patch, around)
    return run(options, root, lambda _: source, source.narrow)


def _root() -> str:
    """What the paths of a patch are relative to: the work tree's root, else the current folder."""
    try:
        return git.work_tree(".", own_repository=True)
    except GitError:
        return os.getcwd()


def _read(name: str) -> bytes:
    try:
        if name == "-":
            return sys.stdin.buffer.read() if sys.stdin is not None else b""
        with open(name, "rb") as file:
            return file.read()
    except OSError as error:
        raise UsageError(f"--diff: cannot read {name}: {error.strerror}") from None

"""`leakguard scan`: files, folders, or what is staged."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from leakguard.cli.options import shared_options, wanted
from leakguard.cli.run import run
from leakguard.config import Settings
from leakguard.errors import UsageError
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--staged", is_flag=True, help="Scan what is staged in git's index, against HEAD.")
@click.option("--include-ignored", is_flag=True, help="Scan also what git ignores.")
@click.option(
    "--files-from",
    metavar="FILE",
    help="Read the paths to scan from FILE, a line each or ended by zero bytes; - for stdin.",
)
@shared_options
def scan(
    paths: tuple[Path, ...],
    staged: bool,
    include_ignored: bool,
    files_from: str | None,
    **rest: Any,
) -> None:
    """Scan PATHS, or the current folder: inside a git work tree, what git would commit."""
    options = wanted(rest)
    if staged:
        if paths or files_from:
            raise UsageError("--staged takes no paths: it scans the index")
        sys.exit(_staged(options))
    named = [*map(str, paths), *(_read_list(files_from) if files_from else [])]
    if not named:
        if files_from:
            sys.exit(0)  # an empty list of files is clean
        named = ["."]
    root = _root(named)

    def make_source(settings: Settings) -> Source:
        from leakguard.sources.tree import TreeSource

        return TreeSource(
            root=str(root),
            paths=tuple(named),
            exclude=Patterns(settings.exclude),
            include_ignored=include_ignored,
            max_size=settings.max_file_size,
        )

    sys.exit(run(options, root, make_source))


def _staged(options: Any) -> int:
    from leakguard import git
    from leakguard.sources.index import IndexSource

    top = os.fsdecode(
        git.run(".", "rev-parse", "--show-toplevel", own_repository=True).rstrip(b"\n")
    )
    root = Path(top)
    return run(
        options,
        root,
        lambda settings: IndexSource(
            top, exclude=Patterns(settings.exclude), max_size=settings.max_file_size
        ),
    )


def _root(named: list[str]) -> Path:
    """The one folder that was named; else the current one, or what is above all that is named."""
    if len(named) == 1 and os.path.isdir(named[0]):
        return Path(os.path.abspath(named[0]))
    here = os.getcwd()
    full = [os.path.abspath(path) for path in named]
    if all(path == here or path.startswith(here + os.sep) for path in full):
        return Path(here)
    try:
        common = os.path.commonpath(full)
    except ValueError:  # several drives
        return Path(here)
    return Path(common if os.path.isdir(common) else os.path.dirname(common))


def _read_list(name: str) -> list[str]:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"--files-from: cannot read {name}: {error.strerror}") from None
    separator = b"\0" if b"\0" in raw else b"\n"
    return [os.fsdecode(line.rstrip(b"\r")) for line in raw.split(separator) if line.strip()]

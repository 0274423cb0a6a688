"""`leakguard scan`: files, folders, or what is staged."""

import os
import sys
from typing import Any

import click

from leakguard.cli.options import Wanted, shared_options, wanted
from leakguard.cli.run import MakeSource, Scan, run
from leakguard.config import Settings
from leakguard.errors import UsageError
from leakguard.finding import Report
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option("--staged", is_flag=True, help="Scan what is staged in git's index, against HEAD.")
@click.option(
    "--range",
    "commits",
    metavar="BASE..HEAD",
    help="Scan what each commit of a range brings; BASE...HEAD begins at their merge base.",
)
@click.option("--include-ignored", is_flag=True, help="Scan also what git ignores.")
@click.option(
    "--files-from",
    metavar="FILE",
    help="Read the paths to scan from FILE, a line each or ended by zero bytes; - for stdin.",
)
@click.option("--fix", is_flag=True, help="Show also how to fix it; `leakguard fix` does it.")
@shared_options
def scan(
    paths: tuple[str, ...],
    staged: bool,
    commits: str | None,
    include_ignored: bool,
    files_from: str | None,
    fix: bool,
    **rest: Any,
) -> None:
    """Scan PATHS, or the current folder: inside a git work tree, what git would commit."""
    options = wanted(rest)
    if staged or commits is not None:
        what, it = ("--staged", "the index") if staged else ("--range", "commits")
        if staged and commits is not None:
            raise UsageError("--staged and --range exclude each other")
        if paths or files_from is not None or include_ignored:
            raise UsageError(f"{what} takes no paths and no --include-ignored: it scans {it}")
        if fix:
            raise UsageError(f"--fix goes with files, and {what} scans {it}")
    if staged:
        sys.exit(scan_staged(options))
    if commits is not None:
        from leakguard.cli.commits import scan_range

        sys.exit(scan_range(options, commits))
    named = [*paths, *(_read_list(files_from) if files_from is not None else ())]
    if "" in named:
        raise UsageError("a path is empty")
    if not named and files_from is None:
        named = ["."]
    root, make_source = tree(named, include_ignored)
    if fix:
        from leakguard.cli.fix import scan_with_fixes

        sys.exit(scan_with_fixes(options, root, named, make_source))
    sys.exit(run(options, root, make_source))


def tree(named: list[str], include_ignored: bool) -> tuple[str, MakeSource]:
    """Give the root of the paths that were named, and what makes the source of their files."""
    root = _root(named)

    def make_source(settings: Settings) -> Source:
        from leakguard.sources.tree import TreeSource

        return TreeSource(
            root=root,
            paths=tuple(named),
            exclude=Patterns(settings.exclude, base=settings.base),
            include_ignored=include_ignored,
            max_size=settings.max_file_size,
        )

    return root, make_source


def scan_staged(options: Wanted) -> int:
    """Scan what is staged in the repository that holds the current folder; what HEAD has already
    at a path, or where it was renamed from, is none of it.

    Raises:
        GitError: there is none, or git refuses it.
    """
    from leakguard import git
    from leakguard.sources.index import IndexSource

    top = git.work_tree(".", own_repository=True)

    def narrow(report: Report, scan: Scan) -> Report:
        if not report.findings:
            return report
        from leakguard.cli.commits import source_of
        from leakguard.history.trace import fresh
        from leakguard.sources.index import replaced

        return fresh(report, replaced(top), lambda blobs: scan(source_of(top, blobs, "HEAD")))

    return run(
        options,
        top,
        lambda settings: IndexSource(
            top,
            exclude=Patterns(settings.exclude, base=settings.base),
            max_size=settings.max_file_size,
        ),
        narrow,
    )


def _root(named: list[str]) -> str:
    """The one folder that was named; else the current one, or what is above all that is named."""
    if len(named) == 1 and os.path.isdir(named[0]):
        return os.path.abspath(named[0])
    here = os.getcwd()
    full = [os.path.abspath(path) for path in named]
    if all(path == here or path.startswith(here.rstrip(os.sep) + os.sep) for path in full):
        return here
    try:
        common = os.path.commonpath(full)
    except ValueError:  # several drives
        return here
    return common if os.path.isdir(common) else os.path.dirname(common)


def _read_list(name: str) -> list[str]:
    try:
        if name == "-":
            raw = sys.stdin.buffer.read() if sys.stdin is not None else b""
        else:
            with open(name, "rb") as file:
                raw = file.read()
    except OSError as error:
        raise UsageError(f"--files-from: cannot read {name}: {error.strerror}") from None
    if b"\0" in raw:
        names = raw.split(b"\0")
    else:
        names = [line.removesuffix(b"\r") for line in raw.split(b"\n")]
    return [os.fsdecode(name) for name in names if name]

"""`leakguard scan`: files, folders, a text from stdin, what is staged, commits or a patch."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import click

from leakguard.cli.options import Wanted, shared_options, wanted
from leakguard.cli.run import MakeSource, Narrow, Scan, run
from leakguard.config import Settings
from leakguard.errors import UsageError
from leakguard.report import Report
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns

_SCANNED = {
    "--staged": "the index",
    "--range": "commits",
    "--history": "all commits",
    "--diff": "a patch",
}
"""What is scanned instead of files."""

_MAY_STAY = (
    "If one may stay: `leakguard: allow[RULE] why` in a comment on its line, or a baseline.\n"
)
"""What is told with what is staged: it is about to be refused."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says about what to scan."""

    paths: tuple[str, ...]
    staged: bool
    commits: str | None
    history: bool
    unreachable: bool
    allow_fetch: bool
    patch: str | None
    include_ignored: bool
    files_from: str | None
    stdin_filename: str | None
    fix: bool

    @property
    def instead(self) -> tuple[str, ...]:
        """The options by which something else than files is scanned."""
        given = {
            "--staged": self.staged,
            "--range": self.commits is not None,
            "--history": self.history,
            "--diff": self.patch is not None,
        }
        return tuple(option for option, is_given in given.items() if is_given)

    @property
    def is_of_stdin(self) -> bool:
        """Whether a text from stdin is to be scanned."""
        return "-" in self.paths


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option("--staged", is_flag=True, help="Scan what is staged in git's index, against HEAD.")
@click.option(
    "--range",
    "commits",
    metavar="BASE..HEAD",
    help="Scan what each commit of a range brings; BASE...HEAD begins at their merge base.",
)
@click.option(
    "--history",
    is_flag=True,
    help="Scan all that any commit, tag, stash or note has, or had, and what they say.",
)
@click.option(
    "--unreachable",
    is_flag=True,
    help="With --history: also what no branch, tag or reflog leads to any more.",
)
@click.option(
    "--allow-fetch",
    is_flag=True,
    help="With --range or --history: let git fetch what a partial clone lacks.",
)
@click.option(
    "--diff",
    "patch",
    metavar="FILE",
    help="Scan the lines that a patch adds, as `git diff` writes it; - for stdin.",
)
@click.option("--include-ignored", is_flag=True, help="Scan also what git ignores.")
@click.option(
    "--files-from",
    metavar="FILE",
    help="Read the paths to scan from FILE, a line each or ended by zero bytes; - for stdin.",
)
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help="With - for PATHS: call what is read from stdin NAME.  [default: stdin]",
)
@click.option("--fix", is_flag=True, help="Show also how to fix it; `leakguard fix` does it.")
@shared_options
def scan(**values: Any) -> None:
    """Scan PATHS, or the current folder: inside a git work tree, what git would commit. With -
    alone, scan what comes from stdin."""
    options = wanted(values)
    asked = Asked(**values)
    _refuse_mixture(asked)
    sys.exit(_scan(options, asked))


def _refuse_mixture(asked: Asked) -> None:
    """Raise a UsageError where what was asked for does not go together."""
    if len(asked.instead) > 1:
        raise UsageError(f"{' and '.join(asked.instead)} exclude each other")
    for what in asked.instead:
        it = _SCANNED[what]
        if asked.paths or asked.files_from is not None or asked.include_ignored:
            raise UsageError(f"{what} takes no paths and no --include-ignored: it scans {it}")
        if asked.fix:
            raise UsageError(f"--fix goes with files, and {what} scans {it}")
    _refuse_alone(asked)
    if asked.is_of_stdin:
        if len(asked.paths) > 1 or asked.files_from is not None:
            raise UsageError("- goes with no other paths: for a file of that name, write ./-")
        if asked.fix:
            raise UsageError("--fix goes with files: save what - reads, and scan that")
    elif asked.stdin_filename is not None:
        raise UsageError("--stdin-filename goes with `leakguard scan -`")


def _refuse_alone(asked: Asked) -> None:
    """Raise a UsageError where an option lacks the one that it goes with."""
    if asked.unreachable and not asked.history:
        raise UsageError("--unreachable goes with --history")
    if asked.allow_fetch and not asked.history and asked.commits is None:
        raise UsageError("--allow-fetch goes with --range and --history")


def _scan(options: Wanted, asked: Asked) -> int:
    if asked.staged:
        return scan_staged(options)
    if asked.commits is not None:
        from leakguard.cli.commits import scan_range

        return scan_range(options, asked.commits, allow_fetch=asked.allow_fetch)
    if asked.history:
        from leakguard.cli.history import scan_history

        return scan_history(options, unreachable=asked.unreachable, allow_fetch=asked.allow_fetch)
    if asked.patch is not None:
        from leakguard.cli.diff import scan_diff

        return scan_diff(options, asked.patch)
    if asked.is_of_stdin:
        from leakguard.cli.stdin import scan_stdin

        return scan_stdin(options, asked.stdin_filename, asked.include_ignored)
    return _scan_files(options, asked)


def _scan_files(options: Wanted, asked: Asked) -> int:
    listed = _read_list(asked.files_from) if asked.files_from is not None else None
    named = [*asked.paths, *(listed or ())]
    if "" in named:
        raise UsageError("a path is empty")
    if not named and listed is None:
        named = ["."]
    root, make_source = tree(named, asked.include_ignored)
    if asked.fix:
        from leakguard.cli.fix import scan_with_fixes

        return scan_with_fixes(options, root, named, make_source)
    return run(options, root, make_source, since_head(root))


def since_head(root: str) -> Narrow:
    """Give what narrows the report of a work tree: allowances count for what HEAD has beside
    them."""

    def narrow(report: Report, scan: Scan) -> Report:
        if not report.findings:
            return report
        from leakguard.cli.commits import source_of
        from leakguard.suppress.in_head import as_in_head

        return as_in_head(root, report, lambda top, blobs: scan(source_of(top, blobs, "HEAD")))

    return narrow


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
        from leakguard.suppress.renewed import told_anew

        before, old = replaced(top), list[Report]()

        def look(blobs: Iterable[tuple[str, str]]) -> Report:
            old.append(scan(source_of(top, blobs, "HEAD")))
            return old[-1]

        return told_anew(fresh(report, before, look), report, before, old)

    return run(
        options,
        top,
        lambda settings: IndexSource(
            top,
            exclude=Patterns(settings.exclude, base=settings.base),
            max_size=settings.max_file_size,
        ),
        narrow,
        hint=_MAY_STAY,
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

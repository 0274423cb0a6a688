"""`leakguard gate`: judges a pull request by what its commits bring, by the rules of its base."""

import os
import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

import leakguard
from leakguard import config, git
from leakguard.cli import output
from leakguard.cli.commits import Scope, messages_of, source_of
from leakguard.cli.github import for_github
from leakguard.cli.options import Wanted, shared_options, wanted
from leakguard.cli.run import Scan, exit_code, scanned, show
from leakguard.errors import ConfigError, GateError, GitError, UsageError
from leakguard.finding import Problem, Report
from leakguard.gate.platforms import ends
from leakguard.history.changes import Change, between, changes
from leakguard.history.commits import Range, commit, commits, merge_base
from leakguard.history.trace import fresh
from leakguard.history.tree import blobs_at
from leakguard.sources.blobs import read_blobs
from leakguard.suppress.baseline import of_commit
from leakguard.suppress.entries import FOLDER
from leakguard.text import plural

_CONFIGURATIONS = ("leakguard.toml", "pyproject.toml")
_LARGEST = 1 << 20
"""Bytes of a configuration; a larger one is none."""


@click.command()
@click.option(
    "--base",
    metavar="COMMIT",
    help="What the commits are to be merged into.  [default: what CI tells]",
)
@click.option(
    "--head", metavar="COMMIT", help="The last of the commits.  [default: what CI tells, or HEAD]"
)
@click.option(
    "--accept",
    multiple=True,
    metavar="FINGERPRINT",
    help="Let a false alarm through, by its fingerprint; again for more, or separated by commas.",
)
@click.option("--sarif", metavar="FILE", help="Write the findings also to FILE, as SARIF.")
@shared_options
def gate(
    base: str | None, head: str | None, accept: tuple[str, ...], sarif: str | None, **rest: Any
) -> None:
    """Scan what the commits of a pull request bring, and fail on what is new.

    New is a value that the merge base does not have where the file is, or was renamed from. The
    configuration is that of the merge base: a pull request cannot excuse its own leak.
    """
    options = wanted(rest)
    if sarif is not None:
        options = replace(options, formats=(*options.formats, f"sarif={sarif}"))
    top = git.work_tree(".", own_repository=True)
    _refuse_own(top)
    if options.rules_from is not None and _is_in(options.rules_from, top):
        raise UsageError("--rules: what is checked out is not run here; name a folder elsewhere")
    judged = _judged(top, *_ends(base, head, os.environ))
    accepted = {part.strip() for it in accept for part in it.split(",") if part.strip()}
    with _configuration(options, judged) as (configured, files):
        report, view = scanned(
            configured,
            top,
            source_of(top, judged.scope.blobs, judged.scope.head),
            narrow=judged.narrow,
            baseline=of_commit(top, judged.base, judged.scope.head),
            remember=False,
        )
    report, count = _without(report, accepted)
    told = _of_configuration(judged, options, configured, files)
    if count:
        told.append(Problem("--accept", f"{plural(count, 'finding')} let through"))
    whole = replace(report, notices=(*report.notices, *told))
    output.write_each((*for_github(report, options), partial(show, options, whole, view)))
    sys.exit(exit_code(report, options))


@dataclass(frozen=True, slots=True)
class Judged:
    """What is judged: the changes of the commits, and all of them together."""

    base: str
    """The merge base."""
    scope: Scope
    together: tuple[Change, ...]
    """The merge base and the head compared."""

    def narrow(self, report: Report, scan: Scan) -> Report:
        """Give of a report what the commits bring and the merge base lacks.

        Raises:
            GateError: something was to be scanned, and nothing was.
        """
        looked_at = report.statistics.files + report.statistics.binary + report.statistics.archives
        if self.scope.blobs and not looked_at and not report.errors:
            raise GateError(
                f"{plural(len(self.scope.blobs), 'file')} changed, and none was scanned: look at "
                "`exclude` and `max-file-size` of the configuration that the base has"
            )
        top = self.scope.top
        brought = self.scope.narrow(report, scan)
        renamed = {it.path: it.old for it in self.together}
        there = blobs_at(top, self.base, {it.path for it in brought.findings})
        before = {
            path: (*renamed.get(path, ()), *([(path, there[path])] if path in there else []))
            for path in {it.path for it in brought.findings}
        }
        new = fresh(brought, before, lambda blobs: scan(source_of(top, blobs, self.base)))
        return self._as_the_base_allows(new, scan)

    def _as_the_base_allows(self, report: Report, scan: Scan) -> Report:
        """Let only those allowances count that the base has, for the same value and rule, in a
        file that is changed here, so that a value may move with its allowance."""
        if not any(it.suppression for it in report.findings):
            return report
        from leakguard.suppress.renewed import allowed_in, as_allowed  # where there are any

        old = {blob for it in self.together for blob in it.old}
        base = scan(source_of(self.scope.top, sorted(old), self.base))
        return as_allowed(report, allowed_in(base))


def _judged(top: str, base: str, head: str) -> Judged:
    """Find what is to be judged.

    Raises:
        GateError: there is nothing.
        GitError: a commit is missing.
    """
    named = Range(_base(top, base), commit(top, head))
    start = merge_base(top, named.base, named.head)
    if start == named.head:
        raise GateError(
            f"{head} has nothing that {base} lacks: is the right commit checked out, and --base "
            "what it is to be merged into?"
        )
    ids = commits(top, Range(start, named.head))
    scope = Scope(top, tuple(changes(top, ids)), named.head, messages_of(ids))
    return Judged(start, scope, tuple(between(top, start, named.head)))


def _base(top: str, name: str) -> str:
    """Give the commit that is called so.

    Raises:
        GitError: there is none; of what CI told the message says what to do.
    """
    try:
        return commit(top, name)
    except GitError as error:
        hint = "; fetch that branch, or give --base" if name.startswith("refs/remotes/") else ""
        raise GitError(f"{error}{hint}") from None


def _ends(base: str | None, head: str | None, environ: Mapping[str, str]) -> tuple[str, str]:
    """Give the commits that are named, or that the platform tells.

    Raises:
        GateError: the platform tells what cannot be.
        UsageError: nothing tells what the commits are to be merged into.
    """
    told = ends(environ) if base is None or head is None else None
    if base is None and told is None:
        raise UsageError(
            "--base is missing: name what the commits are to be merged into, as --base origin/main"
        )
    return base or (told.base if told else ""), head or (told.head if told else "HEAD")


def _without(report: Report, accepted: set[str]) -> tuple[Report, int]:
    """Give the report without what is let through, and how much that is."""
    left = tuple(it for it in report.findings if it.fingerprint not in accepted)
    return replace(report, findings=left), len(report.findings) - len(left)


def _of_configuration(
    judged: Judged, options: Wanted, configured: Wanted, files: Collection[str]
) -> list[Problem]:
    """Give what is to be known of the configuration, which no one has to mend; `files` are those
    that the base's extends."""
    told = [
        Problem(it.path, "is changed here; the configuration of the base counts until it is merged")
        for it in judged.together
        if it.path in (*_CONFIGURATIONS, *files)
    ]
    if told and configured.isolated and not options.isolated:
        told.append(Problem(told[0].path, "the base has no configuration: defaults count"))
    if any(it.path.startswith(f"{FOLDER}/") for it in judged.together):
        told.append(Problem(FOLDER, "is changed here; the baseline of the base counts"))
    return told


@contextmanager
def _configuration(options: Wanted, judged: Judged) -> Iterator[tuple[Wanted, Collection[str]]]:
    """Give the options with the configuration that the merge base has, and the files that it
    extends; a configuration of the head's counts in no way.

    Raises:
        ConfigError: it is wrong.
        UsageError: another one is named that the pull request could change.
    """
    top = judged.scope.top
    if options.config_file is not None:
        if _is_in(options.config_file, top):
            raise UsageError("--config: what is checked out counts in no way; name one elsewhere")
        yield options, ()
        return
    with TemporaryDirectory(prefix="leakguard-") as folder:
        extended = _write_configurations(Path(folder), judged)
        found = None if options.isolated else config.find(Path(folder))
        try:
            yield replace(options, config_file=found, isolated=found is None), extended
        except ConfigError as error:
            shown = str(error).replace(f"{folder}{os.sep}", f"{judged.base[:10]}:")
            raise ConfigError(shown) from None


def _write_configurations(folder: Path, judged: Judged) -> list[str]:
    """Write the configuration as the merge base has it; give the paths of what it extends."""
    blobs = blobs_at(judged.scope.top, judged.base, _CONFIGURATIONS)
    contents = read_blobs(judged.scope.top, list(blobs.values()), _LARGEST)
    for name, content in zip(blobs, contents, strict=True):
        if not isinstance(content, bytes):
            raise ConfigError(f"{judged.base[:10]}:{name} cannot be read, or is too large")
        (folder / name).write_bytes(content)
    return _write_extended(folder, judged)


def _write_extended(folder: Path, judged: Judged) -> list[str]:
    """Write what the configuration extends, as the merge base has it, and give the paths; what
    that lacks is an error once the configuration is read."""
    file, names = config.find(folder), list[str]()
    for _ in range(config.MOST_EXTENDED):
        file = config.extended(config.read(file)) if file is not None else None
        if file is None or file.exists() or not file.is_relative_to(folder):
            break
        name = file.relative_to(folder).as_posix()
        names.append(name)
        blobs = blobs_at(judged.scope.top, judged.base, [name])
        for content in read_blobs(judged.scope.top, list(blobs.values()), _LARGEST):
            if isinstance(content, bytes):
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
    return names


def _is_in(path: str | Path, top: str) -> bool:
    real, root = os.path.realpath(path), os.path.realpath(top)
    return real == root or real.startswith(root + os.sep)


def _refuse_own(top: str) -> None:
    """Refuse to judge with a leakguard that stands in what is judged.

    Raises:
        GateError: it does.
    """
    own, root = os.path.realpath(leakguard.__file__), os.path.realpath(top)
    if not _is_in(own, root):
        return
    # A virtual environment in the checkout is nobody's to change, unless git tracks it.
    tracked = ("--literal-pathspecs", "ls-files", "-z", "--", os.path.relpath(own, root))
    if git.run(top, *tracked, own_repository=True):
        raise GateError(
            "leakguard itself stands in what is judged, and could be changed by it: install it "
            "elsewhere, and run `python -I -m leakguard gate`"
        )

"""`leakguard scan --range`: what each commit of a range brings."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from leakguard import git
from leakguard.cli.options import Wanted
from leakguard.cli.run import MakeSource, Scan, run
from leakguard.config import Settings
from leakguard.document import BLOB
from leakguard.finding import Problem, Report, Trace
from leakguard.history.changes import Blob, Change, changes
from leakguard.history.commits import about, commits, resolve
from leakguard.history.objects import Object
from leakguard.history.reader import COMMIT, Reader
from leakguard.history.trace import found_by, traced
from leakguard.history.tree import blobs_at
from leakguard.sources import Source
from leakguard.sources.committed import CommittedSource
from leakguard.sources.ignore import Patterns
from leakguard.sources.objects import ObjectSource

_ORIGIN = "range"

_MOST_ASKING = 500
"""Versions for which the trees of their commits are asked: each look-up takes git some
milliseconds."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Changes of a repository, in order, and the commit after them."""

    top: str
    """The work tree's root, or a bare repository."""
    changes: tuple[Change, ...]
    head: str
    said: tuple[Object, ...] = ()
    """Commits and tags whose messages are looked at, and blobs that no commit has."""

    @property
    def blobs(self) -> tuple[Blob, ...]:
        """What the changes bring."""
        return tuple(dict.fromkeys(it.key for it in self.changes if it.key is not None))

    def narrow(self, report: Report, scan: Scan) -> Report:
        """Give of a report of the blobs what the changes bring, and which commits did."""
        report = with_imports(self.top, self.changes, report, scan)
        found = found_by(
            self.changes,
            report,
            lambda blobs: scan(source_of(self.top, blobs, self.head)),
            lambda paths: set(blobs_at(self.top, self.head, paths).items()),
        )
        ids = {it for one in found for it in (one.introduced, one.removed) if it is not None}
        report = traced(found, report, _ORIGIN, about(self.top, ids))
        return with_messages(self.top, self.said, report, scan) if self.said else report


def with_messages(top: str, said: tuple[Object, ...], report: Report, scan: Scan) -> Report:
    """Give the report with what is found in the messages of some commits and tags, and in lone
    blobs, too."""
    told = scan(
        lambda settings: ObjectSource(
            Reader(top),
            said,
            exclude=Patterns(settings.exclude, base=settings.base),
            max_size=settings.max_file_size,
            is_bundled=False,
            with_refs=False,
        )
    )
    if not (told.findings or told.errors or told.notices):
        return report
    commits = {it.id for it in said if it.kind == COMMIT}
    ids = {it: it.origin.rpartition(" ")[2] for it in told.findings}
    known = about(top, commits & set(ids.values()))
    found = (replace(it, origin=_ORIGIN, trace=Trace(known.get(ids[it]), None)) for it in ids)
    return replace(
        report,
        findings=tuple(sorted((*report.findings, *found), key=lambda it: it.order)),
        errors=tuple(sorted({*report.errors, *told.errors})),
        notices=tuple(sorted({*report.notices, *told.notices})),
    )


def messages_of(commits: Iterable[str]) -> tuple[Object, ...]:
    """Give commits as what says something."""
    return tuple(Object(it, COMMIT, 0, "") for it in commits)


def with_imports(top: str, changes: Iterable[Change], report: Report, scan: Scan) -> Report:
    """Look again at what imports something, in the tree of the commit that brings it: what it
    imports may be another thing by now, or gone."""
    asking = {(path, origin.removeprefix(BLOB)) for path, origin in report.asking}
    trees: dict[Blob, str] = {}
    for change in changes if asking else ():
        if change.key is not None and change.key in asking:
            trees.setdefault(change.key, change.commit)
    if not trees:
        return report
    some = dict(list(trees.items())[:_MOST_ASKING])
    again = scan(source_of(top, some, next(iter(some.values())), some))
    found = {(it.origin, it.path, it.rule, it.place): it for it in report.findings}
    found |= {(it.origin, it.path, it.rule, it.place): it for it in again.findings}
    findings = tuple(sorted(found.values(), key=lambda it: it.order))
    left = len(trees) - len(some)
    message = f"of {left:,} older versions, imported names were looked up in HEAD alone"
    notices = (*report.notices, *((Problem(os.curdir, message),) if left else ()))
    return replace(report, findings=findings, notices=notices)


def source_of(
    top: str, blobs: Iterable[Blob], tree: str, trees: Mapping[Blob, str] | None = None
) -> MakeSource:
    """Give what makes the source of some blobs; imported names are looked up in `tree`, those of
    single blobs in other `trees`."""

    def make_source(settings: Settings) -> Source:
        return CommittedSource(
            top,
            tuple(blobs),
            tree,
            trees or {},
            exclude=Patterns(settings.exclude, base=settings.base),
            max_size=settings.max_file_size,
        )

    return make_source


def scan_range(options: Wanted, text: str, *, allow_fetch: bool) -> int:
    """Scan what the commits of a range bring: `BASE..HEAD` or `BASE...HEAD`; with `allow_fetch`,
    what a partial clone lacks is fetched.

    Raises:
        GitError: this is no repository, or a commit is missing.
    """
    top = git.repository(".")
    within = resolve(top, text)
    if allow_fetch:
        from leakguard.history.fetching import fetch_all, missing, tree_of

        # What the base has is needed to tell what is new.
        needed = (within.head, f"^{within.base}", tree_of(top, within.base))
        fetch_all(top, lambda: missing(top, needed))
    ids = commits(top, within)
    scope = Scope(top, tuple(changes(top, ids)), within.head, messages_of(ids))
    return run(options, top, source_of(top, scope.blobs, scope.head), scope.narrow)

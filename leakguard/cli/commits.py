"""`leakguard scan --range`: what each commit of a range brings."""

from collections.abc import Iterable
from dataclasses import dataclass

from leakguard import git
from leakguard.cli.options import Wanted
from leakguard.cli.run import MakeSource, Scan, run
from leakguard.config import Settings
from leakguard.finding import Report
from leakguard.history.changes import Blob, Change, changes
from leakguard.history.commits import about, commits, resolve
from leakguard.history.trace import found_by, traced
from leakguard.sources import Source
from leakguard.sources.committed import CommittedSource
from leakguard.sources.ignore import Patterns


@dataclass(frozen=True, slots=True)
class Scope:
    """Changes of a repository, in order, and the commit after them."""

    top: str
    """The work tree's root, or a bare repository."""
    changes: tuple[Change, ...]
    head: str

    @property
    def blobs(self) -> tuple[Blob, ...]:
        """What the changes bring."""
        return tuple(dict.fromkeys(it.key for it in self.changes if it.key is not None))

    def narrow(self, report: Report, scan: Scan) -> Report:
        """Give of a report of the blobs what the changes bring, and which commits did."""
        found = found_by(
            self.changes, report, lambda blobs: scan(source_of(self.top, blobs, self.head))
        )
        ids = {it for one in found for it in (one.introduced, one.removed) if it is not None}
        return traced(found, report, "range", about(self.top, ids))


def source_of(top: str, blobs: Iterable[Blob], tree: str) -> MakeSource:
    """Give what makes the source of some blobs; imported names are looked up in `tree`."""

    def make_source(settings: Settings) -> Source:
        return CommittedSource(
            top,
            tuple(blobs),
            tree,
            exclude=Patterns(settings.exclude, base=settings.base),
            max_size=settings.max_file_size,
        )

    return make_source


def scan_range(options: Wanted, text: str) -> int:
    """Scan what the commits of a range bring: `BASE..HEAD` or `BASE...HEAD`.

    Raises:
        GitError: this is no repository, or a commit is missing.
    """
    top = git.repository(".")
    within = resolve(top, text)
    scope = Scope(top, tuple(changes(top, commits(top, within))), within.head)
    return run(options, top, source_of(top, scope.blobs, scope.head), scope.narrow)

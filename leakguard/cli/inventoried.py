"""The keys of the repository that holds the current folder, for the commands that are about them.

The history is scanned with all that refs and reflogs lead to, and the disk with what git would
commit. Files of a kind that is made for keys are read there even if git ignores them: an ignored
`.env` is where a key is meant to be, and belongs into an inventory.
"""

import os
from dataclasses import dataclass, replace

from leakguard import clock, git
from leakguard.cli.history import at_paths, lacking, objects_of, unbundled, untold
from leakguard.cli.options import Wanted
from leakguard.cli.run import MakeSource, Scan, scanned
from leakguard.config import Settings
from leakguard.errors import GitError
from leakguard.finding import Finding, Report, Statistics
from leakguard.history.objects import Inventory as Objects
from leakguard.history.objects import inventory as objects
from leakguard.inventory import stores
from leakguard.inventory.gathering import Seen, gather
from leakguard.inventory.keys import WORK_TREE, Inventory
from leakguard.masking.hiding import hidden, sought
from leakguard.scanning.per_path import PerPath
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns
from leakguard.sources.tree import TreeSource
from leakguard.suppress.baseline import of_root

NOTHING = Report((), (), (), (), Statistics())
"""What a bare repository has on the disk."""


@dataclass(frozen=True, slots=True)
class Inventoried:
    """What a repository has."""

    folder: str
    """The work tree's root, or a bare repository."""
    has_work_tree: bool
    inventory: Inventory
    report: Report
    """What could not be read, and what was left out."""
    disk: tuple[Finding, ...]
    """What was found on the disk, with what does not count, and what is about files as a whole."""


def inventoried(options: Wanted, *, unreachable: bool = False) -> Inventoried:
    """Scan the history and the disk, and give the keys that they have; `unreachable` adds what no
    ref and no reflog leads to.

    Raises:
        GitError: this is no repository, or git refuses it.
        ConfigError: the configuration or the baseline is wrong.
    """
    folder = git.repository(".")
    found = objects(folder, unreachable=unreachable)
    has_work_tree = _has_work_tree(folder)
    gathered: list[tuple[Inventory, Report]] = []

    def narrow(report: Report, scan: Scan) -> Report:
        values = set(report.values)

        def also(make_source: MakeSource) -> Report:
            again = scan(make_source)
            values.update(again.values)
            return again

        told, seen = _past(folder, found, report, also)
        disk = also(_on_disk(folder)) if has_work_tree else NOTHING
        if has_work_tree:
            seen = replace(seen, tree=disk.findings, tracked=stores.tracked(folder))
            told = _joined(told, disk)
        seen = replace(seen, values=frozenset(sought(values, told.findings)))
        today = clock.now(os.environ).date()
        inventory = gather(folder, seen, of_root(folder), today)
        gathered.append((inventory, hidden(replace(disk, values=frozenset(values)))))
        return told

    make_source = objects_of(folder, found.objects, is_bundled=True)
    report, _ = scanned(options, folder, make_source, narrow=narrow)
    inventory, disk = gathered[0]
    return Inventoried(folder, has_work_tree, inventory, report, disk.findings)


def each_place(found: Inventoried, chosen: Settings, past: str) -> tuple[Finding, ...]:
    """Give one finding for each place of each key, as far as its severity is shown: with what the
    key is used with where that was told, however the file has changed since. `past` becomes the
    origin of those that are not on the disk."""
    severity_at = PerPath(chosen.per_path, chosen.base).severity_at
    return tuple(
        finding if WORK_TREE in spot.now else replace(finding, origin=past)
        for key in found.inventory.keys
        for spot in key.spots
        for finding in sorted(spot.findings, key=lambda it: len(it.halves))[-1:]
        if finding.severity >= severity_at(finding.path, chosen.severity)
    )


def _past(folder: str, found: Objects, report: Report, scan: Scan) -> tuple[Report, Seen]:
    """Give what the history holds, and the report with what was not there to be scanned."""
    report = unbundled(folder, found, report, scan)
    errors = (*report.errors, *lacking(folder, found))
    try:
        it = at_paths(folder, found, report, scan)
        report, seen = it.report, Seen(tuple(it.others), it.placed, it.changes)
    except GitError as error:  # a commit or a tree on the way is broken
        errors, seen = (*errors, untold(error)), Seen(report.findings)
    return replace(report, errors=tuple(sorted(errors))), seen


def _has_work_tree(folder: str) -> bool:
    told, _ = git.tried(folder, "rev-parse", "--is-inside-work-tree")
    return told.strip() == b"true"


def _on_disk(folder: str) -> MakeSource:
    """Give what makes the source of what git would commit, and of the ignored files that are made
    for keys."""
    paths = [os.path.join(folder, it) for it in stores.ignored(folder)]
    if not stores.is_empty(folder):
        paths.append(folder)

    def make_source(settings: Settings) -> Source:
        return TreeSource(
            root=folder,
            paths=tuple(paths),
            exclude=Patterns(settings.exclude, base=settings.base),
            max_size=settings.max_file_size,
        )

    return make_source


def _joined(past: Report, disk: Report) -> Report:
    return replace(
        past,
        findings=(*past.findings, *disk.findings),
        errors=tuple(sorted({*past.errors, *disk.errors})),
        notices=tuple(sorted({*past.notices, *disk.notices})),
    )

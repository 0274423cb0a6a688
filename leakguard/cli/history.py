"""`leakguard scan --history`: all that any commit has, or had."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from leakguard import git
from leakguard.cli.commits import source_of, with_imports
from leakguard.cli.options import Wanted
from leakguard.cli.run import MakeSource, Scan, run
from leakguard.config import Settings
from leakguard.document import BLOB as DOCUMENT
from leakguard.errors import GitError
from leakguard.finding import Finding, Problem, Report, Trace
from leakguard.history.changes import Change, changes
from leakguard.history.commits import about, boundary
from leakguard.history.lineage import Lineage, lineages
from leakguard.history.objects import EVERYTHING, Inventory, Object, inventory
from leakguard.history.reader import BLOB, COMMIT, Reader
from leakguard.history.refs import named, refs_with
from leakguard.history.trace import Held, held, origin_of
from leakguard.history.tree import blobs_at
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns
from leakguard.sources.objects import BUNDLE, REFS, ObjectSource
from leakguard.sources.state import state
from leakguard.text import plural

_ORIGIN = "history"


def scan_history(options: Wanted, *, unreachable: bool, allow_fetch: bool) -> int:
    """Scan what all refs and reflogs lead to, blobs and messages; `unreachable` adds the rest; with
    `allow_fetch`, what a partial clone lacks is fetched.

    Raises:
        GitError: this is no repository, or git refuses it.
    """
    folder = git.repository(".")

    @cache
    def found() -> Inventory:
        return _inventory(folder, unreachable=unreachable, allow_fetch=allow_fetch)

    return run(
        options,
        folder,
        lambda it: objects_of(folder, found().objects, is_bundled=not options.why)(it),
        lambda *it: _traced(folder, found(), *it),
        state=lambda: state(folder, "unreachable" if unreachable else "reached"),
    )


def _inventory(folder: str, *, unreachable: bool, allow_fetch: bool) -> Inventory:
    found = inventory(folder, unreachable=unreachable)
    if not (allow_fetch and found.missing):
        return found
    from leakguard.history.fetching import fetch_all

    fetch_all(folder, lambda: inventory(folder, unreachable=unreachable).missing)
    return inventory(folder, unreachable=unreachable)


def objects_of(
    folder: str, objects: tuple[Object, ...], *, is_bundled: bool, with_refs: bool = True
) -> MakeSource:
    """Give what makes the source of some objects."""

    def make_source(settings: Settings) -> Source:
        exclude = Patterns(settings.exclude, base=settings.base)
        return ObjectSource(
            Reader(folder),
            _placed(folder, objects, exclude),
            exclude=exclude,
            max_size=settings.max_file_size,
            is_bundled=is_bundled,
            with_refs=with_refs,
        )

    return make_source


def _placed(folder: str, objects: tuple[Object, ...], exclude: Patterns) -> tuple[Object, ...]:
    """Give the objects, those that are excluded where git came upon them at another path that they
    had and that is not."""
    out = {it.id for it in objects if it.kind == BLOB and it.path and exclude.matches(it.path)}
    if not out:
        return objects
    others: dict[str, str] = {}
    try:
        for it in changes(folder, _commits(folder)):
            if it.new in out and it.new not in others and not exclude.matches(it.path):
                others[it.new] = it.path
    except GitError:  # of what is broken on the way `lacking` tells
        pass
    return tuple(replace(it, path=others.get(it.id, it.path)) for it in objects)


def _commits(folder: str) -> list[str]:
    """Give all commits that refs and reflogs lead to, each behind its parents."""
    order = ("rev-list", "--topo-order", "--reverse", *EVERYTHING)
    return git.run(folder, *order, own_repository=True).decode("ascii").split()


def _traced(folder: str, found: Inventory, report: Report, scan: Scan) -> Report:
    """Give the report with what became of each secret, and with what the clone lacks."""
    report = unbundled(folder, found, report, scan)
    errors = (*report.errors, *lacking(folder, found))
    if report.findings or report.asking:
        try:
            report = _attributed(folder, found, report, scan)
        except GitError as error:  # a commit or a tree on the way is broken
            errors = (*errors, untold(error))
    return replace(report, errors=tuple(sorted(errors)))


def untold(error: GitError) -> Problem:
    """Give what is to be said where git cannot tell what became of findings."""
    return Problem(os.curdir, f"which commits the findings are from cannot be told: {error}")


def unbundled(folder: str, found: Inventory, report: Report, scan: Scan) -> Report:
    """Look at each of the messages in a bundle with a finding; at each of them all where one is
    broken, which a bundle does not tell."""
    bundles = {it.origin for it in report.findings if it.origin.startswith(BUNDLE)}
    errors = tuple(it for it in report.errors if it.path != BUNDLE)
    is_broken = errors != report.errors
    if not bundles and not is_broken:
        return report
    ids = {it for bundle in bundles for it in bundle.split()}
    objects = tuple(it for it in found.objects if it.id in ids or (is_broken and it.kind != BLOB))
    again = scan(objects_of(folder, objects, is_bundled=False, with_refs=False))
    kept = tuple(it for it in report.findings if it.origin not in bundles)
    return replace(report, findings=kept + again.findings, errors=errors + again.errors)


def _attributed(folder: str, found: Inventory, report: Report, scan: Scan) -> Report:
    it = at_paths(folder, found, report, scan)
    try:
        head = blobs_at(folder, "HEAD", {path for path, _ in it.held})
    except GitError:  # there is none yet, or it is broken
        head = {}
    followed = lineages(it.changes, it.held, head)
    return replace(it.report, findings=_findings(folder, followed, it.others))


@dataclass(frozen=True, slots=True)
class AtPaths:
    """What blobs hold at all the paths that they have in commits."""

    report: Report
    changes: list[Change]
    """Those that bring or take one of the blobs, each behind those that it is made on."""
    held: Held

    @property
    def placed(self) -> Held:
        """What of it is in commits."""
        places = {at for it in self.changes for at in (it.key, *it.old) if at is not None}
        return {at: found for at, found in self.held.items() if at in places}

    @property
    def others(self) -> list[Finding]:
        """The findings in what no commit has at a path: messages, names, and what is lost."""
        traced = {blob for _, blob in self.placed}
        return [it for it in self.report.findings if _blob(it) not in traced]


def at_paths(folder: str, found: Inventory, report: Report, scan: Scan) -> AtPaths:
    """Look at the blobs with findings at the other paths, too, that they have in commits.

    Raises:
        GitError: a commit or a tree on the way is broken.
    """
    blobs = {it.id for it in found.objects if it.kind == BLOB}
    wanted = {*_origins(report), *(origin.removeprefix(DOCUMENT) for _, origin in report.asking)}
    relevant = _relevant(folder, wanted & blobs)
    report = with_imports(folder, relevant, report, scan)
    origins = _origins(report)
    if not origins <= wanted:
        relevant = _relevant(folder, origins & blobs)
    places = {at for it in relevant for at in (it.key, *it.old) if at is not None}
    known = held(report)
    again = sorted(it for it in places - set(known) if it[1] in origins)
    known |= held(scan(source_of(folder, again, "HEAD"))) if again else {}
    return AtPaths(report, relevant, known)


def _origins(report: Report) -> set[str]:
    """The ids of the objects in which something is found."""
    return {it.origin.rpartition(" ")[2] for it in report.findings}


def _relevant(folder: str, blobs: set[str]) -> list[Change]:
    """Give the changes of all commits, in order, that bring or take one of some blobs.

    To tell what was renamed and changed, git reads contents, of which one may be missing; what was
    renamed and is the same it tells without.
    """
    if not blobs:
        return []
    commits = _commits(folder)
    try:
        return _of(blobs, changes(folder, commits))
    except GitError:
        return _of(blobs, changes(folder, commits, renames="-M100%"))


def _of(blobs: set[str], among: Iterable[Change]) -> list[Change]:
    return [it for it in among if it.new in blobs or any(blob in blobs for _, blob in it.old)]


def _findings(folder: str, followed: list[Lineage], others: list[Finding]) -> tuple[Finding, ...]:
    told = {commit for it in followed for commit in it.brought} | {
        it.removed for it in followed if it.removed
    }
    said = {it: it.origin.removeprefix(f"{COMMIT} ") for it in others}
    ids = told | {commit for it, commit in said.items() if commit != it.origin}
    known, refs = about(folder, ids), refs_with(folder, ids)
    names = named(folder) if said else {}
    found: dict[tuple[str, str, str], Finding] = {}
    for it in followed:
        trace = Trace(
            known.get(it.introduced),
            known.get(it.removed or ""),
            in_head=it.in_head,
            paths=it.paths,
            refs=tuple(sorted({ref for commit in it.brought for ref in refs.get(commit, ())})),
        )
        one = replace(it.finding, origin=_ORIGIN, trace=trace)
        found.setdefault((one.fingerprint, one.path, it.introduced), one)
    for other, commit in said.items():
        its = refs.get(commit) or tuple(names.get(other.origin.rpartition(" ")[2], ()))
        # The name of a ref is in no history.
        in_head = None if other.origin == REFS else False
        trace = Trace(known.get(commit), None, in_head=in_head, refs=its)
        one = replace(other, origin=_ORIGIN, trace=trace)
        found.setdefault((one.fingerprint, one.path, ""), one)
    return tuple(sorted(found.values(), key=lambda it: it.order))


def _blob(finding: Finding) -> str:
    return finding.origin.removeprefix(origin_of(""))


def lacking(folder: str, found: Inventory) -> Iterator[Problem]:
    """Say what of the history was not there to be scanned.

    Raises:
        GitError: git refuses it.
    """
    if cut := boundary(folder):
        message = (
            f"the clone is shallow, and what was before {min(cut)[:10]} was not scanned: fetch all "
            "of it (`git fetch --unshallow`)"
        )
        yield Problem(os.curdir, message)
    if found.failure:
        message = f"{found.failure}: every object was scanned that there is; run `git fsck`"
        yield Problem(os.curdir, message)
    if found.missing:
        message = (
            f"missing or broken: {plural(len(found.missing), 'object')}, such as "
            f"{found.missing[0][:10]}; the rest was scanned: run `git fsck`, or in a partial clone "
            "use --allow-fetch"
        )
        yield Problem(os.curdir, message)

"""Allowances of a tree, against those of the commit that it is made on."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from leakguard import git
from leakguard.errors import GitError
from leakguard.finding import Finding, Report
from leakguard.history.changes import Blob
from leakguard.history.trace import fresh
from leakguard.history.tree import blobs_at
from leakguard.sources.folder import prefix
from leakguard.suppress.renewed import is_inline, told_anew

Look = Callable[[str, tuple[Blob, ...]], Report]
"""Scans blobs of the repository whose work tree has its top at a path."""


def as_in_head(root: str, report: Report, look: Look) -> Report:
    """Give the report of the tree at `root` in which a value is told that stands beside an
    allowance which HEAD has for another value.

    A file that HEAD does not have at its path, and a folder outside git, have nothing that they
    could be compared with.
    """
    paths = {it.path for it in report.findings if is_inline(it)}
    if not paths:
        return report
    try:
        top = git.work_tree(root)
        if top != git.work_tree(root, own_repository=True):
            return report
        above = prefix(root, top)
        blobs = blobs_at(top, "HEAD", (above + it for it in paths))
    except GitError:  # no repository, or one without a commit
        return report
    before = {it: ((above + it, blobs[above + it]),) for it in paths if above + it in blobs}
    old: list[Report] = []

    def scan(wanted: Iterable[Blob]) -> Report:
        old.append(look(top, tuple(wanted)))
        return old[-1]

    new = told_anew(fresh(report, before, scan), report, before, old)
    told = {_place(it) for it in new.findings if it.suppression is None}
    findings = (
        replace(it, suppression=None) if is_inline(it) and _place(it) in told else it
        for it in report.findings
    )
    return replace(report, findings=tuple(findings))


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.path, finding.member, finding.place, finding.fingerprint

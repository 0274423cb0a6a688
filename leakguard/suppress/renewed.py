"""Allowances that were there before: they are for the values that they had then."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from leakguard.finding import Finding, Problem, Report
from leakguard.history.changes import Blob
from leakguard.history.trace import Key, held, key_of

_Said = tuple[str, str]
"""A rule and a reason: what an allowance is, wherever its line has moved to."""


def told_anew(report: Report, whole: Report, before: Mapping[str, Iterable[Blob]],
              old: Iterable[Report]) -> Report:  # fmt: skip
    """Give a report of what is new in which a new value is told that stands beside an allowance
    which was there `before`, for another value.

    `whole` is the report of all that there is now, `old` of what stood before where it is.
    """
    if not any(is_inline(it) for it in report.findings):
        return report
    known = [it for one in old for it in one.findings if is_inline(it)]
    there = held(replace(report, findings=tuple(known)))
    findings = []
    for it in report.findings:
        blobs = before.get(it.path, ())
        earlier = {at for blob in blobs for one in there.get(blob, {}).values()
                   if _said(one) == _said(it) for at in _mark(one)}  # fmt: skip
        now = {at for one in whole.findings if one.path == it.path and _said(one) == _said(it)
               for at in _mark(one)}  # fmt: skip
        is_old = is_inline(it) and bool(earlier) and len(now) <= len(earlier)
        findings.append(replace(it, suppression=None) if is_old else it)
    return replace(report, findings=tuple(findings))


def as_allowed(report: Report, allowed: Iterable[Key]) -> Report:
    """Give a report in which only those findings are allowed that were `allowed` before, and say
    of the others that their allowances do not count yet."""
    allowed = frozenset(allowed)
    new = [it for it in report.findings if is_inline(it) and key_of(it) not in allowed]
    told = [
        Problem(
            it.path,
            f"line {it.place.line}: the allowance is not in the base, and counts from the merge on;"
            " until then, --accept lets the finding through",
        )
        for it in new
    ]
    findings = tuple(
        it if not is_inline(it) or key_of(it) in allowed else replace(it, suppression=None)
        for it in report.findings
    )
    return replace(report, findings=findings, notices=(*report.notices, *told))


def allowed_in(report: Report) -> frozenset[Key]:
    """Give what is allowed where it stands."""
    return frozenset(key_of(it) for it in report.findings if is_inline(it))


def is_inline(finding: Finding) -> bool:
    """Whether a comment allows a finding."""
    return finding.suppression is not None and finding.suppression.kind == "inline"


def _said(finding: Finding) -> _Said | None:
    it = finding.suppression
    return (finding.rule, it.reason) if it is not None and it.kind == "inline" else None


def _mark(finding: Finding) -> tuple[int, ...]:
    """Give the line of what allows a finding."""
    it = finding.suppression
    if it is None:
        return ()
    return ((it.place or finding.place).line,)

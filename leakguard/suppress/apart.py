"""What does not count, taken out of what a scan has found."""

from dataclasses import replace

from leakguard.finding import Finding, Report

_ABOUT_MARKS = frozenset(("unexplained-allowance", "unused-allowance"))


def apart(report: Report) -> Report:
    """Give the report with what is suppressed taken out of its findings.

    An allowance that some commit took away again, or that HEAD does not have, is no finding: what
    it said harms nobody any more.
    """
    findings = [it for it in report.findings if not _is_past(it)]
    return replace(
        report,
        findings=tuple(it for it in findings if it.suppression is None),
        suppressed=tuple(it for it in findings if it.suppression is not None),
    )


def _is_past(finding: Finding) -> bool:
    trace = finding.trace
    if trace is None or finding.rule not in _ABOUT_MARKS:
        return False
    return trace.removed is not None or trace.in_head is False

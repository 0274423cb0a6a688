"""Paths as code hosts know them: from the root of the work tree, whatever part was scanned."""

import os
import posixpath
from dataclasses import replace

from leakguard.finding import Finding, Problem, Related, Report

FORMATS = frozenset({"sarif", "gitlab", "codequality", "github"})
"""The formats that code hosts read.

https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#specifying-the-root-for-source-files
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""


def rooted(report: Report, within: str) -> Report:
    """Give the report with the paths of its places and problems from the work tree's root.

    `within` leads from there to the scanned root, with `/` at its end, as in `src/`; a path that
    is not below the scanned root is absolute, and stays so.
    """
    if not within:
        return report
    return replace(
        report,
        findings=tuple(_finding(it, within) for it in report.findings),
        suppressed=tuple(_finding(it, within) for it in report.suppressed),
        errors=tuple(_problem(it, within) for it in report.errors),
        notices=tuple(_problem(it, within) for it in report.notices),
    )


def _finding(finding: Finding, within: str) -> Finding:
    related = tuple(_related(it, within) for it in finding.related)
    return replace(finding, path=_from_top(finding.path, within), related=related)


def _related(related: Related, within: str) -> Related:
    if related.path is None:
        return related
    return replace(related, path=_from_top(related.path, within))


def _problem(problem: Problem, within: str) -> Problem:
    return replace(problem, path=_from_top(problem.path, within))


def _from_top(path: str, within: str) -> str:
    if os.path.isabs(path):
        return path
    is_beside = path == "." or path.startswith("../")
    return posixpath.normpath(within + path) if is_beside else within + path

"""Paths, refs and messages of a report, with every value masked that was looked at in the scan."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from leakguard.finding import Finding
from leakguard.levels import Shape
from leakguard.report import Problem, Report
from leakguard.secret import SHOWN_FROM, mask
from leakguard.values import reason_against
from leakguard.values.randomness import is_random

_LONG_PART = re.compile(r"[A-Za-z0-9]{12,}")
_SHORTEST = 8
"""Characters of a value that is looked for."""
_SIGNS = frozenset("!#$%^&*?")
"""What passwords have, and hardly a file's name."""


def hidden(report: Report) -> Report:
    """Mask, in paths, refs and messages, each value that was looked at anywhere in the scan."""
    shown = {text for it in report.findings for text in (it.path, it.member)} | {
        it.path for it in report.rejected
    }
    shown |= {at.path for it in report.findings for at in it.related if at.path is not None}
    for problem in (*report.errors, *report.notices):
        shown |= {problem.path, problem.message}
    traces = [it.trace for it in report.findings if it.trace is not None]
    shown |= {text for it in traces for text in (*it.paths, *it.refs)}
    masked: dict[str, str] = {}
    if shown:
        held = _held(shown, frozenset(report.values))  # of thousands of values the few that count
        values = {it for some in held.values() for it in some}
        masked = masks(shown, sought(values, report.findings))
    report = replace(report, values=frozenset())
    if not masked:
        return report
    return replace(
        report,
        findings=tuple(_masked_finding(it, masked) for it in report.findings),
        rejected=tuple(replace(it, path=masked.get(it.path, it.path)) for it in report.rejected),
        errors=tuple(_masked_problem(it, masked) for it in report.errors),
        notices=tuple(_masked_problem(it, masked) for it in report.notices),
    )


def sought(values: Iterable[str], findings: Iterable[Finding]) -> set[str]:
    """Give what is to be masked in paths: of the values that were looked at those that are long,
    since a short one may be any word, and those of findings.

    The name of a file that code opens is none: masked, it would hide where to look."""
    found = tuple(findings)
    told = {it.secret.reveal() for it in found if it.secret is not None}
    long = {it for it in values if len(it) >= SHOWN_FROM and not _is_place(it)}
    return {*long, *(it for it in told if len(it) >= SHOWN_FROM), *_short(found)}


def _is_place(value: str) -> bool:
    """Whether a value is a file's name or path, in which nothing was drawn by chance."""
    reason = reason_against(value, Shape.KEY)
    is_file = reason in ("file-name", "location")
    return is_file and not any(map(is_random, _LONG_PART.findall(value)))


def _short(findings: Iterable[Finding]) -> Iterator[str]:
    """Give the short values of findings that are no names of files: drawn by chance, with signs
    that those hardly have, or with digits and other signs."""
    for it in findings:
        value = it.secret.reveal() if it.secret is not None else ""
        has_digit, has_sign = any(map(str.isdigit, value)), not _SIGNS.isdisjoint(value)
        is_name = not (has_sign or is_random(value) or (has_digit and not value.isalnum()))
        if _SHORTEST <= len(value) < SHOWN_FROM and not is_name:
            yield value


def masks(texts: Iterable[str], values: Iterable[str]) -> dict[str, str]:
    """Give those of `texts` that hold one of `values`, or what looks like one, with it masked.

    There may be many thousands of both: no value is looked for where its start does not stand.
    """
    from leakguard.masking.redact import scrub_path  # where nothing is shown it is not needed

    masked: dict[str, str] = {}
    for text, held in _held(texts, frozenset(values)).items():
        shown = text
        for value in sorted(held, key=lambda it: (-len(it), it)):
            shown = shown.replace(value, mask(value))
        shown = scrub_path(shown)
        if shown != text:
            masked[text] = shown
    return masked


def _held(texts: Iterable[str], values: frozenset[str]) -> dict[str, frozenset[str]]:
    """Give for each of `texts` which of `values` stand in it."""
    lengths: dict[str, set[int]] = {}
    for value in values:
        lengths.setdefault(value[:_SHORTEST], set()).add(len(value))
    return {
        text: values.intersection(
            text[at : at + length]
            for at in range(len(text) - _SHORTEST + 1)
            for length in lengths.get(text[at : at + _SHORTEST], ())
        )
        for text in texts
    }


def _masked_finding(finding: Finding, masked: dict[str, str]) -> Finding:
    related = tuple(
        replace(it, path=masked.get(it.path, it.path)) if it.path is not None else it
        for it in finding.related
    )
    trace = finding.trace
    if trace is not None:
        paths, refs = (
            tuple(masked.get(it, it) for it in some) for some in (trace.paths, trace.refs)
        )
        trace = replace(trace, paths=paths, refs=refs)
    return replace(
        finding,
        trace=trace,
        path=masked.get(finding.path, finding.path),
        member=masked.get(finding.member, finding.member),
        related=related,
    )


def _masked_problem(problem: Problem, masked: dict[str, str]) -> Problem:
    return Problem(
        masked.get(problem.path, problem.path), masked.get(problem.message, problem.message)
    )

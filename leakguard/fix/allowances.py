"""Allowances that allow nothing, taken out of files of any kind."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace

from leakguard.candidate import Edit
from leakguard.document import Document, Span, decode
from leakguard.errors import FixError
from leakguard.finding import Finding, Place, Report
from leakguard.fix import write
from leakguard.fix.planned import Left, Mended, Plan
from leakguard.fix.repository import around
from leakguard.fix.script import patched, read

_RULE = "unused-allowance"
_WORD = b"leakguard:"


@dataclass(frozen=True, slots=True)
class Removal:
    """A file, and how it reads without some allowances."""

    file: str
    """On the disk, absolute."""
    before: bytes
    after: bytes
    findings: tuple[Finding, ...]


def without(report: Report) -> Report:
    """Give a report without the allowances that are removed here."""
    return replace(report, findings=tuple(it for it in report.findings if it.rule != _RULE))


def added(plan: Plan, report: Report, root: str) -> tuple[Plan, list[Removal]]:
    """Give a plan with the allowances of a report that are removed, and with those that stay, and
    their removals. No file is touched that the plan changes anyway."""
    by_path: dict[str, list[Finding]] = {}
    left: list[Left] = []
    taken = {it.script.path for it in plan.files}
    for it in report.findings:
        if it.rule != _RULE:
            continue
        if it.member:
            left.append(Left(it, "it stands in an archive; make that anew without it"))
        elif it.path in taken:
            left.append(Left(it, "another fix changes the file; run again after it"))
        else:
            by_path.setdefault(it.path, []).append(it)
    planned = []
    for path, own in by_path.items():
        try:
            planned.append(_removal(path, os.path.join(root, path), own))
        except FixError as error:
            left += (Left(it, str(error)) for it in own)
    removed = tuple(Mended(it, ()) for one in planned for it in one.findings)
    return replace(plan, mended=plan.mended + removed, left=plan.left + tuple(left)), planned


def _removal(path: str, file: str, findings: list[Finding]) -> Removal:
    raw = read(file)
    data = decode(raw)
    if data is None or not raw.endswith(data):
        raise FixError("its encoding is none that is written here")
    document = Document(path, path, data)
    edits = []
    for it in findings:
        for change in it.fixes:
            span = _span(document, change.place)
            line = document.line_span(span[0])
            if _WORD not in data[line[0] : line[1]]:
                raise FixError("it changed since it was scanned")
            edits.append(Edit(span, change.text))
    after = raw[: len(raw) - len(data)] + patched(document, edits)
    return Removal(file, raw, after, tuple(findings))


def _span(document: Document, place: Place) -> Span:
    """Give the bytes of a place.

    Raises:
        FixError: there is no such place.
    """
    start = _offset(document, place.line, place.column)
    end = _offset(document, place.end_line, place.end_column)
    if start is None or end is None or end < start:
        raise FixError("it changed since it was scanned")
    return start, end


def _offset(document: Document, line: int, column: int) -> int | None:
    at = 0
    for _ in range(line - 1):
        stop = document.line_span(at)[1]
        if stop >= len(document.data):
            return None
        at = stop + (2 if document.data[stop : stop + 2] == b"\r\n" else 1)
    text = document.text(*document.line_span(at)) if at < len(document.data) else ""
    if column - 1 > len(text):
        return None
    return at + len(text[: column - 1].encode(document.encoding))


def check(planned: Iterable[Removal]) -> None:
    """See that no work of somebody is mixed into the change.

    Raises:
        FixError: a file has changes that are not committed.
    """
    for it in planned:
        repository = around(os.path.dirname(it.file))
        if repository is not None and not repository.is_committed(it.file, it.before):
            raise FixError(
                f"{it.findings[0].path} has changes that are not committed: commit them, or add "
                "--allow-dirty; nothing was written"
            )


def apply(planned: Iterable[Removal]) -> None:
    """Write the change.

    Raises:
        FixError: a file changed meanwhile, or cannot be written.
    """
    for it in planned:
        write.replace(it.file, it.after, it.before)

"""Copies of what a fix has moved: where a value still stands in a file that was scanned."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from leakguard.document import Document, Span, iter_lines
from leakguard.finding import Finding
from leakguard.fix.outputs import telling, written_in
from leakguard.fix.planned import Plan
from leakguard.fix.rewrite import Rewritten
from leakguard.masking.hiding import masks

_SHORTEST = 16
"""Characters of a value that stands nowhere by accident."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A line on which a value stands that was moved."""

    path: str
    """As it is shown: with values in it masked."""
    line: int
    """From 1, in the file as it is now."""
    names: tuple[str, ...]
    """The variables that have the values now."""


def copies(plan: Plan, documents: Iterable[Document]) -> list[Copy]:
    """Give each line of documents, read after a fix, on which a value still stands that it has
    moved, and of which no finding that is left tells already."""
    names, told = _names(plan), _told(plan)
    found: list[Copy] = []
    for document in documents if names else ():
        if lines := _lines(document, names):
            path = masks([document.path], plan.values.values()).get(document.path, document.path)
            found += [
                Copy(path, line, tuple(sorted(own)))
                for line, own in sorted(lines.items())
                if line not in told.get(path, ())
            ]
    return found


def _names(plan: Plan) -> Mapping[bytes, str]:
    """Give the name of each value that was moved, by how it is written: as it is, or encoded."""
    names: dict[bytes, str] = {}
    scripts = {it.script.path: it.script for it in plan.files}
    for finding, mend in ((it.finding, mend) for it in plan.mended for mend in it.mends):
        if mend.secret is not None and mend.name:
            texts = telling(mend.secret.reveal())
            if len(mend.parts) == 1:  # of several, each is only a part of it
                texts += written_in([scripts[finding.path].document.text(*mend.parts[0])])
            names.update((it.encode(), mend.name) for it in texts if len(it) >= _SHORTEST)
    return names


def _lines(document: Document, names: Mapping[bytes, str]) -> dict[int, set[str]]:
    """Give the numbers of the lines on which values stand, and the names of these."""
    spans = {span: name for text, name in names.items() for span in _spans(document.data, text)}
    lines: dict[int, set[str]] = {}
    for span, place in document.places(spans).items():
        lines.setdefault(place.line, set()).add(spans[span])
    return lines


def _spans(data: bytes, text: bytes) -> Iterator[Span]:
    start = data.find(text)
    while start >= 0:
        yield start, start + len(text)
        start = data.find(text, start + len(text))


def _told(plan: Plan) -> Mapping[str, set[int]]:
    """Give the lines, by their numbers after the fix, of which findings tell that are left."""
    told: dict[str, set[int]] = {}
    for path, lines in (place for it in plan.left for place in _places(it.finding)):
        told.setdefault(path, set()).update(lines)
    files = {it.script.path: it for it in plan.files}
    return {
        path: set(_moved(files[path], lines)) if path in files else lines
        for path, lines in told.items()
    }


def _places(finding: Finding) -> Iterator[tuple[str, range]]:
    places = [(finding.path, finding.place)]
    places += [(it.path or finding.path, it.place) for it in finding.related]
    for path, place in places:
        yield path, range(place.line, place.end_line + 1)


def _moved(file: Rewritten, lines: Iterable[int]) -> Iterator[int]:
    """Give the numbers that lines have after the edits of their file."""
    data = file.script.written_document.data
    starts = [start for start, _ in iter_lines(data, 0, len(data))]
    edits = file.written
    for line in lines:
        start = starts[line - 1]
        above = (it for it in edits if it.span[0] < start or it.span == (start, start))
        yield line + sum(it.text.count("\n") - data.count(b"\n", *it.span) for it in above)

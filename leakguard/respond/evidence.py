"""How a value is written where only a scan can read it: in pieces, packed, encoded several times.

What has to be replaced there is told by the finding's place; and of a value that is a word, or
short, what stands before it on its line belongs to it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from leakguard.document import BLOB as FROM_BLOB
from leakguard.document import SNIFFED, Document, Span, decode
from leakguard.finding import Finding, Place
from leakguard.history.messages import text_of
from leakguard.history.reader import Reader
from leakguard.lines import Lines
from leakguard.respond.content import Hit
from leakguard.respond.forms import Forms, is_distinctive
from leakguard.respond.search import Kind
from leakguard.respond.search import Place as Where

_BEFORE = 80
"""Bytes of the line above that go with a value which stands alone on its own."""

_LARGEST = 1 << 28
"""Bytes of an object in which a scan has found something."""

HOW = "as a scan reads it"

Rescan = Callable[[Collection[str]], Iterable[Finding]]
"""Scans blobs again, by their ids, so that findings tell what their values are put together of."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What scans have found and no form of the value does."""

    written: frozenset[bytes] = field(repr=False)
    """What has to be replaced."""
    places: tuple[Where, ...]
    """The objects that it is in."""


def evidence(
    folder: str, findings: Iterable[Finding], values: Collection[str], forms: Forms, rescan: Rescan
) -> Evidence:
    """Look up what findings of some values, in objects of a repository, are made of.

    Raises:
        GitError: git cannot be started.
    """
    unseen = _unseen(folder, findings, values, forms)
    texts = (at for at, (document, _) in unseen.items() if document is not None)
    blobs = {name for (kind, name) in texts if kind is Kind.BLOB}
    again: dict[str, list[Finding]] = {}
    for it in rescan(blobs) if blobs else ():
        if _is_of(it, values):
            again.setdefault(it.origin.removeprefix(FROM_BLOB), []).append(it)
    written: set[bytes] = set()
    places = []
    for (kind, name), (document, found) in unseen.items():
        own: set[bytes] = set()
        if document is not None:
            for it in again.get(name, found):
                own.update(_pieces(it, document, values, forms))
        written |= own
        places.append(Where(kind, name, Hit((HOW,), frozenset(own), document is None)))
    return Evidence(frozenset(written), tuple(places))


_Unseen = dict[tuple[Kind, str], tuple[Document | None, list[Finding]]]
"""Objects with findings, by kind and id; those in which nothing can be replaced have no text."""


def _unseen(
    folder: str, findings: Iterable[Finding], values: Collection[str], forms: Forms
) -> _Unseen:
    """Give the objects with findings where no form of the values stands."""
    by_object: dict[tuple[Kind, str], list[Finding]] = {}
    for it in findings:
        kind, _, name = it.origin.partition(" ")
        if kind in (Kind.BLOB, Kind.COMMIT, Kind.TAG) and name and _is_of(it, values):
            by_object.setdefault((Kind(kind), name), []).append(it)
    reader = Reader(folder)
    found: _Unseen = {}
    try:
        contents = reader.read([name for _, name in by_object], _LARGEST)
        for at, content in zip(by_object, contents, strict=True):
            if isinstance(content, tuple):
                document = _document(at[0], by_object[at][0], content[1])
                left = [it for it in by_object[at] if not _is_seen(it, document, values, forms)]
                if left:
                    found[at] = (document, left)
    finally:
        reader.close()
    return found


def _is_of(finding: Finding, values: Collection[str]) -> bool:
    return finding.secret is not None and finding.secret.reveal() in values


def _document(kind: Kind, finding: Finding, raw: bytes) -> Document | None:
    """Give the text in which a finding stands, as a scan reads it; None if it is no plain text."""
    if kind is not Kind.BLOB:
        raw = text_of(raw)
        return Document(finding.path, finding.path, decode(raw) or raw)
    if finding.member or b"\0" in raw[:SNIFFED]:
        return None
    return Document(finding.path, finding.path, decode(raw) or raw)


def _is_seen(
    finding: Finding, document: Document | None, values: Collection[str], forms: Forms
) -> bool:
    if document is None:
        return False
    return not list(_unseen_spans(finding, document, values, forms))


def _unseen_spans(
    finding: Finding, document: Document, values: Collection[str], forms: Forms
) -> Iterator[Span]:
    """Give where a finding has one of the values, its own or that of a half, and no form does."""
    seen = forms.spans(document.data)
    own = _span(document, finding.place)
    halves = [_span(document, it.place) for it in finding.related if it.path is None]
    told = [it for it in halves if document.text(*it).strip("'\"") in values]
    for start, stop in (own, *told):
        if not any(low < stop and start < high for low, high in seen):
            yield start, stop


def _pieces(
    finding: Finding, document: Document, values: Collection[str], forms: Forms
) -> Iterator[bytes]:
    parts = [
        part
        for mend in finding.mends
        if mend.secret is not None and mend.secret.reveal() in values
        for part in mend.parts
    ]
    seen = forms.spans(document.data)
    composed = [it for it in parts if not any(low < it[1] and it[0] < high for low, high in seen)]
    for part in composed or _unseen_spans(finding, document, values, forms):
        yield _told(document.data, part)


def _told(data: bytes, part: Span) -> bytes:
    """Give what stands at a part, with as much before it as tells it from others."""
    text = data[slice(*part)].strip(b"'\"")
    if is_distinctive(text.decode("utf-8", "replace")):
        return text
    line = data.rfind(b"\n", 0, part[0]) + 1
    if not data[line : part[0]].strip():
        line = max(data.rfind(b"\n", 0, max(0, line - 1)) + 1, line - _BEFORE, 0)
    return data[line : part[1]]


def _span(document: Document, place: Place) -> Span:
    """Give the bytes of a document that a place is about."""
    lines = Lines.of(document.data).ends.split(b"\n")

    def offset(line: int, column: int) -> int:
        before = sum(len(it) + 1 for it in lines[: line - 1])
        text = lines[line - 1].decode(document.encoding, "replace") if line <= len(lines) else ""
        return before + len(text[: column - 1].encode(document.encoding, "replace"))

    return offset(place.line, place.column), offset(place.end_line, place.end_column)

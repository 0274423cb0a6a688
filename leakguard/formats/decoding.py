"""What stands in a document in an encoding, decoded: a document that knows where it comes from."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from leakguard.document import Document, Span
from leakguard.finding import Place
from leakguard.formats.encodings import READABLE, Run, runs

DEEPEST = 3
"""How often what is decoded is looked through for more of the kind."""

UNPACKED = 16 << 20
"""Bytes that are taken out of the compressed runs of one document."""

_BEFORE = 100
"""Bytes of the line before a value that go with it: the name that it is given."""

_ALONE = frozenset(b" \t\r\n\"'`{}<>")
"""What makes a text more than one value: then nothing goes with it."""

_MARK = re.compile(rb"\w{1,4}$")
"""What may stand before an encoded text and is no part of it: `0x`, the `n` of an escape."""

_QUOTES = (b'"', b"'", b"`")


@dataclass(frozen=True, slots=True)
class Part:
    """One decoded text: where it stands here, and where it was written."""

    span: Span
    written: Span
    how: str
    is_certain: bool
    """Whether the format of the file says that it is encoded: as written it is no value."""

    @property
    def is_opaque(self) -> bool:
        """Whether nothing of it can be read as it is written."""
        return self.how not in READABLE


@dataclass(frozen=True)
class Decoded(Document):
    """The texts that were found encoded in another document, one after the other.

    Its places are those of the encoded texts in the file. A single value stands behind what was
    before it on its line, so that it has its name.
    """

    outer: Document = field(kw_only=True)
    parts: tuple[Part, ...] = field(kw_only=True, repr=False)
    is_cut: bool = field(kw_only=True)
    """Whether there was more in it than was taken out."""

    @property
    def is_python(self) -> bool:
        """It is text, whatever the file is."""
        return False

    @property
    def is_code(self) -> bool:
        """It is text, whatever the file is."""
        return False

    @property
    def is_notebook(self) -> bool:
        """It is text, whatever the file is."""
        return False

    def part_at(self, span: Span) -> Part | None:
        """Give the text that a span ends in, or None if it ends in none."""
        at = bisect_right(self.parts, span[1] - 1, key=lambda it: it.span[0]) - 1
        is_inside = at >= 0 and span[1] <= self.parts[at].span[1]
        return self.parts[at] if is_inside else None

    def written(self, span: Span) -> tuple[Document, Span, tuple[str, ...]]:
        """Give where a span stands in the file, and what it was decoded from, the outermost first.

        The document is that of the file, or of a notebook's cells.
        """
        part = self.part_at(span)
        where, how = (part.written, (part.how,)) if part else ((0, 0), ())
        if isinstance(self.outer, Decoded):
            document, where, before = self.outer.written(where)
            return document, where, before + how
        return self.outer, where, how

    def places(self, spans: Iterable[Span]) -> dict[Span, Place]:
        """Give the places of the encoded texts that hold the spans."""
        found = {span: self.written(span) for span in spans}
        document = next((it for it, _, _ in found.values()), self.outer)
        places = document.places({where for _, where, _ in found.values()})
        return {span: places[where] for span, (_, where, _) in found.items()}


def decoded(document: Document, hits: Iterable[tuple[str, int]]) -> Decoded | None:
    """Decode what the triggers of `formats.encodings` saw in a document, each with its end."""
    found: list[Run] = []
    done: dict[str, int] = {}
    left, is_cut = UNPACKED, False
    for name, end in hits:
        if end <= done.get(name, -1):
            continue
        if left <= 0:
            is_cut = True
            break
        seen, done[name] = runs(name, document.data, end)
        found += seen
        if name == "compressed base64":
            left -= sum(len(run.text) for run in seen)
        is_cut = is_cut or any(run.is_cut for run in seen)
    pieces: list[bytes] = []
    parts: list[Part] = []
    at = 0
    for run in _apart(document, found):
        before, after = _beside(document, run)
        start = at + len(before)
        parts.append(Part((start, start + len(run.text)), run.span, run.how, run.is_certain))
        pieces += (before, run.text, after, b"\n")
        at = start + len(run.text) + len(after) + 1
    if not parts:
        return None
    return Decoded(
        document.path,
        document.identity,
        b"".join(pieces),
        document.origin,
        document.in_git,
        member=document.member,
        outer=document,
        parts=tuple(parts),
        is_cut=is_cut,
    )


def _apart(document: Document, found: Iterable[Run]) -> Iterator[Run]:
    """Give runs in order of place, of those that overlap the first; none of what is decoded
    already, but for its name."""
    stop = -1
    for run in sorted(found, key=lambda it: (it.span[0], -it.span[1])):
        is_known = isinstance(document, Decoded) and document.part_at(run.span) is None
        if run.span[0] >= stop and not is_known:
            stop = run.span[1]
            yield run


def _beside(document: Document, run: Run) -> tuple[bytes, bytes]:
    """Give what belongs before and behind a single value: its name, its quotes."""
    if not _ALONE.isdisjoint(run.text.strip(b"\r\n")):
        return b"", b""
    start, end = run.span
    before = _MARK.sub(b"", document.data[max(0, start - _BEFORE) : start].rpartition(b"\n")[2])
    quote = before[-1:] if before[-1:] in _QUOTES else b""
    return before, quote if document.data[end : end + 1] == quote else b""

"""The texts of a notebook one after the other, as a document that knows where they stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from leakguard.document import Document, Span
from leakguard.finding import Cell, Place
from leakguard.notebook.escapes import decoded, sources
from leakguard.notebook.python import TAIL
from leakguard.notebook.reader import Text

BETWEEN = b"\n" + b" " * (len(TAIL) - 2) + b"\n"
"""What follows every text, as long as what follows the code cells in Python."""


@dataclass(frozen=True)
class CellText(Document):
    """The decoded texts of a notebook. Its places are those of the JSON file, with the cell."""

    file: Document = field(kw_only=True)
    """The notebook as it is written."""
    texts: tuple[Text, ...] = field(kw_only=True, repr=False)
    starts: tuple[int, ...] = field(kw_only=True, repr=False)
    """Where each of `texts` starts in `data`."""

    @cached_property
    def encoding(self) -> str:
        """That of the file."""
        return self.file.encoding

    @property
    def digest(self) -> bytes:
        """That of the file."""
        return self.file.digest

    @property
    def is_mendable(self) -> bool:
        """Cells can be edited, and outputs cleared, but in an archive."""
        return not self.member

    def is_output(self, offset: int) -> bool:
        """Tell whether a byte is of what code has shown."""
        return self.texts[self.text_at(offset)].output is not None

    def text_at(self, offset: int) -> int:
        """Give the number, from 0, of the text that holds the byte at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span_of(self, number: int) -> Span:
        """Give where a text, by its number, stands in `data`."""
        following = self.starts[number + 1 :][:1] or (len(self.data),)
        return self.starts[number], following[0] - len(BETWEEN)

    def places(self, spans: Iterable[Span]) -> dict[Span, Place]:
        """Give the place of each span in the file, and in its cell."""
        spans = list(spans)
        in_file = self.in_file(spans)
        places = self.file.places(in_file.values())
        return {span: replace(places[in_file[span]], cell=self._cell(span)) for span in spans}

    def in_file(self, spans: Iterable[Span]) -> dict[Span, Span]:
        """Give where each span stands in the file, in bytes: over several JSON strings, from the
        first to the last."""
        spans = list(spans)
        wanted = {start for start, _ in spans} | {end - 1 for start, end in spans if end > start}
        found = self._sources(sorted(wanted))
        return {
            (start, end): (found[start][0], found[end - 1][1] if end > start else found[start][0])
            for start, end in spans
        }

    def offset_in_file(self, offset: int) -> int:
        """Give where the byte at `offset`, or the end of a text, stands in the file."""
        return self._sources([offset])[offset][0]

    def parts_in_file(self, spans: Iterable[Span]) -> list[Span]:
        """Give where spans stand in the file, in bytes, JSON string by JSON string: what may be
        overwritten there without breaking the notebook."""
        parts: list[Span] = []
        for start, end in spans:
            first = self._string_at(start)
            last = bisect_left(self._strings, end, key=lambda it: it[0])
            cuts = (
                (max(start, at), min(end, at + length))
                for at, length, _ in self._strings[first:last]
            )
            parts += [(low, high) for low, high in cuts if low < high]
        in_file = self.in_file(parts)
        return [in_file[part] for part in parts]

    def _cell(self, span: Span) -> Cell:
        index = self.text_at(span[0])
        text = self.texts[index]
        line = self._lines.number(span[0]) - self._lines.number(self.starts[index]) + 1
        return Cell(text.cell, line, text.output)

    def _sources(self, offsets: list[int]) -> dict[int, Span]:
        """Give what stands in the file for the byte at each offset, in one pass over a string."""
        found: dict[int, Span] = {}
        by_string: dict[int, list[int]] = {}
        for offset in offsets:
            by_string.setdefault(self._string_at(offset), []).append(offset)
        for index, inside in by_string.items():
            at, _, span = self._strings[index]
            relative = (offset - at for offset in inside)
            found.update(
                zip(
                    inside,
                    sources(self.file.data, span, self.file.encoding, relative),
                    strict=True,
                )
            )
        return found

    def _string_at(self, offset: int) -> int:
        return max(0, bisect_right(self._strings, offset, key=lambda it: it[0]) - 1)

    @cached_property
    def _strings(self) -> list[tuple[int, int, Span]]:
        """Each JSON string: where it starts in `data`, its length there, its span in the file."""
        return list(self._iter_strings())

    def _iter_strings(self) -> Iterator[tuple[int, int, Span]]:
        for start, text in zip(self.starts, self.texts, strict=True):
            at = start
            for span in text.strings:
                length = len(decoded(self.file.data[slice(*span)], self.file.encoding))
                yield at, length, span
                at += length + len(text.joint)

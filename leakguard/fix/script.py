"""A Python file that is to be mended, as bytes and as the statements that its tokens tell."""

import ast
import os
import re
import stat
import tokenize
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from itertools import islice

from leakguard.candidate import Edit
from leakguard.document import Document, Span
from leakguard.errors import FixError
from leakguard.finding import Mend, Place
from leakguard.fix.reasons import of_python
from leakguard.fix.said import NOTHING_SAID, Said
from leakguard.masking.redact import Hidden
from leakguard.sources.files import READING
from leakguard.syntax.bounds import is_within_bounds
from leakguard.syntax.lines import code_alone, comments, iter_logical_lines
from leakguard.syntax.scopes import Scopes

_LINE_END = re.compile(rb"\r\n?|\n")
_ASCII = bytes(range(32, 127))


@dataclass(frozen=True, slots=True)
class Region:
    """A part that holds code: a whole file, or a cell of a notebook."""

    span: Span
    label: str = ""
    """How it is called, with what parts it from what follows."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """Outputs that hold values, and how they are cleared."""

    label: str
    mends: tuple[Mend, ...]
    """Those whose values they hold."""
    edits: tuple[Edit, ...]
    """Of the file as it is written."""


@dataclass(frozen=True)
class Script:
    """A Python file of the disk. Spans are of its document, which has no byte order mark."""

    path: str
    """As it is shown."""
    file: str
    """On the disk, absolute."""
    raw: bytes
    document: Document
    masked: tuple[Span, ...] = ()
    """What must not be seen."""
    said: Said = field(default=NOTHING_SAID, repr=False)
    """What findings have read, here or in other files."""

    @property
    def data(self) -> bytes:
        """The text, as UTF-8 or Latin-1."""
        return self.document.data

    @property
    def shown(self) -> Document:
        """The text for reading; the same, byte for byte, but for what is no Python."""
        return self.document

    @property
    def written_document(self) -> Document:
        """The file as it is written."""
        return self.document

    @property
    def is_module(self) -> bool:
        """Whether it knows its own file, and others can import what it binds."""
        return True

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The parts that hold code, in order."""
        return (Region((0, len(self.data))),)

    @property
    def magics(self) -> bytes:
        """What among its code is no Python."""
        return b""

    @cached_property
    def hidden(self) -> Hidden:
        """What must not be seen."""
        return self.said.hidden(self.shown, self.code, self.masked)

    @cached_property
    def newline(self) -> str:
        """How the first line ends."""
        found = _LINE_END.search(self.data)
        return found[0].decode() if found else "\n"

    @cached_property
    def code(self) -> bytes:
        """The text with spaces for strings and comments."""
        return code_alone(self.data)

    @cached_property
    def scopes(self) -> Scopes | None:
        """What its names are bound to; None if it cannot be told."""
        return Scopes.of(self.document.text(0, len(self.data)))

    @cached_property
    def statements(self) -> tuple[Span, ...]:
        """The logical lines that hold more than comments, without their indentation."""
        return tuple(
            (start + len(line) - len(line.lstrip(b" \t\f")), end)
            for start, end in iter_logical_lines(self.data)
            if (line := self.data[start:end]).strip() and not line.lstrip().startswith(b"#")
        )

    def statement_at(self, offset: int) -> Span:
        """Give the statement around a byte."""
        above = bisect_right(self.statements, offset, key=lambda it: it[0])
        return self.statements[above - 1] if above else (0, 0)

    def line_start(self, offset: int) -> int:
        """Give where the physical line of a byte starts."""
        return max(self.data.rfind(b"\n", 0, offset), self.data.rfind(b"\r", 0, offset)) + 1

    def after_line(self, offset: int) -> int:
        """Give where the line after that of a byte starts."""
        found = _LINE_END.search(self.data, offset)
        return found.end() if found else len(self.data)

    def indent(self, span: Span) -> str:
        """Give what stands before a statement on its line."""
        return self.document.text(self.line_start(span[0]), span[0])

    def tree(self, span: Span) -> ast.stmt | None:
        """Give a logical line as Python's own parser sees it, if it is one statement."""
        text = self.document.text(*span)
        if not is_within_bounds(text):
            return None
        try:
            body = ast.parse(text).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
        return body[0] if len(body) == 1 else None

    def places_of(self, name: str) -> Iterator[int]:
        """Give where a name stands as a word, also in strings and comments."""
        return (it.start() for it in word(name).finditer(self.data))

    def comments_in(self, span: Span) -> list[Span]:
        """Give where comments stand between the tokens of an expression or a statement."""
        return list(comments(self.data, *span))

    def fitted(self, edits: Sequence[Edit]) -> list[Edit]:
        """Give edits, one for one, that respect where a part ends."""
        return list(edits)

    def written(self, edits: Iterable[Edit]) -> list[Edit]:
        """Give edits as those of the file as it is written."""
        return list(edits)

    def held(self, span: Span) -> bytes:
        """Give what stands at a span in the file as it is written."""
        return self.data[slice(*span)]

    def edited(self, written: Iterable[Edit]) -> bytes:
        """Give the file's bytes with edits of the file made."""
        data = self.written_document.data
        return self.raw[: len(self.raw) - len(data)] + patched(self.written_document, written)

    def codes(self, edits: Sequence[Edit]) -> list[bytes]:
        """Give each source that has to compile, with edits made."""
        return [self.edited(edits)]

    def cleared(self, _mends: Sequence[Mend]) -> list[Cleared]:
        """Give the outputs that have to go with the values of some mends."""
        return []

    def unfixable(self, place: Place) -> str:
        """Give why a finding that has no mend cannot be fixed, and what to do by hand."""
        start = next(islice(self._line_starts, place.line - 1, None), 0)
        line = self.document.text(start, self.after_line(start))
        return of_python(self.data, start + len(line[: place.column - 1].encode()))

    @property
    def _line_starts(self) -> Iterator[int]:
        yield 0
        yield from (it.end() for it in _LINE_END.finditer(self.data))

    def obstacle(self) -> str:
        """Give why no text of this file can be told for sure; nothing if it can."""
        if self.path.endswith(".pyi"):
            return "a stub is never run"
        try:
            encoding, _ = tokenize.detect_encoding(BytesIO(self.raw).readline)
            is_plain = _ASCII.decode(encoding) == _ASCII.decode("ascii")
        except (SyntaxError, LookupError, UnicodeError):
            return "its encoding is not known"
        return "" if is_plain else "its encoding is none that is based on ASCII"


def word(name: str) -> re.Pattern[bytes]:
    """Give the pattern of a name that stands as a word of its own."""
    return re.compile(
        rb"(?<![A-Za-z0-9_\x80-\xff])" + re.escape(name.encode()) + rb"(?![A-Za-z0-9_\x80-\xff])"
    )


def read(file: str) -> bytes:
    """Give the bytes of a plain file, links not followed.

    Raises:
        FixError: it is none, or cannot be read.
    """
    try:
        handle = os.open(file, READING)
        with os.fdopen(handle, "rb") as opened:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise FixError("it is no plain file")
            return opened.read()
    except OSError as error:
        raise FixError(f"it cannot be read: {error.strerror}") from None


def patched(document: Document, edits: Iterable[Edit], span: Span | None = None) -> bytes:
    """Give a document, or a span of it, with edits made."""
    at, end = span or (0, len(document.data))
    pieces = []
    for edit in sorted(edits, key=lambda it: it.span):
        pieces += [document.data[at : edit.span[0]], edit.text.encode(document.encoding)]
        at = edit.span[1]
    return b"".join([*pieces, document.data[at:end]])

"""One text to scan: its bytes, where it comes from, and positions in it."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from leakguard.context.inserts import Inserts
from leakguard.lines import Lines
from leakguard.place import BETWEEN, Place

Span = tuple[int, int]
"""A range of a document's `data`: start and end in bytes from 0, the end exclusive."""

SNIFFED = 8192
"""How many bytes decide whether a content is binary; git looks at as many."""

_CODE = frozenset(
    "py pyi pyw js jsx mjs cjs ts tsx vue svelte go java kt kts groovy scala c h cc cpp cxx hpp m"
    " mm cs fs vb vbs rs rb php phtml phpt swift dart lua r jl pl pm ex exs erl hrl hs clj elm nim"
    " zig sol proto graphql gradle idl mts cts coffee cu ps1 psm1 css scss less sql".split()
)
_TEMPLATES = frozenset("ejs erb hbs in j2 jinja jinja2 liquid mustache tmpl tpl tt twig".split())
"""What stands behind the ending of a file that is made from a template: `main.ts.ejs`."""
_LINE_END = re.compile(rb"\r\n?|\n")
_PYTHON_SHEBANG = re.compile(rb"#![^\n]{0,100}\bpython")
_BOMS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


BLOB = "blob "
"""How the origin of a document begins that is a blob; its id follows."""


@dataclass(frozen=True)
class Document:
    """A whole text and its origin. `data` is UTF-8, or else one byte a character (Latin-1)."""

    path: str
    """As it is shown: relative to the scanned root, with `/`."""
    identity: str
    """The path that fingerprints use: from the work tree's root, or as `path` outside git."""
    data: bytes
    origin: str = "tree"
    in_git: bool = False
    """Whether git tracks the file, or would with the next `git add`."""
    head: bytes = b""
    """The first bytes of a file that is no text, of which `data` has nothing."""
    member: str = ""
    """Where it stands in an archive, whose path goes before it; nothing for a file of its own."""

    @cached_property
    def encoding(self) -> str:
        """`utf-8`, or `latin-1` where the bytes are no UTF-8."""
        try:
            self.data.decode("utf-8")
        except UnicodeDecodeError:
            return "latin-1"
        return "utf-8"

    @property
    def is_blob(self) -> bool:
        """Whether it is an object of a repository, rather than a file."""
        return self.origin.startswith(BLOB)

    @property
    def is_python(self) -> bool:
        """Whether the name or the first line says that this is Python source."""
        name = self.path.rpartition("/")[2]
        if "." in name:
            return name.endswith((".py", ".pyi", ".pyw"))
        return self.data.startswith(b"#!") and _PYTHON_SHEBANG.match(self.data) is not None

    @property
    def is_code(self) -> bool:
        """Whether the name says that this is source of a language in which a bare word is a
        name or a call, no text."""
        name, _, ending = self.path.lower().rpartition(".")
        return (name.rpartition(".")[2] if ending in _TEMPLATES else ending) in _CODE

    @property
    def digest(self) -> bytes:
        """SHA-256 of what is written on the disk, a byte order mark left out."""
        return sha256(self.data).digest()

    @property
    def is_mendable(self) -> bool:
        """Whether what is found in it can be mended."""
        return self.is_python and not self.member

    @property
    def file_path(self) -> str:
        """The path of the file: of the archive, if it stands in one."""
        return self.path[: -len(self.member) - len(BETWEEN)] if self.member else self.path

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole of a file."""
        return True

    def is_output(self, _offset: int) -> bool:
        """Tell whether a byte is of what code has shown, not of code."""
        return False

    @property
    def is_notebook(self) -> bool:
        """Whether the name says that this is a Jupyter notebook."""
        return self.path.endswith(".ipynb")

    def text(self, start: int, end: int) -> str:
        """Give the characters of the bytes from `start` to `end`."""
        return self.data[start:end].decode(self.encoding, "replace")

    @cached_property
    def _lines(self) -> Lines:
        return Lines.of(self.data)

    @cached_property
    def inserts(self) -> Inserts:
        """The INSERT statements in it."""
        return Inserts.of(self.data)

    def line_span(self, offset: int) -> Span:
        """Give the bounds of the line that holds the byte at `offset`, without its end."""
        return self._lines.span(offset)

    def places(self, spans: Iterable[Span]) -> dict[Span, Place]:
        """Give the place of each span, in one pass over the lines they stand on.

        One pass, since a hostile line of many megabytes may hold thousands of them.
        """
        spans = list(spans)
        positions = self._positions(sorted({offset for span in spans for offset in span}))
        return {span: Place(*positions[span[0]], *positions[span[1]]) for span in spans}

    def _positions(self, offsets: list[int]) -> dict[int, tuple[int, int]]:
        positions: dict[int, tuple[int, int]] = {}
        line, known, column = 0, 0, 1
        for offset in offsets:
            number = self._lines.number(offset)
            if number != line:
                line, known, column = number, self.line_span(offset)[0], 1
            column += len(self.text(known, offset))
            known = offset
            positions[offset] = (line, column)
        return positions


def text_of(path: str, raw: bytes) -> bytes | None:
    """Give the text of a file at a path, as `decode` does; Python is text whatever it holds."""
    data = decode(raw)
    if data is None and path.endswith((".py", ".pyi", ".pyw")):
        return raw  # a zero byte in it must not hide the rest
    return data


def decode(raw: bytes) -> bytes | None:
    """Give the text of a file's bytes, as UTF-8 or Latin-1 bytes, or None if they are binary.

    UTF-16 and UTF-32 are told by their byte order mark, UTF-16 without one by where its
    zero bytes stand. A UTF-8 mark is left out. Any other zero byte near the start means
    binary, as it does to git.
    """
    head = raw[:SNIFFED]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        encoding = next(name for mark, name in _BOMS if head.startswith(mark))
        return raw.decode(encoding, "replace").encode()
    if head.startswith(codecs.BOM_UTF8):
        return raw[len(codecs.BOM_UTF8) :]
    if b"\0" not in head:
        return raw
    if (guessed := _utf16_without_mark(head)) is not None:
        return raw.decode(guessed, "replace").encode()
    return None


def _utf16_without_mark(head: bytes) -> str | None:
    """Give the byte order of mostly-ASCII UTF-16: zero bytes in one half only."""
    even, odd = head[0::2], head[1::2]
    if len(odd) < 8:
        return None
    for zeros, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros.count(0) > len(zeros) * 0.5 and letters.count(0) == 0:
            return encoding
    return None


def iter_lines(data: bytes, start: int, end: int) -> Iterator[Span]:
    """Give the bounds of each line of `data` between two offsets, line ends left out."""
    while start <= end:
        match = _LINE_END.search(data, start, end)
        yield start, match.start() if match else end
        if match is None:
            return
        start = match.end()

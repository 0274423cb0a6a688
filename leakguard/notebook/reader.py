"""What a notebook holds: the texts of its cells and outputs, and where in the file each stands.

https://nbformat.readthedocs.io/en/latest/format_description.html, versions 3 and 4.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from leakguard.document import Span
from leakguard.notebook.cursor import Cursor

_BINARY = ("image/", "audio/", "video/", "font/", "application/pdf", "application/octet-stream")
_PLAIN_IMAGES = "image/svg"
_OLD_BINARY = {"png", "jpeg", "pdf"}
_OLD_TEXTS = {"text", "html", "svg", "latex", "json", "javascript", "evalue", "traceback"}
"""Keys of an output: in version 3 for every form, in version 4 for streams and errors."""

_COUNTS = ("execution_count", "prompt_number")
"""Keys of a cell, in version 4 and in version 3."""

_SPEAK_PYTHON = ("python", "sage")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a notebook: the source of a cell, or one form of an output."""

    strings: tuple[Span, ...]
    """Where the JSON strings stand that it is put together of, without quotes, in bytes."""
    cell: int
    """From 1, cells of every type counted."""
    output: int | None = None
    """Which output of the cell, from 1; None for the source."""
    is_code: bool = False
    joint: bytes = b""
    """What stands between the strings."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a cell keeps of its last run: where its outputs and its number stand, in bytes."""

    cell: int
    """From 1, cells of every type counted."""
    outputs: Span
    """The list, with its brackets."""
    counts: tuple[Span, ...]
    """How manyeth run it was; null in a cell that was not run."""


@dataclass(slots=True)
class Contents:
    """Everything that a notebook holds."""

    texts: list[Text] = field(default_factory=list)
    binary: list[Span] = field(default_factory=list)
    """Strings that are images or the like in base64."""
    runs: list[Run] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    """What the notebook says its code is written in."""
    cells: int = 0

    @property
    def is_python(self) -> bool:
        """Whether the code is Python, or of a kind that is not told."""
        return not self.languages or any(
            word in language for language in self.languages for word in _SPEAK_PYTHON
        )


def read(data: bytes) -> Contents:
    """Read the JSON of a notebook.

    Raises:
        NotebookError: it is no JSON object, or is too large.
    """
    contents = Contents()
    cursor = Cursor(data)
    for key in cursor.members():
        if key == "cells":
            _cells(cursor, contents)
        elif key == "worksheets":
            for _ in _objects(cursor):
                for inner in cursor.members():
                    if inner == "cells":
                        _cells(cursor, contents)
        elif key == "metadata":
            _languages(cursor, contents)
    cursor.end()
    return contents


def _objects(cursor: Cursor) -> Iterator[int]:
    """Give the number, from 0, of each object of a list, if one starts here."""
    if cursor.next_is(b"["):
        for number in cursor.items():
            if cursor.next_is(b"{"):
                yield number


def _members(cursor: Cursor) -> Iterator[str]:
    """Give the keys of an object, if one starts here."""
    if cursor.next_is(b"{"):
        yield from cursor.members()


def _languages(cursor: Cursor, contents: Contents) -> None:
    for key in _members(cursor):
        if key in ("kernelspec", "language_info"):
            for inner in _members(cursor):
                if inner in ("language", "name") and cursor.next_is(b'"'):
                    contents.languages.add(cursor.text().lower())


def _cells(cursor: Cursor, contents: Contents) -> None:
    for _ in _objects(cursor):
        contents.cells += 1
        _cell(cursor, contents)


def _cell(cursor: Cursor, contents: Contents) -> None:
    number = contents.cells
    kind, sources = "", []
    outputs: list[Text] = []
    lists: list[Span] = []
    counts: list[Span] = []
    for key in cursor.members():
        start = cursor.at
        if key == "cell_type" and cursor.next_is(b'"'):
            kind = cursor.text()
        elif key in ("source", "input"):
            sources.append(tuple(cursor.strings()))
        elif key == "language" and cursor.next_is(b'"'):
            contents.languages.add(cursor.text().lower())
        elif key == "outputs":
            outputs += _outputs(cursor, contents, number)
            lists += _passed(cursor, start)
        elif key in _COUNTS:
            cursor.skip()
            counts += _passed(cursor, start)
        elif key == "attachments":
            for _ in _members(cursor):
                outputs += _forms(cursor, contents, number, None)
    contents.texts += [Text(strings, number, is_code=kind == "code") for strings in sources]
    contents.texts += outputs
    contents.runs += [Run(number, span, tuple(counts)) for span in lists]


def _passed(cursor: Cursor, start: int) -> list[Span]:
    """Give where the value stands that was read since `start`, if one was."""
    return [(start, cursor.before())] if cursor.at > start else []


def _outputs(cursor: Cursor, contents: Contents, cell: int) -> Iterator[Text]:
    for output in _objects(cursor):
        yield from _output(cursor, contents, cell, output + 1)


def _output(cursor: Cursor, contents: Contents, cell: int, output: int) -> Iterator[Text]:
    for key in cursor.members():
        if key == "data":
            yield from _forms(cursor, contents, cell, output)
        elif key in _OLD_TEXTS:
            joint = b"\n" if key == "traceback" else b""
            yield Text(tuple(cursor.strings()), cell, output, joint=joint)
        elif key in _OLD_BINARY:
            contents.binary += cursor.strings()


def _forms(cursor: Cursor, contents: Contents, cell: int, output: int | None) -> Iterator[Text]:
    """Read a bundle of one thing in several forms, by their media types."""
    for form in _members(cursor):
        strings = cursor.strings()
        if form.startswith(_BINARY) and not form.startswith(_PLAIN_IMAGES):
            contents.binary += strings
        else:
            yield Text(tuple(strings), cell, output)

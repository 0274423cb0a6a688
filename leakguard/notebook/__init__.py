"""Jupyter notebooks: the texts of cells and outputs, decoded, with their places in the file.

The code cells together are one module, in which names are followed from cell to cell.
"""

import json
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from leakguard.document import Document, Span
from leakguard.notebook.escapes import decoded
from leakguard.notebook.python import TAIL, commented, python_of
from leakguard.notebook.reader import Run, Text, read
from leakguard.notebook.text import BETWEEN, CellText


@dataclass(frozen=True)
class Notebook:
    """A notebook that could be read."""

    text: CellText
    """All of its texts."""
    code: CellText | None
    """Its Python: as `text`, byte for byte, with all that is none commented out. None if the
    notebook is in another language."""
    unfinished: int
    """How many code cells end inside a string."""
    binary: tuple[Span, ...]
    """Where in the file images and the like stand."""
    runs: tuple[Run, ...]
    """What the cells keep of their last run."""

    def has_read(self, span: Span) -> bool:
        """Tell whether what stands in the file at `span` was read as a text, or is an image."""
        index = bisect_right(self._read, span[0], key=lambda it: it[0]) - 1
        return index >= 0 and span[0] < self._read[index][1]

    @cached_property
    def _read(self) -> list[Span]:
        strings = [span for text in self.text.texts for span in text.strings]
        return sorted([*strings, *self.binary])


def open_notebook(document: Document) -> Notebook:
    """Read a notebook.

    Raises:
        NotebookError: it is no JSON object, or is too large.
    """
    contents = read(document.data)
    texts = tuple(text for text in contents.texts if text.strings)
    decoded_texts = [_decoded(document, text) for text in texts]
    ends = accumulate(len(it) + len(BETWEEN) for it in decoded_texts)
    text = CellText(
        document.path,
        document.identity,
        b"".join(it + BETWEEN for it in decoded_texts),
        document.origin,
        document.in_git,
        member=document.member,
        file=document,
        texts=texts,
        starts=(0, *ends)[: len(texts)],
    )
    code, unfinished = None, 0
    if contents.is_python:
        pythons = [
            python_of(it) if text.is_code else (commented(it), True)
            for it, text in zip(decoded_texts, texts, strict=True)
        ]
        code = replace(text, data=b"".join(it + TAIL for it, _ in pythons))
        unfinished = sum(not is_whole for _, is_whole in pythons)
    return Notebook(text, code, unfinished, tuple(contents.binary), tuple(contents.runs))


def _decoded(document: Document, text: Text) -> bytes:
    if document.encoding == "utf-8" and len(text.strings) > 1:
        # The standard library is faster at a whole list, and refuses what is not quite JSON.
        written = document.data[text.strings[0][0] - 1 : text.strings[-1][1] + 1]
        try:
            lines = json.loads(b"[" + written + b"]", strict=False)
        except (ValueError, RecursionError):
            lines = []
        if len(lines) == len(text.strings) and all(isinstance(line, str) for line in lines):
            return text.joint.decode().join(lines).encode("utf-8", "replace")
    strings = (decoded(document.data[slice(*span)], document.encoding) for span in text.strings)
    return text.joint.join(strings)

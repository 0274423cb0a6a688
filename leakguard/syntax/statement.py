"""One statement as libcst sees it, with the place of each node in the document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from leakguard.document import Document, Span
from leakguard.syntax.bounds import is_within_bounds

_BEFORE = {
    "elif": "if 0: pass\n",
    "else": "if 0: pass\n",
    "except": "try: pass\n",
    "finally": "try: pass\n",
    "case": "match 0:\n ",
}
_BODY = {"match": "\n  case _: pass"}
_AFTER = {"try": "finally: pass\n"}
_COMPOUND = {"if", "for", "while", "with", "def", "class", "async", *_BEFORE, *_BODY, *_AFTER}
_SOFT = {"case", "match"}
"""Words that start a statement, and are names as well."""

_SILENT = re.compile(
    r"whitespace|lines|header|footer|comma|semicolon|indent"
    r"|^(?:[lr](?:par|brace|bracket)|dot|operators?|equal|colon)$"
)
"""Fields of nodes that hold spaces and signs."""

_LINE_END = re.compile(r"\r\n?|\n")
_WORD = re.compile(r"[a-z]*")


@dataclass(frozen=True)
class Statement:
    """A parsed logical line."""

    span: Span
    """Without its indentation, in bytes of the document."""
    tree: cst.Module
    _text: str
    _before: str
    """What stands in front of it in `tree`."""
    document: Document

    def span_of(self, node: cst.CSTNode) -> Span:
        """Give where `node` stands in the document, in bytes from 0; the whole statement where
        it is too deep for libcst to tell.

        Raises:
            KeyError: the node is of another statement.
        """
        if (start := self._only_place(node)) is not None:
            return self._at(start), self._at(start + len(written(node) or ""))
        if not self._ranges:
            return self.span
        where = self._ranges[node]
        return self._offset(where.start.line, where.start.column), self._offset(
            where.end.line, where.end.column
        )

    def _only_place(self, node: cst.CSTNode) -> int | None:
        """Where in the text a node starts that is written in one place only: to find it is a
        hundred times faster than to let libcst tell all places."""
        text = written(node)
        if not text or self._text.count(text) != 1:
            return None
        return self._text.find(text) if any(it is node for it in self._nodes) else None

    @cached_property
    def _ranges(self) -> Mapping[cst.CSTNode, CodeRange]:
        """Made when one is asked for: they take longer than the parsing, and most statements hold
        nothing to report."""
        try:
            return MetadataWrapper(self.tree, unsafe_skip_copy=True).resolve(PositionProvider)
        except (RecursionError, KeyError):
            return {}  # either is how the positions of a statement end that is too deep

    def _offset(self, line: int, column: int) -> int:
        number = line - 1 - self._before.count("\n")
        if number == 0:
            column -= len(self._before.rpartition("\n")[2])
        return self._at(max(0, self._line_starts[number] + column) if number >= 0 else 0)

    def _at(self, at: int) -> int:
        return self.span[0] + len(self._text[:at].encode(self.document.encoding))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self._text))]

    def nodes(self) -> Iterator[cst.CSTNode]:
        """Give every node, each before its children."""
        return iter(self._nodes)

    @cached_property
    def _nodes(self) -> list[cst.CSTNode]:
        """Kept, since libcst takes long to tell children, and many ask."""
        found: list[cst.CSTNode] = []
        stack: list[cst.CSTNode] = [self.tree]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(reversed(list(children(node))))
        return found


def parse_statement(document: Document, span: Span) -> Statement | None:
    """Parse one logical line, whatever it belongs to.

    Returns:
        None if it is no Python that libcst knows, or is beyond the bounds that keep libcst safe.
    """
    line = document.data[slice(*span)]
    start = span[0] + len(line) - len(line.lstrip(b" \t\f"))
    text = document.text(start, span[1])
    if not is_within_bounds(text):
        return None
    plain = _LINE_END.sub("\n", text).replace("\f", " ")
    for before, after in _surroundings(plain):
        try:
            tree = cst.parse_module(before + plain + after)
        except (cst.ParserSyntaxError, cst.CSTValidationError):
            continue
        return Statement((start, span[1]), tree, text, before, document)
    return None


def written(node: cst.CSTNode) -> str | None:
    """Give a name or a string as it stands in the source, letter for letter; None of others."""
    return node.value if isinstance(node, cst.SimpleString | cst.Name) else None


def children(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Give the nodes right below one; libcst's own `children` copies them all, to tell."""
    for name in _fields(type(node)):
        value: cst.CSTNode | Sequence[cst.CSTNode] | object = getattr(node, name)
        for it in value if isinstance(value, list | tuple) else (value,):
            if isinstance(it, cst.CSTNode):
                yield it


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a kind of node that may hold nodes which say something."""
    return tuple(it.name for it in fields(kind) if not _SILENT.search(it.name))


def _surroundings(text: str) -> Iterator[tuple[str, str]]:
    """What to try to put around a line so that it is a whole statement, likeliest first."""
    match = _WORD.match(text)
    word = match.group() if match else ""
    if text.startswith("@"):
        yield "", "\ndef _(): pass\n"
    elif word in _COMPOUND:
        before, after = _BEFORE.get(word, ""), "\n" + _AFTER.get(word, "")
        yield before, _BODY.get(word, "\n  pass") + after
        yield before, after  # it has its body on the same line
    if word not in _BEFORE or word in _SOFT:
        yield "", "\n"

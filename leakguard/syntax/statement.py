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

_EARLY = ("decorators", "posonly_params")
_LATE = ("body", "handlers", "orelse", "finalbody")
"""Fields that stand at the start, and at the end, of what is written."""

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
        if (start := self._starts.get(node)) is not None:
            return self._at(start), self._at(start + len(written(node) or ""))
        if not self._ranges:
            return self.span
        where = self._ranges[node]
        return self._offset(where.start.line, where.start.column), self._offset(
            where.end.line, where.end.column
        )

    @cached_property
    def _starts(self) -> Mapping[cst.CSTNode, int]:
        """Where in the text each string and name starts that is there as often as in the tree: to
        look for them is much faster than to let libcst tell all places."""
        alike: dict[str, list[cst.CSTNode]] = {}
        for node in self._nodes:
            if text := written(node):
                alike.setdefault(text, []).append(node)
        starts: dict[cst.CSTNode, int] = {}
        for text, nodes in alike.items():
            if len(nodes) > 1 and isinstance(nodes[0], cst.Name):
                continue  # the names of arguments come late in the tree
            if self._text.count(text) == len(nodes):
                at = 0
                for node in nodes:
                    starts[node] = at = self._text.index(text, at)
                    at += len(text)
        return starts

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

    @property
    def size(self) -> int:
        """Bytes."""
        return self.span[1] - self.span[0]

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
    """The fields of a kind of node that may hold nodes which say something, as they are written:
    libcst has its own order for some."""
    names = [it.name for it in fields(kind) if not _SILENT.search(it.name)]
    late = _LATE if kind is not cst.IfExp else ("test", "orelse")
    early = [it for it in names if it in _EARLY]
    return (
        *early,
        *(it for it in names if it not in early and it not in late),
        *(it for it in names if it in late),
    )


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

"""One statement as libcst sees it, with the place of each node in the document."""

from collections.abc import Iterator
from dataclasses import dataclass

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
_COMPOUND = {"if", "for", "while", "with", "try", "def", "class", "async", "match", *_BEFORE}


@dataclass(frozen=True)
class Statement:
    """A parsed logical line."""

    span: Span
    """Without its indentation, in bytes of the document."""
    tree: cst.Module
    _ranges: "dict[cst.CSTNode, CodeRange]"
    _text: str
    _before: int
    _encoding: str

    def span_of(self, node: cst.CSTNode) -> Span:
        """Give where `node` stands in the document, in bytes from 0."""
        where = self._ranges[node]
        return self._offset(where.start.line, where.start.column), self._offset(
            where.end.line, where.end.column
        )

    def _offset(self, line: int, column: int) -> int:
        start = 0
        for _ in range(line - 1):
            start = self._text.index("\n", start) + 1
        inside = self._text[self._before : start + column]
        return self.span[0] + len(inside.encode(self._encoding, "replace"))

    def nodes(self) -> Iterator[cst.CSTNode]:
        """Give every node, each before its children."""
        stack: list[cst.CSTNode] = [self.tree]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


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
    # libcst counts lines by any of the three line ends; the offsets here count "\n".
    flat = text.replace("\r\n", " \n").replace("\r", "\n").replace("\f", " ")
    word = flat.split(maxsplit=1)[0].rstrip(":(\"'") if flat.strip() else ""
    for before, after in _surroundings(flat, word):
        try:
            tree = cst.parse_module(before + flat + after)
        except (cst.ParserSyntaxError, RecursionError):
            continue
        wrapper = MetadataWrapper(tree, unsafe_skip_copy=True)
        ranges = wrapper.resolve(PositionProvider)
        return Statement(
            span=(start, span[1]),
            tree=tree,
            _ranges=dict(ranges),
            _text=before + flat + after,
            _before=len(before),
            _encoding=document.encoding,
        )
    return None


def _surroundings(text: str, word: str) -> Iterator[tuple[str, str]]:
    """What to try to put around a line so that it is a whole statement, likeliest first."""
    if text.startswith("@"):
        yield "", "\ndef _(): pass\n"
    elif word in _COMPOUND:
        before = _BEFORE.get(word, "")
        yield before, "\n  pass\n"
        yield before, "\n"
    if word not in _BEFORE or word == "case":  # `case` and `match` are names as well
        yield "", "\n"

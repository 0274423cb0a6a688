"""Which function or class each line of a source belongs to, by indentation alone."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from leakguard.document import Span

_HEAD = re.compile(rb"[ \t\f]*+(?:async[ \t]+)?(?P<kind>def|class)\b[ \t]*(?P<name>\w*)")
_BLANK = re.compile(rb"[ \t\f]*+(?:#|$)")


@dataclass(frozen=True, slots=True)
class Block:
    """The body of a `def` or a `class`."""

    line: int
    """The number, from 0, of the logical line that is its head."""
    is_class: bool
    parent: "Block | None"


@dataclass(frozen=True, slots=True)
class Scopes:
    """The innermost block of each line."""

    _starts: Sequence[int]
    _blocks: Sequence[Block | None]

    def of(self, line: int) -> Block | None:
        """Give the block that holds a logical line, or None at the level of the module."""
        found = bisect_right(self._starts, line) - 1
        return self._blocks[found] if found >= 0 else None

    def functions(self, line: int) -> tuple[int, ...]:
        """Give the heads of the functions around a line, the innermost first."""
        found, block = [], self.of(line)
        while block is not None:
            if not block.is_class:
                found.append(block.line)
            block = block.parent
        return tuple(found)


def scopes(data: bytes, lines: Sequence[Span]) -> Scopes:
    """Read the blocks off the indentation of logical lines."""
    starts: list[int] = []
    blocks: list[Block | None] = []
    open_blocks: list[tuple[int, Block]] = []
    for number, (start, end) in enumerate(lines):
        if _BLANK.match(data, start, end):
            continue
        line = data[start : min(end, start + 400)]
        indent = len(line) - len(line.lstrip(b" \t\f"))
        depth = len(open_blocks)
        while open_blocks and indent <= open_blocks[-1][0]:
            open_blocks.pop()
        if len(open_blocks) != depth:
            starts.append(number)
            blocks.append(open_blocks[-1][1] if open_blocks else None)
        if (head := _HEAD.match(line)) is not None:
            parent = open_blocks[-1][1] if open_blocks else None
            block = Block(number, head["kind"] == b"class", parent)
            open_blocks.append((indent, block))
            starts.append(number + 1)
            blocks.append(block)
    return Scopes(tuple(starts), tuple(blocks))

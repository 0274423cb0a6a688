"""Which bytes of Python are text that no syntax rule reads as code: comments, and inside strings.

Told from the line and from the triple quotes above it, since to tokenise the file would take
longer than all else.
"""

import re
from collections.abc import Iterable, Iterator

from leakguard.extent import value_before

_TRIPLE = re.compile(rb"\"\"\"|'''")
_CODE = re.compile(
    rb"""(?: [^"'\#]++ | "(?:[^"\\\n]++|\\.)*+" | '(?:[^'\\\n]++|\\.)*+' )*+""", re.VERBOSE
)
"""What stands before a comment, or before a string that does not end."""

_LONGEST_LINE = 1_000
"""Bytes before a value in which its line is looked at."""


def ends_in_text(data: bytes, ends: Iterable[int]) -> Iterator[int]:
    """Give those of `ends`, offsets in bytes, ascending, behind values that stand in text together
    with their names: `# password = x`, `"password=x"`, a line of a docstring."""
    at, opened = 0, b""
    for end in ends:
        span = value_before(data, end)
        if span is None:
            continue
        for match in _TRIPLE.finditer(data, at, span[0]):
            if not opened:
                opened = match.group()
            elif match.group() == opened:
                opened = b""
        at = max(at, span[0])
        if opened or _is_in_line_of_text(data, span[0]):
            yield end


def _is_in_line_of_text(data: bytes, start: int) -> bool:
    lowest = max(0, start - _LONGEST_LINE)
    line_start = data.rfind(b"\n", lowest, start) + 1 or lowest
    # The quote that opens the value itself says nothing.
    stop = start - 1 if data[start - 1 : start] in (b'"', b"'") and start > line_start else start
    code = _CODE.match(data, line_start, stop)
    return code is not None and code.end() < stop

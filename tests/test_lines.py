"""Lines: the same as a list of them would tell, wherever the marks stand."""

import re
from bisect import bisect_right
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakguard import lines

_LINE_END = re.compile(rb"\r\n?|\n")


@pytest.fixture(autouse=True, scope="module")
def _marks_close_together() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    patch.setattr(lines, "_STEP", 4)
    yield
    patch.undo()


@given(st.binary(max_size=30).map(lambda data: bytes(b"\r\nab"[byte % 4] for byte in data)))
def test_lines_are_those_of_a_plain_search(data: bytes) -> None:
    starts = [0, *(match.end() for match in _LINE_END.finditer(data))]
    told = lines.Lines.of(data)
    for offset in range(len(data) + 1):
        number = bisect_right(starts, offset)
        end = _LINE_END.search(data, starts[number - 1])
        assert told.number(offset) == number
        assert told.span(offset) == (starts[number - 1], end.start() if end else len(data))

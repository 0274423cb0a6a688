"""Matches of a pattern whose first and last sign stand around a value."""

import re
from collections.abc import Iterator


def overlapping(
    pattern: re.Pattern[bytes], data: bytes, start: int, end: int
) -> Iterator[re.Match[bytes]]:
    """Give the matches between two places, in bytes; the sign that ends one may begin the next, as
    the comma in `a,b,c` does."""
    while start < end and (found := pattern.search(data, start, end)):
        yield found
        start = max(found.end() - 1, found.start() + 1)

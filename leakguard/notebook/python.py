"""The code cells of a notebook as Python: what only IPython understands is commented out.

Everything stays at its place: of what is no Python, all but the line ends becomes `#`.
"""

import re

from leakguard.syntax.lines import iter_logical_lines

_CELL_MAGIC = re.compile(rb"\s*%%(?P<name>!|\w*)[^\r\n]*")
_HOLDS_PYTHON = {
    b"time", b"timeit", b"capture", b"prun", b"python", b"python3", b"pypy", b"px", b"local",
    b"snakeviz", b"memit", b"mprun", b"lprun", b"debug", b"cython",
}  # fmt: skip
"""The cell magics that take Python; what others take is text: `%%bash`, `%%html`, `%%sql`."""

_WRITES_PYTHON = re.compile(rb"\s*%%(?:write)?file\s[^\r\n]*\.py\s*")

_MAY_BE_MAGIC = re.compile(rb"^[ \t]*[%!?]|=[ \t]*[%!]|\?[ \t]*\r?$", re.MULTILINE)
_MAGIC = re.compile(
    rb"[ \t]*+(?:[%!?]|[\w.\[\], ]+=[ \t]*(?:!|%\w)|[\w.%*\[\]]+\?{1,2}[ \t]*\r?$)", re.MULTILINE
)
_TIMES = re.compile(rb"[ \t]*(?P<magic>%(?:time|timeit|prun|memit|debug)[ \t]+)(?![-])")
"""A line magic in front of a statement."""

_LINE = re.compile(rb"[^\r\n\\]*+(?:\\(?:\r\n|.)[^\r\n\\]*+)*+", re.DOTALL)
_TRIPLE = (b'"""', b"'''")
_COMMENTED = bytes(byte if byte in b"\r\n" else ord("#") for byte in range(256))

TAIL = b"\n\npass\n"
"""What follows every code cell: it ends what the cell leaves open, a backslash or a bracket."""


def commented(text: bytes) -> bytes:
    """Give as many comments as `text` has lines, each as long as the line."""
    return text.translate(_COMMENTED)


def python_of(cell: bytes) -> tuple[bytes, bool]:
    """Give the Python of a code cell, as long as the cell, and whether that is all of it.

    It is not all where a string over lines is never closed: the statement is commented out.
    """
    first = _CELL_MAGIC.match(cell)
    if first is not None:
        if first["name"] not in _HOLDS_PYTHON and not _WRITES_PYTHON.match(cell):
            return commented(cell), True
        cell = commented(cell[: first.end()]) + cell[first.end() :]
    if _MAY_BE_MAGIC.search(cell):
        cell = _without_magics(cell)
    if any(quotes in cell for quotes in _TRIPLE):
        *_, (start, _) = iter_logical_lines(cell + TAIL.rstrip())
        if start < len(cell):
            return cell[:start] + commented(cell[start:]), False
    return cell, True


def _without_magics(cell: bytes) -> bytes:
    """Comment out the lines that are IPython's, where a statement may start."""
    result = bytearray(cell)
    at = 0
    while at < len(cell):
        if (timed := _TIMES.match(cell, at)) is not None:
            start, at = timed.span("magic")
            result[start:at] = b"0;".ljust(at - start)
        if _MAGIC.match(cell, at) and (line := _LINE.match(cell, at)) is not None:
            end = line.end()
            result[at:end] = commented(cell[at:end])
        else:
            end = next(iter_logical_lines(cell, at))[1]
        at = end + (2 if cell[end : end + 2] == b"\r\n" else 1)
    return bytes(result)

r"""What the escapes of JSON strings stand for, and where in the decoded bytes each stands.

Lenient, as nothing is executed: an escape that JSON does not know stands for its letter, a
surrogate without its other half for `?`.
"""

import re
from collections.abc import Iterable

from leakguard.document import Span

_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_SHORT = {
    b"\\n": b"\n", b'\\"': b'"', b"\\\\": b"\\", b"\\t": b"\t", b"\\r": b"\r", b"\\b": b"\b",
    b"\\f": b"\f", b"\\/": b"/",
}  # fmt: skip


def decoded(raw: bytes, encoding: str) -> bytes:
    """Give the bytes, in `encoding`, that the inside of a JSON string in `encoding` stands for."""
    if b"\\" not in raw:
        return raw
    return _ESCAPE.sub(lambda match: _meaning(match.group(), encoding), raw)


def sources(data: bytes, span: Span, encoding: str, offsets: Iterable[int]) -> list[Span]:
    """Give, for offsets in the decoded bytes of the string at `span` of `data`, what stands there.

    `offsets` ascend from 0. Each gives the span of one byte of `data`, or of the whole escape;
    an offset beyond the end gives the end.
    """
    found: list[Span] = []
    at, known = span[0], 0  # the byte of `data` that stands for the decoded byte `known`
    escapes = _ESCAPE.finditer(data, *span)
    escape = next(escapes, None)
    for offset in offsets:
        while escape is not None:
            beyond = known + escape.start() - at + len(_meaning(escape.group(), encoding))
            if offset < beyond:
                break
            at, known = escape.end(), beyond
            escape = next(escapes, None)
        plain = min(at + offset - known, span[1])
        if escape is not None and plain >= escape.start():
            found.append(escape.span())
        else:
            found.append((plain, min(plain + 1, span[1])))
    return found


def _meaning(escape: bytes, encoding: str) -> bytes:
    if (short := _SHORT.get(escape)) is not None:
        return short
    if len(escape) == 2:
        return escape[1:]
    units = [int(digits, 16) for digits in escape.split(b"\\u")[1:]]
    if len(units) == 2:
        character = chr(0x10000 + ((units[0] - 0xD800) << 10) + (units[1] - 0xDC00))
    else:
        character = chr(units[0])
    return character.encode(encoding, "replace")

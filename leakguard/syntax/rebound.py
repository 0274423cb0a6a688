"""Names that are given a value otherwise than by an assignment: by a loop, `as` or a lambda."""

import re
from collections.abc import Iterator

from leakguard.document import Span
from leakguard.syntax.lines import code_alone

_TARGETS = rb"\bfor\b(?:(?!\bin\b)[^:\r\n]){1,200}?(?<![\w.])%b\b"
_LOOP = rb"^[ \t]*+(?:async[ \t]+)?" + _TARGETS
"""A loop's, of which a comprehension keeps its names for itself."""

_AS = rb"\bas\s+(?:[(\[]\s*(?:[\w*.]+\s*,\s*){0,8})?%b\b"
_OWN = _TARGETS + rb"|\blambda\b[^:\r\n]*?(?<![\w.])%b\b"
"""What gives names a value in a statement alone."""

_ANY = re.compile(rb"^[ \t]*+(?:async[ \t]+)?for\b|\bas\b", re.MULTILINE)
_ANY_OWN = re.compile(rb"\bfor\b|\blambda\b")
"""What has to be there for any name: far sooner told than what is for one."""


def rebound(name: str, data: bytes, start: int, end: int) -> Iterator[int]:
    """Give where code between two offsets, the first of them outside strings, binds a name by a
    loop or by `as`."""
    return _places(_ANY, _LOOP + b"|" + _AS, name, data, start, end)


def is_bound_inside(name: str, data: bytes, span: Span) -> bool:
    """Tell whether a comprehension or a lambda of a statement binds a name."""
    return next(_places(_ANY_OWN, _OWN, name, data, *span), None) is not None


def _places(
    needed: re.Pattern[bytes], template: bytes, name: str, data: bytes, start: int, end: int
) -> Iterator[int]:
    if needed.search(data, start, end) is None:
        return
    word = re.escape(name.encode())
    pattern = re.compile(template.replace(b"%b", word), re.MULTILINE)
    if pattern.search(data, start, end) is None:  # the rule, and far quicker told
        return
    for match in pattern.finditer(code_alone(data[start:end])):
        yield start + match.start()

"""What stands beside a credential among the arguments of a call, and may be one that no rule knows:
the passphrase of `Client("key", "secret", "…")`, whatever the client is."""

import re
from collections.abc import Iterable, Iterator

from leakguard.document import Document, Span
from leakguard.values.passwords import is_plain_password

_MOST = 4
"""Literals on each side that are looked at."""
_REACH = 120
"""Bytes of a literal, of its quotes and of what separates it from the next."""

_NAME = rb"(?:\w{1,30}\s?[=:]\s?)?[rbuf]?"
_VALUE = rb"[\"'`](?P<value>[^\s\"'`]{6,64})[\"'`]"
_BEHIND = re.compile(rb"[\"'`]\s{0,8},\s{0,8}%b(?=(?P<whole>%b))" % (_NAME, _VALUE))
_BEFORE = re.compile(rb"%b\s{0,8},\s{0,8}%b[\"'`]\Z" % (_VALUE, _NAME))


def siblings(document: Document, spans: Iterable[Span]) -> set[Span]:
    """Give the literals beside those at `spans`, in bytes, that are hardly anything but credentials
    too, so that they are masked wherever the others are shown."""
    found: set[Span] = set()
    for start, end in spans:
        beside = (*_behind(document.data, end), *_before(document.data, start))
        found.update(it for it in beside if is_plain_password(document.text(*it)))
    return found


def _behind(data: bytes, end: int) -> Iterator[Span]:
    for _ in range(_MOST):
        match = _BEHIND.match(data, end, end + _REACH)
        if match is None:
            return
        yield match.span("value")
        end = match.end("value")


def _before(data: bytes, start: int) -> Iterator[Span]:
    for _ in range(_MOST):
        match = _BEFORE.search(data, max(0, start - _REACH), start)
        if match is None:
            return
        yield match.span("value")
        start = match.start("value")

"""What goes wrong on the way: answers that are slow, cut off, of no sense, or somebody else's."""

import time
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from io import BufferedIOBase


class Fault(StrEnum):
    """How the exchange answers instead of what it should."""

    SILENT = "silent"
    """It takes the request and says nothing."""
    SLOW = "slow"
    """A byte now and then, so that no single wait is long."""
    TRUNCATED = "truncated"
    """Less than it says that it will send."""
    HTML = "html"
    """A page instead of JSON, as a firewall sends it."""
    GARBAGE = "garbage"
    """No HTTP."""
    EMPTY = "empty"
    """An answer without content."""
    LIST = "list"
    """JSON, but of another kind."""
    REDIRECT = "redirect"
    """To another host."""
    HUGE = "huge"
    """Without an end."""
    HEADERS = "headers"
    """Headers without an end."""
    BUSY = "busy"
    """An error of the exchange's own."""
    RESTRICTED = "restricted"
    """Refused where the one who asks is."""


_PAGE = b"<html><title>403 Forbidden</title><body>Request blocked.</body></html>"
_OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_ELSEWHERE = "http://elsewhere.example/"

Going = Callable[[], bool]
"""Whether the server still runs."""


def spoil(fault: Fault, out: BufferedIOBase, is_going: Going, elsewhere: str = _ELSEWHERE) -> None:
    """Write what a fault has instead of an answer."""
    with suppress(OSError):  # where the one who asked has had enough
        _spoil(fault, out, is_going, elsewhere)
        out.flush()


def _spoil(fault: Fault, out: BufferedIOBase, is_going: Going, elsewhere: str) -> None:
    if (whole := _whole(elsewhere).get(fault)) is not None:
        out.write(whole)
    elif fault is Fault.SILENT:
        _drip(out, is_going, b"", b"")
    elif fault is Fault.SLOW:
        head = _OK + b"Connection: close\r\nContent-Length: 100000\r\n\r\n"
        _drip(out, is_going, head, b" ")
    elif fault is Fault.HEADERS:
        _drip(out, is_going, _OK, b"X-More: 1\r\n")
    elif fault is Fault.HUGE:
        out.write(_OK + b"Connection: close\r\n\r\n")
        while is_going():
            out.write(b" " * 65536)


def _whole(elsewhere: str) -> dict[Fault, bytes]:
    """Give the faults that are sent at once."""
    moved = f"HTTP/1.1 302 Found\r\nLocation: {elsewhere}\r\nContent-Length: 0\r\n\r\n"
    busy = b'{"code": -1008, "msg": "Server is currently overloaded with other requests."}'
    refused = b'{"code": 0, "msg": "Service unavailable from a restricted location."}'
    return {
        Fault.TRUNCATED: _OK + b'Content-Length: 900\r\n\r\n{"ipRestrict": false, "enableRea',
        Fault.HTML: _answer("403 Forbidden", _PAGE, "text/html"),
        Fault.GARBAGE: b"\x00\x01\x02 no such thing\r\n\r\n",
        Fault.EMPTY: _answer("200 OK", b""),
        Fault.LIST: _answer("200 OK", b"[1, 2]"),
        Fault.REDIRECT: moved.encode(),
        Fault.BUSY: _answer("503 Service Unavailable", busy),
        Fault.RESTRICTED: _answer("451 Unavailable", refused),
    }


def _drip(out: BufferedIOBase, is_going: Going, start: bytes, drop: bytes) -> None:
    out.write(start)
    while is_going():
        out.write(drop)
        out.flush()
        time.sleep(0.05)


def _answer(status: str, content: bytes, kind: str = "application/json") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content

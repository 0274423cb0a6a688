"""Which exchange a bot states that a value is for: by a class of ccxt, by freqtrade's `name`, by a
setting, by the section in which the value stands."""

import re
from collections.abc import Iterator

from leakguard.document import Document, Span

_LINES_ABOVE = 12
_BYTES_ABOVE = 900
_BYTES_BEHIND = 400
"""How far from a value its exchange may be stated."""

_CCXT = re.compile(
    rb"""\bccxt\w{0,8}(?:\.(?:pro|async_support))?(?:\.|\\|::|[ ]?,[ ]?["']|\[["'])
         (?P<id>[a-z][a-z0-9]{1,24})\b""",
    re.VERBOSE,
)
"""`ccxt.bybit(…)`, `new \\ccxt\\bybit(…)`, `getattr(ccxt, "bybit")`, `ccxt["bybit"]`."""

_SETTING = rb"""(?<![a-z])exchange%b["']?[ ]{0,4}[:=][ ]{0,4}(?P<quote>["']?)
    (?P<id>[a-z][\w.]{1,24})(?P=quote)[ ]{0,4}(?:[,;}\r\n]|\Z)"""
_EXCHANGE_ID = re.compile(_SETTING % b"_?(?:id|name)", re.VERBOSE | re.IGNORECASE)
"""`exchange_id = "bybit"`, as ccxt's documentation calls it."""

_EXCHANGE = re.compile(_SETTING % b"", re.VERBOSE | re.IGNORECASE)
"""`"exchange": "bybit"`, `exchange: bybit`, which is also what message brokers call something."""

_IN_EXCHANGE = re.compile(rb"""["']exchange["']\s{0,8}:\s{0,8}\{(?P<before>[^}]{0,800})\Z""")
_BEHIND = re.compile(rb"[^{}]*")
_NAME = re.compile(rb"""["']name["']\s{0,8}:\s{0,8}["'](?P<id>[a-z][a-z0-9]{1,24})["']""")
_ATTRIBUTE = re.compile(rb"(?P<object>[A-Za-z_$][\w.]{0,40})(?:\.|->)\w{1,20}\s?=\s?[\"']?\Z")
_INLINE = re.compile(
    rb"""(?<![\w.\-])(?P<id>[A-Za-z][\w\-]{1,24})["']?[ ]{0,4}(?:=>|[:=])[ ]{0,4}\{[^{}]{0,300}\Z"""
)
_OPENING = re.compile(
    rb"""[ \t\-]*["']?(?P<id>[A-Za-z][\w\-]{1,24})["']?[ ]{0,4}(?:=>|[:=])?[ ]{0,4}
         (?:\{|\[|array\()?\s*\Z
         |\[(?:[\w\-]{1,20}\.)?(?P<head>[A-Za-z][\w\-]{1,24})\]\s*\Z""",
    re.VERBOSE,
)


_CELL = re.compile(rb"(?<![\w.\-])[A-Za-z][\w.\-]{1,24}(?=[\"']?[ ]?[,;\t|])")


def exchanges(document: Document, span: Span) -> Iterator[str]:
    """Give what the text around a value says its exchange is, in small letters, the surest
    first."""
    above = _above(document, span)
    if b"xchange" in above or b"ccxt" in above:
        yield from _by_ccxt(above)
        yield from _by_freqtrade(above, document.data[span[1] : span[1] + _BYTES_BEHIND])


def sections(document: Document, span: Span) -> Iterator[str]:
    """Give what a setting called `exchange` above a value says, and the key of the mapping, the
    head of the section, or the cells of the row that the value stands in, in small letters."""
    above = _above(document, span)
    settings = [*_EXCHANGE.finditer(above)] if b"xchange" in above else []
    if settings:
        yield settings[-1]["id"].decode().lower()
    if (head := _head(above)) is not None:
        yield head.decode().lower()
    if document.path.lower().endswith((".csv", ".tsv")):
        yield from (it.decode().lower() for it in _CELL.findall(above[above.rfind(b"\n") + 1 :]))


def _head(above: bytes) -> bytes | None:
    *lines, own = above.split(b"\n")
    inline = _INLINE.search(own) if b"{" in own else None  # most lines have none
    if inline is not None:
        return inline["id"]
    indentation = _indentation(own)
    for line in reversed(lines):
        is_head = line.startswith(b"[") and indentation == 0
        if line.strip() and (is_head or _indentation(line) < indentation):
            opening = _OPENING.fullmatch(line)
            return (opening["id"] or opening["head"]) if opening else None
    return None


def _above(document: Document, span: Span) -> bytes:
    lines = document.data[max(0, span[0] - _BYTES_ABOVE) : span[0]].split(b"\n")
    return b"\n".join(lines[-_LINES_ABOVE:])


def _by_ccxt(above: bytes) -> Iterator[str]:
    """By the class of the object whose attribute is set, or else by what is stated last."""
    found = [*_CCXT.finditer(above), *_EXCHANGE_ID.finditer(above)]
    attribute = _ATTRIBUTE.search(above[above.rfind(b"\n") + 1 :])
    if attribute is not None:
        made = re.compile(rb"(?<![\w.])%b\s*=[^\n]{0,40}\Z" % re.escape(attribute["object"]))
        own = [it for it in found if made.search(above, 0, it.start())]
        found = own if own or len(found) > 1 else found
    if found:
        yield max(found, key=lambda it: it.end())["id"].decode().lower()


def _by_freqtrade(above: bytes, behind: bytes) -> Iterator[str]:
    inside = _IN_EXCHANGE.search(above)
    if inside is None:
        return
    rest = _BEHIND.match(behind)
    for text in (inside["before"], rest[0] if rest else b""):
        yield from (it["id"].decode() for it in _NAME.finditer(text))


def _indentation(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" \t"))

"""Whether a credential is for a test environment: by its name, a flag, a base URL, a section.

In doubt it is live: a testnet key that is called live costs a look, the reverse costs money.
"""

import re
from collections.abc import Iterable

from leakguard import names
from leakguard.document import Document, Span, iter_lines

_REACH = 6
"""Lines above and below."""

_OFF = rb"(?!\w*['\"]?\s*[=:,(]\s*['\"]?(?:false|0|no|off|none)\b)"
_SANDBOX = re.compile(
    rb"(?:testnet|sandbox|papertrading|paper_trading)" + _OFF + rb"(?!\.md)"
    rb"|testnet\.binance|testnet\.binancefuture|demo-(?:api|fapi|dapi)\.binance|\bdemo['\"]?\s*[=:]\s*(?:true|1)\b",
    re.IGNORECASE,
)
_LIVE = re.compile(
    rb"\b(?:live|mainnet|prod|production)\b|\bf?d?api\d?\.binance\.(?:com|us)"
    rb"|(?:testnet|sandbox)\w*['\"]?\s*[=:,(]\s*['\"]?(?:false|0|no|off)\b",
    re.IGNORECASE,
)
_SWITCH = re.compile(
    rb"set_sandbox_mode\(\s*True|(?:testnet|sandbox)['\"]?\s*[=:]\s*true|enable_demo_trading\(\s*True"
    rb"|https?://(?:testnet\.binance|testnet\.binancefuture|demo-)",
    re.IGNORECASE,
)
_HEADING = re.compile(rb"binance|^\s*\[|^\s*['\"]?\w+['\"]?\s*:\s*\{?\s*$", re.IGNORECASE)
_COMMENT = (b"#", b"//", b";", b"*")
_OTHER_KEY = re.compile(rb"\b[A-Za-z0-9]{64}\b")


def is_sandbox(
    document: Document, spans: Iterable[Span], names_given: Iterable[str], is_only_one: bool
) -> bool:
    """Tell whether the credential at `spans` (a key, or a key and its secret) is for testing.

    `names_given` are the names of its values. `is_only_one` says that the document has no other
    credential, so that what switches the whole file to a test environment counts.
    """
    marks = {mark for name in names_given if (mark := names.is_sandbox(name)) is not None}
    if marks:
        return marks == {True}
    spans = sorted(spans)
    data = document.data
    first, last = document.line_span(spans[0][0])[0], document.line_span(spans[-1][1])[1]
    own = data[max(first, spans[0][0] - 500) : min(last, spans[-1][1] + 500)]
    if (marked := _mark(_without_comments(own))) is not None:
        return marked
    if (marked := _above(data, first)) is not None:
        return marked
    if _below(data, last):
        return True
    return is_only_one and bool(_SWITCH.search(_code(data))) and not _LIVE.search(_code(data))


def _mark(text: bytes) -> bool | None:
    if _SANDBOX.search(text):
        return True
    return False if _LIVE.search(text) else None


def _above(data: bytes, start: int) -> bool | None:
    """The nearest line above that says something; a heading that is not marked ends the search."""
    window = list(iter_lines(data, max(0, start - 1000), max(0, start - 1)))[-_REACH:]
    for line_start, line_end in reversed(window):
        line = _without_comments(data[line_start:line_end])
        if (marked := _mark(line)) is not None:
            return marked
        if _HEADING.search(line):
            return None
    return None


def _below(data: bytes, end: int) -> bool:
    for line_start, line_end in list(iter_lines(data, end + 1, min(len(data), end + 1000)))[
        :_REACH
    ]:
        line = _without_comments(data[line_start:line_end])
        if _OTHER_KEY.search(line):
            return False
        if (marked := _mark(line)) is not None:
            return marked
        if not line.strip() or _HEADING.search(line):
            return False
    return False


def _without_comments(text: bytes) -> bytes:
    return b"\n".join(line for line in text.splitlines() if not line.lstrip().startswith(_COMMENT))


def _code(data: bytes) -> bytes:
    return _without_comments(data[:1_000_000])

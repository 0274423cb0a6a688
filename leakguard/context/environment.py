"""Whether a credential is for a test environment: by its name, a flag, a base URL, a section.

In doubt it is live: a testnet key that is called live costs a look, the reverse costs money. What
stands nearby counts only if it is about the credential: the heading that it stands under, a switch
in its own block, the branch it is in; not the name, the URL or the comment of something else.
"""

import re
from collections.abc import Iterable, Iterator

from leakguard.context import names
from leakguard.document import Document, Span, iter_lines

_REACH = 20
"""Lines above and below."""

_TEST = rb"(?:testnet|test[_\- ]net|sandbox|demo|paper(?:[_\- ]?trading)?)"
_LIVE = rb"(?:live|mainnet|main|prod|production|real)"
_TEST_HOST = rb"(?:testnet|sandbox|demo-|demo\.|paper-api|uat-api|fxpractice|\btest\.deribit)"
"""https://docs.deribit.com, https://developer.oanda.com, https://exchange-docs.crypto.com and what
the others name plainly."""

_IN_CALL = re.compile(
    rb"(?:testnet|sandbox|paper(?:_trading)?|demo)['\"]?\s*[=:]\s*['\"]?(?:true|1|yes|on)\b"
    rb"|(?:https?|wss?)://[\w.\-]{0,60}" + _TEST_HOST + rb"|\btestnet\.binance"
    rb"|enable_demo_trading\(\s*true|set_?sandbox_?mode\(\s*true"
    rb"|x-simulated-trading['\"]?\s*[,:]\s*['\"]?1|paptrading['\"]?\s*[,:]\s*['\"]?1"
    rb"|environment\s*=\s*['\"]practice|\bbitmex\(\s*test\s*=\s*true",
    re.IGNORECASE,
)
_ARGUMENT = re.compile(
    rb"(?:[(,]|^)\s*(?:acc_type|env|environment)=['\"]?(?:\w+\.)*(?:testnet|sandbox|demo|paper)\b"
    rb"['\"]?\s*[,)]",
    re.IGNORECASE,
)
"""`env=TESTNET` of Paradex, `acc_type="DEMO"` of IG: only in the call of the credential itself,
since other things have an environment too."""

_SWITCH = re.compile(
    rb"^[\s\-,{]*(?:[\w.]*\.)?['\"]?(?:is_|use_|set_)?(?:testnet|sandbox|paper|paper_trading|demo)"
    rb"(?:_mode)?['\"]?\s*(?:[=:]|\()\s*['\"]?(?P<value>\w+)",
    re.IGNORECASE,
)
_URL = re.compile(
    rb"^[\s\-,{]*(?:export\s+)?['\"]?(?P<name>[\w\-.]*(?:url|host|endpoint|api|base)[\w\-]*)['\"]?\s*[=:]"
    rb"\s*['\"]?https?://(?P<host>[\w.\-]+)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    rb"^\s*(?:\[(?P<section>[^\]=]{1,80})\]"
    rb"|['\"]?(?P<key>[\w\-. ]{1,60})['\"]?\s*[:=]\s*[\[{(]?)\s*$"
)
_COMMENT = re.compile(rb"^\s*(?:#|//|;|--|\*)+\s*(?P<text>.{0,80}?)\W*$")
_EXCHANGE = (
    rb"binance|bybit|okx|kraken|kucoin|coinbase|bitget|bitmex|deribit|gemini|gate|htx|alpaca|oanda"
    rb"|phemex|bingx|tradier|hyperliquid|dydx|exchange"
)
_TITLE = re.compile(
    rb"(?:\W|\b(?:"
    + _EXCHANGE
    + rb"|spot|usd-?m|coin-?m|futures|margin|account|accounts|api|keys?|pair|"
    rb"secrets?|credentials?|the|for|our|my|and|environment|env|trading|bot)\b)*"
    rb"(?P<mark>" + _TEST + rb"|" + _LIVE + rb")"
    rb"(?:\W|\b(?:"
    + _EXCHANGE
    + rb"|spot|futures|margin|account|accounts|api|keys?|pair|secrets?|only|here|"
    rb"credentials?|environment|env|trading|bot|net)\b)*",
    re.IGNORECASE,
)
_BRANCH = re.compile(
    rb"^\s*(?:if|elif|while)\b(?P<negated>.*\bnot\b)?.*" + _TEST + rb".*:\s*$", re.IGNORECASE
)
_OTHER_BRANCH = re.compile(rb"^\s*(?:if|elif|else)\b.*:\s*$")
_IS_TEST = re.compile(_TEST, re.IGNORECASE)
_IS_TEST_HOST = re.compile(_TEST + rb"|" + _TEST_HOST, re.IGNORECASE)
_VALUE = re.compile(rb"[A-Za-z0-9]{40,}")
_FALSE = {b"false", b"0", b"no", b"off", b"none", b"null"}


def is_sandbox(
    document: Document,
    spans: Iterable[Span],
    names_given: Iterable[str],
    is_only_one: bool,
    used: Iterable[Span] = (),
) -> bool:
    """Tell whether the credential at `spans` (a key, or a key and its secret) is for testing.

    `names_given` are the names of its values, `used` where they are passed on. `is_only_one` says
    that the document has no other credential, so that what switches the whole file counts.
    """
    marks = {mark for name in names_given if (mark := names.is_sandbox(name)) is not None}
    if marks:
        return marks == {True}
    spans = sorted(spans)
    data = document.data
    first, last = document.line_span(spans[0][0])[0], document.line_span(spans[-1][1])[1]
    for start, end in ((first, last), *(document.line_span(span[0]) for span in used)):
        near = (max(start, spans[0][0] - 500), min(end, spans[-1][1] + 500))
        own = data[slice(*near)] if start == first else data[start : min(end, start + 4000)]
        about = _about_itself(own)
        if _IN_CALL.search(about) or _ARGUMENT.search(about):
            return True
    for marked in (_above(data, first), _below(data, last)):
        if marked is not None:
            return marked
    return is_only_one and bool(_IN_CALL.search(_about_itself(data[:1_000_000])))


def _above(data: bytes, start: int) -> bool | None:
    """What the lines above say: a heading, a switch or a URL of the same block, a branch."""
    indent = _indent(data[start : start + 200])
    is_same_block = True
    negated = False
    window = list(iter_lines(data, max(0, start - 2000), max(0, start - 1)))[-_REACH:]
    for line in (data[slice(*span)] for span in reversed(window)):
        if not line.strip():
            is_same_block = False
            continue
        own_indent = _indent(line)
        if own_indent < indent and _OTHER_BRANCH.match(line):
            if (branch := _BRANCH.match(line)) is not None:
                return (branch["negated"] is None) is not negated
            negated = negated is not line.lstrip().startswith(b"else")
            indent = own_indent + 1 if line.lstrip().startswith(b"else") else own_indent
            continue
        said = _heading(line) if own_indent <= indent or line.lstrip()[:1] in b"#;/[" else None
        if said is not None:
            return said
        if is_same_block and (switched := _switched(line)) is not None:
            return switched
        if _HEADING.match(line) and own_indent < max(indent, 1):
            return None
    return None


def _heading(line: bytes) -> bool | None:
    """What a section, a key without a value, or a comment that is a title says."""
    if (comment := _COMMENT.match(line)) is not None:
        title = _TITLE.fullmatch(comment["text"])
        return bool(_IS_TEST.match(title["mark"])) if title is not None else None
    if (heading := _HEADING.match(line)) is not None:
        text = (heading["section"] or heading["key"] or b"").decode("ascii", "replace")
        return names.is_sandbox(text)
    return None


def _switched(line: bytes) -> bool | None:
    """`testnet: true` says yes, `testnet: false` no; a URL of a test environment says yes, unless
    it is kept under a name of its own for later."""
    if (switch := _SWITCH.match(line)) is not None:
        return switch["value"].lower() not in _FALSE
    if _ARGUMENT.match(line) is not None:
        return True
    url = _URL.match(line)
    if url is not None and _IS_TEST_HOST.search(url["host"]) and not _IS_TEST.search(url["name"]):
        return True
    return None


def _below(data: bytes, end: int) -> bool | None:
    """A switch or a URL in the rest of the block."""
    window = list(iter_lines(data, end + 1, min(len(data), end + 1000)))[:_REACH]
    for line in (data[slice(*span)] for span in window):
        if not line.strip() or _VALUE.search(line) or _COMMENT.match(line) or _HEADING.match(line):
            return None
        if (switched := _switched(line)) is not None:
            return switched
    return None


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" \t"))


def _about_itself(text: bytes) -> bytes:
    """A text without its comments, and without URLs that are kept under names of their own."""
    return b"\n".join(_telling_lines(text))


def _telling_lines(text: bytes) -> Iterator[bytes]:
    for line in text.splitlines():
        url = _URL.match(line)
        is_for_later = url is not None and _IS_TEST.search(url["name"])
        if not is_for_later and not line.lstrip().startswith((b"#", b"//", b";", b"*")):
            yield line

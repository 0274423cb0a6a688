"""Which of an exchange's environments and markets a credential is for, as far as the text says.

What stands near it is read for what only that can mean: a host's name, an argument of a client, a
word in the credential's own name. Nothing is concluded here from what is not said, but for a call
of a client that no argument switches to a test environment.
"""

import re
from collections.abc import Iterable

from leakguard.context import names
from leakguard.document import Document, Span
from leakguard.levels import Mark

_AROUND = 1_500
"""Bytes on both sides."""

_MOST = 1_000_000
"""Bytes of a document that is read whole, since it has no other credential."""


# https://developers.binance.com/docs/derivatives/usds-margined-futures/general-info
# https://developers.binance.com/docs/binance-spot-api-docs/demo-mode/general-info
# https://docs.ccxt.com/#/README?id=sandbox-and-testnet (set_sandbox_mode, enable_demo_trading)
_SAID = {
    Mark.LIVE: rb"//(?:api(?:-gcp|[1-4])?|fapi|dapi)\.binance\.com|\b(?:testnet|demo|sandbox)['\"]?"
    rb"\s*[=:]\s*False\b|set_?sandbox_?mode\(\s*false",
    Mark.TESTNET: rb"testnet\.binance(?:future)?\.|\btestnet['\"]?\s*[=:]\s*['\"]?true\b"
    rb"|set_?sandbox_?mode\(\s*true|\bsandbox['\"]?\s*[=:]\s*['\"]?true\b|REST_API_TESTNET_URL",
    Mark.DEMO: rb"//demo-(?:api|fapi|dapi)\.binance|\bdemo['\"]?\s*[=:]\s*['\"]?true\b"
    rb"|enable_?demo_?trading\(\s*true|REST_API_DEMO_URL",
    Mark.SWITCHED: rb"\b(?:testnet|demo|sandbox|tld|base_url|base_endpoint|base_path)\s*=\s*"
    rb"(?!true\b|false\b|['\"\d])[\w.]|set_?sandbox_?mode\(\s*(?!true\b|false\b)\w",
    Mark.SPOT: rb"testnet\.binance\.vision|//demo-api\.binance|\bdefault_?type['\"]?\s*[=:]\s*"
    rb"['\"]spot\b|\bSPOT_REST_API_|\bbinance\.spot\b",
    Mark.FUTURES: rb"testnet\.binancefuture|\b(?:demo-)?fapi\.binance|\bdefault_?type['\"]?\s*[=:]"
    rb"\s*['\"](?:future|futures|swap|linear)\b|\bUMFutures\b|\bbinanceusdm\b|\bum_futures\b"
    rb"|DERIVATIVES_TRADING_USDS_FUTURES",
    Mark.COIN_FUTURES: rb"\b(?:demo-)?dapi\.binance|\bdefault_?type['\"]?\s*[=:]\s*['\"]"
    rb"(?:delivery|inverse)\b|\bCMFutures\b|\bbinancecoinm\b|\bcm_futures\b"
    rb"|DERIVATIVES_TRADING_COIN_FUTURES",
    Mark.US: rb"\btld['\"]?\s*[=:]\s*['\"]us\b|api\.binance\.us\b|\bbinanceus\b",
}
_PATTERNS = {mark: re.compile(text, re.IGNORECASE) for mark, text in _SAID.items()}
_COMMENT = re.compile(rb"^[ \t]*(?:#|//|;|--|\*).*$", re.MULTILINE)

_WORDS = {
    Mark.TESTNET: {"testnet"},
    Mark.DEMO: {"demo"},
    Mark.LIVE: {"live", "mainnet", "prod", "production"},
    Mark.SPOT: {"spot"},
    Mark.FUTURES: {"futures", "future", "usdm", "fapi"},
    Mark.COIN_FUTURES: {"coinm", "dapi", "delivery"},
}
_TEST = {Mark.TESTNET, Mark.DEMO}


def marks(
    document: Document,
    spans: Iterable[Span],
    given: Iterable[str],
    used: Iterable[tuple[Document, Span]],
    *,
    is_passed: bool,
    is_only_one: bool,
) -> frozenset[Mark]:
    """Give what is said of the credential at `spans`.

    Args:
        document: what they are in.
        spans: of the key and of what signs, in bytes.
        given: their names.
        used: where they are passed on, each with the document that this is in.
        is_passed: whether a call of a client takes them.
        is_only_one: whether the document has no other credential, so that all of it counts.
    """
    words = {word for name in given for word in names.words(name)}
    named = {mark for mark, own in _WORDS.items() if words & own}
    places = [*((document, it) for it in spans), *used]
    texts = [_around(*it) for it in places]
    if is_only_one:
        texts.append(document.data[:_MOST])
    read = b"\n".join(_COMMENT.sub(b"", text) for text in texts)
    said = {mark for mark, pattern in _PATTERNS.items() if pattern.search(read)}
    if named & {Mark.LIVE, *_TEST}:  # its own name says more than what stands around
        said -= {Mark.LIVE, Mark.SWITCHED, *_TEST}
    found = named | said
    if is_passed and not found & {Mark.LIVE, Mark.SWITCHED, *_TEST}:
        found.add(Mark.LIVE)
    return frozenset(found)


def _around(document: Document, span: Span) -> bytes:
    """The text around a place, as far as an empty line or the limit on each side."""
    start, end = document.line_span(span[0])[0], document.line_span(span[1])[1]
    before = document.data[max(0, start - _AROUND) : start]
    after = document.data[end : end + _AROUND]
    return (
        before.rpartition(b"\n\n")[2]
        + document.data[start : min(end, start + 8 * _AROUND)]
        + after.partition(b"\n\n")[0]
    )

"""Proof without a network: a request in the text that a secret has signed.

A URL, a log line or a recorded request holds what was signed and the signature; who has the secret
can make the same one. No guess of a value comes to it by chance.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from leakguard.candidate import Candidate
from leakguard.document import Document, Span
from leakguard.extent import distance
from leakguard.finding import Confidence, Role
from leakguard.text import unescaped

LABEL = "a request that it signed"
_WHY = "A request here is signed with it, so that it is the secret, and worked once."

_SECRETS = (Role.SECRET, Role.PRIVATE_KEY, Role.TOKEN, Role.KEY, None)
_LONGEST = 256
"""Characters of a secret."""

_MOST_SECRETS = 50
_MOST_SIGNED = 100
_MOST_PARTS = 12
"""Values of one kind that are tried for a request whose parts stand apart."""

_QUERY = re.compile(
    rb"(?:^|[\s\"'`?<>()]) (?P<signed> [A-Za-z0-9_.\-]{1,40} = [^\s\"'`?<>()]{1,2000} )"
    rb" & signature = (?P<signature> [0-9a-fA-F]{64} ) (?![0-9a-fA-F])",
    re.VERBOSE | re.MULTILINE,
)
"""`symbol=…&timestamp=…&signature=…`, as Binance, MEXC and BingX have it.
https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security"""

_HEADER = rb"""(?i: %b ) ["']? \s{0,4} [:=,] \s{0,4} ["']? (?P<text> %b ) (?![A-Za-z0-9+/=.:])"""


def _header(name: bytes, form: bytes) -> re.Pattern[bytes]:
    return re.compile(_HEADER % (name, form), re.VERBOSE)


_TARGET = re.compile(
    rb"(?:\b(?P<method>GET|POST|PUT|DELETE)\b[^\n]{0,40}?)?"
    rb"(?:https?://[\w.\-:]{1,100})?(?P<path>/(?:api|v\d)[^\s\"'`<>\\]{0,500})"
)
_BODY = re.compile(rb"(?P<text>\{\"[^\n']{1,1000}\})")


@dataclass(frozen=True, slots=True)
class _Form:
    """How requests are signed whose parts stand apart, in headers and elsewhere."""

    signature: re.Pattern[bytes]
    time: re.Pattern[bytes]
    others: tuple[re.Pattern[bytes], ...]
    """What is signed between the time and the request, in this order."""
    is_hex: bool
    has_path: bool
    """Whether method and path are signed, rather than the query alone."""


_TIME = rb"[0-9T:.\-]{10,30}Z?"
_BASE64 = rb"[A-Za-z0-9+/]{43}="
_FORMS = (
    # https://bybit-exchange.github.io/docs/v5/guide#authentication
    _Form(
        _header(rb"X-BAPI-SIGN", rb"[0-9a-f]{64}"),
        _header(rb"X-BAPI-TIMESTAMP", rb"[0-9]{13}"),
        (_header(rb"X-BAPI-API-KEY", rb"[A-Za-z0-9]{10,40}"),
         _header(rb"X-BAPI-RECV-WINDOW", rb"[0-9]{1,6}")),
        is_hex=True,
        has_path=False,
    ),
    # https://www.okx.com/docs-v5/en/#overview-rest-authentication
    _Form(_header(rb"OK-ACCESS-SIGN", _BASE64), _header(rb"OK-ACCESS-TIMESTAMP", _TIME), (),
          is_hex=False, has_path=True),
    # https://www.bitget.com/api-doc/common/signature
    _Form(_header(rb"ACCESS-SIGN", _BASE64), _header(rb"ACCESS-TIMESTAMP", _TIME), (),
          is_hex=False, has_path=True),
    # https://www.kucoin.com/docs-new/authentication
    _Form(_header(rb"KC-API-SIGN", _BASE64), _header(rb"KC-API-TIMESTAMP", _TIME), (),
          is_hex=False, has_path=True),
)  # fmt: skip

# https://docs.kraken.com/api/docs/guides/spot-rest-auth
_KRAKEN_SIGN = _header(rb"API-Sign", rb"[A-Za-z0-9+/]{86}==")
_KRAKEN_PATH = re.compile(rb"/0/private/[A-Za-z]{1,40}")
_NONCE = re.compile(rb"(?<![A-Za-z0-9_])nonce=(?P<text>[0-9]{1,20})(?![0-9])")
_OUTSIDE = re.compile(rb"[\s\"'`<>\\?()]")
"""What stands around the body of a form."""

_LONGEST_BODY = 1000
"""Bytes before and behind its nonce."""

_KEY_HEADER = re.compile(
    rb"(?i: X-MBX-APIKEY | X-MEXC-APIKEY | X-BX-APIKEY | X-BAPI-API-KEY | OK-ACCESS-KEY"
    rb" | ACCESS-KEY | KC-API-KEY | API-Key )"
    rb" [\"']? \s{0,4} [:=,] \s{0,4} [\"']? (?P<text> [A-Za-z0-9+/=\-]{10,128} )",
    re.VERBOSE,
)
"""How a request says whose it is."""

_REQUEST = 2000
"""Bytes between a header and the signature of one request at the most."""

_HINTS = (b"signature=", b"-SIGN", b"-sign", b"-Sign")
"""One of them stands in every text that can prove anything."""


def signatures(document: Document, candidates: list[Candidate]) -> dict[Span, Span]:
    """Give, for each candidate that has signed a request which stands in the same text, by its
    span, where the signature stands."""
    secrets = [it for it in candidates if _may_sign(it)][:_MOST_SECRETS]
    if not secrets or not any(hint in document.data for hint in _HINTS):
        return {}
    signed = list(_signed(document.data))
    found: dict[Span, Span] = {}
    for it in secrets:
        key = unescaped(it.value).encode("utf-8", "surrogatepass")
        span = next((span for text, made, span in signed if made(key, text)), None)
        if span is not None:
            found[it.span] = span
    return found


def used_together(
    document: Document, candidates: list[Candidate], signed: Mapping[Span, Span]
) -> dict[Span, Span]:
    """Give, for each secret that has signed a request whose header has an API key, by its span,
    where that key stands nearest to it: they belong together, however far apart they stand."""
    headers = list(_some(_KEY_HEADER, document.data)) if signed else []
    found: dict[Span, Span] = {}
    for secret, signature in signed.items():
        sent = min(headers, key=lambda it: distance(it.span(), signature), default=None)
        if sent is None or distance(sent.span(), signature) > _REQUEST:
            continue
        value = sent["text"].decode("ascii")
        keys = [it.span for it in candidates if it.role is Role.KEY and it.value == value]
        if keys:
            found[secret] = min(keys, key=lambda it: distance(it, secret))
    return found


def proven(candidates: list[Candidate], signed: Mapping[Span, Span]) -> list[Candidate]:
    """Give the candidates, those with the highest confidence that have signed a request."""
    return [
        replace(
            it,
            confidence=Confidence.PROVEN,
            facts=replace(it.facts, why=f"{it.facts.why} {_WHY}"),
            related=(*it.related, (LABEL, signed[it.span])),
        )
        if it.span in signed and _may_sign(it)
        else it
        for it in candidates
    ]


_Check = Callable[[bytes, bytes], bool]
"""Whether a key makes the signature of a text."""


def _may_sign(candidate: Candidate) -> bool:
    is_value = candidate.value and candidate.document is None
    return bool(is_value) and candidate.role in _SECRETS and len(candidate.value) <= _LONGEST


def _signed(data: bytes) -> Iterator[tuple[bytes, _Check, Span]]:
    """Give each text that may have been signed, how its signature is checked, and where that
    stands."""
    for number, match in enumerate(_QUERY.finditer(data)):
        if number == _MOST_SIGNED:
            return
        yield match["signed"], _hex(match["signature"]), match.span("signature")
    for form in _FORMS:
        for match in _some(form.signature, data):
            check = _hex(match["text"]) if form.is_hex else _base64(match["text"])
            for text in _texts(form, data):
                yield text, check, match.span("text")
    for match in _some(_KRAKEN_SIGN, data):
        for text in _texts_of_kraken(data):
            yield text, _kraken(match["text"]), match.span("text")


def _texts_of_kraken(data: bytes) -> Iterator[bytes]:
    """Give a path with the digest of the nonce and the body, for each that there is of both."""
    for nonce in _some(_NONCE, data):
        first = max(0, nonce.start() - _LONGEST_BODY)
        start = max(
            (it.end() for it in _OUTSIDE.finditer(data, first, nonce.start())), default=first
        )
        last = min(len(data), nonce.end() + _LONGEST_BODY)
        behind = _OUTSIDE.search(data, nonce.end(), last)
        body = data[start : behind.start() if behind else last]
        digest = hashlib.sha256(nonce["text"] + body).digest()
        yield from (path.group() + digest for path in _some(_KRAKEN_PATH, data))


def _texts(form: _Form, data: bytes) -> Iterator[bytes]:
    """Give the texts that the parts of a request may be put together to."""
    starts = [it["text"] for it in _some(form.time, data)]
    for pattern in form.others:
        values = [it["text"] for it in _some(pattern, data)]
        starts = [start + value for start in starts for value in values][:_MOST_SIGNED]
    bodies = [b"", *(it["text"] for it in _some(_BODY, data))]
    for start in starts:
        for target in _some(_TARGET, data):
            path = target["path"]
            if not form.has_path:
                yield start + path.partition(b"?")[2]
                continue
            for method in (target["method"],) if target["method"] else (b"GET", b"POST"):
                yield from (start + method + path + body for body in bodies)
        if not form.has_path:
            yield from (start + body for body in bodies)


def _some(pattern: re.Pattern[bytes], data: bytes) -> Iterable[re.Match[bytes]]:
    found: list[re.Match[bytes]] = []
    for match in pattern.finditer(data):
        found.append(match)
        if len(found) == _MOST_PARTS:
            break
    return found


def _hex(signature: bytes) -> _Check:
    wanted = bytes.fromhex(signature.decode("ascii"))
    return lambda key, text: hmac.compare_digest(hmac.digest(key, text, hashlib.sha256), wanted)


def _base64(signature: bytes) -> _Check:
    wanted = base64.b64decode(signature)
    return lambda key, text: hmac.compare_digest(hmac.digest(key, text, hashlib.sha256), wanted)


def _kraken(signature: bytes) -> _Check:
    wanted = base64.b64decode(signature)

    def made(key: bytes, text: bytes) -> bool:
        try:
            secret = base64.b64decode(key, validate=True)
        except ValueError:
            return False
        return hmac.compare_digest(hmac.digest(secret, text, hashlib.sha512), wanted)

    return made

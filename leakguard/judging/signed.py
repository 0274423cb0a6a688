"""Signed requests in a text: what was signed, and how the signature is checked.

A request may stand there as a URL, a line of a log, a command for curl, or as what a test has
recorded (a cassette in YAML or JSON, a HAR file): its parts stand apart then, in any order, and its
body with the escapes of a string.
"""

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from leakguard.context.extent import distance
from leakguard.document import Span

Check = Callable[[bytes, bytes], bool]
"""Whether a key makes the signature of a text."""

_MOST_QUERIES = 100
_MOST_SIGNED = 40
"""Signatures of one kind whose request is put together."""

_REQUEST = 4000
"""Bytes before and behind a signature in which the rest of its request stands."""

_NEAREST = 4
"""Values of one kind that are tried for a request, of those that stand nearest to its signature."""

_LONGEST_BODY = 2000

_QUERY = re.compile(
    rb"(?:^|[\s\"'`?<>()]) (?P<signed> [A-Za-z0-9_.\-]{1,40} = [^\s\"'`?<>()]{1,2000} )"
    rb" (?:&|&amp;|\\u0026) signature = (?P<signature> [0-9a-fA-F]{64} ) (?![0-9a-fA-F])",
    re.VERBOSE | re.MULTILINE,
)
"""`symbol=…&timestamp=…&signature=…`, as Binance, MEXC and BingX have it.
https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security"""

_AND = re.compile(rb"&amp;|\\u0026")
"""How HTML, and JSON as Go writes it, has the sign between two parameters."""

_CALLED = re.compile(rb"[A-Za-z]{1,20}[=:](?=[A-Za-z0-9_.\-]{1,40}=)")
"""What a log calls a body: `body=symbol=…`."""

_HEADER = rb"""(?i: %b ) \\{0,3}["']? \s{0,4} [:=,] \s{0,40}
(?: -[ ]{1,4} | \[\s{0,40} | \\{0,3}["']value\\{0,3}["'] \s{0,4} : \s{0,4} )? \\{0,3}["']?
(?P<text> %b ) (?![A-Za-z0-9+/=.:])"""
"""A header and its value: beside it, as an item of a list (as in a cassette of VCR.py:
https://vcrpy.readthedocs.io/en/latest/), or by the name `value` (as in a HAR file)."""


def header(name: bytes, form: bytes) -> re.Pattern[bytes]:
    """Give what finds a header by its name, and its value, `text`, by its form."""
    return re.compile(_HEADER % (name, form), re.VERBOSE)


_TARGET = re.compile(
    rb"(?:\b(?P<method>GET|POST|PUT|DELETE)\b[^\n]{0,40}?)?"
    rb"(?:https?://[\w.\-:]{1,100})?(?P<text>/(?:api|v\d)[^\s\"'`<>\\]{0,500})"
)
_METHODS = (b"GET", b"POST", b"DELETE", b"PUT")
_OBJECT = re.compile(rb"\{\"")
_STRING = re.compile(rb"\"(?P<text>\{(?:[^\"\\\n]|\\.){1,%d}\})\"" % _LONGEST_BODY)
_SCALAR = re.compile(rb"'(?P<text>\{\"(?:[^']|''){1,%d}\})'" % _LONGEST_BODY)
_FOLD = re.compile(rb"[ \t]*\r?\n[ \t]*")


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
        header(rb"X-BAPI-SIGN", rb"[0-9a-f]{64}"),
        header(rb"X-BAPI-TIMESTAMP", rb"[0-9]{13}"),
        (header(rb"X-BAPI-API-KEY", rb"[A-Za-z0-9]{10,40}"),
         header(rb"X-BAPI-RECV-WINDOW", rb"[0-9]{1,6}")),
        is_hex=True,
        has_path=False,
    ),
    # https://www.okx.com/docs-v5/en/#overview-rest-authentication
    _Form(header(rb"OK-ACCESS-SIGN", _BASE64), header(rb"OK-ACCESS-TIMESTAMP", _TIME), (),
          is_hex=False, has_path=True),
    # https://www.bitget.com/api-doc/common/signature
    _Form(header(rb"ACCESS-SIGN", _BASE64), header(rb"ACCESS-TIMESTAMP", _TIME), (),
          is_hex=False, has_path=True),
    # https://www.kucoin.com/docs-new/authentication
    _Form(header(rb"KC-API-SIGN", _BASE64), header(rb"KC-API-TIMESTAMP", _TIME), (),
          is_hex=False, has_path=True),
)  # fmt: skip

# https://docs.kraken.com/api/docs/guides/spot-rest-auth
_KRAKEN_SIGN = header(rb"API-Sign", rb"[A-Za-z0-9+/]{86}==")
_KRAKEN_PATH = re.compile(rb"(?P<text>/0/private/[A-Za-z]{1,40})")
_NONCE = re.compile(rb"(?<![A-Za-z0-9_])nonce=(?P<text>[0-9]{1,20})(?![0-9])")
_OUTSIDE = re.compile(rb"[\s\"'`<>\\?()]")
"""What stands around the body of a form."""

_HINTS = (b"signature=", b"-SIGN", b"-sign", b"-Sign")
"""One of them stands in every text that can prove anything."""


def signed_in(data: bytes) -> Iterator[tuple[bytes, Check, Span]]:
    """Give each text that may have been signed, how its signature is checked, and where that
    stands."""
    if not any(hint in data for hint in _HINTS):
        return
    for match in _first(_QUERY, data, _MOST_QUERIES):
        for text in _uncalled(_AND.sub(b"&", match["signed"])):
            yield text, _hex(match["signature"]), match.span("signature")
    for form in _FORMS:
        for match in _first(form.signature, data, _MOST_SIGNED):
            check = _hex(match["text"]) if form.is_hex else _base64(match["text"])
            for text in _texts(form, _Around.of(data, match)):
                yield text, check, match.span("text")
    for match in _first(_KRAKEN_SIGN, data, _MOST_SIGNED):
        for text in _texts_of_kraken(_Around.of(data, match)):
            yield text, _kraken(match["text"]), match.span("text")


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a signature."""

    data: bytes
    span: Span
    """Of the signature."""

    @classmethod
    def of(cls, data: bytes, signature: re.Match[bytes]) -> "_Around":
        start, stop = signature.span("text")
        first = max(0, start - _REQUEST)
        return cls(data[first : stop + _REQUEST], (start - first, stop - first))

    def nearest(self, pattern: re.Pattern[bytes]) -> list[re.Match[bytes]]:
        """Give the matches that stand nearest to the signature."""
        found = pattern.finditer(self.data)
        return sorted(found, key=lambda it: distance(it.span(), self.span))[:_NEAREST]

    def texts(self, pattern: re.Pattern[bytes]) -> list[bytes]:
        """Give the texts of those."""
        return [it["text"] for it in self.nearest(pattern)]


def _texts(form: _Form, around: _Around) -> Iterator[bytes]:
    """Give the texts that the parts of a request may be put together to."""
    parts = (around.texts(it) for it in (form.time, *form.others))
    starts = [b"".join(it) for it in product(*parts)]
    targets = around.nearest(_TARGET)
    bodies = [b"", *_bodies(around)]
    if not form.has_path:
        rests = [*(it["text"].partition(b"?")[2] for it in targets), *bodies]
    else:
        rests = [
            method + it["text"] + body
            for it in targets
            for method in ((it["method"],) if it["method"] else _METHODS)
            for body in bodies
        ]
    yield from (start + rest for start in starts for rest in rests)


def _bodies(around: _Around) -> Iterator[bytes]:
    """Give the objects of JSON near a signature: as they are, as a string in JSON has them, and as
    one in YAML, which goes on in a next line where there is a space.

    https://yaml.org/spec/1.2.2/#single-quoted-style
    """
    for match in around.nearest(_OBJECT):
        text = around.data[match.start() : match.start() + _LONGEST_BODY].decode("utf-8", "replace")
        try:
            _, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            continue
        yield text[:end].encode()
    for written in around.texts(_STRING):
        try:
            yield str(json.loads(b'"%b"' % written)).encode()
        except ValueError:
            continue
    for written in around.texts(_SCALAR):
        yield _FOLD.sub(b" ", written.replace(b"''", b"'"))


def _texts_of_kraken(around: _Around) -> Iterator[bytes]:
    """Give a path with the digest of the nonce and the body, for each that there is of both."""
    data = around.data
    for nonce in around.nearest(_NONCE):
        first = max(0, nonce.start() - _LONGEST_BODY)
        start = max(
            (it.end() for it in _OUTSIDE.finditer(data, first, nonce.start())), default=first
        )
        last = min(len(data), nonce.end() + _LONGEST_BODY)
        behind = _OUTSIDE.search(data, nonce.end(), last)
        for body in _uncalled(data[start : behind.start() if behind else last]):
            digest = hashlib.sha256(nonce["text"] + body).digest()
            yield from (path + digest for path in around.texts(_KRAKEN_PATH))


def _uncalled(text: bytes) -> Iterator[bytes]:
    """Give a form as it stands, and without what a log calls it."""
    yield text
    if (called := _CALLED.match(text)) is not None:
        yield text[called.end() :]


def _first(pattern: re.Pattern[bytes], data: bytes, most: int) -> Iterable[re.Match[bytes]]:
    for number, match in enumerate(pattern.finditer(data)):
        if number == most:
            return
        yield match


def _hex(signature: bytes) -> Check:
    return _sha256(bytes.fromhex(signature.decode("ascii")))


def _base64(signature: bytes) -> Check:
    return _sha256(base64.b64decode(signature))


def _sha256(wanted: bytes) -> Check:
    return lambda key, text: hmac.compare_digest(hmac.digest(key, text, hashlib.sha256), wanted)


def _kraken(signature: bytes) -> Check:
    wanted = base64.b64decode(signature)

    def made(key: bytes, text: bytes) -> bool:
        try:
            secret = base64.b64decode(key, validate=True)
        except binascii.Error:
            return False
        return hmac.compare_digest(hmac.digest(secret, text, hashlib.sha512), wanted)

    return made

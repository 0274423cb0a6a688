"""Proof without a network: a request in the text that a secret has signed.

A URL, a log line or a recorded request holds what was signed and the signature; who has the secret
can make the same one. No guess of a value comes to it by chance.
"""

from collections.abc import Mapping
from dataclasses import replace

from leakguard.candidate import Candidate
from leakguard.context.extent import distance
from leakguard.document import Document, Span
from leakguard.finding import Confidence, Role
from leakguard.judging.signed import header, signed_in
from leakguard.text import unescaped

LABEL = "a request that it signed"
_WHY = "A request here is signed with it, so that it is the secret, and worked once."

_SECRETS = (Role.SECRET, Role.PRIVATE_KEY, Role.TOKEN, Role.KEY, None)
_LONGEST = 256
"""Characters of a secret."""

_MOST_SECRETS = 50

_KEY_HEADER = header(
    rb"X-MBX-APIKEY | X-MEXC-APIKEY | X-BX-APIKEY | X-BAPI-API-KEY | OK-ACCESS-KEY | ACCESS-KEY"
    rb" | KC-API-KEY | API-Key",
    rb"[A-Za-z0-9+/=\-]{10,128}",
)
"""How a request says whose it is."""

_REQUEST = 2000
"""Bytes between a header and the signature of one request at the most."""


def signatures(document: Document, candidates: list[Candidate]) -> dict[Span, Span]:
    """Give, for each candidate that has signed a request which stands in the same text, by its
    span, where the signature stands."""
    secrets = [it for it in candidates if _may_sign(it)][:_MOST_SECRETS]
    requests = list(signed_in(document.data)) if secrets else []
    found: dict[Span, Span] = {}
    for it in secrets:
        key = unescaped(it.value).encode("utf-8", "surrogatepass")
        span = next((span for text, made, span in requests if made(key, text)), None)
        if span is not None:
            found[it.span] = span
    return found


def used_together(
    document: Document, candidates: list[Candidate], signed: Mapping[Span, Span]
) -> dict[Span, Span]:
    """Give, for each secret that has signed a request whose header has an API key, by its span,
    where that key stands nearest to it: they belong together, however far apart they stand."""
    data = document.data
    found: dict[Span, Span] = {}
    for secret, signature in signed.items():
        around = max(0, signature[0] - _REQUEST), signature[1] + _REQUEST
        headers = _KEY_HEADER.finditer(data, *around)
        sent = min(headers, key=lambda it: distance(it.span(), signature), default=None)
        if sent is None:
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


def _may_sign(candidate: Candidate) -> bool:
    is_value = candidate.value and candidate.document is None
    return bool(is_value) and candidate.role in _SECRETS and len(candidate.value) <= _LONGEST

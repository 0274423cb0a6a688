"""Key, secret and passphrase of one account, found near each other, become one finding."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from leakguard.candidate import Candidate, Shape
from leakguard.context import names
from leakguard.context.extent import distance
from leakguard.document import Document, Span
from leakguard.finding import Confidence, Role
from leakguard.rule import PROVIDER, PairRule, is_half

_PAIR_LINES = 12
_PAIR_BYTES = 2000
"""How far apart a key and its secret may stand."""

_SIGNING = (Role.SECRET, Role.PRIVATE_KEY)
"""What an API key is worth nothing without."""

_OPENS = "the passphrase"

_BREAK = re.compile(rb"\n[ \t]*(?:\r?\n|-[ \t])|\}[^{\n]{0,20}\{")
_CALL_BYTES = 200
"""How far apart two arguments of one call stand at the most."""

FindPair = Callable[[str], PairRule | None]
"""Gives a pair rule by its id, if it is selected."""


def paired(
    document: Document,
    candidates: list[Candidate],
    find_pair: FindPair,
    together: Mapping[Span, Span],
) -> list[Candidate]:
    """Join each secret with the API key that it is used `together` with, if that is known, or with
    the nearest one of its provider, nearest pairs first."""
    keys = [it for it in candidates if it.role is Role.KEY and _may_be_half(it)]
    secrets = [it for it in candidates if it.role in _SIGNING and _may_be_half(it)]
    near = sorted(
        (*_unlikeliness(document, key, secret), secret.span, key.span)
        for secret in secrets
        for key in _around(keys, secret.span)
        if key.provider == secret.provider
        and (key.pair is None or secret.pair is None or key.pair == secret.pair)
        and _is_near(document, key.span, secret.span)
        and (
            (secret.rank > PROVIDER and secret.role is Role.SECRET)
            or (secret.pair and find_pair(secret.pair) is not None)
        )
        and _environments(key, secret)
    )
    joined = dict(together)
    taken = set(joined.values())
    for *_, secret_span, key_span in near:
        if secret_span not in joined and key_span not in taken:
            joined[secret_span] = key_span
            taken.add(key_span)
    by_span = {it.span: it for it in candidates if it.shape is not Shape.STATEMENT}
    pairs = {
        secret: _pair(by_span[secret], by_span[key], find_pair) for secret, key in joined.items()
    }
    taken |= _complete(document, candidates, pairs)
    return [
        pairs[it.span] if it is by_span.get(it.span) and it.span in joined else it
        for it in candidates
        if it.span not in taken or it.shape is Shape.STATEMENT
    ]


def _may_be_half(candidate: Candidate) -> bool:
    """Whether its provider is known, so that its other half can be, or its form tells."""
    return candidate.provider is not None or is_half(candidate.value)


def _complete(
    document: Document, candidates: Iterable[Candidate], pairs: dict[Span, Candidate]
) -> set[Span]:
    """Give each pair of `pairs` its passphrase, and give the spans of those that have one: first
    what stands with a pair, then what a blank line or the start of an item is between."""
    found = [it for it in candidates if it.role is Role.PASSPHRASE and it.provider]
    taken: set[Span] = set()
    for may_be_apart in (False, True):
        for passphrase in found:
            if passphrase.span in taken:
                continue
            opened = _opened_by(document, passphrase, pairs.values(), may_be_apart=may_be_apart)
            if opened is not None:
                pairs[opened.span] = _triple(opened, passphrase)
                taken.add(passphrase.span)
    return taken


def _opened_by(
    document: Document, passphrase: Candidate, pairs: Iterable[Candidate], *, may_be_apart: bool
) -> Candidate | None:
    """Give the nearest pair of the same provider that has no passphrase yet."""
    near = (
        it
        for it in pairs
        if it.provider == passphrase.provider
        and all(label != _OPENS for label, _ in it.related)
        and _is_near(document, it.span, passphrase.span)
        and _environments(it, passphrase)
        and (may_be_apart or not _is_broken(document, it.span, passphrase.span))
    )
    return min(near, key=lambda it: distance(it.span, passphrase.span), default=None)


def _triple(pair: Candidate, passphrase: Candidate) -> Candidate:
    return replace(
        pair,
        facts=replace(pair.facts, title=f"{pair.facts.title}, with its passphrase"),
        halves=(*pair.halves, (Role.PASSPHRASE, passphrase.value)),
        related=(*pair.related[:1], (_OPENS, passphrase.span), *pair.related[1:]),
        rewrites=pair.rewrites + passphrase.rewrites,
        is_partly_mended=_is_partly_mended(pair, passphrase),
    )


def _unlikeliness(
    document: Document, key: Candidate, secret: Candidate
) -> tuple[bool, bool, bool, bool, int]:
    """Tell how little speaks for a pair, the weightiest first: values that are passed to
    different calls, names that begin differently, a blank line or the start of an item between
    them, a secret before its key, distance in bytes."""
    differ = bool(key.name and secret.name) and names.stem(key.name or "") != names.stem(
        secret.name or ""
    )
    calls = [{span for label, span in it.related if label == "passed here"} for it in (key, secret)]
    apart = all(calls) and not any(
        abs(one[0] - other[0]) < _CALL_BYTES for one in calls[0] for other in calls[1]
    )
    is_broken = _is_broken(document, key.span, secret.span)
    return apart, differ, is_broken, secret.span < key.span, distance(key.span, secret.span)


def _is_broken(document: Document, first: Span, second: Span) -> bool:
    low, high = min(first[1], second[1]), max(first[0], second[0])
    return _BREAK.search(document.data, low, high) is not None


def _environments(key: Candidate, secret: Candidate) -> bool:
    """Whether the names do not put one half into a test environment and the other not."""
    marks = {bool(names.is_sandbox(it.name)) for it in (key, secret) if it.name}
    return len(marks) < 2


def _around(candidates: list[Candidate], span: Span) -> list[Candidate]:
    """Those of `candidates`, which are in order and do not overlap, that may be near `span`."""
    first = bisect_left(candidates, span[0] - _PAIR_BYTES, key=lambda it: it.span[1])
    last = bisect_right(candidates, span[1] + _PAIR_BYTES, key=lambda it: it.span[0])
    return candidates[first:last]


def _pair(secret: Candidate, key: Candidate, find_pair: FindPair) -> Candidate:
    rule = find_pair(secret.pair) if secret.pair is not None else None
    half = "private key" if secret.role is Role.PRIVATE_KEY else "secret"
    facts = replace(secret.facts, title=f"{key.facts.title} and its {half}")
    if rule is not None:
        is_for_it = secret.role is Role.SECRET or half in rule.title
        facts = replace(facts, title=rule.title if is_for_it else facts.title, why=rule.why)
    is_misuse = secret.rank > PROVIDER  # then what was done with the pair names the finding
    return replace(
        secret,
        rule=rule.id if rule and not is_misuse else secret.rule,
        severity=rule.severity if rule else max(secret.severity, key.severity),
        confidence=Confidence.HIGH,
        facts=facts,
        halves=((Role.KEY, key.value),),
        key_name=key.name,
        sandbox=secret.sandbox or key.sandbox,
        related=(("the API key", key.span), *secret.related, *key.related),
        rewrites=key.rewrites + secret.rewrites,
        is_partly_mended=_is_partly_mended(key, secret),
    )


def _is_partly_mended(*joined: Candidate) -> bool:
    can_be = {bool(it.rewrites) for it in joined}
    return len(can_be) > 1 or any(it.is_partly_mended for it in joined)


def _is_near(document: Document, first: Span, second: Span) -> bool:
    """Whether two values stand near each other, in code both or in what code has shown."""
    if document.is_output(first[0]) != document.is_output(second[0]):
        return False
    low, high = min(first[1], second[1]), max(first[0], second[0])
    return high - low <= _PAIR_BYTES and document.data.count(b"\n", low, high) <= _PAIR_LINES

"""From candidates to what is asserted: values judged, overlaps resolved, pairs joined."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from leakguard import names
from leakguard.candidate import Candidate, Facts, Shape
from leakguard.document import Document, Span
from leakguard.environment import is_sandbox
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import FOLLOWED, PROVIDER, NamedRule, PairRule, TokenRule
from leakguard.values import reason_against

_PAIR_LINES = 12
_PAIR_BYTES = 2000
"""How far apart a key and its secret may stand."""

_BREAK = re.compile(rb"\n[ \t]*(?:\r?\n|-[ \t])|\}[^{\n]{0,20}\{")
_CALL_BYTES = 200
"""How far apart two arguments of one call stand at the most."""

FindRule = Callable[[Candidate], TokenRule | NamedRule | None]
"""Gives the rule that knows what kind of credential a candidate is, if one does."""

FindPair = Callable[[str], PairRule | None]
"""Gives a pair rule by its id, if it is selected."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is asserted of a document, and what was rejected, with the name of the reason."""

    accepted: tuple[Candidate, ...]
    rejected: tuple[tuple[Candidate, str], ...]


def judge(
    document: Document, candidates: Iterable[Candidate], find_rule: FindRule, find_pair: FindPair
) -> Judged:
    """Decide which candidates are findings."""
    kept: list[Candidate] = []
    rejected: list[tuple[Candidate, str]] = []
    for candidate in candidates:
        reason = candidate.reason or reason_against(candidate.value, candidate.shape)
        if reason is None:
            kept.append(candidate)
        else:
            rejected.append((candidate, reason))
    single = [_enriched(candidate, find_rule) for candidate in _resolved(kept)]
    return Judged(tuple(_marked(document, _paired(document, single, find_pair))), tuple(rejected))


def _resolved(candidates: list[Candidate]) -> list[Candidate]:
    """Let the highest rank speak for each value, with what the others know added.

    A form that tells by itself speaks before one that only a word near it tells.
    """
    taken: list[Candidate] = []
    places: list[tuple[Span, int]] = []  # of those taken, which do not overlap, in order
    for candidate in sorted(candidates, key=_precedence):
        if candidate.shape is Shape.STATEMENT:
            taken.append(candidate)
        elif (index := _overlapped(places, candidate.span)) is not None:
            taken[index] = _merged(taken[index], candidate)
        else:
            insort(places, (candidate.span, len(taken)))
            taken.append(candidate)
    return sorted(taken, key=lambda it: it.span)


def _precedence(candidate: Candidate) -> tuple[int, bool, Span, str]:
    is_named = candidate.shape is Shape.NAMED
    return -candidate.rank, is_named, candidate.span, candidate.rule


def _overlapped(places: list[tuple[Span, int]], span: Span) -> int | None:
    """Give the number of the place that `span` overlaps, of the highest rank if there are more."""
    at = bisect_left(places, span[1], key=lambda it: it[0][0])
    found = None
    while at and places[at - 1][0][1] > span[0]:
        at -= 1
        found = places[at][1] if found is None else min(found, places[at][1])
    return found


def _merged(winner: Candidate, other: Candidate) -> Candidate:
    # A sink knows a value's role for sure; a name or the order of values only suggests it.
    knows_better = other.rank == FOLLOWED and other.provider is not None
    return replace(
        winner,
        provider=other.provider if knows_better else winner.provider or other.provider,
        role=other.role if knows_better else winner.role or other.role,
        name=winner.name or other.name,
        told_by=winner.told_by or (other.rule if other.provider else other.told_by),
        related=winner.related + other.related,
        rewrites=winner.rewrites or other.rewrites,
        confidence=max(winner.confidence, other.confidence),
    )


def _enriched(candidate: Candidate, find_rule: FindRule) -> Candidate:
    """Say of a misuse in code what the provider's own rule knows of such a credential."""
    if candidate.rank <= PROVIDER or candidate.provider is None:
        return _titled(candidate)
    rule = find_rule(candidate)
    if rule is None:
        return _titled(candidate)
    facts = candidate.facts
    steps = (*rule.advice[:2], *facts.steps[1:])
    return replace(
        candidate,
        role=candidate.role or rule.role,
        severity=rule.severity,
        confidence=Confidence.HIGH,
        facts=Facts(rule.title, rule.why, steps, facts.where),
        pair=rule.pair,
    )


def _titled(candidate: Candidate) -> Candidate:
    """Without a provider the role alone says what the key of a misuse is."""
    facts = candidate.facts
    if not facts.where or candidate.role is None:
        return candidate
    role = str(candidate.role)
    return replace(candidate, facts=replace(facts, title=role[0].upper() + role[1:]))


def _paired(
    document: Document, candidates: list[Candidate], find_pair: FindPair
) -> list[Candidate]:
    """Join each secret with the nearest API key of its provider, nearest pairs first."""
    keys = [it for it in candidates if it.role is Role.KEY and it.provider]
    secrets = [it for it in candidates if it.role is Role.SECRET and it.provider]
    near = sorted(
        (*_unlikeliness(document, key, secret), secret.span, key.span)
        for secret in secrets
        for key in _around(keys, secret.span)
        if key.provider == secret.provider
        and _is_near(document, key.span, secret.span)
        and (secret.rank > PROVIDER or (secret.pair and find_pair(secret.pair) is not None))
        and _environments(key, secret)
    )
    joined: dict[Span, Span] = {}
    taken: set[Span] = set()
    for *_, secret_span, key_span in near:
        if secret_span not in joined and key_span not in taken:
            joined[secret_span] = key_span
            taken.add(key_span)
    by_span = {it.span: it for it in candidates if it.shape is not Shape.STATEMENT}
    return [
        _pair(it, by_span[joined[it.span]], find_pair)
        if it is by_span.get(it.span) and it.span in joined
        else it
        for it in candidates
        if it.span not in taken or it.shape is Shape.STATEMENT
    ]


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
    low, high = min(key.span[1], secret.span[1]), max(key.span[0], secret.span[0])
    is_broken = _BREAK.search(document.data, low, high) is not None
    return apart, differ, is_broken, secret.span < key.span, _distance(key.span, secret.span)


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
    facts = replace(secret.facts, title=f"{key.facts.title} and its secret")
    if rule is not None:
        facts = replace(facts, title=rule.title, why=rule.why)
    is_misuse = secret.rank > PROVIDER  # then what was done with the pair names the finding
    return replace(
        secret,
        rule=rule.id if rule and not is_misuse else secret.rule,
        severity=rule.severity if rule else max(secret.severity, key.severity),
        confidence=Confidence.HIGH,
        facts=rule.facts if rule and not is_misuse else facts,
        key_name=key.name,
        related=(("the API key", key.span), *secret.related, *key.related),
        # Half a mend is none.
        rewrites=key.rewrites + secret.rewrites if key.rewrites and secret.rewrites else (),
    )


def _distance(first: Span, second: Span) -> int:
    return max(first[0], second[0]) - min(first[1], second[1])


def _is_near(document: Document, first: Span, second: Span) -> bool:
    low, high = min(first[1], second[1]), max(first[0], second[0])
    return high - low <= _PAIR_BYTES and document.data.count(b"\n", low, high) <= _PAIR_LINES


def _marked(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Lower what a provider's test environment takes: it moves no money."""
    signing = [it for it in candidates if it.provider is not None]
    return [
        _sandboxed(it)
        if it.provider is not None and _is_sandbox(document, it, len(signing) == 1)
        else it
        for it in candidates
    ]


def _is_sandbox(document: Document, candidate: Candidate, is_only_one: bool) -> bool:
    spans = [candidate.span, *(span for label, span in candidate.related if "key" in label)]
    given = [candidate.name] if candidate.name else []
    used = [span for label, span in candidate.related if label == "passed here"]
    return is_sandbox(document, spans, given, is_only_one, used)


def _sandboxed(candidate: Candidate) -> Candidate:
    facts = candidate.facts
    # What is revoked at a test environment is not in the live account's settings.
    steps = ("Delete the key at the test environment, and make a new one there.", *facts.steps[2:])
    return replace(
        candidate,
        severity=min(candidate.severity, Severity.LOW),
        facts=replace(
            facts,
            steps=steps if len(facts.steps) > 2 else facts.steps,
            title=f"{facts.title} (test environment)",
            why="It moves no real money, but the habit and the place are those of a live key.",
        ),
        sandbox=True,
    )

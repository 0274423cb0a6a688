"""What is asserted of a document's candidates that are no false alarm: overlaps resolved, what
providers know of them, pairs joined, what requests prove."""

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable
from dataclasses import replace

from leakguard.candidate import PART, Candidate, Facts, Shape
from leakguard.context import names
from leakguard.context.environment import is_sandbox
from leakguard.context.markets import marks
from leakguard.document import Document, Span
from leakguard.finding import Confidence, Role, Severity
from leakguard.judging.pairs import FindPair, paired
from leakguard.judging.proof import proven, signatures, used_together
from leakguard.rule import FOLLOWED, PLACED, PROVIDER, NamedRule, TokenRule, is_half
from leakguard.values import SHORTEST_KEY

_REVOKE = {
    "Revoke the key where it was made, and make a new one": "Change the password where it is set",
    "revoke the key, and make a new one": "change the password",
}
"""What is said of a key in code, and of a password, which nobody revokes."""

_MOST_BESIDE = 0.4
"""What share of a value may stand beside the secret in it and be none, such as a client's id."""

FindRule = Callable[[Document, Candidate], TokenRule | NamedRule | None]
"""Gives the rule that knows what kind of credential a candidate is, if one does."""


def asserted(
    document: Document, candidates: Iterable[Candidate], find_rule: FindRule, find_pair: FindPair
) -> tuple[Candidate, ...]:
    """Give what the candidates come to, each value once."""
    single = [_enriched(document, it, find_rule) for it in _resolved(candidates)]
    signed = signatures(document, single)
    together = used_together(document, single, signed)
    judged = _marked(document, paired(document, single, find_pair, together))
    return tuple(proven(judged, signed))


def _resolved(candidates: Iterable[Candidate]) -> list[Candidate]:
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
    return sorted(_unrepeated(taken), key=lambda it: it.span)


def _unrepeated(candidates: list[Candidate]) -> list[Candidate]:
    """Let the literal speak for what hands on the same value made into bytes or text, as
    `SECRET.encode()` does, and for what it is joined into, as by `f"{ID}:{SECRET}"`: it is one
    credential, and gets out of one place."""
    said: dict[str, list[int]] = {}
    for index, it in enumerate(candidates):
        said.setdefault(it.value, []).append(index)
    places = sorted((it.span, index) for index, it in enumerate(candidates))
    found: list[Candidate | None] = list(candidates)
    for index, it in enumerate(candidates):
        parts = [span for label, span in it.related if label == PART]
        if not parts or parts[0] == it.span:
            continue
        homes = said[it.value] if len(parts) == 1 else _first_in(places, parts)
        for home in homes:
            winner = found[home]
            if home != index and winner is not None and _says(winner, it, parts):
                others = tuple((label, span) for label, span in it.related if label != PART)
                found[home] = (
                    _merged(winner, replace(it, related=others))
                    if len(parts) == 1
                    else replace(winner, related=winner.related + others)
                )
                found[index] = None
                break
    return [it for it in found if it is not None]


def _first_in(places: list[tuple[Span, int]], parts: Iterable[Span]) -> Iterable[int]:
    """Give the numbers of the candidates that stand first in, or behind the start of, the parts."""
    for part in parts:
        at = bisect_left(places, part[0], key=lambda it: it[0][0])
        if at < len(places):
            yield places[at][1]


def _says(candidate: Candidate, other: Candidate, parts: list[Span]) -> bool:
    """Whether a candidate is all that is secret of another one, made of it alone or, for the most
    part, among others."""
    if len(parts) > 1 and (candidate.role is Role.KEY or _may_hold_more(candidate, other, parts)):
        return False  # beside a key there may be its secret
    return any(_is_in(candidate, other, part) for part in parts)


def _may_hold_more(candidate: Candidate, other: Candidate, parts: list[Span]) -> bool:
    """Whether what is joined with a candidate may be a credential too, which nothing else names."""
    if candidate.value not in other.value:
        return True
    (start, end), rest = other.span, len(other.value) - len(candidate.value)
    beside = (it for it in parts if start <= it[0] and it[1] <= end)
    return rest > _MOST_BESIDE * len(other.value) or any(b - a >= SHORTEST_KEY for a, b in beside)


def _is_in(candidate: Candidate, other: Candidate, part: Span) -> bool:
    """Whether a candidate stands in a literal of which another one, of its document, is made."""
    is_inside = part[0] <= candidate.span[0] and candidate.span[1] <= part[1]
    return is_inside and candidate.document is other.document


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
    # A sink knows a value's role for sure; a name or the order of values only suggests it, the
    # name of several (`keys = ["…", "…"]`) less than a rule that knows the halves of a pair.
    knows_better = other.rank == FOLLOWED and other.provider is not None
    is_of_several = winner.name is None or winner.name.lower().endswith("s")
    is_sure = winner.is_known or not is_of_several
    knows_half = other.pair is not None and winner.provider is None and not is_sure
    is_misled = is_sure and {winner.role, other.role} == {Role.KEY, Role.SECRET}
    is_told = other.provider is not None and other.rank <= PROVIDER and not is_misled
    return replace(
        winner,
        provider=other.provider if knows_better else winner.provider or other.provider,
        role=other.role if knows_better or knows_half else winner.role or other.role,
        name=winner.name or other.name,
        told_by=winner.told_by or (other.rule if is_told else other.told_by),
        related=winner.related + other.related,
        rewrites=winner.rewrites or other.rewrites,
        confidence=max(winner.confidence, other.confidence),
    )


def _enriched(document: Document, candidate: Candidate, find_rule: FindRule) -> Candidate:
    """Say of a misuse in code what the provider's own rule knows of such a credential."""
    if candidate.shape is Shape.STATEMENT:
        return _titled(candidate)
    if candidate.rank <= PROVIDER:
        is_placed = candidate.rank == PLACED and candidate.provider is None
        known = find_rule(document, candidate) if is_placed else None
        return _titled(candidate) if known is None else _as_of(candidate, known)
    # What takes a password is no exchange, whoever is named nearby.
    is_another = candidate.is_known and (candidate.provider, candidate.role) == (
        None,
        Role.PASSWORD,
    )
    rule = None if is_another else find_rule(document, candidate)
    if rule is None:
        return _titled(candidate)
    is_guessed = candidate.provider is None  # by what is named nearby, not by what an SDK takes
    is_misled = candidate.role in (Role.KEY, Role.SECRET) and isinstance(rule, TokenRule)
    role = rule.role if is_guessed or is_misled else candidate.role or rule.role
    facts = candidate.facts
    # Its last step is where to keep the new one, which the misuse says for the code that it is in.
    steps = (*(rule.advice[:-1] or rule.advice), *facts.steps[1:])
    return replace(
        candidate,
        role=role,
        provider=rule.provider,
        sandbox=rule.sandbox or None,
        severity=rule.severity,
        confidence=max(candidate.confidence, rule.confidence) if is_guessed else Confidence.HIGH,
        facts=Facts(rule.title, rule.why, steps, facts.where),
        pair=rule.pair,
    )


def _as_of(candidate: Candidate, rule: TokenRule | NamedRule) -> Candidate:
    """Let the rule of a provider speak for what only its place told to be a credential."""
    return replace(
        candidate,
        rule=rule.id,
        rank=PROVIDER,
        role=rule.role,
        provider=rule.provider,
        severity=rule.severity,
        confidence=max(candidate.confidence, rule.confidence),
        facts=rule.facts,
        sandbox=rule.sandbox or None,
        pair=rule.pair,
    )


def _titled(candidate: Candidate) -> Candidate:
    """Without a provider the role alone says what the key of a misuse is."""
    facts = candidate.facts
    if not facts.where or candidate.role is None:
        return candidate
    role = str(candidate.role)
    title = role[0].upper() + role[1:]
    return replace(candidate, facts=replace(_worded(facts, candidate.role), title=title))


def _worded(facts: Facts, role: Role) -> Facts:
    """Say of a password and a token what a misuse says of a key."""
    if role not in (Role.PASSWORD, Role.TOKEN):
        return facts
    said = [facts.why, *facts.steps]
    if role is Role.PASSWORD:
        for of_key, of_password in _REVOKE.items():
            said = [it.replace(of_key, of_password) for it in said]
    why, *steps = (re.sub(r"\b(the (?:new )?)key\b", rf"\1{role}", it) for it in said)
    return replace(facts, why=why, steps=tuple(steps))


def _marked(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Lower what a provider's test environment takes: it moves no money."""
    signing = [it for it in candidates if _may_move_money(it)]
    is_only_one = len(signing) == 1
    return [
        _placed(document, _sandboxed(it), is_only_one)
        if _may_move_money(it) and (it.sandbox or _is_sandbox(document, it, is_only_one))
        else _placed(document, it, is_only_one)
        for it in candidates
    ]


def _placed(document: Document, candidate: Candidate, is_only_one: bool) -> Candidate:
    """Say of a pair where it is used."""
    if not candidate.halves or not _may_move_money(candidate):
        return candidate
    passed = [(document, span) for label, span in candidate.related if label == "passed here"]
    used = [candidate.used_in] if candidate.used_in is not None else []
    is_passed = bool(passed or used) or (candidate.is_known and candidate.rank > PROVIDER)
    spans = [candidate.span, *(span for label, span in candidate.related if "key" in label)]
    given = filter(None, (candidate.name, candidate.key_name))
    said = marks(
        document, spans, given, passed + used, is_passed=is_passed, is_only_one=is_only_one
    )
    return replace(candidate, marks=said)


def _may_move_money(candidate: Candidate) -> bool:
    """Whether it is an exchange's, or has the form of a pair of Binance's that nobody names."""
    is_pair = candidate.key_name is not None and is_half(candidate.value)
    return names.is_exchange(candidate.provider) or (candidate.provider is None and is_pair)


def _is_sandbox(document: Document, candidate: Candidate, is_only_one: bool) -> bool:
    spans = [candidate.span, *(span for label, span in candidate.related if "key" in label)]
    given = [candidate.name] if candidate.name else []
    used = [span for label, span in candidate.related if label == "passed here"]
    return is_sandbox(document, spans, given, is_only_one, used)


def _sandboxed(candidate: Candidate) -> Candidate:
    facts = candidate.facts
    # What is revoked at a test environment is not in the live account's settings.
    steps = ("Delete the key at the test environment, and make a new one there.", facts.steps[-1])
    return replace(
        candidate,
        severity=min(candidate.severity, Severity.LOW),
        facts=replace(
            facts,
            steps=steps if len(facts.steps) > 1 else facts.steps,
            title=f"{facts.title} (test environment)",
            why="It moves no real money, but the habit and the place are those of a live key.",
        ),
        sandbox=True,
    )

"""Allowances that are findings themselves: what they say, and whether they allow anything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from leakguard.context.pythontext import in_triple_quotes
from leakguard.document import Span
from leakguard.finding import Advice, Change, Finding, Place, Problem
from leakguard.fingerprint import statement_fingerprint
from leakguard.masking import redact
from leakguard.rule import AllowanceRule, Fault
from leakguard.secret import Secret
from leakguard.suppress.inline import Lines
from leakguard.suppress.marks import Mark, marks_on
from leakguard.text import plural

MOST = 500
"""Allowances of a document that are told; the last of them says how many follow it."""

Rules = Mapping[Fault, AllowanceRule]


@dataclass(frozen=True, slots=True)
class Allowance:
    """An allowance that says enough. What it allows is known when everything was scanned: a value
    may be found on behalf of another file, which imports it."""

    ids: tuple[str, ...]
    """The rules that it names."""
    sought: frozenset[str]
    """Those of them that had a look at the document; of others nothing can be told."""
    unused: Finding | None
    """What it is if it allows nothing; None if that is not asked for."""
    origin: str
    path: str
    place: Place
    listed: Place
    """Where the names stand."""
    is_over: bool
    """Whether its last day is past."""

    @property
    def key(self) -> tuple[str, str, Place]:
        """What a suppression has of it, with the finding's origin and path."""
        return self.origin, self.path, self.place


def allowances(
    lines: Lines, ends: Sequence[int], rules: Rules, sought: frozenset[str]
) -> tuple[list[Finding], list[Allowance]]:
    """Give the findings about marks that say too little, and the other marks, of a document in
    which one may end at each of `ends`; `sought` are the rules that had a look at it."""
    marks, left = _marks(lines, ends)
    unexplained, unused = rules.get(Fault.UNEXPLAINED), rules.get(Fault.UNUSED)
    findings: list[Finding] = []
    found: list[Allowance] = []
    ordinals: dict[tuple[str, str], int] = {}
    places = lines.document.places({span for it in marks for span in (it.span, it.listed)})
    for number, mark in enumerate(marks):
        more = left if number + 1 == len(marks) else 0
        if mark.fault:
            if unexplained is not None:
                findings.append(_finding(lines, mark, unexplained, mark.fault, ordinals, more))
            continue
        is_over = lines.allowing.is_over(mark)
        fault = f"its last day was {mark.until}" if is_over else ""
        one = _finding(lines, mark, unused, fault, ordinals, more) if unused else None
        here, at = lines.document, (places[mark.span], places[mark.listed])
        found.append(Allowance(mark.ids, sought, one, here.origin, here.path, *at, is_over))
    return findings, found


def _marks(lines: Lines, ends: Sequence[int]) -> tuple[list[Mark], int]:
    """Give the marks of a document, and how many more there may be."""
    document = lines.document
    data = document.data
    if document.is_python:
        in_text = in_triple_quotes(data, ends)
        ends = [it for it in ends if it not in in_text]
    spans = dict.fromkeys(document.line_span(end) for end in ends[:MOST])
    found = [
        it
        for span in spans
        for it in marks_on(document, span, lines.allowing.known)
        if not lines.is_in_value(it.span) and not document.is_output(it.span[0])
    ]
    return found, max(0, len(ends) - MOST)


def _finding(
    lines: Lines,
    mark: Mark,
    rule: AllowanceRule,
    fault: str,
    ordinals: dict[tuple[str, str], int],
    more: int,
) -> Finding:
    document = lines.document
    source = " ".join(document.text(*mark.span).split())
    ordinal = ordinals.get((rule.id, source), 0)
    ordinals[rule.id, source] = ordinal + 1
    title = f"{rule.title}: {fault}" if fault else rule.title
    if more:
        title = f"{title}, with {plural(more, 'more allowance')} below it"
    return Finding(
        rule=rule.id,
        path=document.file_path,
        member=document.member,
        place=document.places([mark.span])[mark.span],
        severity=rule.severity,
        confidence=rule.confidence,
        message=f"{title}{'' if title.endswith('?') else '.'} {rule.why}",
        advice=Advice(rule.advice),
        secret=None,
        fingerprint=statement_fingerprint(rule.id, document.identity, source, ordinal),
        secret_id=None,
        snippet=redact.snippet(document, mark.span, lines.hidden),
        origin=document.origin,
        fixes=(_removal(lines, mark.removed),) if rule.fault is Fault.UNUSED else (),
        statement=Secret(f"{ordinal} {source}"),
    )


def _removal(lines: Lines, span: Span) -> Change:
    return Change(lines.document.places([span])[span], "")


def settled(
    findings: Iterable[Finding], allowances: Iterable[Allowance]
) -> tuple[list[Finding], list[Problem]]:
    """Give the findings with what is wrong with the allowances, and what is to be said of them.

    A mark is for as many findings as it names their rule. If more stand there it cannot be told
    which was meant, and none of them is allowed.
    """
    findings = list(findings)
    used: dict[_Use, set[str]] = {}
    most: dict[_Use, int] = {}
    for it in findings:
        if (use := _use(it)) is not None and it.suppression is not None:
            used.setdefault(use, set()).add(it.fingerprint)
            most[use] = it.suppression.most
    crowded = {use for use, own in used.items() if len(own) > most[use]}
    told = [
        Problem(use[1], _too_many(use[2], use[3], most[use], len(used[use]))) for use in crowded
    ]
    left = [replace(it, suppression=None) if _use(it) in crowded else it for it in findings]
    for mark in {it.key: it for it in allowances}.values():
        idle = [it for it in dict.fromkeys(mark.ids) if (*mark.key, it) not in used]
        if mark.unused is not None and idle and mark.sought.issuperset(idle):
            left.append(_idle(mark, mark.unused, idle))
    return left, told


_Use = tuple[str, str, Place, str]
"""A mark, by its origin, path and place, and a rule that it names."""


def _use(finding: Finding) -> _Use | None:
    """Give what allows a finding; None if nothing beside it does."""
    it = finding.suppression
    if it is None or it.place is None:
        return None
    return finding.origin, finding.where, it.place, finding.rule


def _too_many(place: Place, rule: str, named: int, count: int) -> str:
    return (
        f"line {place.line}: {rule} is allowed for {plural(named, 'finding')}, and {count} stand "
        "there, so that none is; name the rule once for each that may"
    )


def _idle(mark: Allowance, unused: Finding, idle: list[str]) -> Finding:
    """Give the finding about a mark of which some rules allow nothing."""
    left = [it for it in mark.ids if it not in idle]
    if not left or mark.is_over:
        return unused
    title, _, why = unused.message.partition(". ")
    said = f"{title} of {' and '.join(idle)}. {why}"
    return replace(unused, message=said, fixes=(Change(mark.listed, ", ".join(left)),))

"""From an accepted candidate to the finding that is shown: place, snippet, advice, identity."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from leakguard.advice import mend
from leakguard.advice.variables import Variables
from leakguard.advice.wishes import HALVES, variable, with_wishes
from leakguard.candidate import Candidate, Rewrite, Shape
from leakguard.document import Document, Span
from leakguard.finding import (
    Advice,
    Finding,
    Half,
    Mend,
    Original,
    Rejected,
    Related,
    Replacement,
)
from leakguard.fingerprint import fingerprint, secret_id, statement_fingerprint
from leakguard.judging.literals import Literals, is_partial
from leakguard.masking import redact
from leakguard.masking.siblings import siblings
from leakguard.secret import MASK, Secret
from leakguard.suppress.allowances import Allowance, Rules, allowances
from leakguard.suppress.inline import Allowing, Lines

_LONGEST_REWRITTEN = 2_000
"""Bytes of a statement that is shown as it reads when all in it is mended. A longer one may hold
thousands of findings, and would be shown with each of them."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be said of the allowances of a document."""

    ends: Sequence[int]
    """Where their first words end, in bytes."""
    rules: Rules
    sought: frozenset[str]
    """The rules that had a look at all of the document."""


def findings(
    document: Document,
    accepted: Iterable[Candidate],
    masked: Iterable[Span],
    allowing: Allowing,
    marks: Marks,
    fixes: bool = False,
) -> tuple[list[Finding], list[Allowance]]:
    """Give the findings of a document, those that it allows too, and its allowances; `masked` are
    the spans that must not be seen.

    With `fixes` each tells also how to mend it.
    """
    literals = Literals(document)
    accepted = [literals.completed(it) for it in with_wishes(document, accepted)]
    values = {it.written: it.value for it in accepted if it.is_hidden}
    masked = {*masked, *siblings(document, values)}
    hidden = redact.Hidden.of(document, {*masked, *values}, values.values())
    lines = Lines(document, hidden, allowing, tuple(redact.merged({*masked, *values})))
    found = _findings(document, accepted, lines, literals if fixes else None)
    about, told = allowances(lines, marks.ends, marks.rules, marks.sought)
    return found + about, told


def _findings(
    document: Document, accepted: Sequence[Candidate], lines: Lines, literals: Literals | None
) -> list[Finding]:
    hidden = lines.hidden
    suppressions = lines.suppressions([(it.rule, it.span) for it in accepted])
    spans = {span for it in accepted for span in (it.span, *(span for _, span in it.related))}
    places = document.places(spans)
    rewrites = _by_statement(document, accepted)
    ordinals: dict[tuple[str, str], int] = {}
    found = []
    for it, suppression in zip(accepted, suppressions, strict=True):
        mends = _mends(document, it, literals) if literals else ()
        statement = None
        if it.shape is Shape.STATEMENT:
            source = document.text(*it.statement) if it.statement is not None else ""
            equal = (it.rule, " ".join(source.split()))
            ordinal = ordinals.get(equal, 0)
            ordinals[equal] = ordinal + 1
            identity = statement_fingerprint(it.rule, document.identity, source, ordinal)
            statement = Secret(f"{ordinal} {equal[1]}")
        else:
            identity = fingerprint(it.rule, document.identity, it.value)
        found.append(
            Finding(
                rule=it.rule,
                path=document.file_path,
                place=places[it.span],
                severity=it.severity,
                confidence=it.confidence,
                message=it.facts.message,
                advice=Advice(it.facts.steps, _replacement(document, it, rewrites, hidden)),
                secret=Secret(it.value) if it.value else None,
                fingerprint=identity,
                secret_id=secret_id(it.value) if it.value else None,
                snippet=redact.snippet(document, it.span, hidden),
                related=(
                    *(Related(label, places[span]) for label, span in it.related),
                    *_uses(it),
                ),
                origin=document.origin,
                mends=mends,
                is_partly_mended=bool(literals) and (it.is_partly_mended or is_partial(it, mends)),
                member=document.member,
                suppression=suppression,
                statement=statement,
                provider=it.provider,
                role=it.role,
                sandbox=bool(it.sandbox),
                halves=tuple(Half(role, Secret(value)) for role, value in it.halves),
                marks=it.marks,
            )
        )
    return found


def original(
    document: Document, candidates: Iterable[Candidate], masked: Iterable[Span]
) -> Original:
    """Give what it takes to know a document again, and what in it must not be seen: `masked`,
    and the parts of what the candidates are."""
    masked = {*masked, *siblings(document, (it.span for it in candidates))}
    for it in candidates:
        if it.is_hidden:
            several = (one.parts for one in it.mends if len(one.parts) > 1)
            masked.update((it.written, *(part for parts in several for part in parts)))
    return Original(document.path, document.digest, tuple(sorted(masked)))


def _mends(document: Document, candidate: Candidate, literals: Literals) -> tuple[Mend, ...]:
    """Give how to mend a finding, each place with the name that its variable is wished to have."""
    if not document.is_mendable:
        return ()
    if document.is_output(candidate.span[0]):
        return _clearings(document, candidate)
    return candidate.mends or (literals.mends(candidate) if document.is_python else ())


def _clearings(document: Document, candidate: Candidate) -> tuple[Mend, ...]:
    """What code has shown is cleared, and the values in it are kept."""
    if candidate.shape is Shape.STATEMENT:
        return ()
    halves = [span for label, span in candidate.related if label in HALVES]
    values = {span: document.text(*span) for span in halves if document.is_output(span[0])}
    values[candidate.span] = candidate.value
    return tuple(
        Mend(span, "", Secret(value), variable(candidate, span), is_output=True)
        for span, value in values.items()
    )


def _uses(candidate: Candidate) -> Iterator[Related]:
    if candidate.used_in is not None:
        other, span = candidate.used_in
        yield Related("used here", other.places([span])[span], other.path)


def rejections(document: Document, rejected: Iterable[tuple[Candidate, str]]) -> list[Rejected]:
    """Give what `--why` shows of the candidates that were rejected."""
    rejected = list(rejected)
    places = document.places({it.span for it, _ in rejected})
    return [
        Rejected(it.rule, document.path, places[it.span], reason, Secret(it.value))
        for it, reason in rejected
    ]


Rewrites = dict[Span, list[Rewrite]]
"""The rewrites that are shown together, by `_shown_with`, with the names of their variables."""


def _by_statement(document: Document, accepted: Iterable[Candidate]) -> Rewrites:
    """Give each variable its name: those first that the program knows."""
    every = [it for it in accepted if it.rewrites]
    variables = Variables({}, [document.data] if every else [])
    found: Rewrites = {}
    for candidate in sorted(every, key=lambda it: not all(one.is_given for one in it.mends)):
        wished = candidate.mends
        named = variables.named(wished)
        for rewrite, own in zip(
            candidate.rewrites, wished if isinstance(named, str) else named, strict=True
        ):
            found.setdefault(_shown_with(rewrite), []).append(replace(rewrite, mend=own))
    return found


def _shown_with(rewrite: Rewrite) -> Span:
    """Give the span whose mends are shown together: the whole statement, or one value of it."""
    start, end = rewrite.statement
    return rewrite.statement if end - start <= _LONGEST_REWRITTEN else rewrite.mend.span


def _replacement(
    document: Document, candidate: Candidate, rewrites: Rewrites, hidden: redact.Hidden
) -> Replacement | None:
    """Write the statements of a finding anew, each with the mends of all findings in it."""
    lines: list[str] = []
    imports = None
    for shown in sorted({_shown_with(it) for it in candidate.rewrites}):
        own = rewrites[shown]
        statement = own[0].statement
        edits, emptied = mend.made(
            document, [it.mend for it in own], _look_up(own[0].environ), is_filled=True
        )
        if emptied:
            continue
        within = [it.edit for it in edits if it.edit.span[0] <= statement[1]]
        line = redact.rewritten(document, statement, within, hidden) if shown == statement else MASK
        # What is masked could not be pasted: then the look-ups alone are shown.
        look_ups = [it.text for it in within if f"{own[0].environ}[" in it.text]
        indent = _indentation(document, statement[0])
        lines += look_ups if MASK in line else [_outdented(line, indent)]
        others = [it.edit.text for it in edits if it.edit not in within]
        lines += [it.removeprefix(indent) for text in others for it in text.splitlines()]
        if any(f"{own[0].environ}[" in it.edit.text for it in edits):
            imports = imports or own[0].imports
    return Replacement("\n".join(lines), imports) if lines else None


def _look_up(environ: str) -> mend.Read:
    return lambda it, quote: f"{environ}[{quote}{it.name}{quote}]"


def _outdented(text: str, indent: str) -> str:
    """Take the indentation of a statement off its further lines, as its first one comes without;
    not where a text of several lines would become another."""
    is_blank = not indent.strip()
    has_text = '"' * 3 in text or "'" * 3 in text
    return text.replace(f"\n{indent}", "\n") if is_blank and not has_text else text


def _indentation(document: Document, offset: int) -> str:
    return document.text(document.line_span(offset)[0], offset)

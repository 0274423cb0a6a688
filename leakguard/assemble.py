"""From an accepted candidate to the finding that is shown: place, snippet, advice, identity."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from leakguard import mend, names, redact
from leakguard.candidate import Candidate, Rewrite, Shape
from leakguard.document import Document, Span
from leakguard.finding import (
    Advice,
    Finding,
    Mend,
    Original,
    Rejected,
    Related,
    Replacement,
    Role,
)
from leakguard.fingerprint import fingerprint, secret_id, statement_fingerprint
from leakguard.secret import MASK, Secret
from leakguard.variables import Variables

_ROLE_NAMES = {
    Role.KEY: "API_KEY",
    Role.SECRET: "API_SECRET",
    Role.PASSPHRASE: "API_PASSPHRASE",
    Role.PASSWORD: "PASSWORD",
    Role.TOKEN: "API_TOKEN",
    Role.PRIVATE_KEY: "PRIVATE_KEY",
}
_LONGEST_REWRITTEN = 2_000
"""Bytes of a statement that is shown as it reads when all in it is mended. A longer one may hold
thousands of findings, and would be shown with each of them."""

_NO_LETTERS = re.compile(r"[^A-Za-z0-9]+")
_HALVES = {"the API key": Role.KEY, "the passphrase": Role.PASSPHRASE}


def findings(
    document: Document,
    accepted: Iterable[Candidate],
    masked: Iterable[Span],
    fixes: bool = False,
) -> list[Finding]:
    """Give the findings of a document; `masked` are the spans that must not be seen.

    With `fixes` each tells also how to mend it.
    """
    accepted = list(accepted)
    values = {it.span: it.value for it in accepted if it.is_hidden}
    hidden = redact.Hidden.of(document, {*masked, *values}, values.values())
    spans = {span for it in accepted for span in (it.span, *(span for _, span in it.related))}
    places = document.places(spans)
    rewrites = _by_statement(document, accepted)
    ordinals: dict[tuple[str, str], int] = {}
    found = []
    for it in accepted:
        if it.shape is Shape.STATEMENT:
            source = document.text(*it.statement) if it.statement is not None else ""
            equal = (it.rule, " ".join(source.split()))
            ordinal = ordinals.get(equal, 0)
            ordinals[equal] = ordinal + 1
            identity = statement_fingerprint(it.rule, document.identity, source, ordinal)
        else:
            identity = fingerprint(it.rule, document.identity, it.value)
        found.append(
            Finding(
                rule=it.rule,
                path=document.path,
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
                mends=_mends(document, it) if fixes else (),
                is_partly_mended=fixes and it.is_partly_mended,
            )
        )
    return found


def original(
    document: Document, candidates: Iterable[Candidate], masked: Iterable[Span]
) -> Original:
    """Give what it takes to know a document again, and what in it must not be seen: `masked`,
    and the parts of what the candidates are."""
    masked = set(masked)
    for it in candidates:
        if it.is_hidden:
            several = (one.parts for one in it.mends if len(one.parts) > 1)
            masked.update((it.span, *(part for parts in several for part in parts)))
    return Original(document.path, document.digest, tuple(sorted(masked)))


def _mends(document: Document, candidate: Candidate) -> tuple[Mend, ...]:
    """Give how to mend a finding, each place with the name that its variable is wished to have."""
    if not document.is_mendable:
        return ()
    if document.is_output(candidate.span[0]):
        return _clearings(document, candidate)
    return _wished(candidate)


def _clearings(document: Document, candidate: Candidate) -> tuple[Mend, ...]:
    """What code has shown is cleared, and the values in it are kept."""
    if candidate.shape is Shape.STATEMENT:
        return ()
    halves = [span for label, span in candidate.related if label in _HALVES]
    values = {span: document.text(*span) for span in halves if document.is_output(span[0])}
    values[candidate.span] = candidate.value
    return tuple(
        Mend(span, "", Secret(value), _variable(candidate, span), is_output=True)
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
        wished = _wished(candidate)
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


def _wished(candidate: Candidate) -> tuple[Mend, ...]:
    """Give the mends of a candidate, each with the name that its variable is wished to have."""
    return tuple(
        it if it.is_given else replace(it, name=_variable(candidate, it.span))
        for it in candidate.mends
    )


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
        lines += look_ups if MASK in line else [line]
        indent = _indentation(document, statement[0])
        others = [it.edit.text for it in edits if it.edit not in within]
        lines += [it.removeprefix(indent) for text in others for it in text.splitlines()]
        if any(f"{own[0].environ}[" in it.edit.text for it in edits):
            imports = imports or own[0].imports
    return Replacement("\n".join(lines), imports) if lines else None


def _look_up(environ: str) -> mend.Read:
    return lambda it, quote: f"{environ}[{quote}{it.name}{quote}]"


def _variable(candidate: Candidate, span: Span) -> str:
    """The name of the variable to use: the provider's and the role's, or the name it had.

    A pair's edits belong to its key where they stand on the key.
    """
    name, role = candidate.name, candidate.role
    for label, other in candidate.related:
        if label in _HALVES and span[0] <= other[0] < span[1]:
            role = _HALVES[label]
            name = candidate.key_name if role is Role.KEY else None
    written = names.environment_name(name or "")
    if candidate.provider is not None and _spelled(candidate.provider) not in written:
        stem = "".join(f"{word.upper()}_" for word in names.telling_stem(name or ""))
        return f"{_prefix(candidate)}{stem}{_ROLE_NAMES[role or Role.SECRET]}"
    if "_" in written:
        return written
    return _ROLE_NAMES[role] if role else written or "API_SECRET"


def _prefix(candidate: Candidate) -> str:
    if candidate.provider is None:
        return ""
    return _spelled(candidate.provider) + ("_TESTNET_" if candidate.sandbox else "_")


def _spelled(provider: str) -> str:
    """`GitHub` gives `GITHUB`, as people write it, rather than `GIT_HUB`."""
    return _NO_LETTERS.sub("_", provider).strip("_").upper()


def _indentation(document: Document, offset: int) -> str:
    return document.text(document.line_span(offset)[0], offset)

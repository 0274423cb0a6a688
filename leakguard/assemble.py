"""From an accepted candidate to the finding that is shown: place, snippet, advice, identity."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256

from leakguard import names, redact
from leakguard.candidate import Candidate, Edit, Rewrite, Shape
from leakguard.document import Document, Span
from leakguard.finding import (
    Advice,
    Extraction,
    Finding,
    Original,
    Rejected,
    Related,
    Replacement,
    Role,
)
from leakguard.fingerprint import fingerprint, secret_id, statement_fingerprint
from leakguard.secret import Secret

_ROLE_NAMES = {
    Role.KEY: "API_KEY",
    Role.SECRET: "API_SECRET",
    Role.PASSPHRASE: "API_PASSPHRASE",
    Role.PASSWORD: "PASSWORD",
    Role.TOKEN: "API_TOKEN",
    Role.PRIVATE_KEY: "PRIVATE_KEY",
}


def findings(
    document: Document,
    accepted: Iterable[Candidate],
    masked: Iterable[Span],
    fixes: bool = False,
) -> list[Finding]:
    """Give the findings of a document; `masked` are the spans that must not be seen.

    With `fixes` each tells also what to take out of the source to mend it.
    """
    accepted = list(accepted)
    hidden = redact.merged({*masked, *(it.span for it in accepted if it.is_hidden)})
    spans = {span for it in accepted for span in (it.span, *(span for _, span in it.related))}
    places = document.places(spans)
    rewrites: dict[Span, list[tuple[Candidate, Rewrite]]] = {}
    for it in accepted:
        for rewrite in it.rewrites:
            rewrites.setdefault(rewrite.statement, []).append((it, rewrite))
    variables: dict[str, str] = {}
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
                advice=Advice(
                    it.facts.steps, _replacement(document, it, rewrites, hidden, variables)
                ),
                secret=Secret(it.value) if it.value else None,
                fingerprint=identity,
                secret_id=secret_id(it.value) if it.value else None,
                snippet=redact.snippet(document, it.span, hidden),
                related=(
                    *(Related(label, places[span]) for label, span in it.related),
                    *_uses(it),
                ),
                origin=document.origin,
                extractions=_extractions(document, it) if fixes else (),
            )
        )
    return found


def original(document: Document, candidates: Iterable[Candidate]) -> Original:
    """Give what it takes to know a document again, and what in it must not be seen."""
    masked: set[Span] = set()
    for it in candidates:
        if it.is_hidden:
            several = (one.parts for one in it.extractions if len(one.parts) > 1)
            masked.update((it.span, *(part for parts in several for part in parts)))
    return Original(document.path, sha256(document.data).digest(), tuple(sorted(masked)))


def _extractions(document: Document, candidate: Candidate) -> tuple[Extraction, ...]:
    """Give what to take out, each with the name of its variable."""
    if not document.is_python:
        return ()
    return tuple(
        it if it.is_given else replace(it, name=_variable(candidate, it.span))
        for it in candidate.extractions
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


def _replacement(
    document: Document,
    candidate: Candidate,
    rewrites: dict[Span, list[tuple[Candidate, Rewrite]]],
    hidden: list[Span],
    variables: dict[str, str],
) -> Replacement | None:
    """Write the statements of a finding anew, each with the edits of all findings in it."""
    if not candidate.rewrites:
        return None
    statements = sorted({rewrite.statement for rewrite in candidate.rewrites})
    lines, imports = [], None
    for statement in statements:
        edits: dict[Span, Edit] = {}
        for other, rewrite in rewrites[statement]:
            named = _named(document, other, rewrite, variables)
            edits.update((edit.span, edit) for edit in named)
            imports = imports or rewrite.imports
        line = redact.rewritten(document, statement, edits.values(), hidden)
        # What is masked could not be pasted: then only what stands for the values is shown.
        is_whole = "****" not in line
        lines.append(line if is_whole else "\n".join(edits[span].text for span in sorted(edits)))
    return Replacement("\n".join(lines), imports)


def _named(
    document: Document, candidate: Candidate, rewrite: Rewrite, variables: dict[str, str]
) -> list[Edit]:
    """Put the environment variable's name into the edits of a rewrite.

    `variables` knows which text each name stands for so far: two values never share a name.
    """
    named = []
    for edit in rewrite.edits:
        name, count = _variable(candidate, edit.span), 1
        unique = name
        while variables.setdefault(unique, document.text(*edit.span)) != document.text(*edit.span):
            count += 1
            unique = f"{name}_{count}"
        named.append(replace(edit, text=edit.text.replace("{name}", unique)))
    return named


def _variable(candidate: Candidate, span: Span) -> str:
    """The name of the variable to use: the provider's and the role's, or the name it had.

    A pair's edits belong to its key where they stand on the key.
    """
    name, role = candidate.name, candidate.role
    for label, key_span in candidate.related:
        if label == "the API key" and span[0] <= key_span[0] < span[1]:
            name, role = candidate.key_name, Role.KEY
    written = names.environment_name(name or "")
    if candidate.provider is not None and candidate.provider.upper() not in written:
        stem = "".join(f"{word.upper()}_" for word in names.telling_stem(name or ""))
        return f"{_prefix(candidate)}{stem}{_ROLE_NAMES[role or Role.SECRET]}"
    if "_" in written:
        return written
    return _ROLE_NAMES[role] if role else written or "API_SECRET"


def _prefix(candidate: Candidate) -> str:
    if candidate.provider is None:
        return ""
    return names.environment_name(candidate.provider) + ("_TESTNET_" if candidate.sandbox else "_")

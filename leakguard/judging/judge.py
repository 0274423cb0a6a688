"""From candidates to what is asserted: values judged, of which few are kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leakguard.candidate import Candidate, Shape
from leakguard.context import assignment
from leakguard.context.fixed_forms import reason_of_fixed_form
from leakguard.context.placement import is_translation
from leakguard.document import Document
from leakguard.judging.keys_beside import with_keys_beside
from leakguard.rule.form import GENERIC, PLACED
from leakguard.text import unescaped
from leakguard.values import reason_against

if TYPE_CHECKING:
    from leakguard.judging.asserted import FindRule
    from leakguard.judging.pairs import FindPair

_LONGEST_LABEL = 40
"""Characters of a label without a digit; of as many random ones few have none."""


_LENGTHS_OF_UUID = (32, 36)
_MAKES_UUID = re.compile(rb"\bUUID\(\s{0,2}[\"']\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judged:
    """What is asserted of a document, and what was rejected, with the name of the reason."""

    accepted: tuple[Candidate, ...]
    rejected: tuple[tuple[Candidate, str], ...]


def by_document(
    document: Document, candidates: list[Candidate]
) -> list[tuple[Document, list[Candidate]]]:
    """Give the candidates of each document: names may be followed into other ones."""
    homes = {document.path: document}
    homes.update((it.document.path, it.document) for it in candidates if it.document is not None)
    return [
        (home, [it for it in candidates if (it.document or document).path == path])
        for path, home in homes.items()
    ]


def judge(
    document: Document,
    candidates: Iterable[Candidate],
    find_rule: "FindRule",
    find_pair: "FindPair",
) -> Judged:
    """Decide which candidates are findings."""
    kept: list[Candidate] = []
    rejected: list[tuple[Candidate, str]] = []
    for candidate in candidates:
        reason = (
            candidate.reason
            or reason_against(candidate.value, candidate.shape)
            or _reason_of_name(document, candidate)
            or _reason_of_call(candidate.document or document, candidate)
            or _reason_of_path(document.path, unescaped(candidate.value))
        )
        if reason is None:
            kept.append(candidate)
        else:
            rejected.append((candidate, reason))
    kept = _without_shown(with_keys_beside(document, kept, rejected), rejected)
    if not kept:
        return Judged((), tuple(rejected))
    from leakguard.judging.asserted import asserted  # most of what fires is nothing

    return Judged(asserted(document, kept, find_rule, find_pair), tuple(rejected))


def _without_shown(kept: list[Candidate], rejected: list[tuple[Candidate, str]]) -> list[Candidate]:
    """Leave out what a rule that knows its place says is there to be seen, such as the token of a
    badge: that it is called a token says no more."""
    shown = {it.span for it, reason in rejected if reason == "shown-on-purpose"}
    if not shown:
        return kept
    rejected.extend(
        (it, "shown-on-purpose") for it in kept if _is_told_by_name(it) and it.span in shown
    )
    return [it for it in kept if not _is_told_by_name(it) or it.span not in shown]


def _is_told_by_name(candidate: Candidate) -> bool:
    """Whether nothing in a value itself says what it is, not even its provider's prefix."""
    return candidate.rank <= GENERIC or candidate.shape is Shape.NAMED


def _reason_of_name(document: Document, candidate: Candidate) -> str | None:
    """What a name says in full of a form, where no rule knows the value by its own."""
    if candidate.rank > PLACED or candidate.provider is not None or candidate.document is not None:
        return None
    name = candidate.name or assignment.name_at(document, candidate.span[0])
    return reason_of_fixed_form(name, candidate.value)


def _reason_of_call(document: Document, candidate: Candidate) -> str | None:
    """What a program makes a UUID of identifies something, whoever is named near it."""
    if len(candidate.value) not in _LENGTHS_OF_UUID:
        return None
    start = candidate.span[0]
    is_made = _MAKES_UUID.search(document.data, max(0, start - 12), start) is not None
    return "uuid" if is_made else None


def _reason_of_path(path: str, value: str) -> str | None:
    """Words of any language stand under `secret` and `password` where a program is translated."""
    is_words = len(value) <= _LONGEST_LABEL and not any(map(str.isdigit, value))
    return "translation" if is_words and is_translation(path) else None

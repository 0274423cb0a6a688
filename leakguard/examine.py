"""The way of one document: bytes, triggers, rules, candidates, judgement, findings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from leakguard import registry
from leakguard.document import Document, Span
from leakguard.finding import Finding, Problem, Rejected, Role
from leakguard.triggers import Triggers

if TYPE_CHECKING:
    from leakguard.candidate import Candidate
    from leakguard.rule import PairRule, SyntaxRule, TokenRule

Hits = dict[int, list[int]]
"""For each rule that may have something to find, by its index, where its triggers end."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of one document."""

    findings: tuple[Finding, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    notices: tuple[Problem, ...] = ()
    values: frozenset[str] = field(default=frozenset(), repr=False)
    """Every value that was looked at: none may show in a path or a message."""


NOTHING = Examined()


@dataclass(frozen=True)
class Examiner:
    """The compiled rules, those of them that are selected, and whether to keep rejections."""

    triggers: Triggers
    selected: frozenset[str]
    explain: bool = False

    def hits(self, document: Document) -> Hits:
        """Pass once over the bytes; give which selected rules have to look further.

        Nothing is imported and nothing built for a document in which no trigger fires.
        """
        matches = self.triggers.scan(document.data, document.is_python)
        hits = self.triggers.by_rule(matches) if matches else {}
        for index, pattern in self._file_rules:
            if pattern.fullmatch(document.path):
                hits[index] = []
        return {index: ends for index, ends in hits.items() if index in self._selected}

    def needs_syntax(self, document: Document, hits: Hits) -> bool:
        """Tell whether a syntax rule's trigger ends at a literal that may be a key.

        Only then is libcst loaded; its work belongs into a process of its own.
        """
        return any(
            self.triggers.rules[index].kind == "syntax" and any(True for _ in _keys(document, ends))
            for index, ends in hits.items()
        )

    def examine(self, document: Document, hits: Hits) -> Examined:
        """Let the rules that fired look at the document, and judge what they saw."""
        # Imported here: where nothing fires none of it is needed.
        from leakguard import assemble
        from leakguard.candidate import Shape
        from leakguard.judge import judge
        from leakguard.rule import FileRule, TokenRule

        candidates: list[Candidate] = []
        syntax: list[type[SyntaxRule]] = []
        places: set[int] = set()
        for index, ends in hits.items():
            rule = (
                registry.load_rule(self.triggers.rules[index])
                if self._is_due(index, document, ends)
                else None
            )
            if isinstance(rule, TokenRule):
                candidates.extend(rule.find(document, ends))
            elif isinstance(rule, FileRule):
                candidates.extend(rule.find(document))
            elif isinstance(rule, type):
                syntax.append(rule)
                places.update(start for start, _ in _keys(document, ends))
        notices: tuple[Problem, ...] = ()
        if syntax:
            from leakguard.syntax.examine import examine  # libcst: only when it is needed

            seen = examine(document, syntax, places)
            candidates.extend(seen.candidates)
            notices = _unparsed(document, seen.unparsed)
        judged = judge(document, candidates, self._provider_rule, self._pair_rule)
        shown = [it for it in judged.accepted if it.rule in self._ids]
        return Examined(
            findings=tuple(assemble.findings(document, shown, (it.span for it in candidates)))
            if shown
            else (),
            rejected=tuple(assemble.rejections(document, judged.rejected)) if self.explain else (),
            notices=notices,
            values=frozenset(it.value for it in candidates if it.shape is not Shape.STATEMENT),
        )

    def _is_due(self, index: int, document: Document, ends: list[int]) -> bool:
        """Syntax rules are only loaded for literals that may be keys."""
        return self.triggers.rules[index].kind != "syntax" or any(
            True for _ in _keys(document, ends)
        )

    @property
    def _ids(self) -> frozenset[str]:
        return self.selected

    @cached_property
    def _selected(self) -> frozenset[int]:
        return frozenset(
            index for index, entry in enumerate(self.triggers.rules) if entry.id in self.selected
        )

    @cached_property
    def _file_rules(self) -> list[tuple[int, re.Pattern[str]]]:
        return [
            (index, re.compile(entry.path, re.IGNORECASE))
            for index, entry in enumerate(self.triggers.rules)
            if entry.path is not None
        ]

    def _provider_rule(self, provider: str, role: Role) -> "TokenRule | None":
        from leakguard.rule import TokenRule

        for entry in self.triggers.rules:
            if entry.provider == provider and entry.role == role:
                rule = registry.load_rule(entry)
                return rule if isinstance(rule, TokenRule) else None
        return None

    def _pair_rule(self, rule_id: str) -> "PairRule | None":
        from leakguard.rule import PairRule

        for entry in self.triggers.rules:
            if entry.id == rule_id and entry.id in self.selected:
                rule = registry.load_rule(entry)
                return rule if isinstance(rule, PairRule) else None
        return None


def _keys(document: Document, ends: list[int]) -> Iterator[Span]:
    """The literals ending at `ends` that have the form of a key: a cheap look before libcst."""
    from leakguard.candidate import Shape
    from leakguard.syntax.triggers import literal_before
    from leakguard.values import reason_against

    for end in ends:
        span = literal_before(document.data, end)
        if span is not None and reason_against(document.text(*span), Shape.KEY) is None:
            yield span


def _unparsed(document: Document, count: int) -> tuple[Problem, ...]:
    if not count:
        return ()
    message = (
        f"{count} statement(s) could not be read as Python; the text rules still looked at them"
    )
    return (Problem(document.path, message),)

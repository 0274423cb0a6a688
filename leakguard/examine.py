"""The way of one document: bytes, triggers, rules, candidates, judgement, findings."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from leakguard import registry
from leakguard.document import Document, Span
from leakguard.finding import Finding, Original, Problem, Rejected, Role
from leakguard.triggers import Triggers

if TYPE_CHECKING:
    from leakguard.candidate import Candidate
    from leakguard.rule import PairRule, SyntaxRule, TokenRule
    from leakguard.syntax.neighbours import Find


@dataclass(frozen=True, slots=True)
class Hits:
    """Which rules may have something to find in a document, by their indices, and where."""

    text: dict[int, list[int]] = field(default_factory=dict)
    """Where the triggers of token rules end, in bytes; file rules have none."""
    syntax: dict[int, list[int]] = field(default_factory=dict)
    """Offsets, in bytes, inside the statements that syntax rules have to look at."""

    def __bool__(self) -> bool:
        return bool(self.text or self.syntax)


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of one document."""

    findings: tuple[Finding, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    notices: tuple[Problem, ...] = ()
    values: frozenset[str] = field(default=frozenset(), repr=False)
    """Every value that was looked at: none may show in a path or a message."""
    originals: tuple[Original, ...] = ()
    """The documents of what can be fixed, if that was asked for."""


NOTHING = Examined()


@dataclass(frozen=True)
class Examiner:
    """The compiled rules, those of them that are selected, and whether to keep rejections."""

    triggers: Triggers
    selected: frozenset[str]
    explain: bool = False
    find: "Find | None" = None
    """Gives other documents of the source, into which imported names are followed."""
    fixes: bool = False
    """Whether to tell what to take out of the source."""

    def hits(self, document: Document) -> Hits:
        """Pass once over the bytes; give which selected rules have to look further.

        Nothing is imported and nothing built for a document in which no trigger fires. Only with
        something in `syntax` is libcst loaded; that work belongs into a process of its own.
        """
        matches = self.triggers.scan(document.data, document.is_python)
        text: dict[int, list[int]] = {}
        syntax: dict[int, list[int]] = {}
        if matches:
            kept = self._worth_parsing(document, matches) if document.is_python else {}
            for index, ends in self.triggers.by_rule(matches).items():
                if index not in self._selected:
                    continue
                if self.triggers.rules[index].kind != "syntax":
                    text[index] = ends
                elif offsets := kept.get(index):
                    syntax[index] = sorted(offsets)
        for index, pattern in self._file_rules:
            if index in self._selected and pattern.fullmatch(document.path):
                text[index] = []
        return Hits(text, syntax)

    def _worth_parsing(
        self, document: Document, matches: list[tuple[int, int]]
    ) -> dict[int, set[int]]:
        """Give, for each syntax rule, where its triggers hit what a cheap look does not reject."""
        from leakguard.syntax.gate import is_commented_out, is_worth_parsing, takes_credentials
        from leakguard.syntax.triggers import literal_before

        found: dict[int, set[int]] = {}
        verdicts: dict[Span, bool] = {}
        offset: int | None
        for pattern, end in matches:
            if pattern == self.triggers.call_pattern:
                offset = end - 1 if takes_credentials(document, end, self.triggers.calls) else None
            elif pattern in self.triggers.statements:
                offset = None if is_commented_out(document, end - 1) else end - 1
            elif pattern in self.triggers.literals:
                span = literal_before(document.data, end)
                if span is not None and span not in verdicts:
                    verdicts[span] = is_worth_parsing(document, span)
                offset = span[0] if span is not None and verdicts[span] else None
            else:
                continue
            if offset is not None:
                for owner in self.triggers.owners[pattern]:
                    found.setdefault(owner, set()).add(offset)
        return found

    def examine(self, document: Document, hits: Hits) -> Examined:
        """Let the rules that fired look at the document, and judge what they saw."""
        # Imported here: where nothing fires none of it is needed.
        from leakguard import assemble
        from leakguard.candidate import Shape
        from leakguard.judge import judge

        candidates = self._of_text(document, hits)
        notices: tuple[Problem, ...] = ()
        if hits.syntax:
            from leakguard.syntax.examine import examine  # libcst: only when it is needed

            seen = examine(document, *self._syntax_rules(hits), self.find)
            candidates += seen.candidates
            notices = _unparsed(document, seen.unparsed)
        findings: list[Finding] = []
        rejected: list[Rejected] = []
        originals: list[Original] = []
        for home, own in _by_document(document, candidates):
            judged = judge(home, own, self._provider_rule, self._pair_rule)
            shown = [it for it in judged.accepted if it.rule in self.selected]
            if shown:
                hidden = (it.span for it in own)
                findings += assemble.findings(home, shown, hidden, self.fixes)
            if self.fixes and any(it.extractions for it in shown):
                originals.append(assemble.original(home, own))
            if self.explain:
                rejected += assemble.rejections(home, judged.rejected)
        return Examined(
            tuple(findings),
            tuple(rejected),
            notices,
            frozenset(it.value for it in candidates if it.shape is not Shape.STATEMENT),
            tuple(originals),
        )

    def _of_text(self, document: Document, hits: Hits) -> "list[Candidate]":
        from leakguard.rule import FileRule, TokenRule

        candidates: list[Candidate] = []
        for index, ends in hits.text.items():
            rule = registry.load_rule(self.triggers.rules[index])
            if isinstance(rule, TokenRule):
                candidates.extend(rule.find(document, ends))
            elif isinstance(rule, FileRule):
                candidates.extend(rule.find(document))
        return candidates

    def _syntax_rules(self, hits: Hits) -> "tuple[list[type[SyntaxRule]], set[int]]":
        """Give the syntax rules that fired, and the offsets of all statements they look at."""
        rules = [registry.load_rule(self.triggers.rules[index]) for index in hits.syntax]
        offsets = {offset for found in hits.syntax.values() for offset in found}
        return [rule for rule in rules if isinstance(rule, type)], offsets

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


def _by_document(
    document: Document, candidates: "list[Candidate]"
) -> "list[tuple[Document, list[Candidate]]]":
    """Give the candidates of each document: names may be followed into other ones."""
    homes = {document.path: document}
    homes.update((it.document.path, it.document) for it in candidates if it.document is not None)
    return [
        (home, [it for it in candidates if (it.document or document).path == path])
        for path, home in homes.items()
    ]


def _unparsed(document: Document, count: int) -> tuple[Problem, ...]:
    if not count:
        return ()
    message = (
        f"{count} statement(s) could not be read as Python; the text rules still looked at them"
    )
    return (Problem(document.path, message),)

"""The way of one document: bytes, triggers, rules, candidates, judgement, findings."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from leakguard import registry
from leakguard.document import Document, Span
from leakguard.report import Problem
from leakguard.scanning.examined import NOTHING, Examined, joined, unfinished, unparsed
from leakguard.scanning.hits import FirstLook, Hits
from leakguard.scanning.per_path import EVERYWHERE, PerPath
from leakguard.scanning.selection import Selection

if TYPE_CHECKING:
    from leakguard.candidate import Candidate
    from leakguard.finding import Finding, Original, Rejected
    from leakguard.formats.decoding import Decoded
    from leakguard.judging.judge import Judged
    from leakguard.notebook import Notebook
    from leakguard.rule import NamedRule, PairRule, SyntaxRule, TokenRule
    from leakguard.suppress.allowances import Allowance, Rules
    from leakguard.suppress.inline import Allowing
    from leakguard.syntax.neighbours import Find


@dataclass(frozen=True)
class Examiner:
    """The rules that are selected, and whether to keep rejections."""

    selection: Selection
    explain: bool = False
    find: "Find | None" = None
    """Gives other documents of the source, into which imported names are followed."""
    fixes: bool = False
    """Whether to tell what to take out of the source."""
    honour: tuple[str, ...] = ()
    """The marks of other tools that allow a finding."""
    today: date = field(default_factory=date.today)
    per_path: PerPath = EVERYWHERE
    _narrowed: "dict[frozenset[str], Examiner]" = field(default_factory=dict, repr=False)

    def at(self, path: str) -> "Examiner":
        """Give what examines a document, with those of the rules that look at its path."""
        ids = self.per_path.ids_at(path, self.selection.ids)
        if ids is self.selection.ids:  # to compare two sets as large takes time for each document
            return self
        if ids not in self._narrowed:
            narrowed = replace(self.selection, ids=ids)
            self._narrowed[ids] = replace(self, selection=narrowed, _narrowed={})
        return self._narrowed[ids]

    def hits(self, document: Document) -> Hits:
        """Pass once over the bytes; give which selected rules have to look further."""
        return self._first_look.hits(document)

    def examine_binary(self, document: Document) -> Examined:
        """Let the rules look that know the kind of a file that is no text."""
        hits = self._first_look.of_binary(document)
        return self.examine(document, hits) if hits else NOTHING

    @cached_property
    def _first_look(self) -> FirstLook:
        return FirstLook(self.selection, self.find, self.explain)

    def prepare(self) -> None:
        """Load what looks at documents with something to find, and the syntax rules with libcst, so
        that processes that are forked from this one have them.

        Raises:
            RuleError: a rule is not well-formed.
        """
        for entry in self.selection.triggers.rules:
            if entry.kind in ("syntax", "assigned", "allowance") and entry.id in self.selection.ids:
                registry.load_rule(entry)
        names = "judging.judge judging.asserted judging.assemble judging.outward masking.echoes"
        for module in ("syntax.examine", *names.split()):
            import_module(f"leakguard.{module}")
        self.selection.providers  # noqa: B018 - it is made when it is first asked for

    def examine(self, document: Document, hits: Hits) -> Examined:
        """Let the rules that fired look at the document, and judge what they saw."""
        own = self._of_text(document, hits.text)
        if hits.notebook is None:
            in_python, unread = self._of_python(document, hits)
            return self._judged(
                document,
                own + in_python,
                hits.notices,
                unread,
                decoded=hits.decoded,
                marks_at=self._marks_at(hits.text),
            )
        return self._examine_notebook(document, hits.notebook, hits, own)

    def _examine_notebook(
        self, document: Document, notebook: "Notebook", hits: Hits, own: "list[Candidate]"
    ) -> Examined:
        """Judge what was seen in the decoded texts, and of the rest of the file the rest."""
        inside = self._of_text(notebook.text, hits.cells)
        notices, unread = unfinished(document, notebook.unfinished), 0
        if notebook.code is not None:
            in_python, unread = self._of_python(notebook.code, hits)
            inside += in_python
        examined = self._judged(
            notebook.text,
            inside,
            hits.notices + notices,
            unread,
            decoded=hits.decoded,
            marks_at=self._marks_at(hits.cells),
        )
        rest = [it for it in own if not notebook.has_read(it.span)]
        if not rest:
            return examined
        hidden = notebook.text.parts_in_file(
            it.span for it in inside if it.document is None and it.is_hidden
        )
        return joined((examined, self._judged(document, rest, hidden=hidden)))

    def _judged(
        self,
        document: Document,
        candidates: "list[Candidate]",
        notices: tuple[Problem, ...] = (),
        unread: int = 0,
        hidden: Iterable[Span] = (),
        decoded: "Iterable[tuple[Decoded, dict[int, list[int]]]]" = (),
        marks_at: Sequence[int] = (),
    ) -> Examined:
        notices += unparsed(document.path, unread)
        if not (candidates or decoded or hidden or marks_at):
            return Examined(notices=notices, unparsed=unread)
        # Imported here: where nothing fires none of it is needed.
        from leakguard.candidate import Shape
        from leakguard.judging.judge import by_document, judge
        from leakguard.judging.outward import outward, together

        findings: list[Finding] = []
        rejected: list[Rejected] = []
        originals: list[Original] = []
        allowances: list[Allowance] = []
        inside: list[Candidate] = []
        values = {it.value for it in candidates if it.shape is not Shape.STATEMENT and it.is_hidden}
        masked_also, opaque = set(hidden), dict[Span, bool]()
        for inner, fired in decoded:
            looked_at = self._of_decoded(inner, fired)
            looked_at = self.selection.but_examples(looked_at)
            judged = judge(inner, looked_at, self._provider_rule, self._pair_rule)
            inside += outward(inner, judged.accepted)
            encoded = {inner.written(it.span)[1] for it in looked_at}
            masked_also |= encoded
            if inner.outer is document:
                opaque.update((it.written, it.is_certain) for it in inner.parts if it.is_opaque)
            values.update(it.value for it in looked_at)
            values.update(document.text(*span) for span in encoded)
            rejected += self._explained(inner, judged)
        for home, own in by_document(document, candidates):
            own = self.selection.but_examples(own)
            judged = judge(home, own, self._provider_rule, self._pair_rule)
            accepted, masked = judged.accepted, {it.written for it in own if it.is_hidden}
            if home.path == document.path:
                accepted = tuple(together(accepted, inside, opaque))
                masked |= masked_also
            ids = self.at(home.path).selection.ids
            shown = [it for it in accepted if it.rule in ids]
            ends = marks_at if home.path == document.path else ()
            if shown or ends:
                from leakguard.judging import assemble

                sought = frozenset() if notices or not home.is_whole else self.selection.ids
                marks = assemble.Marks(ends, self._about_marks, sought)
                found, told = assemble.findings(
                    home, shown, masked, self._allowing, marks, self.fixes
                )
                findings += found
                allowances += told
                if self.fixes and home.is_mendable and shown:
                    originals.append(assemble.original(home, own, masked))
            rejected += self._explained(home, judged)
        return Examined(
            tuple(findings),
            tuple(rejected),
            notices,
            frozenset(values),
            tuple(originals),
            tuple(allowances),
            unread,
        )

    def _explained(self, document: Document, judged: "Judged") -> "Iterable[Rejected]":
        """Give what was rejected, if somebody wants to know."""
        if not self.explain:
            return ()
        from leakguard.judging import assemble

        return assemble.rejections(document, judged.rejected)

    def _marks_at(self, fired: dict[int, list[int]]) -> list[int]:
        """Give where allowances may end their first words."""
        rules = self.selection.triggers.rules
        return sorted({it for at, ends in fired.items() if rules[at].kind == "allowance"
                       for it in ends})  # fmt: skip

    @cached_property
    def _about_marks(self) -> "Rules":
        from leakguard.rule import AllowanceRule

        every = (it for it in self.selection.triggers.rules if it.kind == "allowance")
        rules = (registry.load_rule(it) for it in every if it.id in self.selection.ids)
        return {it.fault: it for it in rules if isinstance(it, AllowanceRule)}

    @cached_property
    def _allowing(self) -> "Allowing":
        from leakguard.suppress.inline import Allowing

        rules = self.selection.triggers.rules
        known = frozenset(it.id for it in rules if it.kind != "allowance")
        return Allowing(known, self.honour, self.today)

    def _of_decoded(self, inner: "Decoded", fired: dict[int, list[int]]) -> "list[Candidate]":
        return [it for it in self._of_text(inner, fired) if inner.part_at(it.span) is not None]

    def _of_python(self, code: Document, hits: Hits) -> "tuple[list[Candidate], int]":
        """Give what the syntax rules saw, and how many statements could not be parsed."""
        if not hits.syntax:
            return [], 0
        from leakguard.syntax.examine import examine  # libcst: only when it is needed

        seen = examine(code, *self._syntax_rules(hits), self.find)
        left = {index: list(_within(ends, seen.unparsed)) for index, ends in hits.code.items()}
        as_text = self._of_text(code, left) if seen.unparsed else []
        return [*seen.candidates, *as_text], len(seen.unparsed)

    def _of_text(self, document: Document, fired: dict[int, list[int]]) -> "list[Candidate]":
        from leakguard.rule import AssignedRule, ColumnRule, FileRule, TokenRule

        candidates: list[Candidate] = []
        for index, ends in fired.items():
            rule = registry.load_rule(self.selection.triggers.rules[index])
            if isinstance(rule, TokenRule):
                candidates.extend(rule.find(document, ends))
            elif isinstance(rule, AssignedRule):
                candidates.extend(rule.find(document, ends, self._named_rule, self.explain))
            elif isinstance(rule, FileRule | ColumnRule):
                candidates.extend(rule.find(document))
        return candidates

    def _syntax_rules(self, hits: Hits) -> "tuple[list[type[SyntaxRule]], set[int]]":
        """Give the syntax rules that fired, and the offsets of all statements they look at."""
        rules = [registry.load_rule(self.selection.triggers.rules[index]) for index in hits.syntax]
        return [it for it in rules if isinstance(it, type)], set[int]().union(*hits.syntax.values())

    def _provider_rule(
        self, document: Document, candidate: "Candidate"
    ) -> "TokenRule | NamedRule | None":
        """Give the rule that saw the same value; that of the provider and the role, by preference
        one whose form the value has; or that of a provider who is named nearby."""
        from leakguard.rule import NamedRule, TokenRule, of_provider

        told, provider = candidate.told_by, candidate.provider
        if told is None and provider is None:
            return self._named_rule(document, candidate.span, candidate.name)
        rules = [
            rule
            for entry in self.selection.triggers.rules
            if (entry.id == told if told else entry.provider == provider)
            and isinstance(rule := registry.load_rule(entry), TokenRule | NamedRule)
        ]
        return (
            next(iter(rules), None) if told else of_provider(rules, candidate.value, candidate.role)
        )

    def _named_rule(self, document: Document, span: Span, name: str | None) -> "NamedRule | None":
        from leakguard.rule import NamedRule

        known = self.selection.triggers.by_id
        rule_id = self.selection.providers.find(document, span, name)
        rule = registry.load_rule(known[rule_id]) if rule_id is not None else None
        return rule if isinstance(rule, NamedRule) else None

    def _pair_rule(self, rule_id: str) -> "PairRule | None":
        from leakguard.rule import PairRule

        known = self.selection.triggers.by_id
        entry = known.get(rule_id) if rule_id in self.selection.ids else None
        rule = registry.load_rule(entry) if entry is not None else None
        return rule if isinstance(rule, PairRule) else None


def _within(offsets: Iterable[int], spans: Sequence[Span]) -> Iterator[int]:
    """Give those of `offsets` that stand in one of the spans, which are in order."""
    for offset in offsets:
        at = bisect_left(spans, offset, key=lambda it: it[1])
        if at < len(spans) and spans[at][0] < offset:
            yield offset

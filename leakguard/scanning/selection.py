"""The rules that are selected, and what tells which of them look at a document."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from leakguard import triggers
from leakguard.forms import OPAQUE, AnyForm
from leakguard.levels import Role
from leakguard.triggers import WITHOUT_FORM, Triggers

if TYPE_CHECKING:
    from leakguard.candidate import Candidate
    from leakguard.context.nearby import Providers
    from leakguard.rule.own import OwnRule


@dataclass(frozen=True)
class Selection:
    """The compiled triggers, and the ids of the rules that are selected.

    What follows from them is made when it is first asked for, and once for all documents.
    """

    triggers: Triggers
    ids: frozenset[str]

    @cached_property
    def indices(self) -> frozenset[int]:
        """Those of the rules that look."""
        rules = self.triggers.rules
        is_by_name = any(entry.kind == "named" and entry.id in self.ids for entry in rules)
        return frozenset(
            index
            for index, entry in enumerate(rules)
            if entry.id in self.ids
            or entry.pair in self.ids
            or (entry.kind == "assigned" and is_by_name)  # it looks on behalf of named rules
        )

    def but_examples(self, candidates: "list[Candidate]") -> "list[Candidate]":
        """Reject what the examples of the configuration's own rules show."""
        for own in self._own:
            candidates = [
                replace(it, reason=it.reason or own.reason_of_example(it.value))
                for it in candidates
            ]
        return candidates

    @cached_property
    def _own(self) -> "tuple[OwnRule, ...]":
        return tuple(it.own for it in self.triggers.rules if it.own is not None)

    @cached_property
    def of_syntax(self) -> frozenset[int]:
        """Those of them that read Python as Python."""
        rules = self.triggers.rules
        return frozenset(it for it in self.indices if rules[it].kind == "syntax")

    @cached_property
    def of_text(self) -> frozenset[int]:
        """The others."""
        return self.indices - self.of_syntax

    @cached_property
    def patterns(self) -> frozenset[int]:
        """The patterns of the rules that look, and those that tell of an encoding."""
        owners = enumerate(self.triggers.owners)
        looked_for = {pattern for pattern, own in owners if not self.indices.isdisjoint(own)}
        return frozenset(looked_for.union(self.triggers.encodings))

    @cached_property
    def text_patterns(self) -> frozenset[int]:
        """Those of them that a rule owns which reads text."""
        rules, owners = self.triggers.rules, self.triggers.owners
        return frozenset(
            pattern
            for pattern in self.patterns
            if any(rules[index].kind != "syntax" for index in owners[pattern])
        )

    @cached_property
    def by_name(self) -> frozenset[int]:
        """Those of them that nothing owns but rules about what is given a credential's name, and
        that need no form."""
        rules, owners = self.triggers.rules, self.triggers.owners
        return frozenset(
            pattern
            for pattern in self.text_patterns - self.triggers.near
            if owners[pattern] and all(rules[index].kind == "assigned" for index in owners[pattern])
        )

    @cached_property
    def shared(self) -> frozenset[int]:
        """Those of the text rules' patterns that a syntax rule owns as well."""
        rules, owners = self.triggers.rules, self.triggers.owners
        return frozenset(
            pattern
            for pattern in self.text_patterns
            if any(rules[index].kind == "syntax" for index in owners[pattern])
        )

    @cached_property
    def file_rules(self) -> list[tuple[int, re.Pattern[str]]]:
        """The rules about a text by its path, and what that is."""
        rules = self.triggers.rules
        return [
            (index, re.compile(entry.path, re.IGNORECASE))
            for index, entry in enumerate(rules)
            if index in self.indices and entry.path is not None and entry.magic is None
        ]

    @cached_property
    def kinds(self) -> list[tuple[int, re.Pattern[str], re.Pattern[bytes]]]:
        """The rules about a file that is no text: its path, and how it begins."""
        rules = self.triggers.rules
        return [
            (
                index,
                re.compile(entry.path, re.IGNORECASE),
                re.compile(entry.magic.encode(), re.VERBOSE | re.DOTALL),
            )
            for index, entry in enumerate(rules)
            if index in self.indices and entry.path is not None and entry.magic is not None
        ]

    @cached_property
    def forms(self) -> AnyForm:
        """What a value may look like that is found by a provider's word near it."""
        forms = (it.form for it in self.triggers.rules if it.role not in WITHOUT_FORM)
        return AnyForm(frozenset(it for it in forms if it is not None and it != OPAQUE))

    @cached_property
    def providers(self) -> "Providers":
        """The forms of all providers, also of those whose rules are not selected."""
        from leakguard.context.nearby import Form, Providers  # only where something fired

        return Providers(
            Form(
                it.id,
                it.words,
                it.form,
                it.names,
                it.is_everyday,
                Role(it.role),
                it.is_named,
                it.called,
            )
            for it in self.triggers.rules
            if it.form is not None and it.role is not None
        )


def load(
    ids: frozenset[str] | None,
    tell: Callable[[], None] | None = None,
    own_rules: tuple["OwnRule", ...] = (),
    rules_from: str | None = None,
) -> Selection:
    """Give the rules with these ids, or all if None; `tell` and `rules_from` as in `triggers.load`.
    To these rules come those that the configuration defines.

    Raises:
        RuleError: a rule is not well-formed.
    """
    loaded = triggers.load(tell, rules_from)
    if own_rules:
        from leakguard.triggers import own  # few configurations define any

        loaded = own.joined(loaded, own_rules)
    return Selection(loaded, frozenset(loaded.by_id) if ids is None else ids)

"""What is said of rules: on their page, by commands, and in reports for machines."""

import inspect
from dataclasses import dataclass
from functools import cache

from leakguard import registry
from leakguard.levels import Confidence, Severity
from leakguard.registry import Rule


@dataclass(frozen=True, slots=True)
class Description:
    """What a reader may know of a rule of any form."""

    id: str
    kind: str
    title: str
    why: str
    severity: Severity
    confidence: Confidence
    advice: tuple[str, ...]
    references: tuple[str, ...]
    provider: str | None
    docstring: str
    """The page of a syntax rule; empty for others."""


@cache
def described(rules_from: str | None = None) -> dict[str, Description]:
    """Describe every rule, by its id, in their order, those of a folder last: all of them are
    imported."""
    rules = registry.all_rules()
    if rules_from is not None:
        rules += registry.rules_of(rules_from, {entry.id for entry, _ in rules})
    return {entry.id: describe(rule) for entry, rule in rules}


def describe(rule: Rule) -> Description:
    """Describe a rule."""
    if isinstance(rule, type):
        facts = rule.facts()
        title = f"{facts.title} {facts.where}"
        return Description(
            rule.ID, rule.kind, title, facts.why, rule.SEVERITY, rule.CONFIDENCE, rule.ADVICE,
            rule.REFERENCES, None, inspect.getdoc(rule) or "",
        )  # fmt: skip
    provider = getattr(rule, "provider", None)
    return Description(
        rule.id, rule.kind, rule.title, rule.why, rule.severity, rule.confidence, rule.advice,
        rule.references, provider, "",
    )  # fmt: skip

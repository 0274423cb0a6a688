"""What is known of the rules that have found something."""

from collections.abc import Iterable

from leakguard import registry, triggers
from leakguard.advice.descriptions import Description, describe
from leakguard.finding import Finding
from leakguard.reporters import View


def descriptions(findings: Iterable[Finding], view: View) -> dict[str, Description]:
    """Give the descriptions of the rules of some findings, sorted by id; but for those that the
    configuration defines, none is imported but these."""
    ids = sorted({it.rule for it in findings})
    entries = triggers.load(rules_from=view.rules_from).by_id if ids else {}
    known: dict[str, registry.Rule] = {it.id: it for it in view.own_rules}
    return {it: describe(known.get(it) or registry.load_rule(entries[it])) for it in ids}

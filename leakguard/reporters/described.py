"""What is known of the rules that have found something."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leakguard import registry, triggers
from leakguard.finding import Finding

if TYPE_CHECKING:
    from leakguard.rule.own import OwnRule


def descriptions(
    findings: Iterable[Finding], own: "Iterable[OwnRule]"
) -> dict[str, registry.Description]:
    """Give the descriptions of the rules of some findings, sorted by id; `own` are those of the
    configuration, and of the others none is imported but these."""
    ids = sorted({it.rule for it in findings})
    entries = triggers.load().by_id if ids else {}
    known: dict[str, registry.Rule] = {it.id: it for it in own}
    return {it: registry.describe(known.get(it) or registry.load_rule(entries[it])) for it in ids}

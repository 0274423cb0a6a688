"""The triggers of rules that stand in a folder, beside those of the rule pack, which take long to
compile: two small databases, one for text and one for what only Python has."""

import json
from collections.abc import Sequence
from dataclasses import replace

import hyperscan

from leakguard import cache, registry, triggers
from leakguard.pack import location
from leakguard.registry import Rule, RuleEntry
from leakguard.triggers import Triggers, databases


def joined(known: Triggers, folder: str) -> Triggers:
    """Add the rules of a folder to those of the pack, from the cache where it has them.

    Raises:
        RuleError: a rule is not well-formed; the message names its file.
    """
    key = key_of(folder)
    name = f"folder-{key[:32]}.bin"
    if (content := cache.read(name, key)) is not None:
        try:
            return _parsed(known, *content)
        except (hyperscan.error, ValueError, LookupError, TypeError):
            pass  # this Hyperscan does not take it: it is made anew
    content = _compiled(known, registry.rules_of(folder, known.by_id))
    cache.write(name, key, *content)
    return _parsed(known, *content)


def key_of(folder: str) -> str:
    """Give what is known by when the rules of a folder, or of the pack, have changed."""
    return triggers.cache_key(registry.digest(location.rule_folder(), folder))


def _compiled(known: Triggers, rules: Sequence[tuple[RuleEntry, Rule]]) -> tuple[bytes, ...]:
    """Give JSON with a table, and the databases, of which one that has no pattern is empty."""
    from leakguard.triggers import compiling  # most runs only load

    near = compiling.near_providers_of(rules)
    start = len(known.rules)
    finders = compiling.finders_among(known.rules)
    owners = compiling.owned(rules, near, finders, start)
    every = [it[1] for it in rules]
    of_syntax = [it for it in every if isinstance(it, type)]
    of_text = {
        pattern
        for pattern, own in owners.items()
        if any(n < start or compiling.is_text(every[n - start]) for n in own)
    }
    compiled = [
        hyperscan.dumpb(compiling.database(patterns)) if patterns else b""
        for patterns in (
            {n: it for n, it in enumerate(owners) if it in of_text},
            {n: it for n, it in enumerate(owners) if it not in of_text},
        )
    ]
    kinds = {
        "literals": {it for rule in of_syntax for it in rule.TRIGGERS},
        "statements": {it for rule in of_syntax for it in rule.STATEMENTS},
        "places": {it for rule in of_syntax for it in rule.PLACES},
        "near": set(near),
    }
    table = {
        "rules": triggers.columns_of(entry for entry, _ in rules),
        "owners": list(owners.values()),
        **{kind: [n for n, it in enumerate(owners) if it in own] for kind, own in kinds.items()},
    }
    return json.dumps(table).encode(), *compiled


def _parsed(known: Triggers, head: bytes, *dumped: bytes) -> Triggers:
    table = json.loads(head)
    first = known.first_free
    text, python = (databases.loaded(it) if it else None for it in dumped)
    gap = [()] * (first - len(known.owners))

    def numbers(kind: str) -> frozenset[int]:
        return frozenset(first + it for it in table[kind])

    return replace(
        known,
        rules=(*known.rules, *triggers.entries_of(table["rules"])),
        owners=(*known.owners, *gap, *map(tuple, table["owners"])),
        literals=known.literals | numbers("literals"),
        statements=known.statements | numbers("statements"),
        places=known.places | numbers("places"),
        near=known.near | numbers("near"),
        folder=(text, python),
        first_of_folder=first,
    )

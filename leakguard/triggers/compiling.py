"""Compiles the trigger database from the rules: `leakguard.triggers` loads what is made here."""

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

import hyperscan

from leakguard import registry, sinks
from leakguard.context.near_triggers import (
    in_call,
    in_exchange,
    near_providers,
    under_key,
    under_own_name,
    under_plain_key,
)
from leakguard.finding import Role
from leakguard.formats.encodings import TRIGGERS
from leakguard.forms import OPAQUE
from leakguard.pattern import check_trigger, least, width
from leakguard.registry import Rule, RuleEntry
from leakguard.rule import TokenRule
from leakguard.syntax.triggers import SEVERAL_IMPORTS, imported, sink_calls
from leakguard.triggers import WITHOUT_FORM, Taker, columns_of
from leakguard.triggers.runs import RUN, has_literal, holds_run

_LONGEST_FIRST = (1, 0, 6, 3, 4, 2, 5)
"""Which database takes longest to compile: begun last, it would be alone at the end."""

_INDENTED = re.compile(r"(?<![\\\[])\^ ?(\[[ \\ts#;+]+\])\{0,\d+\}")
"""The beginning of a line that may be indented so far: of `^[ \\t]{0,16}pass` Hyperscan misses some
matches below a line that begins alike, of `^[ \\t]*pass` none. The rule itself keeps the bound."""


def patterns_of(rules: Sequence[tuple[RuleEntry, Rule]]) -> dict[str, list[int]]:
    """Give each pattern with the numbers of the rules that it is for; none for an encoding."""
    patterns = owned(rules, near_providers_of(rules), finders_among(entry for entry, _ in rules))
    for pattern in TRIGGERS.values():
        check_trigger(pattern)
        patterns.setdefault(pattern, [])
    return patterns


def finders_among(rules: Iterable[RuleEntry]) -> list[int]:
    """Give the numbers of the rules that look on behalf of those which know a value by its name."""
    return [index for index, entry in enumerate(rules) if entry.kind == "assigned"]


def owned(
    rules: Sequence[tuple[RuleEntry, Rule]],
    near: Sequence[str],
    finders: Sequence[int],
    start: int = 0,
) -> dict[str, list[int]]:
    """Give each pattern with the numbers of the rules that it is for, which begin at `start`; what
    is `near` a provider's word, and what is called as one, is for the `finders`."""
    patterns: dict[str, list[int]] = {}
    for index, (_, rule) in enumerate(rules, start):
        for pattern in registry.triggers_of(rule):
            check_trigger(pattern)
            owners = patterns.setdefault(pattern, [])
            if index not in owners:
                owners.append(index)
    for pattern in (*sorted(set(near)), *_under_own_names(rules)):
        patterns.setdefault(pattern, []).extend(finders)
    return patterns


@dataclass(frozen=True)
class Division:
    """Which patterns are looked for together, by their numbers, in a database each."""

    of_providers: dict[int, str]
    text: dict[int, str]
    unspelled: dict[int, str]
    python: dict[int, str]
    called: dict[int, str]
    in_runs: dict[int, str]


def divided(
    rules: Sequence[tuple[RuleEntry, Rule]], patterns: Mapping[str, list[int]], near: Iterable[str]
) -> Division:
    """Divide the patterns of the rules, which `patterns_of` gave, into those of each database;
    `near` is what `near_providers_of` gave."""
    expressions = dict(enumerate(patterns))
    of_calls = set(sink_calls())
    every = {
        n: it
        for n, it in expressions.items()
        if not patterns[it] or any(is_text(rules[index][1]) for index in patterns[it])
    }
    syntax = {n: it for n, it in expressions.items() if n not in every}
    everywhere, in_runs = _by_run(every)
    unspelled = {n: it for n, it in everywhere.items() if not has_literal(it)}
    telling = {*near, *_under_own_names(rules)}
    of_providers = {
        n: it
        for n, it in everywhere.items()
        if n not in unspelled
        and (it in telling or _is_of_providers(rules[index] for index in patterns[it]))
    }
    apart = {*of_providers, *unspelled}
    return Division(
        of_providers=of_providers,
        text={n: it for n, it in everywhere.items() if n not in apart},
        unspelled=unspelled,
        python={n: it for n, it in syntax.items() if it not in of_calls},
        called={n: it for n, it in syntax.items() if it in of_calls},
        in_runs=in_runs,
    )


def compile_triggers(rules: Sequence[tuple[RuleEntry, Rule]]) -> tuple[bytes, ...]:
    """Give the parts of the cache file: JSON with the table, and the databases, in the order in
    which `leakguard.triggers` takes them."""
    patterns = patterns_of(rules)
    expressions = list(patterns)
    numbers = list(range(len(expressions)))
    calls = _takers_of_calls()
    takers = sorted({it for found in calls.values() for it, *_ in found})
    packages = dict(enumerate((*takers, None), start=len(numbers)))
    imports = {n: SEVERAL_IMPORTS if it is None else imported(it) for n, it in packages.items()}
    near = set(near_providers_of(rules))
    division = divided(rules, patterns, near)
    asked: tuple[tuple[dict[int, str], dict[int, str]], ...] = (
        (division.of_providers, {}),
        (division.text, {}),
        (division.unspelled, {}),
        (division.python, imports),
        (division.called, {}),
        ({}, {0: RUN}),
        (division.in_runs, {}),
    )
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # Hyperscan lets other threads run meanwhile
        compiled = {at: pool.submit(database, *asked[at]) for at in _LONGEST_FIRST}
        settings = _takers_of_settings()
        databases = [hyperscan.dumpb(compiled[at].result()) for at in range(len(asked))]
    literals = {it for _, rule in rules if isinstance(rule, type) for it in rule.TRIGGERS}
    statements = {it for _, rule in rules if isinstance(rule, type) for it in rule.STATEMENTS}
    places = {it for _, rule in rules if isinstance(rule, type) for it in rule.PLACES}
    table = {
        "rules": columns_of(entry for entry, _ in rules),
        "owners": list(patterns.values()),
        "literals": [n for n in numbers if expressions[n] in literals],
        "statements": [n for n in numbers if expressions[n] in statements],
        "near": [n for n in numbers if expressions[n] in near],
        "places": [n for n in numbers if expressions[n] in places],
        "calls": json.dumps(calls),
        "settings": settings,
        "packages": list(packages.items()),
        "encodings": [[expressions.index(pattern), name] for name, pattern in TRIGGERS.items()],
        "widest_in_runs": max(map(width, division.in_runs.values()), default=0),
    }
    return json.dumps(table).encode(), *databases


def _by_run(text: Mapping[int, str]) -> tuple[dict[int, str], dict[int, str]]:
    """Give the patterns that are looked for everywhere, and those that hold a long run."""
    in_runs = {n: it for n, it in text.items() if holds_run(it)}
    return {n: it for n, it in text.items() if n not in in_runs}, in_runs


def _is_of_providers(owners: Iterable[tuple[RuleEntry, Rule]]) -> bool:
    """Tell whether a pattern is looked for on behalf of tokens of providers alone."""
    found = list(owners)
    return bool(found) and all(isinstance(it, TokenRule) and it.provider for _, it in found)


def near_providers_of(rules: Sequence[tuple[RuleEntry, Rule]]) -> list[str]:
    """Give the patterns of a value behind the word of a provider that is known by a form."""
    by_form: dict[str, set[str]] = {}
    halves: set[str] = set()
    for entry, _ in rules:
        # What has no form of its own is found by its name: `_under_own_names`, or a trigger anyhow.
        if entry.form is None or entry.form == OPAQUE or entry.role in WITHOUT_FORM:
            continue
        if not entry.is_everyday:  # then the name has the word, and is a trigger as well
            by_form.setdefault(entry.form, set()).update(entry.words)
        if entry.pair is not None and entry.role == Role.KEY and least(entry.form) >= 16:
            halves.add(entry.form)
    patterns = [
        pattern
        for form, words in sorted(by_form.items())
        for pattern in near_providers(form, words)
    ]
    patterns += map(under_key, sorted(halves))
    patterns.append(in_call())
    for pattern in patterns:
        check_trigger(pattern)
    return patterns


def _under_own_names(rules: Sequence[tuple[RuleEntry, Rule]]) -> list[str]:
    """Give the patterns of a value that is called as its provider is, whose form is not known."""
    words = {
        word
        for entry, _ in rules
        if entry.form == OPAQUE and not entry.is_everyday
        for word in entry.words
    }
    patterns = list(under_own_name(words))
    if words:
        patterns.append(under_plain_key())
    if any(entry.form == OPAQUE and entry.pair is not None for entry, _ in rules):
        patterns.append(in_exchange())
    for pattern in patterns:
        check_trigger(pattern)
    return patterns


def _takers_of_calls() -> dict[str, list[Taker]]:
    table = sinks.load()
    takers: dict[str, set[Taker]] = {}
    for name in table.call_names():
        for sink in table.sinks_for(name):
            words = " ".join(sorted(sink.credentials))
            places = [at for at, it in enumerate(sink.positional) if it in sink.credentials]
            takers.setdefault(name, set()).update(
                (package.partition(".")[0], words, min(places, default=-1))
                for package in sink.packages
            )
    return {name: sorted(found) for name, found in takers.items()}


def _takers_of_settings() -> dict[str, list[str]]:
    takers: dict[str, set[str]] = {}
    for attribute in sinks.load().attributes:
        if isinstance(attribute.role, Role):
            for name in attribute.names:
                ending = name.removeprefix("*.").removeprefix("config[").removesuffix("]")
                takers.setdefault(ending, set()).update(attribute.packages)
    return {name: sorted(found) for name, found in sorted(takers.items())}


def is_text(rule: Rule) -> bool:
    """Tell whether a rule looks at texts of any kind."""
    return rule.kind != "syntax"


def database(
    expressions: Mapping[int, str], once: Mapping[int, str] = MappingProxyType({})
) -> hyperscan.Database:
    """Compile triggers, each to be reported by its number; of those in `once` one match in a
    document is enough."""
    every = (*expressions.items(), *once.items())
    patterns = {n: "(?x)" + _INDENTED.sub(r"^\1*", it) for n, it in every}
    single = hyperscan.HS_FLAG_SINGLEMATCH
    compiled = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    compiled.compile(
        expressions=[it.encode("ascii") for it in patterns.values()],
        ids=list(patterns),
        elements=len(patterns),
        flags=[hyperscan.HS_FLAG_MULTILINE | (single if n in once else 0) for n in patterns],
    )
    return compiled

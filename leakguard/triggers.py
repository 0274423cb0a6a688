"""The trigger database: one pass over a document's bytes tells which rules look further.

Compiling takes time, loading does not: the compiled database is cached, together with the table
that says which rule owns which pattern, keyed by the rules, Hyperscan's version and the CPU. A
cache that is missing, broken or foreign is made anew; one that cannot be written is no error.

Hyperscan runs what it loads: a database made by somebody else could take the process over, which
is why `leakguard.cache` reads none.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from typing import Any, TypeAlias

import hyperscan

from leakguard import __version__, cache, pack, registry
from leakguard.finding import Role
from leakguard.forms import OPAQUE
from leakguard.nearby import near_providers, under_key
from leakguard.registry import Rule, RuleEntry

Taker: TypeAlias = tuple[str, str]
"""A package, and parameters, separated by spaces, one of which has to be named in its call; none
if a credential may be given by its position."""


WITHOUT_FORM = (Role.PASSPHRASE, Role.PASSWORD)
"""What people choose themselves is found by its name alone."""


@dataclass(frozen=True)
class Triggers:
    """Compiled patterns of all rules: one database for text, one for what only Python has.

    Two passes over Python take no longer than one with a database of both, which takes twice the
    time to compile.
    """

    rules: tuple[RuleEntry, ...]
    owners: tuple[tuple[int, ...], ...]
    """For each pattern the indices in `rules` of those that asked for it."""
    literals: frozenset[int]
    """The patterns of syntax rules that end with a literal, which a cheap look may reject."""
    statements: frozenset[int]
    """The patterns of syntax rules that end inside a statement to look at whatever it holds."""
    near: frozenset[int]
    """The patterns of a value behind a provider's word."""
    places: frozenset[int]
    """Those that end with a literal that nothing names, which has to look like a password."""
    calls: dict[str, list[Taker]]
    """Who takes credentials in a call, by the last part of its name."""
    settings: dict[str, list[str]]
    """Which packages read what is assigned to an attribute, by how its name ends."""
    call_patterns: frozenset[int]
    """The patterns of those calls, which say nothing in a file without their packages."""
    encodings: dict[int, str]
    """Of the patterns that tell of a text in an encoding, what it is called."""
    text: hyperscan.Database
    python: hyperscan.Database

    def scan(self, data: bytes, python: bool) -> list[tuple[int, int]]:
        """Give (pattern, end in bytes) of each match in `data`: of the text rules' patterns,
        and of the syntax rules' if `python`."""
        found: list[tuple[int, int]] = []
        append = found.append

        def note(pattern: int, _start: int, end: int, _flags: int, _context: object) -> None:
            append((pattern, end))

        self.text.scan(data, match_event_handler=note)
        if python:
            self.python.scan(data, match_event_handler=note)
        return found

    @cached_property
    def by_id(self) -> Mapping[str, RuleEntry]:
        """The rules by their ids."""
        return {entry.id: entry for entry in self.rules}

    def by_rule(self, matches: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
        """Give the ends of the matches for each rule that owns one, by its index, ascending."""
        ends: dict[int, list[int]] = {}
        for pattern, end in matches:
            for owner in self.owners[pattern]:
                ends.setdefault(owner, []).append(end)
        return {owner: sorted(set(ends[owner])) for owner in sorted(ends)}


def load() -> Triggers:
    """Give the triggers of the rule pack, from the cache where it has them.

    Raises:
        RuleError: a rule is not well-formed.
    """
    key = _key(registry.digest(pack.rule_folder()))
    name = f"triggers-{key[:32]}.bin"
    if (content := cache.read(name, key)) is not None and (cached := _parsed(content)) is not None:
        return cached
    content = _compile(registry.all_rules())
    cache.write(name, key, content)
    return _parse(content)


def _key(rules_digest: str) -> str:
    probe = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    probe.compile(expressions=[b"x"])  # the one way to be told Hyperscan's own version
    parts = (
        __version__,
        rules_digest,
        str(probe.info()),
        getattr(hyperscan, "__version__", ""),
        _cpu(),
    )
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _cpu() -> str:
    """What Hyperscan compiles for: a database of one CPU can be wrong on another."""
    try:
        with open("/proc/cpuinfo", "rb") as file:
            lines = file.read(8192).split(b"\n")
    except OSError:
        import platform  # where there is no /proc

        return f"{platform.machine()} {platform.processor()}"
    wanted = (b"model name", b"flags", b"Features", b"CPU part", b"CPU implementer")
    return str(sorted({line for line in lines if line.startswith(wanted)}))


def patterns_of(rules: Sequence[tuple[RuleEntry, Rule]]) -> dict[str, list[int]]:
    """Give each pattern with the numbers of the rules that it is for; none for an encoding."""
    from leakguard.encodings import TRIGGERS  # here, since most runs only load
    from leakguard.pattern import check_trigger

    patterns: dict[str, list[int]] = {}
    for index, (_, rule) in enumerate(rules):
        for pattern in registry.triggers_of(rule):
            check_trigger(pattern)
            owners = patterns.setdefault(pattern, [])
            if index not in owners:
                owners.append(index)
    finders = [index for index, (entry, _) in enumerate(rules) if entry.kind == "assigned"]
    for pattern in sorted(set(_near_providers(rules))):
        patterns.setdefault(pattern, []).extend(finders)
    for pattern in TRIGGERS.values():
        check_trigger(pattern)
        patterns.setdefault(pattern, [])
    return patterns


def _compile(rules: list[tuple[RuleEntry, Rule]]) -> bytes:
    """Give the content of the cache file: a line of JSON with the table, and two databases."""
    from leakguard.encodings import TRIGGERS  # here, since most runs only load

    patterns = patterns_of(rules)
    near = set(_near_providers(rules))
    expressions = list(patterns)
    numbers = list(range(len(expressions)))
    encodings = {expressions.index(pattern): name for name, pattern in TRIGGERS.items()}
    text = [
        n
        for n in numbers
        if n in encodings or any(_is_text(rules[i][1]) for i in patterns[expressions[n]])
    ]
    shared = set(text)
    syntax = [n for n in numbers if n not in shared]
    databases = [
        hyperscan.dumpb(database([expressions[n] for n in chosen], chosen))
        for chosen in (text, syntax)
    ]
    literals = {it for _, rule in rules if isinstance(rule, type) for it in rule.TRIGGERS}
    statements = {it for _, rule in rules if isinstance(rule, type) for it in rule.STATEMENTS}
    places = {it for _, rule in rules if isinstance(rule, type) for it in rule.PLACES}
    from leakguard.syntax.triggers import sink_calls  # only where the database is compiled

    calls = set(sink_calls())
    table = {
        "rules": [astuple(entry) for entry, _ in rules],
        "owners": list(patterns.values()),
        "literals": [n for n in numbers if expressions[n] in literals],
        "statements": [n for n in numbers if expressions[n] in statements],
        "near": [n for n in numbers if expressions[n] in near],
        "places": [n for n in numbers if expressions[n] in places],
        "call_patterns": [n for n in numbers if expressions[n] in calls],
        "calls": _takers_of_calls(),
        "settings": _takers_of_settings(),
        "encodings": list(encodings.items()),
        "sizes": [len(it) for it in databases],
    }
    return json.dumps(table).encode() + b"\n" + b"".join(databases)


def _near_providers(rules: Sequence[tuple[RuleEntry, Rule]]) -> list[str]:
    """Give the patterns of a value behind the word of a provider that is known by a form."""
    from leakguard.pattern import check_trigger, least

    by_form: dict[str, set[str]] = {}
    halves: set[str] = set()
    for entry, _ in rules:
        # What has no form of its own is found by its name, which is a trigger already.
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
    for pattern in patterns:
        check_trigger(pattern)
    return patterns


def _takers_of_calls() -> dict[str, list[Taker]]:
    from leakguard import sinks  # only where the database is compiled

    table = sinks.load()
    takers: dict[str, set[tuple[str, str]]] = {}
    for name in table.call_names():
        for sink in table.sinks_for(name):
            is_positional = any(it in sink.credentials for it in sink.positional)
            words = "" if is_positional else " ".join(sorted(sink.credentials))
            takers.setdefault(name, set()).update((package, words) for package in sink.packages)
    return {name: sorted(found) for name, found in takers.items()}


def _takers_of_settings() -> dict[str, list[str]]:
    from leakguard import sinks  # only where the database is compiled

    takers: dict[str, set[str]] = {}
    for attribute in sinks.load().attributes:
        if isinstance(attribute.role, Role):
            for name in attribute.names:
                ending = name.removeprefix("*.").removeprefix("config[").removesuffix("]")
                takers.setdefault(ending, set()).update(attribute.packages)
    return {name: sorted(found) for name, found in sorted(takers.items())}


def _is_text(rule: Rule) -> bool:
    return rule.kind != "syntax"


def database(expressions: Sequence[str], numbers: Sequence[int]) -> hyperscan.Database:
    """Compile triggers, each to be reported by its number."""
    compiled = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    compiled.compile(
        expressions=[b"(?x)" + expression.encode("ascii") for expression in expressions],
        ids=numbers,
        elements=len(expressions),
        flags=hyperscan.HS_FLAG_MULTILINE,
    )
    return compiled


def _parse(content: bytes) -> Triggers:
    head, _, blobs = content.partition(b"\n")
    table = json.loads(head)
    first = table["sizes"][0]
    text, python = (
        hyperscan.loadb(blob, mode=hyperscan.HS_MODE_BLOCK)
        for blob in (blobs[:first], blobs[first:])
    )
    for loaded in (text, python):
        loaded.scratch = hyperscan.Scratch(loaded)
    return Triggers(
        rules=tuple(_entry(row) for row in table["rules"]),
        owners=tuple(tuple(row) for row in table["owners"]),
        literals=frozenset(table["literals"]),
        statements=frozenset(table["statements"]),
        near=frozenset(table["near"]),
        places=frozenset(table["places"]),
        calls=table["calls"],
        settings=table["settings"],
        call_patterns=frozenset(table["call_patterns"]),
        encodings=dict(table["encodings"]),
        text=text,
        python=python,
    )


def _entry(row: list[Any]) -> RuleEntry:
    fields: list[Any] = [tuple(it) if isinstance(it, list) else it for it in row]
    return RuleEntry(*fields)


def _parsed(content: bytes) -> Triggers | None:
    """Give what a cache holds, or None if this Hyperscan does not take it."""
    try:
        return _parse(content)
    except (hyperscan.error, ValueError, LookupError, TypeError):
        return None

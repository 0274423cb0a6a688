"""The trigger database: one pass over a document's bytes tells which rules look further.

Compiling takes time, loading does not: the compiled database is cached, together with the table
that says which rule owns which pattern, keyed by the rules, Hyperscan's version and the CPU. A
cache that is missing, broken or foreign is made anew; one that cannot be written is no error.

Hyperscan runs what it loads: a database made by somebody else could take the process over, which
is why `leakguard.cache` reads none.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import hyperscan

from leakguard import __version__, cache, registry
from leakguard.levels import Role
from leakguard.pack import location
from leakguard.registry import RuleEntry
from leakguard.triggers.databases import Dumped, InRuns, loaded, matches

Taker: TypeAlias = tuple[str, str, int]
"""A package by the first part of its name; the parameters of its call that take credentials,
separated by spaces; and the place of the first of them, from 0, or -1 if none has one."""


MOST_OWN = 100_000
"""Matches of a configuration's rules in a text: one pattern may match at each byte."""

WITHOUT_FORM = (Role.PASSPHRASE, Role.PASSWORD)
"""What people choose themselves is found by its name alone."""


@dataclass(frozen=True)
class Triggers:
    """Compiled patterns of all rules: one database for what providers give out, one for all else in
    text, one for what only Python has, and one for the calls of packages that take credentials,
    which is asked where one of them is imported.

    Two passes take no longer than one with a database of both, which takes longer to compile than
    they do, and cannot be compiled on two processors at once.
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
    told_of_calls: str = field(repr=False)
    """What `calls` gives, as JSON: only sources in Python ask for it."""
    settings: dict[str, list[str]]
    """Which packages read what is assigned to an attribute, by how its name ends."""
    packages: dict[int, str | None]
    """Of the patterns of imports of packages that take credentials in a call, which package it is;
    None for an import of several, which have to be looked at."""
    encodings: dict[int, str]
    """Of the patterns that tell of a text in an encoding, what it is called."""
    text: hyperscan.Database
    of_providers: hyperscan.Database
    """What is looked for in text beside `text`: the tokens of providers, and what is named so."""
    unspelled: hyperscan.Database
    """The same, of what has no literal in it, which would make the others slow to find."""
    python: hyperscan.Database
    called: Dumped
    in_runs: InRuns
    """The same, of what stands in long runs of letters and digits."""
    folder: tuple[hyperscan.Database | None, hyperscan.Database | None] = (None, None)
    """As `text` and `python`, of the rules of a folder: patterns from `first_of_folder` on."""
    first_of_folder: int = 0
    own: hyperscan.Database | None = None
    """What the rules of the configuration look for: patterns from `first_own` on."""
    first_own: int = 0

    @property
    def first_free(self) -> int:
        """The first number that no pattern has."""
        return max((len(self.owners) - 1, *self.packages)) + 1

    def in_text(self, data: bytes) -> list[tuple[int, int]]:
        """Give (pattern, end in bytes) of each match of the text rules' patterns in `data`."""
        found = matches(self.text, data)
        found += matches(self.of_providers, data)
        found += matches(self.unspelled, data)
        found += self.in_runs.matches(data)
        if self.folder[0] is not None:
            found += ((self.first_of_folder + it, end) for it, end in matches(self.folder[0], data))
        if self.own is not None:
            own = matches(self.own, data, MOST_OWN)
            found += ((self.first_own + it, end) for it, end in own)
        return found

    def in_python(self, data: bytes) -> list[tuple[int, int]]:
        """Give the same of the patterns that only syntax rules ask for, and of the packages."""
        found = matches(self.python, data)
        if self.folder[1] is not None:
            found += ((self.first_of_folder + it, end) for it, end in matches(self.folder[1], data))
        return found

    def in_calls(self, data: bytes) -> list[tuple[int, int]]:
        """Give the same of the calls that may take credentials, as far as their brackets, and of
        the places where they are given another name."""
        return matches(self.called.database, data)

    @cached_property
    def calls(self) -> dict[str, list[Taker]]:
        """Who takes credentials in a call, by the last part of its name."""
        found: dict[str, list[Taker]] = json.loads(self.told_of_calls)
        return found

    @cached_property
    def modules(self) -> frozenset[bytes]:
        """Those that give out no credentials: Python's own, and the packages that take them."""
        takers = {package for takers in self.calls.values() for package, *_ in takers}
        return frozenset(it.encode() for it in takers | sys.stdlib_module_names)

    @cached_property
    def by_id(self) -> Mapping[str, RuleEntry]:
        """The rules by their ids."""
        return {entry.id: entry for entry in self.rules}

    def is_cut(self, found: Sequence[tuple[int, int]]) -> bool:
        """Tell whether the rules of the configuration match more often than `found` tells."""
        is_many = self.own is not None and len(found) >= MOST_OWN
        return is_many and sum(it >= self.first_own for it, _ in found) >= MOST_OWN

    def by_rule(self, matches: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
        """Give the ends of the matches for each rule that owns one, by its index, ascending."""
        ends: dict[int, list[int]] = {}
        for pattern, end in matches:
            for owner in self.owners[pattern]:
                ends.setdefault(owner, []).append(end)
        return {owner: sorted(set(ends[owner])) for owner in sorted(ends)}


def load(tell: Callable[[], None] | None = None, rules_from: str | None = None) -> Triggers:
    """Give the triggers of the rule pack, and of the rules of the folder `rules_from`, from the
    cache where it has them; `tell` is called before they are compiled, which takes seconds.

    Raises:
        RuleError: a rule is not well-formed.
    """
    loaded = _of_pack(tell)
    if rules_from is None:
        return loaded
    from leakguard.triggers import folder_triggers  # few command lines name a folder

    return folder_triggers.joined(loaded, rules_from)


def _of_pack(tell: Callable[[], None] | None) -> Triggers:
    key = cache_key(registry.digest(location.rule_folder()))
    name = f"triggers-{key[:32]}.bin"
    if (content := cache.read(name, key)) is not None and (cached := _parsed(content)) is not None:
        return cached
    if tell is not None:
        tell()
    from leakguard.triggers import compiling  # here, since most runs only load

    content = compiling.compile_triggers(registry.all_rules())
    cache.write(name, key, *content)
    return _parse(*content)


def cache_key(rules_digest: str) -> str:
    """Give what a compiled database of rules is known by: it is for this Hyperscan and CPU."""
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


def _parse(head: bytes, *dumped: bytes) -> Triggers:
    table = json.loads(head)
    *others, called, run, in_runs = dumped
    of_providers, text, unspelled, python = map(loaded, others)
    return Triggers(
        rules=tuple(entries_of(table["rules"])),
        owners=tuple(tuple(row) for row in table["owners"]),
        literals=frozenset(table["literals"]),
        statements=frozenset(table["statements"]),
        near=frozenset(table["near"]),
        places=frozenset(table["places"]),
        told_of_calls=table["calls"],
        settings=table["settings"],
        packages=dict(table["packages"]),
        encodings=dict(table["encodings"]),
        text=text,
        of_providers=of_providers,
        unspelled=unspelled,
        python=python,
        called=Dumped(called),
        in_runs=InRuns(loaded(run), Dumped(in_runs), table["widest_in_runs"]),
    )


_TUPLES = [at for at, name in enumerate(RuleEntry._fields) if name in ("words", "names", "called")]
_MODULE = RuleEntry._fields.index("module")


def columns_of(entries: Iterable[RuleEntry]) -> list[list[Any]]:
    """Give the entries of rules as JSON has them: a list for each field, and last the modules, of
    which that field has the numbers. Of rows, and of names that stand in hundreds of them, JSON
    takes twice as long to read."""
    columns = [list(it) for it in zip(*entries, strict=True)] or [[] for _ in RuleEntry._fields]
    modules = sorted(set(columns[_MODULE]))
    number = {it: at for at, it in enumerate(modules)}
    columns[_MODULE] = [number[it] for it in columns[_MODULE]]
    return [*columns, modules]


def entries_of(columns: list[list[Any]]) -> Iterator[RuleEntry]:
    """Give the entries of rules that were written as JSON."""
    *fields, modules = columns
    fields[_MODULE] = [modules[it] for it in fields[_MODULE]]
    for at in _TUPLES:
        fields[at] = [tuple(it) for it in fields[at]]
    return map(RuleEntry._make, zip(*fields, strict=True))


def _parsed(content: tuple[bytes, ...]) -> Triggers | None:
    """Give what a cache holds, or None if this Hyperscan does not take it."""
    try:
        return _parse(*content)
    except (hyperscan.error, ValueError, LookupError, TypeError):
        return None

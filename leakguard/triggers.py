"""The trigger database: one pass over a document's bytes tells which rules look further.

Compiling takes time, loading does not: the compiled database is cached, together with the table
that says which rule owns which pattern, keyed by the rules, Hyperscan's version and the CPU. A
cache that is missing, broken or foreign is made anew; one that cannot be written is no error.
"""

import hashlib
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

import hyperscan

from leakguard import __version__, registry
from leakguard.pattern import check_trigger
from leakguard.registry import Rule, RuleEntry

_MAGIC = b"leakguard triggers 1\n"


@dataclass(frozen=True)
class Triggers:
    """Compiled patterns of all rules: one database for text, one that adds Python's."""

    rules: tuple[RuleEntry, ...]
    owners: tuple[tuple[int, ...], ...]
    """For each pattern the indices in `rules` of those that asked for it."""
    text: hyperscan.Database
    python: hyperscan.Database

    def scan(self, data: bytes, python: bool) -> list[tuple[int, int]]:
        """Give (pattern, end in bytes) of each match in `data`: of the text rules' patterns,
        and of the syntax rules' if `python`."""
        found: list[tuple[int, int]] = []
        append = found.append

        def note(pattern: int, _start: int, end: int, _flags: int, _context: object) -> None:
            append((pattern, end))

        (self.python if python else self.text).scan(data, match_event_handler=note)
        return found

    def by_rule(self, matches: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
        """Give the ends of the matches for each rule that owns one, by its index, ascending."""
        ends: dict[int, list[int]] = {}
        for pattern, end in matches:
            for owner in self.owners[pattern]:
                ends.setdefault(owner, []).append(end)
        return {owner: sorted(set(ends[owner])) for owner in sorted(ends)}


def load() -> Triggers:
    """Give the triggers of the rule pack, from the cache where it has them."""
    key = _key(registry.digest(registry.rule_folder()))
    path = cache_folder() / f"triggers-{key[:32]}.bin"
    if (cached := _read(path, key)) is not None:
        return cached
    content = _compile(registry.all_rules())
    _write(path, key, content)
    return _parse(content)


def cache_folder() -> Path:
    """Give the folder for caches: the user's, as the platform has it, unless
    LEAKGUARD_CACHE_DIR names another."""
    if named := os.environ.get("LEAKGUARD_CACHE_DIR"):
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "leakguard"


def _key(rules_digest: str) -> str:
    version = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    version.compile(expressions=[b"x"])
    parts = (
        __version__,
        rules_digest,
        str(version.info()),
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
        return f"{platform.machine()} {platform.processor()}"
    wanted = (b"model name", b"flags", b"Features", b"CPU part", b"CPU implementer")
    return str(sorted({line for line in lines if line.startswith(wanted)}))


def _compile(rules: list[tuple[RuleEntry, Rule]]) -> bytes:
    """Give the content of the cache file: a line of JSON with the table, and two databases."""
    patterns: dict[str, list[int]] = {}
    for index, (_, rule) in enumerate(rules):
        for pattern in registry.triggers_of(rule):
            check_trigger(pattern)
            owners = patterns.setdefault(pattern, [])
            if index not in owners:
                owners.append(index)
    expressions = list(patterns)
    numbers = list(range(len(expressions)))
    text = [n for n in numbers if any(_is_text(rules[i][1]) for i in patterns[expressions[n]])]
    databases = [
        hyperscan.dumpb(_database([expressions[n] for n in chosen], chosen))
        for chosen in (text, numbers)
    ]
    table = {
        "rules": [astuple(entry) for entry, _ in rules],
        "owners": list(patterns.values()),
        "sizes": [len(database) for database in databases],
    }
    return json.dumps(table).encode() + b"\n" + b"".join(databases)


def _is_text(rule: Rule) -> bool:
    return rule.kind != "syntax"


def _database(expressions: list[str], numbers: list[int]) -> hyperscan.Database:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=[b"(?x)" + expression.encode("ascii") for expression in expressions],
        ids=numbers,
        elements=len(expressions),
        flags=hyperscan.HS_FLAG_MULTILINE,
    )
    return database


def _parse(content: bytes) -> Triggers:
    head, _, blobs = content.partition(b"\n")
    table = json.loads(head)
    first = table["sizes"][0]
    text, python = (
        hyperscan.loadb(blob, mode=hyperscan.HS_MODE_BLOCK)
        for blob in (blobs[:first], blobs[first:])
    )
    for database in (text, python):
        database.scratch = hyperscan.Scratch(database)
    return Triggers(
        rules=tuple(RuleEntry(*row) for row in table["rules"]),
        owners=tuple(tuple(row) for row in table["owners"]),
        text=text,
        python=python,
    )


def _read(path: Path, key: str) -> Triggers | None:
    """Give what the cache holds, or None if there is none or it is not this key's, whole."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    magic, sealed, body = (
        content[: len(_MAGIC)],
        content[len(_MAGIC) :][:64],
        content[len(_MAGIC) + 64 :],
    )
    if magic != _MAGIC or sealed != _seal(key, body):
        return None
    try:
        return _parse(body)
    except (hyperscan.error, ValueError, KeyError, TypeError):
        return None


def _seal(key: str, body: bytes) -> bytes:
    return hashlib.sha256(key.encode() + body).hexdigest().encode()


def _write(path: Path, key: str, body: bytes) -> None:
    """Write atomically, so that a killed process leaves no half; give up in silence if the
    folder cannot be written: the cache saves time, nothing else."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".triggers-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_MAGIC + _seal(key, body) + body)
            os.replace(temporary, path)
        except OSError:
            os.unlink(temporary)
    except OSError:
        return

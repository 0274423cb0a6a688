"""The rule pack: where the rule modules are, and how one is loaded when it is needed.

On the clean path no rule module is imported: the trigger cache knows which rule stands in which
module (see `leakguard.triggers`).
"""

import hashlib
import importlib
import importlib.util
import os
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from leakguard.errors import RuleError
from leakguard.pack import own_folder
from leakguard.pack.location import PACKAGE, rule_folder, rule_pack

if TYPE_CHECKING:
    from leakguard.rule import (
        AllowanceRule,
        AssignedRule,
        ColumnRule,
        FileRule,
        NamedRule,
        PairRule,
        SyntaxRule,
        TokenRule,
    )
    from leakguard.rule.own import OwnRule

Rule: TypeAlias = (
    "TokenRule | NamedRule | AssignedRule | ColumnRule | PairRule | FileRule | AllowanceRule"
    " | type[SyntaxRule]"
)


def module_files(folder: Path) -> list[Path]:
    """Give the rule modules of a folder, sorted by path."""
    return sorted(path for path in folder.rglob("*.py") if path.name != "__init__.py")


_PARTS = ("rule", "syntax", "data", "triggers", "context", "values", "formats", "sinks")
"""Folders of this package that decide what is looked for."""


def digest(folder: Path, rules_from: str | None = None) -> str:
    """Give a digest of the files that decide what is looked for: rules, sinks, and their forms;
    and those of the folder `rules_from`.

    It is made at every start, so it reads no file: a change shows in size and time.
    """
    own = os.path.dirname(os.path.abspath(__file__))
    parts = [os.path.join(own, it) for it in _PARTS]
    found = sorted(
        f"{entry.name} {status.st_size} {status.st_mtime_ns}"
        for where in (*_folders(str(folder)), *parts, own)
        for entry in os.scandir(where)
        if entry.name.endswith((".py", ".toml", ".bin")) and (status := entry.stat())
    )
    if rules_from is not None:
        found.append(own_folder.digest(rules_from))
    return hashlib.sha256("\n".join(found).encode("utf-8", "surrogateescape")).hexdigest()


def _folders(folder: str) -> list[str]:
    below = [entry.path for entry in os.scandir(folder) if entry.is_dir()]
    return [folder, *(path for path in below if not path.endswith("__pycache__"))]


def module_name(folder: Path, path: Path) -> str:
    """Give the name by which a rule module is imported, such as `leakguard.rules.tokens.aws`."""
    return ".".join((PACKAGE, *path.relative_to(folder).with_suffix("").parts))


@cache
def load(module: str, home: str | None = None) -> dict[str, Rule]:
    """Give the rules of one module by id, in the order in which they stand there; `home` is the
    folder that the command line names for it, if it is none of the pack.

    Raises:
        RuleError: a module of such a folder cannot be imported.
    """
    from leakguard.rule import (
        AllowanceRule,
        AssignedRule,
        ColumnRule,
        FileRule,
        NamedRule,
        PairRule,
        Provider,
        SyntaxRule,
        TokenRule,
    )

    forms = (
        TokenRule, NamedRule, AssignedRule, ColumnRule, PairRule, FileRule, AllowanceRule,
    )  # fmt: skip
    found: dict[str, Rule] = {}
    for value in list(vars(_imported(module, home)).values()):
        if isinstance(value, forms):
            found[value.id] = value
        elif isinstance(value, Provider):
            found.update((rule.id, rule) for rule in value.rules)
        elif isinstance(value, type) and issubclass(value, SyntaxRule) and "ID" in vars(value):
            found[value.ID] = value
    return found


def _imported(module: str, home: str | None) -> ModuleType:
    if home is not None:
        return own_folder.imported(home, module)
    rule_pack()
    return importlib.import_module(module)


class RuleEntry(NamedTuple):
    """What is known of a rule before its module is imported; of the two thousand of the pack each
    is made in every run, which a named tuple is six times as quick to be as a frozen dataclass."""

    id: str
    module: str
    kind: str
    path: str | None = None
    """The pattern for paths of a file rule."""
    magic: str | None = None
    """The pattern for the first bytes of a file rule that is about no text."""
    provider: str | None = None
    role: str | None = None
    pair: str | None = None
    """The id of the pair rule that this one looks for halves of."""
    words: tuple[str, ...] = ()
    """Of a named rule: how its provider is called near its credentials."""
    form: str | None = None
    names: tuple[str, ...] = ()
    is_everyday: bool = False
    is_named: bool = False
    called: tuple[str, ...] = ()
    look: str | None = None
    """Of a syntax rule: see `SyntaxRule.LOOK`."""
    home: str | None = None
    """The folder that the command line names, if its module is none of the pack."""
    own: "OwnRule | None" = None
    """A rule that the configuration defines, which stands in no module."""


def load_rule(entry: RuleEntry) -> Rule:
    """Import a rule."""
    return entry.own if entry.own is not None else load(entry.module, entry.home)[entry.id]


def all_rules() -> list[tuple[RuleEntry, Rule]]:
    """Import every rule of the pack, sorted by id.

    Raises:
        RuleError: two rules have one id, or a pair is named that does not exist.
    """
    folder = rule_folder()
    return _sorted(((module_name(folder, it), it, None) for it in module_files(folder)), ())


def rules_of(folder: str, known: Collection[str]) -> list[tuple[RuleEntry, Rule]]:
    """Import every rule of a folder that the command line names, sorted by id; `known` are the
    ids of the rule pack.

    Raises:
        RuleError: as `all_rules`, or a module cannot be imported; the message names the file.
    """
    files = own_folder.files(folder)
    return _sorted(((own_folder.module_name(folder, it), it, folder) for it in files), known)


def _sorted(
    modules: Iterable[tuple[str, Path, str | None]], known: Collection[str]
) -> list[tuple[RuleEntry, Rule]]:
    found: dict[str, tuple[RuleEntry, Rule]] = {}
    for module, file, home in modules:
        for rule_id, rule in load(module, home).items():
            if rule_id in found and found[rule_id][1] is rule:
                continue  # one module has it from another
            if rule_id in found or rule_id in known:
                raise RuleError(f"{file}: there is a rule {rule_id} already")
            _check_patterns(file, rule)
            found[rule_id] = (_entry(module, home, rule_id, rule), rule)
    for rule_id, (_, rule) in found.items():
        pair = getattr(rule, "pair", None)
        if pair is not None and pair not in found and pair not in known:
            raise RuleError(f"rule {rule_id}: its pair {pair} does not exist")
    return [found[rule_id] for rule_id in sorted(found)]


def _check_patterns(file: Path, rule: Rule) -> None:
    """Check that what a rule calls a pattern is one. The constructors of rules do not, since a scan
    makes those that have fired anew; their triggers are checked when they are compiled.

    Raises:
        RuleError: one is none; the message names the file.
    """
    from leakguard.pattern import compile_bytes

    for pattern in getattr(rule, "patterns", ()):
        try:
            compile_bytes(pattern)
        except RuleError as error:
            raise RuleError(f"{file}: {error}") from None


def _entry(module: str, home: str | None, rule_id: str, rule: Rule) -> RuleEntry:
    return RuleEntry(
        rule_id,
        module,
        rule.kind,
        path=getattr(rule, "path", None),
        magic=getattr(rule, "magic", None),
        provider=getattr(rule, "provider", None),
        role=getattr(rule, "role", None),
        pair=getattr(rule, "pair", None),
        words=getattr(rule, "words", ()),
        form=getattr(rule, "form", None),
        names=getattr(rule, "names", ()),
        is_everyday=getattr(rule, "is_everyday", False),
        is_named=getattr(rule, "is_named", False),
        called=getattr(rule, "called", ()),
        look=getattr(rule, "LOOK", None),
        home=home,
    )


def triggers_of(rule: Rule) -> tuple[str, ...]:
    """Give the patterns that Hyperscan looks for on behalf of a rule."""
    return (
        (*rule.TRIGGERS, *rule.STATEMENTS, *rule.PLACES)
        if isinstance(rule, type)
        else rule.triggers
    )

"""Imports point down, rules stand on their own, and what is shipped is what is there."""

import ast
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LAYERS = (
    ("__init__", "advice", "context", "formats", "judging", "masking", "pack", "scanning"),
    ("secret", "text", "errors", "examples", "forms", "formats.checksums", "fingerprint",
     "lines", "context.inserts", "cache", "atomic", "scanning.workers", "scanning.pool",
     "pack.own_folder", "clock",
     "formats.base58", "formats.ed25519", "formats.mnemonics", "values.reasons",
     "values.elsewhere", "values.sequences", "mishap",
     "shell", "formats.pem"),
    ("pack.location",),
    ("place", "levels"),
    ("finding", "report"),
    ("document", "context.names", "context.endings", "context.other_things",
     "context.exchange_names", "values.randomness"),
    ("formats.encodings",),
    ("formats.decoding",),
    ("candidate", "pattern", "context.assignment", "context.inserted", "context.beside",
     "context.salts", "context.placement", "context.environment", "context.markets",
     "values.published", "values.identifiers", "values.placeholders", "values.phrases", "git",
     "context.fixed_forms", "archives"),
    ("values.notations", "values.salts", "history", "gate", "triggers.databases",
     "triggers.runs"),
    ("sinks", "sinks.tables"),
    ("values", "context.extent", "context.glance", "context.pythontext", "context.stated",
     "context.nearby", "context.whose"),
    ("values.passwords", "masking.echoes", "judging.signed"),
    ("masking.redact", "masking.siblings"),
    ("masking.hiding",),
    ("syntax",),
    ("rule", "advice.mend", "advice.variables", "advice.wishes", "judging.proof",
     "judging.fallbacks", "judging.keys_beside"),
    ("suppress.marks", "suppress.foreign", "suppress.inline", "suppress.allowances"),
    ("registry", "advice.descriptions", "judging.judge", "judging.asserted", "judging.pairs",
     "judging.assemble", "judging.literals", "judging.outward"),
    ("triggers", "triggers.compiling", "triggers.folder_triggers", "triggers.own",
     "sources"),
    ("syntax.examine", "notebook", "fix", "scanning.worth"),
    ("scanning.selection", "scanning.per_path"),
    ("scanning.hits",),
    ("scanning.examined",),
    ("scanning.examine", "config"),
    ("scanning.clean", "scanning.outcome", "scanning.unchanged"),
    ("scanning.looking",),
    ("scanning.dispatch", "scanning.own_examples"),
    ("engine", "reporters", "gate.annotations", "suppress", "setup", "verify"),
    ("inventory", "respond"),
    ("audit",),
    ("cli", "api"),
    ("__main__",),
)  # fmt: skip
"""From the lowest to the highest. A module imports what stands below it, or beside it: never
what stands above."""

FOR_RULES = (
    "leakguard.rule", "leakguard.finding", "leakguard.examples", "leakguard.syntax",
    "leakguard.values", "leakguard.candidate", "leakguard.document", "leakguard.forms",
    "leakguard.formats",
)  # fmt: skip

PUBLIC = {"api", "errors", "finding"}
"""What the package names as its own, and loads when it is asked for."""

HEAVY = {"libcst", "rich", "pathspec", "multiprocessing"}
MAY_IMPORT = {
    "libcst": ("syntax.", "rules.python."),
    "multiprocessing": ("scanning.pool", "scanning.workers"),
    "rich": ("reporters.fitted", "reporters.text"),
}
"""Which modules may import what takes long to load, when they are loaded themselves."""


def name_of(path: Path) -> str:
    """`engine` for leakguard/engine.py, `rules.tokens.aws` for rules/tokens/aws.py."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    inner = parts[1:] if parts[0] == "leakguard" else parts
    return ".".join(inner[:-1] if inner[-1] == "__init__" and len(inner) > 1 else inner)


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


OWN = modules("leakguard")
RULES = modules("rules")
KNOWN = {name_of(path) for path in OWN}


def imports(nodes: Iterator[ast.AST]) -> Iterator[str]:
    """The full names of what is imported, relative imports with their dots."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from (f"{start}.{alias.name}" for alias in node.names)


@cache
def imports_of(path: Path) -> frozenset[str]:
    """What a module imports, wherever in it."""
    return frozenset(imports(ast.walk(ast.parse(path.read_text(encoding="utf-8")))))


def own_imports(path: Path) -> set[str]:
    """The modules of leakguard that a module imports, wherever in it, by `name_of`."""
    found = set()
    for full in imports_of(path):
        if full == "leakguard" or full.startswith("leakguard."):
            name = full.removeprefix("leakguard").removeprefix(".")
            while name and name not in KNOWN:
                name = name.rpartition(".")[0]
            found.add(name or "__init__")
    return found


def at_the_top(path: Path) -> set[str]:
    """The packages that a module imports when it is loaded, types alone left out."""
    body = [
        node
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
    ]
    return {full.partition(".")[0] for full in imports(iter(body))}


def layer(name: str) -> int:
    """The height of a module: of itself, or of the package that it is in."""
    while name:
        for height, names in enumerate(LAYERS):
            if name in names:
                return height
        name = name.rpartition(".")[0]
    raise AssertionError("a module that has no layer")


def test_every_module_has_a_layer_and_every_layer_is_a_module() -> None:
    named = {name for names in LAYERS for name in names}
    assert named <= KNOWN
    assert all(layer(name) >= 0 for name in KNOWN)


def offenders(paths: list[Path], wrong: Callable[[Path], object]) -> dict[str, object]:
    """Give what is wrong with each of the modules with which something is."""
    return {name_of(path): found for path in paths if (found := wrong(path))}


def test_imports_point_down() -> None:
    def upwards(path: Path) -> set[str]:
        height = layer(name_of(path))
        public = PUBLIC if name_of(path) == "__init__" else set()
        return {other for other in own_imports(path) - public if layer(other) > height}

    assert offenders(OWN, upwards) == {}


def test_a_rule_imports_what_rules_are_made_of_and_nothing_else_of_leakguard() -> None:
    def foreign(path: Path) -> set[str]:
        return {
            full
            for full in imports_of(path)
            if full.partition(".")[0] in ("leakguard", "rules", "tests")
            and not any(full.startswith(f"{allowed}.") for allowed in FOR_RULES)
        }

    assert offenders(RULES, foreign) == {}


def test_nothing_imports_a_rule_by_name() -> None:
    def named(path: Path) -> set[str]:
        return {full for full in imports_of(path) if full.startswith(("rules.", "leakguard.rules"))}

    assert offenders(OWN + modules("tests"), named) == {}


def test_what_takes_long_to_load_is_loaded_where_it_is_needed() -> None:
    def early(path: Path) -> set[str]:
        return {
            package
            for package in at_the_top(path) & HEAVY
            if not name_of(path).startswith(MAY_IMPORT.get(package, ()))
        }

    assert offenders(OWN + RULES, early) == {}


def test_a_module_has_at_most_300_lines() -> None:
    lines = {name_of(it): len(it.read_text(encoding="utf-8").splitlines()) for it in OWN + RULES}
    assert {name: count for name, count in lines.items() if count > 300} == {}


class TestThePackage:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]

    def test_ships_every_folder_and_no_other(self) -> None:
        folders = {
            ".".join(("leakguard", *path.parent.relative_to(ROOT / "leakguard").parts))
            for path in OWN
            if path.name == "__init__.py"
        } | {
            ".".join(("leakguard", *path.parent.relative_to(ROOT).parts))
            for path in RULES
            if path.name == "__init__.py"
        }
        assert set(self.settings["setuptools"]["packages"]) == folders

    def test_has_an_init_in_every_folder_with_modules(self) -> None:
        assert {path.parent for path in OWN + RULES} == {
            path.parent for path in OWN + RULES if path.name == "__init__.py"
        }

    def test_ships_the_rules_below_its_own_name(self) -> None:
        assert self.settings["setuptools"]["package-dir"] == {
            "leakguard": "leakguard",
            "leakguard.rules": "rules",
        }

    def test_ships_every_file_that_is_no_module(self) -> None:
        patterns = self.settings["setuptools"]["package-data"]["leakguard"]
        shipped = {path for it in patterns for path in (ROOT / "leakguard").glob(it)}
        others = {
            path
            for path in (ROOT / "leakguard").rglob("*")
            if path.is_file() and path.suffix != ".py" and path.parent.name != "__pycache__"
        }
        assert others == shipped

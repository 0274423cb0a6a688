"""Classes of settings, as pydantic-settings reads them: by which variables it fills their fields,
from which env file, and whether it puts up with entries there that are no field's.

https://docs.pydantic.dev/latest/concepts/pydantic_settings/
"""

import ast
import os
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from leakguard.syntax.bounds import is_within_bounds
from leakguard.syntax.lines import iter_logical_lines

_BASE = "BaseSettings"
_HEAD = re.compile(rb"\bclass[ \t]+(\w+)[ \t]*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_WORD = re.compile(rb"\w+")
_BEFORE_V2 = re.compile(rb"from[ \t]+pydantic(?:\.v1)?[ \t]+import\b[^\n]*\bBaseSettings\b")
_ALIASES = {"alias", "validation_alias", "env"}
_PATIENT = {"ignore", "allow"}

Pattern = tuple[str, str]
"""What names begin with and end with that a program puts together."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a class of settings reads."""

    path: str
    name: str
    read: frozenset[str]
    """Names of variables, in capitals."""
    patterns: frozenset[Pattern] = frozenset()
    env_files: frozenset[str] = frozenset()
    """Names of env files, without folders."""
    is_strict: bool = False
    """Whether it refuses entries of its env file that are no field's."""


@dataclass(frozen=True, slots=True)
class _Class:
    """A class statement, as far as it tells something of settings."""

    path: str
    name: str
    bases: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    """The names of fields, and the aliases of each."""
    config: Mapping[str, ast.expr] = field(default_factory=dict)
    is_of_v2: bool = True


def settings_in(sources: Iterable[tuple[str, bytes]]) -> list[Settings]:
    """Give the classes of settings of some Python sources, each with its path; bases are known by
    their names, whichever of the sources holds them."""
    found: dict[str, list[_Class]] = {}
    for path, data in _concerned(list(sources)):
        for it in _classes(path, data):
            found.setdefault(it.name, []).append(it)
    return [
        _settings(it, _above(it, found))
        for own in found.values()
        for it in own
        if any(_BASE in one.bases for one in (it, *_above(it, found)))
    ]


def _concerned(sources: Sequence[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Leave out the sources with no class that derives from the base, by the names alone."""
    heads = [
        [(it[1], set(_WORD.findall(it[2]))) for it in _HEAD.finditer(data)] for _, data in sources
    ]
    derived, before = {_BASE.encode()}, 0
    while len(derived) > before:
        before = len(derived)
        derived |= {name for own in heads for name, bases in own if bases & derived}
    for own, source in zip(heads, sources, strict=True):
        if any(bases & derived for _, bases in own):
            yield source


def _classes(path: str, data: bytes) -> Iterator[_Class]:
    text = data.decode("utf-8", "replace")
    lines = (data[slice(*it)].decode("utf-8", "replace") for it in iter_logical_lines(data))
    if not all(map(is_within_bounds, lines)):
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    is_of_v2 = _BEFORE_V2.search(data) is None
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            bases = tuple(ast.unparse(it).rpartition(".")[2] for it in node.bases)
            yield _Class(path, node.name, bases, _fields(node), _config(node), is_of_v2)


def _fields(node: ast.ClassDef) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for it in node.body:
        targets = it.targets if isinstance(it, ast.Assign) else []
        targets = [it.target] if isinstance(it, ast.AnnAssign) else targets
        names = [one.id for one in targets if isinstance(one, ast.Name)]
        aliases = tuple(_aliases(it)) if names else ()
        found.update((name, aliases) for name in names if name != "model_config")
    return found


def _aliases(statement: ast.stmt) -> Iterator[str]:
    for node in ast.walk(statement):
        if isinstance(node, ast.keyword) and node.arg in _ALIASES:
            yield from _texts(node.value)


def _config(node: ast.ClassDef) -> dict[str, ast.expr]:
    """Give the options of a class: its own keywords, those of `model_config` and of `Config`."""
    found = {it.arg: it.value for it in node.keywords if it.arg}
    for it in node.body:
        if isinstance(it, ast.ClassDef) and it.name == "Config":
            for one in it.body:
                if isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Name):
                    found[one.targets[0].id] = one.value
        value = it.value if isinstance(it, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Call):
            found.update(
                (one.arg, one.value) for one in value.keywords if one.arg and _is_config(it)
            )
        elif isinstance(value, ast.Dict) and _is_config(it):
            found.update(
                (key.value, one)
                for key, one in zip(value.keys, value.values, strict=True)
                if isinstance(key, ast.Constant) and isinstance(key.value, str)
            )
    return found


def _is_config(statement: ast.stmt) -> bool:
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    target = statement.target if isinstance(statement, ast.AnnAssign) else target
    return isinstance(target, ast.Name) and target.id == "model_config"


def _above(own: _Class, found: Mapping[str, Sequence[_Class]]) -> list[_Class]:
    """Give the classes that a class derives from, the nearest first."""
    above: list[_Class] = []
    left = list(own.bases)
    seen = {own.name}
    while left:
        name = left.pop(0)
        if name not in seen:
            seen.add(name)
            above += found.get(name, ())
            left += (base for it in found.get(name, ()) for base in it.bases)
    return above


def _settings(own: _Class, above: Sequence[_Class]) -> Settings:
    lineage = (own, *above)
    config = {key: it for one in reversed(lineage) for key, it in one.config.items()}
    fields = {name: it for one in reversed(lineage) for name, it in one.fields.items()}
    prefix = config.get("env_prefix")
    texts = list(_texts(prefix)) if prefix is not None else [""]
    is_told = prefix is None or (isinstance(prefix, ast.Constant) and bool(texts))
    names = {it.upper() for it in fields}
    read = {it.upper() for aliases in fields.values() for it in aliases}
    patterns: set[Pattern] = set()
    if is_told:
        read |= {f"{texts[0].upper()}{it}" for it in names}
    else:
        patterns |= {("", it) for it in names}
    if "env_nested_delimiter" in config:
        before = texts[0].upper() if is_told else ""
        parts = list(_texts(config["env_nested_delimiter"])) or ["_"]
        patterns |= {(f"{before}{it}{parts[0].upper()}", "") for it in names}
    files = {os.path.basename(it) for it in _texts(config.get("env_file"))}
    extra = config.get("extra")
    is_patient = extra is not None and not _PATIENT.isdisjoint(
        re.findall(r"\w+", ast.unparse(extra))
    )
    is_strict = not is_patient and all(it.is_of_v2 for it in lineage if _BASE in it.bases)
    return Settings(
        own.path, own.name, frozenset(read), frozenset(patterns), frozenset(files), is_strict
    )


def _texts(node: ast.expr | None) -> Iterator[str]:
    """Give the texts in an expression."""
    for it in ast.walk(node) if node is not None else ():
        if isinstance(it, ast.Constant) and isinstance(it.value, str):
            yield it.value

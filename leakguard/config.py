"""`[tool.leakguard]` in pyproject.toml, or leakguard.toml: read, checked, and made Settings."""

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from leakguard.errors import ConfigError
from leakguard.finding import Severity
from leakguard.text import nearest

DEFAULT_MAX_FILE_SIZE = 64 << 20
_LARGEST = 1 << 20
"""Bytes; a configuration beyond is none."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration says; where it says nothing, the defaults."""

    select: tuple[str, ...] | None = None
    """Ids of the rules to run; None for all."""
    ignore: tuple[str, ...] = ()
    severity: Severity = Severity.INFO
    """The least severity that is shown."""
    exclude: tuple[str, ...] = ()
    """Patterns as in a .gitignore, relative to the scanned root."""
    max_file_size: int = DEFAULT_MAX_FILE_SIZE
    """Bytes."""
    file: Path | None = None
    """Where it was read from."""


def find(folder: Path) -> Path | None:
    """Give the configuration file of a scanned root: its leakguard.toml, or its pyproject.toml
    if that has a `[tool.leakguard]`; else that of the nearest folder above, up to the work
    tree's root."""
    for here in (folder, *folder.parents):
        if (own := here / "leakguard.toml").is_file():
            return own
        project = here / "pyproject.toml"
        if project.is_file() and _has_table(project):
            return project
        if (here / ".git").exists():
            break
    return None


def load(path: Path, known_rules: Sequence[str]) -> Settings:
    """Read and check a configuration file.

    Raises:
        ConfigError: it cannot be read, is no TOML, or has an unknown key, type or rule; the
            message names file, line and the nearest right name.
    """
    text = _read(path)
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: this is no TOML: {_without_source(str(error))}") from None
    table = content
    if path.name == "pyproject.toml":
        tool = content.get("tool")
        table = tool.get("leakguard", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.leakguard has to be a table")
    values = {}
    for key, value in table.items():
        where = f"{path}:{_line_of(text, path, key)}"
        if key not in _READERS:
            hint = nearest(key, list(_READERS))
            raise ConfigError(f"{where}: unknown setting {key!r}{hint}")
        values[key.replace("-", "_")] = _READERS[key](value, f"{where}: {key}", known_rules)
    return Settings(**values, file=path)


def rule_ids(value: Any, where: str, known: Sequence[str]) -> tuple[str, ...]:
    """Check a list of rule ids.

    Raises:
        ConfigError: it is no list of strings, or an id is unknown.
    """
    ids = _strings(value, where, known)
    for rule_id in ids:
        if rule_id not in known:
            raise ConfigError(
                f"{where}: there is no rule {rule_id!r}{nearest(rule_id, list(known))}"
            )
    return ids


def severity(value: Any, where: str, _known: Sequence[str] = ()) -> Severity:
    """Check the name of a severity.

    Raises:
        ConfigError: there is none of that name.
    """
    names = [str(level) for level in Severity]
    if not isinstance(value, str) or value not in names:
        hint = nearest(str(value), names)
        raise ConfigError(f"{where} has to be one of {', '.join(names)}{hint}")
    return Severity[value.upper()]


def size(value: Any, where: str, _known: Sequence[str] = ()) -> int:
    """Check a size in bytes: a number, or text such as `64MiB`; 0 is no limit.

    Raises:
        ConfigError: it is neither.
    """
    units = {"": 1, "b": 1, "k": 1 << 10, "kib": 1 << 10, "kb": 1000, "m": 1 << 20, "mib": 1 << 20,
             "mb": 10**6, "g": 1 << 30, "gib": 1 << 30, "gb": 10**9}  # fmt: skip
    found = re.fullmatch(r"(\d{1,15}) *([A-Za-z]*)", str(value))
    if isinstance(value, bool) or found is None or found[2].lower() not in units:
        raise ConfigError(f"{where} has to be a size in bytes, such as 67108864 or '64MiB'")
    return int(found[1]) * units[found[2].lower()] or 1 << 62


def _strings(value: Any, where: str, _known: Sequence[str] = ()) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{where} has to be a list of strings")
    return tuple(value)


_READERS: dict[str, Callable[[Any, str, Sequence[str]], Any]] = {
    "select": rule_ids,
    "ignore": rule_ids,
    "severity": severity,
    "exclude": _strings,
    "max-file-size": size,
}
# Each setting has a reader, and each reader a setting.
if {field.name.replace("_", "-") for field in fields(Settings)} - {"file"} != set(_READERS):
    raise ConfigError("Settings and its readers differ")


def _has_table(path: Path) -> bool:
    try:
        return "tool.leakguard" in _read(path)
    except ConfigError:
        return False


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            raise ConfigError(f"{path}: too large for a configuration: over {_LARGEST:,} bytes")
        return raw.decode("utf-8")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is no UTF-8") from None


def _line_of(text: str, path: Path, key: str) -> int:
    """The line, from 1, on which a setting stands, which tomllib does not tell."""
    start = 0
    if path.name == "pyproject.toml":
        header = re.search(r"(?m)^\s*\[\s*tool\s*\.\s*leakguard\s*\]", text)
        start = header.end() if header else 0
    pattern = re.compile(rf"""(?m)^\s*(?:tool\.leakguard\.)?["']?{re.escape(key)}["']?\s*[=.\]]""")
    found = pattern.search(text, start) or re.search(re.escape(key), text[start:])
    offset = found.end() if found else 0
    if found and found.re is not pattern:
        offset += start
    return text.count("\n", 0, offset) + 1


def _without_source(message: str) -> str:
    """tomllib's messages may quote the text; keep what is said about where."""
    where = re.search(r"\(at .*\)$", message)
    return where.group() if where else "it does not parse"

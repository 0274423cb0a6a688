"""`[tool.leakguard]` in pyproject.toml, or leakguard.toml: read, checked, and made Settings."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path
from typing import Any

from leakguard.errors import ConfigError, UsageError
from leakguard.finding import Severity
from leakguard.text import nearest, quoted

DEFAULT_MAX_FILE_SIZE = 64 << 20
DEFAULT_ARCHIVE_DEPTH = 1
MOST_ARCHIVE_DEPTH = 20
_LARGEST = 256 << 10
"""Bytes; a configuration beyond is none."""

_MOST_DOTS = 64
"""In one line: tomllib's memory grows with the square of the parts of a dotted key."""

_MARKER = "leakguard-was-here"
_SEVERITIES = [str(level) for level in Severity]
_UNITS = {
    "": 1, "b": 1, "k": 1 << 10, "kb": 1000, "kib": 1 << 10, "m": 1 << 20, "mb": 10**6,
    "mib": 1 << 20, "g": 1 << 30, "gb": 10**9, "gib": 1 << 30,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration says; where it says nothing, the defaults."""

    select: tuple[str, ...] | None = None
    """Ids of the rules to run; None for all."""
    ignore: tuple[str, ...] = ()
    severity: Severity = Severity.INFO
    """The least severity that is shown."""
    exclude: tuple[str, ...] = ()
    """Patterns as in a .gitignore, relative to the folder that `base` leads from."""
    max_file_size: int = DEFAULT_MAX_FILE_SIZE
    """Bytes."""
    archive_depth: int = DEFAULT_ARCHIVE_DEPTH
    """How many archives that are looked into may be inside each other."""
    honour: tuple[str, ...] = ()
    """The marks of other tools that allow a finding, as `leakguard: allow` does."""
    base: str = ""
    """What leads from the configuration's folder to the scanned root, with a `/` at its end."""


class SettingError(ConfigError):
    """A value that does not fit its setting; `item` is the one of a list that is at fault."""

    def __init__(self, message: str, item: str | None = None) -> None:
        super().__init__(message)
        self.item = item


def find(folder: Path) -> Path | None:
    """Give the configuration file of a scanned root: its leakguard.toml, or its pyproject.toml
    if that has a `[tool.leakguard]`; else, inside a git work tree, that of the nearest folder
    above, up to the work tree's root.

    Raises:
        ConfigError: a pyproject.toml that names leakguard cannot be read.
    """
    top = next((here for here in (folder, *folder.parents) if (here / ".git").exists()), folder)
    for here in (folder, *folder.parents):
        if (own := here / "leakguard.toml").is_file():
            return own
        project = here / "pyproject.toml"
        if project.is_file() and _has_table(project):
            return project
        if here == top:
            break
    return None


def load(path: Path, known_rules: Sequence[str]) -> Settings:
    """Read and check a configuration file.

    Raises:
        ConfigError: it cannot be read, is no TOML, or has an unknown key, type or rule; the
            message names file, line and the nearest right name.
    """
    text = _read(path)
    table = _table(_parse(text, path), path)
    values = {}
    for key, value in table.items():
        try:
            values[key.replace("-", "_")] = _reader(key)(value, key, known_rules)
        except SettingError as error:
            line = _line_of(text, path, key, error.item) or _line_of(text, path, key)
            raise ConfigError(f"{path}:{line or '?'}: {error}") from None
    return Settings(**values)


def rule_ids(value: Any, name: str, known: Sequence[str]) -> tuple[str, ...]:
    """Check a list of rule ids that `name` is set to.

    Raises:
        SettingError: it is no list of strings, or an id is unknown.
    """
    ids = _strings(value, name, known)
    for rule_id in ids:
        if rule_id not in known:
            hint = nearest(rule_id, list(known))
            raise SettingError(f"{name}: there is no rule {quoted(rule_id)}{hint}", rule_id)
    return ids


def severity(value: Any, name: str, _known: Sequence[str] = ()) -> Severity:
    """Check the name of a severity.

    Raises:
        SettingError: there is none of that name.
    """
    if not isinstance(value, str) or value not in _SEVERITIES:
        hint = nearest(str(value), _SEVERITIES)
        raise SettingError(f"{name} has to be one of {', '.join(_SEVERITIES)}{hint}")
    return Severity[value.upper()]


def size(value: Any, name: str, _known: Sequence[str] = ()) -> int:
    """Check a size in bytes: a number, or text such as `64MiB`; 0 is no limit.

    Raises:
        SettingError: it is neither.
    """
    found = re.fullmatch(r"([0-9]{1,15}) *([A-Za-z]*)", str(value))
    if not isinstance(value, int | str) or isinstance(value, bool) or found is None:
        unit = None
    else:
        unit = _UNITS.get(found[2].lower())
    if unit is None or found is None:
        raise SettingError(f"{name} has to be a size in bytes, such as 67108864 or '64MiB'")
    return int(found[1]) * unit or 1 << 62


def depth(value: Any, name: str, _known: Sequence[str] = ()) -> int:
    """Check how deep to look into archives.

    Raises:
        SettingError: it is no such number.
    """
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if not is_number or not 0 <= value <= MOST_ARCHIVE_DEPTH:
        raise SettingError(f"{name} has to be a number from 0 to {MOST_ARCHIVE_DEPTH}")
    return int(value)


def patterns(value: Any, name: str, known: Sequence[str] = ()) -> tuple[str, ...]:
    """Check a list of patterns as in a .gitignore.

    Raises:
        SettingError: it is no list of strings, or one is no pattern.
    """
    from leakguard.sources.ignore import Patterns  # only where there are patterns

    lines = _strings(value, name, known)
    for line in lines:
        try:
            Patterns((line,)).verdict("any")
        except UsageError:
            raise SettingError(
                f"{name}: {quoted(line)} is no pattern as in a .gitignore", line
            ) from None
    return lines


def marks(value: Any, name: str, known: Sequence[str] = ()) -> tuple[str, ...]:
    """Check a list of marks of other tools.

    Raises:
        SettingError: it is no list of strings, or one is not known.
    """
    from leakguard.suppress.foreign import unknown  # only where there are any

    names = _strings(value, name, known)
    for it in names:
        if (wrong := unknown(it)) is not None:
            raise SettingError(f"{name}: {wrong}", it)
    return names


def _strings(value: Any, name: str, _known: Sequence[str] = ()) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingError(f"{name} has to be a list of strings")
    return tuple(value)


_READERS: dict[str, Callable[[Any, str, Sequence[str]], Any]] = {
    "select": rule_ids,
    "ignore": rule_ids,
    "severity": severity,
    "exclude": patterns,
    "max-file-size": size,
    "archive-depth": depth,
    "honour": marks,
}
# Each setting has a reader, and each reader a setting.
if {field.name.replace("_", "-") for field in fields(Settings)} - {"base"} != set(_READERS):
    raise ConfigError("Settings and its readers differ")


def _reader(key: str) -> Callable[[Any, str, Sequence[str]], Any]:
    if key not in _READERS:
        raise SettingError(f"there is no setting {quoted(key)}{nearest(key, list(_READERS))}")
    return _READERS[key]


def _has_table(project: Path) -> bool:
    """Tell whether a pyproject.toml has a `[tool.leakguard]`, however it is written."""
    try:
        with project.open("rb") as file:
            if b"leakguard" not in file.read(_LARGEST + 1):
                return False  # whatever else it is: it is not about us
    except OSError as error:
        raise ConfigError(f"{project}: cannot be read: {error.strerror}") from None
    tool = _parse(_read(project), project).get("tool")
    return isinstance(tool, dict) and "leakguard" in tool


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    if len(raw) > _LARGEST:
        raise ConfigError(f"{path}: over {_LARGEST:,} bytes are too many for a configuration")
    try:
        return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}:{line}: this is not UTF-8") from None


def _parse(text: str, path: Path) -> dict[str, Any]:
    import tomllib  # only where there is a file to read

    for line, content in enumerate(text.split("\n"), start=1):
        if content.count(".") > _MOST_DOTS and _dots_outside_strings(content) > _MOST_DOTS:
            raise ConfigError(f"{path}:{line}: a dotted key has more than {_MOST_DOTS} parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ConfigError(f"{path}: this is no TOML: it is nested too deeply") from None
    except ValueError as error:
        # The rest of tomllib's message may quote the file, which may hold a secret.
        where = re.search(r"\(at line (\d+), column \d+\)$", str(error))
        line = int(where[1]) if where else text.rstrip().count("\n") + 1  # "at end of document"
        raise ConfigError(f"{path}:{line}: this is no TOML") from None


def _dots_outside_strings(line: str) -> int:
    return re.sub(r""""[^"]*"|'[^']*'|#.*""", "", line).count(".")


def _table(content: dict[str, Any], path: Path) -> dict[str, Any]:
    """Give leakguard's own part of what a file holds."""
    if path.name != "pyproject.toml":
        return content
    tool = content.get("tool", {})
    table = tool.get("leakguard", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.leakguard has to be a table")
    return table


def _line_of(text: str, path: Path, key: str, item: str | None = None) -> int | None:
    """Give the line, from 1, of a setting or of an item in its list; None if it is not found.

    tomllib tells no lines. So each place where the word stands is renamed in turn, until the
    new name shows where the old one was: this holds for every way in which TOML can be written.
    """
    word = key if item is None else item
    places = re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) if word else ()
    for found in islice(places, 50):
        try:
            renamed = text[: found.start()] + _MARKER + text[found.end() :]
            table = _table(_parse(renamed, path), path)
        except ConfigError:
            continue  # it was no word that can be renamed
        value = table if item is None else table.get(key)
        if isinstance(value, dict | list) and _MARKER in value:
            return text.count("\n", 0, found.start()) + 1
    return None

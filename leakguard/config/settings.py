"""What can be set, what it is without a setting, and what checks it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

from leakguard.errors import ConfigError, UsageError
from leakguard.levels import Severity
from leakguard.text import nearest, quoted

if TYPE_CHECKING:
    from leakguard.rule.own import OwnRule
    from leakguard.scanning.per_path import PathSettings

DEFAULT_MAX_FILE_SIZE = 64 << 20
DEFAULT_ARCHIVE_DEPTH = 1
MOST_ARCHIVE_DEPTH = 20
Route: TypeAlias = tuple[str | int, ...]

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
    providers: tuple[str, ...] | None = None
    """Names of the providers whose rules alone run, besides those that are about none; None for
    all."""
    ignore_providers: tuple[str, ...] = ()
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
    rules: "tuple[OwnRule, ...]" = ()
    """The configuration's own."""
    per_path: "tuple[PathSettings, ...]" = ()
    """What holds for some paths alone."""
    base: str = ""
    """What leads from the configuration's folder to the scanned root, with a `/` at its end."""


class SettingError(ConfigError):
    """A value that does not fit its setting: `route` leads from there to what is at fault, by keys
    and by numbers from 0, and `item` is the one of a list."""

    def __init__(self, message: str, item: str | None = None, route: Route = ()) -> None:
        super().__init__(message)
        self.item = item
        self.route = route


def rule_ids(value: Any, name: str, known: Sequence[str]) -> tuple[str, ...]:
    """Check a list of rule ids that `name` is set to.

    Raises:
        SettingError: it is no list of strings, or an id is unknown.
    """
    ids = strings(value, name, known)
    for rule_id in ids:
        if rule_id not in known:
            hint = nearest(rule_id, list(known))
            raise SettingError(f"{name}: there is no rule {quoted(rule_id)}{hint}", rule_id)
    return ids


def provider_names(value: Any, name: str, known: Sequence[str]) -> tuple[str, ...]:
    """Check a list of names of providers; `known` are all.

    Raises:
        SettingError: it is no list of strings, or a name is unknown.
    """
    names = strings(value, name, known)
    for it in names:
        if it not in known:
            hint = nearest(it.lower(), list(known))
            raise SettingError(f"{name}: there is no provider {quoted(it)}{hint}", it)
    return names


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

    lines = strings(value, name, known)
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

    names = strings(value, name, known)
    for it in names:
        if (wrong := unknown(it)) is not None:
            raise SettingError(f"{name}: {wrong}", it)
    return names


def strings(value: Any, name: str, _known: Sequence[str] = ()) -> tuple[str, ...]:
    """Check a list of strings.

    Raises:
        SettingError: it is none.
    """
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingError(f"{name} has to be a list of strings")
    return tuple(value)


def per_path(value: Any, name: str, known: Sequence[str] = ()) -> "tuple[PathSettings, ...]":
    """Check what is said of some paths alone.

    Raises:
        SettingError: it has no paths, says nothing of them, or names what does not exist.
    """
    from leakguard.config.paths import path_settings  # only where there are any

    return path_settings(value, name, known)


def extension(value: Any, name: str, _known: Sequence[str] = ()) -> str:
    """Check the path of the file that another one extends.

    Raises:
        SettingError: it is no text.
    """
    if not isinstance(value, str) or not value.strip():
        raise SettingError(f"{name} has to be the path of a file, relative to this one")
    return value


def own_rules(value: Any, name: str, known: Sequence[str] = ()) -> "tuple[OwnRule, ...]":
    """Check the rules of the configuration's own.

    Raises:
        SettingError: one is not well-formed, or is called as another one.
    """
    from leakguard.config.own import rules_in  # only where there are any

    return rules_in(value, name, known)


_READERS: dict[str, Callable[[Any, str, Sequence[str]], Any]] = {
    "select": rule_ids,
    "ignore": rule_ids,
    "providers": provider_names,
    "ignore-providers": provider_names,
    "severity": severity,
    "exclude": patterns,
    "max-file-size": size,
    "archive-depth": depth,
    "honour": marks,
    "rules": own_rules,
    "per-path": per_path,
    "extend": extension,
}
ADDED = ("ignore", "ignore-providers", "exclude", "honour", "rules", "per-path")
"""What a file, and an option, adds to; what else it says takes the place of what was said."""

# Each setting has a reader, and each reader a setting.
if {field.name.replace("_", "-") for field in fields(Settings)} - {"base"} != set(_READERS) - {
    "extend"
}:
    raise ConfigError("Settings and its readers differ")


def reader(key: str) -> Callable[[Any, str, Sequence[str]], Any]:
    """Give what checks a setting.

    Raises:
        SettingError: there is none of that name.
    """
    if key not in _READERS:
        raise SettingError(f"there is no setting {quoted(key)}{nearest(key, list(_READERS))}")
    return _READERS[key]

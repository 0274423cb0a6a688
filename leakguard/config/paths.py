"""What a configuration says of some paths alone, from its tables."""

from collections.abc import Sequence
from typing import Any

from leakguard.config.settings import SettingError, patterns, rule_ids, severity
from leakguard.scanning.per_path import PathSettings
from leakguard.text import nearest, quoted

KEYS = ("paths", "select", "ignore", "severity")


def path_settings(value: Any, name: str, known: Sequence[str]) -> tuple[PathSettings, ...]:
    """Give what a list of tables says of some paths.

    Raises:
        SettingError: one has no paths, says nothing of them, or names what does not exist.
    """
    if not isinstance(value, list) or not all(isinstance(it, dict) for it in value):
        raise SettingError(f"{name} has to be a list of tables, each a [[{name}]]")
    return tuple(_entry(table, name, known, at) for at, table in enumerate(value))


def _entry(table: dict[str, Any], name: str, known: Sequence[str], at: int) -> PathSettings:
    for key in table:
        if key not in KEYS:
            hint = nearest(key, list(KEYS))
            raise SettingError(f"{name}: there is no setting {quoted(key)}{hint}", route=(at, key))
    if not table.get("paths") or len(table) == 1:
        told = f"{name} needs paths, and one of {', '.join(KEYS[1:])}"
        raise SettingError(told, route=(at,))
    readers = {"paths": patterns, "severity": severity}
    values: dict[str, Any] = {}
    for key, said in table.items():
        try:
            values[key] = readers.get(key, rule_ids)(said, f"{name}: {key}", known)
        except SettingError as error:
            raise SettingError(str(error), error.item, (at, key)) from None
    return PathSettings(**values)

"""A configuration file is read, checked, and made Settings."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from leakguard.config import files
from leakguard.config.settings import Route, SettingError, Settings, reader
from leakguard.errors import ConfigError

_FIRST = ("rules",)
"""What defines ids that other settings name."""


def load(path: Path, known_rules: Sequence[str]) -> Settings:
    """Read and check a configuration file.

    Raises:
        ConfigError: it cannot be read, is no TOML, or has an unknown key, type or rule; the
            message names file, line and the nearest right name.
    """
    text = files.read(path)
    table = files.own_table(files.parse(text, path), path)
    values: dict[str, Any] = {}
    known = list(known_rules)
    for key in sorted(table, key=lambda it: it not in _FIRST):
        try:
            values[key.replace("-", "_")] = reader(key)(table[key], key, known)
        except SettingError as error:
            line = _line(text, path, table, (key, *error.route), error.item)
            raise ConfigError(f"{path}:{line or '?'}: {error}") from None
        if key == "rules":
            known += [it.id for it in values["rules"]]
    return Settings(**values)


def _line(
    text: str, path: Path, table: dict[str, Any], route: Route, item: str | None
) -> int | None:
    """Give the line of what is at fault, or of what is nearest to it and can be found."""
    if item is not None and (line := files.line_of(text, path, route, item)) is not None:
        return line
    while route:
        if isinstance(route[-1], int):  # a table in a list is found by its first key
            held = files.at(table, route)
            routes = [(*route, key) for key in held] if isinstance(held, dict) else []
        else:
            routes = [route]
        for it in routes:
            if (line := files.line_of(text, path, it)) is not None:
                return line
        route = route[:-1]
    return None

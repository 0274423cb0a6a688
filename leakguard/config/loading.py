"""A configuration file, with those that it extends, is checked and made Settings."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from leakguard.config.layers import layers
from leakguard.config.settings import ADDED, SettingError, Settings, provider_names, reader


def load(path: Path, known_rules: Sequence[str], known_providers: Sequence[str] = ()) -> Settings:
    """Read and check a configuration file, and those that it extends: what it says itself counts,
    but for the lists of `ADDED`, to which it adds.

    Raises:
        ConfigError: one cannot be read, is no TOML, or has an unknown key, type or rule; the
            message names file, line and the nearest right name.
    """
    values: dict[str, Any] = {}
    known = list(known_rules)
    for layer in layers(path):
        for key in sorted(layer.table, key=lambda it: it != "rules"):  # whose ids others name
            name = key.replace("-", "_")
            try:
                names = known_providers if reader(key) is provider_names else known
                value = reader(key)(layer.table[key], key, names)
            except SettingError as error:
                raise layer.error(key, error) from None
            values[name] = values.get(name, ()) + value if key in ADDED else value
            if key == "rules":
                known += [it.id for it in value]
    values.pop("extend", None)
    return Settings(**values)


def origins(path: Path) -> dict[str, tuple[str, ...]]:
    """Give where each setting of a file, and of those that it extends, comes from: `file:line`,
    several for what is added up.

    Raises:
        ConfigError: a file cannot be read, or is no TOML.
    """
    found: dict[str, tuple[str, ...]] = {}
    for layer in layers(path):
        for key in layer.table:
            where = f"{layer.path}:{layer.line((key,)) or '?'}"
            found[key] = (*found.get(key, ()), where) if key in ADDED else (where,)
    return found

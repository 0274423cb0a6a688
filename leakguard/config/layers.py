"""A configuration file and those that it extends."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leakguard.config import files
from leakguard.config.settings import Route, SettingError, extension
from leakguard.errors import ConfigError

MOST_EXTENDED = 5
"""Files that may extend each other in a row."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What one file says."""

    path: Path
    text: str
    table: dict[str, Any]

    def line(self, route: Route, item: str | None = None) -> int | None:
        """Give the line, from 1, of what a route leads to, or of what is nearest to it and can be
        found."""
        of_item = files.line_of(self.text, self.path, route, item) if item is not None else None
        if of_item is not None:
            return of_item
        while route:
            if isinstance(route[-1], int):  # a table in a list is found by its first key
                held = files.at(self.table, route)
                routes = [(*route, key) for key in held] if isinstance(held, dict) else []
            else:
                routes = [route]
            for it in routes:
                if (line := files.line_of(self.text, self.path, it)) is not None:
                    return line
            route = route[:-1]
        return None

    def error(self, key: str, error: SettingError) -> ConfigError:
        """Say where it stands what is wrong."""
        line = self.line((key, *error.route), error.item)
        return ConfigError(f"{self.path}:{line or '?'}: {error}")


def read(path: Path) -> Layer:
    """Read a file.

    Raises:
        ConfigError: it cannot be read, or is no TOML.
    """
    text = files.read(path)
    return Layer(path, text, files.own_table(files.parse(text, path), path))


def layers(path: Path) -> list[Layer]:
    """Give a file, and before it those that it extends.

    Raises:
        ConfigError: one cannot be read, is no TOML, stands outside of the work tree, extends
            itself, or there are too many.
    """
    found = [read(path)]
    while (target := extended(found[0])) is not None:
        if target.resolve() in {it.path.resolve() for it in found}:
            raise found[0].error("extend", SettingError("extend leads back to the file itself"))
        if len(found) > MOST_EXTENDED:
            told = f"extend: over {MOST_EXTENDED} files extend each other"
            raise found[0].error("extend", SettingError(told))
        if not os.path.isfile(target):  # a pipe would be waited for
            raise found[0].error("extend", SettingError("extend: there is no such file"))
        found.insert(0, read(target))
    return found


def extended(layer: Layer) -> Path | None:
    """Give the file that another one extends; None if it extends none.

    Raises:
        ConfigError: it stands outside of the work tree, or outside of git of the file's folder.
    """
    if "extend" not in layer.table:
        return None
    folder = layer.path.absolute().parent
    try:
        named = extension(layer.table["extend"], "extend")
        target = Path(os.path.normpath(folder / named))
        is_inside = target.resolve().is_relative_to(files.top_of(folder).resolve())
        if os.path.isabs(named) or not is_inside:
            raise SettingError("extend leads out of the work tree")
    except SettingError as error:
        raise layer.error("extend", error) from None
    except (OSError, ValueError, RuntimeError):  # no name of a file, or links in a circle
        raise layer.error("extend", SettingError("extend is no path of a file")) from None
    return target

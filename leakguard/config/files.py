"""The files of a configuration: found, read, and the line of what is wrong in them."""

import os
import re
from itertools import islice
from pathlib import Path
from typing import Any

from leakguard.config.settings import Route
from leakguard.errors import ConfigError

_LARGEST = 256 << 10
"""Bytes; a configuration beyond is none."""

_MOST_DOTS = 64
"""In one line: tomllib's memory grows with the square of the parts of a dotted key."""

_MARKER = "leakguard-was-here"
_TRIED = 50
_TRIED_BYTES = 4 << 20
"""Places where a word stands that are tried, or as many as there are bytes to parse for them."""


def base_of(path: Path, root: Path) -> str:
    """Give what leads from the folder of a configuration to a root below it, with a `/` at its
    end."""
    below = root.relative_to(path.parent).as_posix()
    return "" if below == "." else f"{below}/"


def find(folder: Path) -> Path | None:
    """Give the configuration file of a scanned root: its leakguard.toml, or its pyproject.toml
    if that has a `[tool.leakguard]`; else, inside a git work tree, that of the nearest folder
    above, up to the work tree's root.

    Raises:
        ConfigError: a pyproject.toml that names leakguard cannot be read, or a leakguard.toml is no
            file.
    """
    top = top_of(folder)
    for here in (folder, *folder.parents):
        own = here / "leakguard.toml"
        if own.is_file():
            return own
        if os.path.lexists(own):  # what it would have said must not be lost in silence
            raise ConfigError(f"{own}: this is no file, or a link that leads to none")
        project = here / "pyproject.toml"
        if project.is_file() and _has_table(project):
            return project
        if here == top:
            break
    return None


def top_of(folder: Path) -> Path:
    """Give the root of the work tree that holds a folder, or the folder itself outside of git."""
    return next((it for it in (folder, *folder.parents) if (it / ".git").exists()), folder)


def _has_table(project: Path) -> bool:
    """Tell whether a pyproject.toml has a `[tool.leakguard]`, however it is written."""
    try:
        with project.open("rb") as file:
            if b"leakguard" not in file.read(_LARGEST + 1):
                return False  # whatever else it is: it is not about us
    except OSError as error:
        raise ConfigError(f"{project}: cannot be read: {error.strerror}") from None
    tool = parse(read(project), project).get("tool")
    return isinstance(tool, dict) and "leakguard" in tool


def read(path: Path) -> str:
    """Give the text of a configuration.

    Raises:
        ConfigError: it cannot be read, is too large, or no UTF-8.
    """
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


def parse(text: str, path: Path) -> dict[str, Any]:
    """Give what a TOML file holds.

    Raises:
        ConfigError: it is no TOML, or nested too deeply.
    """
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


def own_table(content: dict[str, Any], path: Path) -> dict[str, Any]:
    """Give leakguard's own part of what a file holds."""
    if path.name != "pyproject.toml":
        return content
    tool = content.get("tool", {})
    table = tool.get("leakguard", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.leakguard has to be a table")
    return table


def line_of(text: str, path: Path, route: Route, item: str | None = None) -> int | None:
    """Give the line, from 1, of a key that `route` leads to, or of an item in its list; None if it
    is not found.

    tomllib tells no lines. So each place where the word stands is renamed in turn, until the
    new name shows where the old one was: this holds for every way in which TOML can be written.
    """
    keys = [it for it in route if isinstance(it, str)]
    word = item if item is not None else keys[-1] if keys else ""
    places = re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) if word else ()
    for found in islice(places, max(_TRIED, _TRIED_BYTES // (len(text) + 1))):
        try:
            renamed = text[: found.start()] + _MARKER + text[found.end() :]
            table = own_table(parse(renamed, path), path)
        except ConfigError:
            continue  # it was no word that can be renamed
        value = at(table, route if item is not None else route[:-1])
        if value == _MARKER or (isinstance(value, dict | list) and _MARKER in value):
            return text.count("\n", 0, found.start()) + 1
    return None


def at(value: Any, route: Route) -> Any:
    """Give what a route leads to; None if it leads nowhere."""
    for step in route:
        if isinstance(step, str):
            value = value.get(step) if isinstance(value, dict) else None
        else:
            value = value[step] if isinstance(value, list) and step < len(value) else None
    return value

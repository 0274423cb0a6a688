"""`leakguard config`: what is in force, and where it comes from."""

import json
import os
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import click

from leakguard import config as configuration
from leakguard.cli.options import Wanted, defaults, file_of, setting_options, settings
from leakguard.cli.output import write
from leakguard.config.settings import ADDED, Settings
from leakguard.errors import UsageError
from leakguard.masking.redact import scrub_path
from leakguard.text import neutralise

_NO_SETTING = ("base",)
_WIDEST = 60
"""Characters of what is aligned; longer lists go on."""


@click.command()
@click.argument("folder", metavar="[FOLDER]", default=".")
@setting_options
def config(folder: str, **values: Any) -> None:
    """Show what is in force in a folder, and where each value comes from: a default, a line of a
    file, or an option."""
    if not os.path.isdir(folder):
        raise UsageError(f"there is no folder {folder}")
    root = os.path.abspath(folder)
    options = replace(defaults(), **values)
    chosen = settings(options, root)
    path, _ = file_of(options, root)
    origins = configuration.origins(path) if path is not None else {}
    lines = []
    for it in fields(Settings):
        if it.name not in _NO_SETTING:
            name = it.name.replace("_", "-")
            said = f"{name} = {_shown(getattr(chosen, it.name))}"
            lines.append((said, _origin(name, options, origins)))
    widest = max(len(said) for said, _ in lines if len(said) <= _WIDEST)
    for said, origin in lines:
        write(neutralise(scrub_path(f"{said:{widest}}  # {origin}")) + "\n", None)


def _origin(name: str, options: Wanted, origins: dict[str, tuple[str, ...]]) -> str:
    """Say where a value comes from; several places for what is added up."""
    found = [_relative(it) for it in origins.get(name, ())]
    given = getattr(options, name.replace("-", "_"), None)
    if given is not None and given != ():
        found = [*found, f"--{name}"] if name in ADDED else [f"--{name}"]
    return ", ".join(found) or "default"


def _relative(where: str) -> str:
    """Give a path as it can be opened from the current folder, if it is below that."""
    path = Path(where)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else where


def _item(item: Any) -> str:
    """Write one of a list: of a table its id, or its paths."""
    return _shown(getattr(item, "id", None) or getattr(item, "paths", item))


def _shown(value: Any) -> str:
    """Write a value as TOML has it; of a table its id or its paths."""
    if value is None:
        return "all"
    if isinstance(value, tuple):
        return f"[{', '.join(_item(it) for it in value)}]"
    return str(value) if isinstance(value, int) and type(value) is int else json.dumps(str(value))

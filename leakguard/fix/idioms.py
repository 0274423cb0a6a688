"""The idioms in which a value is looked up, and what each needs at the top of a script."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from leakguard.document import Span
from leakguard.fix import loading
from leakguard.fix.envfile import quoted
from leakguard.fix.imports import Access, access
from leakguard.fix.script import Script, word

Read = Callable[[str, str], str]
"""Gives the expression for a variable, by its name and the quote to use."""


@dataclass(frozen=True, slots=True)
class Idiom:
    """How a script reads its variables."""

    read: Read
    lines: tuple[str, ...] = ()
    """Import statements that a look-up needs and the script lacks."""
    below: str = ""
    """Statements behind the imports, for a look-up."""
    loads: tuple[str, ...] = ()
    """Import statements that it takes to fill the environment."""
    load: str = ""
    """The statement that fills it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What an idiom depends on."""

    env_file: str
    """On the disk, absolute; where it would be, if there is none yet."""
    root: str
    """Of the scanned tree, absolute."""
    service: str
    """Under which a keyring keeps the values."""
    starred: frozenset[str] = frozenset()
    """The last parts of the names of modules of which another imports all names."""


Make = Callable[[Script, list[str], list[Span], Setting], Idiom]
Doubt = Callable[[Script, str, list[Span], Setting], str]


def _subscript(expression: str) -> Read:
    return lambda name, quote: f"{expression}[{quote}{name}{quote}]"


def _call(expression: str, *before: str) -> Read:
    def read(name: str, quote: str) -> str:
        return f"{expression}({', '.join(f'{quote}{it}{quote}' for it in (*before, name))})"

    return read


def _environ(script: Script, _: list[str], edits: list[Span], __: Setting) -> Idiom:
    environ = access(script, "os.environ", edits)
    return Idiom(_subscript(environ.expression), _joined(environ))


def _dotenv(script: Script, names: list[str], edits: list[Span], setting: Setting) -> Idiom:
    plain = _environ(script, names, edits, setting)
    if not loading.doubt(script, min(edits), setting.env_file, setting.root):
        return plain
    load = access(script, "dotenv.load_dotenv", edits)
    name = os.path.basename(setting.env_file)
    if name == ".env":
        return replace(plain, loads=_joined(load), load=f"{load.expression}()")
    find = access(script, "dotenv.find_dotenv", edits)
    call = f"{load.expression}({find.expression}({name!r}))"
    return replace(plain, loads=_joined(load, find), load=call)


def _pydantic(script: Script, names: list[str], edits: list[Span], setting: Setting) -> Idiom:
    base = access(script, "pydantic_settings.BaseSettings", edits)
    config = access(script, "pydantic_settings.SettingsConfigDict", edits)
    path = access(script, "pathlib.Path", edits)
    group, instance = _free(script, "_Settings"), _free(script, "_settings")
    relative = os.path.relpath(setting.env_file, os.path.dirname(script.file)).replace(os.sep, "/")
    env_file = f'{path.expression}(__file__).parent / "{relative}"'
    if not script.is_module:
        env_file = f'"{relative}"'
    fields = "".join(f"    {name.lower()}: str\n" for name in names)
    below = (
        f"\nclass {group}({base.expression}):\n"
        f'    model_config = {config.expression}(env_file={env_file}, extra="ignore")\n'
        f"{fields}\n\n{instance} = {group}()"
    )
    lines = (*_joined(base, config), *(_joined(path) if script.is_module else ()))
    return Idiom(lambda name, _: f"{instance}.{name.lower()}", lines, below)


def _decouple(script: Script, _: list[str], edits: list[Span], setting: Setting) -> Idiom:
    folder, name = os.path.split(script.file)
    module = os.path.basename(folder) if name == "__init__.py" else name.partition(".")[0]
    config = access(script, "decouple.config", edits, is_private=module in setting.starred)
    return Idiom(_call(config.expression), _joined(config))


def _keyring(script: Script, _: list[str], edits: list[Span], setting: Setting) -> Idiom:
    get = access(script, "keyring.get_password", edits)
    return Idiom(_call(get.expression, setting.service), _joined(get))


def _joined(*accesses: Access) -> tuple[str, ...]:
    """Give the import statements that names of one module need, as one statement."""
    needed = sorted(it.line for it in accesses if it.line is not None)
    if len(needed) < 2:
        return tuple(needed)
    module = needed[0].partition(" import ")[0]
    return (f"{module} import {', '.join(it.partition(' import ')[2] for it in needed)}",)


def _free(script: Script, name: str) -> str:
    """Give a name that the script does not use: this one, or one with a number."""
    number, free = 1, name
    while word(free).search(script.data):
        number += 1
        free = f"{name}{number}"
    return free


def _doubt_of_environ(script: Script, _: str, edits: list[Span], setting: Setting) -> str:
    return loading.doubt(script, min(edits), setting.env_file, setting.root)


def _doubt_of_search(script: Script, _: str, __: list[Span], setting: Setting) -> str:
    if loading.is_above(script.file, os.path.dirname(setting.env_file)):
        return ""
    return "the env file is in none of the folders above it, in which it is looked for"


def _doubt_of_decouple(script: Script, value: str, _: list[Span], setting: Setting) -> str:
    if not script.is_module:
        return "decouple looks for .env beside the file that calls it, and a notebook is none"
    if not loading.is_found(script.file, setting.env_file):
        return "decouple looks for a file called .env in the folders above it"
    text = quoted(value)
    is_read = value == (text[1:-1] if text[0] in "'\"" else text)
    return "" if is_read and "\n" not in value else "decouple knows no escapes and no second line"


IDIOMS: dict[str, tuple[Make, Doubt]] = {
    "environ": (_environ, _doubt_of_environ),
    "dotenv": (_dotenv, _doubt_of_search),
    "pydantic-settings": (_pydantic, lambda *_: ""),
    "decouple": (_decouple, _doubt_of_decouple),
    "keyring": (_keyring, lambda *_: "the keyring holds the value only once you have put it there"),
}
STYLES = tuple(IDIOMS)
FILLING = {"environ", "dotenv"}
"""Those whose look-ups find the values in the environment itself, as all other code does."""

_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")


def service(root: str) -> str:
    """Give the name under which a keyring keeps the values of a tree: that of its folder."""
    return _UNFIT.sub("-", os.path.basename(root.rstrip(os.sep))).strip("-") or "app"

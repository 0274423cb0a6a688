"""Whether the env file is loaded before a script looks up what stands in it: by the script, by
its package, or by a module of the project that it imports."""

import os
import re
from collections.abc import Iterator

from leakguard.document import Span
from leakguard.errors import FixError
from leakguard.fix.imports import candidates, imports
from leakguard.fix.script import Script, read
from leakguard.syntax.aliases import aliases
from leakguard.syntax.lines import code_alone

_LOADER = re.compile(rb"(?m)^(?:\w+[ \t]*=[ \t]*)?(?:[\w.()]+\.)?(?:load_dotenv|read_env)[ \t]*\(")
_MAGIC = re.compile(rb"(?m)^[ \t]*%dotenv(?:[ \t]+-\w+)*[ \t]*(?:\.env[ \t]*)?$")
"""`%dotenv` of IPython, by which a search upwards finds the file."""

_ARGUMENTS = re.compile(rb"[^()]*(?:\([^()]*\)[^()]*)*")
_BARE = re.compile(
    rb"\s*+(?:(?:dotenv_path\s*+=\s*+)?(?:\w++\.)*+find_dotenv\(\)\s*+(?:,\s*+)?)?"
    rb"(?:(?:override|verbose|interpolate|recurse)\s*+=\s*+\w++\s*+(?:,\s*+)?)*+"
)
"""Arguments that name no file."""

_UPWARDS = re.compile(rb"\A(?:\.{1,2}/)+")
_OWN_LOADER = re.compile(rb"\bdef[ \t]+(?:load_dotenv|read_env)\b")
_CLEARED = re.compile(rb"\benviron\.clear\(")
_OVERRIDES = re.compile(
    rb"\b(?:load_dotenv|read_env)\s*\((?:[^()]|\([^()]*\)){0,400}?"
    rb"\b(?:override|overwrite)\s*=\s*(?!False\b|0\b)"
    rb"|%dotenv\b[^\n]{0,80}[ \t](?:-o|--override)\b"
    rb"|\benviron\.update\(\s*(?:\*\*)?(?:dotenv\.)?dotenv_values\("
)
"""Calls by which an env file counts before the environment."""

_REMOVES = (
    rb"\b(?:%b)[ \t]*\.[ \t]*(?:pop|popitem|clear)[ \t]*\(|\bdel\b[^\r\n;]{0,200}?\b(?:%b)[ \t]*\["
)
_LITERAL = re.compile(rb"""\s*b?["']([^"']*)["']""")
_MOST_PACKAGES = 20
_IMPORT = re.compile(rb"(?m)^(?:from|import)[ \t]+([\w.]+)")


def is_found(file: str, env_file: str) -> bool:
    """Tell whether a search from a script's folder upwards comes to the env file, and to no
    other before it."""
    folder, name = os.path.split(env_file)
    here = os.path.dirname(file)
    while here != folder and is_above(here, folder) and not os.path.lexists(f"{here}/{name}"):
        here = os.path.dirname(here)
    return name == ".env" and here == folder


def is_above(file: str, folder: str) -> bool:
    """Tell whether a file is somewhere below a folder."""
    return file.startswith(folder.rstrip(os.sep) + os.sep)


def overrides(data: bytes) -> bool:
    """Tell whether a Python source loads an env file so that it counts before the environment."""
    return _OVERRIDES.search(data) is not None


def removes(script: Script, name: str) -> bool:
    """Tell whether a script may take a variable out of the environment, wherever it does."""
    known = aliases(script.data)
    own = {it for it, full in known.items() if full.startswith("os.environ") and "." not in it}
    names = b"|".join(re.escape(it.encode()) for it in sorted(own | {"environ", "environb"}))
    for match in re.finditer(_REMOVES.replace(b"%b", names), script.code):
        literal = _LITERAL.match(script.data, match.end())
        if literal is None or literal[1] == name.encode():
            return True
    return False


def doubt(script: Script, first: Span, env_file: str, root: str) -> str:
    """Give why the variables may not be there at `first`, the first look-up of them; nothing if
    the script, a package that it is in, or a module that it imports loads the env file before."""
    if _MAGIC.search(script.magics) and is_found(script.file, env_file):
        return ""
    texts = [(script.file, script.data[: first[0]])]
    if script.is_module:
        texts += _packages(script, root)
    texts += _imported(script, first, root)
    found = [
        (file, data, match)
        for file, data in texts
        if not _OWN_LOADER.search(data)
        for match in _LOADER.finditer(code_alone(data))
    ]
    if not found:
        return "nothing that runs before it loads an env file; --style dotenv lets it"
    if any(_CLEARED.search(data) for _, data in texts):
        return "something that runs before it clears the environment"
    if any(_loads(file, data, match.end(), env_file) for file, data, match in found):
        return ""
    return f"it loads an env file, but perhaps not {os.path.basename(env_file)}"


def _loads(file: str, data: bytes, at: int, env_file: str) -> bool:
    """Tell whether a call whose bracket ends at `at` names the env file, or searches and finds
    it."""
    match = _ARGUMENTS.match(data, at)
    arguments = match[0] if match is not None else b""
    if b"usecwd" in arguments:
        return False
    quoted = re.search(rb"""["']([^"']*)["']""", arguments)
    if quoted is not None:
        path = os.path.normpath(b"/" + _UPWARDS.sub(b"", quoted[1]))
        return os.fsencode(env_file).endswith(path)
    return _BARE.fullmatch(arguments) is not None and is_found(file, env_file)


def _packages(script: Script, root: str) -> list[tuple[str, bytes]]:
    """Give the `__init__.py` of the package that a script is in, and of those around it."""
    found: list[tuple[str, bytes]] = []
    folder = os.path.dirname(script.file)
    while len(found) < _MOST_PACKAGES and (folder == root or is_above(folder, root)):
        init = os.path.join(folder, "__init__.py")
        if init == script.file:
            folder = os.path.dirname(folder)
            continue
        try:
            found.append((init, _alone(init, read(init), root)))
        except FixError:
            break
        folder = os.path.dirname(folder)
    return found


def _imported(script: Script, first: Span, root: str) -> list[tuple[str, bytes]]:
    """Give the modules of the project that a script imports above `first`, each as far as it
    imports none itself: that one may be the script, which then runs before the rest."""
    names = {it.full for it in imports(script) if not it.is_inner and it.span[1] <= first[0]}
    found: list[tuple[str, bytes]] = []
    for file in sorted({file for name in names for file in _files(name, script.file, root)}):
        try:
            data = read(file)
        except FixError:
            continue
        found.append((file, _alone(file, data, root)))
    return found


def _alone(file: str, data: bytes, root: str) -> bytes:
    """Give a module as far as it imports none of the project."""
    for it in _IMPORT.finditer(data):
        name = it[1].decode("utf-8", "replace")
        if not name.strip(".") or any(_files(name, file, root)):
            return data[: it.start()]
    return data


def _files(name: str, file: str, root: str) -> Iterator[str]:
    """Give the files that run when a file imports a name such as `bot.config`; none if they are
    not of the project, or could be those of two folders."""
    path = name.lstrip(".")
    folders = [os.path.dirname(file)]
    if path != name:
        for _ in name[1 : len(name) - len(path)]:
            folders = [os.path.dirname(folders[0])]
    else:
        while is_above(folders[-1], root):
            folders.append(os.path.dirname(folders[-1]))
    first, *rest = path.split(".")
    homes = [it for it in folders if any(map(os.path.exists, candidates(it, first)))]
    if len(homes) == 1 and first:
        at = homes[0]
        for part in (first, *rest):
            file, at = candidates(at, part)
            yield from filter(os.path.isfile, (file, os.path.join(at, "__init__.py")))

"""Whether a script loads the env file by itself, before it looks up what stands in it."""

import os
import re

from leakguard.document import Span
from leakguard.errors import FixError
from leakguard.fix.script import Script, read
from leakguard.syntax.lines import code_alone

_LOADER = re.compile(rb"(?m)^(?:\w+[ \t]*=[ \t]*)?(?:[\w.()]+\.)?(?:load_dotenv|read_env)[ \t]*\(")
_MAGIC = re.compile(rb"(?m)^[ \t]*%dotenv(?:[ \t]+-\w+)*[ \t]*(?:\.env[ \t]*)?$")
"""`%dotenv` of IPython, by which a search upwards finds the file."""

_ARGUMENTS = re.compile(rb"[^()]*(?:\([^()]*\)[^()]*)*")
_MOST_PACKAGES = 20


def is_found(file: str, env_file: str) -> bool:
    """Tell whether a search from a script's folder upwards comes to the env file."""
    folder = os.path.dirname(env_file)
    return os.path.basename(env_file) == ".env" and is_above(file, folder)


def is_above(file: str, folder: str) -> bool:
    """Tell whether a file is somewhere below a folder."""
    return file.startswith(folder.rstrip(os.sep) + os.sep)


def doubt(script: Script, first: Span, env_file: str, root: str) -> str:
    """Give why the variables may not be there at `first`, the first look-up of them; nothing if
    the script, or a package that it is in, loads the env file before."""
    if _MAGIC.search(script.magics) and is_found(script.file, env_file):
        return ""
    texts = [(script.file, script.data[: first[0]])]
    if script.is_module:
        texts += _packages(script, root)
    found = [
        (file, data, match) for file, data in texts for match in _LOADER.finditer(code_alone(data))
    ]
    if not found:
        return "neither the file nor its package loads an env file; --style dotenv lets it"
    if any(_loads(file, data, match.end(), env_file) for file, data, match in found):
        return ""
    return f"it loads an env file, but perhaps not {os.path.basename(env_file)}"


def _loads(file: str, data: bytes, at: int, env_file: str) -> bool:
    """Tell whether a call whose bracket ends at `at` names the env file, or searches and finds
    it."""
    match = _ARGUMENTS.match(data, at)
    arguments = match[0] if match is not None else b""
    quoted = re.search(rb"""["']([^"']*)["']""", arguments)
    if quoted is not None:
        return os.path.basename(quoted[1]) == os.fsencode(os.path.basename(env_file))
    is_bare = not arguments.strip() or b"find_dotenv()" in arguments or b"=" in arguments
    return is_bare and is_found(file, env_file)


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
            found.append((init, read(init)))
        except FixError:
            break
        folder = os.path.dirname(folder)
    return found

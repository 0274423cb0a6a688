"""Rules of a folder that the command line names: Python that stands beside the rule pack.

What stands there runs. So a configuration cannot name a folder, and nothing here looks for one.
"""

import hashlib
import importlib
import importlib.util
import os
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

from leakguard.errors import LeakguardError, RuleError


def files(folder: str) -> list[Path]:
    """Give the modules of a folder, sorted by path; what begins with a dot, and its `__init__.py`,
    are none.

    Raises:
        RuleError: a name is none that Python can import.
    """
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [it for it in folders if not it.startswith(".") and it != "__pycache__"]
        found += [Path(parent, it) for it in names if it.endswith(".py") and it[0] != "."]
    for path in found:
        for part in path.relative_to(folder).with_suffix("").parts:
            if not part.isidentifier():
                raise RuleError(f"{path}: {part!r} cannot be imported: use letters, digits and _")
    return sorted(it for it in found if it.name != "__init__.py")


def digest(folder: str) -> str:
    """Give a digest that changes with every file of a folder, in size or time."""
    told = [folder]
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        for name in sorted(names):
            path = os.path.join(parent, name)
            status = os.lstat(path)
            told.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogateescape")).hexdigest()


def module_name(folder: str, path: Path) -> str:
    """Give the name by which a module of a folder is imported."""
    return ".".join((_package(folder), *path.relative_to(folder).with_suffix("").parts))


def file_of(folder: str, module: str) -> Path:
    """Give the file of a module that `module_name` has named."""
    return Path(folder, *module.split(".")[1:]).with_suffix(".py")


def imported(folder: str, module: str) -> ModuleType:
    """Import a module that `module_name` has named, also in a process that knows nothing of it.

    Raises:
        RuleError: it cannot be imported; the message names file, line and cause.
    """
    try:
        _begin(folder)
        return importlib.import_module(module)
    except LeakguardError as error:
        raise RuleError(f"{file_of(folder, module)}: {error}") from None
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a module may do
        file, line = where(error, folder) or (str(file_of(folder, module)), 1)
        raise RuleError(f"{file}:{line}: {type(error).__name__}: {error}") from None


@cache
def _begin(folder: str) -> None:
    """Make the package that the modules of a folder are in."""
    name, init = _package(folder), Path(folder, "__init__.py")
    package = ModuleType(name)
    package.__path__ = [folder]
    if init.is_file():
        spec = importlib.util.spec_from_file_location(
            name, init, submodule_search_locations=[folder]
        )
        if spec is not None and spec.loader is not None:
            package = importlib.util.module_from_spec(spec)
            sys.modules[name] = package
            spec.loader.exec_module(package)
    sys.modules[name] = package


def _package(folder: str) -> str:
    """A name that no other folder has, nor anything that is installed."""
    return f"leakguard_rules_{hashlib.sha256(os.fsencode(folder)).hexdigest()[:16]}"


def where(error: BaseException, folder: str) -> tuple[str, int] | None:
    """Give the last place in a folder's own files that an error has gone through."""
    if isinstance(error, SyntaxError) and error.filename is not None:
        return error.filename, error.lineno or 1
    found, trace = None, error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        found = (file, trace.tb_lineno) if file.startswith(folder + os.sep) else found
        trace = trace.tb_next
    return found

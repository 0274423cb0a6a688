"""Where the rule pack is: installed as `leakguard.rules`, or beside the package in a checkout."""

import importlib
import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

from leakguard.errors import RuleError

PACKAGE = "leakguard.rules"

_FOLDER = Path(__file__).resolve().parent.parent
"""Of the package leakguard."""


@cache
def rule_pack() -> ModuleType:
    """Give the package that holds the rule modules.

    Installed, it is `leakguard.rules`. In a bare checkout the folder `rules/` beside
    `leakguard/` is loaded under that same name.

    Raises:
        RuleError: there is neither.
    """
    try:
        return importlib.import_module(PACKAGE)
    except ModuleNotFoundError as error:
        if error.name != PACKAGE:
            raise
    folder = _FOLDER.parent / "rules"
    spec = importlib.util.spec_from_file_location(
        PACKAGE, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None or not folder.is_dir():
        raise RuleError(f"the rule pack is missing: install leakguard again ({folder})")
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)
    return module


def rule_folder() -> Path:
    """Give the folder of the rule pack, without importing it if it is installed as usual."""
    for folder in (_FOLDER / "rules", _FOLDER.parent / "rules"):
        if (folder / "exchanges").is_dir():
            return folder
    return Path(str(rule_pack().__file__)).parent

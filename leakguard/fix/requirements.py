"""Packages that a change imports and that the project does not declare yet.

A project may declare them in `requirements*.txt` and `.in`
(https://pip.pypa.io/en/stable/reference/requirements-file-format/), `pyproject.toml`
(https://packaging.python.org/en/latest/specifications/pyproject-toml/), `Pipfile`, `setup.cfg`,
`setup.py` and conda's `environment.yml`. Only the packages' names are looked for in them.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leakguard.errors import FixError
from leakguard.fix.placing import module
from leakguard.fix.rewrite import Rewritten
from leakguard.fix.script import read

_PACKAGES = {
    "dotenv": "python-dotenv",
    "pydantic_settings": "pydantic-settings",
    "decouple": "python-decouple",
    "keyring": "keyring",
}
"""What has to be installed for a module to be there."""

_DECLARING = tuple(
    map(
        re.compile,
        (
            r"pyproject\.toml",
            r"Pipfile",
            r"requirements\.in",
            r"requirements\.txt",
            r"setup\.cfg",
            r"setup\.py",
            r"environment\.ya?ml",
            r"requirements/(?:base|common|main|prod\w*)\.(?:in|txt)",
            r"requirements/.*\.(?:in|txt)",
            r".*requirements.*\.(?:in|txt)",
        ),
    )
)
"""Files that declare packages, the likeliest to be the one that is kept by hand first."""

_TABLE = re.compile(r"(?m)^\s*(?:\[(?:project|tool\.poetry)[\].]|install_requires\b)")
"""What a file that may be about something else has, if it declares packages."""

_DYNAMIC = re.compile(r"""(?m)^\s*dynamic\s*=\s*\[[^\]]*["']dependencies["']""")
_COMMENT = re.compile(r"(?m)(?:^|\s)#.*$")


@dataclass(frozen=True, slots=True)
class Missing:
    """A package that a change imports and that nothing declares."""

    module: str
    package: str
    file: str | None
    """Where it is to be declared, absolute; None if the project has no such file."""


def missing(files: Iterable[Rewritten], top: str) -> list[Missing]:
    """Give the packages that rewritten files import anew, and that no file declares in their
    folders or those above, up to the folder `top`."""
    found: set[tuple[str, str | None]] = set()
    for file in files:
        new = {name for it in file.imported if (name := module(it)) in _PACKAGES}
        declaring = list(_declaring(os.path.dirname(file.script.file), top)) if new else []
        for name in new:
            if not any(_is_named(_PACKAGES[name], text) for _, text in declaring):
                found.add((name, next((it for it, text in declaring if _is_fit(it, text)), None)))
    ordered = sorted(found, key=lambda it: (it[0], it[1] or ""))
    return [Missing(name, _PACKAGES[name], file) for name, file in ordered]


def _declaring(folder: str, top: str) -> Iterator[tuple[str, str]]:
    """Give the files that may declare packages for a folder, the nearest first, and their texts."""
    while True:
        beside = [
            *_names(folder),
            *(f"requirements/{it}" for it in _names(f"{folder}/requirements")),
        ]
        ranked = ((_rank(name), name) for name in beside)
        for _, name in sorted(it for it in ranked if it[0] < len(_DECLARING)):
            file = os.path.join(folder, name)
            try:
                yield file, _COMMENT.sub("", read(file).decode("utf-8", "replace"))
            except FixError:
                continue
        if folder == top or folder == os.path.dirname(folder):
            return
        folder = os.path.dirname(folder)


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _rank(name: str) -> int:
    fitting = (rank for rank, it in enumerate(_DECLARING) if it.fullmatch(name))
    return next(fitting, len(_DECLARING))


def _is_named(package: str, text: str) -> bool:
    """Tell whether a text names a package, in any spelling that installers take for the same."""
    spelled = re.escape(package).replace(r"\-", "[-_.]+")
    return re.search(rf"(?i)(?<![\w.-]){spelled}(?![\w-]|\.\w)", text) is not None


def _is_fit(file: str, text: str) -> bool:
    """Tell whether a file is one to declare a package in: a `pyproject.toml` or `setup.cfg` may
    be there for tools alone, or leave the packages to another file."""
    is_certain = not file.endswith(("pyproject.toml", "setup.cfg"))
    return is_certain or (_TABLE.search(text) is not None and not _DYNAMIC.search(text))

"""What the modules of a project take from each other, and so must stay where it is."""

import os
import re
from collections.abc import Iterator

_FROM = re.compile(
    rb"(?m)^[ \t]*from[ \t]+(?P<module>[\w.]+)[ \t]+import[ \t]*(?P<names>\([^)]*\)|[^\r\n;]*)"
)
_NAME = re.compile(rb"(?:[(,]|\A)\s*(?:#[^\n]*\n\s*)*([A-Za-z_]\w*|\*)")
_PRIVATE = re.compile(rb"""[.'"](_[A-Za-z]\w*)""")
"""A name with an underscore, as an attribute or in a string."""

Offered = frozenset[tuple[str, str]]
"""Modules, by the last part of their names, and the names that others take from them; no module
where it is not known."""


def taken_in(source: bytes) -> Iterator[tuple[str, str]]:
    """Give what a Python source takes from modules."""
    for statement in _FROM.finditer(source):
        module = statement["module"].rpartition(b".")[2].decode("utf-8", "replace")
        for name in _NAME.finditer(statement["names"]):
            yield module, name[1].decode("utf-8", "replace")
    for name in _PRIVATE.finditer(source):
        yield "", name[1].decode("utf-8", "replace")


def is_offered(file: str, name: str, offered: Offered) -> bool:
    """Tell whether a module of the project may take a name from a file."""
    folder, base = os.path.split(file)
    module = os.path.splitext(base)[0]
    if module == "__init__":
        module = os.path.basename(folder)
    own = {(module, name), ("", name)} | (set() if name.startswith("_") else {(module, "*")})
    return not own.isdisjoint(offered)

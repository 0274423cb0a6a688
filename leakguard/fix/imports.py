"""How a script can write a name of another module: with the imports it has, or with one more."""

import ast
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from leakguard.document import Span
from leakguard.fix.script import Script, word

IMPORT = re.compile(rb"(?:import|from)\b")
_WHOLE = {"os", "keyring"}
"""Modules that are imported as such, not a name of theirs."""

_USE = re.compile(rb"\s*+[.(\[]")
_DEFINED = re.compile(rb"\b(?:def|class)\s+$")


@dataclass(frozen=True, slots=True)
class Import:
    """One name that an import statement binds."""

    span: Span
    """Of the statement."""
    name: str
    full: str
    is_inner: bool
    """Whether it is indented, so that it may bind the name in a function alone."""


@dataclass(frozen=True, slots=True)
class Access:
    """How to write a name of another module, and the import statement that this needs."""

    expression: str
    line: str | None = None


def candidates(folder: str, name: str) -> tuple[str, str]:
    """Give the file and the folder that a module in a folder may be."""
    return os.path.join(folder, f"{name}.py"), os.path.join(folder, name)


def imports(script: Script) -> Iterator[Import]:
    """Give what the import statements of a script bind."""
    for span in script.statements:
        if IMPORT.match(script.data, span[0]):
            tree = script.tree(span)
            is_inner = span[0] != script.line_start(span[0])
            for name, full in _bound(tree):
                yield Import(span, name, full, is_inner)


def _bound(tree: ast.stmt | None) -> Iterator[tuple[str, str]]:
    if isinstance(tree, ast.Import):
        for alias in tree.names:
            first = alias.name.partition(".")[0]
            yield (alias.asname, alias.name) if alias.asname else (first, first)
    elif isinstance(tree, ast.ImportFrom):
        module = "." * tree.level + (f"{tree.module}." if tree.module else "")
        for alias in tree.names:
            yield alias.asname or alias.name, f"{module}{alias.name}"


def access(script: Script, full: str, edits: list[Span], *, is_private: bool = False) -> Access:
    """Give how to write `full`, such as `os.environ`, in each of the places `edits`.

    An import counts that stands above all of them, outside functions, and whose name nothing
    else in the script takes. One that is added binds a private name if `is_private`, so that a
    module that imports all names of this one gets none more.
    """
    module, _, attribute = full.rpartition(".")
    found = list(imports(script))
    for bound in found:
        is_above = not bound.is_inner and bound.span[1] <= min(edits)[0]
        if is_above and not _is_rebound(script, bound.name, bound.full, found, edits):
            if bound.full == full:
                return Access(bound.name)
            if bound.full == module:
                return Access(f"{bound.name}.{attribute}")
    is_whole = module in _WHOLE
    first = module if is_whole else attribute
    taken = f"_{first}" if is_private else first
    while _is_rebound(script, taken, module if is_whole else full, found, edits):
        taken = f"_{taken}"
    alias = "" if taken == first else f" as {taken}"
    if is_whole:
        return Access(f"{taken}.{attribute}", f"import {module}{alias}")
    return Access(taken, f"from {module} import {attribute}{alias}")


def _is_rebound(
    script: Script, name: str, full: str, found: list[Import], edits: list[Span]
) -> bool:
    """Tell whether a name may be something else than `full`, in one of the places `edits`.

    A word that no attribute or subscript follows may be a parameter, a target, a deletion. An
    import inside a function makes the name local there, before its line too.
    """
    own = [it for it in found if it.name == name]
    for place in word(name).finditer(script.code):
        start, end = place.span()
        before = script.code[max(0, start - 40) : start]
        is_attribute = before.rstrip().endswith(b".")
        if is_attribute or (_USE.match(script.code, end) and not _DEFINED.search(before)):
            continue
        statement = next((it for it in found if it.span[0] <= start < it.span[1]), None)
        if statement is None:
            return True
        is_bound = any(it.span == statement.span for it in own)
        if (
            is_bound
            and statement.is_inner
            and any(
                edit[0] < start and not _is_parted(script, edit, statement.span) for edit in edits
            )
        ):
            return True
    return any(it.full != full for it in own)


def _is_parted(script: Script, edit: Span, inner: Span) -> bool:
    """Tell whether a statement of the module begins between an edit and an import below it, as
    the head of the function that the import stands in does."""
    return any(
        edit[1] <= start < inner[0] and start == script.line_start(start)
        for start, _ in script.statements
    )

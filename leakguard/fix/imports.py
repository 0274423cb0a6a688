"""How a script can write a name of another module: with the imports it has, or with one more."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from leakguard.candidate import Edit
from leakguard.document import Span
from leakguard.fix.script import Script, word

_IMPORT = re.compile(rb"(?:import|from)\b")
_FUTURE = re.compile(rb"from[ \t]+__future__\b")
_FIRST_LINES = re.compile(rb"#!|#.*coding[:=]")
_WHOLE = {"os", "keyring"}
"""Modules that are imported as such, not a name of theirs."""

_USE = re.compile(rb"\s*+[.(\[]")
_DEFINED = re.compile(rb"\b(?:def|class)\s+$")
_BLOCK = re.compile(rb"async[ \t]|def\b|class\b|@")


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


def imports(script: Script) -> Iterator[Import]:
    """Give what the import statements of a script bind."""
    for span in script.statements:
        if _IMPORT.match(script.data, span[0]):
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
        for alias in tree.names:
            module = "." * tree.level + (tree.module or "")
            yield alias.asname or alias.name, f"{module}.{alias.name}"


def access(script: Script, full: str, edits: list[Span]) -> Access:
    """Give how to write `full`, such as `os.environ`, in each of the places `edits`.

    An import counts that stands above all of them, outside functions, and whose name nothing
    else in the script takes.
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
    first = taken = module if is_whole else attribute
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
        if is_bound and statement.is_inner and any(edit[0] < start for edit in edits):
            return True
    return any(it.full != full for it in own)


@dataclass(frozen=True, slots=True)
class Head:
    """Where a script's imports are."""

    start: int
    """Where the first import belongs, if there is none."""
    group: tuple[Span, ...]
    """The first imports that stand together."""
    end: int
    """Behind the imports that the script begins with."""


def home(script: Script, first: Span) -> Span:
    """Give the part of a script whose imports serve the look-up at `first`: of cells, the first
    one that begins with imports, or else its own."""
    above = [it.span for it in script.regions if it.span[0] <= first[0]]
    return next((it for it in above if head(script, it).group), above[-1])


def head(script: Script, region: Span) -> Head:
    """Give where imports belong: behind docstring, comments at the top and `__future__`."""
    start, found = region[0], list[Span]()
    own = (it for it in script.statements if region[0] <= it[0] < region[1])
    for number, span in enumerate(own):
        rest = script.code[slice(*span)].strip(b" rRuU\t\f")
        if (number == 0 and rest[:1] in (b"", b";")) or (
            _FUTURE.match(script.data, span[0]) and not found
        ):
            start = script.after_line(span[1])
        elif _IMPORT.match(script.data, span[0]) and script.line_start(span[0]) == span[0]:
            found.append(span)
        else:
            start = start if found else _before(script, span, start)
            break
    group = found[:1]
    for above, below in pairwise(found):
        if script.after_line(above[1]) != below[0]:
            break
        group.append(below)
    return Head(start, tuple(group), script.after_line(found[-1][1]) if found else start)


def _before(script: Script, first: Span, lowest: int) -> int:
    """Give the place before the first statement, and before the comment that belongs to it; a
    comment at the very top belongs to the file."""
    line = script.line_start(first[0])
    at = line
    while at > lowest:
        above = script.line_start(at - (2 if script.data[at - 2 : at] == b"\r\n" else 1))
        if not script.shown.data[above:at].startswith(b"#"):
            return at
        at = above
    is_of_file = script.is_module and (at == 0 or _FIRST_LINES.match(script.data, at))
    return line if is_of_file else at


def insertions(script: Script, lines: list[str], below: str, first: Span) -> list[Edit]:
    """Give the edits that add import statements, and `below` behind all imports, for look-ups of
    which `first` is the first."""
    region = home(script, first)
    here = head(script, region)
    plain = sorted(line for line in lines if line.startswith("import "))
    others = sorted(line for line in lines if not line.startswith("import "))
    edits = []
    if here.group:
        places = {line: _sorted_in(script, here, line) for line in plain}
        edits = [
            Edit((at, at), f"{line}{script.newline}")
            for line, at in places.items()
            if at != here.end
        ]
        plain = [line for line, at in places.items() if at == here.end]
    at = here.end if here.group else here.start
    parts = ["\n".join(part) for part in (plain, others, [below] if below else []) if part]
    if parts:
        lead = "\n" if here.group and not plain else ""
        text = lead + "\n\n".join(parts) + "\n"
        edits.append(_spaced(script, region, here, at, text))
    return edits


def _sorted_in(script: Script, here: Head, line: str) -> int:
    """Give the place of `import x` among the first imports, which are taken to be sorted."""
    for span in here.group:
        other = script.document.text(*span)
        if other.startswith("from ") or other > line:
            return span[0]
    return script.after_line(here.group[-1][1])


def _spaced(script: Script, region: Span, here: Head, at: int, text: str) -> Edit:
    """Put blank lines around what is inserted, and its line ends as the script has them."""
    above = script.data[region[0] : at].replace(b"\r", b"")
    following = script.data[at : region[1]]
    if not here.group and above.strip() and not above.endswith(b"\n\n"):
        text = f"\n{text}"
    if following.strip() and not following.startswith((b"\n", b"\r")):
        text += "\n\n" if _BLOCK.match(following) else "\n"
    return Edit((at, at), text.replace("\n", script.newline))

"""What a change leaves without a use: statements to delete, names and imports nobody needs."""

import ast
import re
from bisect import bisect_left

from leakguard.candidate import Edit
from leakguard.document import Span
from leakguard.fix.imports import imports
from leakguard.fix.offered import Offered, is_offered
from leakguard.fix.script import Script, word
from leakguard.syntax.lines import open_brackets
from leakguard.syntax.spans import Spans

_NAME = re.compile(rb"(?<![\w.])[A-Za-z_][A-Za-z0-9_]*")
_PURE = re.compile(
    r"(?:base64|binascii|codecs|zlib|bytes|str)\.\w+|[abu]\w*64\w*|unhexlify|bytes|bytearray|str"
    r"|chr|map|decompress"
)
_MANY = 100
"""Places of a name; one that stands in more is used."""

_METHODS = {"join", "replace", "strip", "lstrip", "rstrip", "encode", "decode", "format", "lower",
            "upper", "fromhex"}  # fmt: skip


def orphans(script: Script, removed: list[Span], offered: Offered) -> list[Span]:
    """Give the statements that only give a constant to a name that nothing but `removed` uses,
    here or in a module that takes what is `offered`."""
    found: list[Span] = []
    fresh = list(removed)
    while fresh:
        names = _names_in(script, fresh)
        fresh = []
        for name in sorted(names):
            gone = [*removed, *found]
            if is_offered(script.file, name, offered):
                continue
            if (binding := _binding(script, name, gone)) is not None:
                found.append(binding)
                fresh.append(binding)
    return sorted(found)


def _names_in(script: Script, spans: list[Span]) -> set[str]:
    """Give the names in the code at some spans, that in the braces of f-strings included: a word
    of a text or a comment uses nothing."""
    return {
        name[0].decode()
        for span in spans
        for name in _NAME.finditer(script.data, *span)
        if script.code[slice(*name.span())].strip()
        or open_brackets(script.data, span[0], name.start()) is not None
    }


def _binding(script: Script, name: str, gone: list[Span]) -> Span | None:
    """Give the one statement outside `gone` in which a name stands, if it only binds it."""
    if script.data.count(name.encode()) > _MANY or word(name).search(script.magics):
        return None
    outside = {
        script.statement_at(place)
        for place in script.places_of(name)
        if not any(start <= place < end for start, end in gone)
    }
    if len(outside) != 1:
        return None
    (span,) = outside
    if any(start < span[1] and span[0] < end for start, end in gone):
        return None  # a part of it changes: what it binds is another thing then
    tree = script.tree(span)
    target = (
        tree.targets[0]
        if isinstance(tree, ast.Assign) and len(tree.targets) == 1
        else tree.target
        if isinstance(tree, ast.AnnAssign)
        else None
    )
    value = tree.value if isinstance(tree, ast.Assign | ast.AnnAssign) else None
    is_binding = isinstance(target, ast.Name) and target.id == name
    is_once = len(word(name).findall(script.data, *span)) == 1
    return span if is_binding and is_once and value is not None and _is_constant(value) else None


def _is_constant(value: ast.expr) -> bool:
    """Tell whether computing an expression can do nothing but give a value."""
    for node in ast.walk(value):
        if isinstance(node, ast.Await | ast.Yield | ast.YieldFrom | ast.NamedExpr | ast.Lambda):
            return False
        if isinstance(node, ast.Call):
            function = node.func
            is_method = isinstance(function, ast.Attribute) and function.attr in _METHODS
            if not is_method and not _PURE.fullmatch(ast.unparse(function)):
                return False
    return True


def is_local(script: Script, statement: Span) -> bool:
    """Tell whether no other module can use the name that a statement binds."""
    if not script.is_module:
        return True
    around = Spans(script.data).blocks(statement[0])
    is_in_function = bool(around) and not around[0].is_class
    return is_in_function or script.data.startswith(b"_", statement[0])


def deletions(script: Script, statements: list[Span]) -> list[Edit]:
    """Give the edits that delete whole statements; a block that would be empty gets a `pass`."""
    deleted = set(statements)
    gone = sorted(deleted)
    left = [it for it in script.statements if it not in deleted]
    edits = []
    for span in gone:
        start, end = script.line_start(span[0]), script.after_line(span[1])
        comments = script.comments_in(span)
        at = span[1]
        if comments and not script.data[comments[-1][1] : at].strip():
            # It stays where it is, so that a diff knows what is secret in it.
            at = comments.pop()[0]
        kept = " ".join(script.document.text(*it) for it in comments)
        is_behind = at < span[1]
        if _is_last_of_block(script, span, left, gone):
            edits.append(Edit((span[0], at), f"pass  {kept}" if kept or is_behind else "pass"))
        elif kept or is_behind:
            edits.append(Edit((span[0], at), f"{kept} " if kept and is_behind else kept))
        else:
            edits.append(Edit((start, end), ""))
    return edits


def _is_last_of_block(script: Script, span: Span, left: list[Span], gone: list[Span]) -> bool:
    """Tell whether a deleted statement is the first of a block of which nothing is left."""
    own = len(script.indent(span))
    below = bisect_left(left, span)
    if own == 0 or below == 0 or len(script.indent(left[below - 1])) >= own:
        return False
    if below < len(left) and len(script.indent(left[below])) >= own:
        return False
    head = left[below - 1]
    return gone[bisect_left(gone, head)] == span


def unused_imports(
    script: Script, removed: list[Span], written: str, offered: Offered
) -> list[Edit]:
    """Give the edits that take away imports of names that only `removed` used; what no code used
    may have been imported for what that does."""
    if script.path.rpartition("/")[2] == "__init__.py":
        return []  # what a package imports it may offer
    statements: dict[Span, list[str]] = {}
    for bound in imports(script):
        if not bound.is_inner:
            statements.setdefault(bound.span, []).append(bound.name)
    edits = []
    used = _names_in(script, removed)
    for span, names in statements.items():
        unused = [
            name
            for name in names
            if name in used
            and _is_unused(script, name, span, removed, written)
            and not is_offered(script.file, name, offered)
        ]
        if unused and (edit := _without(script, span, names, unused)):
            edits.append(edit)
    return edits


def _is_unused(
    script: Script, name: str, statement: Span, removed: list[Span], written: str
) -> bool:
    places = [it for it in script.places_of(name) if not statement[0] <= it < statement[1]]
    if word(name).search(script.magics):
        return False
    is_gone = all(any(start <= it < end for start, end in removed) for it in places)
    return is_gone and not word(name).search(written.encode())


def _without(script: Script, span: Span, names: list[str], unused: list[str]) -> Edit | None:
    text = script.document.text(*span)
    if set(unused) == set(names) and "#" not in text:
        return deletions(script, [span])[0]
    if any(it in text for it in "#(\\;") or " as " in text:
        return None  # a list that spans lines or renames is left to its author
    start, _, listed = text.rpartition("import ")
    left = [it.strip() for it in listed.split(",") if it.strip() not in unused]
    return Edit(span, f"{start}import {', '.join(left)}")

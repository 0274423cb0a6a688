"""What an expression certainly is where it stands: every name in it is bound once, to a constant,
and nothing changes what it is bound to."""

import ast
import copy
import re
from dataclasses import dataclass

from leakguard.document import Document, Span
from leakguard.syntax.bounds import is_within_bounds
from leakguard.syntax.scopes import Scope, Scopes, parsed

_LINE_END = re.compile(r"\r\n?|\n")
_DEEPEST = 24
"""Names that are followed one after the other."""

_REBINDING = {
    "exec", "eval", "globals", "locals", "vars", "setattr", "delattr",
    "__dict__", "__builtins__", "__main__", "builtins", "modules", "f_globals",
}  # fmt: skip
"""Names and attributes by which a program may bind names that do not stand there."""

_LOOKING = {"get", "items", "keys", "values", "index", "count", "copy", "join", "encode", "decode"}
"""Methods that change nothing."""

_DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.Tuple)
_HARMLESS = (
    ast.BinOp, ast.Call, ast.keyword, ast.Starred, ast.FormattedValue, ast.Compare, ast.Subscript,
    ast.Expr,
)  # fmt: skip
"""What holds a value and neither changes it nor gives it to another name."""


class UncertainError(Exception):
    """What a name stands for is not certain."""


@dataclass(frozen=True, slots=True)
class _Bound:
    """A name that an expression needs."""

    home: Scope | None
    line: str
    """The statement that binds it; nothing if Python does."""
    is_assigned: bool = False
    is_mutable: bool = False


def has_names(text: str) -> bool:
    """Tell whether what an expression is may depend on names."""
    alone = _parsed(text)
    return alone is None or any(isinstance(it, ast.Name) for it in ast.walk(alone))


def binds(text: str) -> bool:
    """Tell whether an expression may bind a name, as `(name := 1)` does."""
    alone = _parsed(text) if ":=" in text else ast.Constant(None)
    return alone is None or any(isinstance(it, ast.NamedExpr) for it in ast.walk(alone))


def value(document: Document, scopes: Scopes | None, span: Span) -> str | None:
    """Give the text that the expression at a span of a document certainly is, its bytes as UTF-8;
    None if it is not certain. `scopes` are those of the document, None if it could not be read."""
    alone = _parsed(document.text(*span))
    if scopes is None or alone is None:
        return None
    try:
        node = _found(document, scopes, span[0], alone)
        needed: dict[str, _Bound] = {}
        _need(scopes, node, needed, 0)
        lines = [*(it.line for it in needed.values() if it.line), _written(node, needed)]
    except (UncertainError, ValueError, RecursionError, MemoryError):
        return None
    return _computed("\n".join(lines))


def _written(node: ast.expr, needed: dict[str, _Bound]) -> str:
    """Give an expression as text, in which no name that is assigned to is that of a function."""
    copied = copy.deepcopy(node)
    for it in ast.walk(copied):
        if isinstance(it, ast.Name) and it.id in needed and needed[it.id].is_assigned:
            it.id = _own(it.id)
    return ast.unparse(copied)


def _own(name: str) -> str:
    return f"value_{name}"


def _parsed(text: str) -> ast.expr | None:
    """Give an expression, which starts at column 1; None if it is none, or is too large."""
    tree = parsed(f"({text}\n)") if is_within_bounds(text) else None
    first = tree.body[0] if tree is not None and len(tree.body) == 1 else None
    return first.value if isinstance(first, ast.Expr) else None


def _computed(program: str) -> str | None:
    """Give the text that the last line of a program is, as it is told wherever keys are found."""
    import libcst as cst  # which the clean path does without

    from leakguard.syntax.module import Module

    module = Module(Document("", "", program.encode("utf-8", "surrogatepass")))
    statement = module.statement_at(len(module.document.data) - 1)
    nodes = statement.nodes() if statement is not None else ()
    last = next((it for it in nodes if isinstance(it, cst.Expr)), None)
    if statement is None or last is None:
        return None
    found = module.literals(last.value, statement)
    return found[0].exact if len(found) == 1 else None


def _found(document: Document, scopes: Scopes, start: int, alone: ast.expr) -> ast.expr:
    """Give the node of the expression that starts at a byte, and was parsed alone."""
    above = _LINE_END.split(document.text(0, start))
    line, column = len(above) + alone.lineno - 1, alone.col_offset
    if alone.lineno == 1:
        column += len(above[-1].encode()) - 1
    wanted = ast.dump(alone)
    for it in scopes.expressions(line, column):
        if ast.dump(it) == wanted:
            return it
    raise UncertainError


def _need(scopes: Scopes, node: ast.expr, needed: dict[str, _Bound], depth: int) -> None:
    """Add the names that an expression needs, those first that others are made of.

    Raises:
        UncertainError: one of them may stand for something else.
    """
    inside = set(ast.walk(node))
    for it in inside:
        if isinstance(it, ast.NamedExpr | ast.Lambda | ast.Await) or depth > _DEEPEST:
            raise UncertainError
        if isinstance(it, ast.Attribute) and it.attr in scopes.written:
            raise UncertainError
        if not isinstance(it, ast.Name):
            continue
        home = scopes.home(it.id, scopes.nodes[it][1])
        if home is not None and home.node in inside:
            continue  # a loop in brackets, which is computed as a whole
        if it.id not in needed:
            needed[it.id] = _bound(scopes, it.id, home, needed, depth)
        if needed[it.id].home is not home:
            raise UncertainError


def _bound(
    scopes: Scopes, name: str, home: Scope | None, needed: dict[str, _Bound], depth: int
) -> _Bound:
    if home is None or home.node is scopes.whole.node or home.is_class:
        _refuse_rebinding(scopes, name, home)
    if home is None:
        return _Bound(None, "")
    lines = {_import(it, scopes) for it in home.bound[name]}
    if len(lines) == 1 and (line := lines.pop()):
        return _Bound(home, line)
    if len(home.bound[name]) > 1:
        raise UncertainError
    (target,) = home.bound[name]
    given = _given(target, scopes)
    _need(scopes, given, needed, depth + 1)
    is_mutable = _is_mutable(given, needed)
    if is_mutable and not all(_is_looked_at(it, given, scopes) for it in scopes.uses(name, home)):
        raise UncertainError
    line = f"{_own(name)} = {_written(given, needed)}"
    return _Bound(home, line, is_assigned=True, is_mutable=is_mutable)


def _given(target: ast.AST, scopes: Scopes) -> ast.expr:
    """Give what a plain assignment gives the name at `target`.

    Raises:
        UncertainError: it is bound otherwise.
    """
    statement, _ = scopes.nodes[target]
    if isinstance(statement, ast.Assign) and target in statement.targets:
        return statement.value
    if isinstance(statement, ast.AnnAssign) and target is statement.target and statement.value:
        return statement.value
    raise UncertainError


def _refuse_rebinding(scopes: Scopes, name: str, home: Scope | None) -> None:
    """Refuse a name that is bound for all functions, where something may bind it unseen.

    Raises:
        UncertainError: something may.
    """
    is_seen_twice = home is not None and home.is_class and name in scopes.whole.bound
    is_private = name.startswith("__")  # in a class it is called otherwise
    if (
        "*" in scopes.whole.bound
        or name in scopes.written
        or is_seen_twice
        or is_private
        or not scopes.mentioned.isdisjoint(_REBINDING)
    ):
        raise UncertainError


def _import(node: ast.AST, scopes: Scopes) -> str:
    """Give the import statement of one name; nothing for what is none."""
    statement, _ = scopes.nodes[node]
    if isinstance(node, ast.alias) and isinstance(statement, ast.Import | ast.ImportFrom):
        alone = type(statement)(**{**dict(ast.iter_fields(statement)), "names": [node]})
        return ast.unparse(alone)
    return ""


def _is_mutable(node: ast.expr, needed: dict[str, _Bound]) -> bool:
    """Tell whether what an expression gives may be changed later."""
    if isinstance(node, ast.Name):
        return needed[node.id].is_mutable
    if isinstance(node, ast.BinOp):
        return _is_mutable(node.left, needed) or _is_mutable(node.right, needed)
    return not isinstance(node, ast.Constant | ast.JoinedStr)


def _is_looked_at(use: ast.Name, held: ast.expr, scopes: Scopes) -> bool:
    """Tell whether one use of a name leaves what the name `held` as it is, and gives no other
    name to it."""
    node, parent = _item(use, scopes)
    if isinstance(parent, ast.Subscript) and parent.value is node:
        return False  # an item that is given a value, or deleted
    is_deep = any(isinstance(it, _DISPLAYS) and it is not held for it in ast.walk(held))
    if node is not use and not is_deep:
        return not isinstance(parent, ast.Attribute) or isinstance(parent.ctx, ast.Load)
    if isinstance(parent, ast.Attribute):
        around, _ = scopes.nodes[parent]
        is_called = isinstance(around, ast.Call) and around.func is parent
        return is_called and parent.attr in _LOOKING
    if isinstance(parent, ast.For | ast.AsyncFor | ast.comprehension):
        return parent.iter is node and not is_deep
    return isinstance(parent, _HARMLESS)


def _item(use: ast.Name, scopes: Scopes) -> tuple[ast.AST, ast.AST | None]:
    """Give the outermost item that a use reads, `D["a"]["b"]`, and what holds that."""
    node: ast.AST = use
    parent, _ = scopes.nodes[node]
    while (
        isinstance(parent, ast.Subscript)
        and parent.value is node
        and isinstance(parent.ctx, ast.Load)
    ):
        node, (parent, _) = parent, scopes.nodes[parent]
    return node, parent

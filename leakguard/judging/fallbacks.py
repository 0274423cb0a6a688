"""Which literals a read of the environment falls back to where its variable is missing."""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from leakguard.advice.variables import is_name
from leakguard.document import Span

_READERS = ("os.getenv", "getenv", "os.environ.get", "environ.get")


@dataclass(frozen=True, slots=True)
class Read:
    """A read of the environment that falls back to a literal."""

    span: Span
    """All of it, the literal included."""
    variable: str


def reads(
    tree: ast.AST | None, span_of: Callable[[ast.expr], Span], aliases: Mapping[str, str]
) -> Iterator[tuple[Span, Read]]:
    """Give where literals stand that reads in `tree` fall back to, each with its read; `span_of`
    tells where an expression stands, `aliases` how `syntax.aliases` calls names in full."""
    for node in ast.walk(tree) if tree is not None else ():
        if not isinstance(node, ast.expr):
            continue
        call, fallback = _with_fallback(node)
        variable = _variable(call, aliases)
        if variable is not None and isinstance(fallback, ast.Constant):
            yield span_of(fallback), Read(span_of(node), variable)


def _with_fallback(node: ast.expr) -> tuple[ast.expr, ast.expr | None]:
    """Give what may be a read, and its fallback: `read or fallback`, `read(_, fallback)`."""
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or) and len(node.values) == 2:
        return node.values[0], node.values[1]
    if isinstance(node, ast.Call):
        named = (it.value for it in node.keywords if it.arg == "default")
        return node, next(iter((*node.args[1:2], *named)), None)
    return node, None


def _variable(call: ast.expr, aliases: Mapping[str, str]) -> str | None:
    """Give the variable that a call reads, or None if it reads none, or one that is not told."""
    if not isinstance(call, ast.Call) or not call.args:
        return None
    first, dot, rest = ast.unparse(call.func).partition(".")
    if aliases.get(first, first) + dot + rest not in _READERS:
        return None
    key = call.args[0]
    name = key.value if isinstance(key, ast.Constant) else None
    return name if isinstance(name, str) and is_name(name) else None

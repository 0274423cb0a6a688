"""Where the names of a Python source are bound, and what they mean where, as Python's own parser
sees it. Nothing is run."""

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

_LARGEST = 2 << 20
"""Characters of a source; what is larger is data."""

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_SHARED = (ast.expr_context, ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
"""Nodes of which the parser makes one for the whole tree."""


@dataclass(frozen=True, eq=False, slots=True)
class Scope:
    """A part of a source that has names of its own: the whole, a class, a function, a loop in
    brackets."""

    node: ast.AST
    outer: "Scope | None"
    bound: dict[str, list[ast.AST]] = field(default_factory=dict)
    """What binds each name, or deletes it."""
    declared: dict[str, bool] = field(default_factory=dict)
    """Names that are said to be bound elsewhere: whether in the whole, or else in a function."""

    @property
    def is_class(self) -> bool:
        """Whether functions in it do not see its names."""
        return isinstance(self.node, ast.ClassDef)

    def bind(self, name: str, node: ast.AST) -> None:
        """Note what binds a name."""
        self.bound.setdefault(name, []).append(node)


@dataclass(frozen=True, eq=False)
class Scopes:
    """A parsed source, with the scope and the parent of each node."""

    whole: Scope
    nodes: dict[ast.AST, tuple[ast.AST | None, Scope]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "Scopes | None":
        """Read a source; None if it is too large, too deep, or no Python."""
        tree = parsed(text) if len(text) <= _LARGEST else None
        if tree is None:
            return None
        scopes = cls(Scope(tree, None))
        scopes._read(tree)
        return scopes

    def home(self, name: str, scope: Scope) -> Scope | None:
        """Give the scope that binds the name that stands in a scope; None if none does."""
        at: Scope | None = scope
        while at is not None:
            if at is scope or not at.is_class:
                if at.declared.get(name):
                    at = self.whole
                if name in at.bound and name not in at.declared:
                    return at
            at = at.outer
        return None

    def uses(self, name: str, home: Scope) -> Iterator[ast.Name]:
        """Give where a name that a scope binds is looked up."""
        for node in self._loads.get(name, ()):
            if self.home(name, self.nodes[node][1]) is home:
                yield node

    def expressions(self, line: int, column: int) -> list[ast.expr]:
        """Give the expressions that start at a line, from 1, and a column, in bytes of UTF-8."""
        return self._starts.get((line, column), [])

    @cached_property
    def mentioned(self) -> frozenset[str]:
        """The names, attributes and imports that stand anywhere."""
        return frozenset(it for node in self.nodes for it in _mentioned(node))

    @cached_property
    def written(self) -> frozenset[str]:
        """The attributes that something is given, or loses."""
        return frozenset(
            it.attr
            for it in self.nodes
            if isinstance(it, ast.Attribute) and not isinstance(it.ctx, ast.Load)
        )

    @cached_property
    def _loads(self) -> dict[str, list[ast.Name]]:
        found: dict[str, list[ast.Name]] = {}
        for node in self.nodes:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                found.setdefault(node.id, []).append(node)
        return found

    @cached_property
    def _starts(self) -> dict[tuple[int, int], list[ast.expr]]:
        found: dict[tuple[int, int], list[ast.expr]] = {}
        for node in self.nodes:
            if isinstance(node, ast.expr):
                found.setdefault((node.lineno, node.col_offset), []).append(node)
        return found

    def _read(self, tree: ast.AST) -> None:
        """Walk the tree without recursion, which a long sum would end."""
        scopes = [self.whole]
        stack: list[tuple[ast.AST, ast.AST | None, Scope]] = [(tree, None, self.whole)]
        while stack:
            node, parent, scope = stack.pop()
            self.nodes[node] = parent, scope
            _bind(node, parent, scope)
            own = _own(node)
            inner = Scope(node, scope) if own else scope
            scopes += [inner] if own else []
            for child in ast.iter_child_nodes(node):
                if isinstance(child, _SHARED):
                    continue
                if child in own:
                    stack.append((child, node, inner))
                elif _is_first_source(child, node, parent):
                    stack.append((child, node, scope.outer or scope))
                else:
                    stack.append((child, node, scope))
            if isinstance(node, _FUNCTIONS):
                for it in _parameters(node.args):
                    inner.bind(it.arg, it)
        for scope in scopes:
            self._move_declared(scope)

    def _move_declared(self, scope: Scope) -> None:
        for name in scope.declared:
            bindings = scope.bound.pop(name, [])
            home = self.home(name, scope) or self.whole
            if bindings:
                home.bound.setdefault(name, []).extend(bindings)


def parsed(text: str) -> ast.Module | None:
    """Give a source as the parser sees it, of which it warns nobody; None if it is no Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _own(node: ast.AST) -> set[ast.AST]:
    """Give the children of a node that stand in a scope of its own."""
    if isinstance(node, ast.Lambda):
        return {node.body}
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {*node.body, *getattr(node, "type_params", ())}
    return set(ast.iter_child_nodes(node)) if isinstance(node, _COMPREHENSIONS) else set()


def _is_first_source(child: ast.AST, node: ast.AST, parent: ast.AST | None) -> bool:
    """Tell whether a node is what a comprehension goes through first, which it computes outside
    of its own scope."""
    return (
        isinstance(node, ast.comprehension)
        and child is node.iter
        and isinstance(parent, _COMPREHENSIONS)
        and parent.generators[0] is node
    )


def _mentioned(node: ast.AST) -> tuple[str, ...]:
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        return (node.attr,)
    return tuple(node.name.split(".")) if isinstance(node, ast.alias) else ()


def _parameters(arguments: ast.arguments) -> Iterator[ast.arg]:
    yield from (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    yield from (it for it in (arguments.vararg, arguments.kwarg) if it is not None)


def _bind(node: ast.AST, parent: ast.AST | None, scope: Scope) -> None:
    """Note what names a node itself binds."""
    if isinstance(node, ast.Global | ast.Nonlocal):
        scope.declared.update(dict.fromkeys(node.names, isinstance(node, ast.Global)))
    elif isinstance(node, ast.Name):
        if not isinstance(node.ctx, ast.Load):
            while isinstance(parent, ast.NamedExpr) and isinstance(scope.node, _COMPREHENSIONS):
                scope = scope.outer or scope
            scope.bind(node.id, node)
    elif isinstance(node, ast.alias):
        scope.bind(node.asname or node.name.partition(".")[0], node)
    else:
        # Functions, classes, `except … as`, captures of `match`, parameters of types.
        for it in (getattr(node, "name", None), getattr(node, "rest", None)):
            if isinstance(it, str):
                scope.bind(it, node)

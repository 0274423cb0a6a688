"""Where credentials go: what an expression shows of them, and where their names are used."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import libcst as cst

from leakguard.context import names
from leakguard.document import Span
from leakguard.finding import Role
from leakguard.syntax.environ import lookup, role_of_read
from leakguard.syntax.gate import shape_of
from leakguard.syntax.module import Module
from leakguard.syntax.names import Assignment, assigned, dotted
from leakguard.syntax.outlets import Way
from leakguard.syntax.rebound import is_bound_inside, rebound
from leakguard.syntax.shown import shown
from leakguard.syntax.spans import Block
from leakguard.syntax.statement import Statement
from leakguard.syntax.uses import reached as spans_reached
from leakguard.values import reason_against

_DEEPEST = 4
"""Names that are followed one after the other."""

_MOST_USES = 60
"""Statements that are looked at for one value."""

_LARGE = 1_000
"""Bytes of a statement from which on it takes longer to tell what it holds than whether that goes
anywhere."""

_ABOVE = 4_000
"""Bytes of a module above a statement in which its names may be given other values."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A credential that an expression shows."""

    node: cst.BaseExpression
    """The part of the expression that shows it."""
    role: Role
    read: cst.BaseExpression
    """Where it comes from: a read of the environment, or a literal."""
    statement: Statement
    """The one in which `read` stands."""

    def origin(self, module: Module, used: Statement) -> tuple[tuple[str, Span], ...]:
        """Give where it comes from, for what is related, if that is another statement of the
        module than the one in which it is `used`."""
        if self.statement.document is not module.document or self.statement is used:
            return ()
        is_literal = isinstance(self.read, cst.SimpleString)
        label = "hard-coded here" if is_literal else "read from the environment here"
        return ((label, self.statement.span_of(self.read)),)


def credentials(
    node: cst.BaseExpression, module: Module, statement: Statement
) -> Iterator[Credential]:
    """Give the credentials that `node` shows, names followed: those read from the environment,
    and literals that are bound to the name of one."""
    yield from _credentials(node, module, statement, set(), 0)


def _credentials(
    node: cst.BaseExpression,
    module: Module,
    statement: Statement,
    followed: set[cst.BaseExpression],
    depth: int,
) -> Iterator[Credential]:
    """As `credentials`; no expression is followed twice, so that the work has a bound."""
    home = home_of(statement, module)
    for part in shown(node, home):
        if (read := lookup(part, home)) is not None:
            if (role := role_of_read(read)) is not None:
                yield Credential(part, role, part, statement)
        elif (name := dotted(part)) and depth < _DEEPEST and len(followed) < _MOST_USES:
            found = next(_named(name, home, statement, followed, depth + 1), None)
            if found is not None:
                yield replace(found, node=part)


def _named(
    name: str,
    module: Module,
    statement: Statement,
    followed: set[cst.BaseExpression],
    depth: int,
) -> Iterator[Credential]:
    last = name.rpartition(".")[2]
    if _is_redefined(last, module, statement):
        return
    for part in module.follow(name, statement):
        if part.node not in followed:
            followed.add(part.node)
            yield from _credentials(part.node, module, part.statement, followed, depth)
        if (role := _role_of_literal(last, part.node)) is not None:
            yield Credential(part.node, role, part.node, part.statement)


def home_of(statement: Statement, module: Module) -> Module:
    """Give the module that a statement, to which a name was followed, stands in."""
    if statement.document is module.document:
        return module
    return module.other(statement.document)


def _role_of_literal(name: str, node: cst.BaseExpression) -> Role | None:
    """Give the role of a literal that is hard-coded under the name of a credential."""
    if not isinstance(node, cst.SimpleString) or names.other_thing(name) is not None:
        return None
    role = names.role(name)
    value = node.raw_value
    if role is None or names.is_repeated(name, value):
        return None
    return role if reason_against(value, shape_of(role)) is None else None


def _is_redefined(name: str, module: Module, statement: Statement) -> bool:
    """Whether the statement, or the function around it, gives the name a value in a way that
    bindings do not tell: in a loop, in `with … as`."""
    data, span = module.document.data, statement.span
    if is_bound_inside(name, data, span):
        return True
    functions = _functions(span[0], module)
    start = functions[-1].start if functions else module.spans.at(max(0, span[0] - _ABOVE))[0]
    places = rebound(name, data, start, span[1])
    return any(set(_functions(it, module)) <= set(functions) for it in places)


def _functions(place: int, module: Module) -> list[Block]:
    return [it for it in module.spans.blocks(place) if not it.is_class]


def is_credential(target: str, value: cst.BaseExpression, module: Module, at: Statement) -> bool:
    """Tell whether `target` is given a credential in the statement `at`."""
    if _role_of_literal(target.rpartition(".")[2], value) is not None:
        return True
    if value not in module.shows:  # several rules ask
        module.shows[value] = next(credentials(value, module, at), None) is not None
    return module.shows[value]


def _is_there(way: Way, module: Module) -> bool:
    """Whether anything in a module may leave by a way: most have no call that runs a command."""
    if way not in module.ways:
        module.ways[way] = way.pattern.search(module.document.data) is not None
    return module.ways[way]


def reached(
    node: Assignment,
    module: Module,
    statement: Statement,
    ways: tuple[Way, ...],
    is_followed: Callable[[str, cst.BaseExpression, Module, Statement], bool] = is_credential,
) -> Iterator[tuple[cst.CSTNode, Statement]]:
    """Give the nodes of the statements in which a name to which `node` gives what `is_followed`,
    or a name that is given its value, may leave by one of the ways.

    Whether they see that binding and no other is left to those who follow the names back; that is
    why the uses of a name are given once, however often it is bound.
    """
    data = module.document.data
    ways = tuple(it for it in ways if _is_there(it, module))
    for target, value in assigned(node) if ways else ():
        name = dotted(target)
        once = name, ways
        if not name or once in module.reached:
            continue
        uses: Iterable[Span] = spans_reached([name], data, module.spans, ways)
        if statement.size > _LARGE and not (uses := list(uses)):
            continue
        if is_followed(name, value, module, statement):
            module.reached.add(once)
            for span in uses:
                if (used := module.statement(span)) is not None:
                    yield from ((it, used) for it in used.nodes())

"""Where the values of the environment go: what an expression shows, and where a name is used."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import libcst as cst

from leakguard import names
from leakguard.document import Span
from leakguard.finding import Role
from leakguard.syntax.environ import lookup, role_of_read
from leakguard.syntax.gate import shape_of
from leakguard.syntax.module import Module
from leakguard.syntax.names import Assignment, assigned, assignments, dotted
from leakguard.syntax.statement import Statement
from leakguard.values import reason_against

_DEEPEST = 4
"""Names that are followed one after the other."""

_MOST_USES = 60
"""Statements that are looked at for one value."""

_KEEPING = frozenset({
    "str", "repr", "ascii", "bytes", "format", "dict", "json.dumps", "pprint.pformat", "pformat",
    "base64.b64encode", "base64.urlsafe_b64encode", "base64.standard_b64encode", "shlex.quote",
    "shlex.join", "urllib.parse.quote", "urllib.parse.quote_plus", "urllib.parse.urlencode",
    "quote", "quote_plus", "urlencode", "shlex.split", "collections.OrderedDict",
})  # fmt: skip
"""Functions whose result shows what they are given."""

_ITERATING = frozenset({"list", "tuple", "sorted", "set", "frozenset", "reversed"})
"""Functions whose result shows the items of what they are given: of a mapping, its names alone."""

_KEEPING_METHODS = frozenset({
    "strip", "lstrip", "rstrip", "upper", "lower", "title", "encode", "decode", "hex", "format",
    "format_map", "copy", "items", "values", "splitlines", "removeprefix", "removesuffix",
    "__str__", "__repr__", "__copy__",
})  # fmt: skip
"""Methods whose result shows their object."""

_JOINING_METHODS = frozenset({"join", "format", "format_map"})
"""Methods whose result shows their arguments."""

_ASSIGNS = re.compile(rb"[ \t]*[\w.]+[ \t]*(?::[^=\r\n]{1,80})?\+?=(?!=)")
_REDEFINES = rb"\b(?:for|as|lambda|del|global|nonlocal)\b[^\r\n:]*\b%s\b"


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


def shown(node: cst.BaseExpression, module: Module) -> Iterator[cst.BaseExpression]:
    """Give each name, look-up or literal whose value can be read in that of `node`.

    What is sliced, counted, compared or given to a function that is not known shows nothing.
    """
    stack: list[cst.BaseExpression] = [node]
    while stack:
        current = stack.pop()
        inner = _inner(current, module)
        if inner is None:
            yield current
        else:
            stack.extend(reversed(inner))


def _inner(node: cst.BaseExpression, module: Module) -> list[cst.BaseExpression] | None:
    """The parts of an expression that its value shows; None if it is one itself."""
    if isinstance(node, cst.Call):
        return _of_call(node, module) if lookup(node, module) is None else None
    if isinstance(node, cst.GeneratorExp | cst.ListComp | cst.DictComp | cst.SetComp):
        return _loop(node, module)
    if isinstance(node, cst.Tuple | cst.List | cst.Set | cst.Dict):
        return [it.value for it in node.elements if not _is_names_alone(it)]
    return _of_operation(node)


def _of_operation(node: cst.BaseExpression) -> list[cst.BaseExpression] | None:
    match node:
        case cst.FormattedString():
            expressions = (it for it in node.parts if isinstance(it, cst.FormattedStringExpression))
            return [it.expression for it in expressions if not _is_cut(it)]
        case cst.BinaryOperation():
            return [] if _is_template(node) else [node.left, node.right]
        case cst.BooleanOperation(operator=cst.And()):  # an `a` of `a and b` that is shown is empty
            return [node.right]
        case cst.BooleanOperation() | cst.ConcatenatedString():
            return [node.left, node.right]
        case cst.IfExp():
            return [node.body, node.orelse]
        case cst.NamedExpr():
            return [node.value]
        case cst.Await():
            return [node.expression]
        case cst.Comparison() | cst.UnaryOperation() | cst.Lambda():
            return []
    return None


def _is_cut(part: cst.FormattedStringExpression) -> bool:
    """`{key:.4}` shows four characters alone."""
    spec = part.format_spec or ()
    return any("." in it.value for it in spec if isinstance(it, cst.FormattedStringText))


def _is_template(node: cst.BinaryOperation) -> bool:
    """`"%(name)s" % mapping` shows what it names, of which the mapping tells nothing."""
    text = node.left
    return bool(dotted(node.right)) and isinstance(text, cst.SimpleString) and "%(" in text.value


def _is_names_alone(node: cst.BaseElement | cst.BaseDictElement) -> bool:
    """`[*mapping]`: what a mapping gives when it is walked."""
    return isinstance(node, cst.StarredElement) and bool(dotted(node.value))


def _of_call(call: cst.Call, module: Module) -> list[cst.BaseExpression]:
    name = module.full_name(call.func) or ""
    given = [it.value for it in call.args if not (it.star == "*" and dotted(it.value))]
    if name in _KEEPING:
        return given
    if name in _ITERATING:
        return [it for it in given[:1] if not dotted(it)]
    if not isinstance(call.func, cst.Attribute):
        return []
    method = call.func.attr.value
    owner = [call.func.value] if method in _KEEPING_METHODS else []
    if method == "join":
        return [*owner, *(it for it in given if not dotted(it))]
    named = [it.value for it in call.args if it.star == "**"]  # "{name}".format(**mapping)
    texts = [it for it in given if it not in named] if method in _JOINING_METHODS else []
    return [*owner, *texts]


def _loop(
    node: cst.GeneratorExp | cst.ListComp | cst.DictComp | cst.SetComp, module: Module
) -> list[cst.BaseExpression]:
    """`… for k, v in mapping.items()` shows the mapping if `v` is in what is made, unless it
    is filtered; `… for k in mapping` shows names alone."""
    loop = node.for_in
    if loop.ifs or loop.inner_for_in is not None or dotted(loop.iter):
        return []
    target: cst.BaseExpression = loop.target
    if isinstance(target, cst.Tuple):
        target = target.elements[-1].value
    made = node.value if isinstance(node, cst.DictComp) else node.elt
    is_shown = any(it.deep_equals(target) for it in shown(made, module))
    return [loop.iter] if is_shown else []


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
    """Whether the function around a statement gives the name a value in a way that bindings do
    not tell: in a loop, in `with … as`."""
    functions = [it for it in module.spans.blocks(statement.span[0]) if not it.is_class]
    start = functions[-1].start if functions else max(0, statement.span[0] - 4_000)
    pattern = re.compile(_REDEFINES % re.escape(name.encode()))
    return pattern.search(module.document.data, start, statement.span[1]) is not None


def is_credential(target: str, value: cst.BaseExpression, module: Module, at: Statement) -> bool:
    """Tell whether `target` is given a credential in the statement `at`."""
    if _role_of_literal(target.rpartition(".")[2], value) is not None:
        return True
    return next(credentials(value, module, at), None) is not None


def reached(
    node: Assignment,
    module: Module,
    statement: Statement,
    wanted: re.Pattern[bytes],
    is_followed: Callable[[str, cst.BaseExpression, Module, Statement], bool] = is_credential,
) -> Iterator[tuple[cst.CSTNode, Statement]]:
    """Give the nodes of the statements in which `wanted` matches and that use a name to which
    `node` gives what `is_followed`, or a name that is given its value.

    Whether they see that binding and no other is left to those who follow the names back; that is
    why the uses of a name are given once, however often it is bound.
    """
    for target, value in assigned(node):
        name = dotted(target)
        once = name, wanted.pattern
        if name and once not in module.reached and is_followed(name, value, module, statement):
            module.reached.add(once)
            for used in _uses(name, module, wanted):
                yield from ((it, used) for it in used.nodes())


def _uses(name: str, module: Module, wanted: re.Pattern[bytes]) -> Iterator[Statement]:
    data = module.document.data
    done: set[Span] = set()
    waiting, seen = [name], {name}
    while waiting:
        current = waiting.pop()
        for span in module.spans.of_name(current):
            is_wanted = wanted.search(data, *span) is not None
            is_assigned = _is_assigned(current, data, span)
            if span in done or not (is_wanted or is_assigned):
                continue
            done.add(span)
            parsed = module.statement(span) if len(done) <= _MOST_USES else None
            if parsed is None:
                continue
            if is_wanted:
                yield parsed
            for target, _ in assignments(parsed):
                other = dotted(target)
                if other and other not in seen and len(seen) < _DEEPEST:
                    seen.add(other)
                    waiting.append(other)


def _is_assigned(name: str, data: bytes, span: Span) -> bool:
    """Whether a statement gives another name what `name` stands for."""
    assigns = _ASSIGNS.match(data, *span)
    word = name.rpartition(".")[2].encode()
    return assigns is not None and data.find(word, assigns.end(), span[1]) >= 0

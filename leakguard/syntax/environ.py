"""The environment in Python source: which expressions read it, and which write it."""

from dataclasses import dataclass
from itertools import islice

import libcst as cst

from leakguard.finding import Role
from leakguard.syntax.aliases import full_name
from leakguard.syntax.bindings import Binding
from leakguard.syntax.module import Module
from leakguard.syntax.names import dotted, text_of
from leakguard.syntax.statement import children
from leakguard.syntax.variables import is_stand_in, role_of_variable

_ENVIRON = {"os.environ", "os.environb"}
_MOST_READS = 20
"""Bindings of one name that are looked at."""

_READERS = {
    "os.getenv",
    "os.getenvb",
    *(f"{name}.{method}" for name in _ENVIRON for method in ("get", "pop")),
}


@dataclass(frozen=True, slots=True)
class Lookup:
    """A read of an environment variable."""

    node: cst.BaseExpression
    key: cst.BaseExpression
    default: cst.BaseExpression | None = None


def is_environ(node: cst.BaseExpression, module: Module) -> bool:
    """Tell whether `node` is `os.environ`, however it was imported or called."""
    return full_name(dotted(node), module.aliases) in _ENVIRON


def lookup(node: cst.CSTNode, module: Module) -> Lookup | None:
    """Give the read that `node` itself is: a subscript or a call, or None."""
    if isinstance(node, cst.Subscript) and is_environ(node.value, module):
        index = node.slice[0].slice
        return Lookup(node, index.value) if isinstance(index, cst.Index) else None
    if isinstance(node, cst.Call) and full_name(dotted(node.func), module.aliases) in _READERS:
        key, default = arguments(node, "key", "default")
        return Lookup(node, key, default) if key is not None else None
    return None


def lookup_in(node: cst.CSTNode, module: Module) -> Lookup | None:
    """Give the first read anywhere inside `node`, or None."""
    stack: list[cst.CSTNode] = [node]
    while stack:
        current = stack.pop()
        if (found := lookup(current, module)) is not None:
            return found
        stack.extend(reversed(list(children(current))))
    return None


def role_of_read(read: Lookup) -> Role | None:
    """Give the role of the credential that is read, or None if its name tells of none."""
    name = text_of(read.key)
    return role_of_variable(name) if name is not None else None


@dataclass(frozen=True, slots=True)
class Fallback:
    """A read that gives nothing, or a stand-in, where the variable is missing."""

    node: cst.BaseExpression
    """The whole of it: the read, or `read or ""`."""
    variable: str
    stand_in: str | None
    """A text that is no credential; None for None."""


def fallback(node: cst.BaseExpression, module: Module) -> Fallback | None:
    """Give the read that `node` is, if what it falls back to is None, or no credential."""
    whole = _unwrapped(node)
    read, other = lookup(whole, module), None
    if read is not None and isinstance(whole, cst.Call):
        is_pop = dotted(whole.func).endswith("pop")
        other = read.default or (None if is_pop else cst.Name("None"))
    elif isinstance(whole, cst.BooleanOperation) and isinstance(whole.operator, cst.Or):
        read, other = lookup(whole.left, module), whole.right
    variable = text_of(read.key) if read is not None else None
    if variable is None or other is None:
        return None
    is_none = isinstance(other, cst.Name) and other.value == "None"
    text = text_of(other)
    if is_none:
        return Fallback(whole, variable, None) if whole is node else None  # `None.strip()` fails
    is_meant = text is not None and is_stand_in(variable, text)
    return Fallback(whole, variable, text) if is_meant else None


def _unwrapped(node: cst.BaseExpression) -> cst.BaseExpression:
    """`read.strip().encode()` is the read."""
    while isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
        if node.func.attr.value not in ("strip", "rstrip", "lstrip", "encode"):
            break
        node = node.func.value
    return node


def reads_of(name: str, module: Module) -> tuple[Binding, ...]:
    """Give the bindings of `name` that read the environment, from the top, as far as a limit."""
    if name not in module.reads:
        bindings = module.bindings(name)
        reads = (it for it in bindings if lookup_in(it.value, module) is not None)
        module.reads[name] = tuple(islice(reads, _MOST_READS))
    return module.reads[name]


def arguments(call: cst.Call, *parameters: str) -> tuple[cst.BaseExpression | None, ...]:
    """Give the argument of each parameter, by position or by name; None where there is none."""
    found: dict[str, cst.BaseExpression] = {}
    positional = iter(parameters)
    for argument in call.args:
        if argument.keyword is not None:
            found[argument.keyword.value] = argument.value
        elif argument.star:
            break
        elif (parameter := next(positional, None)) is not None:
            found[parameter] = argument.value
    return tuple(found.get(parameter) for parameter in parameters)

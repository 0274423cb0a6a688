"""The environment in Python source: which expressions read it, and which write it."""

from dataclasses import dataclass

import libcst as cst

from leakguard.syntax.module import Binding, Module

_ENVIRON = {"os.environ", "environ", "os.environb"}
_READERS = {
    "os.getenv": "getenv",
    "getenv": "getenv",
    "os.getenvb": "getenv",
    **{f"{name}.{method}": method for name in _ENVIRON for method in ("get", "pop")},
}


@dataclass(frozen=True, slots=True)
class Lookup:
    """A read of an environment variable."""

    node: cst.BaseExpression
    key: cst.BaseExpression
    default: cst.BaseExpression | None = None


def is_environ(node: cst.BaseExpression, module: Module) -> bool:
    """Tell whether `node` is `os.environ`, however it was imported."""
    return module.full_name(node) in _ENVIRON


def lookup(node: cst.CSTNode, module: Module) -> Lookup | None:
    """Give the read that `node` itself is: a subscript or a call, or None."""
    if isinstance(node, cst.Subscript) and is_environ(node.value, module):
        index = node.slice[0].slice
        return Lookup(node, index.value) if isinstance(index, cst.Index) else None
    if isinstance(node, cst.Call) and module.full_name(node.func) in _READERS:
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
        stack.extend(reversed(current.children))
    return None


def first_read(name: str, module: Module) -> Binding | None:
    """Give the first binding of `name` that reads the environment, or None."""
    if name not in module.reads:
        bindings = module.bindings(name)
        reads = (it for it in bindings if lookup_in(it.value, module) is not None)
        module.reads[name] = next(reads, None)
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

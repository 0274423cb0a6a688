"""Which arguments of a call are credentials, by the tables of SDKs."""

from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst

from leakguard import sinks
from leakguard.context import names
from leakguard.levels import Role
from leakguard.sinks import Shape, Sink, Taken
from leakguard.syntax.module import Module
from leakguard.syntax.names import dotted, text_of
from leakguard.syntax.statement import Statement


@dataclass(frozen=True, slots=True)
class Argument:
    """A credential that is passed to a call."""

    name: str
    """Of the parameter, or of the key in a mapping."""
    role: Role
    value: cst.BaseExpression
    statement: Statement
    """The one in which `value` stands, which need not be that of the call."""
    provider: str | None


def credential_arguments(
    call: cst.Call, module: Module, statement: Statement
) -> Iterator[Argument]:
    """Give each argument that a call of a known SDK takes as a credential."""
    sink = sink_of(call, module)
    if sink is None:
        return
    position = 0
    for argument in call.args:
        if argument.star:
            if argument.star == "*":
                position = len(sink.positional)  # which is which is not known from here on
            continue
        if argument.keyword is not None:
            name = argument.keyword.value
            taken = sink.credentials.get(name)
        else:
            found = sink.at(position)
            name, taken = found if found is not None else ("", None)
            position += 1
        if taken is not None:
            yield from _flat(Argument(name, Role.SECRET, argument.value, statement, sink.provider),
                             taken, sink, module)  # fmt: skip


def sink_of(call: cst.Call, module: Module) -> Sink | None:
    """Give the sink that is called: by its import; or, for a method or in a module that imports
    all of its package, by its last part; `getattr(ccxt, name)` is an exchange of ccxt."""
    function = call.func
    if isinstance(function, cst.Call):
        if dotted(function.func) != "getattr" or not function.args:
            return None
        holder = module.full_name(function.args[0].value) or ""
        return _first(f"{holder}.Exchange", module, imported=True)
    if isinstance(function, cst.Attribute) and not dotted(function):
        full = function.attr.value  # a method of what another call gives
        return _first(full, module, imported=False)
    full = module.full_name(function) or ""
    return _first(full, module, imported=module.is_imported(function))


def _first(full: str, module: Module, *, imported: bool) -> Sink | None:
    """What the imports say goes before what the name of a method makes likely."""
    known = sinks.load().sinks_for(full.rpartition(".")[2])
    if imported:
        for sink in known:
            if sink.is_called(full):
                return sink
    likely = [
        it
        for it in known
        if it.is_named(full)
        and (it.method or not imported)
        and any(module.imports_from(package) for package in it.packages)
    ]
    holder = full.rpartition(".")[0].rpartition(".")[2].lower()
    return next((it for it in likely if _is_of(it, holder)), next(iter(likely), None))


def _is_of(sink: Sink, holder: str) -> bool:
    """Whether what a method is called on has the name of its class: `transport.connect`."""
    return any(it.lower().startswith(f"{holder}.") for it in sink.calls)


def _flat(argument: Argument, taken: Taken, sink: Sink, module: Module) -> Iterator[Argument]:
    """Give the credentials inside a mapping, a set of headers or a pair."""
    if isinstance(taken, Role):
        yield Argument(argument.name, taken, argument.value, argument.statement, argument.provider)
        return
    holder = module.container(argument.value, argument.statement)
    if holder is None:
        return
    if taken is Shape.BASIC_AUTH:
        if isinstance(holder.node, cst.Tuple | cst.List) and len(holder.node.elements) == 2:
            user, password = (it.value for it in holder.node.elements)
            if text_of(user) is None or text_of(user) != text_of(password):  # ("guest", "guest")
                yield Argument("password", Role.PASSWORD, password, holder.statement, sink.provider)
        return
    for name, value in items_of(holder.node):
        role = sink.items.get(name) if taken is Shape.MAPPING else _role_of_header(name)
        if role is not None:
            yield Argument(name, role, value, holder.statement, sink.provider)


def _role_of_header(name: str) -> Role | None:
    header = sinks.load().header_for(name)
    return header.role if header is not None else names.role(name)


@dataclass(frozen=True, slots=True)
class Assigned:
    """An attribute of an SDK that is given a credential."""

    role: Role
    provider: str | None


def attribute_of(target: cst.BaseExpression, module: Module) -> Assigned | None:
    """Give what the tables know of an attribute that is assigned, such as `openai.api_key`, in a
    module that imports its package."""
    full = module.full_name(target) if isinstance(target, cst.Attribute) else None
    found = sinks.load().attribute_for(full) if full else None
    if found is None or not isinstance(found.role, Role):
        return None
    is_imported = any(module.imports_from(package) for package in found.packages)
    return Assigned(found.role, found.provider) if is_imported else None


def items_of(node: cst.CSTNode) -> Iterator[tuple[str, cst.BaseExpression]]:
    """Give the (key, value) pairs of a dict display or a call of `dict`, where keys are text."""
    if isinstance(node, cst.Dict):
        for element in node.elements:
            if isinstance(element, cst.DictElement) and (key := text_of(element.key)) is not None:
                yield key, element.value
    elif isinstance(node, cst.Call):
        for argument in node.args:
            if argument.keyword is not None:
                yield argument.keyword.value, argument.value

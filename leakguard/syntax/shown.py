"""What can be read in the value of an expression: the names and look-ups that it is made of."""

from collections.abc import Iterator

import libcst as cst

from leakguard.syntax.environ import lookup
from leakguard.syntax.module import Module
from leakguard.syntax.names import dotted
from leakguard.syntax.outlets import ITERATING, JOINING_METHODS, KEEPING, KEEPING_METHODS


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
    if name in KEEPING:
        return given
    if name in ITERATING:
        return [it for it in given[:1] if not dotted(it)]
    if not isinstance(call.func, cst.Attribute):
        return []
    method = call.func.attr.value
    owner = [call.func.value] if method in KEEPING_METHODS else []
    if method == "join":
        return [*owner, *(it for it in given if not dotted(it))]
    named = [it.value for it in call.args if it.star == "**"]  # "{name}".format(**mapping)
    texts = [it for it in given if it not in named] if method in JOINING_METHODS else []
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

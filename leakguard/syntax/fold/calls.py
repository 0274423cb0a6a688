"""What calls give: decoders, constructors of text and bytes, methods of both."""

from dataclasses import replace

import libcst as cst

from leakguard.syntax.fold.constant import Constant, Fold, Part, joined, known, made
from leakguard.syntax.fold.decoders import (
    DECODERS,
    TRANSPARENT,
    UndecodableError,
    decoded,
    method_result,
)
from leakguard.syntax.fold.elements import characters, element, elements, numbers
from leakguard.syntax.fold.formats import filled


def call(fold: Fold, node: cst.Call, part: Part, depth: int) -> Constant | None:
    """Give the value of a call, if it is one of those that are known."""
    full = fold.full_name(node.func) or ""
    arguments = [Part(it.value, part.statement) for it in node.args if not it.star]
    if arguments:
        if full in TRANSPARENT:
            return fold.scalar(arguments[0], depth)
        if full == "chr":
            return _character(fold, arguments, part, depth)
        if full in ("bytes", "bytearray"):
            return _bytes(fold, arguments, part, depth)
        if full == "reversed":
            value = fold.scalar(arguments[0], depth)
            is_text = value is not None and isinstance(value.value, str)
            return made([value], str(value.value)[::-1], part) if value and is_text else None
        if full in DECODERS:
            return _decoded(fold, full, arguments, part, depth)
    if isinstance(node.func, cst.Attribute):
        return _method(fold, node.func, node, arguments, part, depth)
    return None


def _character(fold: Fold, arguments: list[Part], part: Part, depth: int) -> Constant | None:
    number = fold.scalar(arguments[0], depth)
    if number and isinstance(number.value, int) and 0 <= number.value < 0x110000:
        return Constant(chr(number.value), part, (part,))
    return None


def _bytes(fold: Fold, arguments: list[Part], part: Part, depth: int) -> Constant | None:
    found = numbers(fold, arguments[0], depth)
    if found is not None:
        is_octets = all(0 <= number < 256 for number in found)
        return Constant(bytes(found), part, (arguments[0],)) if is_octets else None
    values = known(fold, arguments, depth)
    if values is None or isinstance(first := values[0].value, int):
        return None
    try:
        options = [it.value for it in values[1:]]
        raw = method_result(first, "encode", options)[0] if isinstance(first, str) else first
    except UndecodableError:
        return None
    return made(values[:1], raw, part)


def _decoded(
    fold: Fold, full: str, arguments: list[Part], part: Part, depth: int
) -> Constant | None:
    found = known(fold, arguments, depth)
    if found is None or isinstance(found[0].value, int):
        return None
    try:
        result, how = decoded(full, found[0].value, [it.value for it in found[1:]])
    except UndecodableError:
        return None
    return _with_step(made(found[:1], result, part), how)


def _method(
    fold: Fold, function: cst.Attribute, node: cst.Call, arguments: list[Part], part: Part,
    depth: int,
) -> Constant | None:  # fmt: skip
    name = function.attr.value
    holder = Part(function.value, part.statement)
    if name == "get" and arguments:
        key = fold.scalar(arguments[0], depth)
        item = element(fold, holder, key.value, depth) if key is not None else None
        return fold.scalar(item, depth) if item is not None else None
    value = fold.scalar(holder, depth)
    if value is None or isinstance(value.value, int):
        return None
    if name == "join" and len(arguments) == 1:
        return _join(fold, value, arguments[0], part, depth)
    if name == "format":
        return filled(fold, value, node, part, depth)
    found = known(fold, arguments, depth)
    if found is None:
        return None
    try:
        result, how = method_result(value.value, name, [it.value for it in found])
    except UndecodableError:
        return None
    return _with_step(made([value], result, part), how)


def _join(
    fold: Fold, separator: Constant, argument: Part, part: Part, depth: int
) -> Constant | None:
    if (items := elements(fold, argument, depth)) is not None:
        return joined(fold, items, part, depth, separator.value)
    if not isinstance(separator.value, str):
        return None
    if (text := characters(fold, argument, depth)) is not None:
        return Constant(separator.value.join(text), part, (argument,))
    value = fold.scalar(argument, depth)
    if value is None or not isinstance(value.value, str):
        return None
    return made([value], separator.value.join(value.value), part)


def _with_step(constant: Constant | None, how: str) -> Constant | None:
    return replace(constant, how=(*constant.how, how)) if constant and how else constant

"""What stands in literal containers: an item of a dict or a list, the numbers of a list."""

import libcst as cst

from leakguard.syntax.fold.constant import DEEPEST, Fold, Part, Scalar
from leakguard.syntax.names import dotted


def element(fold: Fold, holder: Part, key: Scalar, depth: int) -> Part | None:
    """Give the item `key` of a dict, list or tuple, names and subscripts followed."""
    found = container(fold, holder, depth)
    if found is None:
        return None
    value: cst.BaseExpression | None = None
    node = found.node
    if isinstance(node, cst.Dict):
        value = _item(fold, node, key, found, depth)
    elif isinstance(node, cst.Call):
        named = (it.value for it in node.args if it.keyword and it.keyword.value == key)
        value = next(named, None)
    elif isinstance(node, cst.Tuple | cst.List) and isinstance(key, int):
        is_inside = -len(node.elements) <= key < len(node.elements)
        value = node.elements[key].value if is_inside else None
    return Part(value, found.statement) if value is not None else None


def _item(
    fold: Fold, node: cst.Dict, key: Scalar, holder: Part, depth: int
) -> cst.BaseExpression | None:
    for item in node.elements:
        if isinstance(item, cst.DictElement):
            its_key = fold.scalar(Part(item.key, holder.statement), depth)
            if its_key is not None and its_key.value == key:
                return item.value
    return None


def elements(fold: Fold, holder: Part, depth: int) -> list[Part] | None:
    """Give the items of a literal list or tuple, names followed; None if it is none."""
    found = container(fold, holder, depth)
    if found is None or not isinstance(found.node, cst.List | cst.Tuple):
        return None
    return [Part(it.value, found.statement) for it in found.node.elements]


def numbers(fold: Fold, holder: Part, depth: int) -> list[int] | None:
    """Give the numbers of a literal list or tuple; None if it holds anything else."""
    items = elements(fold, holder, depth)
    if not items:
        return None
    found = [fold.scalar(item, depth) for item in items]
    whole = [it.value for it in found if it is not None and isinstance(it.value, int)]
    return whole if len(whole) == len(found) else None


def characters(fold: Fold, part: Part, depth: int) -> str | None:
    """Give the text of `map(chr, [...])` and of `chr(c) for c in [...]`."""
    node, found = part.node, None
    if isinstance(node, cst.Call) and fold.full_name(node.func) == "map":
        if len(node.args) == 2 and dotted(node.args[0].value) == "chr":
            found = numbers(fold, Part(node.args[1].value, part.statement), depth)
    elif isinstance(node, cst.GeneratorExp | cst.ListComp):
        loop = node.for_in
        if loop.inner_for_in is None and not loop.ifs and _is_chr_of(node.elt, dotted(loop.target)):
            found = numbers(fold, Part(loop.iter, part.statement), depth)
    if found is None or not all(0 <= number < 0x110000 for number in found):
        return None
    return "".join(map(chr, found))


def _is_chr_of(node: cst.BaseExpression, name: str) -> bool:
    return (
        isinstance(node, cst.Call)
        and dotted(node.func) == "chr"
        and len(node.args) == 1
        and dotted(node.args[0].value) == name
    )


def container(fold: Fold, holder: Part, depth: int) -> Part | None:
    """Give the literal container that an expression stands for, or None if it is none."""
    if depth > DEEPEST:
        return None
    node = holder.node
    if isinstance(node, cst.Dict | cst.List | cst.Tuple):
        return holder
    if isinstance(node, cst.Call) and fold.full_name(node.func) == "dict":
        return holder
    if isinstance(node, cst.Subscript) and len(node.slice) == 1:
        index = node.slice[0].slice
        if not isinstance(index, cst.Index):
            return None
        key = fold.scalar(Part(index.value, holder.statement), depth + 1)
        outer = Part(node.value, holder.statement)
        inner = element(fold, outer, key.value, depth + 1) if key is not None else None
        return container(fold, inner, depth + 1) if inner is not None else None
    if name := dotted(node):
        bound = fold.follow(name, holder.statement)
        return container(fold, bound[0], depth + 1) if len(bound) == 1 else None
    return None

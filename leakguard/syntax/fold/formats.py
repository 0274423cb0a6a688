"""Text with values put into it: f-strings, `%`, and `.format`."""

import re
from collections.abc import Sequence
from string import Formatter

import libcst as cst

from leakguard.syntax.fold.constant import LARGEST, Constant, Fold, Part, known, made

_PLACE = re.compile(r"%(?P<name>\(\w+\))?s|%%")
_FIELD = re.compile(r"\w*")


def formatted(fold: Fold, node: cst.FormattedString, part: Part, depth: int) -> Constant | None:
    """Give an f-string whose fields are all known and plain."""
    texts: list[str] = []
    used: list[Constant] = []
    for piece in node.parts:
        if isinstance(piece, cst.FormattedStringText):
            texts.append(piece.value.replace("{{", "{").replace("}}", "}"))
            continue
        if not isinstance(piece, cst.FormattedStringExpression):
            return None
        if piece.conversion not in (None, "s") or piece.format_spec:
            return None
        found = fold.scalar(Part(piece.expression, part.statement), depth)
        if found is None or isinstance(found.value, bytes):
            return None
        used.append(found)
        texts.append(str(found.value))
    return made([Constant("", part, (part,)), *used], "".join(texts), part)


def interpolated(
    fold: Fold, template: Constant, right: cst.BaseExpression, part: Part, depth: int
) -> Constant | None:
    """Give `"%s" % value` and `"%(name)s" % {"name": value}` where only `%s` stands in it."""
    text, nodes = template.value, _operands(right)
    if not isinstance(text, str) or nodes is None or "%" in _PLACE.sub("", text):
        return None
    is_by_name = isinstance(right, cst.Dict)
    places = [it for it in _PLACE.finditer(text) if it[0] != "%%"]
    if any(bool(it["name"]) is not is_by_name for it in places):
        return None
    found = known(fold, [Part(node, part.statement) for node in nodes], depth)
    if found is None or not _is_small(len(places), found):
        return None
    values = [it.value for it in found]
    named = dict(zip(values[::2], values[1::2], strict=False))
    try:
        result = text % (named if is_by_name else tuple(values))
    except (TypeError, KeyError):
        return None
    return made([template, *(found[1::2] if is_by_name else found)], result, part)


def _operands(right: cst.BaseExpression) -> list[cst.BaseExpression] | None:
    """Give what is put into a text, of a dict each key and its value; None if more may be."""
    if isinstance(right, cst.Dict):
        pairs = [it for it in right.elements if isinstance(it, cst.DictElement)]
        nodes = [node for it in pairs for node in (it.key, it.value)]
        return nodes if len(pairs) == len(right.elements) else None
    if isinstance(right, cst.Tuple):
        single = [it.value for it in right.elements if isinstance(it, cst.Element)]
        return single if len(single) == len(right.elements) else None
    return [right]


def filled(
    fold: Fold, template: Constant, node: cst.Call, part: Part, depth: int
) -> Constant | None:
    """Give `"{}{name}".format(…)` where no field has a conversion or a format of its own."""
    if not isinstance(template.value, str) or any(it.star for it in node.args):
        return None
    found = known(fold, [Part(it.value, part.statement) for it in node.args], depth)
    if found is None:
        return None
    values = list(zip(node.args, (it.value for it in found), strict=True))
    named = {it.keyword.value: value for it, value in values if it.keyword is not None}
    try:
        fields = [it[1:] for it in Formatter().parse(template.value) if it[1] is not None]
        is_plain = all(
            _FIELD.fullmatch(name or "") and not form and not how for name, form, how in fields
        )
        if not is_plain or not _is_small(len(fields), found):
            return None
        result = template.value.format(*(it for arg, it in values if not arg.keyword), **named)
    except (ValueError, LookupError):
        return None
    return made([template, *found], result, part)


def _is_small(count: int, found: Sequence[Constant]) -> bool:
    """Tell whether values can be put into `count` places of a text; bytes would be put there as
    they are written."""
    if any(isinstance(it.value, bytes) for it in found):
        return False
    return count * max((len(str(it.value)) for it in found), default=0) <= LARGEST * 16

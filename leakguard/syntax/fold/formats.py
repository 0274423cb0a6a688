"""Text with values put into it: f-strings, `%`, and `.format`."""

import libcst as cst

from leakguard.syntax.fold.constant import Constant, Fold, Part, known, made


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
    if not isinstance(template.value, str):
        return None
    if isinstance(right, cst.Dict):
        return _by_name(fold, template, right, part, depth)
    nodes = [it.value for it in right.elements] if isinstance(right, cst.Tuple) else [right]
    found = known(fold, [Part(node, part.statement) for node in nodes], depth)
    pieces = template.value.split("%s")
    if found is None or len(pieces) != len(found) + 1 or "%" in "".join(pieces):
        return None
    if any(isinstance(it.value, bytes) for it in found):
        return None
    values = [*(str(it.value) for it in found), ""]
    text = "".join(piece + value for piece, value in zip(pieces, values, strict=True))
    return made([template, *found], text, part)


def _by_name(
    fold: Fold, template: Constant, right: cst.Dict, part: Part, depth: int
) -> Constant | None:
    text = str(template.value)
    used = [template]
    for item in right.elements:
        if not isinstance(item, cst.DictElement):
            return None
        both = [Part(item.key, part.statement), Part(item.value, part.statement)]
        found = known(fold, both, depth)
        if found is None:
            return None
        text = text.replace(f"%({found[0].value!s})s", str(found[1].value))
        used.append(found[1])
    return None if "%" in text else made(used, text, part)


def filled(
    fold: Fold, template: Constant, node: cst.Call, part: Part, depth: int
) -> Constant | None:
    """Give `"{}{name}".format(…)` where no field has a conversion or a format of its own."""
    if not isinstance(template.value, str):
        return None
    text, used, position = template.value, [template], 0
    for argument in node.args:
        found = fold.scalar(Part(argument.value, part.statement), depth)
        if found is None or isinstance(found.value, bytes) or argument.star:
            return None
        used.append(found)
        if argument.keyword is not None:
            text = text.replace("{" + argument.keyword.value + "}", str(found.value))
        else:
            text = text.replace("{" + str(position) + "}", str(found.value))
            text = text.replace("{}", str(found.value), 1)
            position += 1
    return None if "{" in text else made(used, text, part)

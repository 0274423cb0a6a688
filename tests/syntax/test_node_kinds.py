"""Every kind of node that can hold a string is walked, wherever a key hides in it."""

import inspect

import libcst as cst
import pytest

from leakguard.examples import made_up
from tests.support import found

SECRET = made_up("base62", 64, 501)

PLACES = {
    "expression": "@",
    "assignment": "x = @",
    "annotated": "x: int = @",
    "annotation": "x: @ = 1",
    "augmented": "x += @",
    "target": "x[@] = 1",
    "return": "def f():\n    return @",
    "yield": "def f():\n    yield @",
    "yield-from": "def f():\n    yield from @",
    "await": "async def f():\n    await @",
    "raise": "raise @",
    "raise-from": "raise x from @",
    "assert": "assert @",
    "assert-message": "assert x, @",
    "delete": "del x[@]",
    "decorator": "@@\ndef f(): ...",
    "class-decorator": "@@\nclass C: ...",
    "class-base": "class C(@): ...",
    "class-keyword": "class C(x=@): ...",
    "class-body": "class C:\n    x = @",
    "parameter-default": "def f(x=@): ...",
    "parameter-annotation": "def f(x: @): ...",
    "return-annotation": "def f() -> @: ...",
    "lambda-body": "x = lambda: @",
    "lambda-default": "x = lambda y=@: y",
    "if": "if @:\n    pass",
    "elif": "if x:\n    pass\nelif @:\n    pass",
    "else": "if x:\n    pass\nelse:\n    @",
    "while": "while @:\n    pass",
    "for": "for x in @:\n    pass",
    "async-for": "async def f():\n    async for x in @:\n        pass",
    "with": "with @ as x:\n    pass",
    "async-with": "async def f():\n    async with @ as x:\n        pass",
    "with-several": "with a as x, @ as y:\n    pass",
    "try": "try:\n    @\nexcept E:\n    pass",
    "except-type": "try:\n    pass\nexcept @:\n    pass",
    "except-star": "try:\n    pass\nexcept* @:\n    pass",
    "finally": "try:\n    pass\nfinally:\n    @",
    "match-subject": "match @:\n    case 1: pass",
    "match-guard": "match x:\n    case 1 if @: pass",
    "match-body": "match x:\n    case 1: @",
    "ternary": "x = 1 if @ else 2",
    "ternary-body": "x = @ if y else 2",
    "ternary-else": "x = 1 if y else @",
    "boolean": "x = y and @",
    "comparison": "x = 1 < @",
    "unary": "x = not @",
    "binary": "x = 1 + @",
    "walrus": "(x := @)",
    "tuple": "x = 1, @",
    "list": "x = [1, @]",
    "set": "x = {1, @}",
    "dict-value": "x = {1: @}",
    "dict-key": "x = {@: 1}",
    "dict-star": "x = {**@}",
    "star": "x = [*@]",
    "argument": "f(1, @)",
    "argument-star": "f(*@)",
    "argument-stars": "f(**@)",
    "callee": "@.method()",
    "attribute": "x = @.y",
    "subscript": "x = y[@]",
    "slice": "x = y[1:@:2]",
    "list-comprehension": "x = [@ for y in z]",
    "set-comprehension": "x = {@ for y in z}",
    "dict-comprehension": "x = {y: @ for y in z}",
    "starred-dict-comprehension": "x = {**@ for y in z}",
    "generator": "x = f(@ for y in z)",
    "comprehension-source": "x = [y for y in @]",
    "comprehension-if": "x = [y for y in z if @]",
    "formatted": 'x = f"{@}"',
    "formatted-specification": 'x = f"{y:{@}}"',
    "concatenated": 'x = "a" f"{@}"',
    "parentheses": "x = (\n    @\n)",
    "semicolon": "x = 1; @",
    "global": "def f():\n    global x; @",
    "type-alias": "type X = @",
    "type-parameter": "def f[T: @](): ...",
    "class-type-parameter": "class C[T: @]: ...",
    "template": 'x = t"{@}"',
}


def _text(place: str) -> str:
    call = f"connect(api_secret='{SECRET}')"
    return place.replace("@@", f"@{call}").replace("@" if "@@" not in place else "\0", call)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_key_is_found_in_every_place(place: str) -> None:
    text = _text(place)
    line = text[: text.index(SECRET)].count("\n") + 1
    (finding,) = found(f"{text}\n", "module.py")
    assert (finding.rule, finding.place.line) == ("hardcoded-argument", line)


def _holds_expressions(kind: type[cst.CSTNode]) -> bool:
    """Whether a node of this kind has a field in which an expression may stand."""
    if inspect.isabstract(kind) or kind.__name__.startswith("Base"):
        return False
    kinds = (cst.BaseExpression, cst.BaseSmallStatement, cst.BaseCompoundStatement)
    hints = " ".join(str(it.type) for it in kind.__dataclass_fields__.values())
    return issubclass(kind, kinds) and "Expression" in hints


NEVER = {
    # Expressions stand in these, but none that could hold a call.
    "Attribute", "Ellipsis", "Float", "From", "Imaginary", "Import", "ImportFrom", "Integer",
    "Name", "SimpleString", "Param", "TypeVar",
}  # fmt: skip


def test_no_kind_of_node_is_left_out() -> None:
    walked = {
        type(node).__name__
        for place in PLACES.values()
        for module in [cst.parse_module(_text(place))]
        for node in _all(module)
    }
    kinds = {
        name
        for name, kind in vars(cst).items()
        if isinstance(kind, type) and issubclass(kind, cst.CSTNode) and _holds_expressions(kind)
    }
    assert kinds - walked - NEVER == set()


def _all(node: cst.CSTNode) -> list[cst.CSTNode]:
    return [node, *(below for child in node.children for below in _all(child))]

"""Walks an expression: literals, operators, subscripts, and names to what they were bound to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import libcst as cst

from leakguard.syntax.fold.calls import call
from leakguard.syntax.fold.constant import (
    DEEPEST,
    LARGEST,
    MOST_ALTERNATIVES,
    MOST_STEPS,
    Constant,
    Follow,
    FullName,
    Part,
    joined,
    made,
)
from leakguard.syntax.fold.elements import container, element
from leakguard.syntax.fold.formats import formatted, interpolated
from leakguard.syntax.names import dotted, evaluated
from leakguard.syntax.statement import Statement


@dataclass(frozen=True, slots=True)
class Folder:
    """Computes the values of expressions of one module, within bounds for each."""

    follow: Follow
    full_name: FullName

    def alternatives(self, node: cst.BaseExpression, statement: Statement) -> list[Constant]:
        """Give every text or bytes that `node` may stand for: each branch of a condition."""
        return _Computation(self.follow, self.full_name).alternatives(Part(node, statement), 0)

    def fold(self, node: cst.BaseExpression, statement: Statement) -> Constant | None:
        """Give the text or bytes that `node` stands for, or None."""
        return next(iter(self.alternatives(node, statement)), None)

    def container(self, node: cst.BaseExpression, statement: Statement) -> Part | None:
        """Give the dict, list or tuple display, or the call of `dict`, that `node` stands for."""
        return container(_Computation(self.follow, self.full_name), Part(node, statement), 0)


class _Computation:
    """One value, with the steps that are left for it."""

    def __init__(self, follow: Follow, full_name: FullName) -> None:
        self.follow = follow
        self.full_name = full_name
        self._steps = MOST_STEPS

    def alternatives(self, part: Part, depth: int) -> list[Constant]:
        found: list[Constant] = []
        for node in _branches(part.node):
            branch = Part(node, part.statement)
            constant = self.scalar(branch, depth)
            if constant is not None and not isinstance(constant.value, int):
                found.append(constant)
            elif constant is None and (name := dotted(node)) and depth < DEEPEST:
                for bound in self.follow(name, part.statement):
                    values = self.alternatives(bound, depth + 1)
                    found += [replace(it, is_followed=True) for it in values]
            if len(found) >= MOST_ALTERNATIVES:
                break
        return found[:MOST_ALTERNATIVES]

    def scalar(self, part: Part, depth: int) -> Constant | None:
        self._steps -= 1
        if depth > DEEPEST or self._steps < 0:
            return None
        found = self._scalar(part, depth + 1)
        if found is None or isinstance(found.value, int):
            return found
        return found if len(found.value) <= LARGEST else None

    def _scalar(self, part: Part, depth: int) -> Constant | None:
        node = part.node
        if isinstance(node, cst.SimpleString):
            value = evaluated(node)
            return None if value is None else Constant(value, part, (part,))
        if isinstance(node, cst.Integer):
            return Constant(node.evaluated_value, part) if len(node.value) < 20 else None
        if name := dotted(node):
            return self._followed(name, part, depth)
        return self._compound(node, part, depth)

    def _compound(self, node: cst.BaseExpression, part: Part, depth: int) -> Constant | None:
        if isinstance(node, cst.ConcatenatedString):
            return joined(self, _side_by_side(part), part, depth)
        if isinstance(node, cst.FormattedString):
            return formatted(self, node, part, depth)
        if isinstance(node, cst.UnaryOperation):
            return self._negative(node, part, depth)
        if isinstance(node, cst.BinaryOperation):
            return self._operation(node, part, depth)
        if isinstance(node, cst.NamedExpr):
            return self.scalar(Part(node.value, part.statement), depth)
        if isinstance(node, cst.Call):
            return call(self, node, part, depth)
        if isinstance(node, cst.Subscript):
            return self._subscript(node, part, depth)
        return None

    def _followed(self, name: str, part: Part, depth: int) -> Constant | None:
        bound = self.follow(name, part.statement)
        found = self.scalar(bound[0], depth) if len(bound) == 1 else None
        return replace(found, is_followed=True) if found else None

    def _negative(self, node: cst.UnaryOperation, part: Part, depth: int) -> Constant | None:
        found = self.scalar(Part(node.expression, part.statement), depth)
        if isinstance(node.operator, cst.Minus) and found and isinstance(found.value, int):
            return replace(found, value=-found.value)
        return None

    def _operation(self, node: cst.BinaryOperation, part: Part, depth: int) -> Constant | None:
        if isinstance(node.operator, cst.Add):
            return joined(self, _terms(part), part, depth)
        left = self.scalar(Part(node.left, part.statement), depth)
        if left is None:
            return None
        if isinstance(node.operator, cst.Modulo):
            return interpolated(self, left, node.right, part, depth)
        right = self.scalar(Part(node.right, part.statement), depth)
        if not isinstance(node.operator, cst.Multiply) or right is None:
            return None
        text, count = (left, right) if isinstance(right.value, int) else (right, left)
        if not isinstance(count.value, int) or isinstance(text.value, int):
            return None
        is_small = 0 <= count.value * len(text.value) <= LARGEST
        return made([text], text.value * count.value, part) if is_small else None

    def _subscript(self, node: cst.Subscript, part: Part, depth: int) -> Constant | None:
        if len(node.slice) != 1:
            return None
        index, holder = node.slice[0].slice, Part(node.value, part.statement)
        if isinstance(index, cst.Slice):
            bounds = self._bounds(index, part, depth)
            value = self.scalar(holder, depth) if bounds is not None else None
            if value is None or bounds is None or isinstance(value.value, int):
                return None
            return made([value], value.value[bounds], part)
        if not isinstance(index, cst.Index):
            return None
        key = self.scalar(Part(index.value, part.statement), depth)
        if key is None:
            return None
        if (item := element(self, holder, key.value, depth)) is not None:
            found = self.scalar(item, depth)
            return replace(found, is_followed=True) if found else None
        value = self.scalar(holder, depth)
        if value is None or not isinstance(value.value, str) or not isinstance(key.value, int):
            return None
        is_inside = -len(value.value) <= key.value < len(value.value)
        return made([value], value.value[key.value], part) if is_inside else None

    def _bounds(self, index: cst.Slice, part: Part, depth: int) -> slice | None:
        found: list[int | None] = []
        for bound in (index.lower, index.upper, index.step):
            if bound is None:
                found.append(None)
                continue
            value = self.scalar(Part(bound, part.statement), depth)
            if value is None or not isinstance(value.value, int):
                return None
            found.append(value.value)
        return None if found[2] == 0 else slice(*found)


def _branches(node: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """Give the expressions that may be the value: of `a if c else b` and `a or b` each side."""
    stack = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, cst.IfExp):
            stack += [current.orelse, current.body]
        elif isinstance(current, cst.BooleanOperation):
            stack += [current.right, current.left]
        elif isinstance(current, cst.NamedExpr):
            stack.append(current.value)
        else:
            yield current


def _side_by_side(part: Part) -> list[Part]:
    """Give the literals of `"a" "b" "c"`, left to right, without recursion."""
    found: list[Part] = []
    node = part.node
    while isinstance(node, cst.ConcatenatedString):
        found.append(Part(node.left, part.statement))
        node = node.right
    return [*found, Part(node, part.statement)]


def _terms(part: Part) -> list[Part]:
    """Give the terms of `a + b + c`, left to right, without recursion."""
    found: list[Part] = []
    node = part.node
    while isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
        found.append(Part(node.right, part.statement))
        node = node.left
    return [Part(node, part.statement), *reversed(found)]

"""What folding gives, and what bounds it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

import libcst as cst

from leakguard.syntax.statement import Statement

LARGEST = 64 << 10
"""Characters or bytes of a value; what would be larger is not followed."""

DEEPEST = 24
"""Expressions within expressions, names followed included."""

MOST_STEPS = 2_000
"""Expressions that are looked at for one value."""

MOST_ALTERNATIVES = 4
"""Values that a conditional expression may have."""

Scalar: TypeAlias = str | bytes | int


@dataclass(frozen=True, slots=True)
class Part:
    """An expression in the statement that it stands in."""

    node: cst.BaseExpression
    statement: Statement


@dataclass(frozen=True, slots=True)
class Constant:
    """What an expression stands for."""

    value: Scalar = field(repr=False)
    whole: Part
    """The expression in which the value comes together."""
    parts: tuple[Part, ...] = ()
    """The literals that it was made of."""
    is_followed: bool = False
    """Whether it was reached through a name."""
    how: tuple[str, ...] = ()
    """The decodings that it went through, such as `base64`."""


Follow: TypeAlias = Callable[[str, Statement], Sequence[Part]]
"""Gives what a dotted name that is used in a statement was bound to, if that is known."""

FullName: TypeAlias = Callable[[cst.BaseExpression], str | None]
"""Gives the dotted name of an expression, with its imports resolved."""


class Fold(Protocol):
    """One computation of a value, within its bounds."""

    follow: Follow
    full_name: FullName

    def scalar(self, part: Part, depth: int) -> Constant | None:
        """Give the one value of an expression, or None."""


def made(sources: Sequence[Constant], value: Scalar | None, whole: Part) -> Constant | None:
    """Give a value that the expression `whole` makes of others, with their parts."""
    if value is None:
        return None
    return Constant(
        value,
        whole,
        tuple(part for it in sources for part in it.parts),
        any(it.is_followed for it in sources),
        tuple(step for it in sources for step in it.how),
    )


def joined(
    fold: Fold, parts: Sequence[Part], whole: Part, depth: int, between: Scalar | None = None
) -> Constant | None:
    """Give the values of `parts` one after the other, `between` them a separator."""
    constants = known(fold, parts, depth)
    if not constants:
        return None
    values = [it.value for it in constants]
    separator = between if between is not None else type(values[0])()
    if isinstance(separator, str):
        texts = [value for value in values if isinstance(value, str)]
        return made(constants, separator.join(texts), whole) if len(texts) == len(values) else None
    if isinstance(separator, bytes):
        raw = [value for value in values if isinstance(value, bytes)]
        return made(constants, separator.join(raw), whole) if len(raw) == len(values) else None
    return None


def known(fold: Fold, parts: Sequence[Part], depth: int) -> list[Constant] | None:
    """Give the value of each part, or None if one is not known."""
    constants = []
    for part in parts:
        found = fold.scalar(part, depth)
        if found is None:
            return None
        constants.append(found)
    return constants

"""By what Hyperscan finds a pattern: a long run of letters and digits, a literal, or neither."""

from collections.abc import Callable
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from leakguard.pattern import tree, width

RUN = r"[A-Za-z0-9]{32}"
"""Without the delimiters of a credential: these would make it slow to find."""

_RUN = 32
_WIDEST = 512
"""Bytes; what may match more would have too much looked at around each gate."""

_SPELLED = 3
"""Characters of a class that Hyperscan may write out to look for each as a part of a literal. It
writes out more, ten digits too, and is then as slow as without a literal: measured."""

_ALPHABET = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


def holds_run(pattern: str) -> bool:
    """Tell whether `RUN` is in whatever `pattern` matches, and that is not too wide."""
    return width(pattern) <= _WIDEST and longest_run(pattern) >= _RUN


def longest_run(pattern: str) -> int:
    """Give how many ASCII letters and digits follow each other in whatever `pattern` matches."""
    return _longest(pattern, _Kind(lambda characters: characters <= _ALPHABET))


def has_literal(pattern: str) -> bool:
    """Tell whether a literal of two characters or more is in whatever `pattern` matches.

    Hyperscan looks for literals first, for all patterns at once, and several bytes at a time. A
    pattern without one makes it look at each byte, also for the others.
    """
    return _longest(pattern, _Kind(_is_spelled, is_fixed=True)) > 1


def _is_spelled(characters: set[int]) -> bool:
    return -1 not in characters and len(characters) <= _SPELLED


class _Kind(NamedTuple):
    """What a run consists of."""

    takes: Callable[[set[int]], bool]
    """Tells whether a part that matches one of some characters belongs to it."""
    is_fixed: bool = False
    """Whether it ends where a part may be repeated more or less often."""


class _Runs(NamedTuple):
    """The runs that are in whatever a part of a pattern matches, in characters."""

    longest: int = 0
    first: int = 0
    """The one it begins with."""
    last: int = 0
    """The one it ends with."""
    is_whole: bool = False
    """Whether it is nothing but one run."""


_EMPTY = _Runs(is_whole=True)
_OTHER = _Runs()


def _longest(pattern: str, kind: _Kind) -> int:
    return _runs(tree(pattern), kind).longest


def _runs(parts: Any, kind: _Kind) -> _Runs:
    runs = _EMPTY
    for operator, argument in parts:
        runs = _joined(runs, _runs_of(operator, argument, kind))
    return runs


def _joined(one: _Runs, other: _Runs) -> _Runs:
    """Give the runs of one part that stands before another."""
    return _Runs(
        max(one.longest, other.longest, one.last + other.first),
        one.first + (other.first if one.is_whole else 0),
        other.last + (one.last if other.is_whole else 0),
        one.is_whole and other.is_whole,
    )


def _runs_of(operator: object, argument: Any, kind: _Kind) -> _Runs:
    if operator is op.SUBPATTERN:
        return _runs(argument[-1], kind)
    if operator is op.AT:
        return _EMPTY
    if operator is op.BRANCH:
        every = [_runs(branch, kind) for branch in argument[1]]
        return _Runs(
            min(it.longest for it in every),
            min(it.first for it in every),
            min(it.last for it in every),
            all(it.is_whole for it in every) and not kind.is_fixed,
        )
    if operator in (op.MAX_REPEAT, op.MIN_REPEAT):
        least, most, repeated = argument
        return _repeated(least, most, repeated, kind)
    is_one = operator in (op.LITERAL, op.IN) and kind.takes(_characters(operator, argument))
    return _Runs(1, 1, 1, is_whole=True) if is_one else _OTHER


def _repeated(least: int, most: int, parts: Any, kind: _Kind) -> _Runs:
    once = _runs(parts, kind)
    if once.is_whole:
        length = least * once.first
        return _Runs(length, length, length, not kind.is_fixed or least == most)
    return once if least else _OTHER


def _characters(operator: object, argument: Any) -> set[int]:
    """Give what a literal or a class matches; more than all letters if it has no simple answer."""
    if operator is op.LITERAL:
        return {argument}
    found: set[int] = set()
    for kind, it in argument:
        if kind is op.LITERAL:
            found.add(it)
        elif kind is op.RANGE:
            found.update(range(it[0], it[1] + 1))
        elif kind is op.CATEGORY and it is op.CATEGORY_DIGIT:
            found.update(b"0123456789")
        else:  # it is negated, or a category with more than letters and digits
            found.add(-1)
    return found

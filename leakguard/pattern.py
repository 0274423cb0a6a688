"""Patterns that Hyperscan and `re` read alike, and the `re` half of matching them.

A pattern is verbose (`(?x)`), multi-line, over bytes, and names the value `(?P<secret>…)`.
"""

import re
from enum import Enum, auto
from functools import cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from leakguard.errors import RuleError

FLAGS = re.VERBOSE | re.MULTILINE
WIDEST = 2048
"""Bytes; a pattern that can match more needs a `trigger` and a `reach` of its own."""

MOST_WAYS = 10_000
"""In which a text may match; `re` may try them all where one does not quite."""

_ENDLESS = 1 << 20

_LOOKS = {"ASSERT", "ASSERT_NOT", "GROUPREF", "GROUPREF_EXISTS"}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)


def compile_bytes(pattern: str) -> re.Pattern[bytes]:
    """Compile a rule's pattern for `re`.

    Raises:
        RuleError: it is not a regular expression, or not ASCII.
    """
    try:
        return re.compile(pattern.encode("ascii"), FLAGS)
    except (re.error, UnicodeEncodeError) as error:
        raise RuleError(f"pattern {pattern!r} cannot be compiled: {error}") from None


@cache  # each is asked for several times where all are compiled
def tree(pattern: str) -> Any:
    """Give what `re` reads in a rule's pattern, before it compiles it.

    Raises:
        RuleError: it is not a regular expression, or not ASCII.
    """
    try:
        return parser.parse(pattern.encode("ascii"), FLAGS)
    except (re.error, UnicodeEncodeError) as error:
        raise RuleError(f"pattern {pattern!r} cannot be compiled: {error}") from None


def width(pattern: str) -> int:
    """Give how many bytes `pattern` matches at the most."""
    return int(tree(pattern).getwidth()[1])


def least(pattern: str) -> int:
    """Give how many bytes `pattern` matches at the least."""
    return int(tree(pattern).getwidth()[0])


@cache  # what a rule has checked is checked again when all are compiled
def check_trigger(pattern: str) -> None:
    """Refuse what Hyperscan cannot take or what would call back once a byte.

    Raises:
        RuleError: look-around, a back-reference, no upper bound, or an open tail, such as a
            last `[a-z]{1,9}` that matches again with every further letter, or a bare `[a-z]{9}`.
    """
    read = tree(pattern)
    if not _LOOKS.isdisjoint(_operators(read)):
        raise RuleError(f"pattern {pattern!r} has look-around or a back-reference")
    if read.getwidth()[1] > WIDEST:
        raise RuleError(f"pattern {pattern!r} has no bound, or one over {WIDEST} bytes")
    if _tail(read) is _Tail.OPEN or _is_bare(read):
        raise RuleError(f"pattern {pattern!r} has an open tail: end it with \\b or a delimiter")


def check_ways(pattern: str) -> None:
    """Refuse what `re` may look at forever.

    Raises:
        RuleError: repetitions are nested, or so many follow each other, that a text may match in
            over `MOST_WAYS` ways.
    """
    compile_bytes(pattern)
    if _ways(tree(pattern)) > MOST_WAYS:
        raise RuleError(
            f"pattern {pattern!r} may match in over {MOST_WAYS:,} ways: repetitions are nested, or"
            " too many follow each other"
        )


def _ways(parts: Any) -> int:
    """Give in how many ways a text may be shared out among repetitions, at the most; `_ENDLESS`
    for as many or more."""
    product = 1
    for operator, argument in parts:
        product = min(_ENDLESS, product * _ways_of(operator, argument))
    return product


def _ways_of(operator: object, argument: Any) -> int:
    if operator is op.SUBPATTERN:
        return _ways(argument[-1])
    if operator is op.BRANCH:
        return min(_ENDLESS, sum(map(_ways, argument[1])))
    if operator in _REPEATS:
        least, most, repeated = argument
        inner, most = _ways(repeated), min(most, WIDEST)
        power = inner ** min(most, _ENDLESS.bit_length())  # 2 to that is more than `_ENDLESS`
        return int(min(_ENDLESS, max(1, most - least + 1) * power))
    return 1


def _operators(parts: object) -> set[str]:
    found: set[str] = set()
    stack = [parts]
    while stack:
        node = stack.pop()
        if isinstance(node, (list, tuple, parser.SubPattern)):
            stack.extend(node)
        elif isinstance(node, type(op.ASSERT)):
            found.add(str(node))
    return found


class _Tail(Enum):
    """How a part of a pattern ends: each further byte may match again, or none does."""

    OPEN = auto()
    CLOSED = auto()
    ABSENT = auto()
    """It may match nothing, and what stands before it decides."""


def _tail(parts: Any) -> _Tail:
    for operator, argument in reversed(list(parts)):
        if (tail := _tail_of(operator, argument)) is not _Tail.ABSENT:
            return tail
    return _Tail.ABSENT


def _tail_of(operator: object, argument: Any) -> _Tail:
    if operator is op.SUBPATTERN:
        return _tail(argument[-1])
    if operator is op.BRANCH:
        tails = {_tail(branch) for branch in argument[1]}
        return next(it for it in (_Tail.OPEN, _Tail.ABSENT, _Tail.CLOSED) if it in tails)
    if operator in _REPEATS:
        least, most, repeated = argument
        if most > least and most > 1:
            return _Tail.OPEN
        if least == 0 and _tail(repeated) is not _Tail.OPEN:
            return _Tail.ABSENT
        return _tail(repeated)
    return _Tail.CLOSED


def _is_bare(parts: Any) -> bool:
    """Whether nothing delimits a repetition on either side, so that a long run matches all over."""
    return all(_is_repeated_at(parts, edge) for edge in (0, -1))


def _is_repeated_at(parts: Any, edge: int) -> bool:
    if not len(parts):
        return False
    operator, argument = parts[edge]
    if operator is op.SUBPATTERN:
        return _is_repeated_at(argument[-1], edge)
    return operator in _REPEATS and argument[1] > 1

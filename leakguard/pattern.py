"""Patterns that Hyperscan and `re` read alike, and the `re` half of matching them.

A pattern is verbose (`(?x)`), multi-line, over bytes, and names the value `(?P<secret>…)`.
"""

import re
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

from leakguard.errors import RuleError

FLAGS = re.VERBOSE | re.MULTILINE
WIDEST = 2048
"""Bytes; a pattern that can match more needs a `trigger` and a `reach` of its own."""

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


def width(pattern: str) -> int:
    """Give how many bytes `pattern` matches at the most."""
    return int(parser.parse(pattern.encode("ascii"), FLAGS).getwidth()[1])


def check_trigger(pattern: str) -> None:
    """Refuse what Hyperscan cannot take or what would call back once a byte.

    Raises:
        RuleError: look-around, a back-reference, no upper bound, or an open tail, such as a
            last `[a-z]+` that matches again with every further letter.
    """
    compile_bytes(pattern)
    tree = parser.parse(pattern.encode("ascii"), FLAGS)
    if not _LOOKS.isdisjoint(_operators(tree)):
        raise RuleError(f"pattern {pattern!r} has look-around or a back-reference")
    if tree.getwidth()[1] > WIDEST:
        raise RuleError(f"pattern {pattern!r} has no bound, or one over {WIDEST} bytes")
    if _has_open_tail(tree):
        raise RuleError(f"pattern {pattern!r} has an open tail: end it with \\b or a delimiter")


def _operators(tree: object) -> set[str]:
    found: set[str] = set()
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, (list, tuple, parser.SubPattern)):
            stack.extend(node)
        elif isinstance(node, type(op.ASSERT)):
            found.add(str(node))
    return found


def _has_open_tail(tree: object) -> bool:
    items = list(tree)  # type: ignore[call-overload]
    if not items:
        return False
    operator, argument = items[-1]
    if operator in _REPEATS:
        least, most, _ = argument
        return bool(most > least and most > 1)
    if operator is op.SUBPATTERN:
        return _has_open_tail(argument[-1])
    if operator is op.BRANCH:
        return any(_has_open_tail(branch) for branch in argument[1])
    return False

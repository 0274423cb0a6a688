"""What the forms of a rule share: ids, ranks and examples."""

import re
from dataclasses import dataclass

from leakguard.errors import RuleError

GENERIC, PLACED, SPECIFIC, KNOWN, PROVIDER, FOLLOWED, SYNTAX, ENVIRONMENT = range(8)
"""Ranks: which of several rules speaks for a value that all of them saw, the last one first.

What is told by its place alone (an option, a header, a URL) is `PLACED`: a rule that knows the
value by its form knows more of it. `KNOWN` is what a provider's prefix or word tells; where both
do, it is `PROVIDER`."""

_HALF = re.compile(r"(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9]{64}")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must find something in, or must not; its path tells its format."""

    text: str | bytes
    path: str = "example.txt"


def as_example(example: str | Example) -> Example:
    """Give an example of a rule, of which most are bare strings, as an `Example`."""
    return Example(example) if isinstance(example, str) else example


def is_half(value: str) -> bool:
    """Tell whether `value` has the form that each half of a Binance key pair has."""
    return _HALF.fullmatch(value) is not None


def check_id(rule_id: str) -> None:
    """Check that a rule's id can be written in an allowance.

    Raises:
        RuleError: it is not kebab-case.
    """
    if not _ID.fullmatch(rule_id):
        raise RuleError(f"rule id {rule_id!r} is not kebab-case")

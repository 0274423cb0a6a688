"""Hyperscan sees what `re` sees: of some patterns it misses the shortest match, but for the one at
the very beginning of a text. Such a pattern has to be written otherwise."""

import random
import re
from collections.abc import Iterator
from functools import cache
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from leakguard import registry
from leakguard.pattern import FLAGS, compile_bytes
from tests.support import loaded_triggers

TEXTS = 6
"""Generated from each pattern, so that several of its alternatives are tried."""

BEFORE = b"A" * 50 + b" "

WORD = re.compile(rb"[A-Za-z]{3,}")


def shortest(tree: Any, chance: random.Random) -> Iterator[int]:
    """Give the bytes of a shortest match, by alternatives and characters taken by chance."""
    for operator, argument in tree:
        if operator is op.LITERAL:
            yield argument
        elif operator in (op.IN, op.NOT_LITERAL, op.ANY):
            yield chance.choice(_members(operator, _frozen(argument)))
        elif operator is op.SUBPATTERN:
            yield from shortest(argument[-1], chance)
        elif operator is op.BRANCH:
            yield from shortest(chance.choice([it for it in argument[1] if is_text(it)]), chance)
        elif operator in (op.MAX_REPEAT, op.MIN_REPEAT):
            for _ in range(argument[0]):
                yield from shortest(argument[2], chance)


def is_text(branch: Any) -> bool:
    """Whether an alternative is more than a place, such as the beginning of a line."""
    return not (len(branch) == 1 and branch[0][0] is op.AT)


def _frozen(argument: Any) -> Any:
    """Give the argument of a class such that it can be the key of what is remembered."""
    return tuple(map(tuple, argument)) if isinstance(argument, list) else argument


@cache
def _members(operator: object, argument: Any) -> list[int]:
    """Give the characters of a class, those that can be seen if there are any."""
    items = list(argument) if isinstance(argument, tuple) else argument
    one = parser.SubPattern(parser.State(), [(operator, items)])
    pattern = compiler.compile(one, re.DOTALL)
    found = [it for it in range(1, 256) if pattern.match(chr(it))]
    return [it for it in found if 31 < it < 127] or found


def missed(rule: registry.Rule, index: int) -> Iterator[bytes]:
    """Give the texts in which a trigger of a rule matches, and Hyperscan does not say so."""
    loaded = loaded_triggers()
    for trigger in registry.triggers_of(rule):
        tree = parser.parse(trigger.encode(), FLAGS)
        for seed in range(TEXTS):
            match = bytes(shortest(tree, random.Random(seed)))
            for text in (BEFORE + match, *below_a_line_alike(match)):
                is_match = compile_bytes(trigger).search(text) is not None
                if is_match and index not in loaded.by_rule(loaded.in_text(text)):
                    yield text


def below_a_line_alike(match: bytes) -> Iterator[bytes]:
    """Give a match that is indented, below a line that begins with the same word, or nearly."""
    if word := WORD.match(match):
        yield b" %b Garden\n  %b" % (word[0][:-1], match)
        yield b" %bs Garden\n %b" % (word[0], match)


FAMILIES = sorted({entry.module for entry, rule in registry.all_rules() if rule.kind != "syntax"})


@pytest.mark.parametrize("family", FAMILIES)
def test_the_shortest_match_is_seen_behind_other_text(family: str) -> None:
    entries = {entry.id: index for index, entry in enumerate(loaded_triggers().rules)}
    rules = [(it, entry) for entry, it in registry.all_rules() if entry.module == family]
    texts = {entry.id: list(missed(it, entries[entry.id])) for it, entry in rules}
    assert {rule: found for rule, found in texts.items() if found} == {}

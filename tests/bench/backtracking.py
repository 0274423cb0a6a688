"""Which pattern of `re` takes for ever on a text made for it? `python -m tests.bench.backtracking`.

Every scanned byte is untrusted, and `re` tries all ways in which a text may match before it says
that it does not. So each pattern of the package and of its rules is tried on texts that it almost
matches: made from the pattern itself by chance, with its repetitions as long as they may be, and
an end that it does not take. What needs more than a second for a few kilobytes is told, with the
number that the same texts come from.
"""

import argparse
import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import leakguard
from leakguard import registry
from leakguard.pattern import compile_bytes

SECONDS = 1.0
"""After which a pattern is given up."""

_TEXTS = 25
_MOST = 4_000
"""Characters of a text."""
_LONGEST = (40, 120, 600)
"""Repetitions, for those that may be endless; one of these for each text."""

_SOME = "aA0_-./=+: ,;\"'(!"
"""What is taken where a pattern only says what may not stand there."""

_CLASSES = {"WORD": "aA0_", "DIGIT": "0", "SPACE": " \t"}

EXCUSED = {
    "leakguard.context.assignment._BEFORE": "is only matched at the start of 200 bytes",
    "leakguard.syntax.gate._ANNOTATED": "is only matched at the start of 240 bytes",
    "private-key-without-label": "is only searched, and nothing has to follow",
}
"""Patterns that take long in a way in which they are not used, and why that is so."""


class TooLong(Exception):
    """A pattern took more than `SECONDS`."""


@dataclass(frozen=True, slots=True)
class Slow:
    """A pattern that took too long."""

    name: str
    method: str
    length: int
    """Characters of the text."""


def patterns() -> dict[str, re.Pattern[Any]]:
    """Give all patterns of the package's modules and rules, by where they are."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in pkgutil.walk_packages(leakguard.__path__, "leakguard."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    found[f"{module.name}.{name}"] = value
    for entry, rule in registry.all_rules():
        for number, pattern in enumerate(getattr(rule, "patterns", ())):
            found[f"{entry.id} {number}" if number else entry.id] = compile_bytes(pattern)
    return found


def almost(pattern: re.Pattern[Any], seed: int) -> Iterator[str]:
    """Give texts that a pattern matches for the most part, and then does not."""
    drawn = Random(seed)
    source = pattern.pattern
    text = source if isinstance(source, str) else source.decode("latin-1")
    tree = parser.parse(text, pattern.flags & ~re.DEBUG & ~re.UNICODE)
    for _ in range(_TEXTS):
        made = _made(tree, drawn, drawn.choice(_LONGEST))
        yield f"{made}\0"
        yield f"{made[:-1]}\0"
        yield f"{(made * 200)[: _MOST * 3 // 4]}\0"


def slow(name: str, pattern: re.Pattern[Any], seed: int) -> Slow | None:
    """Give how a pattern takes too long, or None if it does not."""
    for text in almost(pattern, seed):
        given = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
        for method in ("match", "search", "fullmatch"):
            signal.setitimer(signal.ITIMER_REAL, SECONDS)
            try:
                getattr(pattern, method)(given)
            except TooLong:
                return Slow(name, method, len(given))
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
    return None


def main(arguments: Sequence[str] | None = None) -> int:
    """Try all patterns; give 0, or 1 if one took too long."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    seed: int = options.parse_args(arguments).seed
    signal.signal(signal.SIGALRM, _give_up)
    tried = patterns()
    print(f"{len(tried)} patterns, --seed {seed}", file=sys.stderr)
    found = [it for name, one in sorted(tried.items()) if (it := slow(name, one, seed))]
    for it in found:
        print(f"{it.name}: {it.method} of {it.length} characters: {EXCUSED.get(it.name, 'slow')}")
    return int(any(it.name not in EXCUSED for it in found))


def _give_up(*_: object) -> None:
    raise TooLong


def _made(tree: Any, drawn: Random, longest: int) -> str:
    """Give a text that a parsed pattern matches, but for what it says of what stands around."""
    text = ""
    for kind, value in tree:
        text += _made_of(kind, value, drawn, longest)
        if len(text) > _MOST:
            break
    return text[:_MOST]


def _made_of(kind: Any, value: Any, drawn: Random, longest: int) -> str:
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.IN:
        return _of_class(value, drawn)
    if kind is op.BRANCH:
        return _made(drawn.choice(value[1]), drawn, longest)
    if kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
        return _made(value[3] if kind is op.SUBPATTERN else value, drawn, longest)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, most, inner = value
        count = drawn.choice((least, *[min(most, max(least, longest))] * 2))
        return _made(inner, drawn, max(3, longest // 8)) * min(count, longest) if count else ""
    is_other = kind in (op.ANY, op.NOT_LITERAL)
    return drawn.choice([it for it in _SOME if ord(it) != value]) if is_other else ""


def _of_class(items: Any, drawn: Random) -> str:
    if items[0][0] is op.NEGATE:
        left = [it for it in _SOME if not any(_has(item, it) for item in items[1:])]
        return drawn.choice(left) if left else "\1"
    kind, value = drawn.choice(items)
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.RANGE:
        return chr(drawn.randint(value[0], value[1]))
    return drawn.choice([it for it in _SOME if _has((kind, value), it)] or ["\1"])


def _has(item: Any, character: str) -> bool:
    """Tell whether a part of a class has a character."""
    kind, value = item
    if kind is op.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    if kind is op.LITERAL:
        return bool(ord(character) == value)
    name = str(value)
    known = next(characters for word, characters in _CLASSES.items() if word in name)
    is_in = character in known or ("WORD" in name and character.isalnum())
    return is_in is ("NOT" not in name)


if __name__ == "__main__":
    sys.exit(main())

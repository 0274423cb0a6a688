"""The rules that a configuration defines: their own small database, beside the one of the pack.

It is cached by their digest, as `leakguard.triggers` says; what is cached was found to be right.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import hyperscan

from leakguard import cache, triggers
from leakguard.document import Document
from leakguard.errors import RuleError
from leakguard.registry import RuleEntry
from leakguard.rule.form import as_example
from leakguard.rule.own import OwnRule
from leakguard.triggers import Triggers, databases
from leakguard.values import reason_against, reasons


class ExampleError(RuleError):
    """A rule and its examples differ, or Hyperscan does not take its pattern: `at` is its number,
    from 0, and `key` what is wrong of it."""

    def __init__(self, message: str, at: int, key: str) -> None:
        super().__init__(message)
        self.at = at
        self.key = key


def joined(known: Triggers, rules: Sequence[OwnRule]) -> Triggers:
    """Add rules to the triggers of the pack.

    Raises:
        ExampleError: a rule is wrong.
    """
    first = known.first_free
    gap = [()] * (first - len(known.owners))
    start = len(known.rules)
    return replace(
        known,
        rules=(*known.rules, *(RuleEntry(it.id, "", it.kind, own=it) for it in rules)),
        owners=(*known.owners, *gap, *((start + at,) for at in range(len(rules)))),
        own=database(rules),
        first_own=first,
    )


def database(rules: Sequence[OwnRule]) -> hyperscan.Database:
    """Give what looks for some rules, each by its number from 0, from the cache where it has it.

    Raises:
        ExampleError: a rule is wrong.
    """
    key = triggers.cache_key(hashlib.sha256(repr(rules).encode()).hexdigest())
    name = f"own-{key[:32]}.bin"
    if (content := cache.read(name, key)) is not None:
        try:
            return databases.loaded(content[0])
        except (hyperscan.error, ValueError, LookupError):
            pass  # this Hyperscan does not take it: it is made anew
    from leakguard.triggers import compiling  # most runs only load

    for at, rule in enumerate(rules):
        try:
            compiling.database({0: rule.pattern})
        except hyperscan.error as error:
            told = str(error).partition(";")[0].rstrip(".")
            raise ExampleError(f"Hyperscan refuses it: {told}", at, "pattern") from None
    dumped = hyperscan.dumpb(compiling.database({at: it.pattern for at, it in enumerate(rules)}))
    made = databases.loaded(dumped)
    for at, rule in enumerate(rules):
        _check_examples(rule, made, at)
    cache.write(name, key, dumped)
    return made


def _check_examples(rule: OwnRule, made: hyperscan.Database, at: int) -> None:
    for key in ("invalid", "valid"):
        for number, example in enumerate(getattr(rule, key), start=1):
            text = as_example(example).text
            data = text.encode() if isinstance(text, str) else text
            ends = [end for it, end in databases.matches(made, data) if it == at]
            document = Document("example.txt", "example.txt", data)
            told = [
                it.reason or reason_against(it.value, it.shape) for it in rule.find(document, ends)
            ]
            if key == "valid" and None in told:
                raise ExampleError(f"example {number} matches, and must not", at, key)
            if key == "invalid" and None not in told:
                why = next((f": {reasons.in_words(it)}" for it in told if it), "")
                raise ExampleError(f"example {number} is not found{why}", at, key)

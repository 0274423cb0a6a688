"""API keys whose form tells nothing, told by the secret that is written right behind them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from leakguard.candidate import Candidate
from leakguard.context import names
from leakguard.document import Document
from leakguard.finding import Role
from leakguard.rule.form import SYNTAX
from leakguard.values.randomness import is_random

_OF_FORM = {"uuid", "digest-shaped", "not-mixed-case", "too-short"}
"""Reasons against a value of no telling name, such as `key`, which many identifiers have."""

_SHORT = re.compile(r"(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9_\-]{8,15}")
"""A key as short as Deribit's, which is still no word."""

_REACH = 100
_BETWEEN = re.compile(
    rb"""["']\)?[ \t]{0,9}[,;]?[ \t]{0,9}(?:\#[^\n]{0,40})?+\s{0,60}+
         (?:[\w.]{1,40}\[)?["']?[\w.\-]{0,40}["']?\]?[ \t]{0,9}  # self.secret, d["secret"]
         (?::[ \t]{0,9}[\w\[\]., |]{1,30}(?==))?[:=]?[ \t]{0,9}[rb]?["']""",
    re.VERBOSE,
)
"""From the end of one value to the next, with nothing but the latter's name before it."""

Rejected = tuple[Candidate, str]


def with_keys_beside(
    document: Document, kept: Sequence[Candidate], rejected: list[Rejected]
) -> list[Candidate]:
    """Give what is kept, and the keys among what is rejected that stand with a secret that is."""
    secrets = sorted((it for it in kept if _is_of(it, Role.SECRET)), key=lambda it: it.span)
    found: list[Candidate] = []
    others: list[Rejected] = []
    for it, reason in rejected if secrets else ():
        behind = bisect_left(secrets, it.span[1], key=lambda it: it.span[0])
        following = secrets[behind : behind + 1] if _is_possible(it, reason) else ()
        if any(_are_one(document, it, secret) for secret in following):
            found.append(it)
        else:
            others.append((it, reason))
    if found:
        rejected[:] = others  # at once: to take out one after the other takes time for each pair
    return [*kept, *found]


def _is_possible(it: Candidate, reason: str) -> bool:
    is_short = reason == "too-short"
    is_drawn = not is_short or (_SHORT.fullmatch(it.value) is not None and is_random(it.value))
    return reason in _OF_FORM and is_drawn and _is_of(it, Role.KEY)


def _is_of(it: Candidate, role: Role) -> bool:
    return it.rank >= SYNTAX and it.role is role and it.document is None and it.used_in is None


def _are_one(document: Document, key: Candidate, secret: Candidate) -> bool:
    """Whether a secret is written right behind a key, and their names differ in nothing else."""
    start, end = key.span[1], secret.span[0]
    is_beside = end - start <= _REACH and _BETWEEN.fullmatch(document.data, start, end) is not None
    return is_beside and names.stem(key.name or "") == names.stem(secret.name or "")

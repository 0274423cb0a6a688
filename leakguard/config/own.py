"""The rules that a configuration defines, from its tables."""

import re
from collections.abc import Sequence
from typing import Any

from leakguard.config.settings import SettingError, severity, strings
from leakguard.errors import RuleError
from leakguard.levels import Confidence, Role, Severity, Shape
from leakguard.rule.form import PROVIDER, check_id
from leakguard.rule.own import OwnRule
from leakguard.text import nearest, quoted
from leakguard.triggers import own

KEYS = ("id", "title", "pattern", "words", "severity", "invalid", "valid")
NEEDED = ("id", "title", "pattern", "invalid", "valid")

MOST_RULES = 100
LONGEST = 1000
"""Characters of a pattern."""

_WHY = "By a rule of this project it is a credential: whoever reads it can use it."
_ADVICE = (
    "Revoke it where it was given out, and make a new one.",
    "Keep the new one in the environment or a secret store.",
)


def rules_in(value: Any, name: str, known: Sequence[str]) -> tuple[OwnRule, ...]:
    """Give the rules of a list of tables; `known` are ids that are taken.

    Raises:
        SettingError: a rule is not well-formed, is called as another one, or differs from its
            examples.
    """
    if not isinstance(value, list) or not all(isinstance(it, dict) for it in value):
        raise SettingError(f"{name} has to be a list of tables, each a [[{name}]]")
    if len(value) > MOST_RULES:
        raise SettingError(f"{name}: over {MOST_RULES} are too many")
    rules: list[OwnRule] = []
    for at, table in enumerate(value):
        rule = _rule(table, name, at)
        if rule.id in (*known, *(it.id for it in rules)):
            raise SettingError(
                f"{name}: there is a rule {quoted(rule.id)} already", route=(at, "id")
            )
        rules.append(rule)
    try:
        if rules:
            own.database(tuple(rules))
    except own.ExampleError as error:
        told = f"{name}: {error.key} of {quoted(rules[error.at].id)}: {error}"
        raise SettingError(told, route=(error.at, error.key)) from None
    return tuple(rules)


def _rule(table: dict[str, Any], name: str, at: int) -> OwnRule:
    for key in table:
        if key not in KEYS:
            hint = nearest(key, list(KEYS))
            raise SettingError(f"{name}: a rule has no {quoted(key)}{hint}", route=(at, key))
    for key in NEEDED:
        if key not in table:
            raise SettingError(f"{name}: a rule needs {key!r}", route=(at,))
    texts = {key: _text(table[key], f"{name}: {key}", (at, key)) for key in NEEDED[:3]}
    lists = {key: _texts(table.get(key, []), f"{name}: {key}", (at, key), key in NEEDED)
             for key in ("words", "invalid", "valid")}  # fmt: skip
    level = table.get("severity", str(Severity.HIGH))
    key, pattern = "id", _named(texts["pattern"])
    try:
        check_id(texts["id"])
        key = "severity"
        chosen = severity(level, f"{name}: severity")
        key = "pattern"
        return OwnRule(
            id=texts["id"],
            title=texts["title"],
            why=_WHY,
            severity=chosen,
            confidence=Confidence.HIGH,
            pattern=pattern,
            context="|".join(map(re.escape, lists["words"])) or None,
            advice=_ADVICE,
            references=(),
            invalid=lists["invalid"],
            valid=lists["valid"],
            role=Role.TOKEN,
            rank=PROVIDER,
            shape=Shape.EXACT,
        )
    except SettingError as error:
        raise SettingError(str(error), route=(at, key)) from None
    except RuleError as error:
        told = (
            str(error).replace(f"pattern {pattern!r} ", "").replace(f"rule id {texts['id']!r} ", "")
        )
        told = f"{name}: {key} of {quoted(texts['id'])} {told}"
        raise SettingError(told, route=(at, key)) from None


def _named(pattern: str) -> str:
    """Let the whole match be the value, where the pattern names none."""
    return pattern if "(?P<secret>" in pattern else f"(?P<secret>{pattern}\n)"


def _text(value: Any, name: str, route: tuple[int, str]) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise SettingError(f"{name} has to be a text of 1 to {LONGEST} characters", route=route)
    return value


def _texts(value: Any, name: str, route: tuple[int, str], is_needed: bool) -> tuple[str, ...]:
    try:
        found = strings(value, name)
    except SettingError as error:
        raise SettingError(str(error), route=route) from None
    if (is_needed and not found) or not all(it.strip() for it in found):
        raise SettingError(f"{name} has to have a text, and none that is empty", route=route)
    return found

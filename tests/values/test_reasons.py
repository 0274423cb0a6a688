"""Each reason for which a value is no finding has a sentence, and none has one too many."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from leakguard.context.other_things import OTHER_THINGS
from leakguard.examples import made_up
from leakguard.reporters import View, reporter
from leakguard.values import notations
from leakguard.values.reasons import REASONS
from tests.support import scan

ROOT = Path(__file__).resolve().parent.parent.parent
KEY, SECRET = made_up("base62", 64, 651), made_up("base62", 64, 652)

_TELLING = ("reason", "reject", "other")
"""What the functions are called that give the name of a reason, or None."""


def texts(node: ast.expr | None) -> Iterator[str]:
    """The texts that an expression may give."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))
    elif isinstance(node, ast.BoolOp):
        yield from (it for value in node.values for it in texts(value))
    elif isinstance(node, ast.Lambda):
        yield from texts(node.body)


def given_in(tree: ast.AST) -> Iterator[str]:
    """The names of reasons that a module gives."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(it in node.name for it in _TELLING):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return):
                    yield from texts(inner.value)
        elif isinstance(node, ast.Assign):
            if any(isinstance(it, ast.Name) and it.id == "reason" for it in node.targets):
                yield from texts(node.value)
        elif isinstance(node, ast.keyword) and node.arg in ("reason", "rejects"):
            yield from texts(node.value)


def given() -> set[str]:
    """The names of reasons that the rules, and what they ask, give."""
    files = [*(ROOT / "rules").rglob("*.py"), ROOT / "leakguard/judging/judge.py"]
    for folder in ("rule", "values", "context"):
        files += (ROOT / "leakguard" / folder).glob("*.py")
    found = {it for file in files for it in given_in(ast.parse(file.read_text(encoding="utf-8")))}
    return found | set(OTHER_THINGS.values()) | {reason for _, reason in notations.FORMS}


def test_each_reason_has_a_sentence() -> None:
    assert given() == set(REASONS)


@pytest.mark.parametrize(("name", "sentence"), REASONS.items(), ids=REASONS)
def test_a_sentence_goes_on_behind_a_colon(name: str, sentence: str) -> None:
    assert sentence[0].islower()
    assert not sentence.endswith(".")
    assert name not in sentence or "-" not in name


def test_why_names_the_rule_that_found_what_another_rejected() -> None:
    text = f'ACCOUNTS["a"] = {{"key": "{KEY}", "secret": "{SECRET}"}}\n'
    report = scan({"bot.py": f"from binance.client import Client\n{text}"}, explain=True)
    shown = reporter("text")(report, View(why=True))
    assert "hard-coded-secret  found by hardcoded-assignment, not here: it is only called" in shown

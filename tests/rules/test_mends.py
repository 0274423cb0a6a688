"""What a syntax rule advises, what `leakguard fix` does, and what its examples say is one thing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from leakguard import registry
from leakguard.finding import Finding, Report
from leakguard.fix.idioms import Setting
from leakguard.fix.plan import Terms, plan
from leakguard.fix.planned import Plan
from leakguard.rule import Invalid, SyntaxRule
from tests.support import scan


def _examples(*, is_fixed: bool) -> Iterator[object]:
    for entry, rule in registry.all_rules():
        if isinstance(rule, type) and issubclass(rule, SyntaxRule):
            for number, example in enumerate(rule.INVALID, start=1):
                if example.fixed is not None or not is_fixed:
                    yield pytest.param(entry.id, example, id=f"{entry.id}-{number}")


def _report(example: Invalid, text: str) -> Report:
    return scan({example.path: text, **dict(example.beside)}, fixes=True)


def _planned(folder: Path, example: Invalid) -> tuple[Report, Plan]:
    for path, text in {example.path: example.text, **dict(example.beside)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    report = _report(example, example.text)
    setting = Setting(str(folder / ".env"), str(folder), "service")
    return report, plan(report, Terms(setting, unsafe=True), {})


def _text(plan: Plan, example: Invalid) -> str:
    own = [it.raw.decode() for it in plan.files if it.script.path == example.path]
    return own[0] if own else example.text


@pytest.mark.parametrize(("rule", "example"), list(_examples(is_fixed=True)))
def test_a_fix_writes_what_the_example_says(tmp_path: Path, rule: str, example: Invalid) -> None:
    _, planned = _planned(tmp_path, example)
    assert _text(planned, example) == example.fixed
    assert rule in {it.finding.rule for it in planned.mended}


@pytest.mark.parametrize(("rule", "example"), list(_examples(is_fixed=False)))
def test_the_advice_shows_what_a_fix_writes(tmp_path: Path, rule: str, example: Invalid) -> None:
    report, planned = _planned(tmp_path, example)
    written = _text(planned, example).splitlines()
    shown = [it.advice.replacement for it in report.findings if it.rule == rule]
    for replacement in filter(None, shown):
        lines = [*replacement.line.splitlines(), *(replacement.imports or "").splitlines()]
        assert [it for it in lines if not any(it.strip() in line for line in written)] == []


@pytest.mark.parametrize(("rule", "example"), list(_examples(is_fixed=False)))
def test_what_is_fixed_is_not_found_again(tmp_path: Path, rule: str, example: Invalid) -> None:
    _, planned = _planned(tmp_path, example)
    left = [_identity(it.finding) for it in planned.left]
    after = _text(planned, example)
    ast.parse(after)
    again = [_identity(it) for it in _report(example, after).findings]
    assert [it for it in again if it not in left] == []


def _identity(finding: Finding) -> tuple[str, str | None]:
    return finding.rule, finding.secret.reveal() if finding.secret else None

"""What a syntax rule advises, what `leakguard fix` does, and what its examples say is one thing."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from leakguard import registry
from leakguard.finding import Finding, Report
from leakguard.fix.idioms import Setting
from leakguard.fix.plan import Terms, plan
from leakguard.fix.planned import Plan
from leakguard.rule import Invalid, SyntaxRule
from tests.grouped import each
from tests.support import scan

Planned = Callable[[Invalid], tuple[Report, Plan]]


def _examples(*, is_fixed: bool) -> dict[str, dict[str, Invalid]]:
    """Give the examples of each rule by their numbers."""
    found: dict[str, dict[str, Invalid]] = {}
    for entry, rule in registry.all_rules():
        if isinstance(rule, type) and issubclass(rule, SyntaxRule):
            own = {
                f"{entry.id}-{number}": example
                for number, example in enumerate(rule.INVALID, start=1)
                if example.fixed is not None or not is_fixed
            }
            if own:
                found[entry.id] = own
    return found


FIXED, ALL = _examples(is_fixed=True), _examples(is_fixed=False)


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


@pytest.fixture
def planned(tmp_path_factory: pytest.TempPathFactory) -> Planned:
    """Scans an example in a folder of its own, and plans its fix."""
    return lambda example: _planned(tmp_path_factory.mktemp("example"), example)


@pytest.mark.parametrize("rule", FIXED)
def test_a_fix_writes_what_the_example_says(planned: Planned, rule: str) -> None:
    def check(example: Invalid) -> None:
        _, plan = planned(example)
        assert _text(plan, example) == example.fixed
        assert rule in {it.finding.rule for it in plan.mended}

    each(FIXED[rule], check)


@pytest.mark.parametrize("rule", ALL)
def test_the_advice_shows_what_a_fix_writes(planned: Planned, rule: str) -> None:
    def check(example: Invalid) -> None:
        report, plan = planned(example)
        written = _text(plan, example).splitlines()
        shown = [it.advice.replacement for it in report.findings if it.rule == rule]
        for replacement in filter(None, shown):
            lines = [*replacement.line.splitlines(), *(replacement.imports or "").splitlines()]
            assert [it for it in lines if not any(it.strip() in line for line in written)] == []

    each(ALL[rule], check)


@pytest.mark.parametrize("rule", ALL)
def test_what_is_fixed_is_not_found_again(planned: Planned, rule: str) -> None:
    def check(example: Invalid) -> None:
        _, plan = planned(example)
        left = [_identity(it.finding) for it in plan.left]
        after = _text(plan, example)
        ast.parse(after)
        again = [_identity(it) for it in _report(example, after).findings]
        assert [it for it in again if it not in left] == []

    each(ALL[rule], check)


def _identity(finding: Finding) -> tuple[str, str | None]:
    return finding.rule, finding.secret.reveal() if finding.secret else None

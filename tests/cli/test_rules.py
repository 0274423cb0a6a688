"""`leakguard rules`: what is looked for, in words."""

from pathlib import Path

import pytest

from leakguard.registry import all_rules
from tests.cli.conftest import Done, Run

IDS = [entry.id for entry, _ in all_rules()]
PACKAGES = sorted({entry.module.rpartition(".")[0] for entry, _ in all_rules()})


def test_the_list_has_a_line_for_each_rule(tmp_path: Path, run: Run) -> None:
    done = run("rules", cwd=tmp_path)
    assert [line.split()[0] for line in done.out.splitlines()] == IDS


def test_a_line_tells_kind_severity_confidence_and_title(tmp_path: Path, run: Run) -> None:
    lines = run("rules", cwd=tmp_path).out.splitlines()
    line = next(it for it in lines if it.startswith("binance-key-pair "))
    words = line.split(maxsplit=4)
    assert words[1:] == ["pair", "critical", "high", "Binance API key and its secret"]


def _wrong(rule: str, done: Done) -> list[str]:
    """Give what is missing in what is shown of a rule."""
    lines = done.out.splitlines()
    if (done.code, done.err) != (0, "") or lines.count("References:") != 1:
        return ["it is not shown, or without references"]
    steps = lines[lines.index("What to do:") + 1 : lines.index("References:") - 1]
    is_said = {
        "its name": lines[0].startswith(f"{rule}: "),
        "severity": lines[2].startswith("Severity "),
        "why": sum(line.startswith("Why it is bad: ") for line in lines) == 1,
        "whole sentences of advice": bool(steps) and all(step.endswith(".") for step in steps),
        "a link": lines[-1].startswith("  https://"),
    }
    return [it for it, is_there in is_said.items() if not is_there]


@pytest.mark.parametrize("package", PACKAGES)
def test_each_rule_is_shown_with_all_that_there_is_to_say(
    tmp_path: Path, run: Run, package: str
) -> None:
    rules = [entry.id for entry, _ in all_rules() if entry.module.rpartition(".")[0] == package]
    wrong = {it: _wrong(it, run("rules", "show", it, cwd=tmp_path)) for it in rules}
    assert {rule: what for rule, what in wrong.items() if what} == {}

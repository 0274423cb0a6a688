"""`leakguard rules`: what is looked for, in words."""

from pathlib import Path

import pytest

from leakguard.registry import all_rules
from tests.cli.conftest import Run

IDS = [entry.id for entry, _ in all_rules()]


def test_the_list_has_a_line_for_each_rule(tmp_path: Path, run: Run) -> None:
    done = run("rules", cwd=tmp_path)
    assert [line.split()[0] for line in done.out.splitlines()] == IDS


def test_a_line_tells_kind_severity_confidence_and_title(tmp_path: Path, run: Run) -> None:
    lines = run("rules", cwd=tmp_path).out.splitlines()
    line = next(it for it in lines if it.startswith("binance-key-pair "))
    words = line.split(maxsplit=4)
    assert words[1:] == ["pair", "critical", "high", "Binance API key and its secret"]


@pytest.mark.parametrize("rule", IDS)
def test_each_rule_is_shown_with_all_that_there_is_to_say(
    tmp_path: Path, run: Run, rule: str
) -> None:
    done = run("rules", "show", rule, cwd=tmp_path)
    lines = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert lines[0].startswith(f"{rule}: ")
    assert lines[2].startswith("Severity ")
    assert sum(line.startswith("Why it is bad: ") for line in lines) == 1
    assert lines.count("References:") == 1
    steps = lines[lines.index("What to do:") + 1 : lines.index("References:") - 1]
    assert all(step.endswith(".") for step in steps), steps
    assert lines[-1].startswith("  https://")

"""The search for the costliest pattern, with a stopwatch that is made up."""

from collections.abc import Mapping, Sequence

import pytest

from tests.bench.patterns import Cost, costs, report

PATTERNS = tuple(f"pattern{number}" for number in range(20))


def passes(slow: Mapping[str, float]) -> list[Cost]:
    """What the search finds where each of some patterns adds so much to a second."""
    return costs(PATTERNS, lambda those: 1 + sum(slow.get(it, 0) for it in those))


def test_no_pattern_is_named_that_costs_nothing() -> None:
    assert passes({}) == []


def test_the_costliest_comes_first() -> None:
    found = passes({"pattern3": 0.2, "pattern14": 0.8})
    assert [it.patterns for it in found] == [("pattern14",), ("pattern3",)]


def test_the_ratio_is_that_of_all_to_all_but_one() -> None:
    assert passes({"pattern3": 2}) == [Cost(("pattern3",), 3.0)]


def test_two_that_are_slow_each_are_named_together() -> None:
    def seconds(those: Sequence[str]) -> float:
        return 3 if {"pattern2", "pattern3"} & set(those) else 1

    (cost,) = costs(PATTERNS, seconds)
    assert {"pattern2", "pattern3"} <= set(cost.patterns)


@pytest.mark.parametrize(
    ("cost", "code"),
    [
        (Cost(("a",), 1.2), 0),
        (Cost(("a",), 1.4), 1),
        (Cost(("a", "b"), 1.4), 0),
    ],
    ids=["cheap", "slow", "several"],
)
def test_one_slow_pattern_fails(cost: Cost, code: int) -> None:
    text, exit_code = report([cost], lambda _: "a-rule")
    assert exit_code == code
    assert "a-rule" in text

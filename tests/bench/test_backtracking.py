"""Texts made from a pattern show whether it takes for ever on one that it almost matches."""

import re
import signal
from collections.abc import Iterator

import pytest

from tests.bench import backtracking


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    """What ends a pattern that takes too long."""

    def give_up(*_: object) -> None:
        raise backtracking.TooLong

    before = signal.signal(signal.SIGALRM, give_up)
    yield
    signal.signal(signal.SIGALRM, before)


FOR_EVER = {
    "a repetition of a repetition": re.compile(r"(?:[A-Z]+[a-z]*)+!"),
    "two ways to read the same": re.compile(rb"(?:a_|b_|a_b_)*c"),
    "inside brackets": re.compile(r"(?:[^()]|\([^()]*\)|\((?:[^()]|\([^()]*\))*\))*\."),
}


@pytest.mark.parametrize("pattern", FOR_EVER.values(), ids=FOR_EVER)
def test_a_pattern_that_tries_all_ways_is_told(pattern: re.Pattern[str]) -> None:
    assert any(backtracking.slow("it", pattern, seed) for seed in range(3))


@pytest.mark.parametrize(
    "pattern",
    [r"(?:[A-Z][a-z]*+)+!", r"[a-z]{1,40}(?:_[a-z]{1,40})*", r"(?<=a)[^\W\d_]+\.\d$"],
    ids=["one way", "parted", "looking back"],
)
def test_a_pattern_with_one_way_is_not(pattern: str) -> None:
    assert backtracking.slow("it", re.compile(pattern), 1) is None


def test_the_patterns_are_those_of_modules_and_of_rules() -> None:
    found = backtracking.patterns()
    assert {"leakguard.values.notations._BASE64", "url-password"} <= set(found)
    assert set(backtracking.EXCUSED) <= set(found)

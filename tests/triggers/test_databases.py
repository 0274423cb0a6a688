"""What is looked for around runs alone is found as if it were looked for everywhere."""

from functools import cache

import hyperscan
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leakguard.pattern import width
from leakguard.triggers import compiling
from leakguard.triggers.databases import Dumped, InRuns, loaded, matches
from leakguard.triggers.runs import RUN

PATTERNS = {
    0: r"(?: ^ | [^A-Za-z0-9_] ) [A-Za-z0-9]{64} (?: $ | [^A-Za-z0-9_] )",
    1: r"(?i: binance ) [^\n]{0,100} [^A-Za-z0-9\n] [a-z0-9]{32,40} (?: $ | [^A-Za-z0-9] )",
    2: r"^ [0-9a-f]{32} $",
    3: r"\b x_ [a-f]{33} \b",
}


def compiled(patterns: dict[int, str], once: dict[int, str] | None = None) -> hyperscan.Database:
    return loaded(hyperscan.dumpb(compiling.database(patterns, once or {})))


@cache
def everywhere() -> hyperscan.Database:
    return compiled(PATTERNS)


@cache
def in_runs() -> InRuns:
    patterns = Dumped(hyperscan.dumpb(compiling.database(PATTERNS)))
    return InRuns(compiled({}, {0: RUN}), patterns, max(map(width, PATTERNS.values())))


RUNS = st.sampled_from([31, 32, 33, 40, 63, 64, 65, 700, 3000]).map(lambda n: b"a1" * n)
TEXTS = st.lists(
    st.one_of(
        RUNS.flatmap(lambda run: st.integers(0, len(run) // 2).map(lambda n: run[:n])),
        st.sampled_from([b"\n", b" ", b"_", b"x_" + b"f" * 33, b"binance: "]),
        st.sampled_from([50, 99, 101, 1000, 2500]).map(lambda n: b". " * n),
    ),
    max_size=12,
).map(b"".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_as_many_matches_as_everywhere(text: bytes) -> None:
    assert sorted(in_runs().matches(text)) == sorted(matches(everywhere(), text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(0, 0, id="alone"),
        pytest.param(5000, 0, id="at the end"),
        pytest.param(0, 5000, id="at the beginning"),
        pytest.param(5000, 5000, id="in the midst"),
    ],
)
def test_a_run_is_found(before: int, after: int) -> None:
    text = b"-" * before + b"\n" + b"a1" * 32 + b"\n" + b"-" * after
    assert {pattern for pattern, _ in in_runs().matches(text)} == {0}


def test_no_part_is_looked_at_twice() -> None:
    text = (b"a1" * 16 + b" ") * 400
    parts = list(in_runs()._around_runs(memoryview(text)))
    assert parts == [(0, len(text))]


def test_what_is_far_from_a_run_is_not_looked_at() -> None:
    text = b"-" * 50_000 + b"a1" * 16 + b"-" * 50_000
    [(start, stop)] = in_runs()._around_runs(memoryview(text))
    assert start > 49_000
    assert stop < 52_000


def test_at_the_most_so_many_matches_are_told() -> None:
    assert len(matches(everywhere(), b"x_" + b"f" * 33 + b"\n", 1)) == 1


def test_a_large_text_full_of_runs_is_looked_at_once() -> None:
    text = (b"a1" * 32 + b"\n") * 100_000
    assert len(in_runs().matches(text)) == 2 * 100_000

"""By what Hyperscan finds a pattern: a long run of letters and digits, a literal, or neither."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakguard import registry
from leakguard.pattern import FLAGS
from leakguard.triggers import compiling
from leakguard.triggers.runs import RUN, has_literal, holds_run, longest_run


@pytest.mark.parametrize(
    ("pattern", "length"),
    [
        pytest.param("[a-z]{32}", 32, id="a class"),
        pytest.param("ab[0-9]{3,9}", 5, id="literals and the least of a repetition"),
        pytest.param("ab-[0-9]{3}", 3, id="broken by another character"),
        pytest.param("[a-z_]{32}", 0, id="a class with another character"),
        pytest.param(r"\d{4} \w{9}", 4, id="digits, and what may be an underscore"),
        pytest.param("[^a]{9}", 0, id="a negated class"),
        pytest.param("(?: [a-z]{5} | [0-9]{7} )", 5, id="the shortest of the alternatives"),
        pytest.param("(?: [a-z]{5} | - ) [a-z]{3}", 3, id="an alternative without a run"),
        pytest.param("[a-z]{5} (?: $ | [^a-z] )", 5, id="a delimiter or an end"),
        pytest.param("[a-z]{5} [0-9]? [a-z]{5}", 10, id="an optional part of the run"),
        pytest.param("[a-z]{5} -? [a-z]{6}", 6, id="an optional part that breaks it"),
        pytest.param("(?: [a-z]{4} ){3}", 12, id="a repetition of a run"),
        pytest.param("(?: [a-z]{4} - ){3}", 4, id="a repetition of what is broken"),
        pytest.param("(?i: key ) [a-z]{2}", 5, id="without regard to case"),
        pytest.param(r"\b [a-z]{4}", 4, id="a word's edge"),
        pytest.param("a \\. b", 1, id="a literal that is no letter"),
    ],
)
def test_the_longest_run(pattern: str, length: int) -> None:
    assert longest_run(pattern) == length


def test_what_is_too_wide_holds_none() -> None:
    assert holds_run("[a-z]{32}")
    assert not holds_run("[a-z]{32} x{0,900}")


@pytest.mark.parametrize(
    ("pattern", "is_in_it"),
    [
        pytest.param("sk_ [a-z]{20}", True, id="a literal"),
        pytest.param("[a-z]{6} : [a-z]{6}", False, id="a single character"),
        pytest.param("[a-z] [0-3a]: [a-z]", False, id="a class of some characters"),
        pytest.param("[a-z] [bB]: [a-z]", True, id="a small class, which is written out"),
        pytest.param(r"\w: [a-z]", False, id="a category, which may have more"),
        pytest.param("[^a] : [a-z]", False, id="a negated class"),
        pytest.param("(?: ab | c ) [a-z]", False, id="an alternative without one"),
        pytest.param("a b? c", False, id="an optional part between its characters"),
        pytest.param("a{1,3} b", True, id="the last of a repetition"),
        pytest.param("(?: [a-z]{3,11} [ ] ){11} [a-z]", False, id="words"),
    ],
)
def test_has_a_literal(pattern: str, is_in_it: bool) -> None:
    assert has_literal(pattern) is is_in_it


OF_RULES = [it for it in compiling.patterns_of(registry.all_rules()) if holds_run(it)]


def test_the_secret_of_binance_is_looked_for_around_runs() -> None:
    assert any("[A-Za-z0-9]{64}" in it for it in OF_RULES)


@given(st.data())
def test_a_match_of_such_a_pattern_holds_a_run(data: st.DataObject) -> None:
    pattern = re.compile(data.draw(st.sampled_from(OF_RULES)).encode(), FLAGS)
    text = data.draw(st.from_regex(pattern))
    found = pattern.search(text)
    assert found is not None
    assert re.search(RUN.encode(), found.group()) is not None

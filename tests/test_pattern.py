"""Patterns that Hyperscan and `re` read alike."""

import re

import pytest

from leakguard.errors import RuleError
from leakguard.pattern import WIDEST, check_trigger, compile_bytes, width


@pytest.mark.parametrize(
    "pattern",
    [
        r"[a-z]{64}\b",
        r"(?P<secret>[a-z]{64})(?:$|[^a-z])",
        r"abc [0-9]{4}",
        r"(?: a | b{3} ) c?",
        r"key = x?",
        r"key = [a-z]{64}",
        r"\b [a-z]{64} \b",
        r"[a-z]{1,9} (?: ; | $ )",
        r"(?i: key ) [a-z]{1,20} ;",
    ],
)
def test_a_delimited_pattern_is_taken(pattern: str) -> None:
    check_trigger(pattern)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (r"(?=a)b", "look-around"),
        (r"(?!a)b", "look-around"),
        (r"b(?<=a)", "look-around"),
        (r"(?:x(?<!a))b", "look-around"),
        (r"(a)\1", "back-reference"),
        (r"(?P<x>a)(?P=x)", "back-reference"),
        (r"(a)?(?(1)b|c)d", "back-reference"),
        (r"a.*b", "no bound"),
        (r"a+b", "no bound"),
        (r"a{2,}b", "no bound"),
        (rf"a{{1,{WIDEST}}}b", "no bound"),
        (r"a{1,9}", "open tail"),
        (r"key = [a-z]{16,64}", "open tail"),
        (r"(?:a | b{1,9})", "open tail"),
        (r"(x(?P<secret>a{1,9}))", "open tail"),
        (r"a{0,2}?", "open tail"),
        (r"[a-z]{1,9} c?", "open tail"),
        (r"[a-z]{1,9} (?: c{0,3} | )", "open tail"),
        (r"[a-z]{64}", "open tail"),
        (r"(?P<secret> [a-z]{64} )", "open tail"),
        (r"[a-z]{4} x [a-z]{4}", "open tail"),
        (r"a(", "cannot be compiled"),
        (r"ä", "cannot be compiled"),
    ],
)
def test_what_would_slow_or_break_hyperscan_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(RuleError, match=re.escape(reason)):
        check_trigger(pattern)


@pytest.mark.parametrize(
    ("pattern", "widest"),
    [(r"abc", 3), (r"a{1,9} b", 10), (r"(?: ab | c ) d?", 3), (r"\b a $", 1)],
)
def test_the_width_is_the_most_that_can_match(pattern: str, widest: int) -> None:
    assert width(pattern) == widest


def test_a_pattern_is_verbose_over_bytes_and_by_lines() -> None:
    pattern = compile_bytes(r"^ (?P<secret> b ) $  # a comment")
    assert pattern.search(b"a\nb\nc")

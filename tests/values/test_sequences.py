"""Octets that count are no key, in whatever they are written; those drawn by chance are not told
to count."""

from base64 import b64encode, urlsafe_b64encode
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakguard.levels import Shape
from leakguard.values import reason_against
from leakguard.values.sequences import counts_up, is_simple_number

_COUNTING = bytes(range(32))
_DIGITS = b"1234567890123456"


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(_COUNTING.hex(), id="hexadecimal"),
        pytest.param(_COUNTING.hex(":"), id="hexadecimal-with-colons"),
        pytest.param(b64encode(_COUNTING).decode(), id="base64"),
        pytest.param(urlsafe_b64encode(_COUNTING).decode().rstrip("="), id="base64-unpadded"),
        pytest.param(b64encode(_COUNTING[::-1]).decode(), id="base64-downwards"),
        pytest.param(b64encode(_DIGITS).decode(), id="base64-of-digits"),
    ],
)
def test_octets_that_count(value: str) -> None:
    assert counts_up(value)


@pytest.mark.parametrize("length", range(12, 64))
def test_octets_drawn_by_chance_do_not_count(length: int) -> None:
    assert not counts_up(b64encode(Random(length).randbytes(length)).decode())


@given(st.text(max_size=80))
def test_any_text_is_told(value: str) -> None:
    assert counts_up(value) in (True, False)


@pytest.mark.parametrize("digits", ["7", "123", "1234", "8888", "2468", "102030", "112233"])
def test_numbers_at_one_distance_are_simple(digits: str) -> None:
    assert is_simple_number(digits)


@pytest.mark.parametrize("digits", ["", "1984", "102031", "20260418", "12ab"])
def test_other_numbers_are_not_simple(digits: str) -> None:
    assert not is_simple_number(digits)


@pytest.mark.parametrize(
    ("middle", "reason"),
    [("fGhIjKlMnOpQrStUvWxYz", "sequence"), ("ABCDEFGHIJKL", None)],
    ids=["most of the alphabet", "some of it"],
)
def test_a_token_that_walks_along_the_alphabet_is_a_sample(middle: str, reason: str | None) -> None:
    assert reason_against(f"kzq7RmW2.{middle}x9TqKv3", Shape.EXACT) == reason

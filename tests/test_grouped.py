"""Cases in one test: all are looked at, and all that fail are named."""

import pytest

from tests.grouped import each


def _is_even(number: int) -> None:
    if number == 7:
        pytest.fail("seven")
    assert number % 2 == 0


def test_what_holds_for_all_passes() -> None:
    each([2, 4], _is_even)


@pytest.mark.parametrize(
    ("cases", "names"),
    [
        pytest.param(
            {"one": 1, "two": 2, "seven": 7, "three": 3}, ["one", "seven", "three"], id="named"
        ),
        pytest.param([1, 2, 5], ["1", "5"], id="without-names"),
    ],
)
def test_each_that_fails_is_told(cases: dict[str, int] | list[int], names: list[str]) -> None:
    with pytest.raises(BaseExceptionGroup, match=f"cases fail: {', '.join(names)}$") as raised:
        each(cases, _is_even)
    notes = [it.__notes__ for it in raised.value.exceptions]
    assert notes == [[f"The case: {name}"] for name in names]


def test_none_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="there is no case"):
        each([], _is_even)

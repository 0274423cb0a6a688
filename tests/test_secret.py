"""A secret prints as a mask, whoever prints it."""

import json
import pickle
import traceback

import pytest

from leakguard.examples import made_up
from leakguard.secret import Secret, SecretText, mask

VALUE = made_up("base62", 64, 70)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("", "****"),
        ("hunter2", "****"),
        ("a" * 15, "****"),
        ("abcd" * 4, "abcd****"),
        (VALUE, VALUE[:4] + "****"),
        ("-----BEGIN PRIVATE" + " KEY-----", "****"),
        ("ab\x1b[" + "c" * 20, "****"),
    ],
    ids=["empty", "short", "15", "16", "64", "no letters first", "a terminal's escape"],
)
def test_a_mask_shows_at_most_four_characters_and_not_the_length(value: str, shown: str) -> None:
    assert mask(value) == shown


@pytest.mark.parametrize(
    "printed",
    [
        str(Secret(VALUE)),
        repr(Secret(VALUE)),
        f"{Secret(VALUE)}",
        f"{Secret(VALUE)!r:>90}",
        "%s %r" % (Secret(VALUE), [Secret(VALUE)]),  # noqa: UP031
        str({"secret": Secret(VALUE)}),
        repr(SecretText("api = ****", ((6, 10),), f"api = {VALUE}", ((6, 70),))),
        str(SecretText("api = ****", ((6, 10),), f"api = {VALUE}", ((6, 70),))),
    ],
    ids=["str", "repr", "f-string", "padded", "percent", "dict", "text's repr", "text"],
)
def test_no_way_of_printing_shows_it(printed: str) -> None:
    assert VALUE[4:] not in printed
    assert "****" in printed


def test_a_traceback_does_not_show_it() -> None:
    with pytest.raises(LookupError) as error:
        raise LookupError(Secret(VALUE))
    assert VALUE[4:] not in "".join(traceback.format_exception(error.value))


def test_json_refuses_it_rather_than_write_it() -> None:
    with pytest.raises(TypeError) as error:
        json.dumps({"secret": Secret(VALUE)})
    assert VALUE[4:] not in str(error.value)


def test_it_is_revealed_on_purpose_alone() -> None:
    assert Secret(VALUE).reveal() == VALUE


def test_equal_values_are_equal_secrets() -> None:
    assert len({Secret(VALUE), Secret(VALUE), Secret("another")}) == 2


def test_it_passes_between_processes() -> None:
    assert pickle.loads(pickle.dumps(Secret(VALUE))).reveal() == VALUE


@pytest.mark.parametrize(
    ("reveal", "shown"),
    [(False, ("a ****", ((2, 6),))), (True, ("a secret", ((2, 8),)))],
    ids=["masked", "revealed"],
)
def test_a_text_is_shown_masked_or_as_it_is(reveal: bool, shown: object) -> None:
    assert SecretText("a ****", ((2, 6),), "a secret", ((2, 8),)).shown(reveal) == shown

"""Words that no name makes a credential are passed over, unless somebody asks why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leakguard.examples import made_up
from leakguard.levels import Shape
from leakguard.values import reason_against
from leakguard.values.randomness import is_random, is_word
from tests.support import scan


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        pytest.param(b"NextToken", True, id="a word of several"),
        pytest.param(b"my_service.access-token", True, id="a name with separators"),
        pytest.param(b"facade", False, id="what may be a number"),
        pytest.param(b"token2", False, id="a digit"),
        pytest.param(b"two words", False, id="a space"),
        pytest.param(b"qzxkvwzxkvwjqhgp", False, id="letters drawn by chance"),
        pytest.param(b"", False, id="nothing"),
    ],
)
def test_is_a_word(value: bytes, is_one: bool) -> None:
    assert is_word(value) is is_one


_PARTS = st.sampled_from(("next", "Token", "service", "_", ".", "-", "/", "KEY", "is", "ab"))


@given(st.lists(_PARTS, min_size=1, max_size=6).map("".join))
@pytest.mark.parametrize(
    "shape", [Shape.KEY, Shape.BASE62, Shape.TOKEN, Shape.PASSWORD, Shape.NAMED], ids=str
)
def test_a_word_is_a_credential_of_no_shape(shape: Shape, value: str) -> None:
    assert not is_word(value.encode()) or reason_against(value, shape) is not None


def test_the_reason_is_told_where_it_is_asked_for() -> None:
    report = scan({"a.json": '{"output_token": "continuation"}'}, explain=True)
    assert [it.reason for it in report.rejected] == ["words"]


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        pytest.param("40118523-" + made_up("hex", 25, 988), True, id="a count and a long number"),
        pytest.param("2024-05-01-12-30", False, id="a date"),
        pytest.param("1.2.3-20240501123456789", False, id="a version"),
        pytest.param("decade-facade-0123456789012345", False, id="words and digits"),
    ],
)
def test_numbers_with_a_long_one_are_drawn_by_chance(value: str, is_one: bool) -> None:
    assert is_random(value) is is_one


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        pytest.param("05296001:5e4a8205", None, id="numbers"),
        pytest.param("3686884311-5650885cc5-riqiqh", None, id="numbers for the most part"),
        pytest.param("orchard-decade-gates", "words", id="letters alone"),
        pytest.param("20240501-120000", "words", id="digits alone"),
        pytest.param("release-05296001", "words", id="a word and a number"),
    ],
)
def test_numbers_of_a_known_form_are_no_words(value: str, reason: str | None) -> None:
    assert reason_against(value, Shape.NAMED) == reason


DRAWN = made_up("hex", 16, 991)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        pytest.param(f"service_{DRAWN}", None, id="a word and a long number"),
        pytest.param("x7kq-m3vz-p2wd-r9tb", None, id="groups of letters and digits"),
        pytest.param("node-back-test-main", "words", id="words of one length"),
        pytest.param("2024-0501-1230-3160", "words", id="digits in groups"),
        pytest.param("chat_v2_ckpt_35k", "words", id="parts of several lengths"),
        pytest.param("service_0123456789abcdef", "sequence", id="a sequence"),
    ],
)
def test_what_a_generator_writes_in_groups_is_no_word(value: str, reason: str | None) -> None:
    assert reason_against(value, Shape.TOKEN) == reason


def test_the_signs_of_a_key_of_django_make_no_template_of_it() -> None:
    drawn = "k7$w%(q2v9-m4x_t8&z!3r@p5^n6d*b1h+c0s=fgjluaeoyi#w"
    assert reason_against("django-" + "insecure-" + drawn, Shape.EXACT) is None

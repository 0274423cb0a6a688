"""The forms of values, of which one is enough."""

import pytest

from leakguard.forms import AnyForm, base62, base64url, digits

FORMS = AnyForm(frozenset({base62(40), base64url(12), r"[0-9a-f]{20,24}", f"id_{digits(4)}"}))


@pytest.mark.parametrize(
    "value", ["a" * 40, "-" * 12, "0" * 22, "id_1234"], ids=["exact", "other", "wide", "prefixed"]
)
def test_a_value_may_have_any_of_the_forms(value: str) -> None:
    data = f"<{value}>".encode()
    assert FORMS.takes(data, 1, len(data) - 1)


@pytest.mark.parametrize("value", ["a" * 41, "0" * 25, "id_123", "", "id_12345"])
def test_it_has_one_as_a_whole(value: str) -> None:
    data = f"<{value}>".encode()
    assert not FORMS.takes(data, 1, len(data) - 1)


def test_no_form_is_that_of_no_value() -> None:
    assert not AnyForm(frozenset()).takes(b"word", 0, 4)

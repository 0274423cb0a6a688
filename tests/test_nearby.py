"""Whose credential a value is."""

import pytest

from leakguard.document import Document
from leakguard.examples import made_up
from leakguard.finding import Role
from leakguard.forms import OPAQUE, hexadecimal
from leakguard.nearby import Form, Providers, near_provider
from leakguard.pattern import compile_bytes

VALUE = made_up("hex", 32, 711)
ANY = Form("acme-key", ("acme",), hexadecimal(32), (), False, Role.KEY)
SECRET = Form("acme-secret", ("acme",), hexadecimal(32), ("client secret",), False, Role.SECRET)
EVERYDAY = Form("front-key", ("front",), hexadecimal(32), (), True, Role.KEY)

UNKNOWN = Form("acme-key", ("acme",), OPAQUE, (), False, Role.KEY)


@pytest.mark.parametrize(
    ("forms", "text", "name", "rule"),
    [
        ((ANY,), "key = {}", "acme_key", "acme-key"),
        ((ANY,), "# of Acme\nkey = {}", "key", "acme-key"),
        ((ANY,), "key = {}", "key", None),
        ((ANY,), "key = {}0", "acme_key", None),
        ((ANY, SECRET), "key = {}", "acme_client_secret", "acme-secret"),
        ((ANY, SECRET), "key = {}", "acme_client_key", "acme-key"),
        ((SECRET,), "key = {}", "acme_client_key", None),
        ((SECRET,), "# of Acme\nkey = {}", "clientSecret", "acme-secret"),
        ((EVERYDAY,), "key = {}", "FRONT_KEY", "front-key"),
        ((EVERYDAY,), "# in front\nkey = {}", "key", None),
        ((UNKNOWN,), "key = {}", "ACME_API_KEY", "acme-key"),
        ((UNKNOWN,), "# of Acme\nkey = {}", "api_key", None),
        ((UNKNOWN,), "key = {}", "acme_release", None),
    ],
    ids=[
        "word-in-the-name",
        "word-above",
        "no-word",
        "too-long",
        "one-of-several",
        "the-other-of-several",
        "not-named-as-it-has-to",
        "named-as-it-has-to",
        "everyday-word-in-the-name",
        "everyday-word-above",
        "of-unknown-form-under-a-name-that-says-all",
        "of-unknown-form-with-the-word-above",
        "of-unknown-form-under-no-credentials-name",
    ],
)
def test_a_value_is_of_the_provider_that_is_named_near(
    forms: tuple[Form, ...], text: str, name: str, rule: str | None
) -> None:
    document = Document("settings.cfg", "settings.cfg", text.format(VALUE).encode())
    start = document.data.index(VALUE[:8].encode())
    span = (start, len(document.data))
    assert Providers(forms).find(document, span, name) == rule


def test_each_of_several_forms_needs_the_word_before_it() -> None:
    trigger = compile_bytes(near_provider(hexadecimal(32) + "|[g-z]{8}", ("acme",)))
    assert trigger.search(b"acme: ghijklmn")
    assert not trigger.search(b"ghijklmn")

"""Whose credential a value is."""

import re
from dataclasses import replace

import pytest

from leakguard.context.near_triggers import near_providers
from leakguard.context.nearby import Form, Providers
from leakguard.document import Document
from leakguard.examples import made_up
from leakguard.finding import Role
from leakguard.forms import OPAQUE, hexadecimal
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
        ((ANY, SECRET), "key = {}", "acme_clientsecret", "acme-secret"),
        ((SECRET,), "key = {}", "acme_client_key", None),
        ((SECRET,), "# of Acme\nkey = {}", "clientSecret", "acme-secret"),
        ((EVERYDAY,), "key = {}", "FRONT_KEY", "front-key"),
        ((EVERYDAY,), "# in front\nkey = {}", "key", None),
        ((UNKNOWN,), "key = {}", "ACME_API_KEY", "acme-key"),
        ((UNKNOWN,), "# of Acme\nkey = {}", "api_key", None),
        ((UNKNOWN,), "[acme]\nuser = ada\nkey = {}", "key", "acme-key"),
        ((UNKNOWN,), "acme: {{\n  key: {}", "key", "acme-key"),
        ((EVERYDAY,), "[front]\nkey = {}", "key", None),
        ((UNKNOWN,), "key = {}", "acme_release", None),
        ((UNKNOWN,), "acme = {}", "acme", None),
        ((ANY,), "key = {}\n\nurl = 'https://api.acme.io/v1'", "api_key", "acme-key"),
        ((ANY,), "key = {}\n# of acme", "api_key", None),
        ((ANY,), "key = {}\nurl = 'https://api.acme.io/v1'", "blender_key", None),
    ],
    ids=[
        "word-in-the-name",
        "word-above",
        "no-word",
        "too-long",
        "one-of-several",
        "the-other-of-several",
        "secret-in-a-word",
        "not-named-as-it-has-to",
        "named-as-it-has-to",
        "everyday-word-in-the-name",
        "everyday-word-above",
        "of-unknown-form-under-a-name-that-says-all",
        "of-unknown-form-with-the-word-above",
        "of-unknown-form-in-the-section",
        "of-unknown-form-in-the-mapping",
        "everyday-word-of-the-section",
        "of-unknown-form-under-no-credentials-name",
        "of-unknown-form-and-maybe-a-digest",
        "address-below",
        "word-below",
        "address-below-another-name",
    ],
)
def test_a_value_is_of_the_provider_that_is_named_near(
    forms: tuple[Form, ...], text: str, name: str, rule: str | None
) -> None:
    document = Document("settings.cfg", "settings.cfg", text.format(VALUE).encode())
    start = document.data.index(VALUE[:8].encode())
    value = re.compile(rb"\w+").match(document.data, start)
    assert value is not None
    span = value.span()
    assert Providers(forms).find(document, span, name) == rule


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (f"acme: {VALUE}", True),
        (f"Acme-Corp = '{VALUE}'", True),
        (f"https://acmecorp.example/?id={VALUE}&page=2", True),
        (VALUE, False),
        (f"acme\n{VALUE}", False),
        ("acme: short", False),
    ],
    ids=["word", "word-of-two-parts", "host", "no-word", "on-another-line", "too-short"],
)
def test_a_trigger_sees_a_value_behind_a_providers_word(text: str, is_found: bool) -> None:
    (trigger,) = near_providers("[0-9a-f]{32}", ("acme", "acme corp"))
    assert (compile_bytes(trigger).search(text.encode()) is not None) is is_found


def test_many_words_are_shared_out_among_triggers_that_hyperscan_can_take() -> None:
    words = {f"acme{number}" for number in range(500)}
    triggers = list(near_providers("[0-9a-f]{32}", words))
    assert len(triggers) > 20
    assert all(any(word in trigger for trigger in triggers) for word in words)


@pytest.mark.parametrize(
    ("form", "name", "rule"),
    [
        (UNKNOWN, "acme", "acme-key"),
        (UNKNOWN, "acme_build", None),
        (replace(UNKNOWN, is_everyday=True), "acme", None),
    ],
    ids=["alone", "with-more", "an-everyday-word"],
)
def test_a_random_value_under_the_providers_own_name_is_its_key(
    form: Form, name: str, rule: str | None
) -> None:
    value = made_up("base62", 40, 712)
    document = Document("settings.cfg", "settings.cfg", f"{name}: {value}".encode())
    span = (len(name) + 2, len(document.data))
    assert Providers((form,)).find(document, span, name) == rule


def test_what_a_drawn_value_above_spells_is_no_providers_word() -> None:
    drawn = made_up("base62", 40, 712)
    text = f"other = {drawn[:12]}Q7acme7Q{drawn[20:]}\nkey = {VALUE}"
    document = Document("a.txt", "a.txt", text.encode())
    start = text.index(VALUE)
    assert Providers([ANY]).find(document, (start, start + len(VALUE)), "key") is None


KEY_HALF = Form("acme-key", ("acme",), "[0-9a-f]{24}", (), False, Role.KEY, is_named=True)
SECRET_HALF = Form("acme-secret", ("acme",), hexadecimal(32), (), False, Role.SECRET, is_named=True)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param('c := acme.NewClient("{0}", "{1}")', "acme-secret", id="its key before it"),
        pytest.param('c := acme.NewClient("{1}")', None, id="alone"),
        pytest.param('c := acme.NewClient("a-plain-word", "{1}")', None, id="something else"),
    ],
)
def test_a_secret_without_a_name_is_told_by_the_key_before_it(text: str, rule: str | None) -> None:
    code = text.format(made_up("hex", 24, 713), VALUE)
    document = Document("a.go", "a.go", code.encode())
    start = code.index(VALUE)
    forms = Providers([KEY_HALF, SECRET_HALF])
    assert forms.find(document, (start, start + len(VALUE)), None) == rule

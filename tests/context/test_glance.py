"""Words under names of keys and tokens, which are left out at a glance."""

import pytest

from leakguard.context.glance import is_plain_word
from leakguard.examples import made_up

DRAWN = made_up("base62", 20, 7)


@pytest.mark.parametrize(
    "text",
    [
        '"output_token": "NextToken"',
        "'apiKey': True,",
        "auth_settings=auth_settings,",
        "headers['X-MBX-APIKEY'] = self.apiKey\n",
        "let apiKey = undefined;",
        "api_key: string)",
        "token => 'access_token'",
        "AUTH_TOKEN=`none`",
    ],
)
def test_a_word_is_plain_under_the_name_of_a_key_or_a_token(text: str) -> None:
    data = text.encode()
    assert is_plain_word(data, len(data))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("password = 'sesame'", id="a password may be a word"),
        pytest.param("'passphrase': 'open-sesame'", id="a passphrase too"),
        pytest.param("app_secret = 'sesame'", id="a secret that signs too"),
        pytest.param("password token = 'sesame'", id="a password's word stands before the name"),
        pytest.param(f"api_key = '{DRAWN}'", id="a drawn value"),
        pytest.param("api_key = 'sesame", id="no end of the value"),
        pytest.param("api_key('sesame'", id="not given by a sign"),
        pytest.param("password=token=sesame\n", id="two names in one run"),
        pytest.param("colour = 'green'", id="a name of nothing to hide"),
        pytest.param("api_key = 'deadbeef'", id="letters of a number"),
    ],
)
def test_what_may_be_a_credential_is_not_plain(text: str) -> None:
    data = text.encode()
    assert not is_plain_word(data, len(data))


@pytest.mark.parametrize("end", [0, 1, 5])
def test_a_value_at_the_beginning_of_a_text_has_no_name(end: int) -> None:
    assert not is_plain_word(b"'word'", end)

"""Names of variables: one value has one name, and no name has two values."""

from pathlib import Path

import pytest

from leakguard.examples import made_up
from tests.fix.conftest import planned

V, W, X, Y, Z = (made_up("base62", 64, seed) for seed in range(341, 346))
SID = f"AC{made_up('hex', 32, 346)}"


def names(folder: Path, texts: dict[str, str], **terms: object) -> dict[str, str]:
    """Give the name of each value."""
    values = planned(folder, texts, **terms).values  # type: ignore[arg-type]
    found = {value: name for name, value in values.items()}
    assert len(found) == len(values) or not terms
    return found


NAMES = {
    "of the variable": (f'my_api_secret = "{V}"\n', "MY_API_SECRET"),
    "of the argument": (f'connect(apiSecret="{V}")\n', "API_SECRET"),
    "of the key in a dict": (f'c = {{"secret-token": "{V}"}}\n', "SECRET_TOKEN"),
    "of the provider": (
        f'from binance.client import Client\nClient(api_secret="{V}")\n',
        "BINANCE_API_SECRET",
    ),
    "of the variable that is read": (f'import os\nos.getenv("k", "{V}")\n', "k"),
    "its own that is telling, not one with the provider's": (
        f'from binance.client import Client\nCMC_API_KEY = "{V}"\n',
        "CMC_API_KEY",
    ),
    "its own, digits and all": (f'OAUTH2_API_KEY_B64 = "{V}"\n', "OAUTH2_API_KEY_B64"),
    "its own that is short": (f'import binance\nTG_TOKEN = "{V}"\n', "TG_TOKEN"),
    "its own without what a header begins with": (
        f'import binance\nh = {{"X-CMC-Pro-Api-Key": "{V}"}}\n',
        "CMC_PRO_API_KEY",
    ),
    "the provider's and the role's, of a bare name": (
        f'from binance.client import Client\nsecret = "{V}"\n',
        "BINANCE_API_SECRET",
    ),
    "the provider's, of a name that tells nothing": (
        f'from binance.client import Client\nmy_api_key = "{V}"\n',
        "BINANCE_API_KEY",
    ),
    "the provider's and its own, of one that tells which": (
        f'from binance.client import Client\nTEST_SECRET = "{V}"\n',
        "BINANCE_TEST_SECRET",
    ),
    "the provider's and its own, of an access token": (
        f'from binance.client import Client\naccess_token = "{V}"\n',
        "BINANCE_ACCESS_TOKEN",
    ),
    "the provider's and its own, of an id that a call takes as the user": (
        f'from twilio.rest import Client\naccount_sid = "{SID}"\nClient(account_sid, password)\n',
        "TWILIO_ACCOUNT_SID",
    ),
    "the role's, of a bare name": (f'import requests\nkey = "{V}"\n', "API_KEY"),
    "that starts with a digit": (f'c = {{"2captcha_api_key": "{V}"}}\n', "KEY_2CAPTCHA_API_KEY"),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_a_name_is_that(tmp_path: Path, text: str, name: str) -> None:
    value = SID if SID in text else V
    assert names(tmp_path, {"a.py": text}) == {value: name}


OWNERS = {
    "an entry of a dict": (
        f'A = {{"main": {{"key": "{V}"}}, "sub": {{"key": "{W}"}}}}\n',
        {V: "MAIN_API_KEY", W: "SUB_API_KEY"},
    ),
    "the nearest entry": (
        f'A = {{"desk": {{"hedge": {{"key": "{V}"}}}}, "main": {{"keys": {{"key": "{W}"}}}}}}\n',
        {V: "HEDGE_API_KEY", W: "MAIN_API_KEY"},
    ),
    "an item that is set": (
        f'a["main"] = {{"api_key": "{V}", "api_secret": "{W}"}}\n',
        {V: "MAIN_API_KEY", W: "MAIN_API_SECRET"},
    ),
    "a variable": (f'hedge = {{"api_secret": "{V}"}}\n', {V: "HEDGE_API_SECRET"}),
    "an entry, and the provider": (
        f'import ccxt\na = {{"main": ccxt.binance({{"apiKey": "{V}", "secret": "{W}"}})}}\n',
        {V: "BINANCE_MAIN_API_KEY", W: "BINANCE_MAIN_API_SECRET"},
    ),
    "nobody, where the entry is the provider": (
        f'a = {{"binance": {{"api_key": "{V}", "api_secret": "{W}"}}}}\n',
        {V: "BINANCE_API_KEY", W: "BINANCE_API_SECRET"},
    ),
    "nobody, where the entry tells nothing": (
        f'a = {{"credentials": {{"key": "{V}"}}}}\n',
        {V: "API_KEY"},
    ),
    "nobody, where what is called makes something else": (
        f'frame = load(api_key="{V}")\n',
        {V: "API_KEY"},
    ),
    "nobody, where the entry may be a key itself": (
        f'a = {{"{X}": {{"api_secret": "{V}"}}}}\n',
        {V: "API_SECRET"},
    ),
}


@pytest.mark.parametrize(("text", "named"), OWNERS.values(), ids=OWNERS)
def test_a_name_says_whose_the_value_is(tmp_path: Path, text: str, named: dict[str, str]) -> None:
    found = names(tmp_path, {"a.py": text})
    assert {value: found.get(value) for value in named} == named


def test_two_values_in_a_file_have_two_names(tmp_path: Path) -> None:
    text = f'api_secret = "{V}"\nself.api_secret = "{W}"\n'
    assert names(tmp_path, {"a.py": text}) == {V: "API_SECRET", W: "API_SECRET_2"}


def test_two_values_in_two_files_have_two_names(tmp_path: Path) -> None:
    texts = {"a.py": f'api_secret = "{V}"\n', "b.py": f'api_secret = "{W}"\n'}
    assert names(tmp_path, texts) == {V: "API_SECRET", W: "API_SECRET_2"}


def test_one_value_in_two_files_has_one_name(tmp_path: Path) -> None:
    texts = {"a.py": f'api_secret = "{V}"\n', "b.py": f'my_token = "{V}"\n'}
    assert names(tmp_path, texts) == {V: "API_SECRET"}


def pair(key: str, secret: str) -> str:
    return f'binance_api_key = "{key}"\nbinance_api_secret = "{secret}"\n'


def test_both_halves_of_a_pair_have_one_number(tmp_path: Path) -> None:
    texts = {"a.py": pair(V, W), "b.py": f'binance_api_key = "{X}"\n', "c.py": pair(Y, Z)}
    found = names(tmp_path, texts)
    assert (found[V], found[W]) == ("BINANCE_API_KEY", "BINANCE_API_SECRET")
    assert (found[Y], found[Z]) == ("BINANCE_API_KEY_2", "BINANCE_API_SECRET_2")


def test_the_half_of_a_pair_that_has_a_name_gives_its_number(tmp_path: Path) -> None:
    entries = {"BINANCE_API_KEY_4": V}
    found = names(tmp_path, {"a.py": pair(V, W)}, entries=entries)
    assert found == {V: "BINANCE_API_KEY_4", W: "BINANCE_API_SECRET_4"}


def test_a_name_that_is_read_goes_before(tmp_path: Path) -> None:
    text = f'import os\napi_secret = "{V}"\nk = os.getenv("API_SECRET", "{W}")\n'
    assert names(tmp_path, {"a.py": text}) == {V: "API_SECRET_2", W: "API_SECRET"}


def test_a_name_that_is_read_for_something_else_is_not_free(tmp_path: Path) -> None:
    text = f'import os\nx = os.getenv("API_SECRET")\napi_secret = "{V}"\n'
    assert names(tmp_path, {"a.py": text}) == {V: "API_SECRET_2"}


def test_a_name_that_differs_in_case_alone_is_not_free(tmp_path: Path) -> None:
    text = f'import os\napi_secret = "{V}"\nk = os.getenv("api_secret", "{W}")\n'
    assert names(tmp_path, {"a.py": text}) == {V: "API_SECRET_2", W: "api_secret"}


def test_of_two_values_for_a_name_that_is_read_one_is_left(tmp_path: Path) -> None:
    texts = {
        "a.py": f'import os\nk = os.getenv("K", "{V}")\n',
        "b.py": f'import os\nk = os.getenv("K", "{W}")\n',
    }
    plan = planned(tmp_path, texts)
    assert dict(plan.values) == {"K": V}
    (left,) = plan.left
    assert "K has another value already" in left.reason


def test_a_value_for_two_names_that_are_read_has_both(tmp_path: Path) -> None:
    text = f'import os\nj = os.getenv("J", "{V}")\nk = os.getenv("K", "{V}")\n'
    assert dict(planned(tmp_path, {"a.py": text}).values) == {"J": V, "K": V}


def test_a_name_that_no_shell_can_have_is_refused(tmp_path: Path) -> None:
    plan = planned(tmp_path, {"a.py": f'import os\nk = os.getenv("my-key", "{V}")\n'})
    assert not plan.files
    assert "no variable of the name" in plan.left[0].reason


@pytest.mark.parametrize(
    ("entries", "name"),
    [
        ({"API_SECRET": W}, "API_SECRET_2"),
        ({"API_SECRET": None}, "API_SECRET_2"),
        ({"API_SECRET": V}, "API_SECRET"),
        ({"MINE": V, "API_SECRET": W}, "MINE"),
    ],
    ids=["another value", "an unknown value", "the same value", "the same value, another name"],
)
def test_the_env_file_counts(tmp_path: Path, entries: dict[str, str | None], name: str) -> None:
    assert names(tmp_path, {"a.py": f'api_secret = "{V}"\n'}, entries=entries) == {V: name}

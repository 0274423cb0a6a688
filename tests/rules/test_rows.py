"""Rows of accounts that a loop takes apart, whose names tell what each column is."""

import pytest

from leakguard.examples import made_up
from tests.support import found

KEY, SECRET = made_up("base62", 18, 4101), made_up("base62", 36, 4102)
PHRASE = made_up("base62", 11, 4103)
HALVES = made_up("base62", 64, 4104), made_up("base62", 64, 4105)
ROW = f'"main", "{KEY}", "{SECRET}", "{PHRASE}"'

ROWS = {
    "a list of tuples": (
        f"accounts = [({ROW})]\nfor who, api_key, secret, phrase in accounts:\n    use(secret)\n"
    ),
    "a list of lists": (
        f"ACCOUNTS = [[{ROW}]]\nfor (who, key, secret, passphrase) in ACCOUNTS:\n    use(key)\n"
    ),
    "a comprehension": (
        f"ACCOUNTS = [({ROW})]\nbots = [Bot(k) for who, k, secret, pw in ACCOUNTS]\n"
    ),
    "numbered rows": (
        f"accounts = [({ROW})]\nfor n, (who, key, secret, pw) in enumerate(accounts):\n    use(n)\n"
    ),
    "a dict": (
        f'accounts = {{"main": ({ROW})}}\n'
        "for name, (who, key, secret, passphrase) in accounts.items():\n    use(key)\n"
    ),
}


@pytest.mark.parametrize("text", ROWS.values(), ids=ROWS)
def test_columns_are_named_by_the_loop(text: str) -> None:
    told = {it.secret.reveal(): it.message for it in found(text, "bot.py") if it.secret}
    assert told[SECRET].startswith("Secret key, hard-coded in an assignment")


def test_each_column_has_its_own_role() -> None:
    text = f"accounts = [({ROW})]\nfor who, key, secret, passphrase in accounts:\n    use(key)\n"
    told = [it.message.partition(",")[0] for it in found(text, "bot.py")]
    assert told == ["API key", "Secret key", "Passphrase"]


def test_without_a_loop_what_stands_behind_a_name_may_be_a_password() -> None:
    (first, *_) = found(f'accounts = [("main", "{SECRET}")]\n', "bot.py")
    assert first.rule == "hardcoded-login"


def test_a_pair_in_a_row_is_a_pair() -> None:
    text = f'import ccxt\naccounts = [("main", "{HALVES[0]}", "{HALVES[1]}", "binance")]\n'
    (finding,) = found(text, "bot.py")
    assert finding.message.startswith("Binance API key and its secret")


UUID = "-".join(made_up("hex", it, 4106 + it) for it in (8, 4, 4, 4, 12))
PLAIN = made_up("hex", 32, 4107)

BESIDE = {
    "attributes": f'self.key: str = "{PLAIN}"\nself.secret: str = "{SECRET}"\n',
    "a dict": f'CONFIG = {{"key": "{UUID}", "secret": "{SECRET}"}}\n',
    "a short one": f'{{"key": "{made_up("base62", 8, 4110)}", "secret": "{SECRET}"}}\n',
    "variables": f"key = '{UUID}'  # of the main account\nsecret = '{SECRET}'\n",
    "a row": f'accounts = [("{UUID}", "{SECRET}")]\nfor key, secret in accounts:\n    use(key)\n',
}


@pytest.mark.parametrize("text", BESIDE.values(), ids=BESIDE)
def test_a_key_of_a_plain_form_is_told_by_its_secret(text: str) -> None:
    assert [it.message.partition(",")[0] for it in found(text, "bot.py")] == [
        "API key",
        "Secret key",
    ]


APART = {
    "another name": f'main_key = "{UUID}"\nsecret = "{SECRET}"\n',
    "something between": f'key = "{UUID}"\nsize = 5\nsecret = "{SECRET}"\n',
    "alone": f'key = "{UUID}"\n',
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_elsewhere_it_is_no_key(text: str) -> None:
    assert all("API key" not in it.message for it in found(text, "bot.py"))

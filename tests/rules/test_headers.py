"""Headers that exchanges call in a way of their own tell whose a key is."""

import pytest

from leakguard.examples import made_up
from tests.support import found

UUID = "-".join(made_up("hex", it, 4200 + it) for it in (8, 4, 4, 4, 12))

HEADERS = {
    "OKX": ("OK-ACCESS-KEY", UUID),
    "KuCoin": ("KC-API-KEY", made_up("hex", 24, 4201)),
    "Bybit": ("X-BAPI-API-KEY", made_up("base62", 18, 4202)),
    "BingX": ("X-BX-APIKEY", made_up("base62", 86, 4203)),
    "Coinbase": ("CB-ACCESS-KEY", made_up("hex", 32, 4204)),
}


@pytest.mark.parametrize("provider", HEADERS)
def test_a_header_tells_the_exchange(provider: str) -> None:
    name, value = HEADERS[provider]
    text = f'headers = {{"accept": "application/json", "{name}": "{value}"}}\n'
    (finding,) = found(text, "client.py")
    assert finding.message.startswith(provider)


PASSWORD = made_up("base62", 12, 4205)


@pytest.mark.parametrize("word", ["密码", "交易密码", "パスワード", "비밀번호", "пароль"])
def test_a_setting_may_be_called_so_in_other_letters(word: str) -> None:
    text = f'setting = {{"用户名": "204817", "{word}": "{PASSWORD}"}}\n'
    (finding,) = found(text, "run.py")
    assert finding.message.startswith("Password, hard-coded in an assignment")

"""Two values in a list or a tuple are a key and its secret, whatever the list is called."""

import pytest

from leakguard.examples import made_up
from tests.support import found, rules_found

KEY, SECRET = made_up("base62", 64, 641), made_up("base62", 64, 642)

HEAD = "from binance.client import Client\n"
HELD = {
    "keys": 'keys = ["{}", "{}"]\n',
    "api-keys": 'api_keys = ["{}","{}"]\n',
    "credentials": 'creds = ("{}", "{}")\n',
    "lines": 'KEYS = (\n    "{}",\n    "{}",\n)\n',
    "any-name": 'TESTNET = ("{}", "{}")\n',
    "no-name": 'use(["{}", "{}"])\n',
    "an-entry": 'ACCOUNTS["main"] = {{"key": "{}", "secret": "{}"}}\n',
}


@pytest.mark.parametrize("line", HELD.values(), ids=HELD)
def test_a_pair_is_one_finding(line: str) -> None:
    (finding,) = found(HEAD + line.format(KEY, SECRET), "bot.py")
    assert finding.message.startswith("Binance API key and its secret")
    assert finding.secret is not None
    assert finding.secret.reveal() == SECRET
    assert [it.label for it in finding.related] == ["the API key"]


def test_a_signature_that_a_test_expects_is_no_secret() -> None:
    signed = f'assert sign("GET", "/api", secret="secret") == "{made_up("hex", 64, 643)}"\n'
    assert rules_found(signed, "test_sign.py") == []


@pytest.mark.parametrize(
    ("path", "line"),
    [("c.env", "ETHERSCAN={}\n"), ("c.yml", "etherscan: {}\n"), ("c.py", 'ETHERSCAN = "{}"\n')],
    ids=["env", "yaml", "python"],
)
def test_the_word_of_a_provider_is_name_enough(path: str, line: str) -> None:
    assert "etherscan-api-key" in rules_found(line.format(made_up("upper", 34, 644)), path)

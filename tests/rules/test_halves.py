"""Two values in a list or a tuple are a key and its secret, whatever the list is called."""

from base64 import b64encode

import pytest

from leakguard.examples import made_up
from leakguard.finding import Role, Severity
from tests.support import found, rules_found

KEY, SECRET = made_up("base62", 64, 641), made_up("base62", 64, 642)
THIRD = made_up("base62", 64, 649)

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


WRITTEN = {
    "env": ("a.env", "BINANCE_API_KEY={}\nBINANCE_API_SECRET={}\n"),
    "call": ("a.py", HEAD + "Client('{}', '{}')\n"),
    "base64": ("a.env", None),
}


@pytest.mark.parametrize(("path", "text"), WRITTEN.values(), ids=WRITTEN)
def test_a_pair_has_the_values_of_both(path: str, text: str | None) -> None:
    pair = f"BINANCE_API_KEY={KEY}\nBINANCE_API_SECRET={SECRET}\n"
    encoded = f"CREDENTIALS={b64encode(pair.encode()).decode()}\n"
    (finding,) = found(text.format(KEY, SECRET) if text else encoded, path)
    assert (finding.provider, finding.role, finding.sandbox) == ("Binance", Role.SECRET, False)
    assert [(it.role, it.secret.reveal()) for it in finding.halves] == [(Role.KEY, KEY)]
    assert KEY not in repr(finding)


ALONE = {
    "names": 'api_key = "{}"\napi_secret = "{}"\n',
    "a-dict": 'ACCOUNTS["main"] = {{"key": "{}", "secret": "{}"}}\n',
    "a-tuple-in-a-dict": 'ACCOUNTS = {{"main": ("{}", "{}")}}\n',
    "a-tuple-of-users": 'USERS = [("{}", "{}")]\n',
    "an-argument": 'start(["{}", "{}"])\n',
}


@pytest.mark.parametrize("line", ALONE.values(), ids=ALONE)
def test_the_form_of_both_halves_tells_a_pair_of_nobody(line: str) -> None:
    (finding,) = found(line.format(KEY, SECRET), "bot.py")
    assert finding.message.startswith("API key and its secret")
    assert finding.secret is not None
    assert finding.secret.reveal() == SECRET


@pytest.mark.parametrize("head", ["", HEAD], ids=["of-nobody", "of-binance"])
def test_the_name_of_a_pair_says_that_it_is_for_a_test_environment(head: str) -> None:
    (finding,) = found(f'{head}TESTNET = ("{KEY}", "{SECRET}")\n', "bot.py")
    assert "(test environment)" in finding.message
    assert finding.sandbox
    assert finding.severity is Severity.LOW


def test_three_values_are_no_pair() -> None:
    three = ", ".join(f'"{made_up("base62", 64, 645 + n)}"' for n in range(3))
    assert rules_found(f"shards = [{three}]\n", "bot.py") == []


def test_each_key_of_a_dockerfile_has_its_own_secret() -> None:
    lines = (
        f"ENV BINANCE_KEY={KEY}",
        f"ENV BINANCE_SECRET={SECRET}",
        f"ENV BINANCE_READ_KEY={THIRD}",
    )
    pair, alone = found("\n".join(lines), "Dockerfile")
    assert [it.place.line for it in pair.related] == [1]
    assert (alone.rule, alone.place.line) == ("binance-api-key", 3)


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


def test_what_signs_is_the_secret_wherever_it_stands() -> None:
    signs = f'signature = hmac.new(b"{THIRD}", query, hashlib.sha256).hexdigest()\n'
    text = f'{HEAD}import hashlib, hmac\nclient = Client("{KEY}", "{SECRET}")\n{signs}'
    finding = found(text, "bot.py")[-1]
    assert finding.message.startswith("Binance secret key")
    assert finding.severity is Severity.CRITICAL


def test_a_name_of_one_half_tells_it_whatever_stands_before() -> None:
    text = f'{HEAD}KEY = "{THIRD}"\nself.api_key, self.api_secret = "{KEY}", "{SECRET}"\n'
    told = {it.secret.reveal(): it.message for it in found(text, "bot.py") if it.secret is not None}
    assert told[KEY].startswith("Binance API key,")

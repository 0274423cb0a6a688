"""A value that a call gets as bytes, or as text again, is the one that stands in the literal."""

import pytest

from leakguard.examples import made_up
from tests.support import scan

SECRET = made_up("base62", 64, 611)
START = "import hashlib\nimport hmac\n"


@pytest.mark.parametrize(
    "given",
    ["SECRET.encode()", "SECRET.encode('ascii')", "bytes(SECRET, 'utf-8')"],
)
def test_it_is_one_finding_at_the_literal(given: str) -> None:
    text = f'{START}SECRET = "{SECRET}"\nhmac.new({given}, b"a=1", hashlib.sha256)\n'
    (finding,) = scan({"bot.py": text}).findings
    places = [(it.label, it.place.line) for it in finding.related]
    assert (finding.rule, finding.place.line) == ("hardcoded-assignment", 3)
    assert places == [("passed here", 4)]


@pytest.mark.parametrize(
    "given", ["WORD.encode()", "(HALF + REST).encode()"], ids=["no-credential's-name", "two-parts"]
)
def test_where_no_literal_is_one_by_itself_the_call_is_the_finding(given: str) -> None:
    names = f'WORD = "{SECRET}"\n' if "WORD" in given else ""
    names += f'HALF = "{SECRET[:32]}"\nREST = "{SECRET[32:]}"\n' if "HALF" in given else ""
    text = f'{START}{names}hmac.new({given}, b"a=1", hashlib.sha256)\n'
    findings = scan({"bot.py": text}).findings
    assert [it.rule for it in findings] == ["hardcoded-argument"]


JOINED = {
    "formatted": '"{0}:{1}".format(CLIENT_ID, SECRET)',
    "interpolated": 'f"{CLIENT_ID}:{SECRET}"',
    "added": 'CLIENT_ID + ":" + SECRET',
}


@pytest.mark.parametrize("joined", JOINED.values(), ids=JOINED)
def test_what_a_secret_is_joined_into_is_the_same_finding(joined: str) -> None:
    text = f'CLIENT_ID = "{SECRET[:20]}"\nSECRET = "{SECRET[20:]}"\ncredential = {joined}\n'
    (finding,) = scan({"bot.py": text}).findings
    assert (finding.rule, finding.place.line) == ("hardcoded-assignment", 2)


def test_what_a_key_is_joined_into_is_a_finding_of_its_own() -> None:
    text = f'API_KEY = "{SECRET[:32]}"\nREST = "{SECRET[32:]}"\ntoken = API_KEY + ":" + REST\n'
    assert 3 in [it.place.line for it in scan({"bot.py": text}).findings]


@pytest.mark.parametrize(
    "imported",
    ["from kucoin.client import Client as KC", "from kucoin.client import (\n    Client as KC,\n)"],
    ids=["on a line", "in brackets"],
)
def test_a_client_by_another_name_takes_the_same(imported: str) -> None:
    phrase = made_up("base62", 10, 7)
    text = f'{imported}\nKC("{SECRET[:24]}", "{SECRET[24:60]}", "{phrase}")\n'
    (finding,) = scan({"bot.py": text}).findings
    assert finding.rule == "hardcoded-argument"
    assert "the passphrase" in [it.label for it in finding.related]

"""What has the form of a provider's key, and is a digest, a commit or what a call looks up."""

import pytest

from leakguard.examples import made_up
from tests.support import found

HEX = made_up("hex", 32, 743)

OTHERS = {
    "digest of a file": f"md5 (rawg-2.3.1.tar.gz) = {HEX}\n",
    "identifier": f"rawg request id {HEX} done\n",
    "commit": f"git clone https://example.org/rawg.git && git checkout {HEX}\n",
    "compared": f'assert rawg.digest(path) == "{HEX}"\n',
    "looked up": f"const it = rawg.games.retrieve('{HEX}');\n",
    "looked up with more": f'it, err := rawg.GetGame(ctx, "{HEX}")\n',
    "name of a project": f"RAWG_PROJECT={HEX}\n",
    "cell of commits": f"| Repository | Commit |\n|---|---|\n| dareboost | {HEX} |\n",
}
KEY = f"k_{made_up('base62', 41, 744)}"


def test_a_digest_in_a_list_of_files_is_no_key() -> None:
    assert [it.rule for it in found(f"MAIL_KEY={KEY}\n", "notes.txt")] == ["mailsac-api-key"]
    assert not found(f"garden/hose.py,sha256={KEY},1984\n", "RECORD")


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_it_is_no_key(text: str) -> None:
    assert not found(text, "notes.txt")


@pytest.mark.parametrize("text", [f"rawg: {HEX}\n", f"rawg key {HEX}\n", f"get rawg key {HEX}\n"])
def test_a_key_is_left_one(text: str) -> None:
    assert [it.rule for it in found(text, "notes.txt")] == ["rawg-api-key"]


def test_when_a_password_was_set_is_no_password() -> None:
    assert not found("pwdLastSet: 1159699688\n", "users.ldif")
    password = made_up("base62", 12, 745)
    assert [it.rule for it in found(f"pwdSet: {password}\n", "a.yml")] == ["hard-coded-secret"]


def test_a_key_of_a_wireless_network_is_short() -> None:
    key = made_up("hex", 10, 746)
    assert [it.rule for it in found(f'wep_key0="{key}"\n', "a.conf")] == ["hard-coded-secret"]

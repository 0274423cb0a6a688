"""What AWS's key ids tell."""

import base64

import pytest

from tests.support import scan


def key_id(account: int, *, is_new: bool = True) -> str:
    """A key id of an account, put together as AWS does, with the rest made up."""
    number = (int(is_new) << 47) | (account << 7) | 0x2B
    return "AKIA" + base64.b32encode(number.to_bytes(6, "big") + b"\x9d\x01\xe7\x5c").decode()


@pytest.mark.parametrize("account", [123456789012, 7], ids=["long", "short"])
def test_the_account_of_a_key_id_is_shown(account: int) -> None:
    (finding,) = scan({"notes.txt": f"the key is {key_id(account)}\n"}).findings
    assert f"AWS access key id (account {account:012})" in finding.message


def test_an_id_from_before_2019_tells_no_account() -> None:
    (finding,) = scan({"notes.txt": f"the key is {key_id(7, is_new=False)}\n"}).findings
    assert "AWS access key id. " in finding.message

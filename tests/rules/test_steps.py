"""What a finding says to do: each step once, and at the right place."""

import pytest

from leakguard.examples import made_up
from tests.support import found

_64, _40 = made_up("base62", 64, 661), made_up("base62", 40, 662)
_HEX = made_up("hex", 64, 663)

CODE = {
    "openai": f'import openai\nopenai.api_key = "sk-proj-{_40}"\n',
    "aws": f'import boto3\nboto3.client("s3", aws_secret_access_key="{_40}")\n',
    "ethereum": f'from web3 import Account\nAccount.from_key("0x{_HEX}")\n',
    "binance": f'from binance.client import Client\nClient("{_64}", "{_64[::-1]}")\n',
    "testnet": f'from binance.client import Client\nClient("{_64}", "{_64[::-1]}", testnet=True)\n',
}


@pytest.mark.parametrize("code", CODE.values(), ids=CODE)
def test_where_to_keep_the_new_one_is_said_once(code: str) -> None:
    (finding,) = found(code, "bot.py")
    steps = finding.advice.sentences
    assert ["store" in it for it in steps] == [False] * (len(steps) - 1) + [True]


def test_a_webhook_is_deleted_where_it_was_made() -> None:
    hook = f"https://discord.com/api/webhooks/{made_up('digits', 18, 664)}/{_64}"
    (finding,) = found(f"HOOK={hook}\n")
    assert "Intro-to-Webhooks" in finding.advice.sentences[0]

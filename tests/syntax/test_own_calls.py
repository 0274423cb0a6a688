"""What a module's own functions and classes take by position."""

import pytest

from leakguard.examples import made_up
from tests.support import found

KEY, SECRET = made_up("base62", 18, 5101), made_up("base62", 36, 5102)

CALLED = {
    "a function": f'def connect(api_key, secret): ...\n\nconnect("{KEY}", "{SECRET}")\n',
    "an async one": (
        f'async def connect(api_key: str, secret: str = "") -> None:\n    pass\n\n'
        f'await connect("{KEY}", "{SECRET}")\n'
    ),
    "a class": (
        "class Bot(Base):\n    size = 5\n\n    def __init__(\n        self,\n        api_key,\n"
        f'        secret,\n    ):\n        pass\n\n\nbot = Bot("{KEY}", "{SECRET}")\n'
    ),
    "a long annotation": (
        f"def connect(api_key, secret) -> dict[str, {'Answer' * 20}]:\n    close(api_key)\n\n\n"
        f'def close(it):\n    pass\n\n\nconnect("{KEY}", "{SECRET}")\n'
    ),
    "above its definition": (
        f'def main():\n    connect("{KEY}", "{SECRET}")\n\n\ndef connect(key, secret):\n    pass\n'
    ),
}


@pytest.mark.parametrize("text", CALLED.values(), ids=CALLED)
def test_parameters_name_what_is_passed(text: str) -> None:
    told = [it.message.partition(",")[0] for it in found(text, "bot.py")]
    assert told == ["API key", "Secret key"]


def test_each_call_is_looked_at() -> None:
    text = f'def send(token, text): ...\n\nsend("{SECRET}", "a")\nsend("{SECRET[::-1]}", "b")\n'
    assert [it.place.line for it in found(text, "bot.py")] == [3, 4]


SILENT = {
    "words": 'def expect(token): ...\n\nexpect("identifier-list")\n',
    "a password of a function": 'def check(password): ...\n\ncheck("marmalade-77")\n',
    "a method of another": f'def put(key): ...\n\ncache.put("{SECRET}")\n',
    "two of one name": f'def f(secret): ...\n\n\ndef f(size): ...\n\n\nf("{SECRET}")\n',
    "imported": f'from a import f\n\n\ndef g(secret): ...\n\n\nf("{SECRET}")\n',
    "another parameter": f'def f(size, secret): ...\n\n\nf("{SECRET}", x)\n',
    "a class without one": f'class A:\n    x = 1\n\n\ndef f(secret): ...\n\n\nA("{SECRET}")\n',
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_it_is_silent(text: str) -> None:
    assert found(text, "bot.py") == ()

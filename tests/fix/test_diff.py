"""In a diff a value is masked wherever and however it is said; what is code stays readable."""

import base64
import re
from pathlib import Path

import pytest

from leakguard.examples import made_up
from leakguard.fix.diff import lines
from tests.fix.conftest import planned

KEY = made_up("base62", 64, 395)
HALF, REST = KEY[:30], KEY[30:]
BACKWARDS = HALF[::-1]
LETTERS = re.sub("[^a-z]", "", made_up("base62", 200, 396))[:12]
CHOSEN = f"{made_up('base62', 9, 397)}-7!"
"""A password of 12 characters, with signs."""


def encoded(value: str) -> str:
    return base64.b64encode(value.encode()).decode()


def shown(folder: Path, **texts: str) -> str:
    """Give the diffs of files."""
    files = planned(folder, {f"{name}.py": text for name, text in texts.items()}).files
    assert files
    return "\n".join(line for file in files for line in lines(file, file.script.path))


DECODED = "import base64\n{0}\napi_secret = base64.b64decode('{1}').decode()\n{0}\n"
SAID = {
    "encoded, said in plain": (DECODED.format(f"# {KEY}", encoded(KEY)), KEY),
    "encoded, said again": (DECODED.format(f"# x{encoded(KEY)}x", encoded(KEY)), encoded(KEY)),
    "short and encoded, in plain": (
        DECODED.replace("api_secret", "password").format(f"# {CHOSEN}", encoded(CHOSEN)),
        CHOSEN,
    ),
    "short and encoded, again": (
        DECODED.replace("api_secret", "password").format(
            f"print('{encoded(CHOSEN)}')", encoded(CHOSEN)
        ),
        encoded(CHOSEN),
    ),
    "plain, said encoded": (f'api_secret = "{KEY}"\n# {encoded(KEY)}\n', encoded(KEY)),
    "a half in a comment": (f'api_secret = "{HALF}" + "{REST}"\n# {HALF[:12]}\n', HALF[:12]),
    "the other half in a name": (f'api_secret = "{HALF}" + "{REST}"\nx_{REST} = 1\n', REST),
    "a half in a literal": (f'api_secret = "{HALF}" + "{REST}"\nf("{REST[:9]}")\n', REST[:9]),
    "a half backwards": (
        f'# {HALF}\napi_secret = "{BACKWARDS}"[::-1] + "{REST}"\n# {BACKWARDS}\n',
        BACKWARDS,
    ),
    "a half of letters": (f'password = "{LETTERS}" + "74-1!"\n# {LETTERS}\n', LETTERS),
    "a short one": (f'password = "{CHOSEN}"\n# {CHOSEN}\n', CHOSEN),
    "a short one in a text": (f'password = "{CHOSEN}"\nf("is {CHOSEN}.")\n', CHOSEN),
}


@pytest.mark.parametrize(("text", "value"), SAID.values(), ids=SAID)
def test_it_is_masked(tmp_path: Path, text: str, value: str) -> None:
    written = shown(tmp_path, bot=text)
    assert not {value[at : at + 8] for at in range(len(value) - 7)} & windows(written)


def windows(text: str) -> set[str]:
    return {text[at : at + 8] for at in range(len(text) - 7)}


def test_it_is_masked_in_the_diff_of_another_file(tmp_path: Path) -> None:
    written = shown(tmp_path, a=f'password = "{CHOSEN}"\n', b=f'# {CHOSEN}\napi_secret = "{KEY}"\n')
    assert CHOSEN not in written


CODE = {
    "a name": ("password = 'client_secret-{0}'", "client_secret = read()"),
    "a part of a name": ("password = 'client_secret-{0}'", "my_client_secrets = read()"),
    "a module": ("password = 'binance_api' + '-{0}'", "from binance_api import get"),
    "a half that is a word": ("password = 'connection' + '-{0}'", "connection = connect()"),
    "a half that is a word, in a text": (
        "password = 'connection' + '-{0}'",
        "f('connections are rare')",
    ),
    "the head of a key": ("api_secret = 'exchange_live_{1}'", "exchange_live = True"),
    "an attribute": ("api_secret = 'exchange_live_{1}'", "x.exchange_live.start()"),
}


@pytest.mark.parametrize(("text", "code"), CODE.values(), ids=CODE)
def test_code_stays_readable(tmp_path: Path, text: str, code: str) -> None:
    secret = text.format(CHOSEN, KEY)
    assert f" {code}" in shown(tmp_path, bot=f"{secret}\n{code}\n").splitlines()


def test_what_decodes_a_value_stays_readable(tmp_path: Path) -> None:
    source = f'secret_key = bytes.fromhex("{made_up("hex", 64, 398)}")\n'
    written = shown(tmp_path, bot=source)
    assert "-secret_key = bytes.fromhex(****)\n" in f"{written}\n"
    assert '+secret_key = bytes.fromhex(os.environ["SECRET_KEY"])\n' in f"{written}\n"

"""Where a pair is used, as far as what stands around it says."""

import pytest

from leakguard.examples import made_up
from leakguard.finding import Finding, Mark
from tests.support import found

KEY, SECRET = made_up("base62", 64, 51), made_up("base62", 64, 52)
CLIENT = "from binance.client import Client\n"
PAIR = f'"{KEY}", "{SECRET}"'
CCXT = f'"apiKey": "{KEY}", "secret": "{SECRET}"'


def pair(text: str, path: str) -> Finding:
    (found_one,) = [it for it in found(text, path) if it.halves]
    return found_one


@pytest.mark.parametrize(
    ("text", "path", "marks"),
    [
        pytest.param(f"{CLIENT}c = Client({PAIR})\n", "a.py", {"live"}, id="client"),
        pytest.param(
            f"{CLIENT}c = Client({PAIR}, testnet=True)\n", "a.py", {"testnet"}, id="testnet"
        ),
        pytest.param(f"{CLIENT}c = Client({PAIR}, demo=True)\n", "a.py", {"demo"}, id="demo"),
        pytest.param(
            f"{CLIENT}c = Client({PAIR}, testnet=TEST)\n", "a.py", {"switched"}, id="switched"
        ),
        pytest.param(f'{CLIENT}c = Client({PAIR}, tld="us")\n', "a.py", {"us", "live"}, id="us"),
        pytest.param(
            f'import ccxt\nx = ccxt.binance({{{CCXT}}})\nx.set_sandbox_mode(True)\n',
            "a.py", {"testnet"}, id="ccxt-sandbox",
        ),
        pytest.param(
            f'import ccxt\nx = ccxt.binance({{{CCXT}, "options": {{"defaultType": "future"}}}})\n',
            "a.py", {"live", "futures"}, id="ccxt-futures",
        ),
        pytest.param(
            f'k = "{KEY}"\ns = "{SECRET}"\n{CLIENT}c = Client(k, s)\n', "a.py", {"live"},
            id="names-that-are-passed",
        ),
        pytest.param(
            f"BINANCE_API_KEY={KEY}\nBINANCE_API_SECRET={SECRET}\n", "a.env", set(), id="env"
        ),
        pytest.param(
            f"BINANCE_TESTNET_API_KEY={KEY}\nBINANCE_TESTNET_API_SECRET={SECRET}\n", "a.env",
            {"testnet"}, id="env-testnet",
        ),
        pytest.param(
            f"BINANCE_API_KEY={KEY}\nBINANCE_API_SECRET={SECRET}\n"
            "BINANCE_URL=https://testnet.binancefuture.com\n",
            "a.env", {"testnet", "futures"}, id="env-host",
        ),
        pytest.param(
            f"# https://testnet.binancefuture.com\nBINANCE_API_KEY={KEY}\n"
            f"BINANCE_API_SECRET={SECRET}\n",
            "a.env", set(), id="comment",
        ),
    ],
)  # fmt: skip
def test_what_is_said(text: str, path: str, marks: set[str]) -> None:
    assert pair(text, path).marks == {Mark(it) for it in marks}


def test_a_passphrase_is_a_part_of_it() -> None:
    key = "-".join(made_up("hex", length, 5) for length in (8, 4, 4, 4, 12))
    secret, passphrase = made_up("hex", 32, 6).upper(), made_up("base62", 12, 7) + "!"
    text = f"OKX_API_KEY={key}\nOKX_SECRET_KEY={secret}\nOKX_PASSPHRASE={passphrase}\n"
    known = pair(text, "a.env")
    assert known.provider == "OKX"
    assert [it.secret.reveal() for it in known.halves] == [key, passphrase]

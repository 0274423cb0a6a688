"""What a developer of bots on several exchanges writes: each credential with its own facts."""

import pytest

from leakguard.examples import made_up, made_up_from
from leakguard.finding import Severity
from tests.support import found

KEY, SECRET = made_up("hex", 32, 811), made_up("hex", 32, 812)
STARK, LIGHTER = made_up_from("0x[0-9a-f]{63}", 813), made_up_from("0x[0-9a-f]{80}", 814)
ALPACA = made_up_from("AK[A-Z0-9]{18}", 815), made_up("base62", 40, 816)
MINE, THEIRS = made_up("base62", 12, 817), made_up("base62", 12, 818)


def test_coinex_calls_its_key_an_access_id() -> None:
    key, secret = made_up_from("[0-9A-F]{32}", 819), made_up_from("[0-9A-F]{48}", 820)
    (finding,) = found(f"COINEX_ACCESS_ID={key}\nCOINEX_SECRET_KEY={secret}\n", "bot.env")
    assert finding.rule == "coinex-key-pair"


CLIENTS = {
    "blofin": (
        f"from blofin import BloFinClient\nBloFinClient('{KEY}', '{SECRET}', '{MINE}')\n",
        "BloFin API key and its secret, with its passphrase",
    ),
    "lighter": (
        f"import lighter\nAPI_KEY_PRIVATE_KEY = '{LIGHTER}'\n"
        "lighter.SignerClient(url='', private_key=API_KEY_PRIVATE_KEY, account_index=1)\n",
        "Lighter private key",
    ),
}


@pytest.mark.parametrize(("text", "title"), CLIENTS.values(), ids=CLIENTS)
def test_what_its_own_client_takes(text: str, title: str) -> None:
    (finding,) = found(text, "bot.py")
    assert finding.message.startswith(f"{title}, hard-coded")
    assert finding.severity is Severity.CRITICAL


def test_a_passphrase_beside_a_pair_goes_before_one_above_a_blank_line() -> None:
    text = (
        f'import ccxt\nPASSPHRASE = "{THEIRS}"\n\n'
        f'ccxt.blofin({{"apiKey": "{KEY}", "secret": "{SECRET}", "password": "{MINE}"}})\n'
    )
    (pair,) = (it for it in found(text, "bot.py") if it.halves)
    assert [it.secret.reveal() for it in pair.halves] == [KEY, MINE]


def test_a_private_key_that_signs_alone_needs_no_api_key() -> None:
    (finding,) = found(f"PARADEX_PRIVATE_KEY={STARK}\n", "bot.env")
    assert "API key" not in finding.message


def test_a_password_is_changed_and_not_deleted() -> None:
    (finding,) = found(f"IG_SERVICE_PASSWORD={SECRET}\n", "bot.env")
    assert finding.advice.steps[0].startswith("Change the password of the account at IG")


VARIABLES = {
    "letter-and-number": (
        f'from paradex_py import Paradex\nParadex(env="prod", l2_private_key="{STARK}")\n',
        "PARADEX_L2_PRIVATE_KEY",
    ),
    "key-id": (
        f'APCA_API_KEY_ID = "{ALPACA[0]}"\nAPCA_API_SECRET_KEY = "{ALPACA[1]}"\n',
        "APCA_API_KEY_ID",
    ),
}


@pytest.mark.parametrize(("text", "variable"), VARIABLES.values(), ids=VARIABLES)
def test_the_variable_is_called_as_people_write_it(text: str, variable: str) -> None:
    (finding,) = found(text, "bot.py")
    assert f'os.environ["{variable}"]' in str(finding.advice)


HEAD = "from paradex_py import Paradex\nfrom paradex_py.environment import PROD, TESTNET\n"
TESTED = {
    "constant": f"Paradex(env=TESTNET, l2_private_key='{STARK}')\n",
    "text": f"Paradex(env='testnet', l2_private_key='{STARK}')\n",
    "behind": f"Paradex(l2_private_key='{STARK}', env=TESTNET)\n",
    "lines": f"Paradex(\n    env=TESTNET,\n    l2_private_key='{STARK}',\n)\n",
}
LIVE = {
    "prod": f"Paradex(env=PROD, l2_private_key='{STARK}')\n",
    "of-another-call": f"start(env='demo')\nParadex(env=PROD, l2_private_key='{STARK}')\n",
    "of-the-program": f"env = 'demo'\nParadex(env=PROD, l2_private_key='{STARK}')\n",
}


@pytest.mark.parametrize("text", TESTED.values(), ids=TESTED)
def test_an_argument_that_names_the_test_environment_marks_its_call(text: str) -> None:
    (finding,) = found(HEAD + text, "bot.py")
    assert finding.severity is Severity.LOW


@pytest.mark.parametrize("text", LIVE.values(), ids=LIVE)
def test_the_environment_of_something_else_marks_none(text: str) -> None:
    (finding,) = found(HEAD + text, "bot.py")
    assert finding.severity is Severity.CRITICAL


@pytest.mark.parametrize(("kind", "sandbox"), [("DEMO", True), ("LIVE", False)])
def test_a_demo_account_of_ig(kind: str, *, sandbox: bool) -> None:
    text = (
        f"from trading_ig import IGService\nIGService('me', '{MINE}', '{KEY}', acc_type='{kind}')\n"
    )
    assert {it.sandbox for it in found(text, "bot.py")} == {sandbox}


ONCE = {
    "kite": (
        "from kiteconnect import KiteConnect\nkite = KiteConnect(api_key=KEY)\n"
        f"kite.generate_session('{KEY}', api_secret=SECRET)\n"
    ),
    "upstox": (
        "import upstox_client\nlogin = upstox_client.LoginApi()\n"
        f"login.token('2.0', code='{MINE}', client_secret=SECRET)\n"
    ),
}


@pytest.mark.parametrize("text", ONCE.values(), ids=ONCE)
def test_what_a_log_in_hands_over_once_is_no_credential(text: str) -> None:
    assert not found(text, "bot.py")

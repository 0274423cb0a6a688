"""What its own form tells, wherever it stands: the whole literal around it gets out."""

from pathlib import Path

import pytest

from leakguard.examples import made_up, made_up_from
from leakguard.finding import WITHOUT_FALLBACK
from tests.fix.conftest import fixed, planned, report_of

GITHUB = "ghp_" + made_up("base62", 36, 361)
BOT = "123456789:AA" + made_up("base62", 33, 362)
SESSION = "1BJ" + made_up("base64url", 349, 369) + "="
PASSWORD, KEY = made_up("base62", 16, 363), made_up("base62", 64, 368)
BODY = "MC4CAQAwBQYDK2VwBCIEI" + made_up("base62", 43, 364)
HOST = "db.prod.leakguard.io"
SQL = f"postgres://bot:{PASSWORD}@{HOST}/trades"
WEBHOOK = f"https://discord.com/api/webhooks/123456789012345678/{made_up('base62', 68, 365)}"
NODE = "https://mainnet.infura.io/v3/" + made_up("hex", 32, 370)
PHRASE = "sock-danger-aware-uncle-plastic-latin-jungle-lazy-arch-elbow-toe-able".replace("-", " ")
PEM = f"-----BEGIN PRIVATE KEY-----\n{BODY}\n-----END PRIVATE KEY-----\n"

FIXED = {
    "a token under its own name": (f'TG_TOKEN = "{BOT}"', "TG_TOKEN", "TG_TOKEN = {}"),
    "a session in a row": (f'x = [1, "{SESSION}"]', "TELEGRAM_SESSION", "x = [1, {}]"),
    "a token in a row": (f'x = [1, "{BOT}"]', "TELEGRAM_BOT_TOKEN", "x = [1, {}]"),
    "a token as bytes": (f'x = b"{BOT}"', "TELEGRAM_BOT_TOKEN", "x = {}.encode()"),
    "a token in the head of a block": (
        f'with Bot("{BOT}") as b:\n    pass',
        "TELEGRAM_BOT_TOKEN",
        "with Bot({}) as b:\n    pass",
    ),
    "a URL with a password": (f'DB_URL = "{SQL}"', "DB_URL", "DB_URL = {}"),
    "a URL of a database": (f'e = create("{SQL}")', "DATABASE_URL", "e = create({})"),
    "a URL of another service": (
        f'r = R("redis://:{PASSWORD}@{HOST}:6379/0")',
        "REDIS_URL",
        "r = R({})",
    ),
    "a URL that is a secret": (f'webhook = "{WEBHOOK}"', "DISCORD_WEBHOOK", "webhook = {}"),
    "a URL of a proxy": (
        f'r = R(proxy="http://ada:{PASSWORD}@{HOST}:8080")',
        "PROXY_URL",
        "r = R(proxy={})",
    ),
    "a URL in a dict of proxies": (
        f'p = {{"https": "http://ada:{PASSWORD}@{HOST}:8080"}}',
        "PROXY_URL",
        'p = {{"https": {}}}',
    ),
    "a node's URL": (f'w = Web3("{NODE}")', "RPC_URL", "w = Web3({})"),
    "a URL that is an attribute": (
        f'self.webhook = "{WEBHOOK}"',
        "DISCORD_WEBHOOK",
        "self.webhook = {}",
    ),
    "a recovery phrase": (f'SEED = "{PHRASE}"', "RECOVERY_PHRASE", "SEED = {}"),
    "a phrase that tells": (f'wallet_seed = "{PHRASE}"', "WALLET_SEED", "wallet_seed = {}"),
    "a webhook in a dict": (
        f'hooks = {{"alerts": "{WEBHOOK}"}}',
        "DISCORD_WEBHOOK_URL",
        'hooks = {{"alerts": {}}}',
    ),
    "a private key in one line": (
        'private_pem = "' + PEM.replace("\n", "\\n") + '"',
        "PRIVATE_PEM",
        "private_pem = {}",
    ),
    "one of two statements on a line": (
        f'TG_TOKEN = "{BOT}"; CHAT = 5',
        "TG_TOKEN",
        "TG_TOKEN = {}; CHAT = 5",
    ),
    "a private key": (f'private_pem = """{PEM}"""', "PRIVATE_KEY", "private_pem = {}"),
}


@pytest.mark.parametrize(("text", "name", "after"), FIXED.values(), ids=FIXED)
def test_it_gets_out(tmp_path: Path, text: str, name: str, after: str) -> None:
    after = after.format(f'os.environ["{name}"]')
    assert fixed(tmp_path, f"import os\n\n{text}\n") == f"import os\n\n{after}\n"


FALLBACKS = {
    "the default of getenv": (f'x = os.getenv("DSN", "{SQL}")', "x = {}"),
    "the default of environ.get": (f'x = os.environ.get("DSN", default="{SQL}")', "x = {}"),
    "behind an or": (f'x = os.getenv("DSN") or "{SQL}"', "x = {}"),
    "inside of a call": (f'x = connect(os.getenv("DSN", "{SQL}"), 5)', "x = connect({}, 5)"),
}


@pytest.mark.parametrize(("text", "after"), FALLBACKS.values(), ids=FALLBACKS)
def test_a_fallback_goes_with_its_read(tmp_path: Path, text: str, after: str) -> None:
    after = after.format('os.environ["DSN"]')
    assert (
        fixed(
            tmp_path,
            f"import os\n\n{text}\n",
        )
        == f"import os\n\n{after}\n"
    )


@pytest.mark.parametrize("text", [it[0] for it in FALLBACKS.values()], ids=FALLBACKS)
def test_a_fallback_goes_only_if_that_is_wanted(tmp_path: Path, text: str) -> None:
    plan = planned(tmp_path, {"a.py": f"import os\n\n{text}\n"}, unsafe=False)
    assert [it.reason.endswith(WITHOUT_FALLBACK) for it in plan.left] == [True]


OWN = 'os.environ["DSN"]'
ALIASES = {
    "environ": (f'from os import environ as e\n\nx = e.get("DSN", "{SQL}")\n', 'e["DSN"]'),
    "getenv": (f'import os\nfrom os import getenv as g\n\nx = g("DSN", "{SQL}")\n', None),
    "a variable": (f'import os\n\nget = os.environ.get\nx = get("DSN", "{SQL}")\n', None),
}


@pytest.mark.parametrize(("text", "read"), ALIASES.values(), ids=ALIASES)
def test_a_read_by_another_name_is_one(tmp_path: Path, text: str, read: str | None) -> None:
    assert fixed(tmp_path, text).endswith(f"x = {read or OWN}\n")


def test_the_default_of_another_reader_gets_out_alone(tmp_path: Path) -> None:
    text = f'import os\n\nx = config("DSN", "{SQL}")\n'
    assert fixed(tmp_path, text).endswith('x = config("DSN", os.environ["DATABASE_DSN"])\n')


ID, SECRET = made_up_from(r"AKIA[A-Z2-7]{16}", 366), made_up("base64", 40, 367)
PAIRS = {
    "an id and its secret": (
        f'AWS_ACCESS_KEY_ID = "{ID}"\nAWS_SECRET_ACCESS_KEY = "{SECRET}"\n',
        {ID: "AWS_ACCESS_KEY_ID", SECRET: "AWS_SECRET_ACCESS_KEY"},
    ),
    "a key and its private key": (
        f'from binance.client import Client\nAPI_KEY = "{KEY}"\nPRIVATE_KEY = """{PEM}"""\n'
        "Client(API_KEY, private_key=PRIVATE_KEY)\n",
        {KEY: "BINANCE_API_KEY", PEM: "BINANCE_PRIVATE_KEY"},
    ),
}


@pytest.mark.parametrize(("text", "names"), PAIRS.values(), ids=PAIRS)
def test_both_halves_get_out_at_once(tmp_path: Path, text: str, names: dict[str, str]) -> None:
    plan = planned(tmp_path, {"a.py": text})
    assert {value: name for name, value in plan.values.items()} == names
    assert not plan.left


def test_both_halves_are_advised_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(PAIRS["an id and its secret"][0])
    (found,) = report_of(tmp_path, ["a.py"]).findings
    assert found.advice.replacement is not None
    assert found.advice.replacement.line.count("os.environ[") == 2


@pytest.mark.parametrize("value", [SQL, PEM], ids=["a URL", "a private key"])
def test_the_whole_value_gets_out(tmp_path: Path, value: str) -> None:
    plan = planned(tmp_path, {"a.py": f'x = """{value}"""\n'})
    assert list(plan.values.values()) == [value]


LEFT = {
    "a comment": f'# "{BOT}"',
    "a docstring": f'def f():\n    """{BOT}"""',
    "a text with more in it": f'x = "bot {BOT} and more"',
    "a formatted string": f'x = f"{BOT}"',
    "an annotation": f'def f(x: "{BOT}") -> "{GITHUB}":\n    pass',
    "a URL in a text": f'x = "see {SQL}"',
    "a pattern": f'match x:\n    case "{BOT}":\n        pass',
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_it_stays(tmp_path: Path, text: str) -> None:
    plan = planned(tmp_path, {"a.py": f"{text}\n"})
    assert plan.left
    assert not plan.files

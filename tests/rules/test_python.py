"""Python read as Python: where a key can stand, and which rule says so, at which line."""

import pytest

from leakguard.examples import made_up
from tests.support import found, rules_found

KEY, SECRET = made_up("base62", 64, 201), made_up("base62", 64, 202)

SHAPES = {
    # hardcoded-assignment
    "name": ("hardcoded-assignment", "api_secret = '{s}'\n", 1),
    "annotated": ("hardcoded-assignment", "api_secret: str = '{s}'\n", 1),
    "annotated-final": ("hardcoded-assignment", "API_SECRET: Final[str] = '{s}'\n", 1),
    "attribute": ("hardcoded-assignment", "self.api_secret = '{s}'\n", 1),
    "dict-item": ("hardcoded-assignment", "config = {{'a': 1, 'api_secret': '{s}'}}\n", 1),
    "dict-item-lines": ("hardcoded-assignment", "config = {{\n 'api_secret': '{s}',\n}}\n", 2),
    "dict-nested": ("hardcoded-assignment", "c = {{'x': {{'apiSecret': '{s}'}}}}\n", 1),
    "subscript": ("hardcoded-assignment", "config['api_secret'] = '{s}'\n", 1),
    "class-body": ("hardcoded-assignment", "class C:\n    api_secret = '{s}'\n", 2),
    "tuple": ("hardcoded-assignment", "user, api_secret = 'me', '{s}'\n", 1),
    "tuple-of-lists": ("hardcoded-assignment", "[user, api_secret] = ['me', '{s}']\n", 1),
    "chained": ("hardcoded-assignment", "api_secret = other = '{s}'\n", 1),
    "walrus": ("hardcoded-assignment", "if (api_secret := '{s}'):\n    pass\n", 1),
    "walrus-in-call": ("hardcoded-assignment", "print(len(api_secret := '{s}'))\n", 1),
    "augmented": ("hardcoded-assignment", "api_secret += '{s}'\n", 1),
    "bytes": ("hardcoded-assignment", "api_secret = b'{s}'\n", 1),
    "raw": ("hardcoded-assignment", "api_secret = r'{s}'\n", 1),
    "triple": ("hardcoded-assignment", 'api_secret = """{s}"""\n', 1),
    "parentheses": ("hardcoded-assignment", "api_secret = (\n    '{s}'\n)\n", 2),
    "semicolon": ("hardcoded-assignment", "import os; api_secret = '{s}'; x = 1\n", 1),
    "one-line-if": ("hardcoded-assignment", "if True: api_secret = '{s}'\n", 1),
    "indented": ("hardcoded-assignment", "def f():\n  if x:\n    api_secret = '{s}'\n", 3),
    "async": ("hardcoded-assignment", "async def f():\n    api_secret = '{s}'\n", 2),
    "match-case": ("hardcoded-assignment", "match x:\n  case 1:\n    api_secret = '{s}'\n", 3),
    # hardcoded-argument
    "client": (
        "hardcoded-argument",
        "from binance.client import Client\nClient(api_secret='{s}')\n",
        2,
    ),
    "client-aliased": (
        "hardcoded-argument",
        "import binance.client as bc\nbc.Client(k, '{s}')\n",
        2,
    ),
    "async-client": (
        "hardcoded-argument",
        "from binance import AsyncClient\nasync def f():\n    await AsyncClient.create(k, '{s}')\n",
        3,
    ),
    "spot": ("hardcoded-argument", "from binance.spot import Spot\nSpot(k, '{s}')\n", 2),
    "spot-keyword": (
        "hardcoded-argument",
        "from binance.spot import Spot as S\nS(api_key=k, api_secret='{s}')\n",
        2,
    ),
    "um-futures": (
        "hardcoded-argument",
        "from binance.um_futures import UMFutures\nUMFutures(key=k, secret='{s}')\n",
        2,
    ),
    "sdk": (
        "hardcoded-argument",
        "from binance_common.configuration import ConfigurationRestAPI\n"
        "ConfigurationRestAPI(api_key=k, api_secret='{s}')\n",
        2,
    ),
    "ccxt": ("hardcoded-argument", "import ccxt\nccxt.kraken({{'secret': '{s}'}})\n", 2),
    "ccxt-async": (
        "hardcoded-argument",
        "import ccxt.async_support as ccxt\nccxt.okx({{'secret': '{s}'}})\n",
        2,
    ),
    "ccxt-pro": (
        "hardcoded-argument",
        "import ccxt.pro as ccxtpro\nccxtpro.bybit({{'secret': '{s}'}})\n",
        2,
    ),
    "ccxt-from": (
        "hardcoded-argument",
        "from ccxt import binance\nbinance({{'secret': '{s}'}})\n",
        2,
    ),
    "ccxt-dict-call": (
        "hardcoded-argument",
        "import ccxt\nccxt.binance(dict(secret='{s}'))\n",
        2,
    ),
    "ccxt-getattr": (
        "hardcoded-argument",
        "import ccxt\ngetattr(ccxt, name)({{'secret': '{s}'}})\n",
        2,
    ),
    "by-name": (
        "hardcoded-argument",
        "from binance.client import Client\na = '{s}'\nc = Client('', a)\n",
        2,
    ),
    "by-name-far": (
        "hardcoded-argument",
        "from binance.client import Client\nTHE_OTHER = '{s}'\n"
        + "\n" * 40
        + "def main():\n    c = Client('', THE_OTHER)\n",
        2,
    ),
    "by-attribute": (
        "hardcoded-argument",
        "from binance.client import Client\nclass B:\n  def __init__(self):\n"
        "    self.b = '{s}'\n    self.c = Client('', self.b)\n",
        4,
    ),
    "any-call": ("hardcoded-argument", "connect(api_secret='{s}')\n", 1),
    # hardcoded-default
    "default": ("hardcoded-default", "def f(api_secret='{s}'):\n    pass\n", 1),
    "default-keyword-only": ("hardcoded-default", "def f(*, api_secret: str = '{s}'): ...\n", 1),
    "default-lines": ("hardcoded-default", "def f(\n    a,\n    api_secret='{s}',\n): ...\n", 3),
    "default-lambda": ("hardcoded-default", "f = lambda api_secret='{s}': 1\n", 1),
    # environ-default
    "getenv": ("environ-default", "import os\nk = os.getenv('API_SECRET', '{s}')\n", 2),
    "environ-get": ("environ-default", "import os\nk = os.environ.get('API_SECRET', '{s}')\n", 2),
    "from-environ": (
        "environ-default",
        "from os import environ\nk = environ.get('API_SECRET', '{s}')\n",
        2,
    ),
    "from-getenv": (
        "environ-default",
        "from os import getenv as g\nk = g('API_SECRET', default='{s}')\n",
        2,
    ),
    "os-aliased": ("environ-default", "import os as o\nk = o.getenv('API_SECRET', '{s}')\n", 2),
    "or": ("environ-default", "import os\nk = os.getenv('API_SECRET') or '{s}'\n", 2),
    "if-else": (
        "environ-default",
        "import os\nk = os.environ['S'] if 'S' in os.environ else '{s}'\n",
        2,
    ),
    "getenv-lines": (
        "environ-default",
        "import os\nk = os.getenv(\n    'API_SECRET',\n    '{s}',\n)\n",
        4,
    ),
    # environ-write
    "write": ("environ-write", "import os\nos.environ['API_SECRET'] = '{s}'\n", 2),
    "update": ("environ-write", "import os\nos.environ.update({{'API_SECRET': '{s}'}})\n", 2),
    "update-keyword": ("environ-write", "import os\nos.environ.update(API_SECRET='{s}')\n", 2),
    "setdefault": ("environ-write", "import os\nos.environ.setdefault('API_SECRET', '{s}')\n", 2),
    "putenv": ("environ-write", "import os\nos.putenv('API_SECRET', '{s}')\n", 2),
    "merge": ("environ-write", "import os\nos.environ |= {{'API_SECRET': '{s}'}}\n", 2),
    "write-by-name": (
        "environ-write",
        "import os\nx = '{s}'\nos.environ['API_SECRET'] = x\n",
        2,
    ),
    # environ-overwritten
    "overwritten": (
        "environ-overwritten",
        "import os\nsecret = os.getenv('API_SECRET')\nprint(1)\nsecret = '{s}'\n",
        4,
    ),
    "overwritten-subscript": (
        "environ-overwritten",
        "import os\napi_key = os.environ['API_KEY']\n\napi_key = '{s}'\n",
        4,
    ),
    # environ-name
    "name-getenv": ("environ-name", "import os\ns = os.getenv('{s}')\n", 2),
    "name-subscript": ("environ-name", "import os\ns = os.environ['{s}']\n", 2),
    "name-get": ("environ-name", "import os\ns = os.environ.get('{s}')\n", 2),
}


@pytest.mark.parametrize(("rule", "text", "line"), SHAPES.values(), ids=SHAPES)
def test_a_shape_is_found_at_its_line(rule: str, text: str, line: int) -> None:
    (finding,) = found(text.format(k=KEY, s=SECRET), "module.py")
    assert (finding.rule, finding.place.line) == (rule, line)
    assert finding.secret is not None
    assert finding.secret.reveal() == SECRET


GOOD = {
    "subscript": 'import os\napi_secret = os.environ["BINANCE_API_SECRET"]\n',
    "checked": (
        'import os\nsecret = os.getenv("API_SECRET")\nif secret is None:\n'
        '    raise SystemExit("API_SECRET is not set")\n'
    ),
    "empty": 'api_key = ""\napi_secret = ""\n',
    "none": "def connect(api_key=None, api_secret=None): ...\n",
    "placeholder": 'client = Client("your-api-key-goes-here", "your-api-secret-goes-here")\n',
    "other-words": 'api_key_header_name = "x-application-authorization"\n',
    "dotenv": "from dotenv import load_dotenv\nload_dotenv()\n",
    "keyring": 'import keyring\napi_secret = keyring.get_password("binance", "api_secret")\n',
    "test": 'monkeypatch.setenv("BINANCE_API_SECRET", "test-secret-value")\n',
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_good_code_is_silent(text: str) -> None:
    assert rules_found(text, "module.py") == []


def test_words_in_base64_are_words_beside_what_is_found() -> None:
    text = (
        "from base64 import b64encode\n"
        f"x = {{'auth_token': b64encode(b'tape-recorder!').decode(), 'api_secret': '{SECRET}'}}\n"
    )
    assert [it.secret and it.secret.reveal() for it in found(text, "module.py")] == [SECRET]


BEARER = "curl -H 'Authorization: Bearer "
ON_A_COMMAND_LINE = {
    "in one literal": (f'os.system("{BEARER}{SECRET}\'")', "bearer-authorization"),
    "put together": (f'os.system("{BEARER}" + "{SECRET}" + "\'")', "hardcoded-login"),
}


@pytest.mark.parametrize(("text", "rule"), ON_A_COMMAND_LINE.values(), ids=ON_A_COMMAND_LINE)
def test_a_literal_on_a_command_line_is_told_once(text: str, rule: str) -> None:
    assert rules_found(f"import os\n{text}\n", "module.py") == [rule]

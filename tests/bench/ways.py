"""Ways in which the keys of a trading bot end up in files, each with a pair of its own."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from itertools import count

from leakguard.examples import made_up

Files = Mapping[str, str]
"""The text of each file, by its path."""

_PEM = "-----{} PRIVATE KEY-----\n"


def ways() -> dict[str, Files]:
    """Give the files of each way, by what it is called."""
    seeds = count(7100, 2)

    def made(way: Callable[[str, str], Files]) -> Files:
        seed = next(seeds)
        return way(made_up("base62", 64, seed), made_up("base62", 64, seed + 1))

    return {name: made(way) for name, way in _WAYS.items()}


def _file(path: str, template: str) -> Callable[[str, str], Files]:
    """Give a way of one file, in which `{k}` stands for the key and `{s}` for the secret."""
    return lambda key, secret: {path: template.replace("{k}", key).replace("{s}", secret)}


def _encoded(_key: str, secret: str) -> Files:
    text = base64.b64encode(secret.encode()).decode()
    return {"bot.py": f'from base64 import b64decode\nBINANCE_SECRET = b64decode("{text}")\n'}


def _split(_key: str, secret: str) -> Files:
    return {"bot.py": f'BINANCE_SECRET = "{secret[:30]}" + "{secret[30:]}"\n'}


def _two_modules(key: str, secret: str) -> Files:
    values = f'mine = "{key}"\nother = "{secret}"\n'
    return {
        "values.py": values,
        "bot.py": "from binance.client import Client\nfrom values import mine, other\n\n"
        "client = Client(mine, other)\n",
    }


def _signed(key: str, secret: str) -> Files:
    query = "symbol=BTCUSDT&timestamp=1700000000000"
    signature = hmac.new(secret.encode(), query.encode(), hashlib.sha256).hexdigest()
    return {
        "bot.log": f"POST https://api.binance.com/api/v3/order?{query}&signature={signature}\n"
        f"X-MBX-APIKEY: {key}\nsigned with {secret}\n"
    }


def _manifest(_key: str, secret: str) -> Files:
    value = base64.b64encode(secret.encode()).decode()
    text = (
        f"apiVersion: v1\nkind: Secret\nmetadata:\n  name: bot\ndata:\n  BINANCE_SECRET: {value}\n"
    )
    return {"secret.yaml": text}


def _notebook(key: str, secret: str) -> Files:
    source = ["from binance.client import Client\n", f'client = Client("{key}", "{secret}")']
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": source}
    return {"research.ipynb": json.dumps({"cells": [cell], "nbformat": 4, "nbformat_minor": 5})}


def _private_key(key: str, secret: str) -> Files:
    octets = (
        bytes.fromhex("302e020100300506032b657004220420")
        + hashlib.sha256((key + secret).encode()).digest()
    )
    body = base64.b64encode(octets).decode()
    return {"binance_ed25519.pem": f"{_PEM.format('BEGIN')}{body}\n{_PEM.format('END')}"}


_CALL = "from binance.client import Client\n\n"

_WAYS: Mapping[str, Callable[[str, str], Files]] = {
    "Client(key, secret)": _file("bot.py", _CALL + 'client = Client("{k}", "{s}")\n'),
    "Client(api_key=…, api_secret=…)": _file(
        "bot.py", _CALL + 'client = Client(api_key="{k}", api_secret="{s}", testnet=False)\n'
    ),
    "names in Python": _file("bot.py", 'API_KEY = "{k}"\nAPI_SECRET = "{s}"  # binance\n'),
    "a tuple, unpacked": _file("bot.py", _CALL + 'LOGIN = ("{k}", "{s}")\nc = Client(*LOGIN)\n'),
    "another module's names": _two_modules,
    "ccxt.binance({…})": _file(
        "bot.py", 'import ccxt\n\nx = ccxt.binance({"apiKey": "{k}", "secret": "{s}"})\n'
    ),
    "fallback of os.environ.get": _file(
        "bot.py", 'import os\n\nmine = os.environ.get("BINANCE_SECRET", "{s}")\n'
    ),
    "written into os.environ": _file(
        "bot.py", 'import os\n\nos.environ["BINANCE_SECRET"] = "{s}"\n'
    ),
    "default of a parameter": _file(
        "bot.py", 'def connect(api_key="{k}", api_secret="{s}"):  # binance\n    ...\n'
    ),
    "hmac.new(secret, …)": _file(
        "bot.py",
        'import hashlib, hmac\n\nURL = "https://api.binance.com"\n'
        'signature = hmac.new(b"{s}", query, hashlib.sha256).hexdigest()\n',
    ),
    "a request's header": _file(
        "bot.py", 'import requests\n\nr = requests.get(url, headers={"X-MBX-APIKEY": "{k}"})\n'
    ),
    "base64": _encoded,
    "two literals, joined": _split,
    "a notebook": _notebook,
    ".env": _file(".env", "BINANCE_API_KEY={k}\nBINANCE_API_SECRET={s}\n"),
    "freqtrade's config.json": _file(
        "config.json", '{"exchange": {"name": "binance", "key": "{k}", "secret": "{s}"}}\n'
    ),
    "YAML": _file("config.yaml", "binance:\n  api_key: {k}\n  api_secret: {s}\n"),
    "INI": _file("config.ini", "[binance]\nkey = {k}\nsecret = {s}\n"),
    "compose.yml": _file(
        "compose.yml",
        "services:\n  bot:\n    environment:\n"
        "      - BINANCE_KEY={k}\n      - BINANCE_SECRET={s}\n",
    ),
    "a workflow": _file(
        ".github/workflows/bot.yml",
        'jobs:\n  trade:\n    env:\n      BINANCE_KEY: "{k}"\n      BINANCE_SECRET: "{s}"\n',
    ),
    "a Kubernetes Secret": _manifest,
    "JavaScript": _file(
        "bot.js",
        "const { Spot } = require('@binance/connector')\nconst c = new Spot('{k}', '{s}')\n",
    ),
    "Go": _file("bot.go", 'package main\n\nvar c = binance.NewClient("{k}", "{s}")\n'),
    "notes": _file("notes.md", "binance\n\nkey {k}\nsecret {s}\n"),
    "curl": _file("run.sh", 'curl -H "X-MBX-APIKEY: {k}" https://api.binance.com/api/v3/account\n'),
    "a log with a signed request": _signed,
    "Ed25519 private key": _private_key,
    "a patch": _file(
        "leak.patch",
        "--- a/bot.py\n+++ b/bot.py\n@@ -1 +1 @@\n-c = None\n+BINANCE_SECRET = '{s}'\n",
    ),
}

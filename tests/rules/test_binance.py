"""Binance in every format: each shape is found on its line, as what it is."""

import pytest

from leakguard.examples import made_up, made_up_pem
from leakguard.finding import Severity
from tests.support import found

KEY, SECRET = made_up("base62", 64, 101), made_up("base62", 64, 102)
HEX_KEY, HEX_SECRET = made_up("hex", 64, 101), made_up("hex", 64, 102)

SECRETS = {
    "env": ("bot.env", "BINANCE_API_SECRET={s}", 1),
    "env-quoted": ("other.env", "BINANCE_SECRET='{s}'", 1),
    "shell-export": ("run.sh", "#!/bin/sh\nexport BINANCE_API_SECRET={s}\n", 2),
    "shell-inline": ("run.sh", "BINANCE_API_SECRET={s} python bot.py\n", 1),
    "shell-option": ("run.sh", "python bot.py --exchange binance --api-secret {s}\n", 1),
    "shell-option-equals": ("run.sh", "bot --exchange=binance --secret-key={s}\n", 1),
    "dockerfile-env": ("Dockerfile", "FROM python:3.12\nENV BINANCE_API_SECRET={s}\n", 2),
    "dockerfile-env-space": ("Dockerfile", "FROM python\nENV BINANCE_API_SECRET {s}\n", 2),
    "dockerfile-arg": ("Dockerfile", "ARG BINANCE_SECRET={s}\n", 1),
    "dockerfile-two": ("Dockerfile", "ENV A=1 BINANCE_SECRET={s} B=2\n", 1),
    "compose-list": (
        "docker-compose.yml",
        "services:\n  bot:\n    environment:\n      - BINANCE_API_SECRET={s}\n",
        4,
    ),
    "compose-map": (
        "docker-compose.yml",
        "services:\n  bot:\n    environment:\n      BINANCE_API_SECRET: {s}\n",
        4,
    ),
    "yaml": ("config.yml", "binance:\n  secret: {s}\n", 2),
    "yaml-quoted": ("config.yaml", 'exchange: binance\napi_secret: "{s}"\n', 2),
    "yaml-name-value": (
        "deploy.yaml",
        "env:\n  - name: BINANCE_API_SECRET\n    value: {s}\n",
        3,
    ),
    "json": ("config.json", '{{"binance": {{"apiSecret": "{s}"}}}}', 1),
    "json-lines": ("config.json", '{{\n  "name": "binance",\n  "secret": "{s}"\n}}\n', 3),
    "toml": ("config.toml", '[binance]\napi_secret = "{s}"\n', 2),
    "ini": ("bot.ini", "[binance]\nsecret = {s}\n", 2),
    "ini-colon": ("bot.cfg", "[binance]\nsecret_key: {s}\n", 2),
    "properties": ("app.properties", "exchange.binance.secret={s}\n", 1),
    "javascript": ("bot.js", "const binance = new Binance({{ APISECRET: '{s}' }})\n", 1),
    "go": ("main.go", 'binanceSecret := "{s}"\n', 1),
    "xml": ("conf.xml", "<binance><secretKey>{s}</secretKey></binance>\n", 1),
    "notes-label": ("notes.txt", "Binance\nsecret key:\n{s}\n", 3),
    "notes-inline": ("notes.txt", "my binance secret is {s}\n", 1),
    "notes-alone": ("notes.txt", "binance {s}\n", 1),
    "markdown": ("README.md", "Binance secret: `{s}`\n", 1),
    "csv": ("keys.csv", "exchange,owner,secret\nbinance,ada,{s}\n", 2),
    "github-actions": (
        "ci.yml",
        "jobs:\n  test:\n    env:\n      BINANCE_SECRET_KEY: {s}\n",
        4,
    ),
    "systemd": ("bot.service", 'Environment="BINANCE_API_SECRET={s}"\n', 1),
    "powershell": ("run.ps1", '$env:BINANCE_API_SECRET = "{s}"\n', 1),
    "batch": ("run.bat", "set BINANCE_API_SECRET={s}\r\n", 1),
    "setx": ("run.bat", "setx BINANCE_API_SECRET {s}\r\n", 1),
    "sql": ("seed.sql", "UPDATE exchange SET api_secret = '{s}' WHERE name = 'binance';\n", 1),
    "utf16-like-comment": ("bot.py", "# binance secret: {s}\n", 1),
    "commented-out-call": ("bot.py", "# binance_secret = '{s}'\n", 1),
}

KEYS = {
    "env": ("bot.env", "BINANCE_API_KEY={k}", 1),
    "curl": ("run.sh", 'curl -H "X-MBX-APIKEY: {k}" -X POST https://api.example.org\n', 1),
    "curl-single": ("run.sh", "curl --header 'X-MBX-APIKEY:{k}' https://example.org\n", 1),
    "http-file": ("call.http", "GET /api/v3/account\nX-MBX-APIKEY: {k}\n", 2),
    "headers-dict": ("call.py", "headers = {{'X-MBX-APIKEY': '{k}'}}\n", 1),
    "yaml": ("config.yml", "binance:\n  api_key: {k}\n", 2),
    "json": ("config.json", '{{"binance": {{"apiKey": "{k}"}}}}', 1),
}

PAIRS = {
    "env": ("bot.env", "BINANCE_API_KEY={k}\nBINANCE_API_SECRET={s}\n", 2, 1),
    "env-secret-first": ("bot.env", "BINANCE_API_SECRET={s}\nBINANCE_API_KEY={k}\n", 1, 2),
    "export": ("x.sh", "export BINANCE_KEY={k}\nexport BINANCE_SECRET='{s}'\n", 2, 1),
    "json": (
        "c.json",
        '{{"exchange": {{"name": "binance", "key": "{k}", "secret": "{s}"}}}}',
        1,
        1,
    ),
    "freqtrade": (
        "config.json",
        '{{\n "exchange": {{\n  "name": "binance",\n  "key": "{k}",\n  "secret": "{s}"\n }}\n}}',
        5,
        4,
    ),
    "yaml": ("c.yml", "binance:\n  apiKey: {k}\n  secret: {s}\n", 3, 2),
    "toml": ("c.toml", '[binance]\nkey = "{k}"\nsecret = "{s}"\n', 3, 2),
    "ini": ("c.ini", "[binance]\napi_key={k}\napi_secret={s}\n", 3, 2),
    "dockerfile": ("Dockerfile", "ENV BINANCE_KEY={k} \\\n    BINANCE_SECRET={s}\n", 2, 1),
    "csv": ("k.csv", "exchange,api_key,api_secret\nbinance,{k},{s}\n", 2, 2),
    "csv-bare": ("k.csv", "binance,{k},{s}\n", 1, 1),
    "csv-semicolon": ("k.csv", "exchange;key;secret\r\nbinance;{k};{s}\r\n", 2, 2),
    "notes": ("n.txt", "Binance\n{k}\n{s}\n", 3, 2),
    "notes-labels": ("n.md", "## Binance\nAPI Key: {k}\nSecret Key: {s}\n", 3, 2),
    "slash": ("n.txt", "binance {k} / {s}\n", 1, 1),
    "colon": ("n.txt", "binance: {k}:{s}\n", 1, 1),
    "python-call": ("b.py", "from binance.client import Client\nClient('{k}', '{s}')\n", 2, 2),
    "python-lines": (
        "b.py",
        "from binance import Client\nclient = Client(\n    '{k}',\n    '{s}',\n)\n",
        4,
        3,
    ),
    "python-names": (
        "b.py",
        "from binance import Client\nKEY = '{k}'\nSECRET = '{s}'\nClient(KEY, SECRET)\n",
        3,
        2,
    ),
    "python-named-nothing": (
        "b.py",
        "from binance import Client\na = '{k}'\nb = '{s}'\n\ndef main():\n    Client(a, b)\n",
        3,
        2,
    ),
    "ccxt-names": (
        "b.py",
        "import ccxt\nkey = '{k}'\nsecret = '{s}'\n"
        "ccxt.binance({{'apiKey': key, 'secret': secret}})\n",
        3,
        2,
    ),
    "ccxt": ("b.py", "import ccxt\nccxt.binance({{'apiKey': '{k}', 'secret': '{s}'}})\n", 2, 2),
    "ccxt-comment": ("b.py", "# ccxt.binance({{'apiKey': '{k}', 'secret': '{s}'}})\n", 1, 1),
}


def _filled(text: str) -> str:
    return text.format(k=KEY, s=SECRET)


@pytest.mark.parametrize(("path", "text", "line"), SECRETS.values(), ids=SECRETS)
def test_a_secret_is_critical(path: str, text: str, line: int) -> None:
    (finding,) = found(_filled(text), path)
    assert finding.rule in ("binance-secret-key", "hardcoded-assignment")
    assert (finding.place.line, finding.severity) == (line, Severity.CRITICAL)
    assert finding.secret is not None
    assert finding.secret.reveal() == SECRET


@pytest.mark.parametrize(("path", "text", "line"), KEYS.values(), ids=KEYS)
def test_a_lone_api_key_is_medium(path: str, text: str, line: int) -> None:
    (finding,) = found(_filled(text), path)
    assert (finding.place.line, finding.severity) == (line, Severity.MEDIUM)


@pytest.mark.parametrize(("path", "text", "line", "key_line"), PAIRS.values(), ids=PAIRS)
def test_a_pair_is_one_finding_with_both_places(
    path: str, text: str, line: int, key_line: int
) -> None:
    (finding,) = found(_filled(text), path)
    assert (finding.place.line, finding.severity) == (line, Severity.CRITICAL)
    assert finding.secret is not None
    assert finding.secret.reveal() == SECRET
    assert [it.place.line for it in finding.related if it.label == "the API key"] == [key_line]


SANDBOXES = {
    "name-key-pair": ("bot.env", "BINANCE_TESTNET_KEY={k}\nBINANCE_TESTNET_SECRET={s}\n"),
    "name-secret": ("bot.env", "BINANCE_DEMO_SECRET={s}\n"),
    "name-sandbox": ("c.yml", "binance:\n  sandbox_secret: {s}\n"),
    "keyword": (
        "b.py",
        "from binance.client import Client\nc = Client('{k}', '{s}', testnet=True)\n",
    ),
    "keyword-lines": (
        "b.py",
        "from binance import Client\nc = Client(\n  '{k}',\n  '{s}',\n  testnet=True,\n)\n",
    ),
    "keyword-by-name": (
        "b.py",
        "from binance import Client\nkey = '{k}'\nsecret = '{s}'\n\n\n"
        "client = Client(key, secret, testnet=True)\n",
    ),
    "base-url": (
        "b.py",
        "from binance.spot import Spot\n"
        "c = Spot('{k}', '{s}', base_url='https://testnet.binance.vision')\n",
    ),
    "base-url-futures": (
        "b.py",
        "from binance.um_futures import UMFutures\n"
        "c = UMFutures(key='{k}', secret='{s}', base_url='https://testnet.binancefuture.com')\n",
    ),
    "sandbox-mode": (
        "b.py",
        "import ccxt\nexchange = ccxt.binance({{'apiKey': '{k}', 'secret': '{s}'}})\n"
        "exchange.set_sandbox_mode(True)\n",
    ),
    "yaml-switch": ("c.yml", "binance:\n  key: {k}\n  secret: {s}\n  testnet: true\n"),
    "json-switch": (
        "c.json",
        '{{"binance": {{"key": "{k}", "secret": "{s}", "sandbox": true}}}}',
    ),
    "branch": (
        "b.py",
        "if TESTNET:\n    binance_key = '{k}'\n    binance_secret = '{s}'\n",
    ),
    "else-of-live": (
        "b.py",
        "if not TESTNET:\n    binance_key = ''\nelse:\n    binance_key = '{k}'\n"
        "    binance_secret = '{s}'\n",
    ),
    "comment-heading": ("bot.env", "# Binance testnet keys\nBINANCE_KEY={k}\nBINANCE_SECRET={s}\n"),
    "url-in-block": (
        "c.yml",
        "binance:\n  base_url: https://testnet.binance.vision\n  key: {k}\n  secret: {s}\n",
    ),
    "section": ("c.toml", '[binance.testnet]\nkey = "{k}"\nsecret = "{s}"\n'),
}

LIVE = {
    "switch-off": ("c.yml", "binance:\n  key: {k}\n  secret: {s}\n  testnet: false\n"),
    "keyword-off": (
        "b.py",
        "from binance.client import Client\nc = Client('{k}', '{s}', testnet=False)\n",
    ),
    "name-live": ("bot.env", "BINANCE_LIVE_KEY={k}\nBINANCE_LIVE_SECRET={s}\n"),
    "sandbox-mode-off": (
        "b.py",
        "import ccxt\nexchange = ccxt.binance({{'apiKey': '{k}', 'secret': '{s}'}})\n"
        "exchange.set_sandbox_mode(False)\n",
    ),
    "testnet-in-a-comment": (
        "c.yml",
        "# never use these on the testnet\nbinance:\n  key: {k}\n  secret: {s}\n",
    ),
    "testnet-pair-above": (
        "bot.env",
        "BINANCE_TESTNET_KEY=x\nBINANCE_TESTNET_SECRET=x\nBINANCE_KEY={k}\nBINANCE_SECRET={s}\n",
    ),
    "testnet-url-above": (
        "b.py",
        "BINANCE_TESTNET_URL = 'https://testnet.binance.vision'\n"
        "BINANCE_KEY = '{k}'\nBINANCE_SECRET = '{s}'\n",
    ),
    "testnet-section-below": (
        "c.ini",
        "[binance]\nkey={k}\nsecret={s}\n[binance.testnet]\nkey=\nsecret=\n",
    ),
    "live-comment-heading": (
        "bot.env",
        "# testnet\nA=1\n# live\nBINANCE_KEY={k}\nBINANCE_SECRET={s}\n",
    ),
    "else-branch": (
        "b.py",
        "if TESTNET:\n    binance_key = ''\nelse:\n    binance_key = '{k}'\n"
        "    binance_secret = '{s}'\n",
    ),
    "not-branch": (
        "b.py",
        "if not testnet:\n    binance_key = '{k}'\n    binance_secret = '{s}'\n",
    ),
    "testnet-section-above": (
        "c.ini",
        "[binance.testnet]\nkey=\nsecret=\n\n[binance.live]\nkey={k}\nsecret={s}\n",
    ),
}


@pytest.mark.parametrize(("path", "text"), SANDBOXES.values(), ids=SANDBOXES)
def test_a_test_environment_lowers_the_severity(path: str, text: str) -> None:
    (finding,) = found(_filled(text), path)
    assert finding.severity is Severity.LOW
    assert "test environment" in finding.message


@pytest.mark.parametrize(("path", "text"), LIVE.values(), ids=LIVE)
def test_in_doubt_a_key_is_live(path: str, text: str) -> None:
    (finding,) = found(_filled(text), path)
    assert finding.severity is Severity.CRITICAL


FUTURES_TESTNET = {
    "env": ("bot.env", "BINANCE_FUTURES_TESTNET_SECRET={s}\n", 1),
    "python": (
        "b.py",
        "from binance.um_futures import UMFutures\nc = UMFutures(key='{k}', secret='{s}',"
        " base_url='https://testnet.binancefuture.com')\n",
        1,
    ),
    "yaml": ("c.yml", "futures_testnet:\n  api_key: {k}\n  api_secret: {s}\n", 1),
    "coin-m": ("bot.env", "BINANCE_COINM_TESTNET_KEY={k}\nBINANCE_COINM_TESTNET_SECRET={s}\n", 2),
    "demo-host": (
        "c.yml",
        "url: https://demo-fapi.binance.com\napi_key: {k}\napi_secret: {s}\n",
        2,
    ),
}


@pytest.mark.parametrize(("path", "text", "least"), FUTURES_TESTNET.values(), ids=FUTURES_TESTNET)
def test_hexadecimal_keys_of_the_futures_testnet(path: str, text: str, least: int) -> None:
    findings = found(text.format(k=HEX_KEY, s=HEX_SECRET), path)
    assert len(findings) >= least
    assert {it.severity for it in findings} == {Severity.LOW}


ED25519 = made_up_pem("PRIVATE KEY", 48, "MC4CAQAwBQYDK2VwBCIEI")
RSA = made_up_pem("PRIVATE KEY", 1200, "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC")
PKCS1 = made_up_pem("RSA PRIVATE KEY", 1190, "MIIEpAIBAAKCAQEA")

PRIVATE_KEYS = {
    "ed25519-file": ("binance.pem", ED25519, 1),
    "rsa-file": ("keys/binance-private.pem", RSA, 1),
    "pkcs1-file": ("binance/id.pem", PKCS1, 1),
    "env-escaped": ("bot.env", f'BINANCE_PRIVATE_KEY="{ED25519}"'.replace("\n", "\\n"), 1),
    "json-escaped": (
        "c.json",
        '{"binance": {"privateKey": "' + RSA.replace("\n", "\\n") + '"}}',
        1,
    ),
    "python-triple": (
        "b.py",
        f'from binance.client import Client\nkey = """{ED25519}"""\nClient("", private_key=key)\n',
        2,
    ),
    "python-implicit": (
        "b.py",
        "import binance\nkey = (\n"
        + "".join(f'    "{line}\\n"\n' for line in ED25519.splitlines())
        + ")\n",
        3,
    ),
    "yaml-block": (
        "c.yml",
        "binance:\n  private_key: |\n" + "".join(f"    {line}\n" for line in ED25519.splitlines()),
        3,
    ),
}


@pytest.mark.parametrize(("path", "text", "line"), PRIVATE_KEYS.values(), ids=PRIVATE_KEYS)
def test_a_private_key_near_a_binance_word_is_critical(path: str, text: str, line: int) -> None:
    (finding,) = found(text, path)
    assert (finding.rule, finding.place.line) == ("binance-private-key", line)
    assert finding.severity is Severity.CRITICAL


@pytest.mark.parametrize("pem", [ED25519, RSA], ids=["ed25519", "rsa"])
def test_a_private_key_and_its_api_key_are_a_pair(pem: str) -> None:
    escaped = pem.replace("\n", "\\n")
    (finding,) = found(f'BINANCE_API_KEY={KEY}\nBINANCE_PRIVATE_KEY="{escaped}"\n', "bot.env")
    assert finding.message.startswith("Binance API key and its private key")
    assert finding.advice.steps[0].startswith("Remove the public key")
    assert [it.label for it in finding.related] == ["the API key"]


def test_a_private_key_without_one_is_a_private_key() -> None:
    (finding,) = found(ED25519, "server.pem")
    assert (finding.rule, finding.severity) == ("private-key", Severity.HIGH)


KEY_2, SECRET_2 = made_up("base62", 64, 103), made_up("base62", 64, 104)

TWO_PAIRS = {
    "alternating": (
        "a.env",
        "BINANCE_KEY={k}\nBINANCE_SECRET={s}\nBINANCE_KEY_2={l}\nBINANCE_SECRET_2={t}\n",
    ),
    "stems": (
        "a.env",
        "BINANCE_MAIN_KEY={k}\nBINANCE_SUB_KEY={l}\n"
        "BINANCE_MAIN_SECRET={s}\nBINANCE_SUB_SECRET={t}\n",
    ),
    "secret-first": (
        "a.yml",
        "binance:\n - secret: {s}\n   key: {k}\n\n - secret: {t}\n   key: {l}\n",
    ),
    "python": (
        "b.py",
        "from binance import Client\nA_KEY = '{k}'\nA_SECRET = '{s}'\n"
        "B_KEY = '{l}'\nB_SECRET = '{t}'\n"
        "a = Client(A_KEY, A_SECRET)\nb = Client(B_KEY, B_SECRET)\n",
    ),
    "python-by-call": (
        "b.py",
        "from binance import Client\na = '{k}'\nb = '{t}'\nc = '{l}'\nd = '{s}'\n"
        "one = Client(a, d)\nprint('something long enough to keep the calls apart', one)\n"
        + "print('and once more', 1, 2, 3, 4, 5, 6, 7, 8, 9)\n" * 4
        + "two = Client(c, b)\n",
    ),
    "json": (
        "c.json",
        '{{"binance": [{{"key": "{k}", "secret": "{s}"}},\n{{"key": "{l}", "secret": "{t}"}}]}}',
    ),
}


@pytest.mark.parametrize(("path", "text"), TWO_PAIRS.values(), ids=TWO_PAIRS)
def test_each_secret_gets_its_own_key(path: str, text: str) -> None:
    content = text.format(k=KEY, s=SECRET, l=KEY_2, t=SECRET_2)
    lines = content.split("\n")
    pairs = {}
    for finding in found(content, path):
        keys = [it.place for it in finding.related if it.label == "the API key"]
        assert len(keys) == 1
        at = lines[keys[0].line - 1][keys[0].column - 1 : keys[0].end_column - 1]
        assert finding.secret is not None
        pairs[finding.secret.reveal()] = at.strip("'\"")
    assert pairs == {SECRET: KEY, SECRET_2: KEY_2}


def test_a_name_of_another_exchange_is_no_binance_key() -> None:
    text = f"BINANCE_API_KEY={KEY}\nBINANCE_API_SECRET={SECRET}\nBYBIT_API_SECRET={SECRET_2}\n"
    rules = [it.rule for it in found(text, "a.env")]
    assert rules == ["binance-key-pair", "hard-coded-key"]


def test_a_hexadecimal_secret_is_a_hard_coded_key() -> None:
    assert [it.rule for it in found(f"SECRET_KEY={HEX_SECRET}\n")] == ["hard-coded-key"]
    assert not found(f"row_key={HEX_SECRET}\nsecret_sha256={HEX_SECRET}\n")

"""The environment misused: what is found of it, what is not, and how such a finding is shown."""

import pytest

from leakguard import fingerprint
from leakguard.examples import made_up
from leakguard.finding import Confidence, Finding, Severity
from tests.support import Repository, TextSource, found, leakguard, rules_found, scan, scanned

SECRET = made_up("base62", 64, 401)
OTHER = made_up("base62", 64, 402)

FOUND = {
    # environ-dump
    "dump-os-aliased": ("environ-dump", "import os as o\nprint(dict(o.environ))\n", 2),
    "dump-environ": ("environ-dump", "from os import environ\nprint(dict(environ))\n", 2),
    "dump-percent": ("environ-dump", "import os\nlog.info('%s' % os.environ)\n", 2),
    "dump-format": ("environ-dump", "import os\nprint('{}'.format(os.environ))\n", 2),
    "dump-plus": ("environ-dump", "import os\nprint('env: ' + str(os.environ))\n", 2),
    "dump-stderr": ("environ-dump", "import os, sys\nprint(os.environ, file=sys.stderr)\n", 2),
    "dump-rich": ("environ-dump", "import os\nfrom rich import print\nprint(os.environ)\n", 3),
    "dump-get-logger": (
        "environ-dump", "import os\nlogging.getLogger(__name__).debug(os.environ)\n", 2,
    ),
    "dump-logger-method": ("environ-dump", "import os\nself.logger().info('%s', os.environ)\n", 2),
    "dump-values": ("environ-dump", "import os\nprint(list(os.environ.values()))\n", 2),
    "dump-comprehension": (
        "environ-dump", "import os\nprint({k: str(v) for k, v in os.environ.items()})\n", 2,
    ),
    "dump-exit": ("environ-dump", "import os, sys\nsys.exit(f'no key: {os.environ}')\n", 2),
    "dump-django": (
        "environ-dump", "import os\ndef view(r):\n    return JsonResponse(dict(os.environ))\n", 3,
    ),
    "dump-flask-route": (
        "environ-dump",
        "import os\n@app.route('/env')\n@login\ndef env():\n    return dict(os.environ)\n", 5,
    ),
    "dump-walrus": ("environ-dump", "import os\nif env := dict(os.environ):\n    print(env)\n", 3),
    "dump-lines": ("environ-dump", "import os\nprint(\n    'env',\n    os.environ,\n)\n", 4),
    "dump-renamed": ("environ-dump", "from os import environ as e\nprint(dict(e))\n", 2),
    "dump-variable": ("environ-dump", "import os\nenv = os.environ\nlog.info('%s', env)\n", 3),
    # environ-logged
    "logged-renamed": ("environ-logged", "from os import environ as e\nprint(e['API_KEY'])\n", 2),
    "logged-renamed-reader": (
        "environ-logged", "from os import path, getenv as g\nk = g('API_KEY')\nprint(k)\n", 3,
    ),
    "logged-renamed-module": (
        "environ-logged", "import sys, os as o\nprint(o.getenv('API_KEY'))\n", 2,
    ),
    "logged-variable": (
        "environ-logged", "import os\nenv = os.environ\nprint(env.get('API_KEY'))\n", 3,
    ),
    "logged-variable-reader": (
        "environ-logged", "import os\nget = os.environ.get\nprint(get('API_KEY'))\n", 3,
    ),
    "logged-starred": ("environ-logged", "from os import *\nprint(environ['API_KEY'])\n", 2),
    "logged-pop": ("environ-logged", "import os\nprint(os.environ.pop('API_KEY'))\n", 2),
    "logged-joined": ("environ-logged", "import os\nprint(' '.join([os.environ['API_KEY']]))\n", 2),
    "logged-conversion": (
        "environ-logged", "import os\nk = os.getenv('TOKEN')\nprint(f'{k!r}')\n", 3,
    ),
    "logged-json": (
        "environ-logged", "import os, json\nprint(json.dumps({'k': os.environ['API_KEY']}))\n", 2,
    ),
    "logged-base64": (
        "environ-logged",
        "import os, base64\nk = os.environ['API_KEY']\nprint(base64.b64encode(k.encode()))\n", 3,
    ),
    "logged-extra": (
        "environ-logged",
        "import os\nk = os.environ['API_KEY']\nlogger.info('x', extra={'key': k})\n", 3,
    ),
    "logged-if-else": (
        "environ-logged",
        "import os\nk = os.getenv('API_KEY')\nprint(k if k else 'unset')\n", 3,
    ),
    "logged-in-function": (
        "environ-logged",
        "import os\nPASSWORD = os.environ['DB_PASSWORD']\ndef f():\n    log.debug(PASSWORD)\n", 4,
    ),
    "logged-of-class": (
        "environ-logged",
        "import os\nclass C:\n    KEY = os.environ['API_KEY']\nprint(C.KEY)\n", 4,
    ),
    "logged-three-names": (
        "environ-logged",
        "import os\na = os.environ['API_KEY']\nb = f'k={a}'\nc = 'x' + b\nprint(c)\n", 5,
    ),
    "logged-click": ("environ-logged", "import os, click\nclick.echo(os.environ['API_KEY'])\n", 2),
    "logged-django-command": (
        "environ-logged", "import os\nself.stdout.write(os.environ['API_KEY'])\n", 2,
    ),
    # environ-command-line
    "command-shell": (
        "environ-command-line",
        "import os, subprocess\nsubprocess.run(f'x {os.environ[\"API_KEY\"]}', shell=True)\n", 2,
    ),
    "command-aliased": (
        "environ-command-line",
        "import os, subprocess as sp\nsp.call(['x', os.getenv('API_KEY')])\n", 2,
    ),
    "command-starred": (
        "environ-command-line",
        "import os, subprocess\nsubprocess.run(['x', *['-p', os.environ['PASSWORD']]])\n", 2,
    ),
    "command-method": (
        "environ-command-line",
        "import os, subprocess\nclass C:\n    def __init__(self):\n"
        "        self.pw = os.environ['DB_PASSWORD']\n    def run(self):\n"
        "        subprocess.Popen(['x', self.pw], env=self.env)\n", 6,
    ),
    "command-renamed": (
        "environ-command-line",
        "import os\nfrom os import getenv as g\nos.system('x ' + g('API_KEY'))\n", 3,
    ),
    # environ-at-import-default
    "default-renamed": (
        "environ-at-import-default",
        "from os import environ as e\ndef f(k=e['API_KEY']): ...\n", 2,
    ),
    "default-keyword-only": (
        "environ-at-import-default", "import os\ndef f(*, k=os.environ['API_KEY']): ...\n", 2,
    ),
    "default-positional-only": (
        "environ-at-import-default", "import os\ndef f(k=os.environ['API_KEY'], /): ...\n", 2,
    ),
    # environ-empty-default
    "empty-ccxt": (
        "environ-empty-default",
        "import os, ccxt\nc = {'secret': os.getenv('SECRET', '')}\nx = ccxt.okx(c)\n", 2,
    ),
    "empty-spaces": (
        "environ-empty-default",
        "import os\nfrom binance.spot import Spot\nSpot('', os.getenv('API_SECRET', ' '))\n", 3,
    ),
    "empty-two-names": (
        "environ-empty-default",
        "import os\nfrom binance.spot import Spot\na = os.getenv('API_SECRET', '')\nb = a\n"
        "Spot('', b)\n", 3,
    ),
    "empty-variable-of-the-same-name": (
        "environ-empty-default",
        "import os, ccxt\nAPI_SECRET = os.getenv('API_SECRET', '')\n"
        "x = ccxt.okx({'secret': API_SECRET})\n", 2,
    ),
    "empty-returned": (
        "environ-empty-default",
        "import os\nfrom binance.client import Client\ndef f():\n"
        "    secret = os.getenv('API_SECRET', '')\n    return Client('', secret)\n", 4,
    ),
    "empty-renamed": (
        "environ-empty-default",
        "from os import environ as e\nfrom binance.client import Client\n"
        "Client('', e.get('API_SECRET', ''))\n", 3,
    ),
    "empty-any-exchange": (
        "environ-empty-default",
        "import os, ccxt\nx = getattr(ccxt, name)({'secret': os.getenv('API_SECRET')})\n", 2,
    ),
    "empty-encoded": (
        "environ-empty-default",
        "import os, hmac\nhmac.new(os.getenv('API_SECRET', '').encode(), b'', 'sha256')\n", 2,
    ),
    "none-implicit": (
        "environ-empty-default",
        "import os\nfrom pybit.unified_trading import HTTP\n"
        "secret = os.environ.get('API_SECRET')\nsession = HTTP(api_secret=secret)\n", 3,
    ),
    "setting-of-a-class": (
        "environ-empty-default",
        "import os\nclass Config:\n    SECRET_KEY: str = os.getenv('SECRET_KEY', 'secret')\n", 3,
    ),
    "setting-from-mapping": (
        "environ-empty-default",
        "import os\nfrom flask import Flask\napp = Flask('x')\n"
        "app.config.from_mapping(SECRET_KEY=os.environ.get('SECRET_KEY', 'dev'))\n", 4,
    ),
    "setting-through-a-name": (
        "environ-empty-default",
        "import os\nfrom flask import Flask\nkey = os.getenv('SECRET_KEY', 'dev')\n"
        "app = Flask('x')\napp.secret_key = key\n", 3,
    ),
    "setting-of-an-sdk": (
        "environ-empty-default",
        "import os, openai\nopenai.api_key = os.getenv('OPENAI_API_KEY', '')\n", 2,
    ),
}  # fmt: skip


MENTIONS = {
    "comment": "# signs for API_SECRET\n",
    "comment-as": "# known as API_SECRET\n",
    "docstring": '"""Needed for API_SECRET."""\n',
    "formatted": "name = f'client for {len(API_SECRET)}'\n",
    "walked": "for letter in API_SECRET:\n    count(letter)\n",
    "comprehension": "letters = [1 for it in API_SECRET]\n",
    "comprehension-of-its-own": "other = [API_SECRET for API_SECRET in range(3)]\n",
    "loop-of-a-function": "def f(them):\n    for API_SECRET in them:\n        count(API_SECRET)\n",
}  # fmt: skip


@pytest.mark.parametrize("mention", MENTIONS.values(), ids=MENTIONS)
def test_what_only_mentions_a_name_hides_no_use_of_it(mention: str) -> None:
    text = (
        f"import os, subprocess\nAPI_SECRET = os.environ['API_SECRET']\n{mention}"
        "print(API_SECRET)\nsubprocess.run(f'curl -u {API_SECRET} x', shell=True)\n"
    )
    assert rules_found(text, "module.py") == ["environ-logged", "environ-command-line"]


REBOUND = {
    "loop": "for API_SECRET in them:\n    print(API_SECRET)\n",
    "loop-over-pairs": "for name, API_SECRET in them:\n    print(API_SECRET)\n",
    "with": "with open(path) as (a, API_SECRET):\n    print(API_SECRET)\n",
    "comprehension": "[print(API_SECRET) for API_SECRET in them]\n",
    "lambda": "show = lambda API_SECRET: print(API_SECRET)\n",
}


@pytest.mark.parametrize("use", REBOUND.values(), ids=REBOUND)
def test_a_name_that_is_bound_anew_shows_what_it_is_bound_to(use: str) -> None:
    text = f"import os\nAPI_SECRET = os.environ['API_SECRET']\n{use}"
    assert rules_found(text, "module.py") == []


def test_a_comment_hides_no_other_name_of_the_environment() -> None:
    text = "import os\nenv = os.environ  # known as env\nprint(env['API_SECRET'])\n"
    assert rules_found(text, "module.py") == ["environ-logged"]


@pytest.mark.parametrize(("rule", "text", "line"), FOUND.values(), ids=FOUND)
def test_a_misuse_is_found_at_its_line(rule: str, text: str, line: int) -> None:
    assert [(it.rule, it.place.line) for it in found(text, "module.py")] == [(rule, line)]


GOOD = {
    "secret-manager": (
        "import os\nos.environ['BINANCE_API_SECRET'] = client.access_secret('binance')\n"
    ),
    "keyring": "import os, keyring\nos.environ['API_KEY'] = keyring.get_password('x', 'y')\n",
    "monkeypatch": "def test_it(monkeypatch):\n    monkeypatch.setenv('API_SECRET', 'test')\n",
    "fixture": "import os\nos.environ['API_SECRET'] = 'dummy-secret-for-tests'\n",
    "patch-dict": "import os\nwith patch.dict(os.environ, {'API_KEY': 'test-key'}):\n    run()\n",
    "required": "import os\nclient = Client(os.environ['API_KEY'], os.environ['API_SECRET'])\n",
    "checked-and-raised": (
        "import os\nfrom binance.client import Client\nsecret = os.getenv('API_SECRET', '')\n"
        "if not secret:\n    raise RuntimeError('API_SECRET is not set')\nClient('', secret)\n"
    ),
    "checked-variable": (
        "import os\nfrom binance.client import Client\n"
        "missing = [it for it in ('API_SECRET', 'API_KEY') if it not in os.environ]\n"
        "Client('', os.getenv('API_SECRET', ''))\n"
    ),
    "checked-conditional": (
        "import os\nfrom binance.client import Client\nsecret = os.getenv('API_SECRET', '')\n"
        "client = None\nif secret:\n    client = Client('', secret)\n"
    ),
    "checked-walrus": (
        "import os\nfrom binance.client import Client\n"
        "if not (secret := os.getenv('API_SECRET')):\n    raise SystemExit\nClient('', secret)\n"
    ),
    "checked-exit": (
        "import os, sys\nfrom binance.client import Client\n"
        "secret = os.getenv('API_SECRET') or sys.exit('no secret')\nClient('', secret)\n"
    ),
    "checked-several": (
        "import os\nfrom binance.client import Client\n"
        "key, secret = os.getenv('API_KEY'), os.getenv('API_SECRET')\n"
        "if any(it is None for it in (key, secret)):\n    raise SystemExit\nClient(key, secret)\n"
    ),
    "required-by-pydantic": (
        "import os\nfrom binance.client import Client\nclass Settings(BaseSettings):\n"
        "    api_secret: str\ns = Settings(api_secret=os.getenv('API_SECRET'))\n"
        "Client('', s.api_secret)\n"
    ),
    "required-by-click": (
        "import click\nfrom binance.client import Client\n"
        "@click.option('--secret', envvar='API_SECRET', required=True)\n"
        "def main(secret):\n    Client('', secret)\n"
    ),
    "sdk-that-refuses-none": (
        "import os\nfrom openai import OpenAI\nOpenAI(api_key=os.environ.get('OPENAI_API_KEY'))\n"
    ),
    "none-that-stops": (
        "import os, hmac\nhmac.new(os.environ.get('API_SECRET').encode(), b'', 'sha256')\n"
    ),
    "setting-that-is-refused": "import os\nSECRET_KEY = os.environ.get('SECRET_KEY', '')\n",
    "setting-that-is-checked": (
        "import os\nSECRET_KEY = os.environ.get('SECRET_KEY', 'dev')\n"
        "if SECRET_KEY == 'dev' and not DEBUG:\n    raise SystemExit\n"
    ),
    "child-environment": (
        "import os, subprocess\nenv = {**os.environ, 'TOKEN': os.environ['API_TOKEN']}\n"
        "subprocess.run(['x'], env=env, check=True)\n"
    ),
    "child-input": (
        "import os, subprocess\n"
        "subprocess.run(['docker', 'login', '--password-stdin'], input=os.environ['PASSWORD'])\n"
    ),
    "header": (
        "import os\nkey = os.environ['API_KEY']\n"
        "requests.get('https://a.example/?limit=5', headers={'X-MBX-APIKEY': key})\n"
    ),
    "form-body": "import os\nbody = f'a=b&client_secret={os.environ[\"CLIENT_SECRET\"]}'\n",
    "named-only": "import os\nfor name in sorted(os.environ):\n    print(name)\n",
    "a-variable": "import os\nprint(os.environ['HOME'], os.environ.get('LANG'))\n",
    "about-keys": "import os\nprint(os.getenv('API_KEY_PATH'), os.getenv('GOOGLE_CREDENTIALS'))\n",
    "tokens-of-money": "import os\nprint(os.getenv('QUOTE_TOKEN'), os.getenv('MAX_TOKENS'))\n",
    "presence": "import os\nkey = os.getenv('API_KEY')\nprint('key', 'set' if key else 'unset')\n",
    "digest": (
        "import os, hashlib\nkey = os.environ['API_KEY']\n"
        "print(hashlib.sha256(key.encode()).hexdigest())\n"
    ),
    "other-scope": (
        "import os\ndef a():\n    token = os.environ['API_TOKEN']\n    return use(token)\n"
        "def b(token):\n    print(token)\n"
    ),
    "overwritten": (
        "import os\ntoken = os.environ['API_TOKEN']\ntoken = hide(token)\nprint(token)\n"
    ),
    "caught": (
        "import os\nkey = os.environ['API_KEY']\ntry:\n    connect(key)\n"
        "except ValueError as key:\n    print(key)\n"
    ),
    "other-environ": "def app(environ, start):\n    print(environ, environ['HTTP_API_KEY'])\n",
    "other-env": "import os\nenv = os.environ\ndef f(env):\n    print(env['API_KEY'])\n",
    "in-a-comment": "import os\n# print(os.environ, os.environ['API_KEY'])\n",
    "in-a-string": 'import os\ntext = """print(os.environ["API_KEY"])"""\n',
}  # fmt: skip


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_good_use_is_silent(text: str) -> None:
    assert rules_found(text, "module.py") == []


def test_what_is_empty_in_a_test_is_silent() -> None:
    text = "import os\nSECRET_KEY = os.environ.get('SECRET_KEY', 'test')\n"
    paths = ["settings.py", "tests/settings.py", "app/test_app.py", "app/conftest.py"]
    assert [bool(rules_found(text, path)) for path in paths] == [True, False, False, False]


def test_a_stand_in_that_signs_is_the_more_severe() -> None:
    (setting,) = found("import os\nSECRET_KEY = os.getenv('SECRET_KEY', 'changeme')\n", "a.py")
    (client,) = found("import os, ccxt\nccxt.okx({'secret': os.getenv('SECRET', 'x')})\n", "a.py")
    assert (setting.severity, client.severity) == (Severity.MEDIUM, Severity.LOW)
    assert "sign sessions" in setting.message


def test_none_is_less_certain_than_what_is_empty() -> None:
    texts = ("os.getenv('API_SECRET')", "os.getenv('API_SECRET', '')")
    confidences = [
        it.confidence
        for text in texts
        for it in found(f"import os, ccxt\nccxt.okx({{'secret': {text}}})\n", "a.py")
    ]
    assert confidences == [Confidence.LOW, Confidence.MEDIUM]


class TestAFindingWithoutAValue:
    def test_shows_its_statement_as_it_stands(self) -> None:
        (finding,) = found("import os\nprint(os.environ)\n", "a.py")
        assert finding.secret is None
        start, end = finding.snippet.marked[0]
        assert str(finding.snippet) == "print(os.environ)"
        assert str(finding.snippet)[start:end] == "os.environ"

    def test_masks_the_secret_beside_it(self) -> None:
        text = f'import os\nprint("{SECRET}", os.environ, f(api_secret="{OTHER}"))\n'
        shown = [str(it.snippet) for it in found(text, "a.py")]
        assert shown
        assert not any(SECRET in line or OTHER in line for line in shown)

    def test_says_where_the_credential_comes_from(self) -> None:
        (finding,) = found('import os\nkey = os.environ["API_KEY"]\n\nprint(key)\n', "a.py")
        assert [(it.label, it.place.line) for it in finding.related] == [
            ("read from the environment here", 2)
        ]

    def test_of_a_hard_coded_credential_says_so(self) -> None:
        text = f'api_secret = "{SECRET}"\nprint(api_secret)\n'
        logged = [it for it in found(text, "a.py") if it.rule == "environ-logged"]
        assert [it.related[0].label for it in logged] == ["hard-coded here"]

    def test_is_one_for_each_credential(self) -> None:
        text = 'import os\nprint(os.environ["API_KEY"], os.environ["API_SECRET"])\n'
        assert rules_found(text, "a.py") == ["environ-logged", "environ-logged"]

    def test_of_two_rules_at_one_place_both_are_kept(self) -> None:
        text = 'import os\nos.system("curl https://a.example/?token=" + os.environ["API_TOKEN"])\n'
        assert sorted(rules_found(text, "a.py")) == ["environ-command-line", "environ-logged"]

    def test_in_a_url_is_the_less_certain(self) -> None:
        (in_url,) = found('import os\nu = "/?token=" + os.environ["API_TOKEN"]\n', "a.py")
        (printed,) = found('import os\nprint(os.environ["API_TOKEN"])\n', "a.py")
        assert (in_url.confidence, printed.confidence) == (Confidence.LOW, Confidence.MEDIUM)


class TestItsFingerprint:
    def of(self, text: str, path: str = "a.py") -> list[str]:
        return [it.fingerprint for it in found(text, path)]

    def test_is_the_same_wherever_the_statement_stands(self) -> None:
        above = "import os\n" + "x = 1\n" * 30
        assert self.of("import os\nprint(os.environ)\n") == self.of(above + "print(os.environ)\n")

    def test_is_the_same_however_the_statement_is_laid_out(self) -> None:
        indented = "import os\ndef f():\n    print(os.environ,\n          1)\n"
        assert self.of(indented) == self.of("import os\nprint(os.environ, 1)\n")

    def test_is_not_moved_by_another_statement(self) -> None:
        one = self.of("import os\nprint(os.environ)\n")
        both = self.of("import os\nprint(1, os.environ)\nprint(os.environ)\n")
        assert both[1:] == one

    def test_is_another_for_the_second_of_equal_statements(self) -> None:
        assert len(set(self.of("import os\nprint(os.environ)\nprint(os.environ)\n"))) == 2

    def test_is_another_for_another_literal(self) -> None:
        one = self.of("import os\nprint(os.environ['A_TOKEN'])\n")
        assert one != self.of("import os\nprint(os.environ['B_TOKEN'])\n")

    def test_of_a_statement_with_a_literal_costs_to_guess(self) -> None:
        fingerprint._stretched.cache_clear()
        fingerprint.statement_fingerprint("a", "b", "print(os.environ)", 0)
        assert fingerprint._stretched.cache_info().misses == 0
        fingerprint.statement_fingerprint("a", "b", "print(os.environ, 'hunter2')", 0)
        assert fingerprint._stretched.cache_info().misses == 1

    def test_of_a_whole_file_stays_without_its_source(self) -> None:
        files = [found(f"DB_PASSWORD={value}\n", ".env") for value in ("hunter2hun", "hunter3hun")]
        one, other = ([it for it in of if it.rule == "dotenv-tracked"] for of in files)
        assert [it.fingerprint for it in one] == [it.fingerprint for it in other]


def loaded(texts: dict[str, str | bytes], **options: object) -> list[Finding]:
    return [it for it in scan(texts, **options).findings if it.rule == "dotenv-in-tree"]


LOADS = "from dotenv import load_dotenv\nload_dotenv()\n"
VALUES = "DB_PASSWORD=hunter2hunter\n"


class TestDotenvInTree:
    @pytest.mark.parametrize(
        ("texts", "is_found"),
        [
            ({"main.py": LOADS, ".env": VALUES}, True),
            ({"src/bot/main.py": LOADS, ".env": VALUES}, True),
            ({"src/main.py": LOADS, "src/.env": "A=\n# B=1\n", ".env": VALUES}, False),
            ({"main.py": LOADS, "other/.env": VALUES}, False),
            ({"main.py": LOADS, ".env": "DB_PASSWORD=\nA=''\nB=$C\n"}, False),
            ({"main.py": LOADS, ".env.example": VALUES}, False),
            ({"main.py": LOADS}, False),
            ({"main.py": LOADS.replace("()", "('.env.example')"), ".env.example": VALUES}, True),
            ({"main.py": LOADS.replace("()", "('/.env')"), ".env": VALUES}, False),
        ],
        ids=[
            "beside", "above", "the-nearest-decides", "below", "no-values", "example", "none",
            "example-loaded", "absolute",
        ],
    )  # fmt: skip
    def test_finds_the_file_that_is_loaded(
        self, texts: dict[str, str | bytes], is_found: bool
    ) -> None:
        assert bool(loaded(texts)) is is_found

    def test_is_silent_about_what_is_not_in_git(self) -> None:
        source = TextSource({"main.py": LOADS, ".env": VALUES}, in_git=False)
        assert scanned(source).findings == ()

    @pytest.mark.parametrize(
        ("ignored", "is_found"), [("", True), (".env\n", False)], ids=["tracked", "ignored"]
    )
    def test_in_a_work_tree(self, repository: Repository, ignored: str, is_found: bool) -> None:
        repository.stage("main.py", LOADS)
        repository.stage(".gitignore", ignored)
        repository.write(".env", VALUES)
        done = leakguard("scan", "--select", "dotenv-in-tree", cwd=repository.path)
        assert ("dotenv-in-tree" in done.stdout, done.returncode) == (is_found, int(is_found))


class TestHostile:
    def test_names_that_are_bound_to_each_other_end(self) -> None:
        names = [f"n{number}" for number in range(40)]
        total = " + ".join(names)
        lines = "".join(f"{name} = {total}\n" for name in names)
        text = f"import os\nn0 = os.environ['API_KEY']\n{lines}print({total})\n"
        assert set(rules_found(text, "a.py")) <= {"environ-logged"}

    def test_a_name_that_is_bound_to_itself_ends(self) -> None:
        assert rules_found("import os\nenv = dict(env, **os.environ)\nprint(env)\n", "a.py")

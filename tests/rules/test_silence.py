"""What looks like a key and is none, each under the name that it has in the wild."""

import base64
import hashlib

import pytest

from leakguard.examples import made_up, made_up_from
from leakguard.values import published
from tests.support import found, scan

HEX64, HEX40, HEX128 = (made_up("hex", length, 301) for length in (64, 40, 128))
BASE62 = made_up("base62", 64, 302)
UUID = "d0fef60a-542e-4be2-9528-6e3a12931067"
BASE58 = made_up_from("[1-9A-HJ-NP-Za-km-z]{107}", 305)
SHA = made_up("base64", 86, 303) + "=="
ENCRYPTED = base64.b64encode(b"Salted__" + bytes.fromhex(made_up("hex", 80, 333))).decode()

NO_KEYS = {
    "sha256": ("sums.txt", f"sha256: {HEX64}\n"),
    "sha256sum": ("SHA256SUMS", f"{HEX64}  binance-1.0.tar.gz\n"),
    "sha256-python": ("m.py", f'EXPECTED_SHA256 = "{HEX64}"\n'),
    "key-sha256": ("m.py", f'api_key_sha256 = "{HEX64}"\n'),
    "name-behind-a-prefix": ("m.py", "vca_configuration_management_service()  # vercel\n"),
    "word-behind-a-prefix": ("m.py", "import unkey_verificationresponsehandler\n"),
    "putty-mac": ("key.ppk", f"Private-MAC: {HEX64}\n"),
    "hash-of-secret": ("m.py", f'secret_hash = "{HEX64}"\n'),
    "checksum-arg": ("m.py", f'fetch(url, checksum="{HEX64}")\n'),
    "tx-hash": ("m.py", f'tx_hash = "0x{HEX64}"  # binance smart chain\n'),
    "txid": ("c.json", f'{{"exchange": "binance", "txId": "{HEX64}"}}\n'),
    "translation-escaped": ("translations/nb.json", '{"api_key": "API-n\\u00f8kkel"}\n'),
    "translation-escaped-in-code": ("m.py", 'T = \'{"api_key": "API-n\\\\u00f8kkel"}\'\n'),
    "listen-key": ("m.py", f'listen_key = "{BASE62}"  # binance\n'),
    "listen-key-json": ("c.json", f'{{"listenKey": "{BASE62}", "exchange": "binance"}}\n'),
    "listen-key-url": ("log.txt", f"wss://stream.binance.com:9443/ws/{BASE62}\n"),
    "signature": ("m.py", f'signature = "{HEX64}"  # binance\n'),
    "signature-url": (
        "log.txt",
        f"GET https://api.binance.com/api/v3/order?timestamp=1&signature={HEX64}\n",
    ),
    "pip-hash": ("requirements.txt", f"binance==1.0 \\\n    --hash=sha256:{HEX64}\n"),
    "poetry-lock": ("poetry.lock", f'{{file = "binance.whl", hash = "sha256:{HEX64}"}}\n'),
    "npm-lock": ("package-lock.json", f'"integrity": "sha512-{SHA}"\n'),
    "sri": ("index.html", f'<script src="x.js" integrity="sha512-{SHA}"></script>\n'),
    "image-digest": ("compose.yml", f"image: binance-bot@sha256:{HEX64}\n"),
    "git-commit": ("m.py", f'API_KEY_COMMIT = "{HEX40}"\n'),
    "eth-address": ("m.py", f'token = "0x{HEX40}"\n'),
    "eth-address-dict": ("m.py", f'c = {{"collateralToken": "0x{HEX40}"}}\n'),
    "eth-address-yaml": ("c.yml", f"binance_token: 0x{HEX40}\n"),
    "identifier": ("m.py", 'SECRET_KEY_SETTING_NAME = "the_name_of_the_setting_that_holds_it"\n'),
    "identifier-64": (
        "m.py",
        'api_key = "ThisIsTheNameOfAClassThatSomebodyMadeExactly64CharactersLong0000"\n',
    ),
    "dotted": ("m.py", 'TOKEN_CLASS = "project.module.tokens.AccessTokenWithScopes"\n'),
    "type-of-a-version": ("models.py", 'T = {"secret": "V1beta1SecretVolumeSource"}\n'),
    "field-in-short-words": ("m.py", 'Field(name="power", api_key="pAcInPut")\n'),
    "made-to-be-wrong": ("m.py", f'DUMMY = "{BASE62}"\nimport jwt\njwt.decode(t, DUMMY)\n'),
    "hash-of-postgres": ("roles.yml", f"password: md5{made_up('hex', 32, 331)}\n"),
    "hash-of-mysql": ("users.yml", f"password: '*{made_up('hex', 40, 332).upper()}'\n"),
    "way-of-mysql": ("m.py", 'spec(login_password=dict(default="sha256_password"))\n'),
    "encrypted-by-openssl": ("c.yml", f"client_secret: {ENCRYPTED}\n"),
    "expression-of-azure": ("vm.json", '{"adminPassword": "[parameters(\'adminPassword\')]"}\n'),
    "image-of-a-disk": ("import.yml", 's3_key: "copy-vm-s3-disks/ubuntu-vm-copy.raw"\n'),
    "looked-up": ("play.yml", "x: \"{{ lookup('rooms_password', 'sql10') }}\"\n"),
    "type-in-a-space": ("m.py", 'T = {\n"AWS::Api::ApiKey": "48205d4ffd7fe9a3",\n}\n'),
    "order": ("c.yml", "auth_order: dot1x-mab\n"),
    "place-in-a-list": ("m.py", f'skiptoken = "{BASE62[:32]}"\n'),
    "relative-module": ("__init__.py", 'LAZY = {"V1Secret": ".models.v1_secret"}\n'),
    "url": ("m.py", 'token_url = "https://example.org/oauth2/v1/token/endpoint"\n'),
    "path": ("m.py", 'secret_path = "/run/secrets/binance/api_secret_v2"\n'),
    "base64-blob": ("m.py", f'image = "{made_up("base64", 300, 304)}"\n'),
    "base64-blob-lines": (
        "data.txt",
        "binance logo\n" + "".join(f"{made_up('base64', 64, seed)}\n" for seed in range(310, 330)),
    ),
    "repeated": ("m.py", f'binance_secret = "{"x" * 64}"\n'),
    "repeated-expression": ("m.py", 'binance_secret = "x" * 64\n'),
    "repeated-text": ("bot.env", f"BINANCE_SECRET={'abcd' * 16}\n"),
    "sequence": (
        "bot.env",
        "BINANCE_SECRET=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789AB\n",
    ),
    "alphabet": (
        "m.py",
        'KEY_CHARS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/"\n',
    ),
    "placeholder": ("bot.env", "BINANCE_API_KEY=<your 64 character API key from the website>\n"),
    "template": ("c.yml", "binance:\n  key: ${BINANCE_API_KEY}\n  secret: {{ binance_secret }}\n"),
    "public-key": ("m.py", f'public_key = "{BASE62}"\n'),
    "cache-key": ("m.py", f'cache_key = "{HEX64}"\n'),
    "uuid": ("m.py", 'api_key_id = "01234567-89ab-4cde-8f01-23456789abcd"\n'),
    "svg-path": ("logo.svg", f'<path id="binance" d="M{"1.25 3.5 " * 40}"/>\n'),
    "behind a text for people": (
        "app.min.js",
        "e=t?`Private Key:`:n?`Private Key`:`API Secret:`),r=c(()=>n?`Enter it`:``);",
    ),
    "a type in another language": ("auction.vy", "secret: bytes32 = _secrets[i]\n"),
    "a part of a key": ("usage.rst", f"    private key={HEX64[:13]}..., account=1\n"),
    "a token's mint": ("send.md", f'token_mint = Pubkey.from_string("{BASE62[:44]}")\n'),
    "withdrawal credentials": ("beacon.rst", f"'withdrawal_credentials': '0x00{HEX64[:62]}'\n"),
    "a name in a placeholder": ("turn.conf", 'db="password=<db-password> port=<port> ssl=<yes>"\n'),
    "an option behind an option": ("run.sh", "relay --use-auth-secret --realm=north.gov --v6\n"),
    "a manual page": ("tool.1", "the\n\\f[C]--ask-password=always\\f[R] option\n"),
    "entities of a grammar": ("sql.html", "&lt;password&gt; ::= SET PASSWORD &lt;phrase&gt;\n"),
    "a digest under a password": ("users", f"PBKDF2-Password := 'HMACSHA2+256:AAAnEA:{SHA}'\n"),
    "a hashed password": ("users.yml", f"hashed_password: {HEX40}\n"),
    "a reference to an attribute": ("policy", "Cleartext-Password := &request:Tmp-String-5\n"),
    "sudoers": ("sudoers", "smart ALL = (root) NOPASSWD: SMARTCTL\n"),
    "an authorized key": ("test.sh", f"AUTHORIZED_KEY=ssh-rsa_{BASE62}\n"),
    "a call of Erlang": ("ldap.schema", 'Pass = cuttlefish:conf_get("ldap.password", Conf),\n'),
    "a map of Erlang": ("auth.erl", "    #{name => F@_1, password => F@_2};\n"),
    "a format of Erlang": ("m.erl", 'io:format("Key ~s~nSecret: ~s~n", [Key, Secret])\n'),
    "a setting's unit": ("model.rb", "# reset_password_within = 5.days\n"),
    "anonymous": ("ftp.js", "const password = args.password ?? 'anonymous@';\n"),
    "undef": ("rt.pl", "  'passwd' => 'undef',\n  passwd => undef,\n"),
    "the end of a form": ("cgi.t", "$req->parse('login=test&password=111&');\n"),
    "a setup project": ("Setup.vdproj", f'"MsmKey" = "8:_{HEX64[:32].upper()}"\n'),
    "a network of a virtual machine": ("run.rst", "kvm -net user -redir tcp:2222::22 -m 1\n"),
    "a name drawn by chance": ("data.json", f'{{"{BASE62[:10]}PW": "{BASE62[20:32]}"}}\n'),
    "a function's selector": ("m.py", 'TOKENS_SELECTOR = bytes.fromhex("7ff36ab5")\n'),
    "a word for what goes through": ("m.rs", "/// overflow pass-through: -1e305 is kept\n"),
    "a reference under a tag": (
        "stack.yml",
        "MasterUserPassword: !Sub '{{resolve:secretsmanager:${DB}:SecretString}}'\n",
    ),
    "an id that is cut": ("m.py", 'read(range="A1:B2", spreadsheet_token="shtcnXXX")\n'),
    "a token of words": ("m.py", 'token = "eyJhbGciOiJIUzI1NiJ9" + ".payload.sig"\n'),
    "typographic quotes": ("usage.md", "CREATE USER bot IDENTIFIED BY \u2019password\u2019;\n"),
    "whose password": ("usage.md", '"pw": "mytranscriberpassword",\n'),
    "a password's name in Japanese": (
        "api.md",
        "a = \u540d1\u3001login_pwd = \u30ed\u30b0\u30a4\u30f3\u30d1\u30b9\u30ef\u30fc\u30c91\n",
    ),
    "a word in hexadecimal": ("m.md", "wss://node.example.com/?psk=c0ffee\n"),
    "what a model is called": ("m.py", 'token_model: str = "cl100k_base"\n'),
    "the token of a badge beside its provider": (
        "README.md",
        f"[![c](https://codecov.io/b/badge.svg?token={UUID})](https://codecov.io/b)\n",
    ),
    "an unsigned token of words": ("m.rs", '/// "token": "eyJhbGciOiJub25lIn0.eyJpYXQiOjF9.sig"\n'),
    "where a name is written": ("index.py", '{"CLIENT_SECRET": "app.ipynb"}\n'),
    "the digest of nothing": ("m.py", f'api_key = "{hashlib.sha256().hexdigest()}"\n'),
    "a page": ("api.md", f'"next_page_key": "{HEX64}"\n'),
    "a series": ("m.py", 'RATE_SERIES_KEY = "FM.D.U2.EUR.4F.KR.MRR_RT.LEV"\n'),
    "a series by its codes": ("m.py", 'get(key="H.DE.Y.A.C.IFRS.B.A.K.E.E001.VGH.A")\n'),
    "an ellipsis": ("m.rst", "every seat (``SECRET=harness,analyst,\u2026``)\n"),
    "a list of codes": ("m.md", "Pass comma-separated: 'ETH,SOL,BTC'\n"),
    "a shortened key": ("m.txt", "Pass api_key='vl_xxx' or set it\n"),
    "a variable that is never null": ("m.md", "secret: process.env.SESSION_SECRET!,\n"),
    "a call in a text": ("m.rst", "`rich.prompt.Prompt.ask(password=True)` fails\n"),
    "a colour": ("m.html", "<style>:root{--pass:#2f9e44; --fail:#e03131;}</style>\n"),
    "a colour of a terminal": ("m.py", 'C = {"PASS": "\\033[32m"}\n'),
    "a name with a number": ("m.md", "app_secret=hall_app_secret_2,\n"),
    "encrypted": ("m.xml", "<EncryptedToken>a6703ded78821be5</EncryptedToken>\n"),
    "a coin": ("m.py", 'to_token = "0xUSDCARB"\n'),
    "columns": (
        "m.py",
        'the_user = ("user", "client", "checking", "savings", "moneymrkt", "card", "loan", "x")\n',
    ),
    "news of a login": ("m.py", 'log.log_login_success("admin", "10.0.0.7", "Mozilla/5.0")\n'),
    "what a service is told to be": (
        "m.py",
        'import os\nP = os.environ.get("TOKEN_SAVER_PROFILE", "full")\nprint(f"unknown {P}")\n',
    ),
    "Spanish": ("m.md", 'export HALL_API_SECRET="tu_api_secret_aqui"\n'),
    "a tag's key": (
        "m.py",
        'import os\nTAG_KEY = os.environ.get("TAG_KEY")\nprint(f"key: {TAG_KEY}")\n',
    ),
    "a mark": ("m.py", 'HOOK_MARKER_KEY = "bantamkit"\n'),
    "a rate": ("m.py", 'if key not in ("a_pass_rate", "b_pass_rate"):\n    pass\n'),
    "what a swap gives": ("m.py", f'swap(token_out="{BASE62[:44]}")\n'),
    "a scheme and a region": ("m.py", 'build_auth_scheme("iam", "eu-west-1")\n'),
    "an option of a test": ("package.json", '"test": "jest --passWithNoTests --updateSnapshot",\n'),
    "a pass of a compiler": ("m.py", 'CALLS = {"pass": "callgraph_export_pass_3"}\n'),
    "a package's version": ("m.md", "maven://org.apache:log4j-core@2.14.1\n"),
    "a user called secret": ("m.md", 'proxy="http://secret:password@localhost:5050",\n'),
    "a schema": ("api.tl", "a#1 flags:# has_password:flags.2?true algo:flags.2?Algo = A;\n"),
    "directives": ("run.sh", "tool --first-pass-directive=FIRST=1\n"),
    "a contract on a chain": ("m.md", f'- token="bsc:0x{HEX40}" - gives a price\n'),
    "a model and its size": ("c.yml", 'api_key: "qwen3:8b"\n'),
    "an account among users": ("m.py", f'USER = {{"user": {{"accountId": "{HEX40[:24]}"}}}}\n'),
    "whose pass": ("m.md", "http://proxyuser:proxypass@proxy.hall.gov:8080\n"),
    "a badge of a version": ("m.md", f"https://hall.gov/badge/?version=latest&token={HEX64}\n"),
    "a hash in parts": ("m.py", 'A = {"password": "pbkdf2:sha256:32:600000:0:NONE:NONE"}\n'),
    "a template's name": ("m.py", 'self._password_flow = "passwordflow.jinja2"\n'),
    "colours of a terminal": ("m.py", '_PASS = "\\033[32mPASS\\033[0m"\nprint(_PASS)\n'),
    "a few bytes": ("m_pb2.py", "D = F(b'SecretRequirement:\\x02\\x38\\x01\\\":a')\n"),
    "a digest's length": ("m.py", '"""A payment credential: blake2b-224 of the key."""\n'),
    "a variable of a framework": ("c.json", '{"secret": "%env(str:API_SECRET)%"}\n'),
    "a constant that begins with a digit": ("m.py", 'API_KEY_ENC = "1M_TRADE_API_KEY_ENC"\n'),
    "French": ("m.sql", "CREATE USER a WITH PASSWORD 'votre_mot_de_passe';\n"),
    "a UUID beside a provider": ("m.py", f'from a.vault import Vault\nN = uuid.UUID("{UUID}")\n'),
    "a public token": ("m.py", f'public_token = "public-token-live-{UUID}"\n'),
    "a mock": ("m.json", '{"access_token": "mock-access-token-eyJhbGciOiJSUzI1NiJ9.mock.mock"}\n'),
    "the token of a badge that a build has": (
        "README.md",
        f"![b](https://circleci.com/gh/a/b.svg?style=svg&circle-token={HEX40})\n",
    ),
    "a badge's style": ("m.md", f"https://a.gov/c?style=for-the-badge&token={BASE62[:10]}\n"),
    "a call of other letters": (
        "m.js.map",
        '"\\nconst confirmPasswordReset = \u0275wrap(_reset, 2);"\n',
    ),
    "a wallet's public key": ("m.js", f"userKey: 'xpub{BASE58}',\n"),
    "a phrase that repeats itself": (
        "m.js",
        'seed = "legal winner thank year wave sausage worth useful legal winner thank yellow"\n',
    ),
    "a template in percents": ("m.js", "secret: `%?project.secret.s3||project.env.S3_SECRET%`\n"),
    "a header's name": ("m.js", "const B3_TRACE_HEADER_KEY = 'X-B3-TraceId';\n"),
    "an option and a pattern": ("package.json", '"e2e": "jest --passWithNoTests e2e/*"\n'),
    "what a device offers": ("m.js", "'Token': '00000231-0000-1000-8000-0026BB765291',\n"),
    "a key in a context": ("m.ts", 'const LOGGER_CONTEXT_KEY = "LXLOGKEY";\n'),
    "a part of a signature": ("m.js", f'r: overrides.eip7702Auth.r ?? "0x{HEX64}",\n'),
    "keys of a keyboard": ("m.js", "{name:`redo`,bindKey:o(`Ctrl-Shift-Z|Ctrl-Y`,`Command-Y`)}\n"),
    "a picture in an address": ("m.js", f'Buffer.from("data:image/gif;base64,{BASE62}")\n'),
    "an enumeration": ("m.proto", "k_EMsgWebAPIValidateOAuth2TokenResponse = 8301;\n"),
    "a column's type": ("m.prisma", "  name             String\n  password         String?\n"),
    "minified": ("app.min.js", "function binance(e,t){return e.key===t.key}" * 50),
}


@pytest.mark.parametrize(("path", "text"), NO_KEYS.values(), ids=NO_KEYS)
def test_what_is_no_key_is_silent(path: str, text: str) -> None:
    assert [(it.rule, it.place.line) for it in found(text, path)] == []


def test_a_rejection_has_a_name() -> None:
    text = f"binance\nsecret = {'abXY19zq' * 8}\nlisten_key = {BASE62}\npublic_key = {BASE62}\n"
    report = scan({"a.txt": text}, explain=True)
    assert {it.reason for it in report.rejected} >= {
        "repetition",
        "named-as-listen-key",
        "named-as-public",
    }


def test_published_samples_are_kept_as_digests_alone() -> None:
    assert all(len(digest) == 32 and int(digest, 16) for digest in published.DIGESTS)


def test_a_published_sample_is_never_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"BINANCE_API_SECRET={BASE62}\n"
    assert found(text)
    digest = hashlib.sha256(BASE62.encode()).hexdigest()[:32]
    monkeypatch.setattr(published, "DIGESTS", frozenset({digest}))
    assert not found(text)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("locales/pl.py", 'secret_key = "{}"\n'),
        ("app/i18n/de.json", '{{"settings.secret": "{}"}}\n'),
    ],
)
def test_a_translation_is_no_credential(path: str, text: str) -> None:
    report = scan({path: text.format("Tajny" + "Klucz")}, explain=True)
    assert (report.findings, {it.reason for it in report.rejected}) == ((), {"translation"})


def test_a_key_beside_translations_is_one() -> None:
    assert found(f"binance_api_secret = {BASE62}\n", "locales/keys.ini")


def test_a_random_value_of_an_option_is_no_option() -> None:
    password = made_up("base62", 14, 305)
    assert found(f'run(["tool", "--password={password}"])\n', "m.py")


def test_an_escaped_digest_of_a_password_is_no_password() -> None:
    text = f"password '\\$5\\${BASE62[:16]}\\${BASE62[:43]}'\n"
    assert [it.rule for it in found(text, "setup.sh")] == ["password-hash"]

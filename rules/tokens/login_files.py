"""Files in which programs keep who they log in as: netrc, pgpass, npmrc, Docker's, PPP's."""

import base64
import binascii

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.forms import BEHIND_PORT
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 621)
_WORD = "centipede"
_WEAK = "pass1984"
_TOKEN = made_up("base62", 32, 622)
_WHY = "Whoever reads the file can log in as its owner."
_ADVICE = (
    "Change the password where it is used.",
    "Keep the file in the home folder of the one who logs in, mode 0600, and out of repositories.",
)


def _encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _plain(value: str) -> str | None:
    try:
        text = base64.b64decode(value + "=" * (-len(value) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return text if text.isprintable() else None


def _password_behind_colon(value: str) -> str | None:
    user, colon, password = (_plain(value) or "").partition(":")
    return password if user and colon else None


NETRC = TokenRule(
    id="netrc-password",
    title="Password in a .netrc file",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        \b (?: machine \s{1,8} ["']? [\w.\-:\[\]]{1,100} ["']? | default )
        \s{1,20} login \s{1,8} ["']? [^\s"']{1,100} ["']?
        (?: \s{1,20} account \s{1,8} [^\s"']{1,100} )?
        (?: \\n )? \s{1,20} password \s{1,8} ["']?
        (?P<secret> [^\s"'\\]{4,200} ) (?: $ | [\s"'\\] )
    """,
    shape=Shape.TOLD,
    shown_with=r"\blogin\s{1,8}[\"']?(?:anonymous|ftp)[\"'\s]",  # whose password may be anything
    rank=PLACED,
    advice=_ADVICE,
    references=(
        "https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html",
    ),
    invalid=(
        Example(f"machine api.example.net login bot password {_PASSWORD}\n", ".netrc"),
        Example(f"machine api.example.net\n  login bot\n  password {_WORD}\n", "_netrc"),
        Example(f"machine api.example.net login bot password {_WEAK}\n", ".netrc"),
        f'RUN echo "machine git.example.net login bot password {_TOKEN}" > ~/.netrc',
    ),
    valid=(
        "machine api.example.net login user password mypassword",
        "machine api.example.net login user password test123",
        f"default login anonymous password {_WORD}@pages",
        "machine api.example.net login $USER password $PASSWORD",
        "machine <host> login <user> password <password>",
        "the machine has a login and a password field",
    ),
)

PGPASS = TokenRule(
    id="pgpass-password",
    title="Password in a .pgpass file",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ | ["'] ) [\w.\-*/]{1,100} : (?: \d{4,5} | \* ) : [\w.\-*]{1,64} : [\w.\-*@]{1,64} :
        (?P<secret> [^\s:"'\\]{4,200} ) (?: \\n )? (?: $ | [\r"'] )
    """,
    seen=(BEHIND_PORT,),
    reach=400,
    shape=Shape.TOLD,
    context=r"pgpass|\.pg_|postgres",
    rank=PLACED,
    advice=_ADVICE,
    references=("https://www.postgresql.org/docs/current/libpq-pgpass.html",),
    invalid=(
        Example(f"db.internal:5432:trades:bot:{_PASSWORD}\n", ".pgpass"),
        Example(f"db.internal:5432:trades:bot:{_WORD}\n", ".pgpass"),
        Example(f"*:*:*:postgres:{_PASSWORD}\n", "deploy/pgpass.conf"),
        f"echo 'localhost:5432:*:bot:{_PASSWORD}' > ~/.pgpass",
    ),
    valid=(
        Example("db.internal:5432:trades:bot:password\n", ".pgpass"),
        Example("host:5432:database:user:$PASSWORD\n", ".pgpass"),
        f"a:5432:b:c:{_PASSWORD}\n",
    ),
)

NPMRC = TokenRule(
    id="npmrc-token",
    title="Token in an .npmrc file",
    why="Whoever reads it can fetch and publish packages as its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.TOKEN,
    pattern=r"""
        \b (?: : | _ ) _?auth (?: Token )? \s{0,2} = \s{0,2} ["']?
        (?P<secret> [A-Za-z0-9_\-+/.]{8,400} ={0,2} ) (?: $ | [\s"'\\] )
    """,
    shape=Shape.TOKEN,
    decode=lambda value: _password_behind_colon(value) or value,
    rank=PLACED,
    advice=(
        "Revoke it with `npm token revoke`, or at the registry that it is for.",
        "Write `_authToken=${NPM_TOKEN}` instead, which npm reads from the environment.",
    ),
    references=("https://docs.npmjs.com/cli/configuring-npm/npmrc",),
    invalid=(
        Example(f"//registry.example.net/:_authToken={_TOKEN}\n", ".npmrc"),
        Example(f"_auth={_encoded('bot:' + _PASSWORD)}\n", ".npmrc"),
        f'echo "//registry.npmjs.org/:_authToken={_TOKEN}" >> .npmrc',
    ),
    valid=(
        Example("//registry.npmjs.org/:_authToken=${NPM_TOKEN}\n", ".npmrc"),
        Example("//registry.npmjs.org/:_authToken=your-token-here\n", ".npmrc"),
        "always-auth=true",
    ),
)

NPMRC_PASSWORD = TokenRule(
    id="npmrc-password",
    title="Password in an .npmrc file",
    why="Base64 hides nothing: whoever reads it has the password.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        : _password \s{0,2} = \s{0,2} ["']?
        (?P<secret> [A-Za-z0-9+/]{6,400} ={0,2} ) (?: $ | [\s"'\\] )
    """,
    shape=Shape.GIVEN,
    decode=_plain,
    rank=PLACED,
    advice=_ADVICE,
    references=("https://docs.npmjs.com/cli/configuring-npm/npmrc",),
    invalid=(
        Example(f"//npm.example.net/:_password={_encoded(_PASSWORD)}\n", ".npmrc"),
        Example(f'//npm.example.net/:_password="{_encoded(_WORD)}"\n', ".npmrc"),
    ),
    valid=(
        Example(f"//npm.example.net/:_password={_encoded('password')}\n", ".npmrc"),
        Example("//npm.example.net/:_password=${NPM_PASSWORD}\n", ".npmrc"),
    ),
)

DOCKER = TokenRule(
    id="docker-registry-login",
    title="User and password of a container registry",
    why="Base64 hides nothing: whoever reads it can fetch and replace images.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    role=Role.PASSWORD,
    pattern=r"""
        \\? ["'] auth \\? ["'] \s{0,4} : \s{0,4} \\? ["']
        (?P<secret> [A-Za-z0-9+/]{8,4000} ={0,2} ) \\? ["']
    """,
    trigger=r"""\\? ["'] auth \\? ["'] \s{0,4} : \s{0,4} \\? ["']""",
    reach=4100,
    shape=Shape.GIVEN,
    decode=_password_behind_colon,
    rank=PLACED,
    advice=(
        "Log out, and revoke the token or change the password at the registry.",
        "Let `docker login` keep the new one in a credential helper.",
    ),
    references=("https://docs.docker.com/reference/cli/docker/login/#credential-stores",),
    invalid=(
        Example(
            f'{{"auths": {{"reg.example.net": {{"auth": "{_encoded("bot:" + _PASSWORD)}"}}}}}}',
            "config.json",
        ),
        rf'echo "{{\"auths\":{{\"r\":{{\"auth\":\"{_encoded("bot:" + _TOKEN)}\"}}}}}}" > c.json',
    ),
    valid=(
        f'{{"auths": {{"r": {{"auth": "{_encoded("user:password")}"}}}}}}',
        '{"auths": {"r": {"auth": "basicauthentication"}}}',
    ),
)

SECRETS_FILE = TokenRule(
    id="secrets-file-password",
    title="Password in a file of logins",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ [^\s:\#"']{0,80} [ \t]{0,8} [^\s"'\#]{0,40} [ \t]{0,4} : [ \t]{0,4}
              (?: PSK | EAP | XAUTH | NTLM ) [ \t]{1,8} "
          | ^ "? [\w.\-@\\*]{1,64} "? [ \t]{1,20} (?: \* | "?[\w.\-]{1,40}"? ) [ \t]{1,20} "
          | ^ [\w.\-@\\]{1,64} [ \t]{1,20} \* [ \t]{1,20}
          | ^ \[? [\w.\-]{3,100} \]? (?: :\d{2,5} )? [ \t]{1,8} [\w.\-+]{1,64} @ [\w.\-]{1,80} : )
        (?P<secret> [^\s":]{4,128} ) (?: "? [ \t]{0,8} \*? [ \t\r]{0,4} $ )
    """,
    seen=(
        r""": [ \t]{0,4} (?: PSK | EAP | XAUTH | NTLM ) [ \t]{1,8} " [^\s":]{4}""",
        r"""[\w"] [ \t]{1,20} \* [ \t]{1,20} " [^\s":]{4}""",
        r"""\w [ \t]{1,20} \* [ \t]{1,20} [^\s":]{4,128} [ \t]{1,8} \* [ \t\r]{0,4} $""",
        r"""@ [\w.\-]{1,80} : [^\s":]{4,128} [ \t\r]{0,4} $""",
    ),
    reach=140,
    shape=Shape.PASSWORD,
    context=r"secrets$|secrets\b|sasl_passwd|smtp",
    rank=PLACED,
    advice=_ADVICE,
    references=(
        "https://docs.strongswan.org/docs/latest/config/IpsecSecrets.html",
        "https://www.postfix.org/SASL_README.html#client_sasl_enable",
    ),
    invalid=(
        Example(f'10.0.0.1 %any : PSK "{_PASSWORD}"\n', "ipsec.secrets"),
        Example(f'bot * "{_PASSWORD}" *\n', "ppp/chap-secrets"),
        Example(f"bot * {_PASSWORD} *\n", "ppp/chap-secrets"),
        Example(f"bot\t*\t{_WEAK}\t*\n", "ppp/pap-secrets"),
        Example(f"[smtp.example.net]:587 bot@example.net:{_PASSWORD}\n", "postfix/sasl_passwd"),
    ),
    valid=(
        Example('10.0.0.1 %any : PSK "secret"\n', "ipsec.secrets"),
        Example('user * "password" *\n', "ppp/chap-secrets"),
        Example("user * password *\n", "ppp/chap-secrets"),
        Example(f"# secrets\na * {_PASSWORD} * b\n", "notes.txt"),
        "see the smtp settings: host and port",
    ),
)

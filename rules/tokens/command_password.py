"""A password among the arguments of a command."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_PASSWORD = made_up("base62", 14, 35)
_TOKEN = made_up("base62", 32, 36)
_ADVICE = (
    "Change it where it is used.",
    "Let the command read it from the environment, from a file that only its user can read, or "
    "from standard input.",
)
_WHY = "It stands in the source, in shell histories, and in the list of processes while it runs."
_REFERENCES = ("https://cwe.mitre.org/data/definitions/214.html",)

PASSWORD_OPTION = TokenRule(
    id="command-password",
    title="Password among the arguments of a command",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        (?: ^ | [\s"'`(\[,] ) --? [a-z\-]{0,24} (?: password | passwd | passphrase | pwd | pass )
        (?: (?: = | [ ]{1,2} ) ["']? | ["'],[ ]?["'] )
        (?P<secret> [^\-\s"'`;,|&<>()\[\]\\] [^\s"'`;,|&<>()\[\]\\]{3,128} )
        (?: $ | [\s"'`;,|&)\\] )
    """,
    shape=Shape.PASSWORD,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f"mysqldump --user=bot --password={_PASSWORD} trades",
        f'run("vault login --password {_PASSWORD}")',
        f'subprocess.run(["tool", "--password", "{_PASSWORD}"])',
    ),
    valid=(
        "mysqldump --user=bot --password=$PASSWORD trades",
        "mysqldump --password=secret trades",
        'parser.add_argument("--password", help="the password")',
        "docker login --password-stdin",
        'options = {"--password", "--conn-password"}',
        "tool --password <password>",
        "tool --password PASSWORD",
    ),
)

TOKEN_OPTION = TokenRule(
    id="command-token",
    title="Token among the arguments of a command",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.TOKEN,
    pattern=r"""
        (?: ^ | [\s"'`(\[,] ) --? [a-z\-]{0,24}
        (?: token | secret | api[_\-]?key | access[_\-]?key | auth[_\-]?key | secret[_\-]?key )
        (?: (?: = | [ ]{1,2} ) ["']? | ["'],[ ]?["'] )
        (?P<secret> [A-Za-z0-9_\-+/.=~]{8,300} ) (?: $ | [\s"'`;,|&)\\] )
    """,
    shape=Shape.TOKEN,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f"bot --api-key={_TOKEN} --dry-run",
        f'os.system("tool --token {_TOKEN}")',
    ),
    valid=(
        "bot --api-key=$API_KEY",
        "bot --api-key your-api-key",
        "bot --secret-key from-the-environment",
    ),
)

LOGIN = TokenRule(
    id="command-login",
    title="User and password among the arguments of a command",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        (?: \b curl \b [^\n|;]{0,200}? [\s"',] (?: -u | --user ) (?: [ =]{1,2} | ["'],[ ]? )
              ["']? [^\s:"'`]{1,60} :
          | \b sshpass \s{1,3} -p [ ]? ["']?
          | \b mysql (?: dump | admin )? \b [^\n|;]{0,120}? \s -p ["']? )
        (?P<secret> [^\s"'`;|&<>()\\]{4,128} ) (?: $ | [\s"'`;|&)\\] )
    """,
    shape=Shape.PASSWORD,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f"curl -u bot:{_PASSWORD} https://api.example.org",
        f"sshpass -p '{_PASSWORD}' ssh bot@host",
        f"mysql -u bot -p{_PASSWORD} trades",
    ),
    valid=(
        "curl -u user:password https://api.example.org",
        "curl -u $USER:$PASSWORD https://api.example.org",
        "sshpass -p $PASSWORD ssh bot@host",
        "mysql -u bot -p trades",
    ),
)

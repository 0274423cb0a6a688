"""A key that logs in as a user without a password, as many services have it."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_KEY = made_up("base62", 32, 951)
_WHY = "It is all that the service asks for: whoever reads it is taken for its owner."
_ADVICE = (
    "Revoke it at the service that it opens.",
    "Keep the new one in the environment or a secret store, and read it from there.",
)
_REFERENCES = (
    "https://www.rfc-editor.org/rfc/rfc7617#section-2",
    "https://docs.stripe.com/api/authentication",
)
_USER = r"(?P<secret> [A-Za-z0-9_\-.]{16,80} )"
_OPENING = r"[A-Za-z0-9_\-.]{16}"
"""What of a user is enough to look closer; Hyperscan is faster without the rest."""

_LONGEST = 140
"""Bytes behind the opening."""

_NO_PASSWORD = r"(?: [xX]{1,4} | x-oauth-basic | api_token | password )?"
"""What stands where a password would, since something has to."""

_DSN = r"@[\w\-.]*sentry[\w\-.]*[/:]|@[\w\-.:]+/(?:[\w\-]+/)?\d{1,16}(?:[^\w/]|$)"
"""The end of where a program reports its errors to, whose key is made to be published:
https://docs.sentry.io/concepts/key-terms/dsn-explainer/"""

_OPTION = r"""[\s"',] (?: -u | --user ) (?: [ =]{0,2} | ["'],[ ]? ) ["']?"""
_LOGIN = r"""
    (?: \b auth [ ]? = [ ]? \( | BasicAuth\( | \b (?i: user (?: name )? ) ["']? [ ]? [:=] )
    \s{0,4} ["']
"""

USER_OPTION = TokenRule(
    id="command-user-key",
    title="Key as the user among the arguments of a command",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.KEY,
    pattern=rf"""
        {_OPTION} {_USER} : {_NO_PASSWORD} (?: $ | [\s"'`;|&)\\,] )
    """,
    trigger=_OPTION + _OPENING,
    reach=_LONGEST,
    shape=Shape.TOKEN,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f"curl https://api.example.org/v1/charges -u {_KEY}:",
        f"curl -u '{_KEY}:x' https://api.example.org/tickets.json",
        f"curl -u {_KEY}:x-oauth-basic https://api.example.org/labels",
        f"curl https://api.example.org/v1 \\\n  --user {_KEY}: \\\n  -d amount=5",
    ),
    valid=(
        "curl https://api.example.org/v1/charges -u $API_KEY:",
        "curl -u the-user-of-this-service: https://api.example.org",
        "curl -u YOUR_SECRET_API_KEY: https://api.example.org",
    ),
)

URL_USER = TokenRule(
    id="url-user-key",
    title="Key as the user in a URL",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.KEY,
    pattern=rf"""
        \b https?:// {_USER} (?: : {_NO_PASSWORD} (?: x-oauth-basic )? )? @ [A-Za-z0-9]
    """,
    shape=Shape.TOKEN,
    shown_with=rf"{_DSN}|@(?:[\w\-.]+\.)?example\.(?:com|org|net)\b",
    advice=_ADVICE,
    references=("https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",),
    invalid=(
        f"git clone https://{_KEY}@git.internal/bot.git",
        f'api = "https://{_KEY}:@api.internal/v1"',
    ),
    valid=(
        "git clone https://a-user-of-this-service@git.internal/bot.git",
        f"https://{_KEY}@o12345.ingest.sentry.io/12345",
        f'dsn = "https://{_KEY}@errors.internal/12"',
        "https://${TOKEN}@git.internal/bot.git",
    ),
)

LOGIN_USER = TokenRule(
    id="login-user-key",
    title="Key as the user of a login without password",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.KEY,
    pattern=rf"""
        {_LOGIN} {_USER} ["'] \s{{0,4}} , \s{{0,40}}
        (?: ["']? (?i: pass (?: word )? ) ["']? [ ]? [:=] [ ]? )? ["'] [xX]{{0,3}} ["']
    """,
    trigger=_LOGIN + _OPENING,
    reach=_LONGEST,
    shape=Shape.TOKEN,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        f'requests.get(url, auth=("{_KEY}", ""))',
        f"axios.get(url, {{ auth: {{ username: '{_KEY}', password: '' }} }})",
        f'request.SetBasicAuth("{_KEY}", "x")',
    ),
    valid=(
        'requests.get(url, auth=(key, ""))',
        "{ username: 'the-user-of-this-service', password: '' }",
        'requests.get(url, auth=("your-api-key-comes-here", ""))',
    ),
)

"""A session in a Cookie header."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_SESSION = made_up("base62", 32, 49)

COOKIE = TokenRule(
    id="session-cookie",
    title="Session in a Cookie header",
    why="Whoever sends it is taken for the person who logged in.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.TOKEN,
    pattern=r"""
        \b (?i: (?: set- )? cookie ) \\? ["']? \]?
        (?: [ ]? [:=,] [ ]? b?
          # "name": "Cookie", "value": what it is, as recorded requests have their headers
          | , \s{0,40} \\? ["'] value \\? ["'] [ ]? : [ ]?
        ) \\? ["']?
        (?: [^"'\n]{1,600}? ; [ ]? )?
        (?i: [\w.\-]{0,40} (?: sess | sid | auth | token | jwt | remember | login )
             [\w.\-]{0,20} ) =
        (?P<secret> [A-Za-z0-9\-._~+/%:|!]{16,600} ={0,2} ) (?: $ | [\s;"'`\\] )
    """,
    shape=Shape.TOKEN,
    advice=(
        "Log out of that session, so that it ends.",
        "Read the cookie from the environment or a secret store, or log in where it is needed.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        f"Cookie: sessionid={_SESSION}; theme=dark",
        f'headers["Cookie"] = "lang=en; PHPSESSID={_SESSION}"',
        f'{{"cookie": "auth={_SESSION}; uid=17"}}',
        f'{{"name": "Cookie", "value": "lang=en; sessionid={_SESSION}"}}',
        f'{{"key": "Cookie",\n  "value": "PHPSESSID={_SESSION}"}}',
    ),
    valid=(
        "Cookie: lang=de; consent=true",
        'headers["Cookie"] = f"sessionid={session}"',
        "Cookie: sessionid=your-session-cookie",
        "Set-Cookie: session=; Path=/; Max-Age=0",
        '{"name": "Cookie", "value": "lang=en; consent=granted-to-every-party"}',
        '{"name": "Cookie", "value": "sessionid={{session}}"}',
    ),
)

ENCODED_JSON = TokenRule(
    id="encoded-json-token",
    title="Token in JSON that is percent-encoded",
    why="Whoever sends it, in a cookie or an address, is taken for the person who logged in.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.TOKEN,
    pattern=r"""
        (?i: token | secret | api_?key | session_?id | password ) %22 (?: %20 )? %3[Aa]
        (?: %20 )? %22 (?P<secret> [A-Za-z0-9\-._~]{16,600} ) %22
    """,
    shape=Shape.TOKEN,
    advice=(
        "Log out of that session, so that it ends.",
        "Read the token from the environment or a secret store, or log in where it is needed.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        f"setCookie('auth', '%7B%22access_token%22%3A%22{_SESSION}%22%7D')",
        f"https://a.org/?state=%7B%22token%22%3A%20%22{_SESSION}%22%7D",
    ),
    valid=(
        "%7B%22access_token%22%3A%22the-access-token-of-the-user%22%7D",
        "%7B%22token_type%22%3A%22Bearer%22%7D",
    ),
)

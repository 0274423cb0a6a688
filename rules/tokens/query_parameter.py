"""A credential among the parameters of a URL."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_TOKEN = made_up("base62", 24, 37)
_PASSWORD = made_up("base62", 10, 48)
_WHY = "URLs are logged by every server and proxy on the way, and kept in browsers' histories."
_REFERENCES = ("https://cwe.mitre.org/data/definitions/598.html",)

QUERY_PARAMETER = TokenRule(
    id="query-parameter",
    title="Credential among a URL's parameters",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.TOKEN,
    pattern=r"""
        (?: [?] | & (?: amp; )? )
        (?i: (?: access | auth | oauth | api | app | bot | circle | client | csrf | id | personal
                 | private | refresh | sealed | secret | service | session | token | user | x )?
             [_\-]?
             (?: token | token_secret | api_?key | apikey | appkey | secret | auth_?key
                 | access_?key | sessionid | session_?key | key )
             | auth | jwt ) = (?: ["'`] [ ]? [+.] [ ]? ["'`] )?
        (?P<secret> [A-Za-z0-9_\-.~%+/:|]{8,300} ) (?: $ | [^A-Za-z0-9_\-.~%+/:|] )
    """,
    shape=Shape.TOKEN,
    # A badge or another picture that a text shows.
    shown_with=r"(?:badge/?|\.(?:svg|png|jpe?g|gif|webp)|img\.shields\.io/[\w./\-]{1,60})[?&](?:[\w=&;.\-]{0,40}[&;])?(?:sealed_|circle-)?token=",
    advice=(
        "Revoke it where it was made, and make a new one.",
        "Read the new one from the environment; send it in a header where the API allows it.",
    ),
    references=_REFERENCES,
    invalid=(
        f"https://api.example.org/v1/prices?api_key={_TOKEN}",
        f'url = "https://example.org/feed?format=json&oauth_token={_TOKEN}"',
        f"fetch('https://example.org/feed?key=' + '{_TOKEN}');",
    ),
    valid=(
        "https://api.example.org/v1/prices?api_key={key}",
        "https://api.example.org/v1/prices?api_key=YOUR_API_KEY",
        "https://example.org/?key=primary-colours",
        "https://example.org/?nextPageToken=",
        f"https://example.org/graph/badge.svg?token={made_up('upper', 10, 39)}",
        f'<img src="https://files.example.org/o/logo.png?alt=media&amp;token={_TOKEN}">',
    ),
)

PASSWORD_PARAMETER = TokenRule(
    id="query-password",
    title="Password among the parameters of a URL or a form",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        [?&] (?: amp; )?
        (?i: [a-z_\-\[.]{0,20} (?: password | passwd | passphrase | pwd | pass ) \]? ) =
        (?P<secret> [^\s"'`<>&;,(){}\[\]|$\\%=] [^\s"'`<>&;,(){}\[\]|$\\]{3,128} )
        (?: $ | [\s"'`<>&;\\] )
    """,
    shape=Shape.PASSWORD,
    shown_with=r"johndoe",  # https://www.rfc-editor.org/rfc/rfc6749#section-4.3.2
    advice=(
        "Change the password where it is used.",
        "Read the new one from the environment or a secret store; send it in the request's body.",
    ),
    references=_REFERENCES,
    invalid=(
        f"http://10.0.0.1/snapshot.cgi?user=bot&pwd={_PASSWORD}",
        f'form = "username=bot&password={_PASSWORD}&submit=Login"',
    ),
    valid=(
        "http://10.0.0.1/snapshot.cgi?user=bot&pwd={password}",
        "username=%s&password=%s",
        "https://example.org/login?password=password",
        'query = "password=" + password',
        "e.base===t.base&&e.ownPass===t.ownPass&&e.file",
    ),
)

PATH_SEGMENT = TokenRule(
    id="url-path-key",
    title="Key in the path of a URL",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.TOKEN,
    pattern=r"""
        :// [^\s"'`<>?\#]{3,120} /
        (?: key | api_?key | api-key | token | access_?token | secret | auth ) /
        (?P<secret> [A-Za-z0-9_\-]{16,200} ) (?: $ | [\s"'`<>/?\\] )
    """,
    shape=Shape.TOKEN,
    advice=(
        "Revoke it where it was made, and make a new one.",
        "Read the new one from the environment; send it in a header where the API allows it.",
    ),
    references=_REFERENCES,
    invalid=(f"https://maker.example.org/trigger/door/with/key/{_TOKEN}",),
    valid=(
        "https://maker.example.org/trigger/{event}/with/key/{key}",
        "https://docs.example.org/auth/personal-access-tokens",
        "https://example.org/token/refresh-the-session-token",
        f"https://example.org/icons/token/{_TOKEN}.svg",
    ),
)

REQUEST_PARAMETER = TokenRule(
    id="request-parameter",
    title="Credential among the parameters of a request",
    why=_WHY,
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.KEY,
    pattern=r"""
        (?: \b (?i: params | query_?string | query_?params | qs ) ["']? [ ]? (?: : | = | => ) [ ]?
              [{\[] [^{}\[\]]{0,200}? ["'\s{,\[] (?: key | auth ) ["']? [ ]? (?: : | => ) [ ]?
          | (?i: params | query | url_?values | \b [qv] ) \. (?i: append | set | add | put )
              \( [ ]? ["'] (?: key | auth ) ["'] , [ ]?
          | (?i: query_?param (?: eter )? ) \( [ ]? ["'] (?: key | auth ) ["'] , [ ]? )
        ["'] (?P<secret> [A-Za-z0-9_]{16,200} | [A-Za-z0-9_\-]{37,200} ) ["']
    """,
    shape=Shape.TOKEN,
    advice=(
        "Revoke it where it was made, and make a new one.",
        "Read the new one from the environment; send it in a header where the API allows it.",
    ),
    references=_REFERENCES,
    invalid=(
        Example(f'params = {{"limit" => 5, "key" => "{_TOKEN}"}}\n', "prices.rb"),
        Example(f"axios.get(url, {{\n  params: {{ q: place, key: '{_TOKEN}' }},\n}});\n", "a.js"),
        Example(f'url.searchParams.append("key", "{_TOKEN}");\n', "a.ts"),
        Example(f'q.Add("key", "{_TOKEN}")\n', "main.go"),
        Example(f'.addQueryParameter("key", "{_TOKEN}")\n', "Client.kt"),
    ),
    valid=(
        Example('params = {"limit": 5, "key": KEY}\n', "prices.py"),
        Example("params: { key: 'primary_colours_of_all' },\n", "a.js"),
        Example("params: { key: '3f1c2a90-7b1e-4d55-9a0c-2f4be83d7a61' },\n", "a.js"),
        Example(f'params = {{"Bucket": "icons", "Key": "{_TOKEN}"}}\n', "files.py"),
        Example('url.searchParams.set("key", value);\n', "a.ts"),
    ),
)

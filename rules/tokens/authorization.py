"""Credentials in HTTP's Authorization header."""

import base64
import binascii

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule

_PASSWORD = made_up("base62", 12, 32)
_HEADER = base64.b64encode(f"bot:{_PASSWORD}".encode()).decode()
_OF_WORD = base64.b64encode(b"root:centipede").decode()
_PLAIN = base64.b64encode(b"user:password").decode()
_TOKEN = made_up("base62", 40, 33)
_KEY_ALONE = base64.b64encode(made_up("base62", 36, 34).encode()).decode()
_ADVICE = (
    "Revoke it, or change the password, where it is used.",
    "Keep the new one in the environment or a secret store, and read it from there.",
)


def password_of(value: str) -> str | None:
    """Give the password of HTTP's basic scheme: what stands behind the colon in the base64.

    https://www.rfc-editor.org/rfc/rfc7617
    """
    try:
        text = base64.b64decode(value + "=" * (-len(value) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None
    user, colon, password = text.partition(":")
    return password if colon and (user + password).isprintable() else None


BASIC = TokenRule(
    id="basic-authorization",
    title="User and password of a basic Authorization header",
    why="Base64 hides nothing: whoever reads it has the password.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        \b (?i: basic ) [ ]{1,3} (?P<secret> [A-Za-z0-9+/]{6,300} ={0,2} ) (?: $ | [^A-Za-z0-9+/=] )
    """,
    shape=Shape.GIVEN,
    decode=password_of,
    advice=_ADVICE,
    references=("https://www.rfc-editor.org/rfc/rfc7617",),
    invalid=(
        f"Authorization: Basic {_HEADER}",
        f'headers = {{"Authorization": "Basic {_HEADER}"}}',
        f"Authorization: Basic {_OF_WORD}",
    ),
    valid=(
        f"Authorization: Basic {_PLAIN}",
        "Basic authentication is used here",
        "WWW-Authenticate: Basic realm=bot",
    ),
)


def key_of(value: str) -> str | None:
    """Give what stands in a basic header and is no user with their password: a service's key."""
    return value if password_of(value) is None else None


BASIC_KEY = TokenRule(
    id="basic-authorization-key",
    title="Key in a basic Authorization header",
    why="Whoever holds the key is taken for its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.KEY,
    pattern=r"""
        (?i: authorization ) \\? ["']? \]? [ ]? [:=,] [ ]? b? \\? ["']? (?i: basic ) [ ]{1,3}
        (?P<secret> [A-Za-z0-9\-._~+/]{20,300} ={0,2} ) (?: $ | [^A-Za-z0-9\-._~+/=] )
    """,
    shape=Shape.TOKEN,
    decode=key_of,
    advice=_ADVICE,
    references=("https://www.rfc-editor.org/rfc/rfc7617",),
    invalid=(
        f"curl -H 'Authorization: Basic {_TOKEN}' https://api.example.org",
        f'{{"Authorization": "Basic {_KEY_ALONE}"}}',
    ),
    valid=(
        f"Authorization: Basic {_PLAIN}",
        "Authorization: Basic base64-of-user-and-password",
        "Authorization: Basic <your key>",
    ),
)

BEARER = TokenRule(
    id="bearer-authorization",
    title="Token of an Authorization header",
    why="Whoever holds the token is taken for its owner.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.TOKEN,
    pattern=r"""
        (?: \b (?i: bearer ) [ ]{1,3}
          | (?i: authorization | x-auth-token ) \\? ["']? \]? [ ]? [:=,]
            (?: [ ]? | \s{1,20} - [ ] ) b? \\? ["']?
            (?i: [a-z_\-]{0,16} (?: token | key | api ) (?: -v\d )? | client-id | oauth | jwt | ssws
               | splunk | session | bot )
            [ ]{1,3} (?: token= )? \\? ["']? )
        (?P<secret> (?: [0-9]{1,9} [|:] )? [A-Za-z0-9\-._~+/]{15,600} ={0,2} )
        (?: $ | [^A-Za-z0-9\-._~+/=] )
    """,
    shape=Shape.TOKEN,
    advice=_ADVICE,
    references=(
        "https://www.rfc-editor.org/rfc/rfc6750",
        "https://laravel.com/docs/sanctum#issuing-api-tokens",
    ),
    invalid=(
        f"curl -H 'Authorization: Bearer {_TOKEN}' https://api.example.org",
        f'{{"Authorization": "Bearer {_TOKEN}"}}',
        f'headers["Authorization"] = "Token {_TOKEN}"',
        f"Authorization: ApiKey {_TOKEN}",
        f"Authorization: X-Pages-API {_TOKEN}",
        f'req.Header.Set("Authorization", "AccessKey {_TOKEN[:25]}")',
        f"Authorization: ApiKey-v1 {_TOKEN}",
        f"X-Auth-Token: api-key {_TOKEN}",
        f"Authorization:\n    - token {_TOKEN}\n",
        f'client.credentials(HTTP_AUTHORIZATION="Client-ID {_TOKEN[:15]}")',
        f'Authorization: Token token="{_TOKEN}"',
        f"Authorization: Bearer 12|{_TOKEN}",
        f"Authorization: Bot {_TOKEN}",
    ),
    valid=(
        "Authorization: Bearer your-access-token-here",
        'f"Bearer {settings.access_token}"',
        "Bearer authentication-is-required",
        'Authorization: Digest username="bot", realm="prices"',
        "Authorization: Token <your token>",
        "Authorization: AccessKey your-access-key-here",
        "Authorization: see the documentation-of-the-service",
        f"Proxy-Authorization: Basic {_PLAIN}",
    ),
)

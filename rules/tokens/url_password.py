"""A password in a URL."""

import re
from urllib.parse import unquote

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, TokenRule
from leakguard.values.placeholders import CREDENTIAL_WORDS

_PASSWORD = made_up("base62", 14, 31)
_WORD = "centipede"

_PORT = re.compile(r"\d{1,5},[^,:]*:")
"""What stands behind the first of several hosts: `mongodb://a:27017,b:27017`."""


def _rejected(value: str) -> str | None:
    if _PORT.match(value):
        return "location"
    if value.rpartition(":")[2] in ("anoncvs", "anonymous"):
        return "anonymous"
    return "dummy" if value.replace(":", "").lower() in CREDENTIAL_WORDS else None


URL_PASSWORD = TokenRule(
    id="url-password",
    title="Password in a URL",
    why="URLs end up in logs, shell histories and error messages, and the password with them.",
    severity=Severity.HIGH,
    confidence=Confidence.MEDIUM,
    rank=PLACED,
    role=Role.PASSWORD,
    pattern=r"""
        \b [A-Za-z][A-Za-z0-9+.\-]{1,30} :// [^\s:/?\#@"'<>`{}\\]{0,80} :
        (?P<secret> [^\s:/@"'<>`\\\[\]] [^\s/@"'<>`\\\[\]]{2,127} )
        @ (?: [A-Za-z0-9_\[{$%<] | /[a-z] )
    """,
    shape=Shape.GIVEN,
    differs=True,
    rejects=_rejected,
    decode=unquote,
    # A package's version; https://www.rfc-editor.org/rfc/rfc2606#section-3, and https://www.rfc-editor.org/rfc/rfc3092
    shown_with=r"@v?\d+\.\d+(?:\.\d+)?(?![\w.])|@(?:[\w\-.]+\.)?(?:example\.(?:com|org|net)|(?:foo|bar)\.(?:com|org))\b",
    advice=(
        "Change the password where it is used.",
        "Keep the whole URL, or its password, in the environment or a secret store.",
    ),
    references=("https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",),
    invalid=(
        f"postgres://bot:{_PASSWORD}@db.internal:5432/trades",
        f"mysql://bot:{_WORD}@db.internal/trades",
        f'REDIS_URL = "redis://:{_PASSWORD}@cache:6379/0"',
        f"git clone https://ada:{_PASSWORD}@git.internal/bot.git",
        f"mysql://bot:{_PASSWORD[:7]}:{_PASSWORD[7:]}@db.internal/trades",
        f"mongodb+srv://bot:{_PASSWORD}@<your-cluster>/trades",
        f"postgresql://bot:{_PASSWORD}@/trades",
    ),
    valid=(
        "postgres://user:password@host/db",
        "http://user:pass@host",
        "mysql://root:root@localhost/test",
        "amqp://guest:guest@rabbit//",
        'f"postgres://{user}:{password}@{host}/db"',
        "redis://:${REDIS_PASSWORD}@cache:6379",
        "postgresql://user:password@/trades",
        "https://example.org:8443/a@b",
        "redis://[[username]:[password]]@localhost:6379/0",
        "mongodb+srv://bot:password@<your-cluster>/trades",
        "https://first.internal:123,bot:pear@second.internal/path",
        "https://jo%40example.org:a%20secret@localhost",
        "cvs://:pserver:anoncvs@cvs.garden.org:/cvs",
        "http://bot:pass:word@garden.org/data",
        f"https://bot:{_PASSWORD}@www.example.com/",
        f"https://bot:{_PASSWORD}@foo.com/",
    ),
)

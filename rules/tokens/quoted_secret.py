"""A generated password or secret that has quotes, backticks or angle brackets in it, between other
quotes."""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_START, _END = made_up("base62", 12, 941), made_up("base62", 12, 942)
_QUOTE = re.compile(r"[\"'`]")
_ONE_BRACKET = re.compile(r"[^<>]*(?:<[^>]*|(?<![\-=/])>[^<>]*)")
"""An angle bracket that no other one closes: no element of markup, and no arrow."""
_KINDS = tuple(map(re.compile, ("[a-z]", "[A-Z]", "[0-9]")))
_CODE = re.compile(r"[\"'`](?:$|[+,:=.)\]])|[+,:=(\[]\\?[\"'`]")
"""The end or the beginning of a string, in code: what was read as one value are several."""


def _reason(value: str) -> str | None:
    if not _QUOTE.search(value) and not _ONE_BRACKET.fullmatch(value):
        return "no-quotes"  # then the rule for any value under such a name sees it
    if _CODE.search(value):
        return "expression"
    return None if all(kind.search(value) for kind in _KINDS) else "not-mixed-case"


QUOTED_SECRET = TokenRule(
    id="quoted-secret",
    title="Hard-coded password",
    why="It has the name and the form of a credential: whoever reads it may be able to use it.",
    severity=Severity.HIGH,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    pattern=r"""
        (?i: passw (?: or )? d | passphrase | pwd | \b pass | secret (?: [_.]? key )? )
        ["']? \]? [ \t]{0,8} (?: = | : | => | := ) [ \t]{0,8} ["']
        (?P<secret> [^\s]{8,200} ) ["'] [ \t]{0,2} [,;)]{0,2} \r? $
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    but_python=True,
    rejects=_reason,
    advice=(
        "Find out what it opens, and change it there.",
        "Keep the new one in the environment or a secret store, and read it from there.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(f"password = '`{_START}'\n", "login.ini"),
        Example(f'password = "{_START}<#{_END}"\n', "login.ini"),
        Example(f'jwtsecret: "{_START}`D\'}}/{_END};"\n', "config.yml"),
    ),
    valid=(
        Example(f"password = 'a' + \"{_START}\" + 'b';\n".replace(" ", ""), "login.js"),
        Example("password: '/^(?=.*[A-Z])(?=.*[\"0-9]).{8,}$/'\n", "rules.yml"),
        Example("password = '\"tower\"stairs'\n", "login.ini"),
    ),
)

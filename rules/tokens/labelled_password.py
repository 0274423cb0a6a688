"""A password beside its label, as texts for people are marked up, and in other languages."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import Example, TokenRule
from leakguard.rule.form import GENERIC
from leakguard.values.passwords import is_plain_password

_PASSWORD = made_up("base62", 14, 931)

_ELSEWHERE = r"""
    contrase (?: n | \xc3\xb1 ) a | clave | mot [ ] de [ ] passe | mdp | senha | passwort | kennwort
    | wachtwoord | adgangskode | l (?: o | \xc3\xb6 ) senord | salasana | has (?: l | \xc5\x82 ) o
    | heslo | parola | (?: kata [ ] )? sandi | m (?: a | \xe1\xba\xad ) t [ ] kh
      (?: a | \xe1\xba\xa9 ) u
    | \xd0 [\x9f\xbf] \xd0\xb0\xd1\x80\xd0\xbe\xd0\xbb\xd1\x8c
    | \xe5\xaf\x86\xe7\xa0\x81 | \xe5\xaf\x86\xe7\xa2\xbc
    | \xe3\x83\x91\xe3\x82\xb9\xe3\x83\xaf\xe3\x83\xbc\xe3\x83\x89
    | \xeb\xb9\x84\xeb\xb0\x80\xeb\xb2\x88\xed\x98\xb8
"""
"""The word for a password, in UTF-8: the last ones in Russian, Chinese, Japanese and Korean."""

_CLOSES = r"(?: [*`]{1,2} | </ [a-z]{1,6} > )"


def _reason(value: str) -> str | None:
    """Words follow such a label as well: it has to look like a password."""
    has_both = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    return None if has_both and is_plain_password(value) else "words"


LABELLED = TokenRule(
    id="labelled-password",
    title="Password beside its label",
    why="Whoever reads the text can log in, as long as nobody changed the password.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    pattern=rf"""
        (?: ^ | [^A-Za-z0-9_$.\-] )
        (?: (?i: password | passwd | passcode | pwd | pw | {_ELSEWHERE} )
            (?: {_CLOSES} [ ]? : | [ ]? : {_CLOSES} | [ ]? : [ ]? < [a-z]{{1,6}} > | [ ] - )
          | (?i: {_ELSEWHERE} ) [ ]? (?: : | \xef\xbc\x9a ) )
        [ \t]{{0,4}} (?: [*`"']{{1,2}} | < [a-z]{{1,6}} > )?
        (?P<secret> [A-Za-z0-9@\#$!%&?] [A-Za-z0-9!\#$%^&+@~_\-.?/=]{{4,62}}
            [A-Za-z0-9!\#$%^+@~?] )
        (?: [`"'*<),;\s] | $ )
    """,
    shape=Shape.PASSWORD,
    rank=GENERIC,
    rejects=_reason,
    advice=(
        "Change it wherever it is used.",
        "Hand over passwords through a password manager, not in a text that is kept.",
    ),
    references=("https://cwe.mitre.org/data/definitions/798.html",),
    invalid=(
        Example(f"**User**: bot\n**Password**: {_PASSWORD}\n", "notes.md"),
        Example("- **Password:** Stairs#1984\n", "notes.md"),
        Example(f"<b>Password</b>: {_PASSWORD}<br>\n", "index.html"),
        Example(f"<li>Password: <code>{_PASSWORD}</code></li>\n", "index.html"),
        Example(f"* Password - {_PASSWORD}\n", "notes.md"),
        Example(f"# Passwort - {_PASSWORD}\n", "deploy.py"),
        Example(f"Mot de passe : {_PASSWORD}\n", "notes.txt"),
        Example(f"\u043f\u0430\u0440\u043e\u043b\u044c: {_PASSWORD}\n", "notes.txt"),
        Example(f"\u5bc6\u7801\uff1a{_PASSWORD}\n", "notes.txt"),
    ),
    valid=(
        Example("**Password**: required\n", "notes.md"),
        Example("**Password**: the one that you chose\n", "notes.md"),
        Example("* Password - base64-encoded\n", "notes.md"),
        Example("**Password**: <your password>\n", "notes.md"),
        Example("Mot de passe : obligatoire\n", "notes.txt"),
        Example("**Password**: sha256\n", "notes.md"),
    ),
)

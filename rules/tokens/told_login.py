"""A user and their password, or a password alone, in what people write to each other."""

import re

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.passwords import is_plain_password
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 1831)
_ADVICE = (
    "Change it wherever it is used.",
    "Hand over passwords through a password manager, not in a text that is kept.",
)
_REFERENCES = ("https://cwe.mitre.org/data/definitions/798.html",)
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[A-Za-z]")


def _reason(value: str) -> str | None:
    """Nothing in a sentence says where a password begins and ends: it has to look like one."""
    has_both = _DIGIT.search(value) is not None and _LETTER.search(value) is not None
    return None if has_both and is_plain_password(value) else "words"


TOLD_PASSWORD = TokenRule(
    id="told-password",
    title="Password in a sentence",
    why="Whoever reads the text can log in, as long as nobody changed the password.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    pattern=r"""
        \b (?i: password | passphrase | passcode ) [ ]
        (?: (?i: for | of ) [ ] [^\n.;:]{1,60} [ ] )?
        (?i: is | was | to ) [ ] (?: (?i: set [ ] to | now | still ) [ ] )?
        (?P<secret> [A-Za-z0-9] [A-Za-z0-9!\#$%^&*+@~_\-]{6,62} [A-Za-z0-9!\#$%^*+@~] )
        (?: [.,;:)]? (?: \s | $ ) )
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    but_python=True,
    rejects=_reason,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        Example(f"I set her password to {_PASSWORD} for now.\n", "ticket.txt"),
        Example(f"ben: the password is {_PASSWORD}\n", "chat.txt"),
        Example("The password for the door is Stairs#1984.\n", "notes.md"),
    ),
    valid=(
        Example("The password is base64-encoded.\n", "notes.md"),
        Example("Set the password to ${PASSWORD}.\n", "notes.md"),
        Example("The password is case-sensitive, and the token is too.\n", "notes.md"),
        Example("The password is sha256-hashed.\n", "notes.md"),
        Example("The password is SHA-512 of the name.\n", "notes.md"),
    ),
)

TOLD_LOGIN = TokenRule(
    id="told-login",
    title="User and password in a text",
    why="Whoever reads the text can log in, as long as nobody changed the password.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    context=r"password|passwd|credential|\bcreds\b|\blog ?in\b|\bpw\b",
    pattern=r"""
        (?: ^ | [\s"'`(:] ) (?i: root | admin (?: istrator )? | user | test (?: er )? | demo | guest
          | deploy | ubuntu | pi | sa | postgres | [\w.\-]{1,40} @ [\w.\-]{3,60} ) [`"']?
        [ ] (?: / | \| | and ) [ ] [`"']?
        (?P<secret> [A-Za-z0-9] [A-Za-z0-9!\#$%^&*+@~_\-]{6,62} [A-Za-z0-9!\#$%^*+@~] )
        (?: [`"'] | [.,;:)]{0,2} (?: \s | $ ) )
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    but_python=True,
    rejects=_reason,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        Example(f"The credentials are admin / {_PASSWORD}.\n", "README.md"),
        Example(f"what is the root pw?\nroot / {_PASSWORD}\n", "chat.txt"),
    ),
    valid=(
        Example("The credentials are admin / admin.\n", "README.md"),
        Example("The credentials are admin / <password>.\n", "README.md"),
        Example("Log in as root / administrator.\n", "README.md"),
        Example("Log in as a1-gcm@ssh.org and b2-gcm@ssh.org.\n", "NEWS"),
    ),
)

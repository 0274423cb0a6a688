"""A password in what people write to each other: in a sentence about it, or beside its user."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule
from leakguard.values.passwords import is_plain_password

_PASSWORD_OF = r"""
    \b (?i: password | passphrase | passcode | pwd )
    (?: [ ] | [ ] (?i: for | of ) [ ] [^\n.,;:]{1,60} [ ] )
"""
_UNQUOTED = r"""
    (?P<secret> [A-Za-z0-9] [A-Za-z0-9!\#$%^&*+@~_\-]{6,62} [A-Za-z0-9!\#$%^*+@~] )
"""
_PASSWORD = made_up("base62", 14, 921)
_WEAK = "Secret1984"
_WHY = "Whoever reads the text can log in, as long as nobody changed the password."
_ADVICE = (
    "Change it wherever it is used.",
    "Hand over passwords through a password manager, not in a text that is kept.",
)
_REFERENCES = ("https://cwe.mitre.org/data/definitions/798.html",)


def _reason(value: str) -> str | None:
    """Nothing in a sentence says where a password begins and ends: it has to look like one."""
    has_both = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    return None if has_both and is_plain_password(value) else "words"


PASSWORD_SENTENCE = TokenRule(
    id="password-sentence",
    title="Password in a sentence",
    why=_WHY,
    severity=Severity.MEDIUM,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    pattern=rf"""
        {_PASSWORD_OF} (?i: is | was ) [ ] (?: (?i: set [ ] to | now ) [ ] )? \\? ["'`]
        (?P<secret> [^\s"'`<>{{}}$%\\] [^\s"'`<>{{}}\\]{{3,80}} ) \\? ["'`]
    """,
    shape=Shape.TOLD,
    rejects=lambda value: "words" if value.isalpha() and value.isupper() else None,
    rank=PLACED,
    but_python=True,
    advice=(
        "Change it wherever it was left as it came.",
        "Let whoever installs it choose one, or make one by chance for each installation.",
    ),
    references=("https://cwe.mitre.org/data/definitions/1392.html",),
    invalid=(
        Example("The default password is 'centipede'.\n", "README"),
        Example(f'Ensure the password for the user "bot" is "{_PASSWORD}".\n', "INSTALL.txt"),
        Example("echo \"The password is 'wintersun'\"\n", "run.sh"),
        Example(f'The passcode for the door is "{_WEAK}".\n', "README"),
    ),
    valid=(
        Example("The default password is 'password'.\n", "README"),
        Example("The password is '$password'.\n", "README"),
        Example('If the password is "valid", the user is logged in.\n', "README"),
        Example('The password is "too short".\n', "README"),
        Example("A wrong password is `INFO`, not `ERROR`.\n", "README"),
        Example("# Password for the share, needed if its type is 'cifs'.\n", "share.sh"),
    ),
)

TOLD_PASSWORD = TokenRule(
    id="told-password",
    title="Password in a sentence",
    why=_WHY,
    severity=Severity.MEDIUM,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    pattern=rf"""
        (?: {_PASSWORD_OF} (?i: is | was | to ) [ ] (?: (?i: set [ ] to | now | still ) [ ] )?
          | \b (?i: password | passphrase | passcode ) [ ] (?i: for | of ) [ ] [^\n.;:]{{1,60}}
            : [ ]
          | \b with [ ] (?: the [ ] )? password [ ] ["'`]? )
        {_UNQUOTED} (?: ["'`]? [.,;:)]? (?: \s | $ ) )
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
    rejects=_reason,
    advice=_ADVICE,
    references=_REFERENCES,
    invalid=(
        Example(f"I set her password to {_PASSWORD} for now.\n", "ticket.txt"),
        Example(f"ben: the password is {_PASSWORD}\n", "chat.txt"),
        Example("# TODO: pwd of the box is Stairs#1984\n", "deploy.py"),
        Example("The password for the door is Stairs#1984.\n", "notes.md"),
        Example("Password for all users: Stairs#1984\n", "notes.txt"),
        Example('When I log in as "bot" with password "Stairs#1984"\n', "login.feature"),
    ),
    valid=(
        Example("The password is base64-encoded.\n", "notes.md"),
        Example('raise Wrong(f"the password is {password2!r}")\n', "login.py"),
        Example("Set the password to ${PASSWORD}.\n", "notes.md"),
        Example("The password is case-sensitive, and the token is too.\n", "notes.md"),
        Example("The password is sha256-hashed.\n", "notes.md"),
        Example("The password for this account: generated\n", "notes.md"),
        Example("The password is SHA-512 of the name.\n", "notes.md"),
    ),
)

TOLD_LOGIN = TokenRule(
    id="told-login",
    title="User and password in a text",
    why=_WHY,
    severity=Severity.MEDIUM,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    context=r"password|passwd|credential|\bcreds\b|\blog ?in\b|\bpw\b",
    pattern=rf"""
        (?: ^ | [\s"'`(:] ) (?i: root | admin (?: istrator )? | user | test (?: er )? | demo | guest
          | deploy | ubuntu | pi | sa | postgres | [\w.\-]{{1,40}} @ [\w.\-]{{3,60}} ) [`"']?
        [ ] (?: / | \| | and ) [ ] [`"']? {_UNQUOTED} (?: [`"'] | [.,;:)]{{0,2}} (?: \s | $ ) )
    """,
    shape=Shape.PASSWORD,
    rank=PLACED,
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

"""A password in a sentence about it."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule

_PASSWORD = made_up("base62", 14, 921)
_WEAK = "Secret1984"

PASSWORD_SENTENCE = TokenRule(
    id="password-sentence",
    title="Password in a sentence",
    why="Whoever reads the text can log in, as long as nobody changed the password.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LOW,
    role=Role.PASSWORD,
    pattern=r"""
        \b (?i: password | passphrase | passcode ) [ ]
        (?: (?i: for | of ) [ ] [^\n.;:]{1,60} [ ] )?
        (?i: is | was ) [ ] (?: (?i: set [ ] to | now ) [ ] )? \\? ["'`]
        (?P<secret> [^\s"'`<>{}$%\\] [^\s"'`<>{}\\]{3,80} ) \\? ["'`]
    """,
    shape=Shape.TOLD,
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
    ),
)

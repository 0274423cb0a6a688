"""What somebody answered to a question for a password or a key: it stands alone on the line below,
in the log of a wizard or of a session."""

from leakguard.candidate import Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.rule import Example, TokenRule
from leakguard.rule.form import GENERIC
from leakguard.values.passwords import is_plain_password

_PASSWORD, _KEY = made_up("base62", 14, 941), made_up("base62", 40, 942)


def _reason(value: str) -> str | None:
    """What stands below a question may be text as well: it has to look like a password."""
    has_both = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    return None if has_both and is_plain_password(value) else "words"


BELOW_QUESTION = TokenRule(
    id="secret-below-question",
    title="Password or key below the question for it",
    why="Whoever reads the text has it, as long as nobody changed it.",
    severity=Severity.MEDIUM,
    confidence=Confidence.LOW,
    pattern=r"""
        \b (?i: passw (?: or )? d | passphrase | passcode | (?: api | access | secret ) [ ] key
             | token )
        (?: [ ] [A-Za-z] [A-Za-z0-9 .@_/\-]{0,60} )? [ ]? [:?] [ ]? \r? \n [>\x20\t]{0,8}
        (?P<secret> [A-Za-z0-9!\#$@] [A-Za-z0-9!\#$^*+@~_.\-&/=]{5,63} ) [ ]{0,4} (?: \r? \n | $ )
    """,
    shape=Shape.PASSWORD,
    rank=GENERIC,
    but_python=True,
    rejects=_reason,
    advice=(
        "Change it, or revoke it, where it is used.",
        "Keep what a program is told out of the logs that are kept.",
    ),
    references=("https://cwe.mitre.org/data/definitions/532.html",),
    invalid=(
        Example(f"Enter the password for the database:\n{_PASSWORD}\n", "setup.log"),
        Example("New password: \nStairs#1984\nAgain:\n", "session.txt"),
        Example(f"What is your API key?\n> {_KEY}\n", "wizard.log"),
    ),
    valid=(
        Example("Enter the password for the database:\nok\n", "setup.log"),
        Example("Forgot your password?\nadministrator\n", "page.txt"),
        Example("Password:\n\nsession-2-opened\n", "session.txt"),
        Example("switch (asked) {\ncase Password:\n  step2();\n", "wizard.c"),
        Example("What is a token?\nsha256\n", "questions.md"),
    ),
)

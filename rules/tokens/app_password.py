"""The password that Google makes for a program that sends mail: four groups of four letters."""

from leakguard.candidate import Shape
from leakguard.examples import made_up_from
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import PLACED, Example, TokenRule
from leakguard.values.phrases import is_in_groups

_FIRST, _SECOND = (" ".join(made_up_from(r"[b-z]{4}", n + i) for i in range(4)) for n in (1, 5))
_WORDS = "this text must stay"
_DOCS = "https://support.google.com/accounts/answer/185833"


def _reason(value: str) -> str | None:
    """Four words of four letters are a sentence, or a placeholder: `your code goes here`."""
    return None if is_in_groups(value) else "words"


APP_PASSWORD = TokenRule(
    id="google-app-password",
    title="Google app password",
    why="Whoever reads it can read and send the account's mail, without a second factor.",
    severity=Severity.HIGH,
    confidence=Confidence.HIGH,
    provider="Google",
    role=Role.PASSWORD,
    context=r"mail|smtp|imap|google|app[ _\-]?pass",
    pattern=r"""
        ["'`=:] [ \t]{0,4} (?P<secret> [a-z]{4} (?: [ ] [a-z]{4} ){3} )
        (?: [ \t]{0,4} \r? $ | ["'`] )
    """,
    shape=Shape.EXACT,
    rank=PLACED,
    rejects=_reason,
    advice=(
        "Remove it under App passwords in the account (https://myaccount.google.com/apppasswords).",
        "Keep the new one in the environment or a secret store, and read it from there.",
    ),
    references=(_DOCS,),
    invalid=(
        Example(f"$mail->Host = 'smtp.gmail.com';\n$mail->Password = '{_FIRST}';\n", "mail.php"),
        Example(f"EMAIL_HOST_PASSWORD={_SECOND}\n", "settings.ini"),
        Example(f'smtp.login("bot@gmail.com", "{_FIRST}")\n', "send.py"),
    ),
    valid=(
        Example(f"mail.subject = '{_WORDS}'\n", "mail.js"),
        Example("EMAIL_HOST_PASSWORD=xxxx xxxx xxxx xxxx\n", ".env.example"),
        Example("EMAIL_HOST_PASSWORD=abcd efgh ijkl mnop\n", ".env.example"),
        Example("EMAIL_HOST_PASSWORD=your pass word here\n", ".env.example"),
    ),
)

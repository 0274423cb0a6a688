"""A credential as the default of a function's parameter."""

from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate, Edit
from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.rule import Invalid, SyntaxRule
from leakguard.syntax.triggers import KEY_LITERAL, NAMED_LITERAL

_SECRET = made_up("base62", 64, 7)


class HardcodedDefault(SyntaxRule):
    """A literal key as the default of a parameter that is called like a credential.

    Why it is bad: the key ships to every reader of the code, and a caller who forgets his own
    uses it unawares.
    Example: `def connect(api_secret="<the secret>"):`
    Use instead: `def connect(api_secret=None):`, and let the caller pass it
    References: CWE-798
    """

    ID = "hardcoded-default"
    TITLE = "hard-coded as a parameter's default"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.MEDIUM
    ADVICE = (
        "Revoke the key where it was made, and make a new one.",
        "Put the new one into the environment or a secret store.",
        "Let the caller read it from there and pass it:",
    )
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL)
    VALID = (
        "def connect(api_secret=None): ...\n",
        'def connect(api_secret="changeme-please-now"): ...\n',
        f'def check(digest="{made_up("hex", 64)}"): ...\n',
    )
    INVALID = (
        Invalid(
            f'def connect(api_secret="{_SECRET}"):\n    pass\n',
            fixed="def connect(api_secret=None):",
        ),
        Invalid(
            "class Bot:\n"
            f'    async def start(self, *, secret_key: str = "{_SECRET}") -> None: ...\n',
        ),
        Invalid(f'sign = lambda text, secret="{_SECRET}": text\n'),
    )

    def visit_Param(self, node: cst.Param) -> Iterator[Candidate]:
        if node.default is None:
            return
        for literal in self.named_literals(node.name.value, node.default):
            yield self.candidate(literal, node.name.value, edits=(Edit(literal.span, "None"),))

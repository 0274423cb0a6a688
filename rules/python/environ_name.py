"""A credential given as the name of an environment variable."""

import re
from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.environ import lookup
from leakguard.syntax.triggers import ENVIRON_LITERAL, KEY_LITERAL

_SECRET = made_up("base62", 64, 11)
_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,40}")
"""What variables are called; as a key it would be a strange one."""

_DOUBT = "the look-up, which found nothing so far, will find the key"


class EnvironName(SyntaxRule):
    """The key itself, where the name of the environment variable belongs.

    Why it is bad: the key stands in the code for every reader, and the look-up finds nothing.
    Example: `os.getenv("<the secret>")`
    Use instead: `os.environ["BINANCE_API_SECRET"]`, with that variable set to the key
    References: CWE-798
    """

    ID = "environ-name"
    TITLE = "given as the name of an environment variable"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.HIGH
    RANK = ENVIRONMENT
    ADVICE = (
        "Revoke the key where it was made, and make a new one.",
        "Set a variable to the new one, outside the code, and look it up by its name:",
    )
    TRIGGERS = (KEY_LITERAL, ENVIRON_LITERAL)
    VALID = (
        'import os\nos.getenv("BINANCE_TESTNET_API_SECRET_2")\n',
        'import os\nos.environ["AWS_SECRET_ACCESS_KEY"]\n',
    )
    INVALID = (
        Invalid(
            f'import os\nsecret = os.getenv("{_SECRET}")\n',
            fixed='import os\nsecret = os.environ["API_SECRET"]\n',
        ),
        Invalid(f'import os\nsecret = os.environ["{_SECRET}"]\n'),
        Invalid(
            f'from os import environ\nsecret = environ.get("{_SECRET}", "")\n',
            fixed='from os import environ\nsecret = environ["API_SECRET"]\n',
        ),
    )

    def visit_Call(self, node: cst.Call | cst.Subscript) -> Iterator[Candidate]:
        if (read := lookup(node, self.module)) is None:
            return
        literal = self.literal(read.key)
        if literal is not None and not literal.is_followed and not _NAME.fullmatch(literal.value):
            mend = self.mend(literal, span=self.span_of(node), form="{read}", doubt=_DOUBT)
            yield self.candidate(literal, None, role=Role.SECRET, mend=mend)

    visit_Subscript = visit_Call

"""A credential as the fallback of an environment variable."""

from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.examples import made_up
from leakguard.finding import WITHOUT_FALLBACK, Confidence, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.environ import Lookup, lookup, lookup_in
from leakguard.syntax.names import text_of
from leakguard.syntax.triggers import (
    ENVIRON_LITERAL,
    FALLBACK_OF_READ,
    KEY_LITERAL,
    NAMED_LITERAL,
)

_SECRET = made_up("base62", 64, 8)

_TOKEN = made_up("hex", 32, 8)


class EnvironDefault(SyntaxRule):
    """A literal key that is used when an environment variable is missing.

    Why it is bad: the fallback ships to every reader of the code, and hides that the variable
    is not set.
    Example: `os.environ.get("BINANCE_API_SECRET", "<the secret>")`
    Use instead: `os.environ["BINANCE_API_SECRET"]`
    References: CWE-798
    """

    ID = "environ-default"
    TITLE = "hard-coded as the fallback of an environment variable"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.HIGH
    RANK = ENVIRONMENT
    ADVICE = (
        "Revoke the key where it was made, and make a new one.",
        "Set the variable to the new one, outside the code.",
        "Let the program stop when the variable is missing:",
    )
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL, ENVIRON_LITERAL, FALLBACK_OF_READ)
    VALID = (
        'import os\nos.environ.get("REGION", "eu-west-1")\n',
        'import os\nos.getenv("BINANCE_API_SECRET", "your-secret-goes-here")\n',
        'import os\nkey = os.environ.get("BINANCE_API_SECRET") or ""\n',
        f'import os\ndigest = os.getenv("IMAGE_SHA256", "{made_up("hex", 64)}")\n',
        f'import os\nrevision = os.getenv("REV", "{_TOKEN}")\n',
    )
    INVALID = (
        Invalid(
            f'import os\nkey = os.getenv("API_KEY", "{_SECRET}")\n',
            fixed='import os\nkey = os.environ["API_KEY"]\n',
        ),
        Invalid(
            f'from os import environ as e\nkey = e.get("API_KEY", default="{_SECRET}")\n',
            fixed='from os import environ as e\nkey = e["API_KEY"]\n',
        ),
        Invalid(
            f'import os\nkey = os.environ.get("API_SECRET") or "{_SECRET}"\n',
            fixed='import os\nkey = os.environ["API_SECRET"]\n',
        ),
        Invalid(
            f'import os\nkey = os.environ["K"] if "K" in os.environ else "{_SECRET}"\n',
            fixed='import os\nkey = os.environ["K"]\n',
        ),
        Invalid(
            f'import os\napi_secret = os.getenv("K", "{_TOKEN}")\n',
            fixed='import os\napi_secret = os.environ["K"]\n',
        ),
        Invalid(f'import os\nlogin(api_secret=os.environ.get("K", "{_TOKEN}"))\n'),
        Invalid(f'import os\nconfig = {{"api_secret": os.getenv("K", "{_TOKEN}")}}\n'),
        Invalid(
            f'import os\nFALLBACK = "{_SECRET}"\nkey = os.getenv("API_SECRET", FALLBACK)\n',
            fixed='import os\nkey = os.environ["API_SECRET"]\n',
        ),
    )

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        if (read := lookup(node, self.module)) is not None and read.default is not None:
            yield from self._report(read, read.default, node)

    def visit_BooleanOperation(self, node: cst.BooleanOperation) -> Iterator[Candidate]:
        if isinstance(node.operator, cst.Or) and (read := lookup_in(node.left, self.module)):
            yield from self._report(read, node.right, node)

    def visit_IfExp(self, node: cst.IfExp) -> Iterator[Candidate]:
        for branch, other in ((node.body, node.orelse), (node.orelse, node.body)):
            if read := lookup_in(other, self.module):
                yield from self._report(read, branch, node)

    def _report(
        self, read: Lookup, value: cst.BaseExpression, whole: cst.BaseExpression
    ) -> Iterator[Candidate]:
        name = text_of(read.key)
        span = self.statement.span_of(whole)
        for literal in self.literals(value):
            role = self.role_of_variable(name, literal)
            called = name if role is not None else self.name_given_to(span) or name
            mend = (
                self.mend(literal, span=span, name=name, doubt=WITHOUT_FALLBACK) if name else None
            )
            yield self.candidate(literal, called, role=role, mend=mend)

"""A name that is read from the environment and then given a literal key."""

from collections.abc import Iterator

from leakguard.candidate import Candidate
from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.environ import first_read, lookup_in
from leakguard.syntax.names import Assignment, assigned, dotted, text_of
from leakguard.syntax.triggers import KEY_LITERAL, NAMED_LITERAL

_SECRET = made_up("base62", 64, 10)


class EnvironOverwritten(SyntaxRule):
    """A name that is read from the environment, and elsewhere in the file given a literal key.

    Why it is bad: the literal wins, the variable is ignored, and every reader has the key.
    Example: `api_key = os.getenv("API_KEY")`, and a few lines below `api_key = "<the key>"`
    Use instead: the first line alone
    References: CWE-798
    """

    ID = "environ-overwritten"
    TITLE = "hard-coded over the one from the environment"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.HIGH
    RANK = ENVIRONMENT
    ADVICE = (
        "Revoke the key where it was made, and make a new one.",
        "Delete this line; the name is read from the environment already.",
        "Set the variable to the new key, outside the code.",
    )
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL)
    VALID = (
        'import os\napi_key = os.getenv("API_KEY")\napi_key = api_key.strip()\n',
        'import os\napi_key = os.getenv("API_KEY")\napi_key = ""\n',
    )
    INVALID = (
        Invalid(f'import os\napi_key = os.getenv("API_KEY")\nprint(1)\napi_key = "{_SECRET}"\n'),
        Invalid(
            "import os\nclass Bot:\n    def __init__(self):\n"
            '        self.api_secret = os.environ["API_SECRET"]\n'
            f'        self.api_secret = "{_SECRET}"\n'
        ),
    )

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        for target, value in assigned(node):
            name = dotted(target)
            last = name.rpartition(".")[2]
            literals = self.named_literals(last, value) if name else []
            read = first_read(name, self.module) if literals else None
            if read is not None:
                place = read.statement.span_of(read.value)
                known = lookup_in(read.value, self.module)
                variable = text_of(known.key) if known is not None else None
                yield self.candidate(
                    literals[0],
                    last,
                    edits=(),
                    extraction=self.extraction(literals[0], name=variable),
                    related=(("read from the environment here", place),),
                )

    visit_AnnAssign = visit_NamedExpr = visit_Assign

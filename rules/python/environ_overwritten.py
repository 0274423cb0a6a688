"""A name that is read from the environment and then given a literal key."""

from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.examples import made_up
from leakguard.finding import Confidence, Mend, Row, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.bindings import Binding
from leakguard.syntax.environ import lookup, lookup_in, reads_of
from leakguard.syntax.literal import Literal
from leakguard.syntax.names import Assignment, assigned, dotted, text_of
from leakguard.syntax.rows import row_in_line
from leakguard.syntax.triggers import KEY_LITERAL, NAMED_LITERAL

_SECRET = made_up("base62", 64, 10)

_DOUBT = "a value that the variable is given outside would count from then on"


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
        "Set the variable to the new key, outside the code.",
        "The name is read from the environment already; leave it at that:",
    )
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL)
    VALID = (
        'import os\napi_key = os.getenv("API_KEY")\napi_key = api_key.strip()\n',
        'import os\napi_key = os.getenv("API_KEY")\napi_key = ""\n',
    )
    INVALID = (
        Invalid(
            f'import os\napi_key = os.getenv("API_KEY")\nprint(1)\napi_key = "{_SECRET}"\n',
            fixed='import os\napi_key = os.getenv("API_KEY")\nprint(1)\n',
        ),
        Invalid(
            "import os\nclass Bot:\n    def __init__(self):\n"
            '        self.api_secret = os.environ["API_SECRET"]\n'
            f'        self.api_secret = "{_SECRET}"\n'
        ),
        Invalid(
            'import os\ntry:\n    api_key = os.environ["KEY"]\nexcept KeyError:\n'
            f'    api_key = "{_SECRET}"\n',
            fixed='import os\ntry:\n    api_key = os.environ["KEY"]\nexcept KeyError:\n'
            '    api_key = os.environ["KEY"]\n',
        ),
    )

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        for target, value in assigned(node):
            name = dotted(target)
            last = name.rpartition(".")[2]
            literals = self.named_literals(last, value) if name else []
            read = self._read(name) if literals else None
            if read is not None:
                is_whole = node.value is value and len(literals) == 1
                mend = self._mend(node, read, literals[0], is_whole=is_whole)
                place = read.statement.span_of(read.value)
                related = (("read from the environment here", place),)
                yield self.candidate(literals[0], last, mend=mend, related=related)

    visit_AnnAssign = visit_NamedExpr = visit_Assign

    def _read(self, name: str) -> Binding | None:
        """The read of a name that counts here: one that comes before in any case, or one of the
        same function, or any."""
        reads = reads_of(name, self.module)
        for fits in (self._is_passed, self._is_own):
            if found := [it for it in reads if fits(it)]:
                return found[-1]
        return reads[0] if reads else None

    def _is_passed(self, read: Binding) -> bool:
        is_line = isinstance(read.statement.tree.body[0], cst.SimpleStatementLine)
        return is_line and self.module.spans.is_passed(read.place.start, self.statement.span[0])

    def _is_own(self, read: Binding) -> bool:
        return read.place.blocks == self.module.spans.blocks(self.statement.span[0])

    def _mend(
        self, node: Assignment, read: Binding, literal: Literal, *, is_whole: bool
    ) -> Mend | None:
        """The variable of a read of the same function, which is known by that name; the line is
        left out if the name has the variable's value without it."""
        known = lookup_in(read.value, self.module)
        variable = text_of(known.key) if known is not None else None
        if variable is None or not self._is_own(read):
            return None
        rows = self._rows(node) if is_whole and self._is_passed(read) else ()
        if literal.is_bytes or literal.is_followed or lookup(read.value, self.module) is None:
            rows = ()
        return self.mend(literal, name=variable, doubt=_DOUBT, rows=rows)

    def _rows(self, node: Assignment) -> tuple[Row, ...]:
        if not isinstance(node, cst.Assign | cst.AnnAssign):
            return ()
        if isinstance(node, cst.Assign) and len(node.targets) > 1:
            return ()
        row = row_in_line(self.statement, node)
        return (row,) if row is not None else ()

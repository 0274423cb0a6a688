"""A credential from the environment as a function's default."""

from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.finding import Confidence, Mend, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.body import DOUBT, moved, parameters
from leakguard.syntax.environ import lookup
from leakguard.syntax.flow import credentials
from leakguard.syntax.looks import Look
from leakguard.syntax.names import text_of
from leakguard.syntax.triggers import CREDENTIAL_READ, GIVEN_ENVIRON, RENAMED_ENVIRON


class EnvironAtImportDefault(SyntaxRule):
    """A credential that a function's default reads from the environment.

    Why it is bad: a default is computed once, when the module is imported: a variable that is set
    or rotated later is ignored, importing fails where it is missing, and `help()` shows the value.
    Example: `def connect(secret=os.environ["BINANCE_API_SECRET"]): ...`
    Use instead: `def connect(secret=None): ...`, which reads the variable when it is called
    References: CWE-1188
    """

    ID = "environ-at-import-default"
    TITLE = "read from the environment once, at import, as a function's default"
    SEVERITY = Severity.LOW
    CONFIDENCE = Confidence.MEDIUM
    RANK = ENVIRONMENT
    ADVICE = (
        "Make the default None, and read the variable in the body, when the function is called:",
    )
    REFERENCES = (
        "https://docs.python.org/3/reference/compound_stmts.html#function-definitions",
        "https://cwe.mitre.org/data/definitions/1188.html",
    )
    TRIGGERS = ()
    STATEMENTS = (CREDENTIAL_READ, RENAMED_ENVIRON, GIVEN_ENVIRON)
    LOOK = Look.DEFAULT
    VALID = (
        "import os\ndef connect(secret=None):\n"
        '    secret = secret or os.environ["API_SECRET"]\n    return secret\n',
        'import os\ndef connect(region=os.getenv("REGION", "eu")): ...\n',
        'import os\ndef connect(path=os.getenv("API_KEY_FILE")): ...\n',
        'import os\ndef connect(is_set=bool(os.getenv("API_KEY"))): ...\n',
        'import os\nconnect(secret=os.environ["API_SECRET"])\n',
        "from dataclasses import field\nclass C:\n"
        '    secret: str = field(default_factory=lambda: os.environ["API_SECRET"])\n',
    )
    INVALID = (
        Invalid('import os\ndef connect(secret=os.environ["API_SECRET"]): ...\n'),
        Invalid('import os\ndef connect(url, *, api_key: str = os.getenv("API_KEY", "")): ...\n'),
        Invalid(
            'import os\nasync def connect(key=os.environ.get("API_KEY")):\n    pass\n',
            fixed="import os\nasync def connect(key=None):\n    if key is None:\n"
            '        key = os.environ.get("API_KEY")\n    pass\n',
        ),
        Invalid(
            'import os\nclass C:\n    def __init__(self, key=os.getenv("API_KEY") or ""): ...\n'
        ),
        Invalid(
            'import os\ndef connect(\n    url,\n    token=str(os.getenv("API_TOKEN")),\n): ...\n'
        ),
    )

    def visit_FunctionDef(self, node: cst.FunctionDef) -> Iterator[Candidate]:
        for it in parameters(node.params):
            if it.default is not None:
                for found in credentials(it.default, self.module, self.statement):
                    if found.statement is self.statement:  # not a constant of the module
                        mend = self._in_body(node, it, it.default)
                        yield self.statement_candidate(found.node, role=found.role, mend=mend)

    def _in_body(
        self, function: cst.FunctionDef, parameter: cst.Param, default: cst.BaseExpression
    ) -> Mend | None:
        """The read itself put into the body, if there is nothing else in it that could be a key."""
        span = self.span_of(default)
        text = self.module.document.text(*span)
        if "\n" in text or "\r" in text or not self._is_read_alone(default):
            return None
        besides = moved(function, parameter, text, self.statement, self.module)
        if besides is None:
            return None
        return Mend(span, "None", None, doubt=DOUBT, besides=besides)

    def _is_read_alone(self, default: cst.BaseExpression) -> bool:
        stack: list[cst.CSTNode] = [default]
        while stack:
            node = stack.pop()
            read = lookup(node, self.module)
            if read is not None and text_of(read.key):
                stack += [read.default] if read.default is not None else []
            elif isinstance(node, cst.SimpleString | cst.FormattedString):
                if isinstance(node, cst.FormattedString) or node.raw_value:
                    return False
            else:
                stack += node.children
        return True

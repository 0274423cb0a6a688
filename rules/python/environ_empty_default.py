"""A credential's fallback that cannot work: empty, None, or a placeholder."""

import re
from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.finding import Confidence, Mend, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.calls import credential_arguments
from leakguard.syntax.environ import Fallback, fallback
from leakguard.syntax.flow import home_of, reached
from leakguard.syntax.module import Module
from leakguard.syntax.names import Assignment, dotted
from leakguard.syntax.outlets import Way
from leakguard.syntax.statement import Statement
from leakguard.syntax.triggers import EMPTY_FALLBACK

_DOUBT = "without its fallback the program stops where the variable is not set"

_DEEPEST = 3
"""Names that are followed one after the other."""

_MOST_USES = 200
"""Statements in which a check is looked for."""

_CHECKS = re.compile(
    rb"\s*(?:if|elif|while|assert|match|raise|return)\b|\b(?:if|not|all|any|bool|len)\b"
    rb"|\w*(?:check|valid|require|ensure|verify|missing)\w*",
    re.IGNORECASE,
)
"""What a statement holds that looks at a value before it is used."""

_CALL = Way(re.compile(rb"\("), None)
_READS = re.compile(rb"environ|getenv")


class EnvironEmptyDefault(SyntaxRule):
    """A credential that is empty, None or a placeholder when its variable is missing, and that
    is passed to a client unchecked.

    It is silent where the code looks at the value, or at the variable.

    Why it is bad: without the variable the program starts all the same, and fails only at its
    first signed request, perhaps in the middle of a trade.
    Example: `Client(os.environ.get("BINANCE_API_KEY", ""), os.environ.get("BINANCE_SECRET", ""))`
    Use instead: `os.environ["BINANCE_SECRET"]`, which stops at the start and names what is missing
    References: CWE-1188
    """

    ID = "environ-empty-default"
    TITLE = "empty or a placeholder when its variable is missing"
    SEVERITY = Severity.LOW
    CONFIDENCE = Confidence.MEDIUM
    RANK = ENVIRONMENT
    ADVICE = ("Let the program stop when the variable is missing:",)
    REFERENCES = ("https://cwe.mitre.org/data/definitions/1188.html",)
    TRIGGERS = ()
    STATEMENTS = (EMPTY_FALLBACK,)
    VALID = (
        'import os\nsecret = os.environ.get("API_SECRET", "")\n',
        "import os\nfrom binance.client import Client\n"
        'Client(os.environ["API_KEY"], os.environ["API_SECRET"], tld=os.getenv("TLD", ""))\n',
        "import os\nfrom binance.client import Client\nClient(None, os.getenv('API_SECRET'))\n",
        "import os\nfrom binance.client import Client\n"
        'secret = os.environ.get("API_SECRET", "")\nif not secret:\n'
        '    raise SystemExit("no secret")\nclient = Client(key, secret)\n',
        'import os\nfrom binance.client import Client\nsecret = os.getenv("API_SECRET", None)\n'
        'assert secret, "no secret"\nclient = Client(key, secret)\n',
        "import os\nfrom binance.client import Client\n"
        'key = os.getenv("API_KEY", "")\nsecret = os.getenv("API_SECRET", "")\n'
        "if not all([key, secret]):\n    sys.exit(1)\nclient = Client(key, secret)\n",
        'import os\nfrom binance.client import Client\nsecret = os.getenv("API_SECRET", "")\n'
        "client = Client(key, secret) if secret else None\n",
        'import os\nfrom binance.client import Client\nsecret = os.getenv("API_SECRET", "")\n'
        "check_credentials(secret)\nclient = Client(key, secret)\n",
        'import os\nfrom binance.client import Client\nif "API_SECRET" not in os.environ:\n'
        '    raise SystemExit\nclient = Client("", os.getenv("API_SECRET", ""))\n',
        'import os\nfrom binance.client import Client\nfor name in ["API_KEY", "API_SECRET"]:\n'
        '    os.environ[name]\nclient = Client("", os.getenv("API_SECRET", ""))\n',
        "import os\nfrom binance.client import Client\nclass Bot:\n    def __init__(self):\n"
        '        self.secret = os.getenv("API_SECRET", "")\n        if not self.secret:\n'
        "            raise ValueError\n        self.client = Client('', self.secret)\n",
    )
    INVALID = (
        Invalid(
            "import os\nfrom binance.client import Client\n"
            'client = Client("", os.environ.get("API_SECRET", ""))\n',
            fixed="import os\nfrom binance.client import Client\n"
            'client = Client("", os.environ["API_SECRET"])\n',
        ),
        Invalid(
            "import os\nfrom binance.client import Client\n"
            'secret = os.environ.get("API_SECRET", "")\nclient = Client(key, secret)\n',
            fixed="import os\nfrom binance.client import Client\n"
            'secret = os.environ["API_SECRET"]\nclient = Client(key, secret)\n',
        ),
        Invalid(
            "from os import environ\nfrom binance.client import Client\n"
            'client = Client(api_secret=environ.get("API_SECRET", None))\n',
            fixed="from os import environ\nfrom binance.client import Client\n"
            'client = Client(api_secret=environ["API_SECRET"])\n',
        ),
        Invalid(
            "import os\nfrom binance.client import Client\n"
            'client = Client("", os.getenv("BINANCE_SECRET") or "")\n',
            fixed="import os\nfrom binance.client import Client\n"
            'client = Client("", os.environ["BINANCE_SECRET"])\n',
        ),
        Invalid(
            "import os\nimport ccxt\n"
            'exchange = ccxt.kraken({"secret": os.getenv("KRAKEN_SECRET", "")})\n'
        ),
        Invalid(
            "import os\nfrom binance.client import Client\n"
            'c = Client(api_secret=os.getenv("API_SECRET", "your-secret-here"))\n'
        ),
        Invalid(
            "import os\nfrom binance.client import Client\n"
            'secret = os.getenv("API_SECRET", "").strip()\nclient = Client(key, secret)\n',
            fixed="import os\nfrom binance.client import Client\n"
            'secret = os.environ["API_SECRET"].strip()\nclient = Client(key, secret)\n',
        ),
        Invalid(
            "import os\nfrom binance.client import Client\nclass Config:\n"
            '    SECRET = os.getenv("API_SECRET", "")\nclient = Client("", Config.SECRET)\n'
        ),
        Invalid(
            "import os\nfrom binance.client import Client\nclass Bot:\n    def __init__(self):\n"
            '        self.secret = os.getenv("API_SECRET", "")\n'
            "        self.client = Client('', self.secret)\n"
        ),
    )

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        for used, statement in reached(node, self.module, self.statement, (_CALL,), _falls_back):
            if isinstance(used, cst.Call):
                yield from self._passed(used, statement)

    visit_AnnAssign = visit_NamedExpr = visit_Assign

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        yield from self._passed(node, self.statement)

    def _passed(self, call: cst.Call, at: Statement) -> Iterator[Candidate]:
        for it in credential_arguments(call, self.module, at):
            for found, names, statement in self._fallbacks(it.value, it.statement, ()):
                home = home_of(statement, self.module)
                if not self._is_checked(found, names, home, statement):
                    span = statement.span_of(found.node)
                    mend = Mend(span, "{read}", None, found.variable, is_given=True, doubt=_DOUBT)
                    yield self.statement_candidate(found.node, statement, role=it.role, mend=mend)

    def _fallbacks(
        self, node: cst.BaseExpression, statement: Statement, names: tuple[str, ...]
    ) -> Iterator[tuple[Fallback, tuple[str, ...], Statement]]:
        """Give the fallback that `node` is, or that the names are bound to that it stands for."""
        home = home_of(statement, self.module)
        if (found := fallback(node, home)) is not None:
            yield found, names, statement
        elif (name := dotted(node)) and len(names) < _DEEPEST:
            for part in home.follow(name, statement):
                yield from self._fallbacks(part.node, part.statement, (*names, name))

    def _is_checked(
        self, found: Fallback, names: tuple[str, ...], home: Module, statement: Statement
    ) -> bool:
        """Tell whether a statement looks at one of the names, or at the variable."""
        for module in {home.document.path: home, self.module.document.path: self.module}.values():
            for name in names:
                if any(_CHECKS.search(text) for text in _statements(name, module, statement)):
                    return True
        others = _statements(found.variable, home, statement)
        return any(_CHECKS.search(text) or not _READS.search(text) for text in others)


def _falls_back(_: str, value: cst.BaseExpression, module: Module, _statement: Statement) -> bool:
    return fallback(value, module) is not None


def _statements(name: str, module: Module, binding: Statement) -> Iterator[bytes]:
    """Give the source of the other statements in which a name stands, as far as a limit."""
    for span in module.spans.of_name(name)[:_MOST_USES]:
        is_binding = module.document is binding.document and span[0] <= binding.span[0] < span[1]
        if not is_binding:
            yield module.document.data[slice(*span)]

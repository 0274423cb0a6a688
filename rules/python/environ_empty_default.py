"""A credential's fallback that cannot work: empty, None, or a placeholder."""

import re
from collections.abc import Iterator
from dataclasses import replace

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.finding import Confidence, Mend, Role, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.calls import credential_arguments, sink_of
from leakguard.syntax.clients import FRAMEWORKS, is_looked_at, starts_without
from leakguard.syntax.environ import Fallback, fallback
from leakguard.syntax.flow import home_of, reached
from leakguard.syntax.looks import Look
from leakguard.syntax.module import Module
from leakguard.syntax.names import Assignment, assigned, dotted
from leakguard.syntax.outlets import Way
from leakguard.syntax.settings import setting_of
from leakguard.syntax.statement import Statement
from leakguard.syntax.triggers import CREDENTIAL_READ, GIVEN_ENVIRON, RENAMED_ENVIRON

_DOUBT = "without its fallback the program stops where the variable is not set"

_DEEPEST = 3
"""Names that are followed one after the other."""

_WAYS = (Way(re.compile(rb"\("), None), Way(re.compile(rb"="), frozenset(), is_statement=True))
_SIGNING = (
    "Where the variable is missing, whoever reads the code can sign sessions and tokens in the "
    "program's name."
)
_TEST = re.compile(r"(?:^|/)(?:tests?|testing)/|(?:^|/)(?:test_[^/]*|[^/]*_test|conftest)\.py$")


class EnvironEmptyDefault(SyntaxRule):
    """A credential that is empty, None or a placeholder when its variable is missing, and that
    is passed to a client, or becomes a framework's setting, unchecked.

    It is silent where the code looks at the value, or at the variable, and in tests. None counts
    for exchanges alone, whose clients are made without a key as well, and what is empty does not
    for the settings of Django and Flask, which refuse it.

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
    STATEMENTS = (CREDENTIAL_READ, RENAMED_ENVIRON, GIVEN_ENVIRON)
    LOOK = Look.CLIENT
    VALID = (
        'import os\nsecret = os.environ.get("API_SECRET", "")\n',
        "import os\nfrom binance.client import Client\n"
        'Client(os.environ["API_KEY"], os.environ["API_SECRET"], tld=os.getenv("TLD", ""))\n',
        'import os\nfrom openai import OpenAI\nOpenAI(api_key=os.environ.get("OPENAI_API_KEY"))\n',
        'import os\nSECRET_KEY = os.environ.get("SECRET_KEY", "")\n',
        'import os\nSECRET_KEY = os.environ["SECRET_KEY"]\n',
        'import os\nSECRET_KEY = os.getenv("SECRET_KEY", "dev")\n'
        'if SECRET_KEY == "dev" and not DEBUG:\n    raise SystemExit("SECRET_KEY is not set")\n',
        "import os\nfrom binance.client import Client\n"
        'if not (secret := os.getenv("API_SECRET")):\n    raise SystemExit\n'
        "client = Client(key, secret)\n",
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
        Invalid(
            'import os\nfrom binance.client import Client\nClient("", os.getenv("API_SECRET"))\n',
            fixed="import os\nfrom binance.client import Client\n"
            'Client("", os.environ["API_SECRET"])\n',
        ),
        Invalid("import os, ccxt\nx = ccxt.okx()\nx.secret = os.environ.get('OKX_SECRET')\n"),
        Invalid(
            "import os\nfrom flask import Flask\napp = Flask(__name__)\n"
            'app.secret_key = os.getenv("SECRET_KEY", "dev")\n'
        ),
        Invalid(
            "import os\nfrom flask import Flask\napp = Flask(__name__)\n"
            'app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY") or "you-will-never-guess"\n'
        ),
        Invalid(
            'import os\nSECRET_KEY = os.environ.get("SECRET_KEY", "changeme")\n',
            fixed='import os\nSECRET_KEY = os.environ["SECRET_KEY"]\n',
        ),
    )

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        yield from self._assigned(node, self.statement)
        for used, statement in reached(node, self.module, self.statement, _WAYS, _falls_back):
            if isinstance(used, cst.Call):
                yield from self._passed(used, statement)
            elif isinstance(used, Assignment):
                yield from self._assigned(used, statement)

    visit_AnnAssign = visit_NamedExpr = visit_Assign

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        yield from self._passed(node, self.statement)

    def _assigned(self, node: Assignment, at: Statement) -> Iterator[Candidate]:
        for target, value in assigned(node):
            setting = setting_of(target, self.module, at)
            if setting is not None and isinstance(setting.role, Role):
                yield from self._taken(value, at, setting.role, setting.packages)

    def _passed(self, call: cst.Call, at: Statement) -> Iterator[Candidate]:
        if (sink := sink_of(call, self.module)) is None:
            return
        for it in credential_arguments(call, self.module, at):
            yield from self._taken(it.value, it.statement, it.role, sink.packages)

    def _taken(
        self, value: cst.BaseExpression, at: Statement, role: Role, packages: tuple[str, ...]
    ) -> Iterator[Candidate]:
        """Report what falls back to nothing, or to a stand-in, and one of the packages takes."""
        is_framework = not FRAMEWORKS.isdisjoint(packages)
        takes_none = any(map(starts_without, packages))
        for found, names, statement in self._fallbacks(value, at, ()):
            is_none = found.stand_in is None
            is_refused = (is_framework and not found.stand_in) or (is_none and not takes_none)
            if is_refused or _TEST.search(statement.document.path):
                continue
            if not self._is_checked(found, names, statement):
                mend = Mend(
                    statement.span_of(found.node), "{read}", None, found.variable, is_given=True,
                    doubt=_DOUBT,
                )  # fmt: skip
                confidence = Confidence.LOW if is_none else self.CONFIDENCE
                seen = self.statement_candidate(
                    found.node, statement, role=role, confidence=confidence, mend=mend
                )
                yield _known_to_all(seen) if is_framework else seen

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

    def _is_checked(self, found: Fallback, names: tuple[str, ...], statement: Statement) -> bool:
        """Tell whether the module that uses it, or the one that reads it, looks at it."""
        home = home_of(statement, self.module)
        modules = {it.document.path: it for it in (home, self.module)}.values()
        return any(
            is_looked_at(
                names, found.variable, it.document.data, it.spans,
                it.spans.at(statement.span[0]) if it is home else (0, 0),
            )
            for it in modules
        )  # fmt: skip


def _known_to_all(candidate: Candidate) -> Candidate:
    """A stand-in that signs is worse than one that is refused."""
    facts = replace(candidate.facts, why=_SIGNING)
    return replace(candidate, severity=Severity.MEDIUM, facts=facts)


def _falls_back(_: str, value: cst.BaseExpression, module: Module, _statement: Statement) -> bool:
    return fallback(value, module) is not None

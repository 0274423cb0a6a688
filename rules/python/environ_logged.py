"""A credential that is printed, logged, or put into an exception or a URL."""

from collections.abc import Iterator
from dataclasses import replace

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.flow import credentials, reached
from leakguard.syntax.looks import Look
from leakguard.syntax.names import Assignment
from leakguard.syntax.outlets import QUERIES, SHOWN
from leakguard.syntax.outputs import in_query, shown_by
from leakguard.syntax.statement import Statement
from leakguard.syntax.triggers import (
    CREDENTIAL_READ,
    GIVEN_ENVIRON,
    KEY_LITERAL,
    NAMED_LITERAL,
    RENAMED_ENVIRON,
)

_SECRET = made_up("base62", 64, 12)

_IN_QUERY = "put into the query of a URL"
_WHY_NOT = (
    "Servers, proxies and the messages of errors keep whole addresses, and the key with them."
)
_INSTEAD = (
    "Send it in a header, if the service takes it there.",
    "Else show no address: `requests` puts it into its exceptions, so log their kind alone.",
)


class EnvironLogged(SyntaxRule):
    """A credential, from the environment or hard-coded, that is printed, logged, or put into an
    exception's text or a URL's query.

    It is followed through names inside the file. Slices of it, its length, comparisons and what
    functions make of it are no finding.

    Why it is bad: logs, consoles, error trackers and the logs of proxies are kept, copied and read
    by many who should not have the key.
    Example: `logger.info(f"connecting with {os.environ['BINANCE_API_KEY']}")`
    Use instead: say whether it is set, `bool(api_key)`, or show its first characters,
    `api_key[:4]`; send it in a header rather than in a URL
    References: CWE-532, CWE-598
    """

    ID = "environ-logged"
    TITLE = "printed, logged or put into a URL"
    SEVERITY = Severity.MEDIUM
    CONFIDENCE = Confidence.MEDIUM
    RANK = ENVIRONMENT
    ADVICE = (
        "If it ran anywhere but on your own machine, revoke the key, and make a new one.",
        "Take the value out of the text: say whether it is set, or show its first 4 characters.",
    )
    REFERENCES = (
        "https://cwe.mitre.org/data/definitions/532.html",
        "https://cwe.mitre.org/data/definitions/598.html",
    )
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL)
    STATEMENTS = (CREDENTIAL_READ, RENAMED_ENVIRON, GIVEN_ENVIRON)
    LOOK = Look.OUTPUT
    VALID = (
        'import os\nkey = os.environ["API_KEY"]\nprint(key[:4], key[-4:] + "…", f"{key[:4]}")\n',
        'import os\nkey = os.environ["API_KEY"]\nprint(len(key), bool(key), key is None)\n',
        'import os\nkey = os.getenv("API_KEY")\nprint("set" if key else "unset", key and "set")\n',
        'import os\nkey = os.getenv("API_KEY")\nlogger.info("key %s", mask(key))\n',
        'import os\nkey = os.environ["API_KEY"]\nlogger.info(f"key {key:.4}…")\n',
        'import os\nprint("API_KEY" in os.environ, os.environ["HOME"])\n',
        'import os\nprint(os.getenv("API_KEY_FILE"), os.getenv("API_URL"), os.getenv("PWD"))\n',
        'import os\nprint(os.getenv("MAX_TOKENS"), os.getenv("TOKENS_PER_MINUTE"))\n',
        'import os\nkey = os.environ["API_KEY"]\nclient = Client(key)\nprint(client)\n',
        'import os\nif not os.getenv("API_KEY"):\n    raise SystemExit("API_KEY is not set")\n',
        'import os\nkey = os.environ["API_KEY"]\nwith open(path, "w") as f:\n'
        '    print(f"API_KEY={key}", file=f)\n',
        'import os\nkey = os.environ["API_KEY"]\n'
        'requests.get(url, headers={"X-MBX-APIKEY": key}, params={"limit": 5})\n',
        'import os\ntoken = os.environ["TOKEN"]\ndef show(tokens):\n'
        "    for token in tokens:\n        print(token)\n",
        'import os\ntoken = os.environ["TOKEN"]\ndef show(token):\n    print(token)\n',
        "import os\nbody = f\"grant_type=password&password={os.environ['PASSWORD']}\"\n",
        'api_secret = "your-secret-goes-here"\nprint(api_secret)\n',
    )
    INVALID = (
        Invalid('import os\nprint(os.environ["BINANCE_API_KEY"])\n'),
        Invalid('import os\nkey = os.environ["BINANCE_API_KEY"]\nprint("key:", key)\n'),
        Invalid('import os\nkey = os.getenv("API_KEY", "")\nlogging.info("key %s", key)\n'),
        Invalid('import os\nkey = os.getenv("API_KEY")\nlogger.debug("key %s" % key)\n'),
        Invalid('import os\nkey = os.getenv("API_KEY")\nself.log.warning("key " + key)\n'),
        Invalid('import os\nkey = os.getenv("API_KEY")\nraise ValueError(f"bad key {key!r}")\n'),
        Invalid('import os\nkey = os.getenv("API_KEY")\nassert works(key), f"bad key {key}"\n'),
        Invalid('import os\nprint("token: {}".format(os.environ.get("GITHUB_TOKEN")))\n'),
        Invalid('import os, sys\nsys.exit("bad " + os.environ["API_SECRET"].strip())\n'),
        Invalid('import os\nprint({"key": os.environ["API_KEY"]})\n'),
        Invalid('import os\nprint(os.getenv("API_KEY") or "no key")\n'),
        Invalid(
            'import os\nkey = os.environ["API_KEY"]\nmessage = f"using {key}"\nprint(message)\n'
        ),
        Invalid(
            "import os\nclass Bot:\n    def __init__(self):\n"
            '        self.key = os.environ["API_KEY"]\n'
            '    def run(self):\n        logger.info("with %s", self.key)\n'
        ),
        Invalid(
            'import os\nKEY = os.environ["API_KEY"]\n\ndef main():\n    print(f"API key: {KEY}")\n'
        ),
        Invalid(f'api_secret = "{_SECRET}"\nprint(api_secret)\n'),
        Invalid(f'def f():\n    api_secret = "{_SECRET}"\n    logger.info("%s", api_secret)\n'),
        Invalid(
            'import os\nkey = os.environ["API_KEY"]\n'
            'requests.get(f"https://api.example.com/v1/prices?limit=5&apikey={key}")\n'
        ),
        Invalid('import os\nurl = "https://a.example/?token=" + os.environ["API_TOKEN"]\n'),
        Invalid('import os\nurl = "https://a.example/?token=%s" % os.environ["API_TOKEN"]\n'),
        Invalid('import os\nurl = "/?token={}".format(os.environ["API_TOKEN"])\n'),
    )

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        for used, statement in reached(node, self.module, self.statement, (*SHOWN, QUERIES)):
            yield from self._outputs(used, statement)

    visit_AnnAssign = visit_NamedExpr = visit_Assign

    def visit_Call(self, node: cst.CSTNode) -> Iterator[Candidate]:
        yield from self._outputs(node, self.statement)

    visit_Raise = visit_Assert = visit_FormattedString = visit_BinaryOperation = visit_Call

    def _outputs(self, node: cst.CSTNode, statement: Statement) -> Iterator[Candidate]:
        for value in shown_by(node, self.module):
            yield from self._report(value, statement)
        for value in in_query(node):
            for it in self._report(value, statement):
                facts = replace(it.facts, where=_IN_QUERY, why=_WHY_NOT, steps=_INSTEAD)
                yield replace(it, severity=Severity.LOW, confidence=Confidence.LOW, facts=facts)

    def _report(self, value: cst.BaseExpression, statement: Statement) -> Iterator[Candidate]:
        for it in credentials(value, self.module, statement):
            yield self.statement_candidate(
                it.node, statement, role=it.role, related=it.origin(self.module, statement)
            )

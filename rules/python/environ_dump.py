"""The whole environment, printed, logged or sent."""

from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.finding import Confidence, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.environ import is_environ
from leakguard.syntax.flow import home_of, reached
from leakguard.syntax.looks import Look
from leakguard.syntax.module import Module
from leakguard.syntax.names import Assignment, dotted
from leakguard.syntax.outlets import ANSWERS, SENDS, SHOWN
from leakguard.syntax.outputs import sent_by, shown_by
from leakguard.syntax.shown import shown
from leakguard.syntax.statement import Statement
from leakguard.syntax.triggers import RENAMED_ENVIRON, WHOLE_ENVIRON

_WAYS = (*SHOWN, SENDS, ANSWERS)

_DEEPEST = 3
"""Names that are followed one after the other."""


class EnvironDump(SyntaxRule):
    """The whole environment, given to a print, a log, an exception, JSON or a web response.

    A copy of it (`dict(os.environ)`) is followed through names. Its names alone are no finding.

    Why it is bad: the environment holds every credential of the process, and what is printed
    stays in logs, error trackers and browsers.
    Example: `print(os.environ)`
    Use instead: the variables that matter, by name, or `sorted(os.environ)`, which gives names
    References: CWE-532
    """

    ID = "environ-dump"
    SUBJECT = "The whole environment"
    TITLE = "printed, logged or sent"
    SEVERITY = Severity.MEDIUM
    CONFIDENCE = Confidence.HIGH
    RANK = ENVIRONMENT
    ADVICE = (
        "Look for the output in logs and error trackers: what it holds of credentials is leaked; "
        "rotate those.",
        "Print only the variables that are needed, by name, and none that is a credential.",
    )
    REFERENCES = ("https://cwe.mitre.org/data/definitions/532.html",)
    TRIGGERS = ()
    STATEMENTS = (WHOLE_ENVIRON, RENAMED_ENVIRON)
    LOOK = Look.DUMP
    VALID = (
        'import os\nprint(os.environ["HOME"])\n',
        "import os, subprocess\nsubprocess.run(command, env=os.environ)\n",
        "import os\nenv = dict(os.environ)\nenv.update(PATH='/bin')\nPopen(args, env=env)\n",
        "import os\nprint(sorted(os.environ.keys()))\nprint(list(os.environ))\n",
        'import os\nprint(", ".join(sorted(os.environ)), *os.environ)\n',
        "import os\nprint(len(os.environ))\n",
        'import os\nprint("K" in os.environ)\n',
        'import os\nprint("{HOME} is home".format(**os.environ), "%(HOME)s" % os.environ)\n',
        "import os\nfor name, value in os.environ.items():\n    pass\n",
        "import os\nprint({k: v for k, v in os.environ.items() if k in SHOWN})\n",
        "import os\nprint({k: mask(v) for k, v in os.environ.items()})\n",
        "import os\nlogger.debug('%s', redacted(os.environ))\n",
        "import os\nenv = os.environ.copy()\nprint(env['HOME'])\n",
        "import os\nenv = os.environ.copy()\nenv = {'PATH': env['PATH']}\nprint(env)\n",
        "def application(environ, start_response):\n    print(environ)\n",
        "import os\ndef run():\n    env = os.environ.copy()\n\ndef show(env):\n    print(env)\n",
    )
    INVALID = (
        Invalid("import os\nprint(os.environ)\n"),
        Invalid("from os import environ\nprint(dict(environ))\n"),
        Invalid('import os, logging\nlogging.info("environment: %s", os.environ)\n'),
        Invalid('import os\nlogger.debug(f"started with {os.environ}")\n'),
        Invalid('import os\nself.log.info("started with {}".format(os.environ))\n'),
        Invalid("import os, json\nprint(json.dumps(dict(os.environ), indent=2))\n"),
        Invalid("import os, json\njson.dump(dict(os.environ), file)\n"),
        Invalid('import os\nraise RuntimeError(f"no key in {os.environ}")\n'),
        Invalid('import os\nassert "K" in os.environ, os.environ\n'),
        Invalid("import os\nreturn jsonify(dict(os.environ))\n"),
        Invalid("import os\nreturn render_template('debug.html', env=os.environ)\n"),
        Invalid("import os\n@app.get('/debug')\nasync def debug():\n    return dict(os.environ)\n"),
        Invalid("import os\nprint({**os.environ})\n"),
        Invalid("import os, pprint\npprint.pprint(os.environ.copy())\n"),
        Invalid("import os\nprint('\\n'.join(f'{k}={v}' for k, v in os.environ.items()))\n"),
        Invalid("import os\nprint(sorted(os.environ.items()))\n"),
        Invalid("import os\nenv = os.environ.copy()\nlogger.debug('running with %s', env)\n"),
        Invalid(
            "import os\ndef run(args):\n    env = dict(os.environ)\n    text = str(env)\n"
            "    print('environment', text)\n"
        ),
    )

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        for used, statement in reached(node, self.module, self.statement, _WAYS, is_held):
            yield from self._outputs(used, statement)

    visit_AnnAssign = visit_NamedExpr = visit_Assign

    def visit_Call(self, node: cst.CSTNode) -> Iterator[Candidate]:
        yield from self._outputs(node, self.statement)

    visit_Raise = visit_Assert = visit_Return = visit_Call

    def _outputs(self, node: cst.CSTNode, statement: Statement) -> Iterator[Candidate]:
        values = shown_by(node, self.module) or sent_by(node, self.module, statement)
        for value in values:
            if is_held("", value, self.module, statement):
                yield self.statement_candidate(value, statement)


def is_held(
    _: str, value: cst.BaseExpression, module: Module, statement: Statement, depth: int = 0
) -> bool:
    """Tell whether a value shows the values of the whole environment, names followed."""
    home = home_of(statement, module)
    for part in shown(value, home):
        if is_environ(part, home):
            return True
        name = dotted(part)
        for it in home.follow(name, statement) if name and depth < _DEEPEST else ():
            if is_held(name, it.node, home, it.statement, depth + 1):
                return True
    return False

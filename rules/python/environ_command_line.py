"""A credential on the command line of another process."""

from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.flow import credentials, reached
from leakguard.syntax.looks import Look
from leakguard.syntax.names import Assignment
from leakguard.syntax.outlets import RUNS
from leakguard.syntax.outputs import command_arguments
from leakguard.syntax.statement import Statement
from leakguard.syntax.triggers import (
    CREDENTIAL_READ,
    GIVEN_ENVIRON,
    KEY_LITERAL,
    NAMED_LITERAL,
    RENAMED_ENVIRON,
)

_SECRET = made_up("base62", 64, 13)


class EnvironCommandLine(SyntaxRule):
    """A credential, from the environment or hard-coded, in a command's arguments or a shell string.

    Why it is bad: every process of the machine can read the arguments of every other, and shells,
    audit logs and error messages keep them.
    Example: `subprocess.run(["mysql", f"-p{os.environ['DB_PASSWORD']}"])`
    Use instead: the environment of the command, `env={**os.environ, "MYSQL_PWD": password}`, its
    standard input, `input=password`, or a file that only you can read
    References: CWE-214
    """

    ID = "environ-command-line"
    TITLE = "put on a command line"
    SEVERITY = Severity.MEDIUM
    CONFIDENCE = Confidence.MEDIUM
    RANK = ENVIRONMENT
    ADVICE = (
        "Give it to the command in its environment (`env=`), on its standard input (`input=`), or "
        "in a file that only its owner can read.",
        "If others use the machine, revoke the key, and make a new one.",
    )
    REFERENCES = ("https://cwe.mitre.org/data/definitions/214.html",)
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL)
    STATEMENTS = (CREDENTIAL_READ, RENAMED_ENVIRON, GIVEN_ENVIRON)
    LOOK = Look.COMMAND
    VALID = (
        'import os, subprocess\npassword = os.environ["DB_PASSWORD"]\n'
        'subprocess.run(["mysql"], env={**os.environ, "MYSQL_PWD": password})\n',
        'import os, subprocess\npassword = os.environ["DB_PASSWORD"]\n'
        'subprocess.run(["sudo", "-S", "true"], input=password, text=True)\n',
        'import os, subprocess\nsubprocess.Popen(["mysql"], env={"P": os.environ["PASSWORD"]})\n',
        'import os, subprocess\nsubprocess.run(["tool", os.environ["HOME"]])\n',
        'import os, subprocess\nsubprocess.run(["tool", "--key-file", os.environ["KEY_FILE"]])\n',
        'import os\nos.execve("/bin/x", ["x"], {"P": os.environ["DB_PASSWORD"]})\n',
        'import os\npassword = os.environ["DB_PASSWORD"]\nrun(["tool", password])\n',
        'import os, subprocess\npassword = os.environ["PASSWORD"]\n'
        'proc = subprocess.Popen(["tool"], stdin=PIPE)\nproc.communicate(password)\n',
    )
    INVALID = (
        Invalid(
            'import os, subprocess\npassword = os.environ["DB_PASSWORD"]\n'
            'subprocess.run(["mysql", f"-p{password}"])\n'
        ),
        Invalid('import os\nos.system("mysql -p" + os.environ["DB_PASSWORD"])\n'),
        Invalid('import os\nos.popen("mysql -p%s" % os.getenv("DB_PASSWORD"))\n'),
        Invalid(
            "import os\nfrom subprocess import Popen\n"
            'Popen(args=["curl", "-u", "me:" + os.environ["API_TOKEN"]])\n'
        ),
        Invalid(
            'import os, subprocess\ntoken = os.environ["API_TOKEN"]\n'
            'command = ["curl", "-H", f"Authorization: Bearer {token}", url]\n'
            "subprocess.check_output(command)\n"
        ),
        Invalid(
            'import os, subprocess\ntoken = os.environ["API_TOKEN"]\ncommand = ["tool"]\n'
            'command += ["--token", token]\nsubprocess.check_call(command, env=env)\n'
        ),
        Invalid(
            "import os, asyncio\nasync def main():\n"
            '    await asyncio.create_subprocess_exec("tool", "--key", os.environ["API_KEY"])\n'
        ),
        Invalid(
            "import os, asyncio\nasync def main():\n"
            "    await asyncio.create_subprocess_shell(f\"tool {os.environ['API_KEY']}\")\n"
        ),
        Invalid('import os\nos.execlp("tool", "tool", os.environ["API_KEY"])\n'),
        Invalid('import os\nos.execvp("tool", ["tool", os.environ["API_KEY"]])\n'),
        Invalid(
            f'import subprocess\npassword = "{_SECRET}"\nsubprocess.run(["tool", "-p", password])\n'
        ),
    )

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        for used, statement in reached(node, self.module, self.statement, (RUNS,)):
            yield from self._commands(used, statement)

    visit_AnnAssign = visit_NamedExpr = visit_Assign

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        yield from self._commands(node, self.statement)

    def _commands(self, node: cst.CSTNode, statement: Statement) -> Iterator[Candidate]:
        for value in command_arguments(node, self.module):
            for it in credentials(value, self.module, statement):
                yield self.statement_candidate(
                    it.node, statement, role=it.role, related=it.origin(self.module, statement)
                )

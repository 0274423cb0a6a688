"""A .env file that the code loads and git tracks."""

import posixpath
import re
from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.document import Document
from leakguard.finding import Confidence, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.environ import arguments
from leakguard.syntax.flow import home_of
from leakguard.syntax.looks import Look
from leakguard.syntax.names import dotted, text_of
from leakguard.syntax.statement import Statement, children
from leakguard.syntax.triggers import LOADS_DOTENV

_LOADERS = {"load_dotenv", "dotenv_values"}
_FINDER = "find_dotenv"
_NAME = ".env"
_DEEPEST = 3
"""Names that are followed one after the other."""

_VALUE = re.compile(
    rb"""(?m)^[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*[ \t]*=[ \t]*(?:[^\s#"'$]|"[^"\r\n$]|'[^'\r\n$])"""
)
_LIBRARY = "from dotenv import load_dotenv\n"
_VALUES = (".env", "API_SECRET=hunter2hunter\n")


class DotenvInTree(SyntaxRule):
    """A call of `load_dotenv` for a file with values that git tracks, or would.

    Without an argument the file is looked for as python-dotenv does: beside the module, then in
    the folders above it.

    Why it is bad: the code looks as if it read its credentials from outside, and every clone
    brings them along.
    Example: `load_dotenv()`, with a .env that was committed
    Use instead: the same call, with .env in .gitignore and a .env.example in git
    References: CWE-538
    """

    ID = "dotenv-in-tree"
    SUBJECT = "A .env file"
    TITLE = "loaded here, and tracked by git"
    SEVERITY = Severity.MEDIUM
    CONFIDENCE = Confidence.MEDIUM
    RANK = ENVIRONMENT
    ADVICE = (
        "Take the file out of git: `git rm --cached` it, and add it to .gitignore.",
        "Commit a .env.example with the names and no values instead.",
        "Revoke every credential that it held: history still has them.",
    )
    REFERENCES = (
        "https://12factor.net/config",
        "https://cwe.mitre.org/data/definitions/538.html",
    )
    TRIGGERS = ()
    STATEMENTS = (LOADS_DOTENV,)
    LOOK = Look.DOTENV
    VALID = (
        f"{_LIBRARY}load_dotenv()\n",
        f'{_LIBRARY}load_dotenv("/etc/service/.env")\n',
        f'{_LIBRARY}load_dotenv("../../elsewhere/.env")\n',
        f"{_LIBRARY}load_dotenv(path)\n",
        f"{_LIBRARY}load_dotenv(stream=stream)\n",
    )
    INVALID = (
        Invalid(f"{_LIBRARY}load_dotenv()\n", beside=(_VALUES,)),
        Invalid(f"{_LIBRARY}load_dotenv()\n", path="src/bot/main.py", beside=(_VALUES,)),
        Invalid("import dotenv\nvalues = dotenv.dotenv_values('.env')\n", beside=(_VALUES,)),
        Invalid(
            "from dotenv import load_dotenv, find_dotenv\nload_dotenv(find_dotenv())\n",
            beside=(_VALUES,),
        ),
        Invalid(
            f"{_LIBRARY}path = Path('.') / '.env'\nload_dotenv(dotenv_path=path)\n",
            beside=(_VALUES,),
        ),
        Invalid(
            f"{_LIBRARY}load_dotenv(os.path.join(os.path.dirname(__file__), '..', 'live.env'))\n",
            path="src/main.py",
            beside=(("live.env", "export REGION='eu'\n"),),
        ),
        Invalid(
            f"{_LIBRARY}load_dotenv(BASE_DIR / 'config' / '.env.production', override=True)\n",
            path="src/main.py",
            beside=(("config/.env.production", "API_SECRET=hunter2hunter\n"),),
        ),
    )

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        if (self.module.full_name(node.func) or "").rpartition(".")[2] not in _LOADERS:
            return
        path, stream = arguments(node, "dotenv_path", "stream")
        if stream is not None:
            return
        parts = [_NAME] if path is None else self._parts(path, self.statement, 0)
        found = self._file(parts)
        if found is not None and found.in_git and _VALUE.search(found.data):
            yield self.statement_candidate(node)

    def _parts(self, node: cst.BaseExpression, statement: Statement, depth: int) -> list[str]:
        """Give the constant parts of a path, from the left, names followed."""
        home = home_of(statement, self.module)
        if name := dotted(node):
            bound = home.follow(name, statement) if depth < _DEEPEST else ()
            return [
                it for part in bound[:1] for it in self._parts(part.node, part.statement, depth + 1)
            ]
        if isinstance(node, cst.Call) and dotted(node.func).rpartition(".")[2] == _FINDER:
            (given,) = arguments(node, "filename")
            return [_NAME] if given is None else self._parts(given, statement, depth + 1)
        if (text := text_of(node)) is not None:
            return [text]
        literal = self.module.literal(node, statement)
        if literal is not None:
            return [literal.value]
        found: list[str] = []
        stack: list[cst.CSTNode] = [node]
        while stack:
            current = stack.pop()
            text = text_of(current) if isinstance(current, cst.SimpleString) else None
            if text is not None:
                found.append(text)
            stack.extend(reversed(list(children(current))))
        return found

    def _file(self, parts: list[str]) -> Document | None:
        """Give the first file of that name beside the module, or in a folder above it."""
        if not parts or parts[0].startswith(("/", "~")):
            return None
        wanted = dict.fromkeys((posixpath.join(*parts), parts[-1]))
        found = (self.module.above(it) for it in wanted)
        return next((it for it in found if it is not None), None)

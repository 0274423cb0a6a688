"""Why a value cannot be taken out by a fix, and what to do by hand instead."""

import ast
import re

from leakguard.finding import Advice
from leakguard.judging.literals import texts
from leakguard.syntax.lines import comments
from leakguard.syntax.spans import Spans

NO_FIX = "leakguard knows no fix for it; read it from the environment by hand"

ARCHIVED = "it stands in an archive; pack that anew without the value"

HELD_BACK = "only with --unsafe-fixes: "
"""How the reasons begin of what is left because its fix is not safe."""

_COMMENT = "it stands in a comment; delete it there"
_DOCSTRING = "it stands in a text that nothing reads, such as a docstring; delete it there"
_FORMATTED = (
    "it stands in a formatted string; put the value into the environment, and a look-up in braces "
    "into its place"
)
_LONGER = (
    "it is a part of a longer text; put the value into the environment, and the text together "
    "with a look-up"
)
_REASONS: dict[type, str] = {
    ast.Expr: _DOCSTRING,
    ast.JoinedStr: _FORMATTED,
    ast.Constant: _LONGER,
}
"""By what holds the value."""

_OTHERS = (
    (r"(?:^|/)\.github/workflows/|\.gitlab-ci|(?:^|/)\.circleci/|azure-pipelines|\.travis\.yml$",
     "put the value among the secrets of the CI, and refer to it"),
    (r"(?:^|/)[^/]*\.env(?:\.[^/]*)?$|(?:^|/)\.envrc$",
     "take the file out of git (`git rm --cached`) and let git ignore it"),
    (r"docker|compose[^/]*\.ya?ml$|containerfile",
     "hand the variable over when the container starts (`${NAME}`, `--env-file`)"),
    (r"\.(?:sh|bash|zsh|fish|bat|cmd|ps1)$|(?:^|/)(?:makefile|justfile|procfile)$",
     "let the script read a variable that is set outside of it"),
    (r"\.(?:[cm]?[jt]sx?|vue|svelte)$", "read it from `process.env`"),
    (r"\.go$", 'read it with `os.Getenv("NAME")`'),
    (r"\.(?:java|kt|scala|groovy)$", 'read it with `System.getenv("NAME")`'),
    (r"\.rb$", 'read it from `ENV["NAME"]`'),
    (r"\.php$", 'read it with `getenv("NAME")`'),
    (r"\.rs$", 'read it with `std::env::var("NAME")`'),
    (r"\.cs$", 'read it with `Environment.GetEnvironmentVariable("NAME")`'),
    (r"\.(?:md|rst|txt|adoc|html?)$", "put a placeholder into its place"),
    (r"\.(?:ya?ml|json|toml|ini|cfg|conf|properties|xml)$",
     "leave it empty in the file, and let the program read it from the environment"),
    (r"\.(?:pem|key|p12|pfx|jks|kdbx)$",
     "take the file out of git (`git rm --cached`) and keep it where the program alone reads it"),
    (r"", "the value has to be moved by hand"),
)  # fmt: skip
"""What to do in files of other kinds, by their paths; the first that fits."""


PYTHON = (".py", ".pyi", ".pyw", ".ipynb")
"""How the paths of files end that hold Python."""

_OF_THE_KEY = re.compile(r"\b(?:revoke|rotate|new one|leaked|change the password)\b", re.IGNORECASE)
"""What a step says that is about the key, rather than about the code."""


def of_statement(advice: Advice) -> str:
    """Give why a finding without a value is not fixed: the step of its advice that mends the
    code."""
    steps = [it for it in advice.sentences if not _OF_THE_KEY.search(it)] or [*advice.sentences]
    told = steps[0].rstrip(".")
    return f"there is no value to move; {told[:1].lower()}{told[1:]}"


def of_unknown(path: str) -> str:
    """Give why a value is not fixed in a file that could not be looked at."""
    return NO_FIX if path.endswith(".py") else of_another(path)


def of_another(path: str) -> str:
    """Give why a value in a file that is no Python is not fixed, by the file's path."""
    advice = next(it for pattern, it in _OTHERS if re.search(pattern, path, re.IGNORECASE))
    return f"only Python is fixed; {advice}"


def of_python(data: bytes, offset: int) -> str:
    """Give why the value at a byte of a Python source is not fixed."""
    statement = Spans(data).at(offset)
    if any(start <= offset < end for start, end in comments(data, *statement)):
        return _COMMENT
    around = (node for span, node in texts(data, statement) if span[0] <= offset < span[1])
    return _REASONS.get(type(next(around, None)), NO_FIX)

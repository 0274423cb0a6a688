"""A credential that the program puts into its own environment."""

from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.examples import made_up
from leakguard.finding import Confidence, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.environ import arguments, is_environ
from leakguard.syntax.names import Assignment, assigned, dotted, text_of
from leakguard.syntax.triggers import ENVIRON_LITERAL, KEY_LITERAL, NAMED_LITERAL

_SECRET = made_up("base62", 64, 9)

_DOUBT = "a value that the variable is given outside would count from then on"


class EnvironWrite(SyntaxRule):
    """A literal key that the program writes into its own environment.

    Why it is bad: it looks like the environment and is the source code, so that every reader
    has the key, and every child process inherits it.
    Example: `os.environ["BINANCE_API_SECRET"] = "<the secret>"`
    Use instead: nothing; set the variable outside the program
    References: CWE-798
    """

    ID = "environ-write"
    TITLE = "hard-coded into the environment"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.HIGH
    RANK = ENVIRONMENT
    ADVICE = (
        "Revoke the key where it was made, and make a new one.",
        "Delete this line, and set the variable where the program is started: the shell, the "
        "service's unit, the CI's secrets, or an ignored .env file.",
        'Read it where it is used: `os.environ["BINANCE_API_SECRET"]`.',
    )
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL, ENVIRON_LITERAL)
    VALID = (
        'import os\nos.environ["TZ"] = "UTC"\n',
        'import os\nos.environ["BINANCE_API_SECRET"] = get_secret("binance")\n',
        'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.local")\n',
        'monkeypatch.setenv("BINANCE_API_SECRET", "test")\n',
    )
    INVALID = (
        Invalid(f'import os\nos.environ["BINANCE_API_KEY"] = "{_SECRET}"\n'),
        Invalid(f'import os\nos.environ.update({{"API_SECRET": "{_SECRET}"}})\n'),
        Invalid(f'import os\nos.environ.update(API_SECRET="{_SECRET}")\n'),
        Invalid(f'from os import environ\nenviron.setdefault("API_SECRET", "{_SECRET}")\n'),
        Invalid(f'import os\nos.putenv("API_SECRET", "{_SECRET}")\n'),
        Invalid(f'import os\nos.environ |= {{"API_SECRET": "{_SECRET}"}}\n'),
    )

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        for target, value in assigned(node):
            if isinstance(target, cst.Subscript) and is_environ(target.value, self.module):
                index = target.slice[0].slice
                key = index.value if isinstance(index, cst.Index) else None
                yield from self._report(key, value)

    def visit_AugAssign(self, node: cst.AugAssign) -> Iterator[Candidate]:
        if is_environ(node.target, self.module):
            yield from self._items(node.value)
        else:
            yield from self.visit_Assign(node)

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        full = self.module.full_name(node.func)
        if full in ("os.putenv", "putenv"):
            yield from self._report(*arguments(node, "name", "value"))
        elif isinstance(node.func, cst.Attribute) and is_environ(node.func.value, self.module):
            method = node.func.attr.value
            if method == "setdefault":
                yield from self._report(*arguments(node, "key", "value"))
            elif method == "update":
                for argument in node.args:
                    if argument.keyword is not None:
                        yield from self._named(argument.keyword.value, argument.value)
                    elif argument.star != "*":
                        yield from self._items(argument.value)

    def _items(self, mapping: cst.BaseExpression) -> Iterator[Candidate]:
        if isinstance(mapping, cst.Dict):
            for element in mapping.elements:
                if isinstance(element, cst.DictElement):
                    yield from self._report(element.key, element.value)

    def _report(
        self, key: cst.BaseExpression | None, value: cst.BaseExpression | None
    ) -> Iterator[Candidate]:
        if key is not None and value is not None:
            yield from self._named(text_of(key), value)

    def _named(self, name: str | None, value: cst.BaseExpression) -> Iterator[Candidate]:
        for literal in self.literals(value):
            role = self.role_of_variable(name, literal)
            taken = None
            if name is not None and self._is_alone:
                span = self.statement.span
                taken = self.extraction(literal, span=span, form="", name=name, doubt=_DOUBT)
            yield self.candidate(literal, name, role=role, edits=(), extraction=taken)

    @property
    def _is_alone(self) -> bool:
        """Whether the statement is one write of one variable, so that it can be deleted."""
        line = self.statement.tree.body[0]
        if not isinstance(line, cst.SimpleStatementLine) or len(line.body) != 1:
            return False
        body = line.body[0]
        if isinstance(body, cst.Assign):
            return len(body.targets) == 1 and isinstance(body.targets[0].target, cst.Subscript)
        call = body.value if isinstance(body, cst.Expr) else None
        function = dotted(call.func) if isinstance(call, cst.Call) else ""
        return function.rpartition(".")[2] in ("setdefault", "putenv")

"""A credential that the program puts into its own environment."""

from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.examples import made_up
from leakguard.finding import Confidence, Row, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule
from leakguard.syntax.environ import arguments, is_environ
from leakguard.syntax.names import Assignment, assigned, text_of
from leakguard.syntax.rows import row_in_line, row_of, row_of_targets
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
        "Set the variable where the program is started: in the shell, the service's unit, the CI's "
        "secrets, or an ignored .env file.",
        "Take it out of here:",
    )
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL, ENVIRON_LITERAL)
    VALID = (
        'import os\nos.environ["TZ"] = "UTC"\n',
        'import os\nos.environ["BINANCE_API_SECRET"] = get_secret("binance")\n',
        'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.local")\n',
        'monkeypatch.setenv("BINANCE_API_SECRET", "test")\n',
    )
    INVALID = (
        Invalid(
            f'import os\nos.environ["BINANCE_API_KEY"] = "{_SECRET}"\nprint(os.name)\n',
            fixed="import os\nprint(os.name)\n",
        ),
        Invalid(
            f'import os\nos.environ["API_SECRET"], user = "{_SECRET}", "ada"\n',
            fixed='user = "ada"\n',
        ),
        Invalid(
            f'import os\nos.environ.update({{"API_SECRET": "{_SECRET}", "TZ": "UTC"}})\n',
            fixed='import os\nos.environ.update({"TZ": "UTC"})\n',
        ),
        Invalid(
            f'import os\nos.environ.update(TZ="UTC", API_SECRET="{_SECRET}")\n',
            fixed='import os\nos.environ.update(TZ="UTC")\n',
        ),
        Invalid(f'from os import environ\nenviron.setdefault("API_SECRET", "{_SECRET}")\n'),
        Invalid(
            f'import os\nsecret = os.environ.setdefault("API_SECRET", "{_SECRET}")\n',
            fixed='import os\nsecret = os.environ["API_SECRET"]\n',
        ),
        Invalid(f'import os\nos.putenv("API_SECRET", "{_SECRET}")\n'),
        Invalid(f'import os\nos.environ |= {{"API_SECRET": "{_SECRET}"}}\n'),
    )

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        for target, value in assigned(node):
            if isinstance(target, cst.Subscript) and is_environ(target.value, self.module):
                index = target.slice[0].slice
                key = index.value if isinstance(index, cst.Index) else None
                if key is not None:
                    yield from self._report(text_of(key), value, self._target(node, value))

    def _target(self, node: Assignment, value: cst.BaseExpression) -> tuple[Row, ...]:
        """The rows of a write: of the targets, if there are several, and of the line."""
        if not isinstance(node, cst.Assign) or len(node.targets) > 1:
            return ()
        if node.value is value:
            return self._line(node)
        targets = row_of_targets(self.statement, node, value)
        return () if targets is None else (targets, *self._line(node))

    def visit_AugAssign(self, node: cst.AugAssign) -> Iterator[Candidate]:
        if is_environ(node.target, self.module):
            yield from self._items(node.value, self._line(node))
        else:
            yield from self.visit_Assign(node)

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        full = self.module.full_name(node.func)
        line = self._call(node)
        if full in ("os.putenv", "putenv"):
            name, value = arguments(node, "name", "value")
            yield from self._report(_text(name), value, line)
        elif isinstance(node.func, cst.Attribute) and is_environ(node.func.value, self.module):
            method = node.func.attr.value
            if method == "setdefault":
                name, value = arguments(node, "key", "value")
                yield from self._report(_text(name), value, line, node)
            elif method == "update":
                for argument in node.args:
                    rows = (row_of(self.statement, node.args, argument), *line)
                    if argument.keyword is not None:
                        yield from self._report(argument.keyword.value, argument.value, rows)
                    elif argument.star != "*":
                        yield from self._items(argument.value, rows)

    def _items(self, mapping: cst.BaseExpression, around: tuple[Row, ...]) -> Iterator[Candidate]:
        if isinstance(mapping, cst.Dict):
            for element in mapping.elements:
                if isinstance(element, cst.DictElement):
                    row = row_of(self.statement, mapping.elements, element)
                    yield from self._report(text_of(element.key), element.value, (row, *around))

    def _line(self, node: cst.BaseSmallStatement) -> tuple[Row, ...]:
        row = row_in_line(self.statement, node)
        return (row,) if row is not None else ()

    def _call(self, call: cst.Call) -> tuple[Row, ...]:
        """The row of a line, if a call is a statement of it."""
        nodes = (it for it in self.statement.nodes() if isinstance(it, cst.Expr))
        own = next((it for it in nodes if it.value is call), None)
        return () if own is None else self._line(own)

    def _report(
        self,
        name: str | None,
        value: cst.BaseExpression | None,
        rows: tuple[Row, ...],
        whole: cst.BaseExpression | None = None,
    ) -> Iterator[Candidate]:
        """`whole` gives the variable's value after the write, where that is used."""
        literals = self.literals(value)
        given = value if rows or whole is None else whole
        for literal in literals:
            role = self.role_of_variable(name, literal)
            mend = None
            # Of two values that one variable may get, neither can be left to the environment.
            if given is not None and name is not None and len(literals) == 1:
                span = self.span_of(given)
                mend = self.mend(literal, span=span, name=name, doubt=_DOUBT, rows=rows)
            yield self.candidate(literal, name, role=role, mend=mend)


def _text(name: cst.BaseExpression | None) -> str | None:
    return None if name is None else text_of(name)

"""A credential that something is compared with."""

from collections.abc import Iterator
from dataclasses import replace

import libcst as cst

from leakguard.candidate import Candidate, Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import Invalid, SyntaxRule
from leakguard.syntax import places
from leakguard.syntax.names import dotted, role_of, text_of
from leakguard.values import reason_against
from leakguard.values.passwords import is_plain_password

_EQUALS = (cst.Equal, cst.NotEqual, cst.In, cst.NotIn)
_PASSWORDS = (Role.PASSWORD, Role.PASSPHRASE)
_ROLES = (*_PASSWORDS, Role.SECRET, Role.TOKEN)

_SHORTEST_TOKEN = 16
_PASSWORD = made_up("base62", 12, 61)
_TOKEN = made_up("hex", 32, 62)


class HardcodedComparison(SyntaxRule):
    """A literal password or token that what somebody enters is compared with.

    Programs compare with words far more often, `password == "quit"`, and tests assert what they
    made up themselves: only what can hardly be anything but a credential is reported, outside
    `assert`, with low confidence.

    Why it is bad: every reader of the code can pass the check, and so can every reader of its
    history.
    Example: `if password == "<the password>":`
    Use instead: `if hmac.compare_digest(password, os.environ["ADMIN_PASSWORD"]):`
    References: CWE-798, CWE-259
    """

    ID = "hardcoded-comparison"
    TITLE = "hard-coded in a comparison"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.LOW
    ADVICE = (
        "Change it where it is used.",
        "Compare with a salted hash of it, or read it from the environment or a secret store:",
    )
    TRIGGERS = ()
    PLACES = (places.COMPARED,)
    VALID = (
        'if password == "password":\n    pass\n',
        'if password == "quit":\n    pass\n',
        'if token == "NEWLINE2":\n    pass\n',
        'if key == "ctrl+c":\n    pass\n',
        'if auth_type == "oauth2":\n    pass\n',
        f'assert user.password == "{_PASSWORD}"\n',
        f'if hashlib.md5(password).hexdigest() == "{_TOKEN}":\n    pass\n',
    )
    INVALID = (
        Invalid(
            f'if user == "ada" and password == "{_PASSWORD}":\n    pass\n',
            fixed="import os\n\n"
            'if user == "ada" and password == os.environ["PASSWORD"]:\n    pass\n',
        ),
        Invalid(f'while getpass.getpass() != "{_PASSWORD}":\n    pass\n'),
        Invalid(f'if input("Password: ") == "{_PASSWORD}":\n    pass\n'),
        Invalid(f'if request.form["password"] == "{_PASSWORD}":\n    pass\n'),
        Invalid(f'if request.headers.get("X-Auth-Token") != "{_TOKEN}":\n    pass\n'),
        Invalid(f'if (name, password) == ("ada", "{_PASSWORD}"):\n    pass\n'),
        Invalid(f'if password in ["{_PASSWORD}", "other"]:\n    pass\n'),
    )

    def visit_Comparison(self, node: cst.Comparison) -> Iterator[Candidate]:
        comparison = node.comparisons[0]
        if len(node.comparisons) > 1 or not isinstance(comparison.operator, _EQUALS):
            return
        if any(isinstance(it, cst.Assert) for it in self.statement.nodes()):
            return
        is_among = isinstance(comparison.operator, cst.In | cst.NotIn)
        yield from self._compared(node.left, comparison.comparator, is_among=is_among)
        if not is_among:
            yield from self._compared(comparison.comparator, node.left, is_among=False)

    def _compared(
        self, asked: cst.BaseExpression, given: cst.BaseExpression, *, is_among: bool
    ) -> Iterator[Candidate]:
        sequence = cst.Tuple | cst.List | cst.Set
        if isinstance(given, sequence):
            values = [it.value for it in given.elements]
            names = [asked] * len(values)
            if not is_among and isinstance(asked, cst.Tuple):
                names = [it.value for it in asked.elements]
            for name, value in zip(names, values, strict=False):
                yield from self._literal(name, value)
        elif not is_among:
            yield from self._literal(asked, given)

    def _literal(self, asked: cst.BaseExpression, value: cst.BaseExpression) -> Iterator[Candidate]:
        if not isinstance(value, cst.SimpleString) or (found := _asked(asked)) is None:
            return
        name, role = found
        literal = self.literal(value)
        if literal is None or role not in _ROLES:
            return
        is_token = role is Role.TOKEN and (
            len(literal.value) >= _SHORTEST_TOKEN
            and reason_against(literal.value, Shape.TOKEN) is None
        )
        if is_token or (role is not Role.TOKEN and is_plain_password(literal.value)):
            shape = Shape.TOKEN if is_token else Shape.PASSWORD
            yield replace(self.candidate(literal, name, role=role), shape=shape)


def _asked(node: cst.BaseExpression) -> tuple[str, Role] | None:
    """The name and the role of what is compared: `password`, `form["password"]`,
    `input("Password: ")`, `getpass()`."""
    name: str | None = dotted(node).rpartition(".")[2]
    if isinstance(node, cst.Subscript) and isinstance(node.slice[0].slice, cst.Index):
        name = text_of(node.slice[0].slice.value)
    elif isinstance(node, cst.Call):
        told = [text_of(it.value) or "" for it in node.args[:1]]
        called = dotted(node.func).rpartition(".")[2]
        name = next((it for it in (*told, called) if role_of(it) is not None), None)
        if called == "getpass":
            name = "password"
    role = role_of(name or "")
    return (name or "", role) if role is not None else None

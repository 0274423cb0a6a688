"""A credential as a default: of a parameter, an option, a setting or a field."""

from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.document import Span
from leakguard.examples import made_up
from leakguard.finding import Confidence, Mend, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule, look_up
from leakguard.syntax.body import body_of, is_stub
from leakguard.syntax.environ import lookup
from leakguard.syntax.literal import Literal
from leakguard.syntax.names import Assignment, assigned, dotted, role_of, text_of
from leakguard.syntax.triggers import KEY_LITERAL, NAMED_LITERAL

_DEFAULTS = {"default", "default_var", "default_value", "fallback", "initial"}
"""Arguments under which options, settings and fields take what is used when nothing is given."""

_LOOKUPS = {"config", "env", "str", "get", "getenv", "get_env", "get_setting", "setdefault", "pop"}
"""Calls that take a name and a fallback."""

_FIELDS = {"Field", "field", "ib", "attrib", "Option", "Argument"}
"""Calls whose first argument is the default of a field or a parameter."""

_DOUBT = "a caller who passes None would get what the variable holds at that time"

_OPTIONAL = {"str", "bytes"}
"""Annotations that do not allow for None."""

_TYPING = "typing.Optional"

_SECRET = made_up("base62", 64, 7)


class HardcodedDefault(SyntaxRule):
    """A literal key as the default of a parameter, an option, a setting or a field that is called
    like a credential.

    Why it is bad: the key ships to every reader of the code, and a caller who forgets his own
    uses it unawares.
    Example: `def connect(api_secret="<the secret>"):`
    Use instead: `def connect(api_secret=None):`, and read the variable in the body if it is None
    References: CWE-798
    """

    ID = "hardcoded-default"
    TITLE = "hard-coded as a default"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.MEDIUM
    RANK = ENVIRONMENT  # before the rule for any argument
    ADVICE = (
        "Revoke the key where it was made, and make a new one.",
        "Put the new one into the environment or a secret store.",
        "Read it from there, and stop when it is missing; what is read in a default itself is read "
        "once, where that is defined:",
    )
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL)
    VALID = (
        "def connect(api_secret=None): ...\n",
        'def connect(api_secret="changeme-please-now"): ...\n',
        'parser.add_argument("--password", default=None)\n',
        'parser.add_argument("--token-file", default="/run/secrets/token")\n',
        'SECRET = config("SECRET_KEY", default="change-me")\n',
        f'parser.add_argument("--digest", default="{made_up("hex", 64)}")\n',
        f'def check(digest="{made_up("hex", 64)}"): ...\n',
    )
    INVALID = (
        Invalid(
            f'def connect(api_secret="{_SECRET}"):\n    pass\n',
            fixed="def connect(api_secret=None):",
        ),
        Invalid(
            "class Bot:\n"
            f'    async def start(self, *, secret_key: str = "{_SECRET}") -> None: ...\n',
        ),
        Invalid(f'sign = lambda text, secret="{_SECRET}": text\n'),
        Invalid(f'parser.add_argument("--api-secret", default="{_SECRET}")\n'),
        Invalid(f'@click.option("--secret-key", default="{_SECRET}")\ndef main(secret_key): ...\n'),
        Invalid(f'SECRET = config("API_SECRET", default="{_SECRET}")\n'),
        Invalid(f'SECRET = env.str("API_SECRET", "{_SECRET}")\n'),
        Invalid(f'secret = settings.get("api_secret", "{_SECRET}")\n'),
        Invalid(f'class Settings(BaseSettings):\n    api_secret: str = Field("{_SECRET}")\n'),
        Invalid(f'class Bot:\n    api_secret = attr.ib(default="{_SECRET}")\n'),
        Invalid(f'arguments = dict(api_secret=dict(type="str", default="{_SECRET}"))\n'),
    )

    def visit_FunctionDef(self, node: cst.FunctionDef) -> Iterator[Candidate]:
        """`def connect(api_secret="…"):`."""
        for it in _parameters(node.params):
            for literal in self._literals(it):
                mend = self._in_body(node, it, literal)
                yield self.candidate(literal, it.name.value, mend=mend)

    def visit_Lambda(self, node: cst.Lambda) -> Iterator[Candidate]:
        """`lambda text, secret="…": …`."""
        for it in _parameters(node.params):
            for literal in self._literals(it):
                yield self.candidate(literal, it.name.value)

    def _literals(self, parameter: cst.Param) -> list[Literal]:
        if parameter.default is None:
            return []
        return self.named_literals(parameter.name.value, parameter.default)

    def _in_body(
        self, function: cst.FunctionDef, parameter: cst.Param, literal: Literal
    ) -> Mend | None:
        """The look-up put into the body, and None into the head: what a head reads is read once,
        when the module is imported."""
        place = body_of(function, self.statement)
        is_default = parameter.default is not None and literal.span == self.span_of(
            parameter.default
        )
        if not is_default or literal.is_followed or (place is None and not is_stub(function)):
            return None
        besides = self._annotated(parameter)
        if place is not None:
            (at, indent), name = place, parameter.name.value
            step = "\t" if indent.endswith("\t") else "    "
            lines = f"{indent}if {name} is None:\n{indent}{step}{name} = {look_up(literal)}\n"
            besides += (((at, at), lines),)
        return self.mend(literal, form="None", doubt=_DOUBT, besides=besides)

    def _annotated(self, parameter: cst.Param) -> tuple[tuple[Span, str], ...]:
        """What the annotation becomes, if it has to allow for None now."""
        annotation = parameter.annotation and parameter.annotation.annotation
        if annotation is None or dotted(annotation) not in _OPTIONAL:
            return ()
        name = next((it for it, full in self.module.imports.items() if full == _TYPING), None)
        known = dotted(annotation)
        new = f"{name}[{known}]" if name is not None else f"{known} | None"
        return ((self.span_of(annotation), new),)

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        """`add_argument("--password", default="…")`, `config("PASSWORD", "…")`."""
        if lookup(node, self.module) is not None:
            return  # os.getenv and its kin have a rule of their own
        called = [text_of(it.value) for it in node.args if it.keyword is None]
        name = next((it.lstrip("-") for it in called if it and role_of(it) is not None), None)
        if name is None:
            return
        value = _default_of(node)
        last = dotted(node.func).rpartition(".")[2] or _method(node)
        if value is None and len(called) == 2 and called[0] and last in _LOOKUPS:
            value = node.args[1].value
        yield from self._report(name, value)

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        """`password: str = Field("…")`."""
        for target, value in assigned(node):
            name = dotted(target).rpartition(".")[2]
            if isinstance(value, cst.Call) and role_of(name) is not None:
                default = _default_of(value)
                is_field = dotted(value.func).rpartition(".")[2] in _FIELDS
                if default is None and is_field and value.args and value.args[0].keyword is None:
                    default = value.args[0].value
                yield from self._report(name, default)

    visit_AnnAssign = visit_Assign

    def visit_Arg(self, node: cst.Arg) -> Iterator[Candidate]:
        """`dict(password=dict(type="str", default="…"))`."""
        if node.keyword is not None and isinstance(node.value, cst.Call):
            yield from self._report(node.keyword.value, _default_of(node.value))

    def _report(self, name: str, value: cst.BaseExpression | None) -> Iterator[Candidate]:
        if value is not None:
            for literal in self.named_literals(name, value):
                yield self.candidate(literal, name)


def _parameters(given: cst.Parameters) -> tuple[cst.Param, ...]:
    return (*given.posonly_params, *given.params, *given.kwonly_params)


def _default_of(call: cst.Call) -> cst.BaseExpression | None:
    named = (it for it in call.args if it.keyword is not None and it.keyword.value in _DEFAULTS)
    return next((it.value for it in named), None)


def _method(call: cst.Call) -> str:
    return call.func.attr.value if isinstance(call.func, cst.Attribute) else ""

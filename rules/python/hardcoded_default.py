"""A credential as a default: of a parameter, an option, a setting or a field."""

import re
from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.examples import made_up
from leakguard.finding import Confidence, Mend, Severity
from leakguard.rule import ENVIRONMENT, Invalid, SyntaxRule, as_given, connects, look_up
from leakguard.syntax.body import DOUBT, moved, parameters
from leakguard.syntax.environ import lookup
from leakguard.syntax.literal import Literal
from leakguard.syntax.names import Assignment, assigned, dotted, role_of, text_of
from leakguard.syntax.rows import row_of
from leakguard.syntax.triggers import KEY_LITERAL, NAMED_LITERAL, NAMED_PHRASE

_DEFAULTS = {"default", "default_var", "default_value", "fallback", "initial", "value"}
"""Arguments under which options, settings and fields take what is used when nothing is given."""

_LOOKUPS = {"config", "env", "str", "get", "getenv", "get_env", "get_setting", "setdefault", "pop",
            "text_input", "text_area"}  # fmt: skip
"""Calls that take a name, or the label of a field, and a fallback."""

_FIELDS = {"Field", "field", "ib", "attrib", "Option", "Argument", "Query",
           "Header", "Cookie", "Form", "Body"}  # fmt: skip
"""Calls whose first argument is the default of a field or a parameter."""

_READER = re.compile(r"config|env(?:\.\w+)?")
"""The functions of decouple, environs and django-environ that read a variable."""

_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*")
_DOUBT = "without its default the program stops where the variable is not set"

_MORE = re.compile(r"[\"'#\r\n]")
"""What a default holds besides a literal if it does not fit into the body as it is."""

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
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL, NAMED_PHRASE)
    VALID = (
        "def connect(api_secret=None): ...\n",
        'def connect(api_secret="changeme-please-now"): ...\n',
        'parser.add_argument("--password", default=None)\n',
        'parser.add_argument("--token-file", default="/run/secrets/token")\n',
        'SECRET = config("SECRET_KEY", default="change-me")\n',
        f'parser.add_argument("--digest", default="{made_up("hex", 64)}")\n',
        f'def check(digest="{made_up("hex", 64)}"): ...\n',
        'def form(user="name", password="marmalade"): ...\n',
        'def connect(host="localhost", user="garden", password="garden"): ...\n',
    )
    INVALID = (
        Invalid(
            f'def connect(api_secret="{_SECRET}"):\n    pass\n',
            fixed="import os\n\n\ndef connect(api_secret=None):\n"
            '    if api_secret is None:\n        api_secret = os.environ["API_SECRET"]\n    pass\n',
        ),
        Invalid('def connect(host="localhost", user="ada", password="marmalade"): ...\n'),
        Invalid(
            "class Bot:\n"
            f'    async def start(self, *, secret_key: str = "{_SECRET}") -> None: ...\n',
            fixed="class Bot:\n"
            "    async def start(self, *, secret_key: str | None = None) -> None: ...\n",
        ),
        Invalid(
            f'sign = lambda text, secret="{_SECRET}": text\n',
            fixed='import os\n\nsign = lambda text, secret=os.environ["API_SECRET"]: text\n',
        ),
        Invalid(f'def main(api_secret: str = typer.Option("{_SECRET}")):\n    pass\n'),
        Invalid(f'def main(api_secret: str = typer.Option(default="{_SECRET}")):\n    pass\n'),
        Invalid(f'def main(secret: Annotated[str, typer.Option()] = "{_SECRET}"):\n    pass\n'),
        Invalid(f'parser.add_argument("--api-secret", default="{_SECRET}")\n'),
        Invalid(f'@click.option("--secret-key", default="{_SECRET}")\ndef main(secret_key): ...\n'),
        Invalid(
            f'SECRET = config("API_SECRET", default="{_SECRET}")\n',
            fixed='SECRET = config("API_SECRET")\n',
        ),
        Invalid(f'SECRET = env.str("API_SECRET", "{_SECRET}")\n'),
        Invalid(f'secret = settings.get("api_secret", "{_SECRET}")\n'),
        Invalid(f'secret = st.sidebar.text_input("API Secret", "{_SECRET}", type="password")\n'),
        Invalid(f'secret = st.text_input("API Secret", value="{_SECRET}")\n'),
        Invalid(
            f'class Settings(BaseSettings):\n    api_secret: str = Field("{_SECRET}")\n',
            fixed="class Settings(BaseSettings):\n    api_secret: str\n",
        ),
        Invalid(
            "class Settings(BaseSettings):\n"
            f'    api_secret: str = Field("{_SECRET}", alias="BOT_SECRET")\n',
            fixed="class Settings(BaseSettings):\n"
            '    api_secret: str = Field(alias="BOT_SECRET")\n',
        ),
        Invalid(
            f'class Bot:\n    api_secret = attr.ib(default="{_SECRET}")\n',
            fixed="import os\n\n\nclass Bot:\n"
            '    api_secret = attr.ib(default=os.environ["API_SECRET"])\n',
        ),
        Invalid(f'schema = {{vol.Optional(CONF_API_SECRET, default="{_SECRET}"): str}}\n'),
        Invalid(f'arguments = dict(api_secret=dict(type="str", default="{_SECRET}"))\n'),
    )

    def visit_FunctionDef(self, node: cst.FunctionDef) -> Iterator[Candidate]:
        """`def connect(api_secret="…"):`, where a word is a password if it says where to, too."""
        given = parameters(node.params)
        texts = {it.name.value: text_of(it.default) for it in given if it.default is not None}
        said = [it for it in texts.values() if it is not None] if connects(texts) else None
        for it in given:
            for literal in self._literals(it):
                mend = self._in_body(node, it, literal)
                found = self.candidate(literal, it.name.value, mend=mend)
                yield found if said is None else as_given(found, said)

    def visit_Lambda(self, node: cst.Lambda) -> Iterator[Candidate]:
        """`lambda text, secret="…": …`."""
        for it in parameters(node.params):
            for literal in self._literals(it):
                yield self.candidate(literal, it.name.value)

    def _literals(self, parameter: cst.Param) -> list[Literal]:
        default = parameter.default
        if isinstance(default, cst.Call):  # typer.Option("…")
            default = _default_of(default) or _first_of_field(default) or default
        return [] if default is None else self.named_literals(parameter.name.value, default)

    def _in_body(
        self, function: cst.FunctionDef, parameter: cst.Param, literal: Literal
    ) -> Mend | None:
        """The look-up put into the body, and None into the head: what a head reads is read once,
        when the module is imported."""
        if parameter.default is None or literal.is_followed:
            return None
        if isinstance(parameter.default, cst.Call) and _first_of_field(parameter.default):
            return None  # what is an option's default stays one
        (start, end), text = self.span_of(parameter.default), self.module.document.text
        before, after = text(start, literal.span[0]), text(literal.span[1], end)
        if not start <= literal.span[0] < end or _MORE.search(before + after):
            return None
        form = before + look_up(literal) + after
        besides = moved(function, parameter, form, self.statement, self.module)
        if besides is None:
            return None
        return self.mend(literal, span=(start, end), form="None", doubt=DOUBT, besides=besides)

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        """`add_argument("--password", default="…")`, `config("PASSWORD", "…")`."""
        if lookup(node, self.module) is not None:
            return  # os.getenv and its kin have a rule of their own
        called = [text_of(it.value) for it in node.args if it.keyword is None]
        name = next((it.lstrip("-") for it in called if it and role_of(it) is not None), None)
        value = _default_of(node)
        if name is None and value is not None:
            name = _constant_of(node)
        if name is None:
            return
        last = dotted(node.func).rpartition(".")[2] or _method(node)
        if value is None and len(called) == 2 and called[0] and last in _LOOKUPS:
            value = node.args[1].value
        yield from self._report(name, value, node)

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        """`password: str = Field("…")`."""
        for target, value in assigned(node):
            name = dotted(target).rpartition(".")[2]
            if isinstance(value, cst.Call) and role_of(name) is not None:
                default = _default_of(value) or _first_of_field(value)
                yield from self._report(name, default, value, node)

    visit_AnnAssign = visit_Assign

    def visit_Arg(self, node: cst.Arg) -> Iterator[Candidate]:
        """`dict(password=dict(type="str", default="…"))`."""
        if node.keyword is not None and isinstance(node.value, cst.Call):
            yield from self._report(node.keyword.value, _default_of(node.value), node.value)

    def _report(
        self,
        name: str,
        value: cst.BaseExpression | None,
        call: cst.Call,
        node: cst.CSTNode | None = None,
    ) -> Iterator[Candidate]:
        if value is not None:
            for literal in self.named_literals(name, value):
                argument = next(it for it in call.args if it.value is value)
                is_alone = len(call.args) == 1
                row = None if is_alone else row_of(self.statement, call.args, argument)
                mend = self.as_field(literal, node, row) or self._left_out(literal, value, call)
                yield self.candidate(literal, name, mend=mend)

    def _left_out(self, literal: Literal, value: cst.BaseExpression, call: cst.Call) -> Mend | None:
        """The default left out of a call that reads a variable."""
        first = call.args[0]
        variable = text_of(first.value) if first.keyword is None else None
        is_reader = _READER.fullmatch(dotted(call.func)) is not None
        if not is_reader or not variable or not _VARIABLE.fullmatch(variable):
            return None
        argument = next(it for it in call.args if it.value is value)
        row = row_of(self.statement, call.args, argument)
        span = self.span_of(value)
        return self.mend(literal, span=span, name=variable, doubt=_DOUBT, rows=(row,))


def _default_of(call: cst.Call) -> cst.BaseExpression | None:
    named = (it for it in call.args if it.keyword is not None and it.keyword.value in _DEFAULTS)
    return next((it.value for it in named), None)


def _constant_of(call: cst.Call) -> str | None:
    """The first argument, if it is a constant that is called like a credential: `CONF_PASSWORD`."""
    first = call.args[0]
    name = dotted(first.value).rpartition(".")[2] if first.keyword is None else ""
    return name if name.isupper() and role_of(name) is not None else None


def _first_of_field(call: cst.Call) -> cst.BaseExpression | None:
    """The default of a field, an option or a parameter that is given by its position."""
    is_field = dotted(call.func).rpartition(".")[2] in _FIELDS
    is_given = is_field and call.args and call.args[0].keyword is None
    return call.args[0].value if is_given else None


def _method(call: cst.Call) -> str:
    return call.func.attr.value if isinstance(call.func, cst.Attribute) else ""

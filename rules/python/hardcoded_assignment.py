"""A credential that is assigned as a literal."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

import libcst as cst

from leakguard.candidate import Candidate, Shape
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import Invalid, SyntaxRule, as_given, as_signing, connects, is_half
from leakguard.syntax.calls import attribute_of, items_of
from leakguard.syntax.environ import is_environ
from leakguard.syntax.held import credentials_in
from leakguard.syntax.looks import Look
from leakguard.syntax.module import Module
from leakguard.syntax.names import Assignment, assigned, dotted, role_of, text_of
from leakguard.syntax.places import COLLECTION, FALLBACK, NAMED_VALUE
from leakguard.syntax.triggers import (
    COLLECTED_LITERALS,
    KEY_LITERAL,
    NAMED_EXPRESSION,
    NAMED_LITERAL,
    NAMED_NAMES,
    NAMED_PHRASE,
    SEVERAL_LITERALS,
)
from leakguard.syntax.unpacked import rows_of
from leakguard.values import reason_against
from leakguard.values.passwords import is_plain_password

_ITEM = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-\[\]]{1,60}")

_HEAD = re.compile(
    rb"^(?P<indent>[ \t]*)(?:async[ ]+)?def[ ]+_*(?:get_)?(?P<name>[A-Za-z]\w*)", re.MULTILINE
)
_REACH = 240
"""Bytes before a value that is returned in which its function begins."""

_MOST_HELD = 2_000
"""Literals of a list or dict that are looked at."""

_FEWEST_WORDS = 4
"""Literals of a collection that may be a vocabulary."""

_HALVES = (("api_key", Role.KEY), ("api_secret", Role.SECRET))
"""What the values of a pair are, in their order."""

_SECRET = made_up("base62", 64, 4)
_KEY = made_up("base62", 64, 41)
_OCTETS = bytes.fromhex(made_up("hex", 48, 43))


class HardcodedAssignment(SyntaxRule):
    """A literal key given to a name, an attribute or a dict item that is called like a credential.

    Why it is bad: every reader of the code has the key, and so has every clone and backup of it.
    Example: `api_secret = "<the secret>"`
    Use instead: `api_secret = os.environ["BINANCE_API_SECRET"]`
    References: CWE-798
    """

    ID = "hardcoded-assignment"
    TITLE = "hard-coded in an assignment"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.MEDIUM
    ADVICE = (
        "Revoke the key where it was made, and make a new one.",
        "Put the new one into the environment or a secret store, and read it from there:",
    )
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL, NAMED_PHRASE, FALLBACK)
    PLACES = (NAMED_VALUE, COLLECTION)
    STATEMENTS = (NAMED_EXPRESSION, NAMED_NAMES, SEVERAL_LITERALS, COLLECTED_LITERALS)
    LOOK = Look.NAMED
    VALID = (
        'import os\napi_secret = os.environ["BINANCE_API_SECRET"]\n',
        'api_secret = "your-api-secret-goes-here"\n',
        f'sha256 = "{made_up("hex", 64)}"\n',
        f'listen_key = "{_SECRET}"\n',
        'secret_key = "x" * 64\n',
        'app.config["SECRET_KEY"] = "super-secret-key"\n',
        'import flask\napp = flask.Flask(__name__)\napp.secret_key = "my_secret_key"\n',
        'def forgot_password():\n    return "auth/forgot.html"\n',
        'form = {"password_confirmation": "testpass123"}\n',
        'form = {"user": "name", "password": "marmalade"}\n',
        'DB = {"HOST": "db.internal", "USER": "garden", "PASSWORD": "garden"}\n',
        'DB = {"HOST": "db.internal", "USER": "ada", "PASSWORD": "changeme"}\n',
        'SCHEMA = {"host": "required", "user": "optional", "password": "sensitive"}\n',
        'private_key = ["-----BEGIN " + "X-----", "-----BEGIN x", "' + _SECRET + '"]\n',
    )
    INVALID = (
        Invalid(
            f'api_secret = "{_SECRET}"\n',
            fixed='import os\n\napi_secret = os.environ["API_SECRET"]\n',
        ),
        Invalid(
            f'import os\n\nclass Config:\n    binance_secret: str = "{_SECRET}"\n',
            fixed="import os\n\nclass Config:\n"
            '    binance_secret: str = os.environ["BINANCE_SECRET"]\n',
        ),
        Invalid(
            f'self.api_secret = b"{_SECRET}"\n',
            fixed='import os\n\nself.api_secret = os.environ["API_SECRET"].encode()\n',
        ),
        Invalid(f"app.secret_key = {_OCTETS!r}\n"),
        Invalid('import flask\nweb = flask.Flask(__name__)\nweb.secret_key = "marmalade"\n'),
        Invalid('app.secret_key = "marmalade"\n'),
        Invalid('app.config["SECRET_KEY"] = "orange-marmalade"\n'),
        Invalid(f'SALT = b"{_SECRET}"\n'),
        Invalid(f'config = {{"user": "me", "secretKey": "{_SECRET}"}}\n'),
        Invalid(f'api_key, api_secret = "", "{_SECRET}"\n'),
        Invalid(f'if (secret := "{_SECRET}"):\n    pass\n'),
        Invalid(f'secret += "{_SECRET}"\n'),
        Invalid(
            f'config["api_secret"] = "{_SECRET}"\n',
            fixed='import os\n\nconfig["api_secret"] = os.environ["API_SECRET"]\n',
        ),
        Invalid(f'token = "".join(["{_SECRET[:20]}", "{_SECRET[20:]}"])\n'),
        Invalid(
            f'token = "{_SECRET[:20]}" + "{_SECRET[20:]}"\n',
            fixed='import os\n\ntoken = os.environ["API_TOKEN"]\n',
        ),
        Invalid(f'token = "{_SECRET[::-1]}"[::-1]\n'),
        Invalid(f'a = "{_SECRET[:32]}"\nb = "{_SECRET[32:]}"\nsecret = a + b\n'),
        Invalid(f'a = "{_SECRET[:32]}"\nb = "{_SECRET[32:]}"\nsecret = f"{{a}}{{b}}"\n'),
        Invalid(f'a = "{_SECRET[:32]}"\nb = "{_SECRET[32:]}"\nsecret = "%s%s" % (a, b)\n'),
        Invalid(f'parts = {{"a": "{_SECRET[:32]}"}}\nsecret = parts["a"] + "{_SECRET[32:]}"\n'),
        Invalid(f'stored = "{_SECRET[:40][::-1]}"\ntoken = stored[::-1]\n'),
        Invalid(f'stored = " {_SECRET[:40]} "\ntoken = stored.strip()\n'),
        Invalid(f'token = " {_SECRET[:40]} ".strip()\n'),
        Invalid(f'token = b" {_SECRET[:40]} ".strip().decode()\n'),
        Invalid(f'token = \\\n    "{_SECRET[:20]}" \\\n    "{_SECRET[20:]}"\n'),
        Invalid(
            f'import binascii\nsecret_key = binascii.unhexlify("{made_up("hex", 48)}")\n',
            fixed="import binascii\nimport os\n\n"
            'secret_key = binascii.unhexlify(os.environ["SECRET_KEY"])\n',
        ),
        Invalid(f'key = bytes.fromhex("{made_up("hex", 64)}")\n'),
        Invalid(
            f'MAIN = ("{_KEY}", "{_SECRET}")\n',
            fixed="import os\n\n"
            'MAIN = (os.environ["MAIN_API_KEY"], os.environ["MAIN_API_SECRET"])\n',
        ),
        Invalid(f'SECRETS = ["{_SECRET}"]\n'),
        Invalid(f'form = {{"login[password]": "{_SECRET}"}}\n'),
        Invalid('DB = {"HOST": "db.internal", "USER": "ada", "PASSWORD": "marmalade"}\n'),
        Invalid(f'variable = {{"name": "API_TOKEN", "value": "{_SECRET}"}}\n'),
        Invalid(f'form = [("user", "ada"), ("password", "{_SECRET}")]\n'),
        Invalid(f'password = given or "{_SECRET}"\n'),
        Invalid(
            f'def get_token():\n    return "{_SECRET[:40]}"\n',
            fixed='import os\n\n\ndef get_token():\n    return os.environ["API_TOKEN"]\n',
        ),
        Invalid(f'import openai\nopenai.api_key = "{_SECRET}"\n'),
        Invalid(f'CREDENTIALS = {{"live": ("ada", "{_SECRET}")}}\n'),
    )

    def visit_Assign(self, node: Assignment) -> Iterator[Candidate]:
        for target, value in assigned(node):
            attribute = attribute_of(target, self.module)
            if attribute is not None and attribute.provider is not None:
                for literal in self.literals(value):
                    yield self.candidate(
                        literal,
                        dotted(target).rpartition(".")[2],
                        role=attribute.role,
                        provider=attribute.provider,
                        is_known=True,
                    )
            elif (name := _target_name(target, self.module)) is not None:
                found = self._report(name, value, node)
                is_signing = attribute is not None or _is_setting(target)
                yield from map(as_signing, found) if is_signing else found
                yield from self._rows(name, value)

    visit_AnnAssign = visit_NamedExpr = visit_AugAssign = visit_Assign

    def visit_Return(self, node: cst.Return) -> Iterator[Candidate]:
        """`def get_token(): return "…"`."""
        if isinstance(node.value, cst.SimpleString):
            place = self.span_of(node)[0]
            above = self.module.document.data[max(0, place - _REACH) : place]
            heads = list(_HEAD.finditer(above))
            if heads and _is_inside(heads[-1], above):
                yield from self._report(heads[-1]["name"].decode(), node.value)

    def visit_Dict(self, node: cst.Dict) -> Iterator[Candidate]:
        """`{"name": "API_TOKEN", "value": "…"}`, and settings of a connection, in which a word is
        a password: `{"HOST": "…", "USER": "…", "PASSWORD": "…"}`."""
        items = {(name or "").lower(): value for name, value in items_of(node)}
        yield from self._connection(items)
        given = next((text_of(items[it]) for it in ("name", "key", "id") if it in items), None)
        if given and "value" in items:
            yield from self._report(given, items["value"])

    def _connection(self, items: Mapping[str, cst.BaseExpression]) -> Iterator[Candidate]:
        texts = {name: text_of(value) for name, value in items.items()}
        if not connects(texts):
            return
        said = [text for text in texts.values() if text is not None]
        for name, value in items.items():
            for literal in self.named_literals(name, value):
                it = self.candidate(literal, name)
                if (given := as_given(it, said)) is not it:
                    yield given

    def visit_List(self, node: cst.List) -> Iterator[Candidate]:
        """`["<the key>", "<the secret>"]`, with what else a row has."""
        yield from self._halves("", node)

    def visit_Tuple(self, node: cst.Tuple) -> Iterator[Candidate]:
        """`[("user", "ada"), ("password", "…")]`, and a key and its secret."""
        yield from self._halves("", node)
        name = text_of(node.elements[0].value) if len(node.elements) == 2 else None
        if name is not None and _ITEM.fullmatch(name):
            for literal in self.named_literals(name, node.elements[1].value):
                yield self.candidate(literal, name)

    def visit_DictElement(self, node: cst.DictElement) -> Iterator[Candidate]:
        if (name := text_of(node.key)) is not None:
            yield from self._report(name, node.value)

    def _report(
        self, name: str, value: cst.BaseExpression, node: cst.CSTNode | None = None
    ) -> Iterator[Candidate]:
        if isinstance(value, cst.List | cst.Tuple) and len(value.elements) == len(_HALVES):
            yield from (found := list(self._halves(name, value)))
            if found:
                return
        for literal in self.named_literals(name, value):
            mend = self.as_field(literal, node) if isinstance(node, cst.AnnAssign) else None
            is_cipher = literal.encoded is not None and name.lower() == "key"
            yield self.candidate(literal, name, mend=mend, is_known=is_cipher)
        held = list(islice(credentials_in(name, value), _MOST_HELD))
        if any("-----BEGIN" in (text_of(it.value) or "") for it in held):
            return  # the lines of one private key, which the text rules find
        rows = value.elements if isinstance(value, cst.List | cst.Tuple) else ()
        halves = [it for row in rows for it in _pair_in(row.value)]
        held = [it for it in held if it.value not in halves]
        is_vocabulary = _is_vocabulary([text_of(it.value) or "" for it in held])
        for it in held:
            literals = self.literals(it.value)
            is_sure = it.is_sure and not is_vocabulary
            if is_sure or (literals and is_plain_password(literals[0].value)):
                yield from (self.candidate(found, name) for found in literals)

    def _rows(self, name: str, value: cst.BaseExpression) -> Iterator[Candidate]:
        """`for who, key, secret in ACCOUNTS:` names what the rows of ACCOUNTS hold."""
        for row in rows_of(name, value, self.module):
            for column, cell in row:
                if role_of(column) is not None:
                    yield from (self.candidate(it, column) for it in self.literals(cell))

    def _halves(self, name: str, row: cst.BaseExpression) -> Iterator[Candidate]:
        """A key and its secret under one name, to which each adds its own: `MAIN_API_KEY`."""
        for value, (half, role) in zip(_pair_in(row), _HALVES, strict=False):
            for literal in self.literals(value):
                own = f"{name}_{half}" if name else half
                yield self.candidate(literal, own, role=role, is_known=True)


def _is_inside(head: re.Match[bytes], above: bytes) -> bool:
    """Whether what stands behind a text is in the function that begins at a place in it."""
    line = above.rpartition(b"\n")[2]
    indent = len(line) - len(line.lstrip())
    return b"\n" not in above[head.end() :] or indent > len(head["indent"])


def _pair_in(value: cst.BaseExpression) -> list[cst.BaseExpression]:
    """The key and its secret that a list or a tuple holds beside each other, by their form."""
    row = [it.value for it in value.elements] if isinstance(value, cst.List | cst.Tuple) else []
    halves = [at for at, it in enumerate(row) if is_half(text_of(it) or "")]
    is_one = len(halves) == len(_HALVES) and halves[1] - halves[0] == 1
    return [row[at] for at in halves] if is_one else []


def _is_vocabulary(values: list[str]) -> bool:
    """Whether most of a collection are words: `TOKENS = {"(": "lparen", ")": "rparen", …}`."""
    words = sum(reason_against(it, Shape.PASSWORD) is not None for it in values)
    return len(values) >= _FEWEST_WORDS and words * 2 > len(values)


def _is_setting(target: cst.BaseExpression) -> bool:
    """Whether it is a web application's key: `app.config["SECRET_KEY"]`, `app.secret_key`."""
    is_item = isinstance(target, cst.Subscript) and dotted(target.value).endswith(".config")
    return is_item or dotted(target) == "app.secret_key"


def _target_name(target: cst.BaseExpression, module: Module) -> str | None:
    """The name of a variable, an attribute or an item; writes to the environment are another's."""
    if isinstance(target, cst.Subscript):
        index = target.slice[0].slice
        if isinstance(index, cst.Index) and not is_environ(target.value, module):
            return text_of(index.value)
        return None
    return dotted(target).rpartition(".")[2] or None

"""A credential that is passed as a literal."""

import re
from collections.abc import Iterator
from dataclasses import replace

import libcst as cst

from leakguard.candidate import Candidate, Shape
from leakguard.document import Span
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import Invalid, SyntaxRule, as_given, as_signing
from leakguard.syntax.calls import credential_arguments
from leakguard.syntax.environ import is_environ
from leakguard.syntax.literal import Literal
from leakguard.syntax.looks import Look
from leakguard.syntax.names import dotted, role_of, text_of
from leakguard.syntax.own_calls import parameters_of
from leakguard.syntax.triggers import (
    ENCODED_PAIR,
    KEY_LITERAL,
    NAMED_EXPRESSION,
    NAMED_LITERAL,
    NAMED_NAMES,
    NAMED_PHRASE,
    OWN_DEFINITION,
    sink_calls,
)

_PAIR = (("api_key", Role.KEY), ("api_secret", Role.SECRET))
_UNIMPORTED = {"Client", "AsyncClient", "AsyncClient.create", "Spot", "UMFutures", "CMFutures"}
"""Clients of Binance's SDKs that are known by their names alone."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]{1,60}")

_ENCODERS = {"b64encode", "standard_b64encode", "urlsafe_b64encode", "encodebytes", "encodestring"}

_SIGNING = {
    "encode", "decode", "sign", "verify", "Signer", "TimestampSigner", "Serializer",
    "TimedSerializer", "URLSafeSerializer", "URLSafeTimedSerializer",
}  # fmt: skip

_HIDING = {"SecretStr", "SecretBytes"}

_CIPHER_KEYS = {16, 24, 32}
"""Octets in a key of AES: https://csrc.nist.gov/pubs/fips/197/final"""

_KEY, _SECRET = made_up("base62", 64, 5), made_up("base62", 64, 6)


class HardcodedArgument(SyntaxRule):
    """A literal key passed to an exchange's client, or as an argument called like a credential.

    A name that holds a literal is followed to it inside the file.

    Why it is bad: every reader of the code has the key, and so has every clone and backup of it.
    Example: `Client("<the API key>", "<the secret>")`
    Use instead: `Client(os.environ["BINANCE_API_KEY"], os.environ["BINANCE_API_SECRET"])`
    References: CWE-798
    """

    ID = "hardcoded-argument"
    TITLE = "hard-coded in a call"
    SEVERITY = Severity.HIGH
    CONFIDENCE = Confidence.MEDIUM
    ADVICE = (
        "Revoke the key where it was made, and make a new one.",
        "Put the new one into the environment or a secret store, and read it from there:",
    )
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL, NAMED_PHRASE)
    STATEMENTS = (*sink_calls(), ENCODED_PAIR, NAMED_EXPRESSION, NAMED_NAMES, OWN_DEFINITION)
    LOOK = Look.NAMED
    VALID = (
        "import os\nfrom binance.client import Client\n"
        'client = Client(os.environ["BINANCE_API_KEY"], os.environ["BINANCE_API_SECRET"])\n',
        'from binance.client import Client\nclient = Client("", "")\n',
        'from binance.client import Client\nclient = Client("your-api-key", "your-api-secret")\n',
        f'verify(sha256="{made_up("hex", 64)}")\n',
        f'Digest("{made_up("hex", 64)}")\n',
        'import ftplib\nftplib.FTP(host, "garden", "garden")\n',
        'from Crypto.Cipher import AES\nAES.new(b"Sixteen byte key", AES.MODE_EAX)\n',
        'import smtplib\nserver.login("me@mailbox.internal", "my-password")\n',
        'import requests\nrequests.get(url, auth=("garden-3", "garden-3"))\n',
        'import jwt\njwt.encode(payload, "secret")\n',
        'import jwt\njwt.decode(token, "the-public-key")\n',
    )
    INVALID = (
        Invalid(
            f'from binance.client import Client\nclient = Client("{_KEY}", "{_SECRET}")\n',
            fixed="import os\n\nfrom binance.client import Client\nclient = Client("
            'os.environ["BINANCE_API_KEY"], os.environ["BINANCE_API_SECRET"])\n',
        ),
        Invalid(f'Client("{_KEY}", "{_SECRET}")\n'),
        Invalid(
            f"from binance import AsyncClient as AC\n\nasync def main():\n"
            f'    client = await AC.create(api_secret="{_SECRET}", api_key=key)\n'
        ),
        Invalid(f'from binance.spot import Spot\nSpot("{_KEY}", "{_SECRET}")\n'),
        Invalid(
            "from binance.um_futures import UMFutures\n"
            f'UMFutures(key="{_KEY}", secret="{_SECRET}")\n'
        ),
        Invalid(
            f"import ccxt.async_support as ccxt\n"
            f"exchange = ccxt.binance({{'apiKey': '{_KEY}', 'secret': '{_SECRET}'}})\n",
        ),
        Invalid(
            "from binance.client import Client\n"
            f'a = "{_KEY}"\nb = "{_SECRET}"\nclient = Client(a, b)\n',
            fixed="import os\n\nfrom binance.client import Client\n"
            'a = os.environ["BINANCE_API_KEY"]\nb = os.environ["BINANCE_API_SECRET"]\n'
            "client = Client(a, b)\n",
        ),
        Invalid(f'connect("host", api_secret="{_SECRET}")\n'),
        Invalid(
            f'FIRST = "{_SECRET[:32]}"\nSECOND = "{_SECRET[32:]}"\n'
            "connect(api_secret=FIRST + SECOND)\n"
        ),
        Invalid('import smtplib\nserver.login("me@mailbox.internal", "marmalade")\n'),
        Invalid(
            f'class Bot:\n    def __init__(self, token, chat): ...\n\nbot = Bot("{_SECRET}", 7)\n'
        ),
        Invalid(
            f'def connect(key, secret):\n    ...\n\nconnect("{_KEY[:18]}", "{_SECRET[:36]}")\n',
            fixed="import os\n\n\ndef connect(key, secret):\n    ...\n\n"
            'connect(os.environ["API_KEY"], os.environ["API_SECRET"])\n',
        ),
        Invalid('import jwt\njwt.encode(payload, "orange-marmalade", algorithm="HS256")\n'),
        Invalid(f'Token.objects.create(user=user, key="{made_up("hex", 40)}")\n'),
        Invalid(f'request.add_header("X-Api-Secret", "{_SECRET}")\n'),
        Invalid(
            f'from Crypto.Cipher import AES\nAES.new(b"{_SECRET[:8]}%&#{_SECRET[8:13]}", mode)\n'
        ),
        Invalid(
            "from pydantic import SecretStr\nclass Settings(BaseSettings):\n"
            f'    api_secret: SecretStr = SecretStr("{_SECRET}")\n',
            fixed="from pydantic import SecretStr\nclass Settings(BaseSettings):\n"
            "    api_secret: SecretStr\n",
        ),
        Invalid(
            f'import base64\nbase64.b64encode(b"ada:{_SECRET}")\n',
            fixed='import base64\nimport os\n\nbase64.b64encode(os.environ["PASSWORD"].encode())\n',
        ),
    )

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        known = list(credential_arguments(node, self.module, self.statement))
        for it in known:
            literals = self.module.literals(it.value, it.statement)
            field = self._field_of(node)
            for found in self._report(literals, it.value, it.name, it.role, it.provider, field):
                said = filter(None, (text_of(it.value) for it in node.args))
                found = _as_octets(found)
                yield as_signing(found) if _signs(node) else as_given(found, said)
        if isinstance(node.func, cst.Attribute) and is_environ(node.func.value, self.module):
            return
        if not known:
            yield from self._own(node)
        yield from self._named(node, {it.value for it in known})
        if (self.module.full_name(node.func) or "").rpartition(".")[2] in _ENCODERS and node.args:
            yield from self._encoded(node.args[0].value)
        is_unknown = not known and not self.module.is_imported(node.func)
        if is_unknown and dotted(node.func) in _UNIMPORTED:
            yield from self._unimported(node)

    def _own(self, call: cst.Call) -> Iterator[Candidate]:
        """What a function or a class of the module takes by position: `Bot("<the token>", 7)`."""
        name = call.func.value if isinstance(call.func, cst.Name) else ""
        given = [it for it in call.args if it.keyword is None and not it.star]
        if name in self.module.imports or not any(map(_is_text, given)):
            return
        parameters = parameters_of(self.module.document.data, name)
        for it, parameter in zip(given, parameters, strict=False):
            if _is_text(it) and role_of(parameter) not in (None, Role.PASSWORD):
                literals = self.named_literals(parameter, it.value)
                yield from self._report(literals, it.value, parameter, None, None)

    def _field_of(self, call: cst.Call) -> cst.AnnAssign | None:
        """The field that a call is the default of, if all that it does is to hide a text:
        `secret: SecretStr = SecretStr("…")`."""
        if dotted(call.func).rpartition(".")[2] not in _HIDING or len(call.args) > 1:
            return None
        fields = (it for it in self.statement.nodes() if isinstance(it, cst.AnnAssign))
        return next((it for it in fields if it.value is call), None)

    def _named(self, call: cst.Call, done: set[cst.BaseExpression]) -> Iterator[Candidate]:
        """Arguments under a credential's name: `api_secret="…"`, `add_header("X-Token", "…")`."""
        before: str | None = None
        for argument in call.args:
            name = argument.keyword.value if argument.keyword is not None else before
            before = text_of(argument.value) if argument.keyword is None else None
            is_written = argument.keyword is not None or not dotted(argument.value)
            if name is None or not is_written or argument.value in done:
                continue
            if name == "key" and role_of(dotted(call.func).partition(".")[0]) is Role.TOKEN:
                name = "token_key"  # Token.objects.create(user=user, key="…")
            if _NAME.fullmatch(name):
                literals = self.named_literals(name, argument.value)
                yield from self._report(literals, argument.value, name, None, None)

    def _encoded(self, value: cst.BaseExpression) -> Iterator[Candidate]:
        """`b64encode(b"user:password")`, as HTTP's basic scheme wants it."""
        for literal in self.literals(value):
            user, colon, password = literal.value.partition(":")
            if colon and user.isprintable() and " " not in user:
                pair = replace(literal, value=password)
                yield self.candidate(pair, "password", role=Role.PASSWORD, is_known=True)

    def _unimported(self, call: cst.Call) -> Iterator[Candidate]:
        """`Client("<key>", "<secret>")` in a snippet without its imports: by the values' form."""
        for argument, (name, role) in zip(call.args, _PAIR, strict=False):
            literals = self.literals(argument.value) if argument.keyword is None else []
            fitting = [it for it in literals if len(it.value) == 64 and it.value.isalnum()]
            yield from self._report(fitting, argument.value, name, role, "Binance")

    def _report(
        self, literals: list[Literal], value: cst.BaseExpression, name: str, role: Role | None,
        provider: str | None, field: cst.AnnAssign | None = None,
    ) -> Iterator[Candidate]:  # fmt: skip
        for literal in literals:
            related: tuple[tuple[str, Span], ...] = ()
            if literal.is_followed:
                related = (("passed here", self.span_of(value)),)
            yield self.candidate(
                literal,
                name,
                role=role,
                provider=provider,
                mend=self.as_field(literal, field),
                related=related,
                is_known=role is not None,
            )


def _is_text(argument: cst.Arg) -> bool:
    return isinstance(argument.value, cst.SimpleString)


def _signs(call: cst.Call) -> bool:
    """Whether a call signs tokens or checks them: `jwt.encode(payload, "…")`."""
    return dotted(call.func).rpartition(".")[2] in _SIGNING


def _as_octets(candidate: Candidate) -> Candidate:
    """Let any characters count in the key of a cipher, which is that many octets."""
    is_key = candidate.name == "key" and candidate.role is Role.SECRET
    if is_key and len(candidate.value) in _CIPHER_KEYS and " " not in candidate.value:
        return replace(candidate, shape=Shape.PASSWORD)
    return candidate

"""A credential that is passed as a literal."""

from collections.abc import Iterator

import libcst as cst

from leakguard.candidate import Candidate
from leakguard.document import Span
from leakguard.examples import made_up
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule import Invalid, SyntaxRule
from leakguard.syntax.environ import is_environ
from leakguard.syntax.names import dotted, text_of
from leakguard.syntax.triggers import KEY_LITERAL, NAMED_LITERAL

from .sinks import CCXT_CREDENTIALS, CCXT_PACKAGES, SINKS, Sink

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
    TRIGGERS = (KEY_LITERAL, NAMED_LITERAL)
    VALID = (
        "import os\nfrom binance.client import Client\n"
        'client = Client(os.environ["BINANCE_API_KEY"], os.environ["BINANCE_API_SECRET"])\n',
        'from binance.client import Client\nclient = Client("", "")\n',
        'from binance.client import Client\nclient = Client("your-api-key", "your-api-secret")\n',
        f'verify(sha256="{made_up("hex", 64)}")\n',
        f'Digest("{made_up("hex", 64)}")\n',
    )
    INVALID = (
        Invalid(
            f'from binance.client import Client\nclient = Client("{_KEY}", "{_SECRET}")\n',
            fixed="client = Client("
            'os.environ["BINANCE_API_KEY"], os.environ["BINANCE_API_SECRET"])',
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
            fixed='a = os.environ["BINANCE_API_KEY"]\nb = os.environ["BINANCE_API_SECRET"]',
        ),
        Invalid(f'connect("host", api_secret="{_SECRET}")\n'),
    )

    def visit_Call(self, node: cst.Call) -> Iterator[Candidate]:
        full = self._called(node.func)
        if full.partition(".")[0] in CCXT_PACKAGES:
            yield from self._ccxt(node, full)
        sink = self._sink(node, full)
        positional = iter(sink.parameters if sink else ())
        by_name = dict((*sink.parameters, *sink.keywords)) if sink else {}
        in_environ = isinstance(node.func, cst.Attribute) and is_environ(
            node.func.value, self.module
        )
        for argument in node.args:
            if argument.star:
                positional = iter(())
            elif argument.keyword is None:
                name, role = next(positional, (None, None))
                if sink and name and role:
                    yield from self._report(argument.value, name, role, sink.provider)
            elif sink and (role := by_name.get(argument.keyword.value)):
                yield from self._report(argument.value, argument.keyword.value, role, sink.provider)
            elif not in_environ:
                yield from self._report(argument.value, argument.keyword.value, None, None)

    def _called(self, function: cst.BaseExpression) -> str:
        """The full name of what is called; of `getattr(ccxt, name)` that of its first part."""
        if isinstance(function, cst.Call) and dotted(function.func) == "getattr" and function.args:
            function = function.args[0].value
        return self.module.full_name(function) or ""

    def _ccxt(self, call: cst.Call, full: str) -> Iterator[Candidate]:
        exchange = full.rpartition(".")[2]
        provider = "Binance" if exchange.startswith("binance") else None
        for argument in call.args:
            if not isinstance(argument.value, cst.Dict):
                continue
            for element in argument.value.elements:
                if not isinstance(element, cst.DictElement):
                    continue
                name = text_of(element.key) or ""
                if (role := CCXT_CREDENTIALS.get(name)) is not None:
                    yield from self._report(element.value, name, role, provider)

    def _report(
        self, value: cst.BaseExpression, name: str, role: Role | None, provider: str | None
    ) -> Iterator[Candidate]:
        for literal in self.literals(value) if role else self.named_literals(name, value):
            related: tuple[tuple[str, Span], ...] = ()
            if literal.is_followed:
                related = (("passed here", self.statement.span_of(value)),)
            yield self.candidate(literal, name, role=role, provider=provider, related=related)

    def _sink(self, call: cst.Call, full: str) -> Sink | None:
        """The sink that is called: by its import, or, where nothing imports the name, by the
        name alone."""
        package, _, _ = full.partition(".")
        imported = self.module.is_imported(call.func)
        for sink in SINKS:
            is_named = any(full == name or full.endswith("." + name) for name in sink.names)
            if is_named and (package in sink.packages or (not imported and full in sink.names)):
                return sink
        return None

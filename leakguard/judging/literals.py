"""How what only its own form tells gets out of Python: with the whole literal that it stands in.

The text rules know a token, or a password in a URL, wherever it stands; here the literal around it
is looked for, of which nothing is left behind: it is the value, a URL that holds it, or the PEM of
a private key.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from leakguard.advice.wishes import HALVES, spelled, variable
from leakguard.candidate import Candidate, Rewrite, Shape
from leakguard.context import assignment, names
from leakguard.document import Document, Span
from leakguard.finding import WITHOUT_FALLBACK, Mend
from leakguard.judging.fallbacks import Read, reads
from leakguard.secret import Secret
from leakguard.syntax.aliases import aliases
from leakguard.syntax.bounds import is_within_bounds
from leakguard.syntax.spans import Spans

_URL = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]{1,30})://[^\s{}]{1,2000}")
_LINE_END = re.compile(rb"\r\n?|\n")
_QUOTES = re.compile(rb"""\"{3}|'{3}|["']""")
_PEM = re.compile(r"\s*-----BEGIN [A-Z0-9 ]+-----[^-]+-----END [A-Z0-9 ]+-----\s*")
_DATABASES = {"postgres", "postgresql", "mysql", "mariadb", "mssql", "oracle"}
_NO_SERVICE = {"http", "https", "ws", "wss"}
_WITH_ADDRESSES = {
    **{it: it for it in ("PROXY", "BROKER", "NODE", "RPC", "PROVIDER")},
    **dict.fromkeys(("HTTP", "HTTPS", "ALL"), "PROXY"),
}
"""What a URL leads to, by the name that it is given: dicts of proxies have schemes for names."""

_NAMED_URL = {"URL", "URI", "DSN", "WEBHOOK", "ENDPOINT"}


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal that stands in an expression."""

    span: Span
    start: int
    """Where what is between its quotes begins."""
    value: str
    is_bytes: bool
    read: Read | None = None
    """The read of the environment whose fallback it is."""


@dataclass(frozen=True)
class Literals:
    """The literals of a Python source, looked for where somebody asks for them."""

    document: Document
    _of_statements: dict[Span, list[Literal]] = field(default_factory=dict, repr=False)

    @cached_property
    def _spans(self) -> Spans:
        return Spans(self.document.data)

    @cached_property
    def _aliases(self) -> Mapping[str, str]:
        return aliases(self.document.data)

    def completed(self, candidate: Candidate) -> Candidate:
        """Give a pair of which a syntax rule saw one half alone with how the other gets out."""
        if not (candidate.is_partly_mended and candidate.rewrites and self.document.is_python):
            return candidate
        first = candidate.rewrites[0]
        added = [
            Rewrite(it, self._statement(it.span[0]), first.environ, first.imports)
            for it in self.mends(candidate)
        ]
        every = sorted((*candidate.rewrites, *added), key=lambda it: it.mend.span)
        whole = replace(candidate, rewrites=tuple(every))
        is_whole = all(_is_in(it, whole.mends) for it in _wanted(whole))
        return replace(whole, is_partly_mended=not is_whole)

    def mends(self, candidate: Candidate) -> tuple[Mend, ...]:
        """Give how that gets out of the source which no syntax rule saw; of a pair, each half
        that can."""
        found: dict[Span, Mend] = {}
        for span in _wanted(candidate):
            if not _is_in(span, candidate.mends) and (it := self._at(span)) is not None:
                name = _name(self.document, candidate, span, it)
                if name is not None:
                    found[it.span] = _mend(it, name)
        return tuple(found.values())

    def _statement(self, offset: int) -> Span:
        """Give the statement around a byte, without what stands around it on its lines."""
        start, end = self._spans.at(offset)
        line = self.document.data[start:end]
        return start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip())

    def _at(self, span: Span) -> Literal | None:
        """Give the literal that holds a span."""
        statement = self._spans.at(span[0])
        if statement not in self._of_statements:
            self._of_statements[statement] = list(
                _literals(self.document, statement, self._aliases)
            )
        around = (
            it
            for it in self._of_statements[statement]
            if it.span[0] < span[0] and span[1] < it.span[1]
        )
        return next(around, None)


def _mend(literal: Literal, name: str) -> Mend:
    """Give how a literal gets out; a fallback with the read around it, which without it is a
    look-up of the variable that the program knows."""
    form = "{read}.encode()" if literal.is_bytes else "{read}"
    own = Mend(literal.span, form, Secret(literal.value), name, parts=(literal.span,))
    read = literal.read
    if read is None:
        return own
    return replace(
        own, span=read.span, form="{read}", name=read.variable, is_given=True,
        doubt=WITHOUT_FALLBACK,
    )  # fmt: skip


def is_partial(candidate: Candidate, mends: tuple[Mend, ...]) -> bool:
    """Tell whether a part of a candidate, such as one half of a pair, stays where it is."""
    return 0 < len(mends) < len(_wanted(candidate))


def _is_in(span: Span, mends: tuple[Mend, ...]) -> bool:
    """Tell whether a value gets out with one of some mends."""
    parts = (part for it in mends for part in (it.span, *it.parts))
    return any(start <= span[0] and span[1] <= end for start, end in parts)


def _wanted(candidate: Candidate) -> list[Span]:
    if candidate.shape is Shape.STATEMENT:
        return []
    return [candidate.span, *(span for label, span in candidate.related if label in HALVES)]


def _name(document: Document, candidate: Candidate, span: Span, literal: Literal) -> str | None:
    """Give the name to wish for, or None if the literal holds something else besides."""
    inner = document.text(*span)
    given = assignment.name_at(document, literal.start)
    lines = inner.replace("\\r", "\r").replace("\\n", "\n")
    is_pem = _PEM.fullmatch(literal.value) and (inner in literal.value or lines in literal.value)
    if literal.value == inner or is_pem:
        is_own = span == candidate.span
        return variable(candidate, span, name=candidate.name or given if is_own else given)
    match = _URL.fullmatch(literal.value)
    if match is None or inner not in literal.value:
        return None
    service = candidate.provider or ("RPC" if "node service" in candidate.facts.title else "")
    name = _name_of_url(match["scheme"].lower(), given or "", service)
    is_hook = "webhook" in candidate.facts.title.lower() and "HOOK" not in name
    return name.replace("_URL", "_WEBHOOK_URL") if is_hook else name


def _name_of_url(scheme: str, given: str, provider: str) -> str:
    written = names.environment_name(given.removeprefix("self."))
    if "_" in written:
        return written
    if not provider and scheme in _NO_SERVICE and written in _WITH_ADDRESSES:
        return f"{_WITH_ADDRESSES[written]}_URL"
    service = scheme.partition("+")[0]
    service = "DATABASE" if service in _DATABASES else service.upper()
    if scheme in _NO_SERVICE:
        service = "SERVICE"
    return f"{spelled(provider) or service}_{written if written in _NAMED_URL else 'URL'}"


def _literals(document: Document, statement: Span, aliases: Mapping[str, str]) -> Iterator[Literal]:
    """Give the literals of a logical line whose places a look-up can take."""
    if document.encoding != "utf-8" or (line := _line(document.data, statement)) is None:
        return
    behind = dict(reads(line.tree, line.span, aliases))
    for node in _texts(line.tree):
        if isinstance(node, ast.Constant):
            value = node.value.decode("latin-1") if isinstance(node.value, bytes) else node.value
            if isinstance(value, str) and value.isascii():
                span = line.span(node)
                quotes = _QUOTES.search(document.data, *span)
                inner = quotes.end() if quotes is not None else span[0]
                is_bytes = isinstance(node.value, bytes)
                yield Literal(span, inner, value, is_bytes, behind.get(span))


Text = ast.Constant | ast.JoinedStr | ast.Expr
"""A text in an expression; a formatted one; one that is a statement of its own."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A logical line as Python reads it, and where its physical lines start, in bytes."""

    tree: ast.AST | None
    starts: list[int]

    def span(self, node: ast.expr | ast.stmt) -> Span:
        """Give where a node stands."""
        last = self.starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        return self.starts[node.lineno - 1] + node.col_offset, last


def texts(data: bytes, statement: Span) -> Iterator[tuple[Span, Text]]:
    """Give the texts in a logical line of a UTF-8 source, with where they stand, but for those in
    annotations and patterns; nothing if it is no Python."""
    line = _line(data, statement)
    if line is not None:
        yield from ((line.span(node), node) for node in _texts(line.tree))


def _line(data: bytes, statement: Span) -> _Line | None:
    line = data[slice(*statement)]
    start = statement[0] + len(line) - len(line.lstrip(b" \t\f\r\n"))
    text = data[start : statement[1]].decode("utf-8", "replace")
    if not is_within_bounds(text):
        return None
    ends = _LINE_END.finditer(data[start : statement[1]])
    return _Line(_parsed(text), [start, *(start + it.end() for it in ends)])


def _parsed(text: str) -> ast.AST | None:
    """Give a logical line as Python reads it; the head of a block with an empty block."""
    for whole in (text, f"{text.rstrip()} pass"):
        try:
            body = ast.parse(whole).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        return body[0] if len(body) == 1 else ast.Module(body, [])
    return None


def _texts(node: ast.AST | None) -> Iterator[Text]:
    stack = [node] if node is not None else []
    while stack:
        node = stack.pop()
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) or isinstance(
            node, ast.JoinedStr
        ):
            yield node
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, str | bytes):
                yield node
        elif not isinstance(node, ast.pattern):
            apart = {getattr(node, "annotation", None), getattr(node, "returns", None)}
            stack += [it for it in ast.iter_child_nodes(node) if it not in apart]

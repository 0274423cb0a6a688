"""A constant value with its places in the document."""

from dataclasses import dataclass, field

import libcst as cst

from leakguard.document import Span
from leakguard.syntax.fold import Constant, Part
from leakguard.syntax.fold.constant import Scalar
from leakguard.syntax.names import text_of
from leakguard.syntax.statement import Statement


@dataclass(frozen=True, slots=True)
class Literal:
    """A string or bytes constant that an expression stands for."""

    value: str
    span: Span
    """Where it stands, quotes included, which need not be where it is used."""
    inner: Span
    """Where its value stands: without quotes, if it is a single literal."""
    statement: Statement
    """The one in which it stands, perhaps of another module."""
    is_bytes: bool = False
    is_followed: bool = False
    """Whether it was reached through a name."""
    parts: tuple[Span, ...] = ()
    """Where the literals stand that it is put together of, if it is more than one."""
    how: tuple[str, ...] = ()
    """The decodings that it goes through in the program, such as `base64`."""
    exact: str | None = field(default=None, repr=False)
    """What the program has, letter for letter, and as UTF-8 if it is bytes. None where that is
    not text, or where a part stands in another file. `value` is for people to know it again."""
    encoded: "Literal | None" = field(default=None, repr=False)
    """Of bytes that are no text: the one literal that they are decoded from."""


def literal_of(constant: Constant) -> Literal:
    """Give a folded value with its places in the document."""
    single = constant.parts[0] if len(constant.parts) == 1 else None
    home = single if single is not None and single.node is constant.whole.node else constant.whole
    span = home.statement.span_of(home.node)
    parts = tuple(
        it.statement.span_of(it.node)
        for it in constant.parts
        if it.statement.document is home.statement.document
    )
    value = constant.value
    exact = _exact(value) if len(parts) == len(constant.parts) else None
    return Literal(
        _readable(value, constant.parts) if isinstance(value, bytes) else str(value),
        span,
        _inside(home.node, span),
        home.statement,
        isinstance(value, bytes),
        constant.is_followed,
        () if parts == (span,) else parts,
        constant.how,
        exact,
        _encoded(constant) if exact is None else None,
    )


def _encoded(constant: Constant) -> Literal | None:
    if len(constant.parts) != 1:
        return None
    part = constant.parts[0]
    written = text_of(part.node)
    is_here = part.statement.document is constant.whole.statement.document
    if not written or not is_here or part.node is constant.whole.node:
        return None
    span, is_bytes = part.statement.span_of(part.node), _is_bytes(part.node)
    inner = _inside(part.node, span)
    return Literal(written, span, inner, part.statement, is_bytes, exact=written)


def _is_bytes(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.SimpleString) and "b" in node.prefix.lower()


def _exact(value: Scalar) -> str | None:
    try:
        return value.decode("utf-8") if isinstance(value, bytes) else str(value)
    except UnicodeDecodeError:
        return None


def _readable(value: bytes, parts: tuple[Part, ...]) -> str:
    """Give bytes as text; what was decoded from one literal and is no text, as it stands there."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if (text.isprintable() and text) or not value:
        return text
    written = text_of(parts[0].node) if len(parts) == 1 else None
    return written or value.decode("latin-1")


def _inside(node: cst.BaseExpression, span: Span) -> Span:
    if not isinstance(node, cst.SimpleString):
        return span
    quote = len(node.quote)
    return span[0] + len(node.prefix) + quote, span[1] - quote

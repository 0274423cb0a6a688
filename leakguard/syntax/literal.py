"""A constant value with its places in the document."""

from base64 import b64encode, urlsafe_b64encode
from dataclasses import dataclass, field
from functools import cached_property

import libcst as cst

from leakguard.document import Span
from leakguard.syntax.fold import Constant, Part
from leakguard.syntax.fold.constant import Scalar
from leakguard.syntax.names import text_of
from leakguard.syntax.statement import Statement


@dataclass(frozen=True)
class Literal:
    """A string or bytes constant that an expression stands for."""

    value: str
    _constant: Constant = field(repr=False)

    @cached_property
    def _home(self) -> Part:
        constant = self._constant
        single = constant.parts[0] if len(constant.parts) == 1 else None
        is_whole = single is not None and single.node is constant.whole.node
        return single if single is not None and is_whole else constant.whole

    @property
    def statement(self) -> Statement:
        """The one in which it stands, perhaps of another module."""
        return self._home.statement

    @cached_property
    def span(self) -> Span:
        """Where it stands, quotes included, which need not be where it is used."""
        return self._home.statement.span_of(self._home.node)

    @property
    def inner(self) -> Span:
        """Where its value stands: without quotes, if it is a single literal."""
        return _inside(self._home.node, self.span)

    @cached_property
    def parts(self) -> tuple[Span, ...]:
        """Where the literals stand that it is put together of, if it is more than one."""
        parts = tuple(it.statement.span_of(it.node) for it in self._parts_here)
        return () if parts == (self.span,) else parts

    @property
    def _parts_here(self) -> list[Part]:
        here = self._home.statement.document
        return [it for it in self._constant.parts if it.statement.document is here]

    @property
    def is_bytes(self) -> bool:
        """Whether the program has bytes, no text."""
        return isinstance(self._constant.value, bytes)

    @property
    def is_followed(self) -> bool:
        """Whether it was reached through a name."""
        return self._constant.is_followed

    @property
    def how(self) -> tuple[str, ...]:
        """The decodings that it goes through in the program, such as `base64`."""
        return self._constant.how

    @property
    def exact(self) -> str | None:
        """What the program has, letter for letter, and as UTF-8 if it is bytes. None where that is
        not text, or where a part stands in another file. `value` is for people to know it again."""
        is_here = len(self._parts_here) == len(self._constant.parts)
        return _exact(self._constant.value) if is_here else None

    @property
    def plain(self) -> str | None:
        """What stands in the one literal whose base64 it is: what looks random need not be so."""
        parts, value = self._constant.parts, self._constant.value
        text = text_of(parts[0].node) if len(parts) == 1 else None
        if text is None:
            return None
        raw = text.encode("latin-1", "replace")
        given = value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
        return text if given in (b64encode(raw), urlsafe_b64encode(raw)) else None

    @property
    def encoded(self) -> "Literal | None":
        """Of bytes that are no text: the one literal that they are decoded from."""
        if self.exact is not None or len(self._constant.parts) != 1:
            return None
        part, whole = self._constant.parts[0], self._constant.whole
        written = text_of(part.node)
        is_here = part.statement.document is whole.statement.document
        if not written or not is_here or part.node is whole.node:
            return None
        is_bytes = isinstance(part.node, cst.SimpleString) and "b" in part.node.prefix.lower()
        return literal_of(Constant(written.encode() if is_bytes else written, part, (part,)))


def literal_of(constant: Constant) -> Literal:
    """Give a folded value with its places in the document, which are looked up when asked for."""
    value = constant.value
    text = _readable(value, constant.parts) if isinstance(value, bytes) else str(value)
    return Literal(text, constant)


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

"""Literals that are filled into a text where it says `password=` or `://user:` before them."""

import re
from collections.abc import Iterator, Sequence

import libcst as cst

from leakguard.syntax.names import dotted, text_of

_PERCENT = re.compile(r"%(?:\((?P<name>\w+)\))?[#0\- +]*\d*(?:\.\d+)?[sdriqx]")
_BRACES = re.compile(r"\{(?P<name>\w*)(?:![sra])?(?::[^{}]*)?\}")
PASSWORD = re.compile(
    r"(?:passw(?:or)?d|passwd|passwort|passphrase|pwd|pass|token|secret|api_?key)\w{0,4}"
    r"[\"']?\s?[=:]\s?[\"']?$|://[^\s/@]*:$|^[^\s:/]+:$",
    re.IGNORECASE,
)
"""What stands before a credential in a text."""

_QUOTES = {"quote", "quote_plus", "urlquote"}
"""Calls that escape what stands in a URL."""

BEARER = re.compile(r"\bbearer\s$", re.IGNORECASE)
"""What stands before the token of an Authorization header."""


def filled(
    node: cst.BaseExpression, asks: re.Pattern[str] = PASSWORD
) -> Iterator[cst.BaseExpression]:
    """Give what an expression puts into a text behind what `asks` for a credential:
    `"password=%s" % "…"`, `"://{}:{}@host".format("user", "…")`, `f"password={'…'}"`,
    `"password=" + "…"`."""
    if isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute):
        template = text_of(node.func.value)
        if node.func.attr.value == "format" and template is not None:
            given = [it.value for it in node.args if it.keyword is None and not it.star]
            named = {it.keyword.value: it.value for it in node.args if it.keyword is not None}
            yield from _asked_for(template, asks, _BRACES, given, named)
    elif isinstance(node, cst.BinaryOperation):
        if isinstance(node.operator, cst.Modulo):
            template = text_of(node.left)
            right = node.right
            given = [right]
            if isinstance(right, cst.Tuple):
                given = [it.value for it in right.elements]
            yield from _asked_for(template or "", asks, _PERCENT, given, {})
        elif isinstance(node.operator, cst.Add) and asks.search(_ending(node.left)):
            yield _quoted(node.right)
    elif isinstance(node, cst.FormattedString):
        yield from _of_parts(node, asks)


def _asked_for(
    template: str,
    asks: re.Pattern[str],
    placeholder: re.Pattern[str],
    given: Sequence[cst.BaseExpression],
    named: dict[str, cst.BaseExpression],
) -> Iterator[cst.BaseExpression]:
    for number, match in enumerate(placeholder.finditer(template)):
        before = placeholder.sub("x", template[: match.start()])
        if not asks.search(before):
            continue
        name = match["name"] or str(number)
        if name in named:
            yield named[name]
        elif name.isdigit() and int(name) < len(given):
            yield given[int(name)]


def _of_parts(node: cst.FormattedString, asks: re.Pattern[str]) -> Iterator[cst.BaseExpression]:
    before = ""
    for part in node.parts:
        if isinstance(part, cst.FormattedStringText):
            before += part.value
        else:
            if isinstance(part, cst.FormattedStringExpression) and asks.search(before):
                yield part.expression
            before += "x"


def _quoted(node: cst.BaseExpression) -> cst.BaseExpression:
    """What is put into a URL by way of a call that escapes it: `quote_plus("…")`."""
    if isinstance(node, cst.Call) and len(node.args) == 1:
        is_quoted = dotted(node.func).rpartition(".")[2] in _QUOTES
        return node.args[0].value if is_quoted else node
    return node


def _ending(node: cst.BaseExpression) -> str:
    """The text that a sum ends with, as far as it is written there."""
    if isinstance(node, cst.BinaryOperation):
        return _ending(node.right)
    return text_of(node) or ""

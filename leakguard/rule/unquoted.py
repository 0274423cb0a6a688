"""Whether what stands behind a credential's name is the value: without quotes it may be code or
prose, and between two quotes of different kinds a part of something."""

import re

from leakguard.candidate import Shape
from leakguard.document import Document, Span
from leakguard.values.notations import is_of_signs
from leakguard.values.randomness import is_random

QUOTES = (b'"', b"'", b"`")

_REACH = 200
"""Bytes of a line that are looked at."""

_EXPRESSION = re.compile(
    r"[A-Za-z_$][\w$]*(?:(?:\.|->|::?)[A-Za-z_$][\w$]*)*[(\[]|[(\[{,]|@(?!\w*\d\w*$)|\\?&[A-Za-z_]|[\w$]+(?:->|::)|![01]\b"
)
_OPERATORS = re.compile(r"&&|\|\||=>|===|;return\b")
"""What code has, and what nobody puts into a value without quotes."""
_CALLED_SO = re.compile(r"[A-Za-z]\w*_(?:pass|password|passwd|pwd|token|secret|key)")
_DOTTED = re.compile(r"_*[A-Za-z]\w*(?:\._*[A-Za-z]\w*)+")
_CHOSEN = re.compile(r"[A-Za-z][a-z]{2,}\.[A-Z][a-z]{2,}[0-9]{2,8}")
"""Two words and a number, as people make passwords, where no code stands: `Cowboy.Garden55`."""
_COMMENT_LINE = re.compile(rb"\s*(?:#(?!\{)|//|(?:/\*|\*(?=[\s*]|$))(?!/|.*\*/)|--|;|%|REM\b|<!--)")
_COMMENT_BEHIND = re.compile(rb"\s(?:#|//)\s")
_HEADER = re.compile(
    rb"""(?P<quote>["'`])
         (?: [A-Za-z][\w.\-]{1,60}(?: :[ ]? | = ) | (?P<opens>\$\{)[\w.\-]{1,80}:-? )$""",
    re.VERBOSE,
)
_TEMPLATE = re.compile(
    rb"\{\{(?:(?!\}\}).)*$|[%?]\{[^{}]*$|%\([^()]*$|\$\([A-Za-z_]\w*:$", re.DOTALL
)
"""What stands before code in a template: `{{ lookup(user, password=…) }}`, `%(secret:name)s`,
`$(PWD:.exe=.res)`."""
_CUT = (b"...", "\N{HORIZONTAL ELLIPSIS}".encode())
"""What stands behind a part of a value: `key=4f1c2a...`."""
_IS_SET = re.compile(rb"[ \t]{1,16}:?=[ \t]")
"""What stands behind what is set itself, or its type: `PASSWORD: c_ulong = 2`."""
_IS_GIVEN, _ARGUMENT = re.compile(rb"[ \t]=[ \t]+$"), re.compile(rb"[ ][$@][A-Za-z_]")
"""Around a call without brackets: `$pwd = hashed $value`. Shells have no blank before `=`."""
_FOR_PEOPLE = re.compile(
    r"\.(?:md|rst|txt|adoc|asciidoc|textile|html?|tex|texi|texinfo|[1-8])$"
    r"|(?:^|/)(?:README|INSTALL|CHANGES|ChangeLog|CHANGELOG|NEWS|TODO)(?:\.\w+)?$"
)
_JOINED = re.compile(rb"[\"'`]\s{0,8}(?:\+|\.(?=[ $]))\s{0,8}[A-Za-z_$]")
_SHORTEST_JOINED = 8
"""What is shorter only begins the value that code joins of it: `'AWS4' + secretKey`."""
_PROSE = re.compile(rb"[ \t]+(?:\(?[A-Za-z]{2,}[ \t.,;:)=\r\n]|-[ ]|\d+(?:\.\d+)+[ ])")
"""What follows an unquoted value in a sentence: `secret: OAuth2 client secret`."""


def reason_without_quotes(
    document: Document, span: Span, before: bytes, value: str, shape: Shape
) -> str | None:
    """Give the name of the reason why what stands there unquoted is no value, or None."""
    if _is_expression(document, span, before, value):
        return "expression"
    if document.data.startswith(_CUT, span[1]):
        return "prefix"
    if _IS_SET.match(document.data, span[1]):
        return "not-given"
    return "prose" if shape is Shape.PASSWORD and _is_in_prose(document, span) else None


def _is_expression(document: Document, span: Span, before: bytes, value: str) -> bool:
    """Whether what stands unquoted is code that gives a value, rather than the value."""
    # Of Python only what stands in comments and strings comes here.
    is_told = _is_header(document, span, before) or _is_in_element(document, span, before)
    is_code = document.is_code and not document.is_python and not is_told
    if (is_code and not _is_in_comment(document, span, before)) or _TEMPLATE.search(before):
        return True
    is_dotted = _DOTTED.fullmatch(value.partition(";")[0]) is not None and not is_random(value)
    is_dotted = is_dotted and (document.is_code or not _CHOSEN.fullmatch(value))
    is_member = value.startswith(":") and before.endswith(b":")  # password::verify
    if _IS_GIVEN.search(before) and _ARGUMENT.match(document.data, span[1]):
        return True
    if is_written_about(document) and _CALLED_SO.fullmatch(value.partition(")")[0]):
        return True  # "password": s300_pass
    is_minified = _OPERATORS.search(value) is not None
    return is_dotted or is_member or is_minified or _EXPRESSION.match(value) is not None


def _is_header(document: Document, span: Span, before: bytes) -> bool:
    """Whether name and value are the whole of a string: `"X-Access-Token: …"`, `"${name:…}"`."""
    header = _HEADER.search(before)
    if header is None:
        return False
    return document.data.startswith(b"}" * bool(header["opens"]) + header["quote"], span[1])


def _is_in_element(document: Document, span: Span, before: bytes) -> bool:
    """Whether a value is the whole text of an element of XML, in a string: `<token>…</token>`."""
    return before.endswith(b">") and document.data.startswith(b"</", span[1])


def _is_in_comment(document: Document, span: Span, before: bytes) -> bool:
    start = document.line_span(span[0])[0]
    line = document.data[start : min(span[0], start + _REACH)]
    return bool(_COMMENT_LINE.match(line) or _COMMENT_BEHIND.search(before))


def _is_in_prose(document: Document, span: Span) -> bool:
    """Whether a sentence goes on behind an unquoted value."""
    return (
        is_written_about(document)
        and _PROSE.match(document.data, span[1], span[1] + 100) is not None
    )


def is_written_about(document: Document) -> bool:
    """Whether it is code, or a text for people, rather than a configuration."""
    return document.is_code or _FOR_PEOPLE.search(document.path) is not None


def reason_of_quotes(document: Document, span: Span, value: str) -> str | None:
    """Give why a value in quotes is only a part of one: a short text that code joins with more; or
    one of all signs that does not end with the quote that opens it, of a text that has quotes of
    other kinds among its signs."""
    opened, closed = (document.data[it : it + 1] for it in (span[0] - 1, span[1]))
    if opened in QUOTES and len(value) < _SHORTEST_JOINED and _JOINED.match(document.data, span[1]):
        return "prefix"
    is_part = opened in QUOTES and closed in QUOTES and opened != closed
    return "other-characters" if is_part and is_of_signs(value) else None

"""Fields of settings classes: the variable by which pydantic-settings fills one that has no
default.

https://docs.pydantic.dev/latest/concepts/pydantic_settings/#environment-variable-names
"""

import re

import libcst as cst

from leakguard.finding import Row
from leakguard.syntax.module import Module
from leakguard.syntax.statement import Statement

_HEAD = re.compile(rb"class[ \t]+\w+[ \t]*\([ \t]*(?:\w+\.)*BaseSettings[ \t]*\)[ \t]*:")
_TEXT = r"(?:str|bytes|(?:pydantic\.)?Secret(?:Str|Bytes)|\w+(?:Url|Dsn))"
_PLAIN = re.compile(rf"{_TEXT}|Optional\[{_TEXT}\]|{_TEXT}[ ]?\|[ ]?None")
"""Annotations of what is read as it stands in the environment, and not as JSON."""

_PREFIX = re.compile(rb"""env_prefix["']?\s{0,9}[=:]\s{0,9}["'](\w*)["']\s{0,9}[,})\r\n]""")
_EXACT = re.compile(rb"case_sensitive\b")
_ALIAS = re.compile(r"\b(?:validation_alias|alias|env)\s{0,9}=\s{0,9}")
_NAME = re.compile(r"""["'](\w+)["']\s{0,9}[,)]""")


def variable_of_field(node: cst.AnnAssign, statement: Statement, module: Module) -> str | None:
    """Give the variable that a field of a class of settings is read from; None for one that is
    none, or of which that cannot be told."""
    blocks = module.spans.blocks(statement.span[0])
    annotation = statement.document.text(*statement.span_of(node.annotation.annotation))
    if not blocks or not blocks[0].is_class or not isinstance(node.target, cst.Name):
        return None
    body = _body(module.document.data, blocks[0].start)
    if not _HEAD.match(body) or not _PLAIN.fullmatch(annotation) or _EXACT.search(body):
        return None
    text = statement.document.text(*statement.span)
    if (alias := _ALIAS.search(text)) is not None:
        name = _NAME.match(text, alias.end())
        return name[1].upper() if name is not None else None
    prefixes = _PREFIX.findall(body)
    if len(prefixes) != body.count(b"env_prefix") or len(prefixes) > 1:
        return None
    return f"{b''.join(prefixes).decode()}{node.target.value}".upper()


def default_of_field(node: cst.AnnAssign, statement: Statement) -> Row | None:
    """Give what is left out for a field to have no default: all behind its annotation."""
    if node.value is None:
        return None
    start = statement.span_of(node.annotation.annotation)[1]
    return Row((((start, statement.span_of(node.value)[1]),),), 0)


def _body(data: bytes, start: int) -> bytes:
    """Give a class, from the start of its head to the line that is indented no more."""
    line = data.rfind(b"\n", 0, start) + 1
    indent = len(data[line : line + 200]) - len(data[line : line + 200].lstrip(b" \t"))
    end = re.compile(rb"\n[ \t]{0,%d}[^\s#)\]}]" % indent).search(data, start)
    return data[start : end.start() if end is not None else len(data)].lstrip()

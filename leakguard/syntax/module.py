"""What syntax rules ask about the module around a node: imports, bindings, constant values."""

import re
import warnings
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

import libcst as cst

from leakguard.document import Document, Span
from leakguard.syntax.lines import LogicalLines, logical_lines
from leakguard.syntax.statement import Statement, parse_statement

_IMPORT = re.compile(rb"[ \t]*(?:import|from)[ \t]")
_DEEPEST = 8
"""How many names and operators a value is followed through."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A string or bytes constant that an expression stands for."""

    value: str
    span: Span
    """Where it stands, quotes included, which need not be where it is used."""
    inner: Span
    """Where its value stands: without quotes, if it is a single literal."""
    statement: Statement
    """The one in which it stands."""
    is_bytes: bool = False
    followed: bool = False
    """Whether it was reached through a name."""


@dataclass(frozen=True, slots=True)
class Binding:
    """One place where a name is given a value."""

    statement: Statement
    line: int
    value: cst.BaseExpression


@dataclass(frozen=True)
class Module:
    """A Python document, of which only the statements that somebody asks for are parsed."""

    document: Document
    _statements: dict[int, Statement | None] = field(default_factory=dict, repr=False)
    _bindings: dict[str, list[Binding]] = field(default_factory=dict, repr=False)
    reads: dict[str, Binding | None] = field(default_factory=dict, repr=False)
    """What `leakguard.syntax.environ` found out about names."""

    @cached_property
    def lines(self) -> LogicalLines:
        """Where each statement starts and ends."""
        return logical_lines(self.document.data)

    def statement(self, line: int) -> Statement | None:
        """Give a logical line, by its number from 0, parsed; None if it cannot be."""
        if line not in self._statements:
            self._statements[line] = parse_statement(self.document, self.lines.spans[line])
        return self._statements[line]

    @cached_property
    def imports(self) -> dict[str, str]:
        """The full name of each imported name: `{"e": "os.environ"}` for
        `from os import environ as e`."""
        found: dict[str, str] = {}
        for line, (start, end) in enumerate(self.lines.spans):
            if _IMPORT.match(self.document.data, start, end) and (parsed := self.statement(line)):
                for node in parsed.nodes():
                    if isinstance(node, cst.Import):
                        found.update(_imported(node.names, ""))
                    elif isinstance(node, cst.ImportFrom) and not isinstance(
                        node.names, cst.ImportStar
                    ):
                        package = dotted(node.module) if node.module else ""
                        prefix = "." * len(node.relative) + (f"{package}." if package else "")
                        found.update(_imported(node.names, prefix))
        return found

    def full_name(self, node: cst.BaseExpression) -> str | None:
        """Give the dotted name of a name or attribute, its first part resolved by the imports."""
        name = dotted(node)
        if not name:
            return None
        first, dot, rest = name.partition(".")
        return self.imports.get(first, first) + dot + rest

    @cached_property
    def environ(self) -> str:
        """How the module can write `os.environ` with the imports that it has."""
        for name, full in self.imports.items():
            if full == "os.environ":
                return name
        for name, full in self.imports.items():
            if full == "os":
                return f"{name}.environ"
        return "os.environ"

    def is_imported(self, node: cst.BaseExpression) -> bool:
        """Tell whether the first part of a dotted name comes from an import statement."""
        return dotted(node).partition(".")[0] in self.imports

    def literal(
        self, node: cst.BaseExpression, statement: Statement, depth: int = 0
    ) -> Literal | None:
        """Give the constant that `node` stands for, or None if it is not known."""
        if depth > _DEEPEST:
            return None
        if name := dotted(node):
            return self._followed(name, statement, depth)
        value = constant(node)
        if value is None:
            return None
        span = statement.span_of(node)
        return Literal(value, span, _inside(node, span), statement, _is_bytes(node))

    def _followed(self, name: str, statement: Statement, depth: int) -> Literal | None:
        bindings = self.bindings(name)
        above = bisect_left(bindings, self.lines.at(statement.span[0]), key=lambda it: it.line)
        if not above:
            return None
        last = bindings[above - 1]
        found = self.literal(last.value, last.statement, depth + 1)
        return replace(found, followed=True) if found else None

    def bindings(self, name: str) -> list[Binding]:
        """Give where `name`, which may be dotted, is assigned to, in order of the lines."""
        if name not in self._bindings:
            self._bindings[name] = self._find_bindings(name)
        return self._bindings[name]

    def _find_bindings(self, name: str) -> list[Binding]:
        found = []
        start_of_binding = re.compile(
            rb"[^\n]{0,200}?(?<![\w.])" + re.escape(name.encode()) + rb"(?!\w)[^\n]{0,200}?=(?!=)"
        )
        for line in self.lines.with_name(name):
            start, end = self.lines.spans[line]
            if start_of_binding.match(self.document.data, start, end) and (
                parsed := self.statement(line)
            ):
                for target, value in assignments(parsed):
                    if dotted(target) == name:
                        found.append(Binding(parsed, line, value))
        return found


Assignment: TypeAlias = cst.Assign | cst.AnnAssign | cst.NamedExpr | cst.AugAssign


def assignments(statement: Statement) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """Give each (target, value) of the assignments in a statement, tuples taken apart."""
    for node in statement.nodes():
        if isinstance(node, Assignment):
            yield from assigned(node)


def assigned(node: Assignment) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """Give each (target, value) of one assignment, tuples taken apart."""
    if isinstance(node, cst.Assign):
        for target in node.targets:
            yield from _pairs(target.target, node.value)
    elif node.value is not None:
        yield node.target, node.value


def _pairs(
    target: cst.BaseExpression, value: cst.BaseExpression
) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    sequence = cst.Tuple | cst.List
    if isinstance(target, sequence) and isinstance(value, sequence):
        if len(target.elements) == len(value.elements):
            for one, its_value in zip(target.elements, value.elements, strict=True):
                yield from _pairs(one.value, its_value.value)
    else:
        yield target, value


def constant(node: cst.BaseExpression) -> str | None:
    """Give the value of a string or bytes literal, or of several that are joined, as text."""
    if isinstance(node, cst.SimpleString):
        return _evaluated(node)
    if isinstance(node, cst.ConcatenatedString) or (
        isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add)
    ):
        left, right = constant(node.left), constant(node.right)
    elif isinstance(node, cst.FormattedString) and all(
        isinstance(part, cst.FormattedStringText) for part in node.parts
    ):
        return "".join(
            part.value for part in node.parts if isinstance(part, cst.FormattedStringText)
        )
    else:
        return None
    return None if left is None or right is None else left + right


def _evaluated(node: cst.SimpleString) -> str | None:
    """Give what a literal stands for; None for one with an escape that Python refuses."""
    if "\\" not in node.raw_value or "r" in node.prefix.lower():
        return node.raw_value
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of escapes that Python will refuse one day
            value = node.evaluated_value
    except (SyntaxError, ValueError):
        return None
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _imported(names: "object", prefix: str) -> Iterator[tuple[str, str]]:
    if not isinstance(names, list | tuple):
        return
    for alias in names:
        full = dotted(alias.name)
        if alias.asname is not None:
            yield dotted(alias.asname.name), prefix + full
        elif prefix:
            yield full, prefix + full
        else:
            first = full.partition(".")[0]
            yield first, first


def _is_bytes(node: cst.BaseExpression) -> bool:
    while isinstance(node, cst.ConcatenatedString | cst.BinaryOperation):
        node = node.left
    return isinstance(node, cst.SimpleString) and "b" in node.prefix.lower()


def _inside(node: cst.BaseExpression, span: Span) -> Span:
    if not isinstance(node, cst.SimpleString):
        return span
    quote = len(node.quote)
    return span[0] + len(node.prefix) + quote, span[1] - quote


def dotted(node: cst.CSTNode) -> str:
    """Give `a.b.c` for a chain of names and attributes, or nothing for anything else."""
    parts: list[str] = []
    while isinstance(node, cst.Attribute):
        parts.append(node.attr.value)
        node = node.value
    if not isinstance(node, cst.Name):
        return ""
    return ".".join([node.value, *reversed(parts)])

"""What syntax rules ask about the module around a node: imports, bindings, constant values."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import libcst as cst

from leakguard.document import Document, Span
from leakguard.syntax.aliases import aliases
from leakguard.syntax.bindings import Binding, Place, places
from leakguard.syntax.fold import Folder, Part
from leakguard.syntax.lines import iter_logical_lines
from leakguard.syntax.literal import Literal, literal_of
from leakguard.syntax.names import assignments, dotted, imported
from leakguard.syntax.neighbours import Neighbours
from leakguard.syntax.outlets import Way
from leakguard.syntax.spans import Block, Spans
from leakguard.syntax.statement import Statement, parse_statement

_IMPORT = re.compile(rb"[ \t]*(?:import|from)[ \t]")
_MOST_MODULES = 5
"""Modules that a name is followed through."""


@dataclass(frozen=True)
class Module:
    """A Python document, of which only the statements that somebody asks for are parsed."""

    document: Document
    neighbours: Neighbours | None = None
    """The rest of the tree, where it is known."""
    _modules: "dict[str, Module]" = field(default_factory=dict, repr=False)
    """This module and those that names were followed to, by their paths."""
    _statements: dict[Span, Statement | None] = field(default_factory=dict, repr=False)
    _places: dict[str, list[Place]] = field(default_factory=dict, repr=False)
    _bindings: dict[str, list[Binding]] = field(default_factory=dict, repr=False)
    reads: dict[str, tuple[Binding, ...]] = field(default_factory=dict, repr=False)
    """What `leakguard.syntax.environ` found out about names."""
    reached: set[tuple[str, object]] = field(default_factory=set, repr=False)
    """The names whose uses `leakguard.syntax.flow` has given already, and of which kind."""
    shows: dict[cst.BaseExpression, bool] = field(default_factory=dict, repr=False)
    """Whether expressions show a credential, as far as that was asked."""
    ways: dict[Way, bool] = field(default_factory=dict, repr=False)
    """Whether anything may leave the module by a way, as far as that was asked."""

    @cached_property
    def spans(self) -> Spans:
        """Where each statement starts and ends."""
        return Spans(self.document.data)

    def statement_at(self, offset: int) -> Statement | None:
        """Give the statement around the byte at `offset`, parsed; None if it cannot be."""
        return self.statement(self.spans.at(offset))

    def statement(self, span: Span) -> Statement | None:
        """Give a logical line, parsed; None if it cannot be."""
        if span not in self._statements:
            self._statements[span] = parse_statement(self.document, span)
        return self._statements[span]

    @cached_property
    def imports(self) -> dict[str, str]:
        """The full name of each imported name: `{"e": "os.environ"}` for
        `from os import environ as e`."""
        found: dict[str, str] = {}
        data = self.document.data
        place = data.find(b"import")
        while place >= 0:
            line_start = data.rfind(b"\n", 0, place) + 1
            end = data.find(b"\n", place)
            if _IMPORT.match(data, line_start):
                span = next(iter_logical_lines(data, line_start))
                found.update(imported(self.document.text(*span)))
                end = max(span[1], place + 6)
            # From behind it: a hostile line may say `import` a million times.
            place = data.find(b"import", end) if end >= 0 else -1
        return found

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The full name of each name for `os`, `os.environ` and `os.getenv`, variables too."""
        return aliases(self.document.data)

    @cached_property
    def _starred(self) -> tuple[str, ...]:
        """The packages of which everything is imported."""
        return tuple(full for name, full in self.imports.items() if name.endswith("*"))

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

    def imports_from(self, package: str) -> bool:
        """Tell whether the module imports anything of a package, or the package itself."""
        return any(
            full == package or full.startswith(f"{package}.") or package.startswith(f"{full}.")
            for full in (*self.imports.values(), *self._starred)
        )

    def container(self, node: cst.BaseExpression, statement: Statement) -> Part | None:
        """Give the dict, list or tuple display that `node` stands for, names followed."""
        return self._folder.container(node, statement)

    def literal(self, node: cst.BaseExpression, statement: Statement) -> Literal | None:
        """Give the text that `node` stands for, or None if it is not known."""
        return next(iter(self.literals(node, statement)), None)

    def literals(self, node: cst.BaseExpression, statement: Statement) -> list[Literal]:
        """Give every text that `node` may stand for: each branch of a condition."""
        return [literal_of(it) for it in self._folder.alternatives(node, statement)]

    @cached_property
    def _folder(self) -> Folder:
        return Folder(self.follow, self.full_name)

    def follow(self, name: str, statement: Statement) -> Sequence[Part]:
        """Give what a dotted name that is used in `statement` was bound to, as far as is known.

        A name of the function around it hides one of the module; of several bindings the last
        one above counts. An imported name is followed into its module.
        """
        if statement.document is not self.document:
            return self.other(statement.document).follow(name, statement)
        asked = name
        found = self.places(name)
        first, dot, last = name.rpartition(".")
        if not found and dot:
            found, name = self._of_class(first, last, statement), last
        elif not dot:
            found = self._visible(name, found, statement)
        above = bisect_left(found, statement.span[0], key=lambda it: it.start)
        chosen = found[above - 1 : above] or (found if len(found) == 1 else [])
        if not chosen and asked.partition(".")[0] in self.imports:
            return self.imported_value(asked)
        return [part for it in chosen for part in self.given(name, it)[-1:]]

    def imported_value(self, name: str, depth: int = 0) -> Sequence[Part]:
        """What another module of the tree binds an imported name to."""
        first, dot, rest = name.partition(".")
        full = self.imports.get(first, "") + dot + rest
        found = self.neighbours.module(full) if self.neighbours is not None else None
        if found is None or not found[1] or depth > _MOST_MODULES:
            return []
        other, inside = self.other(found[0]), found[1]
        owner, dot, last = inside.rpartition(".")
        bound = [
            it
            for it in other.places(last)
            if (it.blocks[0].name if it.blocks else "") == owner
            and all(block.is_class for block in it.blocks)
        ]
        if not bound and not dot and inside in other.imports:
            return other.imported_value(inside, depth + 1)
        return [part for it in bound[-1:] for part in other.given(last, it)[-1:]]

    def other(self, document: Document) -> "Module":
        """Give the module of another document of the tree, with what is known of it so far."""
        if document.path not in self._modules:
            neighbours = self.neighbours and Neighbours(document, self.neighbours.find)
            self._modules[document.path] = Module(document, neighbours, self._modules)
        return self._modules[document.path]

    def above(self, path: str) -> Document | None:
        """Give the document of a relative path beside this one, or in the nearest folder above
        that has it; None if none has, or it is left out."""
        return self.neighbours.above(path) if self.neighbours is not None else None

    def _visible(self, name: str, bound: list[Place], statement: Statement) -> list[Place]:
        """The places in the innermost function around a statement that has any."""
        if not bound:
            return []
        around = self.spans.blocks(statement.span[0])
        functions = tuple(block for block in around if not block.is_class)
        for depth in range(len(functions)):
            own = [it for it in bound if it.functions == functions[depth:]]
            if own or self._is_parameter(name, functions[depth]):
                return own
        return [it for it in bound if not it.functions]

    def _is_parameter(self, name: str, function: Block) -> bool:
        head = self.statement_at(function.start + 1)
        return head is not None and any(
            isinstance(node, cst.Param) and node.name.value == name for node in head.nodes()
        )

    def _of_class(self, owner: str, name: str, statement: Statement) -> list[Place]:
        """`self.KEY` and `Config.KEY`: what the body of the class binds."""
        if owner in ("self", "cls"):
            around = self.spans.blocks(statement.span[0])
            classes = [block.name for block in around if block.is_class][:1]
        else:
            classes = [owner]
        return [
            it
            for it in self.places(name)
            if it.blocks and it.blocks[0].is_class and it.blocks[0].name in classes
        ]

    def bindings(self, name: str) -> list[Binding]:
        """Give where `name`, which may be dotted, is assigned to, from the top, parsed."""
        if name not in self._bindings:
            self._bindings[name] = [
                Binding(it.statement, it.node, place)
                for place in self.places(name)
                for it in self.given(name, place)
            ]
        return self._bindings[name]

    def places(self, name: str) -> list[Place]:
        """Give where `name`, which may be dotted, is assigned to, from the top.

        What plainly is an assignment is not parsed: one of many may be all that somebody needs.
        """
        if name not in self._places:
            self._places[name] = [
                it for it in places(name, self.spans) if it.is_plain or self.given(name, it)
            ]
        return self._places[name]

    def given(self, name: str, place: Place) -> list[Part]:
        """The values that `name` is given in the statement at a place."""
        parsed = self.statement(place.span)
        if parsed is None:
            return []
        return [
            Part(value, parsed) for target, value in assignments(parsed) if dotted(target) == name
        ]

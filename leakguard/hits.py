"""Which rules have to look further at a document: one pass of the triggers over its bytes."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from leakguard.document import Document
from leakguard.errors import NotebookError
from leakguard.extent import value_before
from leakguard.finding import Problem
from leakguard.forms import OPAQUE
from leakguard.pythontext import ends_in_text
from leakguard.triggers import WITHOUT_FORM, Triggers

if TYPE_CHECKING:
    from leakguard.decoding import Decoded
    from leakguard.notebook import Notebook
    from leakguard.syntax.neighbours import Find


@dataclass(frozen=True, slots=True)
class Hits:
    """Which rules may have something to find in a document, by their indices, and where."""

    text: dict[int, list[int]] = field(default_factory=dict)
    """Where the triggers of token rules end, in bytes; file rules have none."""
    syntax: dict[int, list[int]] = field(default_factory=dict)
    """Offsets, in bytes, inside the statements that syntax rules have to look at."""
    code: dict[int, list[int]] = field(default_factory=dict)
    """As `text`, where Python's code gives a literal a name: for statements that do not parse."""
    notebook: "Notebook | None" = None
    """What a notebook holds; the offsets of `syntax` are in its Python."""
    cells: dict[int, list[int]] = field(default_factory=dict)
    """As `text`, in the decoded texts of the notebook."""
    decoded: "tuple[tuple[Decoded, dict[int, list[int]]], ...]" = ()
    """What stands in it in an encoding, with what `text` is there; none without a hit."""
    notices: tuple[Problem, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.syntax or self.cells or self.decoded or self.notices)


@dataclass(frozen=True)
class FirstLook:
    """The compiled triggers, and the ids of the rules that are selected."""

    triggers: Triggers
    selected: frozenset[str]
    find: "Find | None" = None
    """Gives other documents of the source."""
    explain: bool = False
    """Whether the rules look at what is rejected at a glance, too, so that they can tell why."""

    def hits(self, document: Document) -> Hits:
        """Pass once over the bytes, and over the decoded texts of a notebook; give which selected
        rules have to look further.

        Nothing is imported and nothing built for a document in which no trigger fires, but for
        what reads a notebook. Only with something in `syntax` is libcst loaded; that work belongs
        into a process of its own.
        """
        hits = self._fired(document, document if document.is_python else None)
        for index, pattern in self._file_rules:
            if index in self._indices and pattern.fullmatch(document.path):
                hits.text[index] = []
        return self._in_cells(document, hits) if document.is_notebook else hits

    def of_binary(self, document: Document) -> Hits:
        """Tell which rules have to look at a file that is no text: those that know its kind."""
        return Hits(
            {
                index: []
                for index, path, magic in self._kinds
                if index in self._indices
                and magic.match(document.head)
                and path.fullmatch(document.path)
            }
        )

    def _in_cells(self, document: Document, hits: Hits) -> Hits:
        """Add to the hits in a notebook's file those in its decoded texts."""
        from leakguard.notebook import open_notebook

        try:
            notebook = open_notebook(document)
        except NotebookError as error:
            message = f"was read as plain text, not cell by cell: it {error}"
            return replace(hits, notices=(Problem(document.path, message),))
        cells = self._fired(notebook.text, notebook.code)
        return replace(
            hits,
            syntax=cells.syntax,
            code=cells.code,
            notebook=notebook,
            cells=cells.text,
            decoded=cells.decoded,
            notices=cells.notices,
        )

    def _fired(self, document: Document, code: Document | None) -> Hits:
        """`code` is what is Python of the document, each statement at its place, if any is."""
        hits, reads_python = Hits(), code is not None and bool(self._of_syntax)
        matches = [
            (pattern, end)
            for pattern, end in self.triggers.in_text(document.data)
            if pattern in self._patterns
            and (pattern not in self.triggers.near or self._has_form(document.data, end))
        ]
        in_python = self.triggers.in_python(document.data) if reads_python else []
        if not matches and not in_python:
            return hits
        if code is not None and reads_python:
            shared = [match for match in matches if match[0] in self._shared]
            from leakguard.worth import Worth  # only where something fired

            kept = Worth(self.triggers, code, self.find, self.explain).parsing(shared + in_python)
            hits.syntax.update(
                (it, sorted(kept[it])) for it in sorted(kept) if it in self._of_syntax
            )
        in_text = [match for match in matches if match[0] in self._text_patterns]
        for index, ends in self.triggers.by_rule(in_text).items():
            if index not in self._of_text:
                continue
            if self.triggers.rules[index].kind == "assigned" and code is not None:
                near = {end for pattern, end in in_text if pattern in self.triggers.near}
                of_code = [end for end in ends if code.data[end - 1 : end] in (b'"', b"'")]
                ends = sorted(near.union(ends_in_text(code.data, ends)))
                hits.code[index] = sorted({*of_code}.difference(ends))
            if ends:
                hits.text[index] = ends
        return self._in_encodings(document, matches, hits)

    def _in_encodings(self, document: Document, matches: list[tuple[int, int]], hits: Hits) -> Hits:
        """Add the hits in what the document holds in an encoding, and in what that does."""
        known = self.triggers.encodings
        found: list[tuple[Decoded, dict[int, list[int]]]] = []
        notices: list[Problem] = []
        text, depth = document, 0
        while encoded := [(known[number], end) for number, end in matches if number in known]:
            from leakguard.decoding import DEEPEST, decoded  # few documents have any

            if depth == DEEPEST:
                message = f"holds what is encoded more than {DEEPEST} times; it was not looked at"
                notices.append(Problem(document.path, message))
                break
            if (inner := decoded(text, encoded)) is None:
                break
            if inner.is_cut:
                message = "holds more in compressed form than is unpacked; the rest was left out"
                notices.append(Problem(document.path, message))
            matches = self.triggers.in_text(inner.data)
            fired = self.triggers.by_rule(matches)
            if fired := {index: fired[index] for index in fired if index in self._of_text}:
                found.append((inner, fired))
            text, depth = inner, depth + 1
        return replace(hits, decoded=tuple(found), notices=tuple(notices)) if depth else hits

    def _has_form(self, data: bytes, end: int) -> bool:
        """Whether the value before `end`, near a provider's word, has the form of any provider."""
        span = value_before(data, end)
        return span is not None and self._forms.fullmatch(data, *span) is not None

    @cached_property
    def _forms(self) -> re.Pattern[bytes]:
        forms = {
            entry.form
            for entry in self.triggers.rules
            if entry.form is not None and entry.role not in WITHOUT_FORM
        } - {OPAQUE}
        joined = "|".join(f"(?:{form})" for form in sorted(forms))
        return re.compile(joined.encode("ascii"), re.VERBOSE)

    @cached_property
    def _indices(self) -> frozenset[int]:
        rules = self.triggers.rules
        is_by_name = any(entry.kind == "named" and entry.id in self.selected for entry in rules)
        return frozenset(
            index
            for index, entry in enumerate(rules)
            if entry.id in self.selected
            or entry.pair in self.selected
            or (entry.kind == "assigned" and is_by_name)  # it looks on behalf of named rules
        )

    @cached_property
    def _patterns(self) -> frozenset[int]:
        """The patterns of the rules that look, and those that tell of an encoding."""
        owners = enumerate(self.triggers.owners)
        looked_for = {pattern for pattern, own in owners if not self._indices.isdisjoint(own)}
        return frozenset(looked_for.union(self.triggers.encodings))

    @cached_property
    def _text_patterns(self) -> frozenset[int]:
        """Those of them that a rule owns which reads text."""
        rules, owners = self.triggers.rules, self.triggers.owners
        return frozenset(
            pattern
            for pattern in self._patterns
            if any(rules[index].kind != "syntax" for index in owners[pattern])
        )

    @cached_property
    def _shared(self) -> frozenset[int]:
        """Those of the text rules' patterns that a syntax rule owns as well."""
        rules, owners = self.triggers.rules, self.triggers.owners
        return frozenset(
            pattern
            for pattern in self._text_patterns
            if any(rules[index].kind == "syntax" for index in owners[pattern])
        )

    @cached_property
    def _of_syntax(self) -> frozenset[int]:
        rules = self.triggers.rules
        return frozenset(it for it in self._indices if rules[it].kind == "syntax")

    @cached_property
    def _of_text(self) -> frozenset[int]:
        return self._indices - self._of_syntax

    @cached_property
    def _file_rules(self) -> list[tuple[int, re.Pattern[str]]]:
        return [
            (index, re.compile(entry.path, re.IGNORECASE))
            for index, entry in enumerate(self.triggers.rules)
            if entry.path is not None and entry.magic is None
        ]

    @cached_property
    def _kinds(self) -> list[tuple[int, re.Pattern[str], re.Pattern[bytes]]]:
        return [
            (
                index,
                re.compile(entry.path, re.IGNORECASE),
                re.compile(entry.magic.encode(), re.VERBOSE | re.DOTALL),
            )
            for index, entry in enumerate(self.triggers.rules)
            if entry.path is not None and entry.magic is not None
        ]

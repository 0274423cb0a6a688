"""Which rules have to look further at a document: one pass of the triggers over its bytes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from leakguard.document import Document
from leakguard.errors import NotebookError
from leakguard.report import Problem
from leakguard.scanning.selection import Selection
from leakguard.triggers import MOST_OWN

if TYPE_CHECKING:
    from leakguard.formats.decoding import Decoded
    from leakguard.notebook import Notebook
    from leakguard.syntax.neighbours import Find


_ENDS_NUMBER = re.compile(rb"[0-9A-Fa-f]{8}[\"']")
"""The end of a digest or a UUID, in quotes."""

_NAME = re.compile(rb"[A-Za-z]?[a-z]+(?:[_\-][A-Za-z]?[a-z]+)++")
_LONGEST_NAME = 100
"""Bytes of words that make a name, `name-of-something`, and of the quote before them."""

_CUT = f"only the first {MOST_OWN:,} matches of the configuration's rules count"


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
    """One pass over a document, for the rules that are selected."""

    selection: Selection
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
        for index, pattern in self.selection.file_rules:
            if pattern.fullmatch(document.path):
                hits.text[index] = []
        return self._in_cells(document, hits) if document.is_notebook else hits

    def of_binary(self, document: Document) -> Hits:
        """Tell which rules have to look at a file that is no text: those that know its kind."""
        return Hits(
            {
                index: []
                for index, path, magic in self.selection.kinds
                if magic.match(document.head) and path.fullmatch(document.path)
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
            notices=(*hits.notices, *cells.notices),
        )

    def _fired(self, document: Document, code: Document | None) -> Hits:
        """`code` is what is Python of the document, each statement at its place, if any is."""
        chosen, triggers = self.selection, self.selection.triggers
        hits, reads_python = Hits(), code is not None and bool(chosen.of_syntax)
        seen = triggers.in_text(document.data)
        if triggers.is_cut(seen):
            hits = Hits(notices=(Problem(document.path, _CUT),))
        matches = self._but_words(
            document,
            [
                (pattern, end)
                for pattern, end in seen
                if pattern in chosen.patterns
                and (pattern not in triggers.near or self._has_form(document.data, end))
            ],
        )
        in_python = triggers.in_python(document.data) if reads_python else []
        if not matches and not in_python:
            return hits
        if code is not None and reads_python:
            shared = [match for match in matches if match[0] in chosen.shared]
            from leakguard.scanning.worth import Worth  # only where something fired

            kept = Worth(triggers, code, self.find, self.explain).parsing(shared + in_python)
            hits.syntax.update(
                (it, sorted(kept[it])) for it in sorted(kept) if it in chosen.of_syntax
            )
        in_text = [match for match in matches if match[0] in chosen.text_patterns]
        for index, ends in triggers.by_rule(in_text).items():
            if index not in chosen.of_text:
                continue
            if triggers.rules[index].kind == "assigned" and code is not None:
                near = {end for pattern, end in in_text if pattern in triggers.near}
                from leakguard.context.pythontext import ends_in_text  # as those below

                of_code = [end for end in ends if code.data[end - 1 : end] in (b'"', b"'")]
                near.update(self._of_providers(code, of_code))
                ends = sorted(near.union(ends_in_text(code.data, ends)))
                hits.code[index] = sorted({*of_code}.difference(ends))
            if ends:
                hits.text[index] = ends
        return self._in_encodings(document, matches, hits)

    def _but_words(
        self, document: Document, matches: list[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """Leave out what is a word under a name that makes no credential of one, as most is."""
        by_name = self.selection.by_name
        if self.explain or all(pattern not in by_name for pattern, _ in matches):
            return matches
        from leakguard.context.glance import is_plain_word  # only where something fired

        data = document.data
        return [it for it in matches if it[0] not in by_name or not is_plain_word(data, it[1])]

    def _of_providers(self, code: Document, ends: list[int]) -> Iterator[int]:
        """Give those of `ends` behind numbers whose names have a provider's word: `iterable_key`.

        A name that only ends with `key` makes no credential of what may be a digest, and of the
        providers' words the syntax rules know none.
        """
        from leakguard.context.assignment import name_at  # only where something fired
        from leakguard.context.extent import value_before
        from leakguard.values import is_number

        for end in ends:
            if _ENDS_NUMBER.match(code.data, max(0, end - 9)) is None:
                continue  # as with nearly all
            span = value_before(code.data, end)
            if (
                span is not None
                and is_number(code.text(*span))
                and self.selection.providers.is_in(name_at(code, span[0]))
            ):
                yield end

    def _in_encodings(self, document: Document, matches: list[tuple[int, int]], hits: Hits) -> Hits:
        """Add the hits in what the document holds in an encoding, and in what that does."""
        triggers = self.selection.triggers
        known = triggers.encodings
        found: list[tuple[Decoded, dict[int, list[int]]]] = []
        notices: list[Problem] = []
        text, depth = document, 0
        while encoded := [(known[number], end) for number, end in matches if number in known]:
            from leakguard.formats.decoding import DEEPEST, decoded  # few documents have any

            if depth == DEEPEST:
                message = f"holds what is encoded more than {DEEPEST} times; it was not looked at"
                notices.append(Problem(document.path, message))
                break
            if (inner := decoded(text, encoded)) is None:
                break
            if inner.is_cut:
                message = "holds more in compressed form than is unpacked; the rest was left out"
                notices.append(Problem(document.path, message))
            matches = triggers.in_text(inner.data)
            if triggers.is_cut(matches):
                notices.append(Problem(document.path, _CUT))
            fired = triggers.by_rule(matches)
            if fired := {index: fired[index] for index in fired if index in self.selection.of_text}:
                found.append((inner, fired))
            text, depth = inner, depth + 1
        told = (*hits.notices, *notices)
        return replace(hits, decoded=tuple(found), notices=told) if depth else hits

    def _has_form(self, data: bytes, end: int) -> bool:
        """Whether the value before `end`, near a provider's word, has the form of any provider, and
        is no name of something: nothing but a credential's name tells that of one that is."""
        start = data.rfind(data[end - 1 : end], max(0, end - _LONGEST_NAME), end - 1) + 1
        if not self.explain and start and _NAME.fullmatch(data, start, end - 1):
            return False  # as most that is quoted in a call
        from leakguard.context.extent import value_before
        from leakguard.values.randomness import is_word

        span = value_before(data, end)
        if span is None or (not self.explain and is_word(data[slice(*span)])):
            return False
        return self.selection.forms.takes(data, *span)

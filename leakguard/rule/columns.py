"""A table of logins: a column whose heading names a credential."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from leakguard.candidate import Candidate, Facts, Shape
from leakguard.context import names
from leakguard.document import Document, Span, iter_lines
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule.form import PLACED, Example, check_id
from leakguard.rule.telling import shape_under

_LONGEST_HEAD = 4096
"""Bytes of a first line that may be one of headings."""

_MOST = 200
"""Values of a column that are told one by one; the last of them says how many follow it."""

_SEPARATORS = (b",", b";", b"\t", b"|")
_HEADING = re.compile(r"[A-Za-z_][\w .\-()/*#]{0,60}")
_PEOPLE = {"user", "username", "login", "email", "mail", "account", "host", "url", "server", "site"}
"""Words for whom or what a password is for: beside it even a word is one."""


@dataclass(frozen=True, kw_only=True)
class ColumnRule:
    """A value in a column of a table whose heading names a credential.

    Raises:
        RuleError: from the constructor, when the rule is not well-formed.
    """

    id: str
    title: str
    why: str
    severity: Severity
    confidence: Confidence
    path: str
    """A regular expression that the whole path must match, without regard to case."""
    advice: tuple[str, ...]
    references: tuple[str, ...]
    invalid: tuple[Example, ...]
    valid: tuple[Example, ...]

    kind: ClassVar[str] = "columns"
    triggers: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        check_id(self.id)

    @property
    def facts(self) -> Facts:
        """What its findings tell the reader."""
        return Facts(self.title, self.why, self.advice)

    def find(self, document: Document) -> Iterator[Candidate]:
        """Give the values below headings that name a credential, in order of place."""
        lines = iter_lines(document.data, 0, len(document.data))
        head = next(lines)
        if head[1] - head[0] > _LONGEST_HEAD:
            return
        separator = max(_SEPARATORS, key=lambda it: document.data.count(it, *head))
        headings = [document.text(*cell) for cell in _cells(document.data, head, separator)]
        if not all(_HEADING.fullmatch(heading) for heading in headings):
            return
        columns = {
            number: (heading, role)
            for number, heading in enumerate(headings)
            if (role := _role_of(heading)) is not None
        }
        is_of_people = any(_PEOPLE & set(names.words(heading)) for heading in headings)
        found: dict[int, list[Candidate]] = {number: [] for number in columns}
        more = dict.fromkeys(columns, 0)
        for line in lines if columns else ():
            cells = _cells(document.data, line, separator)
            if len(cells) != len(headings):
                continue
            for number, (heading, role) in columns.items():
                if cells[number][0] == cells[number][1]:
                    continue
                if len(found[number]) < _MOST:
                    it = self._candidate(document, cells[number], heading, role, is_of_people)
                    found[number].append(it)
                else:
                    more[number] += 1
        for number, candidates in found.items():
            yield from _with_count(candidates, more[number])

    def _candidate(
        self, document: Document, span: Span, name: str, role: Role, is_of_people: bool
    ) -> Candidate:
        shape = shape_under(role, name, is_known=True)
        if role in (Role.PASSWORD, Role.PASSPHRASE) and is_of_people:
            shape = Shape.GIVEN
        kind = str(role)
        facts = replace(self.facts, title=f"{kind[0].upper()}{kind[1:]} in a column of a table")
        return Candidate(
            rule=self.id,
            span=span,
            value=document.text(*span),
            severity=self.severity,
            confidence=self.confidence,
            facts=facts,
            rank=PLACED,
            shape=shape,
            role=role,
            name=name,
        )


def _role_of(heading: str) -> Role | None:
    role = names.role(heading)
    if role is None or names.other_thing(heading) is not None:
        return None
    is_plain_key = role is Role.KEY and not names.is_opening_key(heading)
    return None if is_plain_key else role


def _with_count(candidates: list[Candidate], more: int) -> list[Candidate]:
    if not more:
        return candidates
    last = candidates[-1]
    title = f"{last.facts.title}, with {more:,} more below it"
    return [*candidates[:-1], replace(last, facts=replace(last.facts, title=title))]


def _cells(data: bytes, line: Span, separator: bytes) -> list[Span]:
    """Give the cells of a line, without the quotes around them.

    https://www.rfc-editor.org/rfc/rfc4180#section-2
    """
    cells: list[Span] = []
    at, end = line
    while True:
        stop = -1
        if data[at : at + 1] == b'"':
            stop = data.find(b'"', at + 1, end)
            while stop >= 0 and data[stop + 1 : stop + 2] == b'"':
                stop = data.find(b'"', stop + 2, end)
        quoted = stop >= 0
        after = data.find(separator, stop + 1 if quoted else at, end)
        after = end if after < 0 else after
        cells.append((at + 1, stop) if quoted else _stripped(data, at, after))
        if after == end:
            return cells
        at = after + 1


def _stripped(data: bytes, start: int, end: int) -> Span:
    text = data[start:end]
    left = len(text) - len(text.lstrip(b" "))
    return start + left, max(start + left, start + len(text.rstrip(b" ")))

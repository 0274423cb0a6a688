"""What of a Python document is worth parsing: of what fired, what no cheap look rejects."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from leakguard.document import Document, Span
from leakguard.syntax.gate import is_given_to_name, is_worth_parsing, may_be_password
from leakguard.syntax.handed import NOT_RENAMED, Handed
from leakguard.syntax.looks import Statements
from leakguard.syntax.neighbours import Find
from leakguard.syntax.triggers import literal_before
from leakguard.triggers import Triggers

Match: TypeAlias = tuple[int, int]
"""The number of a pattern, and where it ends, in bytes."""

Look: TypeAlias = Callable[[Document, Span], bool]
"""Tells whether the statement around a literal is worth parsing."""


@dataclass(frozen=True)
class Worth:
    """The cheap looks at a document: they import and build nothing that no match asks for."""

    triggers: Triggers
    code: Document
    find: Find | None = None
    """Gives other documents of the source."""
    explain: bool = False
    """Whether the rules look at what is rejected at a glance, too, so that they can tell why."""
    _verdicts: dict[tuple[Look, int], int | None] = field(default_factory=dict, repr=False)

    def parsing(self, matches: list[Match]) -> dict[int, set[int]]:
        """Give, for each rule that owns one of the matches, offsets in bytes inside the statements
        that it has to look at."""
        found: dict[int, set[int]] = {}
        triggers, owners = self.triggers, self.triggers.owners
        packages = triggers.packages
        imported = frozenset(packages[pattern] for pattern, _ in matches if pattern in packages)
        handed = Handed(self.code, triggers.calls, imported, self.explain, triggers.modules)
        for pattern, offset in (*self._calls(handed), *self._literals(matches)):
            for owner in owners[pattern]:
                found.setdefault(owner, set()).add(offset)
        for owner, offsets in self._statements(matches, handed):
            found.setdefault(owner, set()).update(offsets)
        return {owner: offsets for owner, offsets in found.items() if offsets}

    def _calls(self, handed: Handed) -> Iterable[Match]:
        if not handed.imports_takers:
            return ()
        data, found = self.code.data, self.triggers.in_calls(self.code.data)
        calls = [it for it in found if data.startswith(b"(", it[1] - 1)]
        renamed = handed.renamed if len(calls) < len(found) else NOT_RENAMED
        calls += self._renamed(renamed)
        return (
            (pattern, end - 1) for pattern, end in calls if handed.takes_credentials(end, renamed)
        )

    def _renamed(self, renamed: Mapping[bytes, bytes]) -> Iterable[Match]:
        """Give the calls that go by another name here, as what matches their own."""
        for other, name in renamed.items():
            own = self.triggers.in_calls(name + b"(")
            called = re.compile(rb"\b%b\s{0,3}\(" % other)
            yield from ((own[0][0], it.end()) for it in called.finditer(self.code.data) if own)

    def _literals(self, matches: list[Match]) -> Iterable[Match]:
        looks = self._looks
        for pattern, end in matches:
            if (look := looks.get(pattern)) is not None:
                if (look, end) not in self._verdicts:
                    self._verdicts[look, end] = self._literal(look, end)
                if (start := self._verdicts[look, end]) is not None:
                    yield pattern, start

    def _literal(self, look: Look, end: int) -> int | None:
        """Give where the literal starts that ends at a byte, if it is worth parsing."""
        span = literal_before(self.code.data, end)
        return span[0] if span is not None and look(self.code, span) else None

    def _statements(
        self, matches: list[Match], handed: Handed
    ) -> Iterable[tuple[int, Iterable[int]]]:
        wanted = [it for it in matches if it[0] in self.triggers.statements]
        if not wanted:
            return
        statements = Statements(self.code, handed, self.find, self.triggers.settings)
        for pattern, end in wanted:
            for owner in self.triggers.owners[pattern]:
                look = self.triggers.rules[owner].look
                yield owner, statements.worth_parsing(look, end)

    @cached_property
    def _looks(self) -> dict[int, Look]:
        by_name = is_given_to_name if self.explain else is_worth_parsing
        return {
            **dict.fromkeys(self.triggers.literals, by_name),
            **dict.fromkeys(self.triggers.places, may_be_password),
        }

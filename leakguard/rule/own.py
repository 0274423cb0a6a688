"""A token rule that a configuration defines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from leakguard.candidate import Candidate
from leakguard.document import Document
from leakguard.errors import RuleError
from leakguard.pattern import check_trigger, check_ways
from leakguard.rule.form import as_example
from leakguard.rule.token import TokenRule


@dataclass(frozen=True, kw_only=True)
class OwnRule(TokenRule):
    """A token rule that a configuration defines: whoever wrote it is not to be trusted.

    Raises:
        RuleError: from the constructor, when the rule is not well-formed.
    """

    def __post_init__(self) -> None:
        try:
            check_ways(self.pattern)
            super().__post_init__()
            check_trigger(self.pattern)
        except (RecursionError, OverflowError):
            raise RuleError(
                f"pattern {self.pattern!r} is nested too deeply, or too large"
            ) from None

    def find(self, document: Document, ends: Iterable[int]) -> Iterator[Candidate]:
        """Give what the rule sees in `document`, given where its trigger ends, in bytes."""
        for it in super().find(document, ends):
            yield replace(it, told_by=self.id)  # a misuse in code tells what this rule knows

    def reason_of_example(self, value: str) -> str | None:
        """Give the name of the reason why a value is no credential, if it is one of an example."""
        return "example-of-a-rule" if value in self._shown else None

    @cached_property
    def _shown(self) -> frozenset[str]:
        texts = (as_example(it).text for it in self.invalid)
        return frozenset(
            found["secret"].decode("utf-8", "replace")
            for text in texts
            for found in self._compiled.finditer(text.encode() if isinstance(text, str) else text)
        )

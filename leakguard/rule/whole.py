"""Rules that look for no text of their own: a pair of credentials, a file as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from leakguard.candidate import Candidate, Facts, Shape
from leakguard.document import Document, Span
from leakguard.errors import RuleError
from leakguard.finding import Confidence, Severity
from leakguard.pattern import compile_bytes
from leakguard.rule.form import GENERIC, Example, check_id


@dataclass(frozen=True, kw_only=True)
class PairRule:
    """A key and its secret, found near each other: one finding with both places.

    It looks for nothing itself; the `TokenRule`s that name it as their `pair` do.
    """

    id: str
    title: str
    why: str
    severity: Severity
    advice: tuple[str, ...]
    references: tuple[str, ...]
    invalid: tuple[str | Example, ...]
    valid: tuple[str | Example, ...]
    provider: str

    kind: ClassVar[str] = "pair"
    triggers: ClassVar[tuple[str, ...]] = ()
    confidence: ClassVar[Confidence] = Confidence.HIGH

    def __post_init__(self) -> None:
        check_id(self.id)

    @property
    def facts(self) -> Facts:
        """What its findings tell the reader."""
        return Facts(self.title, self.why, self.advice)


@dataclass(frozen=True, kw_only=True)
class FileRule:
    """A file that should not be where it is, told by its name and by what it holds."""

    id: str
    title: str
    why: str
    severity: Severity
    confidence: Confidence
    path: str
    """A regular expression that the whole path must match, without regard to case."""
    content: str | None = None
    """A regular expression, verbose; the `(?P<secret>…)` of the first match is the place of the
    finding and is never shown."""
    magic: str | None = None
    """For a file that is no text, instead of `content`: a regular expression, verbose, that its
    first 64 bytes start with."""
    advice: tuple[str, ...]
    references: tuple[str, ...]
    invalid: tuple[Example, ...]
    valid: tuple[Example, ...]
    in_git: bool = False
    """Whether it matters only where git tracks the file, or would."""

    kind: ClassVar[str] = "file"
    triggers: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        check_id(self.id)
        if (self.content is None) == (self.magic is None):
            raise RuleError(f"rule {self.id}: `content` or `magic` is needed, not both")

    @property
    def patterns(self) -> tuple[str, ...]:
        """What has to be a pattern."""
        return (self.content or self.magic or "",)

    @property
    def facts(self) -> Facts:
        """What its findings tell the reader."""
        return Facts(self.title, self.why, self.advice)

    def find(self, document: Document) -> Iterator[Candidate]:
        """Give the finding about `document`, whose path has matched, if its content does too."""
        if self.in_git and not document.in_git:
            return
        span = self._span(document)
        if span is not None:
            yield Candidate(
                rule=self.id,
                span=span,
                value="",
                severity=self.severity,
                confidence=self.confidence,
                facts=self.facts,
                rank=GENERIC,
                shape=Shape.STATEMENT,
            )

    def _span(self, document: Document) -> Span | None:
        if self.content is not None:
            match = compile_bytes(self.content).search(document.data)
            return match.span("secret") if match else None
        return (0, 0) if document.head else None  # the head has matched with the path

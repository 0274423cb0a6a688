"""The forms of a rule: a token by its pattern, a pair of them, Python syntax, a file as a whole."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from leakguard import assignment, names
from leakguard.candidate import Candidate, Edit, Facts, Rewrite, Shape
from leakguard.document import Document, Span
from leakguard.errors import RuleError
from leakguard.finding import Confidence, Role, Severity
from leakguard.pattern import check_trigger, compile_bytes, width
from leakguard.values import is_digest_shaped

if TYPE_CHECKING:
    import libcst as cst

    from leakguard.syntax.module import Literal, Module
    from leakguard.syntax.statement import Statement

GENERIC, SPECIFIC, PROVIDER, FOLLOWED, SYNTAX, ENVIRONMENT = range(6)
"""Ranks: which of several rules speaks for a value that all of them saw, the last one first."""

_SIXTY_FOUR = re.compile(r"(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9]{64}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NEARBY = 4096
"""How many bytes before and after a value its context may stand."""

_SIGNING = {Role.SECRET, Role.PASSPHRASE, Role.PASSWORD, Role.TOKEN, Role.PRIVATE_KEY}
_ALIKE = {Role.SECRET: _SIGNING, Role.KEY: {Role.KEY}}
"""The names under which people write a credential of a role."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must find something in, or must not; its path tells its format."""

    text: str
    path: str = "example.txt"


def as_example(example: str | Example) -> Example:
    """Give an example of a rule, of which most are bare strings, as an `Example`."""
    return Example(example) if isinstance(example, str) else example


@dataclass(frozen=True, kw_only=True)
class TokenRule:
    """A credential that is told by its form, the name it is given, and what stands near.

    Raises:
        RuleError: from the constructor, when the rule is not well-formed.
    """

    id: str
    title: str
    why: str
    severity: Severity
    confidence: Confidence
    pattern: str
    """Verbose, with `(?P<secret>…)`, in what Hyperscan and `re` share."""
    advice: tuple[str, ...]
    references: tuple[str, ...]
    invalid: tuple[str | Example, ...]
    valid: tuple[str | Example, ...]
    provider: str | None = None
    role: Role | None = None
    by_name: bool = False
    """Whether the name that the value is given has to tell its role."""
    unnamed: int | None = None
    """Where nothing names them: which of a run of values this one is, from 0."""
    context: str | None = None
    """What has to stand near, or in the path; without regard to case."""
    trigger: str | None = None
    """What Hyperscan looks for, if it is not the whole pattern; `pattern` starts with it."""
    reach: int = 0
    """How many bytes beyond the trigger the pattern may go on."""
    shape: Shape = Shape.KEY
    rank: int = SPECIFIC
    pair: str | None = None
    """The id of the `PairRule` that takes over where the other half stands near."""

    kind: ClassVar[str] = "token"

    def __post_init__(self) -> None:
        _check_id(self.id)
        if "(?P<secret>" not in self.pattern:
            raise RuleError(f"rule {self.id}: the pattern names no (?P<secret>…)")
        compile_bytes(self.pattern)
        check_trigger(self.triggers[0])
        if not self.invalid or not self.valid:
            raise RuleError(f"rule {self.id}: examples are missing, `invalid` or `valid`")

    @property
    def triggers(self) -> tuple[str, ...]:
        """The patterns of which one matches wherever the rule has something to find."""
        return (self.trigger or self.pattern,)

    @property
    def facts(self) -> Facts:
        """What its findings tell the reader."""
        return Facts(self.title, self.why, self.advice)

    @cached_property
    def _compiled(self) -> re.Pattern[bytes]:
        return compile_bytes(self.pattern)

    @cached_property
    def _width(self) -> int:
        return width(self.triggers[0])

    @cached_property
    def _context(self) -> re.Pattern[bytes] | None:
        return re.compile(self.context.encode(), re.IGNORECASE) if self.context else None

    def find(self, document: Document, ends: Iterable[int]) -> Iterator[Candidate]:
        """Give what the rule sees in `document`, given where its trigger ends, in bytes."""
        spans = list(self._spans(document.data, ends))
        if not self.by_name:
            for span in spans:
                if self._has_context(document, span):
                    yield self._candidate(document, span, None)
            return
        run = 0  # how many values without a telling name stand just before this one
        for index, span in enumerate(spans):
            name = assignment.name_at(document, span[0])
            role = names.role(name) if name else None
            reason = names.other_thing(name) if name else None
            if role is None and reason is None:
                reason = _reason_of_path(document.data, span)
                run = run + 1 if index and _is_near(document.data, spans[index - 1], span) else 0
                follows = index + 1 < len(spans) and _is_near(document.data, span, spans[index + 1])
                wanted = self._takes_unnamed(document, span, run, follows)
            else:
                run = -1
                wanted = role is not None and role in self._roles(role)
            if wanted and self._has_context(document, span):
                yield self._candidate(document, span, name, reason)

    def _roles(self, role: Role) -> set[Role]:
        """The roles of names that the rule takes; any, if it is for no role in particular."""
        return {role} if self.role is None else _ALIKE.get(self.role, {self.role})

    def _takes_unnamed(self, document: Document, span: Span, before: int, follows: bool) -> bool:
        """Two values that nothing names are a key and its secret, in this order.

        One alone is taken only where the context stands on its own line or the one above.
        """
        if self.unnamed is None or self._context is None:
            return False
        if before or follows:
            return before % 2 == self.unnamed
        above = document.data.rfind(b"\n", 0, max(0, document.line_span(span[0])[0] - 1)) + 1
        return self.unnamed == 1 and bool(
            self._context.search(document.data, max(above, span[0] - 200), span[0])
        )

    def _spans(self, data: bytes, ends: Iterable[int]) -> Iterator[Span]:
        seen: set[Span] = set()
        for end in ends:
            start = max(0, end - self._width)
            stop = end + self.reach if self.trigger else end
            for match in self._compiled.finditer(data, start, min(len(data), stop)):
                span = match.span("secret")
                if span not in seen and (self.trigger or match.end() == end):
                    seen.add(span)
                    yield span

    def _has_context(self, document: Document, span: Span) -> bool:
        if self._context is None:
            return True
        near = document.data[max(0, span[0] - _NEARBY) : span[1] + _NEARBY]
        return bool(self._context.search(near) or self._context.search(document.path.encode()))

    def _candidate(
        self, document: Document, span: Span, name: str | None, reason: str | None = None
    ) -> Candidate:
        return Candidate(
            rule=self.id,
            span=span,
            value=document.text(*span),
            severity=self.severity,
            confidence=self.confidence,
            facts=self.facts,
            rank=self.rank,
            shape=self.shape,
            role=self.role,
            provider=self.provider,
            name=name,
            reason=reason,
            pair=self.pair,
        )


def _is_near(data: bytes, first: Span, second: Span) -> bool:
    """Whether two values stand on one line, or with at most two lines between them."""
    between = data[first[1] : second[0]]
    return len(between) <= 160 and between.count(b"\n") <= 3


def _reason_of_path(data: bytes, span: Span) -> str | None:
    """Values between slashes are parts of a path or of base64, unless the slash joins a pair."""
    start, end = span
    if data[start - 1 : start] == b"/" and not _ends_with_key(data[max(0, start - 66) : start - 1]):
        return "part-of-a-path"
    if data[end : end + 1] == b"/" and not _starts_with_key(data[end + 1 : end + 67]):
        return "part-of-a-path"
    return None


def _ends_with_key(text: bytes) -> bool:
    """Whether a run of exactly 64 letters and digits ends `text`."""
    return len(text) >= 64 and text[-64:].isalnum() and not text[-65:-64].isalnum()


def _starts_with_key(text: bytes) -> bool:
    """Whether a run of exactly 64 letters and digits starts `text`."""
    return len(text) >= 64 and text[:64].isalnum() and not text[64:65].isalnum()


def _check_id(rule_id: str) -> None:
    if not _ID.fullmatch(rule_id):
        raise RuleError(f"rule id {rule_id!r} is not kebab-case")


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
        _check_id(self.id)

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
    content: str
    """A regular expression, verbose; the `(?P<secret>…)` of the first match is the place of the
    finding and is never shown."""
    advice: tuple[str, ...]
    references: tuple[str, ...]
    invalid: tuple[Example, ...]
    valid: tuple[Example, ...]
    in_git: bool = False
    """Whether it matters only where git tracks the file, or would."""

    kind: ClassVar[str] = "file"
    triggers: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        _check_id(self.id)
        compile_bytes(self.content)

    @property
    def facts(self) -> Facts:
        """What its findings tell the reader."""
        return Facts(self.title, self.why, self.advice)

    def find(self, document: Document) -> Iterator[Candidate]:
        """Give the finding about `document`, whose path has matched, if its content does too."""
        if self.in_git and not document.in_git:
            return
        if match := compile_bytes(self.content).search(document.data):
            yield Candidate(
                rule=self.id,
                span=match.span("secret"),
                value="",
                severity=self.severity,
                confidence=self.confidence,
                facts=self.facts,
                rank=GENERIC,
                shape=Shape.STATEMENT,
            )


@dataclass(frozen=True, slots=True)
class Invalid:
    """Python source in which a syntax rule must find something, and how it reads when mended.

    `fixed` is the line that the finding's advice shows.
    """

    text: str
    fixed: str | None = None
    path: str = "example.py"


class SyntaxRule:
    """A misuse that is told from Python's syntax.

    A rule defines `visit_<Node>` methods, named after libcst's nodes, each a generator of
    candidates. It keeps no state: one is made for every statement, and what it needs to know of
    the rest it asks `self.module`. Its docstring is the user's page, with the headings
    `Why it is bad:`, `Example:`, `Use instead:` and `References:`.
    """

    ID: ClassVar[str]
    TITLE: ClassVar[str]
    """What was done with the key: `hard-coded in a call`."""
    SEVERITY: ClassVar[Severity]
    CONFIDENCE: ClassVar[Confidence]
    RANK: ClassVar[int] = SYNTAX
    ADVICE: ClassVar[tuple[str, ...]]
    REFERENCES: ClassVar[tuple[str, ...]] = ("https://cwe.mitre.org/data/definitions/798.html",)
    TRIGGERS: ClassVar[tuple[str, ...]]
    """Patterns that each end with the closing quote of a literal; a file that matches none
    cannot violate the rule."""
    VALID: ClassVar[tuple[str, ...]]
    INVALID: ClassVar[tuple[Invalid, ...]]

    kind: ClassVar[str] = "syntax"

    def __init__(self, module: "Module", statement: "Statement") -> None:
        self.module = module
        self.statement = statement

    @classmethod
    def facts(cls) -> Facts:
        """What its findings tell the reader."""
        return Facts("Key", section(cls, "Why it is bad"), cls.ADVICE, cls.TITLE)

    def literal(self, node: "cst.BaseExpression | None") -> "Literal | None":
        """Give the constant that `node` stands for, names followed, or None."""
        return None if node is None else self.module.literal(node, self.statement)

    @staticmethod
    def role_of_variable(name: str | None, literal: "Literal") -> Role | None:
        """Give the role of a value in the environment: by the variable's name, or, whatever its
        name, a signing one if it has the form of a Binance key."""
        if name is not None and (role := names.role(name)) is not None:
            return role
        return Role.SECRET if _SIXTY_FOUR.fullmatch(literal.value) else None

    def candidate(
        self,
        literal: "Literal",
        name: str | None,
        *,
        role: Role | None = None,
        provider: str | None = None,
        edits: "tuple[Edit, ...] | None" = None,
        related: tuple[tuple[str, Span], ...] = (),
    ) -> Candidate:
        """Give what the rule reports of `literal`, which is given the name `name`.

        Without `edits`, the advice shows its statement with a look-up in the environment
        in its place; empty ones show none.
        """
        role = role or (names.role(name) if name else None)
        if edits is None:
            lookup = self.module.environ + '["{name}"]' + (".encode()" if literal.is_bytes else "")
            edits = (Edit(literal.span, lookup),)
        imports = None if self.module.environ != "os.environ" or self._has_os else "import os"
        return Candidate(
            rule=self.ID,
            span=literal.inner,
            value=literal.value,
            severity=self.SEVERITY,
            confidence=self.CONFIDENCE,
            facts=self.facts(),
            rank=min(self.RANK, FOLLOWED) if literal.followed else self.RANK,
            role=role,
            provider=provider,
            name=name,
            reason=_reason_of_name(name, role, literal.value, provider),
            related=related,
            rewrites=(Rewrite(literal.statement.span, edits, imports),) if edits else (),
        )

    @property
    def _has_os(self) -> bool:
        return "os" in self.module.imports


def _reason_of_name(
    name: str | None, role: Role | None, value: str, provider: str | None
) -> str | None:
    """Why the name says that the value is no credential, or does not say that it is one."""
    if provider is not None:
        return None
    if name and (reason := names.other_thing(name)):
        return reason
    if role is None:
        return "other-name"
    if is_digest_shaped(value) and role is Role.KEY and len(names.words(name or "")) < 2:
        return "digest-shaped"
    return None


def section(rule: type[SyntaxRule], heading: str) -> str:
    """Give what a rule's docstring says under a heading, on one line; nothing if it has none."""
    lines = (rule.__doc__ or "").splitlines()
    found: list[str] = []
    for line in lines:
        if line.strip().startswith(heading + ":"):
            found.append(line.strip().removeprefix(heading + ":").strip())
        elif found and (not line.strip() or re.match(r"\s*[A-Z][a-z ]+:", line)):
            break
        elif found:
            found.append(line.strip())
    return " ".join(found)

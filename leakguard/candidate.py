"""What a rule saw, before it is judged."""

import re
from dataclasses import dataclass, field, replace

from leakguard.document import Document, Span
from leakguard.finding import Mend
from leakguard.levels import Confidence, Mark, Role, Severity
from leakguard.levels import Shape as Shape

PART = "a part of it"
"""What a place is called of which a value is put together."""


_WRONG = (
    "Its checksum does not fit: it was cut, altered or made up, and opens nothing as it stands."
)
_MADE_UP = "If it was made up, nothing has to be revoked."
_CUT = "If it was cut from a real one, or mistyped, take that for leaked: "


_LOOK_UP = re.compile(r"(?:process|import\.meta)\.env\.[A-Z]+(?:_[A-Z]+){0,6}_?[0-9]?")
"""What reads a variable of the environment: its name is no secret."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a kind of credential or misuse, for the person who reads of it."""

    title: str
    why: str
    """One sentence: what happens to those who leave it so."""
    steps: tuple[str, ...]
    """What to do, in order."""
    where: str = ""
    """For a misuse: what was done with the key, such as `hard-coded in a call`."""

    @property
    def message(self) -> str:
        """One sentence that says what it is, and one that says why it matters."""
        return f"{self.title}{', ' if self.where else ''}{self.where}. {self.why}"

    @property
    def with_wrong_checksum(self) -> "Facts":
        """What is to be told instead of a value whose checksum does not fit."""
        first = self.steps[0]
        steps = (_MADE_UP, f"{_CUT}{first[0].lower()}{first[1:]}")
        return replace(self, title=f"{self.title} (checksum-wrong)", why=_WRONG, steps=steps)


@dataclass(frozen=True, slots=True)
class Edit:
    """Bytes of the document to replace, and the text that replaces them."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A mend, and what it takes to show how its statement reads then."""

    mend: Mend
    statement: Span
    environ: str
    """How the module can write `os.environ`."""
    imports: str | None
    """The import statement that this needs, and that the module lacks."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value in its place that may be a credential."""

    rule: str
    span: Span
    value: str = field(repr=False)
    severity: Severity
    confidence: Confidence
    facts: Facts
    rank: int
    """Of several candidates on one span, the highest rank speaks for all."""
    shape: Shape = Shape.KEY
    role: Role | None = None
    provider: str | None = None
    name: str | None = None
    reason: str | None = None
    """Why the rule itself rejects it, if it does."""
    sandbox: bool | None = None
    related: tuple[tuple[str, Span], ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    """How it can be mended, if it can; the names of variables are only wishes."""
    is_partly_mended: bool = False
    """Whether that leaves one of a pair, or of three, where it is."""
    statement: Span | None = None
    """The statement that a finding without a value is about; None if it is the whole file."""
    document: Document | None = None
    """The document that `span` is in, if it is not the one that was looked at."""
    used_in: tuple[Document, Span] | None = None
    """Where another document passes the value on, if one does."""
    is_known: bool = False
    """Whether what the value is handed to tells its role, whatever its name and its neighbours."""
    halves: tuple[tuple[Role, str], ...] = field(default=(), repr=False)
    """The values that it is joined with, such as its API key's, and what each is."""
    key_name: str | None = None
    """Of a secret that is joined with its API key: the name of the latter."""
    marks: frozenset[Mark] = frozenset()
    """What is said around a pair about where it is used."""
    told_by: str | None = None
    """The id of another rule that knows what kind of credential the value is."""
    pair: str | None = None
    """The id of the rule that this becomes when its other half stands near."""

    @property
    def is_hidden(self) -> bool:
        """Whether what stands at its span must not be seen."""
        return self.statement is None and _LOOK_UP.fullmatch(self.value) is None

    @property
    def written(self) -> Span:
        """Where the value stands as it is written: of one that is decoded, the literal alone, since
        what decodes it is no secret."""
        within = [
            it.span for it in self.mends if self.span[0] < it.span[0] and it.span[1] < self.span[1]
        ]
        return within[0] if len(self.mends) == 1 and within else self.span

    @property
    def mends(self) -> tuple[Mend, ...]:
        """How it can be mended."""
        return tuple(it.mend for it in self.rewrites)

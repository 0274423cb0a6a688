"""A credential whose form says little: its provider's word has to stand near."""

from dataclasses import dataclass
from typing import ClassVar

from leakguard.candidate import Facts
from leakguard.errors import RuleError
from leakguard.finding import Confidence, Role, Severity
from leakguard.pattern import compile_bytes
from leakguard.rule.form import Example, check_id


@dataclass(frozen=True, kw_only=True)
class NamedRule:
    """A credential told by the provider's word near it, its name, its alphabet and its length.

    It looks for nothing itself; the `AssignedRule` does for all of them at once.

    Raises:
        RuleError: from the constructor, when the rule is not well-formed.
    """

    id: str
    title: str
    why: str
    severity: Severity
    confidence: Confidence
    provider: str
    role: Role
    words: tuple[str, ...]
    """How the provider is called where its keys stand, in small letters and digits; a space
    where its parts may be separated: `new relic`."""
    form: str
    """A regular expression that the whole value matches."""
    names: tuple[str, ...]
    """Words of which the value's name has to have one, if there are any."""
    is_everyday: bool
    """Whether the provider's word is an everyday one, which counts only in the value's name."""
    advice: tuple[str, ...]
    references: tuple[str, ...]
    invalid: tuple[str | Example, ...]
    valid: tuple[str | Example, ...]
    is_named: bool = False
    """Whether the value's name has to tell its role, since the form says next to nothing."""
    called: tuple[str, ...] = ()
    """How names end that do so besides: `client id`."""
    sandbox: bool = False
    """Whether such a credential is for a test environment, whatever stands near."""
    pair: str | None = None

    kind: ClassVar[str] = "named"
    triggers: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        check_id(self.id)
        for word in (*self.words, *self.names):
            if not (word.isascii() and word.replace(" ", "").isalnum() and word == word.lower()):
                raise RuleError(f"rule {self.id}: the word {word!r} is not small letters alone")
        if not self.words:
            raise RuleError(f"rule {self.id}: no word tells its provider")

    @property
    def patterns(self) -> tuple[str, ...]:
        """What has to be a pattern."""
        return (self.form,)

    @property
    def facts(self) -> Facts:
        """What its findings tell the reader."""
        return Facts(self.title, self.why, self.advice)

    def fits(self, value: str) -> bool:
        """Tell whether a value has the form of such a credential."""
        return value.isascii() and bool(compile_bytes(self.form).fullmatch(value.encode()))

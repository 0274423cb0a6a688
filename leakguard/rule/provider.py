"""A provider and the credentials that it gives out, as facts; the rules follow from them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from leakguard.candidate import Shape
from leakguard.context.near_triggers import spelling
from leakguard.errors import RuleError
from leakguard.examples import made_up_from
from leakguard.finding import Confidence, Role, Severity
from leakguard.rule.form import KNOWN, PROVIDER
from leakguard.rule.named import NamedRule
from leakguard.rule.token import TokenRule
from leakguard.rule.whole import PairRule

_WHY = {
    Role.KEY: "Whoever reads it can use the service as its owner, and at their cost.",
    Role.SECRET: "Whoever reads it can act for the application or the account it belongs to.",
    Role.TOKEN: "Whoever holds it is taken for its owner.",
    Role.PASSWORD: "Whoever reads it can log in.",
    Role.PASSPHRASE: "It opens the key that it goes with.",
    Role.PRIVATE_KEY: "Whoever reads it can sign as its owner.",
}
_PUBLIC = "It is made to be published and opens nothing alone; look whether that is meant here."
_KEEP = "Keep the new one in the environment or a secret store, and read it from there."
_TOGETHER = "Together they are the account: whoever reads them can trade and move money."
_HALVES = (Role.KEY, Role.SECRET, Role.PRIVATE_KEY)
_NAMES = {
    Role.KEY: "api_key",
    Role.SECRET: "secret",
    Role.TOKEN: "token",
    Role.PASSWORD: "password",
    Role.PASSPHRASE: "passphrase",
    Role.PRIVATE_KEY: "private_key",
}


@dataclass(frozen=True, kw_only=True)
class Credential:
    """One kind of credential of a provider: told by its `pattern`, or by a `form` and a name."""

    id: str
    kind: str
    """What the provider calls it, after its own name: `API key`."""
    role: Role
    docs: str
    """The page that says how it looks, or what it is for."""
    rotate: str | None = None
    """The page on which this kind is revoked, where it is not the provider's."""
    pattern: str | None = None
    """What is found wherever it stands, since nothing else looks so: a prefix, a checksum."""
    form: str | None = None
    """What is found only near the provider's word, and has to match as a whole: a length."""
    seen: tuple[str, ...] = ()
    """What Hyperscan looks for instead of the `pattern`, where that is slow to find."""
    near: bool = False
    """Whether the provider's word has to stand near what matches the `pattern` too."""
    names: tuple[str, ...] = ()
    """Words of which the value's name has to have one, where not every name will do."""
    named: bool = False
    """Whether the value's name has to tell its role, or to end with one of `called`, since the
    `form` says next to nothing: a digest, a UUID, what its owner chose."""
    called: tuple[str, ...] = ()
    """How such names end that do not tell the role: `client id`."""
    sandbox: bool = False
    """Whether it is for a test environment, which moves no real money."""
    public: bool = False
    """Whether it is published on purpose, as a key for browsers is."""
    severity: Severity = Severity.HIGH
    confidence: Confidence | None = None
    why: str | None = None
    advice: tuple[str, ...] = ()
    """What to do when it leaked, where that is not what the provider's other credentials need."""
    tail: str = r"A-Za-z0-9_\-"
    """Characters that may not stand right before or behind it, as in a pattern's `[…]`."""
    checksum: Callable[[str], bool] | None = None
    """Tells whether a value's checksum is right, where the provider says how it is made."""
    complete: Callable[[str], str] | None = None
    """Gives a made-up value with the right checksum, for the examples."""
    tells: Callable[[str], str | None] | None = None
    """Gives what can be read from the value, such as an account, or None."""
    pair: str | None = None
    """The id of the `PairRule` that takes over where the other half stands near."""


@dataclass(frozen=True, kw_only=True)
class Provider:
    """Who gives out credentials, how its name is written near them, where they are revoked."""

    name: str
    words: tuple[str, ...]
    """How it is called near its keys, in small letters and digits; a space where its parts may be
    separated: `new relic`."""
    rotate: str
    """The page on which, or the page that says how, a key is revoked."""
    credentials: tuple[Credential, ...]
    pair: str | None = None
    """The id of the rule for its key and what signs for it, where they stand together."""
    advice: tuple[str, ...] = ()
    """What to do with a credential that leaked, where there is more to say than to revoke it."""
    everyday: bool = False
    """Whether its word is an everyday one (`line`, `front`), which counts only in a name."""

    @cached_property
    def rules(self) -> tuple[TokenRule | NamedRule | PairRule, ...]:
        """The rules that its credentials are found with.

        Raises:
            RuleError: one of them is not well-formed.
        """
        return tuple(self._rules())

    def _rules(self) -> Iterator[TokenRule | NamedRule | PairRule]:
        if self.pair is not None:
            yield self._pair_rule(self.pair)
        for credential in self.credentials:
            if (credential.pattern is None) == (credential.form is None):
                raise RuleError(f"rule {credential.id}: a pattern or a form is needed, not both")
            if credential.pattern is not None:
                yield self._token_rule(credential, credential.pattern)
            elif credential.form is not None:
                yield self._named_rule(credential, credential.form)

    def _token_rule(self, credential: Credential, pattern: str) -> TokenRule:
        values = _values(credential, pattern)
        told = f"{self.name} " if credential.near else ""
        tail = credential.tail
        return TokenRule(
            id=credential.id,
            title=f"{self.name} {credential.kind}",
            why=self._why(credential),
            severity=Severity.INFO if credential.public else credential.severity,
            confidence=credential.confidence or Confidence.HIGH,
            provider=self.name,
            role=credential.role,
            context="|".join(rf"(?<![A-Za-z0-9]){spelling(word)}" for word in self.words)
            if credential.near
            else None,
            pattern=rf"""
                (?: ^ | [^{tail}] | \\[nrt] | %[0-9A-Fa-f][0-9A-Fa-f] )
                (?P<secret> {pattern} )
                (?: $ | [^{tail}] )
            """,
            seen=credential.seen,
            shape=Shape.EXACT,
            rank=PROVIDER if credential.near else KNOWN,
            checksum=credential.checksum,
            tells=credential.tells,
            sandbox=credential.sandbox,
            pair=self._pair_of(credential),
            advice=self._advice(credential),
            references=tuple(dict.fromkeys((credential.docs, self._rotate(credential)))),
            invalid=(
                f"# {told}\n{self._variable(credential)}={values[0]}\n",
                f'{{"{told}setting": "{values[1]}"}}',
            ),
            valid=(
                f"{self._variable(credential)}=${{{self._variable(credential)}}}",
                f"{told}{values[0][:1] * len(values[0])}",
            ),
        )

    def _named_rule(self, credential: Credential, form: str) -> NamedRule:
        values = _values(credential, form)
        variable = self._variable(credential)
        return NamedRule(
            id=credential.id,
            title=f"{self.name} {credential.kind}",
            why=self._why(credential),
            severity=Severity.INFO if credential.public else credential.severity,
            confidence=credential.confidence or Confidence.MEDIUM,
            provider=self.name,
            role=credential.role,
            words=self.words,
            form=form,
            names=credential.names,
            is_everyday=self.everyday,
            is_named=credential.named,
            called=credential.called,
            sandbox=credential.sandbox,
            pair=self._pair_of(credential),
            advice=self._advice(credential),
            references=tuple(dict.fromkeys((credential.docs, self._rotate(credential)))),
            invalid=(f"{variable}={values[0]}\n", f'{{"{variable.lower()}": "{values[1]}"}}'),
            valid=(f"{variable}=${{{variable}}}", f"{variable}_sha256={values[0]}"),
        )

    def _pair_rule(self, rule_id: str) -> PairRule:
        """The rule for the first key and the first credential that signs.

        Raises:
            RuleError: one of them is missing.
        """
        by_role = {it.role: it for it in reversed(self.credentials) if not it.public}
        key = by_role.get(Role.KEY)
        half = by_role.get(Role.SECRET) or by_role.get(Role.PRIVATE_KEY)
        if key is None or half is None:
            raise RuleError(f"rule {rule_id}: a key and what signs for it are needed")
        texts = [_values(it, it.pattern or it.form or "") for it in (key, half)]
        variables = [self._variable(it) for it in (key, half)]
        both = [list(zip(variables, values, strict=True)) for values in zip(*texts, strict=True)]
        return PairRule(
            id=rule_id,
            title=f"{self.name} {key.kind} and its {half.kind}",
            why=_TOGETHER,
            severity=max(key.severity, half.severity),
            provider=self.name,
            advice=self._advice(half),
            references=tuple(dict.fromkeys((half.docs, self._rotate(half)))),
            invalid=(
                "".join(f"{variable}={value}\n" for variable, value in both[0]),
                "{" + ", ".join(f'"{name.lower()}": "{value}"' for name, value in both[1]) + "}",
            ),
            valid=("".join(f"{variable}=${{{variable}}}\n" for variable in variables),),
        )

    def _pair_of(self, credential: Credential) -> str | None:
        return credential.pair or (self.pair if credential.role in _HALVES else None)

    def _variable(self, credential: Credential) -> str:
        parts = (self.words[0], *credential.names[:1], _NAMES[credential.role])
        return "_".join(parts).replace(" ", "_").upper()

    def _why(self, credential: Credential) -> str:
        return credential.why or (_PUBLIC if credential.public else _WHY[credential.role])

    def _advice(self, credential: Credential) -> tuple[str, ...]:
        if credential.public:
            return ("Limit what it may do to what is meant for everybody.",)
        if credential.advice or self.advice:
            return credential.advice or self.advice
        return (f"Revoke it at {self.name} ({self._rotate(credential)}).", _KEEP)

    def _rotate(self, credential: Credential) -> str:
        return credential.rotate or self.rotate


def _values(credential: Credential, pattern: str) -> tuple[str, str]:
    complete = credential.complete or (lambda value: value)
    first, second = (complete(made_up_from(pattern, seed)) for seed in (1, 2))
    return first, second

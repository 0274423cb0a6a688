"""Which values belong to one key: a secret, and what it is used with, wherever that stands."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from leakguard.finding import Finding, Role
from leakguard.formats.pem import unfolded

_Value = tuple[str, str]
"""A value, and whose it is: nothing for what nobody else has by chance."""


@dataclass(frozen=True, slots=True)
class Owners:
    """The secret that each half of a pair was found with, and that speaks for private keys which
    are the same but for their line ends."""

    by_half: dict[_Value, str]
    by_key: dict[str, str]
    """By what `unfolded` gives of a private key."""

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Owners":
        """Learn from all pairs. A half that was found with several secrets belongs to the one that
        it was found with most often."""
        found: dict[_Value, Counter[str]] = {}
        folded: dict[str, Counter[str]] = {}
        for it in findings:
            if it.secret is None:
                continue
            value = it.secret.reveal()
            if (name := unfolded(value)) is not None:
                folded.setdefault(name, Counter())[value] += 1 + 1000 * bool(it.halves)
            for half in it.halves:
                key = _value(half.secret.reveal(), half.role, it.provider)
                found.setdefault(key, Counter())[value] += 1
        return cls(
            {half: _most(them) for half, them in found.items()},
            {name: _most(them) for name, them in folded.items()},
        )

    def of_finding(self, finding: Finding) -> str | None:
        """Give the value that speaks for a finding; None if it has none."""
        if finding.secret is None:
            return None
        own = finding.secret.reveal()
        if not finding.halves:
            own = self.by_half.get(_value(own, finding.role, finding.provider), own)
        name = unfolded(own)
        return own if name is None else self.by_key.get(name, own)


def _most(counted: Counter[str]) -> str:
    return min(counted, key=lambda it: (-counted[it], it))


def _value(value: str, role: Role | None, provider: str | None) -> _Value:
    """A passphrase may be one that others have as well."""
    return value, (provider or "?") if role is Role.PASSPHRASE else ""

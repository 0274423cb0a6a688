"""Which values belong to one key: a secret, and what it is used with, wherever that stands."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from leakguard.finding import Finding, Role

_Value = tuple[str, str]
"""A value, and whose it is: nothing for what nobody else has by chance."""


@dataclass(frozen=True, slots=True)
class Owners:
    """The secret that each half of a pair was found with."""

    by_half: dict[_Value, str]

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Owners":
        """Learn from all pairs. A half that was found with several secrets belongs to the one that
        it was found with most often."""
        found: dict[_Value, Counter[str]] = {}
        for it in findings:
            if it.secret is None:
                continue
            for half in it.halves:
                key = _value(half.secret.reveal(), half.role, it.provider)
                found.setdefault(key, Counter())[it.secret.reveal()] += 1
        return cls({key: min(them, key=lambda it: (-them[it], it)) for key, them in found.items()})

    def of_finding(self, finding: Finding) -> str | None:
        """Give the value that speaks for a finding; None if it has none."""
        if finding.secret is None:
            return None
        own = finding.secret.reveal()
        if finding.halves:
            return own
        return self.by_half.get(_value(own, finding.role, finding.provider), own)


def _value(value: str, role: Role | None, provider: str | None) -> _Value:
    """A passphrase may be one that others have as well."""
    return value, (provider or "?") if role is Role.PASSPHRASE else ""

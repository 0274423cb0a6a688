"""The pairs that a scan has found: what an exchange can be asked about, each of them once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from leakguard.context import names
from leakguard.finding import Finding, Mark, Report, Role, Severity
from leakguard.formats.pem import unfolded
from leakguard.secret import Secret
from leakguard.text import unescaped
from leakguard.verify.exchanges import EXCHANGES

PAST = "history"
"""The origin of a finding that is not on the disk any more."""

_SIGNING = (Role.SECRET, Role.PRIVATE_KEY)


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a pair stands."""

    path: str
    line: int
    fingerprint: str
    is_past: bool = False
    """Whether only the history has it there."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A key, what signs for it, and where both were found."""

    provider: str
    key: Secret
    secret: Secret
    passphrase: Secret | None
    secret_id: str | None
    severity: Severity
    marks: frozenset[Mark]
    sandbox: bool
    seen: tuple[Seen, ...]


def pairs(report: Report) -> tuple[list[Pair], int]:
    """Give the pairs of a report, those that it suppresses too, since what is allowed to stay in
    a file is no less alive; and how many secrets of exchanges were found without a key."""
    found: dict[tuple[str, str, str], Pair] = {}
    alone: set[str] = set()
    for it in (*report.findings, *report.suppressed):
        pair = _pair(it)
        if pair is not None:
            secret = pair.secret.reveal()
            identity = (pair.provider, pair.key.reveal(), unfolded(secret) or secret)
            found[identity] = _joined(found[identity], pair) if identity in found else pair
        elif it.secret is not None and _is_exchange(it.provider) and it.role in _SIGNING:
            secret = it.secret.reveal()
            alone.add(unfolded(secret) or secret)
    return list(found.values()), len(alone - {secret for *_, secret in found})


def _is_exchange(provider: str | None) -> bool:
    return provider in EXCHANGES or names.is_exchange(provider)


def _pair(finding: Finding) -> Pair | None:
    key = _half(finding, Role.KEY)
    if key is None or finding.secret is None or not _is_exchange(finding.provider):
        return None
    return Pair(
        provider=finding.provider or "",
        key=key,
        secret=Secret(unescaped(finding.secret.reveal())),
        passphrase=_half(finding, Role.PASSPHRASE),
        secret_id=finding.secret_id,
        severity=finding.severity,
        marks=finding.marks,
        sandbox=finding.sandbox,
        seen=(
            Seen(finding.where, finding.place.line, finding.fingerprint, finding.origin == PAST),
        ),
    )


def _half(finding: Finding, role: Role) -> Secret | None:
    found = (it.secret.reveal() for it in finding.halves if it.role is role)
    value = next(found, None)
    return None if value is None else Secret(unescaped(value))


def _joined(one: Pair, other: Pair) -> Pair:
    """Two places of one pair: it is for testing if both say so."""
    return replace(
        one,
        passphrase=one.passphrase or other.passphrase,
        severity=max(one.severity, other.severity),
        marks=one.marks | other.marks,
        sandbox=one.sandbox and other.sandbox,
        seen=tuple(_once((*one.seen, *other.seen))),
    )


def _once(seen: Iterable[Seen]) -> list[Seen]:
    return sorted(set(seen), key=lambda it: (it.is_past, it.path, it.line, it.fingerprint))

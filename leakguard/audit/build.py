"""The audit of the keys that a repository has."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from leakguard.audit.exposure import exposures
from leakguard.audit.model import Audited, How, Verified
from leakguard.audit.storage import Disk, stored
from leakguard.audit.succession import successors
from leakguard.audit.verified import Answers
from leakguard.finding import Commit, Confidence, Role, Severity
from leakguard.inventory.keys import Event, HeldKey, Inventory, moment
from leakguard.masking.redact import scrub, scrub_path
from leakguard.text import neutralise


@dataclass(frozen=True, slots=True)
class Terms:
    """By what keys are judged."""

    now: datetime
    max_age: int
    """Days after which a key is overdue."""
    answers: Answers
    disk: Disk


def audited(inventory: Inventory, terms: Terms) -> tuple[Audited, ...]:
    """Give what is to be said of each key, the worst first."""
    after = successors(inventory.keys)
    before = {new: old for old, new in after.items()}
    found = [_audited(it, terms, after) for it in inventory.keys]
    found = [replace(it, replaces=before.get(it.id)) for it in found]
    return tuple(sorted(found, key=lambda it: -it.severity))


def _audited(key: HeldKey, terms: Terms, after: Mapping[str, str]) -> Audited:
    verified = terms.answers.of(key)
    there = stored(key, terms.disk)
    exposed = exposures(key, there)
    first = key.first
    known = moment(first.date) if first is not None else None
    created = (verified.created if verified is not None else None) or known
    age = max(0, (terms.now - created).days) if created is not None else None
    is_dead = verified is not None and verified.is_dead
    allowed = next((it.allowed for it in key.spots), "") if key.is_allowed else ""
    counts = not (is_dead or allowed)
    is_old = age is not None and age > terms.max_age
    return Audited(
        id=key.id,
        secret_id=key.secret_id,
        provider=key.provider,
        kind=scrub(key.kind),
        role=str(key.role) if key.role is not None else None,
        is_test=_is_test(key, verified),
        severity=_severity(key, verified),
        confidence=str(key.confidence),
        state=_state(key, verified),
        first=_shown(first),
        last=_shown(key.last),
        is_current=key.is_current or any(it.how is How.ENVIRONMENT for it in there),
        created=created,
        age=age,
        is_overdue=counts and is_old and key.id not in after,
        exposures=exposed,
        is_exposed=counts and bool(exposed),
        stored=there,
        spots=key.spots,
        events=tuple(_event(it) for it in key.events),
        now=key.now,
        refs=key.refs,
        verified=verified,
        allowed=allowed,
        replaced_by=after.get(key.id),
    )


def _is_test(key: HeldKey, verified: Verified | None) -> bool:
    told = verified.is_test if verified is not None else None
    return key.sandbox if told is None else told


def _severity(key: HeldKey, verified: Verified | None) -> Severity:
    told = verified.severity if verified is not None else None
    return key.severity if told is None else told


def _state(key: HeldKey, verified: Verified | None) -> str:
    if verified is not None and verified.state in ("alive", "dead"):
        return "verified"
    if key.confidence is Confidence.PROVEN:
        return "proven"
    return "paired" if any(it.role is Role.KEY for it in key.halves) else "found"


def _event(event: Event) -> Event:
    commit = _shown(event.commit)
    return event if commit is None else replace(event, commit=commit)


def _shown(commit: Commit | None) -> Commit | None:
    """Give a commit as it may be seen: an author may be called like a key, or move a cursor."""
    if commit is None:
        return None
    author = neutralise(scrub_path(scrub(commit.author)))
    return Commit(commit.id, author, neutralise(commit.date))

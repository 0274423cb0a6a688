"""JSON: the whole audit as one object, which `--since` reads again.

`schema` counts changes that break a reader. `made` is when, in UTC; `max_age` and `age` are days,
`mode` is octal. Of a key `now` has the full names of what holds it, with `work tree`, `HEAD` and
`stash@{0}` among them; `exposed` tells whether that matters, `exposures` where. `checks` are what
good practice asks for, `changes` what `--since` has compared, or null.
"""

from typing import Any

from leakguard.audit.model import Audit, Audited, Changes, Check, Exposure, Stored, Verified
from leakguard.audit.verified import SCHEMA
from leakguard.finding import Commit, Problem
from leakguard.inventory.keys import Event, Spot
from leakguard.masking.redact import scrub_path
from leakguard.reporters.dumped import dumped
from leakguard.text import neutralise


def render(audit: Audit) -> str:
    """Give the audit as indented JSON in ASCII."""
    content = {
        "schema": SCHEMA,
        "made": audit.made.isoformat(),
        "max_age": audit.max_age,
        "keys": [_key(it) for it in audit.keys],
        "checks": [_check(it) for it in audit.checks],
        "changes": _changes(audit.changes),
        "errors": [_problem(it) for it in audit.errors],
        "notices": [_problem(it) for it in audit.notices],
    }
    return dumped(content)


def _key(it: Audited) -> dict[str, Any]:
    return {
        "id": it.id,
        "secret_id": it.secret_id,
        "provider": it.provider,
        "kind": it.kind,
        "role": it.role,
        "environment": "test" if it.is_test else "live",
        "severity": str(it.severity),
        "confidence": it.confidence,
        "state": it.state,
        "verified": _verified(it.verified),
        "first_seen": _commit(it.first),
        "last_seen": _commit(it.last),
        "current": it.is_current,
        "created": None if it.created is None else it.created.isoformat(),
        "age": it.age,
        "overdue": it.is_overdue,
        "exposed": it.is_exposed,
        "exposures": [_exposure(one) for one in it.exposures],
        "stored": [_stored(one) for one in it.stored],
        "now": _names(it.now),
        "history_of": _names(it.refs),
        "places": [_place(one) for one in it.spots],
        "events": [_event(one) for one in it.events],
        "replaces": it.replaces,
        "replaced_by": it.replaced_by,
        "allowed": it.allowed or None,
    }


def _verified(it: Verified | None) -> dict[str, Any] | None:
    if it is None:
        return None
    return {
        "state": it.state,
        "environment": it.environment,
        "permissions": None if it.permissions is None else list(it.permissions),
        "ip_restricted": it.ip_restricted,
    }


def _exposure(it: Exposure) -> dict[str, Any]:
    return {"where": str(it.where), "names": _names(it.names), "paths": _all(it.paths)}


def _stored(it: Stored) -> dict[str, Any]:
    return {
        "how": str(it.how),
        "where": neutralise(it.where),
        "tracking": None if it.tracking is None else str(it.tracking),
        "mode": None if it.mode is None else f"{it.mode:04o}",
        "others_can_read": it.is_open,
    }


def _place(it: Spot) -> dict[str, Any]:
    return {
        "kind": str(it.kind),
        "path": neutralise(it.path),
        "line": it.finding.place.line,
        "rule": it.finding.rule,
        "fingerprint": it.finding.fingerprint,
        "now": _names(it.now),
    }


def _event(it: Event) -> dict[str, Any]:
    return {
        "did": str(it.did),
        "path": neutralise(it.path),
        "old_path": neutralise(it.old_path) or None,
        "line": it.line,
        "commit": _commit(it.commit),
    }


def _commit(it: Commit | None) -> dict[str, str] | None:
    return None if it is None else {"id": it.id, "author": it.author, "date": it.date}


def _check(it: Check) -> dict[str, Any]:
    return {
        "id": it.id,
        "met": it.is_met,
        "asks": it.asks,
        "found": _all(it.found),
        "advice": it.advice,
    }


def _changes(it: Changes | None) -> dict[str, Any] | None:
    if it is None:
        return None
    return {
        "since": it.since or None,
        "new": list(it.new),
        "gone": [{"id": one.id, "kind": one.kind} for one in it.gone],
        "rotated": [
            {"old": one.old, "new": one.new, "path": neutralise(one.path)} for one in it.rotated
        ],
    }


def _problem(it: Problem) -> dict[str, str]:
    return {"path": neutralise(it.path), "message": neutralise(it.message)}


def _names(names: tuple[str, ...]) -> list[str]:
    return [neutralise(scrub_path(it)) for it in names]


def _all(texts: tuple[str, ...]) -> list[str]:
    return [neutralise(it) for it in texts]

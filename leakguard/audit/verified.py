"""What `leakguard verify --output` has written, read again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leakguard.audit.model import Verified
from leakguard.errors import UsageError
from leakguard.finding import Severity
from leakguard.inventory.keys import HeldKey, moment
from leakguard.masking.redact import scrub
from leakguard.text import neutralise

SCHEMA = 1
_STATES = ("alive", "dead", "refused", "clock-skew", "rate-limited", "unknown")
_LARGEST = 16 << 20
"""Bytes of a file that is read."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered, by secret_id and by the fingerprints of places."""

    by_name: Mapping[str, Verified] = field(default_factory=dict)

    def of(self, key: HeldKey) -> Verified | None:
        """Give what was answered about a key; None if it was not asked."""
        names = (key.id, *sorted(key.aliases))
        return next((self.by_name[it] for it in names if it in self.by_name), None)


def read(path: str) -> Answers:
    """Read a file.

    Raises:
        UsageError: it cannot be read, or is none of `leakguard verify`.
    """
    found: dict[str, Verified] = {}
    for entry in entries_of(path, "verified", "--verified", "leakguard verify --output"):
        names = entry.get("fingerprints")
        for name in (entry.get("secret_id"), *(names if isinstance(names, list) else ())):
            if isinstance(name, str):
                found[name] = _verified(entry, path)
    return Answers(found)


def entries_of(path: str, name: str, option: str, made_by: str) -> list[dict[str, Any]]:
    """Give the list of objects that a file in JSON has by a name.

    Raises:
        UsageError: it cannot be read, or is no such file.
    """
    entries = content(path, option, made_by).get(name)
    if not isinstance(entries, list) or not all(isinstance(it, dict) for it in entries):
        raise UsageError(f"{option}: {path} has no list `{name}`: it comes of `{made_by}`")
    return entries


def content(path: str, option: str, made_by: str) -> dict[str, Any]:
    """Give the object that a file in JSON holds.

    Raises:
        UsageError: it cannot be read, or is no such file.
    """
    try:
        with Path(path).open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{option}: cannot read {path}: {error.strerror}") from None
    try:
        if len(raw) > _LARGEST:
            raise ValueError
        found = json.loads(raw)
    except (ValueError, RecursionError):
        raise UsageError(f"{option}: {path} is no JSON: it comes of `{made_by}`") from None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise UsageError(f"{option}: {path} has no `schema` {SCHEMA}: it comes of `{made_by}`")
    return found


def _verified(entry: Mapping[str, Any], path: str) -> Verified:
    state = entry.get("state")
    if state not in _STATES:
        raise UsageError(f"--verified: {path} has a `state` that is none of {', '.join(_STATES)}")
    severity, created = entry.get("severity"), entry.get("created")
    permissions, is_test = entry.get("permissions"), entry.get("test")
    restricted = entry.get("ip_restricted")
    levels = {str(it): it for it in Severity}
    return Verified(
        state=state,
        environment=_text(entry.get("environment")),
        is_test=is_test if isinstance(is_test, bool) else None,
        permissions=tuple(map(_text, permissions)) if isinstance(permissions, list) else None,
        ip_restricted=restricted if isinstance(restricted, bool) else None,
        created=moment(created) if isinstance(created, str) else None,
        severity=levels.get(severity) if isinstance(severity, str) else None,
    )


def _text(value: object) -> str:
    """Give what somebody may have written into the file, with what looks like a key masked."""
    return neutralise(scrub(value))[:100] if isinstance(value, str) else ""

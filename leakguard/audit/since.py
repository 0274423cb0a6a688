"""Two audits compared: what is new, what is gone, and what was rotated."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from leakguard.audit.model import Audited, Changes, Gone, Rotation
from leakguard.audit.verified import content, entries_of
from leakguard.inventory.keys import is_current, moment
from leakguard.masking.redact import scrub
from leakguard.text import neutralise

_MADE_BY = "leakguard audit --format json"
_OPTION = "--since"

_ID = re.compile(r"[0-9a-f]{24}(?:[0-9a-f]{8})?")
"""A secret_id, or a fingerprint."""

_Place = tuple[str, str, str, bool, str]
"""A path, what kind of key stands there (provider, role, and whether it is for testing), and in
what: the work tree, HEAD, a branch, or nothing for any of them."""

_ANYWHERE = ""


def changes(path: str, keys: Iterable[Audited]) -> Changes:
    """Compare keys with those of an earlier audit.

    A key was rotated if another one stands at its place now, where it stood then: the same path,
    provider and kind, in the same branch or in none that has the old one. It may still be in the
    history, or on another branch, and the new one is not called new.

    Raises:
        UsageError: the file cannot be read, or is no audit.
    """
    before = entries_of(path, "keys", _OPTION, _MADE_BY)
    made = _text(content(path, _OPTION, _MADE_BY).get("made"))
    keys = list(keys)
    now = {it.id: it for it in keys}
    then = {name: it for it in before if _ID.fullmatch(name := _text(it.get("id")))}
    rotated = tuple(_rotated(then, now))
    new = {it.new for it in rotated}
    return Changes(
        since=made if moment(made) is not None else "",
        new=tuple(it.id for it in keys if it.id not in then and it.id not in new),
        gone=tuple(
            Gone(name, scrub(_text(it.get("kind")))) for name, it in then.items() if name not in now
        ),
        rotated=rotated,
    )


def _rotated(
    then: Mapping[str, Mapping[str, Any]], now: Mapping[str, Audited]
) -> Iterable[Rotation]:
    stood: dict[_Place, list[tuple[int, str]]] = {}
    for name, key in then.items():
        for place, line in _then(key):
            stood.setdefault(place, []).append((line, name))
    stands: dict[_Place, list[tuple[int, str]]] = {}
    for name, one in now.items():
        for place, line in _now(one):
            stands.setdefault(place, []).append((line, name))
    told: set[str] = set()
    for place in sorted(set(stood) & set(stands), key=str):
        here = {name for _, name in stands[place]}
        left = sorted(it for it in stood[place] if it[1] not in here)
        come = sorted(it for it in stands[place] if it[1] not in then)
        for (_, old), (_, new) in zip(left, come, strict=False):
            if old not in told and new not in told:
                told |= {old, new}
                yield Rotation(old, new, place[0])


def _now(key: Audited) -> Iterable[tuple[_Place, int]]:
    for spot in key.spots:
        for name in _where(spot.now):
            place = (spot.path, key.provider or "", key.role or "", key.is_test, name)
            yield place, spot.finding.place.line


def _then(key: Mapping[str, Any]) -> Iterable[tuple[_Place, int]]:
    places = key.get("places")
    for it in places if isinstance(places, list) else ():
        names = it.get("now") if isinstance(it, dict) else None
        is_test = key.get("environment") == "test"
        provider, role = (_text(key.get(name)) for name in ("provider", "role"))
        for where in _where(map(_text, names)) if isinstance(names, list) else ():
            line = it.get("line")
            place = (_text(it.get("path")), provider, role, is_test, where)
            yield place, line if isinstance(line, int) else 0


def _where(names: Iterable[str]) -> list[str]:
    """Give what a key stands in, and the sign that it is in anything."""
    found = [it for it in names if is_current(it)]
    return [*found, _ANYWHERE] if found else []


def _text(value: object) -> str:
    return neutralise(value)[:1000] if isinstance(value, str) else ""

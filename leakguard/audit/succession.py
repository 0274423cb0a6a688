"""Which key took the place of which: the same file, the same kind, another value."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from leakguard.inventory.keys import Did, HeldKey, Kind, Spot, is_current, moment

Slot = tuple[str, str | None, str | None, bool]
"""A path, and what kind of key stands there: provider, role, and whether it is for testing."""


_LATER = datetime.max.replace(tzinfo=UTC)
"""What is not committed comes after all that is."""


@dataclass(frozen=True, slots=True)
class _Stay:
    """A key at a place for some time."""

    id: str
    line: int
    came: datetime
    went: datetime | None
    """None if it is still there."""


def successors(keys: Iterable[HeldKey]) -> dict[str, str]:
    """Give, by the ids of keys, the id of the key that came to their place after them.

    A key has gone from its place when neither the work tree nor HEAD nor a branch has it there; of
    several that stood there before, a key takes the place of the one on the nearest line.
    """
    stays: dict[Slot, list[_Stay]] = {}
    for key in keys:
        for spot in key.spots:
            if spot.kind is Kind.FILE:
                slot = (spot.path, key.provider, key.role, key.sandbox)
                stays.setdefault(slot, []).append(_stay(key, spot))
    found: dict[str, str] = {}
    for them in stays.values():
        for old, new in _followed(them):
            found.setdefault(old, new)
    return found


def _stay(key: HeldKey, spot: Spot) -> _Stay:
    came, went = list[datetime](), list[datetime]()
    for it in key.events:
        when = moment(it.commit.date)
        is_here = it.path == spot.path
        if when is not None and is_here and it.did is not Did.REMOVED:
            came.append(when)
        elif when is not None and (is_here or it.old_path == spot.path):
            went.append(when)
    is_there = any(is_current(it) for it in spot.now)
    return _Stay(
        key.id,
        spot.finding.place.line,
        min(came, default=_LATER),
        None if is_there else max(went, default=_LATER),
    )


def _followed(stays: Iterable[_Stay]) -> Iterable[tuple[str, str]]:
    left = {it.id: (it, it.went) for it in stays if it.went is not None}
    for new in sorted(stays, key=lambda it: (it.came, it.line, it.id)):
        before = [
            (abs(it.line - new.line), -went.timestamp(), it.id)
            for it, went in left.values()
            if it.id != new.id and went <= new.came and it.came < new.came
        ]
        if before:
            *_, old = min(before)
            del left[old]
            yield old, new.id

"""What commits did with keys."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leakguard.finding import Finding
from leakguard.history.changes import Blob, Change
from leakguard.inventory.keys import Did

Held = Mapping[Blob, Mapping[str, Finding]]
"""What stands in each blob at its path, by the value that speaks for it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a commit did with a value at a path."""

    value: str
    did: Did
    commit: str
    path: str
    old_path: str = ""
    line: int | None = None


def steps(changes: Iterable[Change], held: Held) -> list[Step]:
    """Give what the `changes` of commits, in order, each behind those that it is made on, did with
    the values that blobs hold."""
    found: list[Step] = []
    for change in changes:
        before = {value: path for path, blob in change.old for value in held.get((path, blob), ())}
        now = held.get(change.key, {}) if change.key is not None else {}
        for value, finding in now.items():
            old = before.get(value)
            if old is None:
                did, old = Did.ADDED, ""
            elif old != change.path:
                did = Did.MOVED
            else:
                continue
            line = finding.place.line
            found.append(Step(value, did, change.commit, change.path, old, line))
        found += [
            Step(value, Did.REMOVED, change.commit, path)
            for value, path in before.items()
            if value not in now
        ]
    return found

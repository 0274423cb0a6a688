"""What became of each secret: where it came in, the paths that it had, and where it is now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from leakguard.finding import Finding
from leakguard.history.changes import Blob, Change
from leakguard.history.trace import Held, Key


@dataclass(frozen=True, slots=True)
class Lineage:
    """A secret in a file, whatever that was renamed to."""

    finding: Finding
    """Where it stands in HEAD, or else where it came in."""
    brought: tuple[str, ...]
    """Ids of the commits that brought it in, each by itself, such as on several branches."""
    removed: str | None
    """Id of the last commit that took it away; None if none did since it came in, or came back."""
    in_head: bool
    paths: tuple[str, ...]
    """Every path it had, in the order in which it came to them."""

    @property
    def introduced(self) -> str:
        """Id of the first commit that brought it in."""
        return self.brought[0]


@dataclass
class _Followed:
    """A lineage while commits are gone through."""

    key: Key
    brought: list[str] = field(default_factory=list)
    removed: str | None = None
    blobs: dict[str, list[str]] = field(default_factory=dict)
    """Those with the secret, by the paths where they stood."""


def lineages(changes: Iterable[Change], held: Held, head: Mapping[str, str]) -> list[Lineage]:
    """Give what became of each secret that `held` has, the `changes` of all commits being in order,
    each behind those that it is made on; `head` has the blob of each path in HEAD."""
    followed: list[_Followed] = []
    current: dict[tuple[Key, str], _Followed] = {}
    for change in changes:
        before = {key: path for path, blob in change.old for key in held.get((path, blob), ())}
        now = held.get(change.key, {}) if change.key is not None else {}
        for key in now:
            one = current.get((key, before.get(key, ""))) or current.get((key, change.path))
            if one is None:
                one = _Followed(key)
                followed.append(one)
            if key not in before or not one.brought:  # not for a branch that has it still
                one.brought.append(change.commit)
                one.removed = None
            one.blobs.setdefault(change.path, []).append(change.new or "")
            current[key, change.path] = one
        for key, path in before.items():
            if key not in now and (key, path) in current:
                current[key, path].removed = change.commit
    return [it for one in followed for it in _told(one, held, head)]


def _told(one: _Followed, held: Held, head: Mapping[str, str]) -> Iterable[Lineage]:
    paths = tuple(one.blobs)
    here: list[Blob] = [
        (path, head[path])
        for path in paths
        if path in head and one.key in held.get((path, head[path]), {})
    ]
    first = (paths[0], one.blobs[paths[0]][0])
    for path, blob in here or [first]:
        removed = None if here else one.removed
        yield Lineage(held[path, blob][one.key], tuple(one.brought), removed, bool(here), paths)

"""Where a key can be read by those who have the repository."""

from collections.abc import Iterator

from leakguard.audit.model import Exposure, How, Stored, Tracking, Where
from leakguard.inventory.keys import HEAD, WORK_TREE, HeldKey

_KINDS = (
    ("refs/heads/", Where.BRANCH),
    ("refs/remotes/", Where.BRANCH),
    ("refs/tags/", Where.TAG),
    ("stash@", Where.STASH),
)


def exposures(key: HeldKey, stored: tuple[Stored, ...]) -> tuple[Exposure, ...]:
    """Give where a key can be read: in which files of what, and in which histories."""
    return (*_in_files(key), *_in_history(key), *_in_work_tree(key, stored))


def _in_files(key: HeldKey) -> Iterator[Exposure]:
    found: dict[Where, tuple[dict[str, None], dict[str, None]]] = {}
    for spot in key.spots:
        for name in spot.now:
            # What HEAD has is told once, without the branch that it is on.
            if name != WORK_TREE and (
                name == HEAD or HEAD not in spot.now or _kind(name) in _APART
            ):
                names, paths = found.setdefault(_kind(name), ({}, {}))
                names[name] = None
                paths[spot.path] = None
    for where in Where:
        if where in found:
            names, paths = found[where]
            yield Exposure(where, tuple(names), tuple(paths))


_APART = (Where.TAG, Where.STASH)


def _kind(name: str) -> Where:
    if name == HEAD:
        return Where.HEAD
    return next((kind for start, kind in _KINDS if name.startswith(start)), Where.OTHER)


def _in_history(key: HeldKey) -> Iterator[Exposure]:
    if key.refs:
        yield Exposure(Where.HISTORY, key.refs, ())
    elif key.is_in_history and not (set(key.now) - {WORK_TREE}):
        yield Exposure(Where.REFLOG, (), ())


def _in_work_tree(key: HeldKey, stored: tuple[Stored, ...]) -> Iterator[Exposure]:
    """Give the files of which nothing keeps the value from being committed."""
    is_committed = {it.path for it in key.spots if HEAD in it.now}
    paths = tuple(
        it.where
        for it in stored
        if it.how in (How.HARD_CODED, How.FILE)
        and it.tracking in (Tracking.TRACKED, Tracking.EXPECTED)
        and it.where.rpartition(":")[0] not in is_committed
    )
    if paths:
        yield Exposure(Where.WORK_TREE, (), paths)

"""When keys could be read: what a row of the timeline is drawn from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from leakguard.audit.model import Audit, Audited
from leakguard.inventory.keys import Did, is_current, moment

_SHORTEST = timedelta(days=30)
"""What a timeline shows at least."""

_MOST_TICKS = 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some time, from one moment to a later one."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Axis:
    """The time that a timeline shows."""

    start: datetime
    end: datetime

    @classmethod
    def of(cls, audit: Audit) -> "Axis":
        """Give the time from the oldest key to the audit."""
        known = [it for key in audit.keys for it in _known(key) if it <= audit.made]
        return cls(min((*known, audit.made - _SHORTEST)), audit.made)

    def share(self, when: datetime) -> float:
        """Give where a moment stands, as a percentage."""
        part = (when - self.start) / (self.end - self.start)
        return round(100 * min(1.0, max(0.0, part)), 2)

    @property
    def ticks(self) -> tuple[tuple[datetime, str], ...]:
        """The moments that are marked, with what they are called: years, or months if they are
        few."""
        months = list(self._months())
        if len(months) <= _MOST_TICKS:
            return tuple((it, f"{it:%Y-%m}") for it in months)
        years = [it for it in months if it.month == 1]
        step = -(-len(years) // _MOST_TICKS)
        return tuple((it, f"{it:%Y}") for it in years[::-1][:: max(1, step)][::-1])

    def _months(self) -> Iterator[datetime]:
        year, month = self.start.year, self.start.month
        while True:
            month += 1
            if month > 12:
                year, month = year + 1, 1
            if year > datetime.max.year or (it := datetime(year, month, 1, tzinfo=UTC)) > self.end:
                return
            yield it


def _known(key: Audited) -> Iterator[datetime]:
    if key.created is not None:
        yield key.created
    yield from (when for it in key.events if (when := moment(it.commit.date)) is not None)


def in_history(key: Audited, now: datetime) -> Stretch | None:
    """Give the time since when a key can be read in the history; None if no commit has it."""
    brought = [when for it in key.events if (when := moment(it.commit.date)) is not None]
    return Stretch(min(min(brought), now), now) if brought else None


def in_files(key: Audited, now: datetime) -> list[Stretch]:
    """Give the times in which a key stood in files of the history, joined where they overlap."""
    current = {it.path for it in key.spots if any(map(is_current, it.now))}
    found: list[Stretch] = []
    since: dict[str, datetime] = {}
    for it in key.events:
        when = moment(it.commit.date)
        if when is None or it.path.startswith("commit "):
            continue
        if it.did is Did.REMOVED:
            start = since.pop(it.path, when)
            found.append(Stretch(min(start, when), max(start, when)))
            continue
        start = since.pop(it.old_path, when) if it.did is Did.MOVED else when
        since.setdefault(it.path, start)
    for path, start in since.items():
        found.append(Stretch(min(start, now), now if path in current else min(start, now)))
    return list(_joined(found))


def _joined(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for it in sorted(stretches, key=lambda it: (it.start, it.end)):
        if last is not None and it.start <= last.end:
            last = Stretch(last.start, max(last.end, it.end))
            continue
        if last is not None:
            yield last
        last = it
    if last is not None:
        yield last

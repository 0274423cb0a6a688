"""Who does the work: this process, or workers, and what needs libcst in workers of its own."""

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from leakguard.report import Problem
from leakguard.scanning.examine import Examiner
from leakguard.scanning.examined import NOTHING
from leakguard.scanning.looking import KEPT_BYTES, examiner_of, fired_worker, item_worker, noted
from leakguard.scanning.outcome import Fired, Options, Outcome
from leakguard.sources import Item, Source

if TYPE_CHECKING:
    from leakguard.scanning.workers import Lost, Work

T = TypeVar("T", Item, Fired)

_BATCH_BYTES = 1 << 20
_BATCH_ITEMS = 256
_BATCH_FIRED = 8
"""How many bytes and items a worker is given at once, and how many documents for libcst."""

_PAUSE = 0.005
"""Seconds after which a process that works beside this one is asked what it has done."""

_SLOWEST = 5_000
"""Bytes a second that a worker is allowed to be as slow as, with a minute on top: a file may
hold nothing but passwords, each of which takes scrypt some milliseconds."""

_LONGEST = 600.0
"""Seconds that a batch may take, with a minute on top, however large it is."""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def outcomes(
    source: Source, items: Iterable[Item], options: Options, jobs: int
) -> Generator[Outcome]:
    """Look at everything; what needs libcst comes last, in processes that may die. What these
    need is loaded once, while the others still work, and inherited where processes are forked."""
    items = tuple(items)
    if not items:
        return
    examiner = examiner_of(source, options)  # also so that the triggers are compiled once
    preparation = _Preparation(examiner, options)
    looks = (
        _in_workers(source, items, options, jobs, preparation)
        if jobs > 1
        else _here(source, items, options, examiner)
    )
    apart = _Apart(source, options, jobs, preparation)
    with closing(looks) as first, closing(apart):
        for outcome in first:
            apart.add(outcome.fired)
            yield replace(outcome, fired=()) if outcome.fired else outcome
            yield from apart.all() if apart.kept > KEPT_BYTES else apart.done()
        yield from apart.all()


@dataclass
class _Preparation:
    """What processes inherit where they are forked; more of it is made while others still work."""

    examiner: Examiner
    options: Options
    _thread: Thread | None = None

    @property
    def inherited(self) -> Examiner | None:
        """None where processes are not forked, and have to make their own."""
        from leakguard.scanning import workers

        return self.examiner if workers.are_forked(self.options.start_method) else None

    def begin(self) -> None:
        """Begin to load what needs libcst, once."""
        if self._thread is None and self.inherited is not None:
            self._thread = Thread(target=self._prepare, daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait until that is done: no process may be forked while a module is half loaded."""
        if self._thread is not None:
            self._thread.join()

    def _prepare(self) -> None:
        with suppress(Exception):  # what is wrong, the workers find again, and tell
            self.examiner.prepare()


def _here(
    source: Source, items: tuple[Item, ...], options: Options, examiner: Examiner
) -> Generator[Outcome]:
    """Look at everything in this process."""
    for item, read in zip(items, source.read(items), strict=True):
        yield from noted(examiner, item, read, options)


def _in_workers(
    source: Source, items: Iterable[Item], options: Options, jobs: int, preparation: _Preparation
) -> Generator[Outcome]:
    """Look at everything in as many processes as there are jobs, the largest batches first."""
    batches = sorted(_batches(items), key=lambda batch: -sum(item.size for item in batch))
    start = partial(item_worker, source, options, preparation.inherited)
    with closing(_work(start, jobs, options, preparation)) as work:
        yield from _told(work.results(batches))


@dataclass
class _Apart:
    """What needs libcst, in processes of its own.

    Where workers do the rest, these processes begin when it is done. Where this process does the
    rest alone, one begins as soon as there is something for it, and works beside it.
    """

    source: Source
    options: Options
    jobs: int
    preparation: _Preparation
    kept: int = 0
    """Bytes of the documents that were handed in since the last time that all was done."""
    _waiting: list[Fired] = field(default_factory=list)
    _work: "Work[Fired, Outcome] | None" = None
    _next: float = 0.0
    """When to ask again what has been done, in seconds of the monotonic clock."""

    def add(self, fired: tuple[Fired, ...]) -> None:
        """Hand in what fired."""
        self._waiting += fired
        self.kept += sum(it.size for it in fired)
        if fired and self.jobs > 1:
            self.preparation.begin()

    def done(self) -> Iterator[Outcome]:
        """Give what has been done meanwhile; wait for nothing."""
        if self._begins_early and (self._work or self._waiting) and time.monotonic() > self._next:
            yield from _told(self._begun().done())
            self._next = time.monotonic() + _PAUSE

    def all(self) -> Iterator[Outcome]:
        """Do all that is left, the largest documents first."""
        if self._work or self._waiting:
            yield from _told(self._begun().rest())
        self.kept = 0

    def close(self) -> None:
        """End the processes."""
        if self._work is not None:
            self._work.close()

    @property
    def _begins_early(self) -> bool:
        return self.jobs == 1 and self.options.jobs != 1 and cores() > 1

    def _begun(self) -> "Work[Fired, Outcome]":
        """Give the work with all in it that waited."""
        if self._work is None:
            start = partial(fired_worker, self.source, self.options, self.preparation.inherited)
            self._work = _work(start, self.jobs, self.options, self.preparation)
        fired = sorted(self._waiting, key=lambda it: -it.size)
        at_once = _BATCH_FIRED if self.jobs > 1 else 1
        for first in range(0, len(fired), at_once):
            self._work.add(fired[first : first + at_once])
        self._waiting.clear()
        return self._work


def _work(
    start: Callable[[], Callable[[list[T]], Outcome]],
    jobs: int,
    options: Options,
    preparation: _Preparation,
) -> "Work[T, Outcome]":
    from leakguard.scanning import workers  # multiprocessing: only when it is needed

    def seconds(batch: list[T]) -> float:
        return 60 + min(_LONGEST, sum(it.size for it in batch) / _SLOWEST)

    return workers.Work(start, jobs, seconds, options.start_method, preparation.wait)


def _told(results: "Iterable[Outcome | Lost[T]]") -> Iterator[Outcome]:
    """Give the outcomes; what was lost is an error."""
    for result in results:
        if isinstance(result, Outcome):
            yield result
        else:
            message = f"could not be scanned: it {result.reason}; the rest was scanned"
            yield Outcome(NOTHING, errors=(Problem(result.item.path, message),))


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += item.size
        if size >= _BATCH_BYTES or len(batch) >= _BATCH_ITEMS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

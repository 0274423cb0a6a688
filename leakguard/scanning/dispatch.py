"""Who does the work: this process, or workers, and what needs libcst in workers of its own."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from threading import Thread
from typing import TypeVar

from leakguard.report import Problem
from leakguard.scanning.examine import Examiner
from leakguard.scanning.examined import NOTHING
from leakguard.scanning.looking import KEPT_BYTES, examiner_of, fired_worker, item_worker, noted
from leakguard.scanning.outcome import Fired, Options, Outcome
from leakguard.sources import Item, Source

T = TypeVar("T", Item, Fired)

_BATCH_BYTES = 1 << 20
_BATCH_ITEMS = 256
_BATCH_FIRED = 8
"""How many bytes and items a worker is given at once, and how many documents for libcst."""

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
    waiting: list[Fired] = []
    kept = 0
    with closing(looks) as first:
        for outcome in first:
            waiting += outcome.fired
            kept += sum(it.size for it in outcome.fired)
            yield replace(outcome, fired=()) if outcome.fired else outcome
            if waiting and jobs > 1:
                preparation.begin()
            if kept > KEPT_BYTES:
                yield from _apart(source, waiting, options, jobs, preparation)
                waiting, kept = [], 0
    if waiting:
        yield from _apart(source, waiting, options, jobs, preparation)


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
    yield from _in_processes(batches, start, jobs, options, preparation)


def _apart(
    source: Source, fired: list[Fired], options: Options, jobs: int, preparation: _Preparation
) -> Generator[Outcome]:
    """Examine what needs libcst, the largest documents first."""
    fired = sorted(fired, key=lambda it: -it.size)
    at_once = _BATCH_FIRED if jobs > 1 else 1
    batches = (fired[start : start + at_once] for start in range(0, len(fired), at_once))
    start = partial(fired_worker, source, options, preparation.inherited)
    yield from _in_processes(batches, start, jobs, options, preparation)


def _in_processes(
    batches: Iterable[list[T]],
    start: Callable[[], Callable[[list[T]], Outcome]],
    jobs: int,
    options: Options,
    preparation: _Preparation,
) -> Generator[Outcome]:
    from leakguard.scanning import workers  # multiprocessing: only when it is needed

    def seconds(batch: list[T]) -> float:
        return 60 + min(_LONGEST, sum(it.size for it in batch) / _SLOWEST)

    results = workers.run(
        batches,
        start,
        workers=jobs,
        seconds=seconds,
        method=options.start_method,
        before=preparation.wait,
    )
    with closing(results):
        for result in results:
            if isinstance(result, workers.Lost):
                message = f"could not be scanned: it {result.reason}; the rest was scanned"
                yield Outcome(NOTHING, errors=(Problem(result.item.path, message),))
            else:
                yield result


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

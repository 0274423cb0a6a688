"""Worker processes that may die: what killed one is named, and the rest is still done.

libcst can crash its process on input that the bounds did not foresee, and a hostile file can
make a worker hang; so each worker holds one batch, and a batch that is lost is done again item
by item, until the one that does it is alone.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from leakguard.scanning.pool import MOST, Done, Pool, dismiss

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """An item that could not be done: its worker died over it, failed, or took too long."""

    item: T
    reason: str


@dataclass
class Work(Generic[T, R]):
    """Batches that processes do, while more of them are handed in.

    `start` is called once in each process and gives the function that does a batch; it must be
    picklable where processes are spawned. `seconds` tells how long a batch may take. `method` is
    a start method of multiprocessing, or None for the platform's own. `before` is called before
    each process is started: one that is forked while another thread holds a lock waits for that
    lock for ever.
    """

    start: Callable[[], Callable[[list[T]], R]]
    workers: int
    """The most processes that work at once."""
    seconds: Callable[[list[T]], float]
    method: str | None = None
    before: Callable[[], None] | None = None
    _pending: "deque[list[T]]" = field(default_factory=deque)

    def add(self, batch: list[T]) -> None:
        """Hand in a batch; it waits until somebody asks for results."""
        self._pending.append(batch)

    def done(self) -> Iterator[R | Lost[T]]:
        """Give what has been done meanwhile, and let whoever is idle go on; wait for nothing."""
        if self._pending or self._pool.is_busy:
            yield from self._advanced(0.0)

    def rest(self) -> Iterator[R | Lost[T]]:
        """Give the results of all batches that are left, as they come."""
        while self._pending or self._pool.is_busy:
            yield from self._advanced(None)

    def results(self, batches: Iterable[list[T]]) -> Iterator[R | Lost[T]]:
        """Do all of `batches`; give their results as they come."""
        for batch in batches:
            self.add(batch)
        yield from self.rest()

    def close(self) -> None:
        """End the processes, whatever they do."""
        dismiss(self._pool.workers)
        self._pool.workers.clear()

    @cached_property
    def _pool(self) -> Pool:
        context = multiprocessing.get_context(self.method)
        return Pool(context, self.start, min(self.workers, MOST), self.before)

    def _advanced(self, patience: float | None) -> Iterator[R | Lost[T]]:
        """Give what comes within so many seconds, or with None what comes next."""
        pool, pending = self._pool, self._pending
        pool.hire(len(pending))
        if not pool.workers:
            reason = f"needs a worker process, and none could be started: {pool.excuse}"
            yield from (Lost(item, reason) for batch in pending for item in batch)
            pending.clear()
            return
        for worker in pool.idle(len(pending)):
            batch = pending.popleft()
            worker.give(batch, self.seconds(batch))
        for batch, answer in pool.answers(patience):
            if isinstance(answer, Done):
                yield answer.result
            elif len(batch) == 1:
                yield Lost(batch[0], answer.reason)
            else:
                pending.extendleft([item] for item in reversed(batch))


def are_forked(method: str | None = None) -> bool:
    """Tell whether processes begin with all that their parent has loaded; `method` as in `Work`."""
    return multiprocessing.get_context(method).get_start_method() == "fork"

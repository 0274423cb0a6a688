"""Worker processes that may die: what killed one is named, and the rest is still done.

libcst can crash its process on input that the bounds did not foresee, and a hostile file can
make a worker hang; so each worker holds one batch, and a batch that is lost is done again item
by item, until the one that does it is alone.
"""

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_START_SECONDS = 30.0
"""How long a worker may take on top of its work: it may have to import and to compile."""


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """An item whose worker died over it, or did not answer in time."""

    item: T
    reason: str


@dataclass
class _Worker:
    process: Any
    connection: Connection
    batch: "list[Any] | None" = None
    deadline: float = 0.0


def run(
    batches: Iterable[list[T]],
    start: Callable[[], Callable[[list[T]], R]],
    *,
    workers: int,
    seconds: Callable[[list[T]], float],
    method: str | None = None,
) -> Iterator[R | Lost[T]]:
    """Do each batch in one of `workers` processes; give the results as they come.

    `start` is called once in each process and gives the function that does a batch; it must be
    picklable where processes are spawned. `seconds` tells how long a batch may take. `method` is
    a start method of multiprocessing, or None for the platform's own.
    """
    context = multiprocessing.get_context(method)
    pending = deque(batches)
    pool: list[_Worker] = []
    try:
        while pending or any(worker.batch is not None for worker in pool):
            while pending and (worker := _idle(pool, workers, context, start)) is not None:
                batch = pending.popleft()
                worker.deadline = time.monotonic() + _START_SECONDS + seconds(batch)
                worker.batch = batch
                _send(worker, batch)
            for worker in _ready(pool):
                batch = worker.batch or []
                outcome = _receive(worker)
                worker.batch = None
                if not isinstance(outcome, _Dead):
                    yield outcome
                    continue
                pool.remove(worker)
                if len(batch) == 1:
                    yield Lost(batch[0], outcome.reason)
                else:
                    pending.extendleft([item] for item in reversed(batch))
    finally:
        for worker in pool:
            worker.connection.close()
            worker.process.terminate()  # it keeps nothing that could be left half done
        for worker in pool:
            worker.process.join(5)


@dataclass(frozen=True, slots=True)
class _Dead:
    reason: str


def _idle(pool: list[_Worker], most: int, context: Any, start: Callable[[], Any]) -> _Worker | None:
    for worker in pool:
        if worker.batch is None:
            return worker
    if len(pool) >= most:
        return None
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, start), daemon=True)
    process.start()
    theirs.close()
    pool.append(_Worker(process, ours))
    return pool[-1]


def _ready(pool: list[_Worker]) -> list[_Worker]:
    """Wait until a busy worker answers, dies, or is over its time."""
    busy = [worker for worker in pool if worker.batch is not None]
    first = min((worker.deadline for worker in busy), default=0.0)
    answered = wait([worker.connection for worker in busy], max(0.0, first - time.monotonic()))
    now = time.monotonic()
    return [worker for worker in busy if worker.connection in answered or worker.deadline < now]


def _send(worker: _Worker, batch: list[Any]) -> None:
    try:
        worker.connection.send(batch)
    except OSError:
        return  # it died meanwhile, which shows when its answer is waited for


def _receive(worker: _Worker) -> Any:
    if not worker.connection.poll():
        worker.process.kill()
        worker.process.join()
        return _Dead("took too long")
    try:
        return worker.connection.recv()
    except (EOFError, OSError):
        worker.process.join(5)
        return _Dead("made the worker process die")


def _work(connection: Connection, start: Callable[[], Callable[[list[Any]], Any]]) -> None:
    try:
        do = start()
        while True:
            connection.send(do(connection.recv()))
    except (EOFError, KeyboardInterrupt, BrokenPipeError):
        return

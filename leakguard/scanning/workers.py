"""Worker processes that may die: what killed one is named, and the rest is still done.

libcst can crash its process on input that the bounds did not foresee, and a hostile file can
make a worker hang; so each worker holds one batch, and a batch that is lost is done again item
by item, until the one that does it is alone.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_START_SECONDS = 60.0
"""How long a worker may take to get ready: it may have to import and to compile."""

_MOST = 60
"""Processes; Windows cannot wait for more than 63 things at once."""

_GARBAGE = 50_000
"""Objects made until those in circles are looked for: a worker reads thousands of small trees."""

_FALSE_STARTS = 3
"""How many workers may die before they are ready, until no more are tried."""


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """An item that could not be done: its worker died over it, failed, or took too long."""

    item: T
    reason: str


@dataclass
class _Worker:
    process: Any
    connection: Connection
    deadline: float
    is_ready: bool = False
    batch: "list[Any] | None" = None

    @property
    def is_awaited(self) -> bool:
        return self.batch is not None or not self.is_ready

    def give(self, batch: "list[Any]", seconds: float) -> None:
        """Send a batch. A ready worker listens, so that a large one cannot block both sides."""
        self.batch = batch
        self.deadline = time.monotonic() + seconds
        try:
            self.connection.send(batch)
        except OSError:
            return  # it died meanwhile, which shows when its answer is waited for


@dataclass(frozen=True, slots=True)
class _Done:
    result: Any


@dataclass(frozen=True, slots=True)
class _Failed:
    """What a worker says of an error in Python, or the parent of a worker to give up."""

    reason: str
    is_dead: bool = False


_READY = _Done(None)


def run(
    batches: Iterable[list[T]],
    start: Callable[[], Callable[[list[T]], R]],
    *,
    workers: int,
    seconds: Callable[[list[T]], float],
    method: str | None = None,
    before: Callable[[], None] | None = None,
) -> Generator[R | Lost[T]]:
    """Do each batch in one of `workers` processes; give the results as they come.

    `start` is called once in each process and gives the function that does a batch; it must be
    picklable where processes are spawned. `seconds` tells how long a batch may take. `method` is
    a start method of multiprocessing, or None for the platform's own. `before` is called before
    each process is started: one that is forked while another thread holds a lock waits for that
    lock for ever. Close the iterator to end the processes early.
    """
    pending = deque(batches)
    pool = _Pool(multiprocessing.get_context(method), start, min(workers, _MOST), before)
    try:
        while pending or pool.is_busy:
            pool.hire(len(pending))
            if not pool.workers:
                reason = f"needs a worker process, and none could be started: {pool.excuse}"
                yield from (Lost(item, reason) for batch in pending for item in batch)
                return
            for worker in pool.idle(len(pending)):
                batch = pending.popleft()
                worker.give(batch, seconds(batch))
            for batch, answer in pool.answers():
                if isinstance(answer, _Done):
                    yield answer.result
                elif len(batch) == 1:
                    yield Lost(batch[0], answer.reason)
                else:
                    pending.extendleft([item] for item in reversed(batch))
    finally:
        _dismiss(pool.workers)


def are_forked(method: str | None = None) -> bool:
    """Tell whether processes begin with all that their parent has loaded; `method` as in `run`."""
    return multiprocessing.get_context(method).get_start_method() == "fork"


@dataclass
class _Pool:
    """The workers that there are, and the making of more."""

    context: Any
    start: Callable[[], Callable[[list[Any]], Any]]
    most: int
    before: Callable[[], None] | None
    """What is called before a process is started."""
    workers: list[_Worker] = field(default_factory=list)
    false_starts: int = 0
    excuse: str = ""
    """Why the last of them failed."""

    @property
    def is_busy(self) -> bool:
        return any(worker.batch is not None for worker in self.workers)

    def idle(self, most: int) -> list[_Worker]:
        """Give workers that wait for a batch."""
        return [worker for worker in self.workers if not worker.is_awaited][:most]

    def hire(self, batches: int) -> None:
        """Start workers, so that there is one for each of so many batches, if there may be."""
        free = sum(worker.batch is None for worker in self.workers)
        for _ in range(min(batches - free, self.most - len(self.workers))):
            if self.false_starts >= _FALSE_STARTS:
                return
            if self.before is not None:
                self.before()
            ours, theirs = self.context.Pipe()
            process = self.context.Process(target=_work, args=(theirs, self.start), daemon=True)
            try:
                process.start()
            except OSError as error:
                self._failed_to_start(f"{error.strerror}")
            else:
                self.workers.append(_Worker(process, ours, time.monotonic() + _START_SECONDS))
            theirs.close()

    def answers(self) -> Iterator[tuple[list[Any], _Done | _Failed]]:
        """Wait until a worker answers, dies, or is over its time; give what came of its batch."""
        awaited = [worker for worker in self.workers if worker.is_awaited]
        first = min(worker.deadline for worker in awaited)
        heard = wait([worker.connection for worker in awaited], max(0.0, first - time.monotonic()))
        now = time.monotonic()
        for worker in awaited:
            if worker.connection in heard or worker.deadline < now:
                answer = _receive(worker)
                batch, worker.batch = worker.batch, None
                if isinstance(answer, _Failed) and (answer.is_dead or not worker.is_ready):
                    self.workers.remove(worker)
                    _dismiss([worker])
                if batch is not None:
                    yield batch, answer
                elif isinstance(answer, _Failed):
                    self._failed_to_start(answer.reason)
                else:
                    worker.is_ready = True

    def _failed_to_start(self, excuse: str) -> None:
        self.false_starts += 1
        self.excuse = excuse


def _dismiss(workers: list[_Worker]) -> None:
    for worker in workers:
        worker.connection.close()
        worker.process.kill()  # it keeps nothing that could be left half done
    for worker in workers:
        worker.process.join()


def _receive(worker: _Worker) -> _Done | _Failed:
    try:
        if worker.connection.poll():
            answer: _Done | _Failed = worker.connection.recv()
            return answer
        reason = "took too long"
    except (EOFError, OSError):
        reason = "made the worker process die"
    return _Failed(reason, is_dead=True)


def _work(connection: Connection, start: Callable[[], Callable[[list[Any]], Any]]) -> None:
    """Serve the parent until it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told too, and ends this process
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold scanned text
    answer = _attempt(start)
    gc.freeze()  # the rules stay for good: to look through them again and again takes time
    gc.set_threshold(_GARBAGE)
    connection.send(_READY if isinstance(answer, _Done) else answer)
    try:
        while isinstance(answer, _Done):
            batch = connection.recv()
            connection.send(_attempt(answer.result, batch))
    except (EOFError, OSError):
        return


def _end_with_parent() -> None:
    """End this process, in the midst of whatever it does, when the parent has been killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _attempt(do: Callable[..., Any], *arguments: Any) -> _Done | _Failed:
    try:
        return _Done(do(*arguments))
    except Exception as error:  # noqa: BLE001
        # A traceback or a message could hold scanned text; say where it happened, no more.
        from leakguard import mishap  # where there is something to tell

        return _Failed(f"raised {mishap.told(error)}")

"""Processes that each hold one batch of work, and what is heard of them."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

_START_SECONDS = 60.0
"""How long a worker may take to get ready: it may have to import and to compile."""

MOST = 60
"""Processes; Windows cannot wait for more than 63 things at once."""

_GARBAGE = 50_000
"""Objects made until those in circles are looked for: a worker reads thousands of small trees."""

_FALSE_STARTS = 3
"""How many workers may die before they are ready, until no more are tried."""


@dataclass
class Worker:
    """A process, and what it has been given to do."""

    process: Any
    connection: Connection
    deadline: float
    """When it is given up, in seconds of the monotonic clock."""
    is_ready: bool = False
    batch: "list[Any] | None" = None

    @property
    def is_awaited(self) -> bool:
        """Whether it still gets ready, or has a batch."""
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
class Done:
    """What a worker answers when it has done a batch."""

    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """What a worker says of an error in Python, or the parent of a worker to give up."""

    reason: str
    is_dead: bool = False


_READY = Done(None)


@dataclass
class Pool:
    """The workers that there are, and the making of more."""

    context: Any
    start: Callable[[], Callable[[list[Any]], Any]]
    most: int
    before: Callable[[], None] | None
    """What is called before a process is started."""
    workers: list[Worker] = field(default_factory=list)
    false_starts: int = 0
    excuse: str = ""
    """Why the last of them failed."""

    @property
    def is_busy(self) -> bool:
        """Whether a worker has a batch."""
        return any(worker.batch is not None for worker in self.workers)

    def idle(self, most: int) -> list[Worker]:
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
                self.workers.append(Worker(process, ours, time.monotonic() + _START_SECONDS))
            theirs.close()

    def answers(self, patience: float | None) -> Iterator[tuple[list[Any], Done | Failed]]:
        """Wait until a worker answers, dies, or is over its time, or for so many seconds; give what
        came of its batch."""
        awaited = [worker for worker in self.workers if worker.is_awaited]
        if patience is None:
            first = min(worker.deadline for worker in awaited)
            patience = max(0.0, first - time.monotonic())
        heard = wait([worker.connection for worker in awaited], patience)
        now = time.monotonic()
        for worker in awaited:
            if worker.connection in heard or worker.deadline < now:
                answer = _receive(worker)
                batch, worker.batch = worker.batch, None
                if isinstance(answer, Failed) and (answer.is_dead or not worker.is_ready):
                    self.workers.remove(worker)
                    dismiss([worker])
                if batch is not None:
                    yield batch, answer
                elif isinstance(answer, Failed):
                    self._failed_to_start(answer.reason)
                else:
                    worker.is_ready = True

    def _failed_to_start(self, excuse: str) -> None:
        self.false_starts += 1
        self.excuse = excuse


def dismiss(workers: list[Worker]) -> None:
    """End processes, whatever they do."""
    for worker in workers:
        worker.connection.close()
        worker.process.kill()  # it keeps nothing that could be left half done
    for worker in workers:
        worker.process.join()


def _receive(worker: Worker) -> Done | Failed:
    try:
        if worker.connection.poll():
            answer: Done | Failed = worker.connection.recv()
            return answer
        reason = "took too long"
    except (EOFError, OSError):
        reason = "made the worker process die"
    return Failed(reason, is_dead=True)


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
    connection.send(_READY if isinstance(answer, Done) else answer)
    try:
        while isinstance(answer, Done):
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


def _attempt(do: Callable[..., Any], *arguments: Any) -> Done | Failed:
    try:
        return Done(do(*arguments))
    except Exception as error:  # noqa: BLE001
        # A traceback or a message could hold scanned text; say where it happened, no more.
        from leakguard import mishap  # where there is something to tell

        return Failed(f"raised {mishap.told(error)}")

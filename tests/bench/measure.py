"""One run of a command: how long it took, what it used, how it ended."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

_SAMPLE_SECONDS = 0.005
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Run:
    """What one run came to."""

    exit_code: int
    """Negative for a signal, as in subprocess."""
    wall: float
    """Seconds."""
    cpu: float
    """Seconds of user and system time, of the process and all that it waited for."""
    peak: int
    """Bytes; see `run`."""
    output: bytes
    complaint: str
    """The last line on stderr."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians of several runs."""

    wall: float
    cpu: float


def medians(runs: Sequence[Run]) -> Figures:
    """Give the medians of times.

    Raises:
        statistics.StatisticsError: there is no run.
    """
    return Figures(median(run.wall for run in runs), median(run.cpu for run in runs))


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    *,
    limit: float,
    sample: bool = False,
) -> Run:
    """Run a command in `folder` and wait for it; after `limit` seconds it is killed.

    The peak is the kernel's: the largest resident set that any one process of the tree had. With
    `sample`, which takes time of its own, it is the larger of this and the highest sum of the
    tree's proportional set sizes that was seen, every 5 ms: what processes share counts once.
    The kernel's starts at what this process itself has, some 20 MB.

    Raises:
        OSError: it cannot be started.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
        timer = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        timer.daemon = True
        timer.start()
        sampler = _Sampler(process.pid) if sample else None
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - started
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Run(
            exit_code=process.returncode,
            wall=wall,
            cpu=usage.ru_utime + usage.ru_stime,
            peak=max(usage.ru_maxrss * _RSS_UNIT, sampler.stop() if sampler else 0),
            output=output.read(),
            complaint=last_line(errors.read()),
        )


def last_line(text: bytes) -> str:
    """Give the last line that says something, printable, at most 200 characters."""
    lines = [line for line in text.decode("utf-8", "replace").splitlines() if line.strip()]
    return "".join(c if c.isprintable() else "?" for c in lines[-1].strip()[:200]) if lines else ""


class _Sampler:
    """A thread that looks at a tree of processes until it is stopped."""

    def __init__(self, root: int) -> None:
        self._root = root
        self._seen = {root}
        self._peak = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """Give the highest sum that was seen, in bytes."""
        self._stopped.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._stopped.wait(_SAMPLE_SECONDS):
            # A process counts from the second look on: until it has become a program of its
            # own, one that was started with vfork is its parent's memory once more.
            tree = set(_tree(self._root))
            self._peak = max(self._peak, sum(map(_proportional, tree & self._seen)))
            self._seen |= tree


def _tree(root: int) -> list[int]:
    """Give a process and those below it; none where there is no /proc."""
    found, todo = [], [root]
    while todo:
        process = todo.pop()
        found.append(process)
        try:
            for task in Path(f"/proc/{process}/task").iterdir():
                todo.extend(map(int, (task / "children").read_text().split()))
        except OSError:
            continue  # it has ended meanwhile
    return found


def _proportional(process: int) -> int:
    try:
        return proportional_set_size(Path(f"/proc/{process}/smaps_rollup").read_text())
    except OSError:
        return 0


def proportional_set_size(rollup: str) -> int:
    """Give the bytes that /proc/N/smaps_rollup says a process has, 0 if it says none."""
    for line in rollup.splitlines():
        name, _, value = line.partition(":")
        if name == "Pss":
            return int(value.split()[0]) * 1024
    return 0

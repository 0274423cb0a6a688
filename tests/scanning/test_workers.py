"""Worker processes: work is shared, and what kills, hangs or fails one is named."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from multiprocessing import active_children, get_all_start_methods

import pytest

from leakguard.scanning.workers import Lost, Work
from tests.becoming import start

METHODS = get_all_start_methods()


def start_that_fails() -> Callable[[list[str]], list[str]]:
    raise RuntimeError("the text of a secret")


def start_that_dies() -> Callable[[list[str]], list[str]]:
    os._exit(3)


def run(
    batches: list[list[str]], number: int = 2, seconds: float = 60, method: str | None = None
) -> tuple[list[str], list[Lost[str]]]:
    """Give what was done, sorted, and what was lost."""
    with closing(Work(start, number, lambda _: seconds, method)) as work:
        results = list(work.results(batches))
    lost = [result for result in results if isinstance(result, Lost)]
    done = [item for result in results if not isinstance(result, Lost) for item in result]
    return sorted(done), lost


@pytest.mark.parametrize("method", METHODS)
def test_every_batch_is_done_whatever_way_processes_start(method: str) -> None:
    assert run([["a", "b"], ["c"], ["d"]], method=method) == (["A", "B", "C", "D"], [])


def test_more_batches_than_workers_are_done() -> None:
    assert run([[str(number)] for number in range(50)])[0] == sorted(map(str, range(50)))


def test_no_batches_need_no_process() -> None:
    assert run([]) == ([], [])


@pytest.mark.parametrize("end", ["die", "abort"])
def test_what_kills_a_worker_is_named_and_its_neighbours_are_done(end: str) -> None:
    done, lost = run([["a", end, "b"], ["c"]])
    assert (done, lost) == (["A", "B", "C"], [Lost(end, "made the worker process die")])


def test_each_of_several_that_kill_is_named() -> None:
    done, lost = run([["die", "a", "die"], ["die"]], number=3)
    assert (done, [it.item for it in lost]) == (["A"], ["die", "die", "die"])


def test_what_hangs_is_named_and_its_neighbours_are_done() -> None:
    done, lost = run([["a", "hang", "b"]], seconds=0.5)
    assert (done, lost) == (["A", "B"], [Lost("hang", "took too long")])


def test_an_error_of_python_is_named_by_its_place_and_not_by_its_message() -> None:
    done, lost = run([["raise"], ["a"]])
    assert done == ["A"]
    assert lost[0].reason.startswith("raised ValueError in tests.becoming:")
    assert "secret" not in lost[0].reason


def test_an_error_of_python_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    run([["raise"]])
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("starting", [start_that_fails, start_that_dies])
def test_workers_that_cannot_start_are_given_up_and_every_item_is_named(
    starting: Callable[[], Callable[[list[str]], list[str]]],
) -> None:
    batches = [["a", "b"], ["c"]]
    with closing(Work(starting, 2, lambda _: 60)) as work:
        results = list(work.results(batches))
    lost = [result for result in results if isinstance(result, Lost)]
    assert [it.item for it in lost] == ["a", "b", "c"]
    assert "none could be started" in lost[0].reason


def test_a_large_batch_and_a_large_answer_pass_each_other() -> None:
    size = 8 << 20
    text = "y" * size
    done, lost = run([[text, f"grow {size}"], [text, f"grow {size}"]])
    assert ([len(it) for it in done], lost) == ([size] * 4, [])


def test_closing_the_work_leaves_no_process() -> None:
    before = active_children()
    with closing(Work(start, 2, lambda _: 600)) as work:
        assert next(work.results([["a"], ["hang"], ["hang"]])) == ["A"]
    assert active_children() == before


_PARENT = """
import signal
import sys
from tests.becoming import start
from leakguard.scanning import workers
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's `&` has it ignored
    work = workers.Work(start, 2, lambda _: 600, sys.argv[1])
    for _ in work.results([["say"], ["say"]]):
        pass
"""


@pytest.mark.parametrize(
    "end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=["ctrl-c", "terminated", "killed"]
)
@pytest.mark.parametrize("method", METHODS)
def test_an_interrupted_parent_leaves_no_process(method: str, end: signal.Signals) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, method],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # so that its group holds its workers and nobody else
    )
    with parent:
        assert parent.stdout is not None
        assert parent.stdout.read(2) == b"!!"
        os.kill(parent.pid, end)
        parent.wait(60)
        assert _is_gone(parent.pid)


def _is_gone(group: int) -> bool:
    """Wait until a process group is empty; a worker whose parent was killed may need a moment."""
    for _ in range(600):
        if not _alive(group):
            return True
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    return False


def _alive(group: int) -> list[int]:
    """Give the processes of a group, but for those that nobody has asked yet how they ended."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=True
    )
    rows = (line.split() for line in listed.stdout.splitlines())
    return [int(pid) for pid, its, state in rows if int(its) == group and state[0] != "Z"]


def test_a_start_can_carry_what_it_needs() -> None:
    with closing(Work(partial(_prefixing, "b"), 1, lambda _: 60)) as work:
        assert list(work.results([["a"]])) == [["ba"]]


def _prefixing(prefix: str) -> Callable[[list[str]], list[str]]:
    return lambda batch: [prefix + item for item in batch]


def test_what_holds_locks_is_over_before_a_process_is_forked() -> None:
    """Also before one that takes the place of another: it would wait for the lock for ever."""
    waited: list[str] = []
    tell = partial(waited.append, "waited")
    with closing(Work(start, 1, lambda _: 60, before=tell)) as work:
        results = list(work.results([["die"], ["a"], ["b"]]))
    assert (len(results), waited) == (3, ["waited", "waited"])


def test_what_is_handed_in_is_done_while_nobody_waits() -> None:
    with closing(Work(start, 1, lambda _: 60)) as work:
        work.add(["a"])
        results: list[object] = []
        while not results:
            results += work.done()
            time.sleep(0.01)
        work.add(["b"])
        assert [*results, *work.rest()] == [["A"], ["B"]]


def test_nothing_handed_in_is_nothing_done() -> None:
    with closing(Work(start, 1, lambda _: 60)) as work:
        assert [*work.done(), *work.rest()] == []


def test_what_dies_while_nobody_waits_is_named() -> None:
    with closing(Work(start, 1, lambda _: 60)) as work:
        work.add(["die"])
        assert list(work.done()) == []
        assert list(work.rest()) == [Lost("die", "made the worker process die")]

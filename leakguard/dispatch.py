"""Who does the work: this process, or workers, and what needs libcst in workers of its own."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Thread
from typing import TypeVar

from leakguard import selection
from leakguard.archives.limits import Limits
from leakguard.document import Document
from leakguard.examine import NOTHING, Examined, Examiner, joined
from leakguard.finding import Problem
from leakguard.hits import Hits
from leakguard.sources import Archive, Binary, Failed, Item, Read, Source
from leakguard.sources.ignore import NO_PATTERNS, Patterns

T = TypeVar("T", Item, "Fired")

_BATCH_BYTES = 1 << 20
_BATCH_ITEMS = 256
_BATCH_FIRED = 8
"""How many bytes and items a worker is given at once, and how many documents for libcst."""

_KEPT_BYTES = 32 << 20
"""How much of what needs libcst is kept in memory until it goes to a worker."""

_SLOWEST = 5_000
"""Bytes a second that a worker is allowed to be as slow as, with a minute on top: a file may
hold nothing but passwords, each of which takes scrypt some milliseconds."""

_LONGEST = 600.0
"""Seconds that a batch may take, with a minute on top, however large it is."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to scan."""

    selected: frozenset[str] | None = None
    """Ids of the rules; None for all."""
    explain: bool = False
    """Whether to keep what was rejected, with its reason."""
    fixes: bool = False
    """Whether to tell what to take out of the source to mend it."""
    jobs: int | None = None
    """Processes; None for one a core."""
    start_method: str | None = None
    """How multiprocessing starts them; None for the platform's way."""
    tell_of_compiling: Callable[[], None] | None = None
    """What is called before the triggers are compiled; it has to be picklable."""
    archives: Limits = field(default_factory=Limits)
    """How much of archives to read."""
    exclude: Patterns = NO_PATTERNS
    """What is left out of archives, as the source leaves it out elsewhere."""
    parallel_from: int = 16 << 20
    """Bytes; from here on worker processes cost less than they save."""


@dataclass(frozen=True, slots=True)
class Fired:
    """A document of which libcst has to read statements: a worker that may die does it."""

    document: Document
    hits: Hits

    @property
    def path(self) -> str:
        """The document's."""
        return self.document.path

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.document.data)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of some items."""

    examined: Examined
    errors: tuple[Problem, ...] = ()
    files: int = 0
    bytes: int = 0
    binary: int = 0
    archives: int = 0
    fired: tuple[Fired, ...] = ()
    """What is still to be looked at."""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _examiner(source: Source, options: Options) -> Examiner:
    return Examiner(
        selection.load(options.selected, options.tell_of_compiling),
        options.explain,
        source.find,
        options.fixes,
    )


def outcomes(
    source: Source, items: Iterable[Item], options: Options, jobs: int
) -> Generator[Outcome]:
    """Look at everything; what needs libcst comes last, in processes that may die. What these
    need is loaded once, while the others still work, and inherited where processes are forked."""
    examiner = _examiner(source, options)  # also so that the triggers are compiled once
    looks = (
        _in_workers(source, items, options, jobs, examiner)
        if jobs > 1
        else _here(source, items, options, examiner)
    )
    preparation: Thread | None = None
    waiting: list[Fired] = []
    kept = 0
    with closing(looks) as first:
        for outcome in first:
            waiting += outcome.fired
            kept += sum(it.size for it in outcome.fired)
            yield replace(outcome, fired=())
            if waiting and jobs > 1 and preparation is None:
                preparation = Thread(target=_prepared, args=(examiner, options), daemon=True)
                preparation.start()
            if kept > _KEPT_BYTES:
                yield from _apart(source, waiting, options, jobs, examiner)
                waiting, kept = [], 0
    if preparation is not None:
        preparation.join()  # no process may be forked while a module is half loaded
    if waiting:
        yield from _apart(source, waiting, options, jobs, examiner)


def _here(
    source: Source, items: Iterable[Item], options: Options, examiner: Examiner
) -> Generator[Outcome]:
    """Look at everything in this process."""
    for read in source.read(items):
        yield from _all_of(examiner, read, options)


def _in_workers(
    source: Source, items: Iterable[Item], options: Options, jobs: int, examiner: Examiner
) -> Generator[Outcome]:
    """Look at everything in as many processes as there are jobs, the largest batches first."""
    batches = sorted(_batches(items), key=lambda batch: -sum(item.size for item in batch))
    start = partial(_item_worker, source, options, _inherited(examiner, options))
    yield from _in_processes(batches, start, jobs, options)


def _apart(
    source: Source, fired: list[Fired], options: Options, jobs: int, examiner: Examiner
) -> Generator[Outcome]:
    """Examine what needs libcst, the largest documents first."""
    fired = sorted(fired, key=lambda it: -it.size)
    at_once = _BATCH_FIRED if jobs > 1 else 1
    batches = (fired[start : start + at_once] for start in range(0, len(fired), at_once))
    start = partial(_fired_worker, source, options, _inherited(examiner, options))
    yield from _in_processes(batches, start, jobs, options)


def _inherited(examiner: Examiner, options: Options) -> Examiner | None:
    """Give what processes inherit; None where they are not forked, and have to make their own."""
    from leakguard import workers

    return examiner if workers.are_forked(options.start_method) else None


def _prepared(examiner: Examiner, options: Options) -> None:
    if _inherited(examiner, options) is not None:
        with suppress(Exception):  # what is wrong, the workers find again, and tell
            examiner.prepare()


def _in_processes(
    batches: Iterable[list[T]],
    start: Callable[[], Callable[[list[T]], Outcome]],
    jobs: int,
    options: Options,
) -> Generator[Outcome]:
    from leakguard import workers  # multiprocessing: only when it is needed

    def seconds(batch: list[T]) -> float:
        return 60 + min(_LONGEST, sum(it.size for it in batch) / _SLOWEST)

    results = workers.run(
        batches, start, workers=jobs, seconds=seconds, method=options.start_method
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


def _item_worker(
    source: Source, options: Options, inherited: Examiner | None
) -> Callable[[list[Item]], Outcome]:
    examiner = inherited or _examiner(source, options)
    return lambda batch: summed(
        outcome for read in source.read(batch) for outcome in _all_of(examiner, read, options)
    )


def _fired_worker(
    source: Source, options: Options, inherited: Examiner | None
) -> Callable[[list[Fired]], Outcome]:
    examiner = inherited or _examiner(source, options)
    return lambda batch: summed(_outcome(examiner, it.document, it.hits) for it in batch)


def _all_of(examiner: Examiner, read: Read, options: Options) -> Iterator[Outcome]:
    """Examine what was read, and if it is an archive what is in it."""
    is_closed = options.archives.depth == 0
    plain = read.otherwise if isinstance(read, Archive) else read
    if plain is read or is_closed or isinstance(plain, Document):
        yield _looked_at(examiner, plain)
    if not isinstance(read, Archive) or is_closed:
        return
    from leakguard.sources.archived import inside  # few trees have any

    yield Outcome(NOTHING, archives=1)
    kept = 0
    for member in inside(read, options.archives, options.exclude):
        outcome = _looked_at(examiner, member)
        kept += sum(it.size for it in outcome.fired)
        yield outcome if kept <= _KEPT_BYTES else _as_text(examiner, outcome)


def _as_text(examiner: Examiner, outcome: Outcome) -> Outcome:
    """Examine by the text rules alone what libcst should read: a worker keeps no more of it."""
    message = "only the text rules looked at it: the archive has too much Python with hits in it"
    fired = [(it.document, replace(it.hits, syntax={}, code={})) for it in outcome.fired]
    notices = tuple(Problem(it.path, message) for it in outcome.fired)
    looked_at = (_outcome(examiner, *it) for it in fired)
    return summed([replace(outcome, fired=()), Outcome(Examined(notices=notices)), *looked_at])


def _looked_at(examiner: Examiner, read: Document | Binary | Failed | None) -> Outcome:
    """Examine what was read, but for what needs libcst."""
    if not isinstance(read, Document):
        return _unread(examiner, read)
    hits = examiner.hits(read)
    if hits.syntax:
        return Outcome(NOTHING, fired=(Fired(read, hits),))
    return _outcome(examiner, read, hits)


def _outcome(examiner: Examiner, document: Document, hits: Hits) -> Outcome:
    examined = examiner.examine(document, hits) if hits else NOTHING
    return Outcome(examined, files=1, bytes=len(document.data))


def _unread(examiner: Examiner, read: "Binary | Failed | None") -> Outcome:
    if isinstance(read, Binary):
        return Outcome(examiner.examine_binary(read.document), binary=1)
    if isinstance(read, Failed):
        if read.is_notice:
            return Outcome(Examined(notices=(read.problem,)))
        return Outcome(NOTHING, errors=(read.problem,))
    return Outcome(NOTHING)


def summed(parts: Iterable[Outcome]) -> Outcome:
    """Join outcomes, so that one message carries a batch."""
    outcomes = list(parts)
    return Outcome(
        joined(outcome.examined for outcome in outcomes),
        errors=tuple(error for outcome in outcomes for error in outcome.errors),
        files=sum(outcome.files for outcome in outcomes),
        bytes=sum(outcome.bytes for outcome in outcomes),
        binary=sum(outcome.binary for outcome in outcomes),
        archives=sum(outcome.archives for outcome in outcomes),
        fired=tuple(it for outcome in outcomes for it in outcome.fired),
    )

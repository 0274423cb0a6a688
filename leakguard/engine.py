"""Documents and rules give a report: the work is done here, and what comes of it put together."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from leakguard import triggers
from leakguard.document import Document
from leakguard.examine import NOTHING, Examined, Examiner, joined
from leakguard.finding import Finding, Place, Problem, Report, Statistics
from leakguard.hiding import hidden
from leakguard.hits import Hits
from leakguard.sources import Binary, Failed, Item, Listing, Read, Source

T = TypeVar("T", Item, Document)

_BATCH_BYTES = 1 << 20
_BATCH_ITEMS = 256
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
    parallel_from: int = 16 << 20
    """Bytes; from here on worker processes cost less than they save."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of some items."""

    examined: Examined
    errors: tuple[Problem, ...] = ()
    files: int = 0
    bytes: int = 0
    binary: int = 0


Progress = Callable[[Outcome], None]


def scan(
    source: Source, options: Options, progress: "Callable[[int, int], Progress] | None" = None
) -> Report:
    """Scan everything that `source` lists.

    `progress` is given the number of files and of bytes to come, and gives what is called with
    the outcome of each part, in any order.

    Raises:
        SourceError: the source cannot be listed at all.
    """
    listing = source.list()
    total = sum(item.size for item in listing.items)
    advance = progress(len(listing.items), total) if progress else None
    jobs = options.jobs or _cores()
    if jobs > 1 and total >= options.parallel_from:
        outcomes = _in_workers(source, listing.items, options, jobs)
    else:
        outcomes = _here(source, listing.items, _examiner(source, options), options)
    collected = []
    with closing(outcomes):  # so that no worker outlives an interruption
        for outcome in outcomes:
            collected.append(outcome)
            if advance is not None:
                advance(outcome)
    return _report(listing, collected)


def _cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _examiner(source: Source, options: Options) -> Examiner:
    loaded = triggers.load()
    every = frozenset(entry.id for entry in loaded.rules)
    return Examiner(
        loaded,
        every if options.selected is None else options.selected,
        options.explain,
        source.find,
        options.fixes,
    )


def _here(
    source: Source, items: Iterable[Item], examiner: Examiner, options: Options
) -> Generator[Outcome]:
    """Scan in this process, but for what needs libcst: that goes to one that may die."""
    delicate: list[Document] = []
    waiting = 0
    for read in source.read(items):
        if not isinstance(read, Document):
            yield _unread(examiner, read)
            continue
        hits = examiner.hits(read)
        if hits.syntax:
            delicate.append(read)
            waiting += len(read.data)
            if waiting > _KEPT_BYTES:
                yield from _apart(source, delicate, options)
                delicate, waiting = [], 0
        else:
            yield _outcome(examiner, read, hits)
    if delicate:
        yield from _apart(source, delicate, options)


def _apart(source: Source, documents: list[Document], options: Options) -> Generator[Outcome]:
    """Scan documents in one worker process, each on its own."""
    yield from _in_processes(
        ([document] for document in documents),
        partial(_document_worker, source, options),
        lambda document: len(document.data),
        1,
        options,
    )


def _in_workers(
    source: Source, items: Iterable[Item], options: Options, jobs: int
) -> Generator[Outcome]:
    """Scan in as many processes as there are jobs, the largest batches first."""
    batches = sorted(_batches(items), key=lambda batch: -sum(item.size for item in batch))
    yield from _in_processes(
        batches, partial(_item_worker, source, options), lambda item: item.size, jobs, options
    )


def _in_processes(
    batches: Iterable[list[T]],
    start: Callable[[], Callable[[list[T]], Outcome]],
    size: Callable[[T], int],
    jobs: int,
    options: Options,
) -> Generator[Outcome]:
    from leakguard import workers  # multiprocessing: only when it is needed

    def seconds(batch: list[T]) -> float:
        return 60 + min(_LONGEST, sum(map(size, batch)) / _SLOWEST)

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


def _document_worker(source: Source, options: Options) -> Callable[[list[Document]], Outcome]:
    examiner = _examiner(source, options)
    return lambda batch: _summed(_examined(examiner, document) for document in batch)


def _item_worker(source: Source, options: Options) -> Callable[[list[Item]], Outcome]:
    examiner = _examiner(source, options)
    return lambda batch: _summed(_examined(examiner, read) for read in source.read(batch))


def _examined(examiner: Examiner, read: Read) -> Outcome:
    if isinstance(read, Document):
        return _outcome(examiner, read, examiner.hits(read))
    return _unread(examiner, read)


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


def _summed(parts: Iterable[Outcome]) -> Outcome:
    """Join outcomes, so that one message carries a batch."""
    outcomes = list(parts)
    return Outcome(
        joined(outcome.examined for outcome in outcomes),
        errors=tuple(error for outcome in outcomes for error in outcome.errors),
        files=sum(outcome.files for outcome in outcomes),
        bytes=sum(outcome.bytes for outcome in outcomes),
        binary=sum(outcome.binary for outcome in outcomes),
    )


def _report(listing: Listing, outcomes: list[Outcome]) -> Report:
    """Put the outcomes into the order that is the same however they came.

    A finding in a module that another one imports may come from both, and one in a module that
    is not scanned from the other alone: neither is shown twice, the latter not at all.
    """
    whole = _summed(outcomes)
    listed = {item.path for item in listing.items}
    places: dict[tuple[str, Place, str | None], Finding] = {}
    for found in sorted(whole.examined.findings, key=lambda it: (-it.severity, it.order)):
        if found.path in listed:
            what = found.rule if found.secret is None else found.secret_id
            places.setdefault((found.path, found.place, what), found)
    return hidden(
        Report(
            findings=tuple(sorted(places.values(), key=lambda it: it.order)),
            rejected=tuple(sorted(whole.examined.rejected, key=lambda it: it.order)),
            errors=tuple(sorted({*listing.errors, *whole.errors})),
            notices=tuple(sorted({*listing.notices, *whole.examined.notices})),
            statistics=Statistics(whole.files, whole.bytes, whole.binary),
            originals=tuple(sorted(whole.examined.originals, key=lambda it: (it.path, it.masked))),
        ),
        whole.examined.values,
    )

"""Documents and rules give a report: the work is done here, and what comes of it put together."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from leakguard import triggers, workers
from leakguard.document import Document
from leakguard.examine import NOTHING, Examined, Examiner
from leakguard.finding import Finding, Problem, Rejected, Report, Statistics
from leakguard.sources import Binary, Failed, Item, Source

_PARALLEL_BYTES = 16 << 20
"""From this many bytes on, worker processes cost less than they save."""

_BATCH_BYTES = 1 << 20
_BATCH_ITEMS = 256
_SLOWEST = 20_000
"""Bytes a second that a worker is allowed to be as slow as, with a minute on top."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to scan."""

    selected: frozenset[str] | None = None
    """Ids of the rules; None for all."""
    explain: bool = False
    """Whether to keep what was rejected, with its reason."""
    jobs: int | None = None
    """Processes; None for one a core."""
    start_method: str | None = None
    """How multiprocessing starts them; None for the platform's way."""


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
    examiner = _examiner(options)
    jobs = options.jobs or os.cpu_count() or 1
    if jobs > 1 and total >= _PARALLEL_BYTES:
        outcomes = _in_workers(source, listing.items, options, jobs)
    else:
        outcomes = _here(source, listing.items, examiner, options)
    collected = []
    for outcome in outcomes:
        collected.append(outcome)
        if advance is not None:
            advance(outcome)
    return _report(listing.errors, listing.notices, collected)


def _examiner(options: Options) -> Examiner:
    loaded = triggers.load()
    every = frozenset(entry.id for entry in loaded.rules)
    return Examiner(
        loaded, every if options.selected is None else options.selected, options.explain
    )


def _here(
    source: Source, items: Iterable[Item], examiner: Examiner, options: Options
) -> Iterator[Outcome]:
    """Scan in this process, but for what needs libcst: that goes to one that may die."""
    delicate: list[Document] = []
    for read in source.read(items):
        if isinstance(read, Document):
            hits = examiner.hits(read)
            if hits and examiner.needs_syntax(read, hits):
                delicate.append(read)
                continue
            examined = examiner.examine(read, hits) if hits else NOTHING
            yield Outcome(examined, files=1, bytes=len(read.data))
        else:
            yield _unread(read)
    if delicate:
        yield from _collect(
            workers.run(
                ([document] for document in delicate),
                partial(_document_worker, options),
                workers=1,
                seconds=lambda batch: 60 + len(batch[0].data) / _SLOWEST,
                method=options.start_method,
            )
        )


def _in_workers(
    source: Source, items: Iterable[Item], options: Options, jobs: int
) -> Iterator[Outcome]:
    yield from _collect(
        workers.run(
            _batches(items),
            partial(_item_worker, source, options),
            workers=jobs,
            seconds=lambda batch: 60 + sum(item.size for item in batch) / _SLOWEST,
            method=options.start_method,
        )
    )


def _collect(results: "Iterable[list[Outcome] | workers.Lost[Any]]") -> Iterator[Outcome]:
    for result in results:
        if isinstance(result, workers.Lost):
            message = f"could not be scanned: it {result.reason}; the rest was scanned"
            yield Outcome(NOTHING, errors=(Problem(result.item.path, message),))
        else:
            yield from result


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


def _document_worker(options: Options) -> "Callable[[list[Document]], list[Outcome]]":
    examiner = _examiner(options)
    return lambda batch: [_examined(examiner, document) for document in batch]


def _item_worker(source: Source, options: Options) -> "Callable[[list[Item]], list[Outcome]]":
    examiner = _examiner(options)

    def do(batch: list[Item]) -> list[Outcome]:
        outcomes = [
            _examined(examiner, read) if isinstance(read, Document) else _unread(read)
            for read in source.read(batch)
        ]
        return [_summed(outcomes)]

    return do


def _examined(examiner: Examiner, document: Document) -> Outcome:
    hits = examiner.hits(document)
    examined = examiner.examine(document, hits) if hits else NOTHING
    return Outcome(examined, files=1, bytes=len(document.data))


def _unread(read: "Binary | Failed | None") -> Outcome:
    if isinstance(read, Binary):
        return Outcome(NOTHING, binary=1)
    if isinstance(read, Failed):
        if read.is_notice:
            return Outcome(Examined(notices=(read.problem,)))
        return Outcome(NOTHING, errors=(read.problem,))
    return Outcome(NOTHING)


def _summed(outcomes: list[Outcome]) -> Outcome:
    """Join outcomes, so that one message carries a batch."""
    if not outcomes:
        return Outcome(NOTHING)
    examined = [outcome.examined for outcome in outcomes if outcome.examined is not NOTHING]
    return Outcome(
        Examined(
            findings=tuple(found for it in examined for found in it.findings),
            rejected=tuple(found for it in examined for found in it.rejected),
            notices=tuple(found for it in examined for found in it.notices),
            values=frozenset().union(*(it.values for it in examined)),
        ),
        errors=tuple(error for outcome in outcomes for error in outcome.errors),
        files=sum(outcome.files for outcome in outcomes),
        bytes=sum(outcome.bytes for outcome in outcomes),
        binary=sum(outcome.binary for outcome in outcomes),
    )


def _report(
    errors: Iterable[Problem], notices: Iterable[Problem], outcomes: list[Outcome]
) -> Report:
    """Put the outcomes into the order that is the same however they came."""
    whole = _summed(outcomes)
    return hidden(
        Report(
            findings=tuple(sorted(whole.examined.findings, key=lambda it: it.order)),
            rejected=tuple(sorted(whole.examined.rejected, key=lambda it: it.order)),
            errors=tuple(sorted({*errors, *whole.errors})),
            notices=tuple(sorted({*notices, *whole.examined.notices})),
            statistics=Statistics(whole.files, whole.bytes, whole.binary),
        ),
        whole.examined.values,
    )


def hidden(report: Report, values: Iterable[str]) -> Report:
    """Mask, in paths and messages, each value that was looked at anywhere in the scan."""
    from leakguard.redact import hide_values

    long = [value for value in values if len(value) >= 16]
    run = re.compile(r"[^/\s]{16,}")

    def path_of(it: "Finding | Rejected | Problem") -> str:
        return hide_values(it.path, long) if run.search(it.path) else it.path

    if not long:
        return report
    return replace(
        report,
        findings=tuple(replace(it, path=path_of(it)) for it in report.findings),
        rejected=tuple(replace(it, path=path_of(it)) for it in report.rejected),
        errors=tuple(Problem(path_of(it), it.message) for it in report.errors),
        notices=tuple(Problem(path_of(it), it.message) for it in report.notices),
    )

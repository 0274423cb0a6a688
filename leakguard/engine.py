"""Documents and rules give a report: the work is done here, and what comes of it put together."""

from collections.abc import Callable
from contextlib import closing

from leakguard.dispatch import Options, Outcome, cores, outcomes, summed
from leakguard.finding import Finding, Place, Report, Statistics
from leakguard.hiding import hidden
from leakguard.sources import Listing, Source

__all__ = ("Options", "Outcome", "Progress", "scan")

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
    jobs = options.jobs or cores()
    if total < options.parallel_from:
        jobs = 1
    parts = outcomes(source, listing.items, options, jobs)
    collected = []
    with closing(parts):  # so that no worker outlives an interruption
        for outcome in parts:
            collected.append(outcome)
            if advance is not None:
                advance(outcome)
    return _report(listing, collected)


def _report(listing: Listing, parts: list[Outcome]) -> Report:
    """Put the outcomes into the order that is the same however they came.

    A finding in a module that another one imports may come from both, and one in a module that
    is not scanned from the other alone: neither is shown twice, the latter not at all.
    """
    whole = summed(parts)
    listed = {item.path for item in listing.items}
    places: dict[tuple[str, str, Place, str | None], Finding] = {}
    for found in sorted(whole.examined.findings, key=lambda it: (-it.severity, it.order)):
        if found.path in listed:
            what = found.rule if found.secret is None else found.secret_id
            places.setdefault((found.origin, found.where, found.place, what), found)
    return hidden(
        Report(
            findings=tuple(sorted(places.values(), key=lambda it: it.order)),
            rejected=tuple(sorted(whole.examined.rejected, key=lambda it: it.order)),
            errors=tuple(sorted({*listing.errors, *whole.errors})),
            notices=tuple(sorted({*listing.notices, *whole.examined.notices})),
            statistics=Statistics(whole.files, whole.bytes, whole.binary, whole.archives),
            originals=tuple(sorted(whole.examined.originals, key=lambda it: (it.path, it.masked))),
        ),
        whole.examined.values,
    )

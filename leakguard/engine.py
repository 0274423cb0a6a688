"""Documents and rules give a report: the work is done here, and what comes of it put together."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from leakguard.place import Place
from leakguard.report import Problem, Report, Statistics
from leakguard.scanning.dispatch import cores, outcomes
from leakguard.scanning.examined import NOTHING, Examined, unparsed
from leakguard.scanning.outcome import Options, Outcome, Verdict, summed
from leakguard.sources import Item, Listing, Source
from leakguard.sources.stamp import clean_key

if TYPE_CHECKING:
    from leakguard.finding import Finding
    from leakguard.scanning.clean import Clean

__all__ = ("Options", "Outcome", "Progress", "scan")

Progress = Callable[[Outcome], None]

_MANY = 200
"""Items from which on it is worth to look up what was clean before."""

_KEPT_AT_ONCE = 5_000
"""Keys that are kept in one go: a scan that is killed loses the last of them."""


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
    if len(listing.items) < _MANY:
        options = replace(options, remember=False)
    memory = remembered(options) if options.remember else None
    known, items = _parted(listing.items, memory)
    total = sum(item.size for item in items)
    advance = progress(len(items), total) if progress else None
    jobs = options.jobs or cores()
    if total < options.parallel_from:
        jobs = 1
    collected = [known]
    clean: list[Verdict] = []
    with closing(outcomes(source, items, options, jobs)) as parts:  # so that no worker outlives it
        for outcome in parts:
            clean += outcome.clean
            if len(clean) > _KEPT_AT_ONCE and memory is not None:
                memory.add(clean)
                clean.clear()
            collected.append(replace(outcome, clean=()) if outcome.clean else outcome)
            if advance is not None:
                advance(outcome)
    if memory is not None:
        memory.add(clean)
    report = _report(listing, collected)
    return report if options.keeps_paths else hidden(report)


def remembered(options: Options) -> "Clean | None":
    """Give what was found clean before with the same rules and options."""
    from leakguard import registry  # sqlite3: only where there is much to scan
    from leakguard.pack import location
    from leakguard.scanning import clean

    selected = "all" if options.selected is None else ",".join(sorted(options.selected))
    said = (options.archives, options.exclude, options.own_rules, options.per_path)
    settings = (selected, *map(repr, said))
    rules = registry.digest(location.rule_folder(), options.rules_from)
    return clean.remembered(rules, settings)


def hidden(report: Report) -> Report:
    """Mask each value that was looked at in what is shown, as `hiding.hidden` does."""
    if not (report.findings or report.rejected or report.errors or report.notices):
        return replace(report, values=frozenset())
    from leakguard.masking import hiding

    return hiding.hidden(report)


def _parted(items: tuple[Item, ...], memory: "Clean | None") -> tuple[Outcome, tuple[Item, ...]]:
    """Give what comes of the items that were clean before, and the others."""
    if memory is None:
        return Outcome(NOTHING), items
    keys = [clean_key(item) for item in items]
    known = memory.among([it for it in keys if it is not None])
    unread = {key for key, count in known.items() if count}
    left = tuple(item for item, key in zip(items, keys, strict=True) if key not in known)
    size = sum(item.size for item in items) - sum(item.size for item in left)
    count = len(items) - len(left)
    notices = tuple(
        notice
        for item, key in zip(items, keys, strict=True)
        if key is not None and key in unread
        for notice in unparsed(item.path, known[key])
    )
    return Outcome(Examined(notices=notices), files=count, bytes=size, unchanged=count), left


def _report(listing: Listing, parts: list[Outcome]) -> Report:
    """Put the outcomes into the order that is the same however they came.

    A finding in a module that another one imports may come from both, and one in a module that
    is not scanned from the other alone: neither is shown twice, the latter not at all.
    """
    whole = summed(parts)
    found, told = list(whole.examined.findings), list[Problem]()
    if whole.examined.allowances or any(it.suppression for it in found):
        from leakguard.suppress.allowances import settled  # where there are any

        found, told = settled(found, whole.examined.allowances)
    listed = {item.path for item in listing.items}
    places: dict[tuple[str, str, Place, str | None], Finding] = {}
    for it in sorted(found, key=lambda it: (-it.severity, it.order)):
        if it.path in listed or not listing.is_all:
            what = it.rule if it.secret is None else it.secret_id
            places.setdefault((it.origin, it.where, it.place, what), it)
    return Report(
        findings=tuple(sorted(places.values(), key=lambda it: it.order)),
        rejected=tuple(sorted(whole.examined.rejected, key=lambda it: it.order)),
        errors=tuple(sorted({*listing.errors, *whole.errors})),
        notices=tuple(sorted({*listing.notices, *whole.examined.notices, *told})),
        statistics=Statistics(
            whole.files, whole.bytes, whole.binary, whole.archives, whole.unchanged
        ),
        originals=tuple(sorted(whole.examined.originals, key=lambda it: (it.path, it.masked))),
        asking=tuple(sorted(set(whole.asked))),
        values=whole.examined.values,
    )

"""What a process does with items: it reads them, lets the rules look, and tells what came of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from leakguard.document import Document
from leakguard.report import Problem
from leakguard.scanning import selection
from leakguard.scanning.examine import Examiner
from leakguard.scanning.examined import NOTHING, Examined
from leakguard.scanning.hits import Hits
from leakguard.scanning.outcome import Fired, Options, Outcome, summed
from leakguard.sources import Archive, Binary, Failed, Item, Read, Source
from leakguard.sources.stamp import clean_key

if TYPE_CHECKING:
    pass

KEPT_BYTES = 32 << 20
"""How much of what needs libcst is kept in memory until it goes to a worker."""


@dataclass
class _Finder:
    """Finds other documents for the one that is looked at, and notes whether that asked."""

    find: Callable[[str, Document], Document | None]
    document: Document | None = None
    was_asked: bool = False

    def __call__(self, path: str) -> Document | None:
        self.was_asked = True
        return self.find(path, self.document) if self.document is not None else None

    def begin(self, document: Document | None) -> None:
        """Look at the next document."""
        self.document, self.was_asked = document, False


def examiner_of(source: Source, options: Options) -> Examiner:
    """Give what examines the documents of a source.

    Raises:
        RuleError: a rule is not well-formed.
    """
    return Examiner(
        selection.load(
            options.selected, options.tell_of_compiling, options.own_rules, options.rules_from
        ),
        options.explain,
        _Finder(source.find),
        options.fixes,
        options.honour,
        options.today,
        options.per_path,
    )


def at_source(examiner: Examiner, source: Source) -> Examiner:
    """Give what examines the documents of another source, by the same rules."""
    return replace(examiner, find=_Finder(source.find), _narrowed={})


def item_worker(
    source: Source, options: Options, inherited: Examiner | None
) -> Callable[[list[Item]], Outcome]:
    """Give what looks at a batch of items, but for what needs libcst; `inherited` is what the
    process has of its parent."""
    examiner = inherited or examiner_of(source, options)
    return lambda batch: summed(
        outcome
        for item, read in zip(batch, source.read(batch), strict=True)
        for outcome in noted(examiner, item, read, options)
    )


def fired_worker(
    source: Source, options: Options, inherited: Examiner | None
) -> Callable[[list[Fired]], Outcome]:
    """Give what looks at a batch of what needs libcst; `inherited` as in `item_worker`."""
    examiner = inherited or examiner_of(source, options)
    return lambda batch: summed(_of_fired(examiner, it) for it in batch)


def _of_fired(examiner: Examiner, fired: Fired) -> Outcome:
    finder = _finder(examiner)
    finder.begin(fired.document)
    outcome = _outcome(examiner, fired.document, fired.hits)
    if finder.was_asked:
        asked = ((fired.path, fired.document.origin),)
        return replace(outcome, asked=asked if fired.document.is_blob else ())
    if fired.key is None or not outcome.is_clean:
        return outcome
    return replace(outcome, clean=((fired.key, outcome.examined.unparsed),))


def noted(examiner: Examiner, item: Item, read: Read, options: Options) -> Iterator[Outcome]:
    """Examine what was read, and tell whether the item is clean by itself."""
    key = clean_key(item) if options.remember and read is not None else None
    is_clean = True
    for outcome in _all_of(examiner, read, options):
        is_clean = is_clean and outcome.is_clean and not _finder(examiner).was_asked
        if outcome.fired:
            if is_clean and not isinstance(read, Archive):
                outcome = replace(outcome, fired=(replace(outcome.fired[0], key=key),))
            is_clean = False
        yield outcome
    if is_clean and key is not None:
        yield Outcome(NOTHING, clean=((key, 0),))


def _finder(examiner: Examiner) -> _Finder:
    """Give what finds other documents for this process."""
    return cast(_Finder, examiner.find)  # as `examiner_of` made it


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
        yield outcome if kept <= KEPT_BYTES else _as_text(examiner, outcome)


def _as_text(examiner: Examiner, outcome: Outcome) -> Outcome:
    """Examine by the text rules alone what libcst should read: a worker keeps no more of it."""
    message = "only the text rules looked at it: the archive has too much Python with hits in it"
    fired = [(it.document, replace(it.hits, syntax={}, code={})) for it in outcome.fired]
    notices = tuple(Problem(it.path, message) for it in outcome.fired)
    looked_at = (_outcome(examiner, *it) for it in fired)
    return summed([replace(outcome, fired=()), Outcome(Examined(notices=notices)), *looked_at])


def _looked_at(examiner: Examiner, read: Document | Binary | Failed | None) -> Outcome:
    """Examine what was read, but for what needs libcst."""
    _finder(examiner).begin(read if isinstance(read, Document) else None)
    if not isinstance(read, Document):
        return _unread(examiner, read)
    hits = examiner.at(read.path).hits(read)
    if hits.syntax:
        return Outcome(NOTHING, fired=(Fired(read, hits),))
    return _outcome(examiner, read, hits)


def _outcome(examiner: Examiner, document: Document, hits: Hits) -> Outcome:
    examined = examiner.at(document.path).examine(document, hits) if hits else NOTHING
    return Outcome(examined, files=1, bytes=len(document.data))


def _unread(examiner: Examiner, read: "Binary | Failed | None") -> Outcome:
    if isinstance(read, Binary):
        return Outcome(examiner.at(read.document.path).examine_binary(read.document), binary=1)
    if isinstance(read, Failed):
        if read.is_notice:
            return Outcome(Examined(notices=(read.problem,)))
        return Outcome(NOTHING, errors=(read.problem,))
    return Outcome(NOTHING)

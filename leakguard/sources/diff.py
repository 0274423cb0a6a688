"""What a patch brings: each file's lines, or the whole of it where it is at hand."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate

from leakguard.document import Document, Span
from leakguard.finding import Finding, Place, Problem, Report
from leakguard.sources import Binary, Item, Listing, Read
from leakguard.sources.files import FileReader, as_document, too_large
from leakguard.sources.patch import Changed, Hunk
from leakguard.sources.tree import TreeSource

_ORIGIN = "diff"
_LINES_ALONE = (
    "only the lines of the patch were looked at, as text: the file is not here as it leaves it"
)


@dataclass(frozen=True)
class Excerpt(Document):
    """Some lines of a file, an empty one between those that do not follow each other.

    Its places are those of the file. Whatever that is, this is text.
    """

    starts: tuple[tuple[int, int], ...] = field(kw_only=True, repr=False)
    """The numbers of lines here, in order, and those that they have in the file."""

    @property
    def is_python(self) -> bool:
        """It is text, whatever the file is."""
        return False

    @property
    def is_notebook(self) -> bool:
        """It is text, whatever the file is."""
        return False

    @property
    def is_whole(self) -> bool:
        """It is a part of a file."""
        return False

    def places(self, spans: Iterable[Span]) -> dict[Span, Place]:
        """Give the place in the file of each span."""
        return {
            span: replace(
                place, line=self._in_file(place.line), end_line=self._in_file(place.end_line)
            )
            for span, place in super().places(spans).items()
        }

    def _in_file(self, line: int) -> int:
        here, there = self.starts[bisect_right(self.starts, line, key=lambda it: it[0]) - 1]
        return line - here + there


@dataclass(frozen=True, slots=True)
class Piece:
    """What is scanned of a file: all of it, or the lines that stand in the patch."""

    path: str
    hunks: tuple[Hunk, ...] = ()
    """Nothing if it is binary."""
    is_whole: bool = False
    """Whether the hunks are the whole file."""
    file: Item | None = None
    """The file of the disk that the hunks are a part of."""

    @property
    def size(self) -> int:
        """Bytes."""
        return self.file.size if self.file else sum(len(it.text) for it in self.hunks)

    def document(self, item: Item, origin: str) -> Document | Binary:
        """Give the text of the patch."""
        if not self.hunks:
            return Binary(item, origin=origin)
        if self.is_whole:
            return as_document(item, self.hunks[0].text, origin)
        lengths = (len(it.signs) + 1 for it in self.hunks[:-1])
        starts = zip(accumulate(lengths, initial=1), (it.start for it in self.hunks), strict=True)
        data = b"\n".join(it.text for it in self.hunks)
        return Excerpt(item.path, item.identity, data, origin, item.in_git, starts=tuple(starts))


@dataclass(frozen=True, slots=True)
class DiffSource:
    """What a patch brings."""

    around: TreeSource
    """The files of the disk that it may have been made of: those that are imported, too."""
    pieces: tuple[Piece, ...]
    """A path's lines are in one that is a file of the disk, and else each in one of its own."""
    whole: dict[str, int]
    """Which piece has the whole of a file, the last if there are several."""
    identities: dict[str, str]
    """What files of the disk are called in fingerprints, where that is not their path."""

    def list(self) -> Listing:
        """Give the pieces; that Python is not read as such, where it is not whole, is told."""
        items = [self._item(number) for number in range(len(self.pieces))]
        alone = {it.path for it in self.pieces if _is_missed(it)}
        notices = tuple(Problem(path, _LINES_ALONE) for path in sorted(alone))
        return Listing(tuple(sorted(items, key=lambda it: it.path)), notices=notices)

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Give each piece; a file of the disk is read."""
        for item in items:
            piece, origin = self.pieces[int(item.handle)], f"{_ORIGIN} {item.handle}"
            if piece.size > self.around.max_size:
                yield too_large(item.path, piece.size, self.around.max_size)
            elif piece.file is None:
                yield piece.document(item, origin)
            else:
                file = replace(item, handle=piece.file.handle)
                yield from FileReader(self.around.max_size, origin).read([file])

    def find(self, path: str, _asking: Document | None = None, /) -> Document | None:
        """Give the text at `path` as it is with the patch; a file of the disk where the patch
        does not have it."""
        if (number := self.whole.get(path)) is None:
            return self.around.find(path)
        found = next(self.read([self._item(number)]))
        return found if isinstance(found, Document) else None

    def narrow(self, report: Report, _scan: object) -> Report:
        """Give of a report of the pieces what stands on an added line, or belongs to a value
        that does."""
        added: dict[str, frozenset[int]] = {}
        kept: dict[tuple[object, ...], Finding] = {}
        for it in report.findings:
            origin, _, number = it.origin.partition(" ")
            if origin != _ORIGIN or not number:
                continue
            if number not in added:
                hunks = self.pieces[int(number)].hunks
                added[number] = frozenset(line for hunk in hunks for line in hunk.added)
            if _stands_on(it, added[number]):
                what = (it.path, it.place, it.rule, it.fingerprint)
                kept.setdefault(what, replace(it, origin=_ORIGIN))
        return replace(report, findings=tuple(kept.values()))

    def _item(self, number: int) -> Item:
        piece = self.pieces[number]
        identity = self.identities.get(piece.path, piece.path)
        return Item(piece.path, identity, str(number), piece.size, in_git=True)


def of_patch(patch: Iterable[Changed], around: TreeSource) -> DiffSource:
    """Give the source of what a patch brings.

    A file below the root of `around` that has all lines of a hunk where it says is taken for
    the one that the patch was made of. What the patch calls a file elsewhere is never opened.
    """
    changes: dict[str, list[Changed]] = {}
    for it in patch:
        if not around.exclude.matches(it.path):
            changes.setdefault(it.path, []).append(it)
    known = around.named(path for path in changes if is_inside(path))
    pieces: list[Piece] = []
    for path, changed in changes.items():
        pieces += _pieces(path, changed, known.get(path), around)
    identities = {path: it.identity for path, it in known.items() if it.identity != path}
    whole = {it.path: number for number, it in enumerate(pieces) if it.is_whole or it.file}
    return DiffSource(around, tuple(pieces), whole, identities)


def is_inside(path: str) -> bool:
    """Tell whether a path of a patch names nothing above the folder it is relative to."""
    is_absolute = path.startswith(("/", "\\")) or path[1:2] == ":"
    return not is_absolute and "\0" not in path and ".." not in path.replace("\\", "/").split("/")


def _pieces(
    path: str, changed: Iterable[Changed], file: Item | None, around: TreeSource
) -> Iterator[Piece]:
    lines = _lines(file, around) if file is not None else None
    here: list[Hunk] = []
    for it in changed:
        if lines is not None and it.hunks and all(_is_in(hunk, lines) for hunk in it.hunks):
            here += it.hunks
        else:
            is_whole = it.is_new and [hunk.start for hunk in it.hunks] == [1]
            yield Piece(path, it.hunks, is_whole)
    if here:
        yield Piece(path, tuple(here), file=file)


def _lines(file: Item, around: TreeSource) -> list[bytes] | None:
    r"""Give the lines of a file, or None if it is no text, or has lines that end with `\r`."""
    found = next(iter(around.read([file])))
    if not isinstance(found, Document):
        return None
    lines = found.data.replace(b"\r\n", b"\n")
    return lines.split(b"\n") if b"\r" not in lines else None


def _is_in(hunk: Hunk, lines: list[bytes]) -> bool:
    first = hunk.start - 1
    return lines[first : first + len(hunk.signs)] == hunk.text.split(b"\n")[:-1]


def _is_missed(piece: Piece) -> bool:
    """Whether a piece of code is read as text alone."""
    is_alone = bool(piece.hunks) and not piece.is_whole and piece.file is None
    return is_alone and piece.path.endswith((".py", ".pyi", ".pyw", ".ipynb"))


def _stands_on(finding: Finding, lines: frozenset[int]) -> bool:
    places = [finding.place, *(it.place for it in finding.related if it.path is None)]
    return any(not lines.isdisjoint(range(it.line, it.end_line + 1)) for it in places)

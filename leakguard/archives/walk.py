"""The way through an archive, and through those inside of it: what is read, what is left."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO

from leakguard.archives.codecs import codec_of
from leakguard.archives.images import is_layer_path
from leakguard.archives.kinds import SNIFFED as KIND_SNIFFED
from leakguard.archives.kinds import Kind, kind_of, unread_kind
from leakguard.archives.limits import Budget, LimitError, Limits
from leakguard.archives.member import Member
from leakguard.archives.names import without_suffix
from leakguard.archives.streams import Stream, Unpacked, Window
from leakguard.archives.tar import members as of_tar
from leakguard.archives.zip import members as of_zip
from leakguard.document import SNIFFED, text_of
from leakguard.errors import ArchiveError
from leakguard.finding import BETWEEN

_NAMED = 5
"""Names that a notice tells."""

_LONGEST = 100
"""Characters of a name that a notice tells."""

_TOO_DEEP = "left out, since archives in an archive: raise --archive-depth to look into them"


@dataclass(frozen=True, slots=True)
class Inner:
    """A member that was read."""

    path: str
    """From the outermost archive; what is inside another one stands behind `!/`."""
    raw: bytes = field(repr=False)
    """Its content; of one that is no text the first bytes, unless it was wanted whole."""
    is_text: bool


@dataclass(frozen=True, slots=True)
class Left:
    """What was not read, or not wholly."""

    path: str
    """Of the archive, from the outermost one; nothing for that itself."""
    message: str


@dataclass(slots=True)
class _Leavings:
    """What of one archive was left, by reason; its names are few, however many there are."""

    path: str
    names: dict[str, list[str]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, reason: str, name: str) -> None:
        self.counts[reason] = self.counts.get(reason, 0) + 1
        if len(named := self.names.setdefault(reason, [])) < _NAMED:
            named.append(name if len(name) <= _LONGEST else "…" + name[1 - _LONGEST :])

    def told(self) -> Iterator[Left]:
        for reason, names in self.names.items():
            more = self.counts[reason] - len(names)
            rest = f" and {more:,} more" if more else ""
            yield Left(self.path, f"{reason} ({', '.join(names)}{rest})")


@dataclass(frozen=True, slots=True)
class _Level:
    """An archive that is being read."""

    path: str
    """From the outermost one; nothing for that itself."""
    name: str
    kind: Kind
    depth: int
    """From 1."""
    is_layer: bool = False

    def below(self, name: str) -> str:
        """Give the path of a member."""
        return f"{self.path}{BETWEEN}{name}" if self.path else name


@dataclass(frozen=True, slots=True)
class _Walk:
    limits: Limits
    is_wanted: Callable[[str], bool]
    budget: Budget
    is_whole: bool

    def through(
        self, level: _Level, stream: Stream, file: IO[bytes] | None
    ) -> Iterator[Inner | Left]:
        left = _Leavings(level.path)
        try:
            for member in self._members(level, stream, file):
                self.budget.take_member()
                if self.is_wanted(level.below(member.name)):
                    yield from self._read(level, member, left)
        except LimitError:
            yield from left.told()
            raise
        except ArchiveError as error:
            yield Left(level.path, str(error))
        yield from left.told()

    def _members(self, level: _Level, stream: Stream, file: IO[bytes] | None) -> Iterable[Member]:
        if level.kind is Kind.ZIP:
            return of_zip(file or self._in_memory(stream), self.budget)
        if level.kind is Kind.TAR:
            return of_tar(stream)
        unpacked = Unpacked(stream, codec_of(level.kind), self.budget)
        if kind_of(unpacked.peek(KIND_SNIFFED)) is Kind.TAR:
            return of_tar(unpacked)
        return [Member(without_suffix(level.name), unpacked)]

    def _in_memory(self, stream: Stream) -> IO[bytes]:
        """Read an inner zip, whose directory stands at its end."""
        raw = stream.take(self.limits.member + 1)
        if len(raw) > self.limits.member:
            raise ArchiveError(_too_large(self.limits))
        return BytesIO(raw)

    def _read(self, level: _Level, member: Member, left: _Leavings) -> Iterator[Inner | Left]:
        try:
            yield from self._looked_into(level, member, left)
        except LimitError:
            raise
        except ArchiveError as error:
            left.add(str(error), member.name)

    def _looked_into(
        self, level: _Level, member: Member, left: _Leavings
    ) -> Iterator[Inner | Left]:
        path, head = level.below(member.name), member.content.peek(SNIFFED)
        if (kind := kind_of(head)) is not None:
            inner = self._level(level, path, member.name, kind)
            if inner.depth <= self.limits.depth:
                yield from self.through(inner, member.content, None)
                return
            left.add(_TOO_DEEP, member.name)
        elif (name := unread_kind(head)) is not None:
            left.add(f"left out, since {name} is no kind of archive that is read", member.name)
        is_text = kind is None and text_of(path, head) is not None
        if is_text or self.is_whole:
            yield from self._content(path, member.content, is_text)
        else:
            yield Inner(path, head, is_text=False)
            member.content.check()

    def _level(self, level: _Level, path: str, name: str, kind: Kind) -> _Level:
        is_in_image = level.kind is not Kind.ZIP and kind is not Kind.ZIP and not level.is_layer
        is_layer = is_in_image and is_layer_path(name)
        return _Level(path, name, kind, level.depth + (not is_layer), is_layer)

    def _content(self, path: str, content: Stream, is_text: bool) -> Iterator[Inner]:
        """Give a content as far as it can be read."""
        parts, left = [], self.limits.member + 1
        try:
            while left and (part := content.read(left)):
                parts.append(part)
                left -= len(part)
        except ArchiveError:
            if parts:
                yield Inner(path, b"".join(parts), is_text)
            raise
        if not left:
            raise ArchiveError(_too_large(self.limits))
        yield Inner(path, b"".join(parts), is_text)


def _too_large(limits: Limits) -> str:
    return f"left out, since over {limits.member:,} bytes: raise --max-file-size to scan it"


def walk(
    file: IO[bytes],
    kind: Kind,
    name: str,
    limits: Limits,
    is_wanted: Callable[[str], bool],
    *,
    is_whole: bool = False,
) -> Iterator[Inner | Left]:
    """Give what is in an archive, as far as the limits allow, and what is left of it.

    `file` can be sought in, `name` is what it is called, `is_wanted` tells of a path inside of it
    whether it is to be read; with `is_whole` what is no text is read to its end, too.
    """
    budget = Budget(limits)
    stream = Window(file, 0, file.seek(0, 2), budget)
    try:
        walking = _Walk(limits, is_wanted, budget, is_whole)
        yield from walking.through(_Level("", name, kind, 1), stream, file)
    except LimitError as error:
        yield Left("", str(error))

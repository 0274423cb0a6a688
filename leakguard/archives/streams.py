"""Bytes that are read forwards, once, from a file, a part of one, or what is packed in it."""

from abc import ABC, abstractmethod
from typing import IO

from leakguard.archives.codecs import Codec, Decoder
from leakguard.archives.limits import Budget
from leakguard.errors import ArchiveError

_CHUNK = 1 << 16
"""Bytes that are read at once to be unpacked, or passed over."""

_MOST = 1 << 20
"""Bytes that are unpacked at once: only then the limits are looked at."""

CUT_SHORT = "read only in part, since cut short"
DAMAGED = "read only in part, since damaged"


class Stream(ABC):
    """Bytes to read forwards; the next ones can be looked at before."""

    def __init__(self) -> None:
        self._ahead = b""
        self._error: ArchiveError | None = None

    @abstractmethod
    def _pull(self, size: int) -> bytes:
        """Give some bytes, at most `size`; none at the end."""

    def read(self, size: int) -> bytes:
        """Give some bytes, at most `size`; none at the end.

        Raises:
            ArchiveError: they cannot be read, or are more than the limits allow.
        """
        if size <= 0:
            return b""
        if self._ahead:
            given, self._ahead = self._ahead[:size], self._ahead[size:]
            return given
        self.check()
        return self._pull(size)

    def check(self) -> None:
        """Tell whether what was looked at already could be read.

        Raises:
            ArchiveError: there is less of it than was asked for.
        """
        if self._error is not None:
            raise self._error

    def peek(self, size: int) -> bytes:
        """Give the next `size` bytes, fewer at the end, and keep them to be read.

        Raises:
            ArchiveError: as `read`, if nothing came before; else that comes when they are read.
        """
        parts, length = [self._ahead], len(self._ahead)
        try:
            while length < size and (part := self._pull(size - length)):
                parts.append(part)
                length += len(part)
        except ArchiveError as error:
            if not length:
                raise
            self._error = error
        self._ahead = b"".join(parts)
        return self._ahead[:size]

    def take(self, size: int) -> bytes:
        """Give the next `size` bytes, fewer at the end only.

        Raises:
            ArchiveError: as `read`.
        """
        parts, left = [], size
        while left and (part := self.read(left)):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)

    def skip(self, size: int) -> None:
        """Pass over bytes.

        Raises:
            ArchiveError: as `read`, or there are not so many.
        """
        while size > 0:
            part = self.read(min(size, _CHUNK))
            if not part:
                raise ArchiveError(CUT_SHORT)
            size -= len(part)


class Window(Stream):
    """A part of a file that can be sought in."""

    def __init__(self, file: IO[bytes], start: int, size: int, budget: Budget) -> None:
        super().__init__()
        self._file, self._at, self._end, self._budget = file, start, start + size, budget

    def _pull(self, size: int) -> bytes:
        wanted = min(size, self._end - self._at)
        if wanted <= 0:
            return b""
        try:
            self._file.seek(self._at)
            part = self._file.read(wanted)
        except OSError as error:
            raise ArchiveError(f"read only in part: {error.strerror}") from None
        if not part:
            raise ArchiveError(CUT_SHORT)
        self._at += len(part)
        self._budget.take(len(part))
        return part

    def skip(self, size: int) -> None:
        """Pass over bytes without reading them."""
        ahead, self._ahead = len(self._ahead), self._ahead[size:]
        self._at += max(0, size - ahead)
        if self._at > self._end:
            raise ArchiveError(CUT_SHORT)


class Bounded(Stream):
    """The next `size` bytes of another stream, which goes on behind them."""

    def __init__(self, source: Stream, size: int) -> None:
        super().__init__()
        self._source, self._left = source, size

    def _pull(self, size: int) -> bytes:
        part = self._source.read(min(size, self._left)) if self._left else b""
        if not part and self._left:
            raise ArchiveError(CUT_SHORT)
        self._left -= len(part)
        return part

    def pass_over(self) -> None:
        """Pass over what was not read.

        Raises:
            ArchiveError: as `skip` of the other stream.
        """
        left, self._left = self._left, 0
        self._source.skip(left)


class Unpacked(Stream):
    """What is packed in a stream: one after the other, if there are several in it."""

    def __init__(self, source: Stream, codec: Codec, budget: Budget) -> None:
        super().__init__()
        self._source, self._codec, self._budget = source, codec, budget
        self._decoder = self._started()
        self._packed = self._unpacked = 0
        self._fed = b""

    def _pull(self, size: int) -> bytes:
        while not self._decoder.eof or self._goes_on():
            fed, self._fed = self._fed, b""
            if not fed and self._decoder.needs_input:
                fed = self._fetch()
            is_end = not fed and self._decoder.needs_input
            try:
                part = self._decoder.decompress(fed, min(size, _MOST))
            except self._codec.errors:
                raise ArchiveError(DAMAGED) from None
            except MemoryError:
                raise ArchiveError("left out, since it takes too much memory") from None
            self._unpacked += len(part)
            self._budget.take(len(part))
            self._budget.check_ratio(self._packed, self._unpacked)
            if part:
                return part
            if is_end and not self._decoder.eof:
                raise ArchiveError(CUT_SHORT)
        return b""

    def _fetch(self) -> bytes:
        part = self._source.read(_CHUNK)
        self._packed += len(part)
        return part

    def _goes_on(self) -> bool:
        """Begin the next of several, if there is one; zero bytes may stand between them."""
        if not self._codec.magic:
            return False
        rest = (self._decoder.unused_data + self._fed).lstrip(b"\0")
        while len(rest) < self._codec.longest and (part := self._fetch()):
            rest = (rest + part).lstrip(b"\0")
        if not rest.startswith(self._codec.magic):
            if rest:
                raise ArchiveError("followed by what is no part of it, which was left out")
            return False
        self._decoder, self._fed = self._started(), rest
        return True

    def _started(self) -> Decoder:
        try:
            return self._codec.decoder()
        except self._codec.errors:  # of how the zip describes it
            raise ArchiveError(DAMAGED) from None

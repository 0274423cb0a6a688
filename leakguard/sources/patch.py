"""Patches as git and diff write them: which lines each file gets, and which stand around them."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from leakguard.errors import PatchError
from leakguard.sources.patch_header import Header, begun

_HUNK = re.compile(rb"@@@* ((?:-\d{1,9}(?:,\d{1,9})? ){1,64})\+(\d{1,9})(?:,(\d{1,9}))? @@@*")
_RUN = re.compile(rb"(?:\+[^\n]*\n)++|(?:-[^\n]*\n)++|(?: [^\n]*\n|\r?\n)++")
"""Lines with the same sign; some programs cut off the space of an empty one."""

_ADDED, _THERE = b"+", b" "
_UNSIGNED = "no line of a hunk, whose header says there are more"
_TOO_MANY = "more lines than the header of the hunk says"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Hunk:
    """Some lines of a new file that follow each other."""

    start: int
    """The number of the first of them, from 1."""
    text: bytes = field(repr=False)
    r"""The lines, each ended by `\n`, whatever the patch has; no `\r` is in it."""
    signs: bytes = field(repr=False)
    """A byte for each line: `+` if it is added, else a space."""

    @property
    def added(self) -> Iterator[int]:
        """The numbers of the lines that are added."""
        for run in re.finditer(rb"\++", self.signs):
            yield from range(self.start + run.start(), self.start + run.end())


@dataclass(frozen=True, slots=True)
class Changed:
    """What a patch says of one file that is there afterwards, and gets some content."""

    path: str
    """With `/`, as the patch has it: it may lead anywhere."""
    hunks: tuple[Hunk, ...] = ()
    """Those that add a line; none if the file is binary."""
    is_new: bool = False
    """Whether there was no such file before, so that the patch has all of it."""
    is_binary: bool = False


def parse(raw: bytes) -> tuple[Changed, ...]:
    """Give what a patch, or several in a row, with mails around them too, says of each file.

    Raises:
        PatchError: it is no patch, or a hunk is not what its header says. The message has the
            line's number, and nothing of the line.
    """
    reader = _Reader(raw if raw.endswith(b"\n") else raw + b"\n")
    found = tuple(reader.files())
    is_without_patch = not raw.strip() or raw.startswith((b"commit ", b"From "))
    if not reader.files_begun and not is_without_patch:
        raise PatchError("holds no patch: make one with `git diff --no-color`")
    return found


@dataclass
class _Reader:
    """A patch, and where in it the reading is."""

    raw: bytes
    at: int = 0
    number: int = 0
    """Of the line that was read last, from 1."""
    files_begun: int = 0

    def files(self) -> Iterator[Changed]:
        """Read to the end; give each file that gets some content."""
        header: Header | None = None
        hunks: list[Hunk] = []
        while self.at < len(self.raw):
            line = self._line().rstrip(b"\r\n")
            if (of_git := begun(line)) is not None or self._names_a_file(line):
                if of_git is not None or header is None or header.new is not None:
                    yield from self._changed(header, hunks)
                    header, hunks = of_git or Header(), []
                    self.files_begun += 1
                if of_git is None:
                    header = header.named(line[4:], self._line().rstrip(b"\r\n")[4:])
            elif line.startswith((b"@@ -", b"@@@")):
                if header is None or header.new is None:
                    raise self._malformed("a hunk of no file")
                hunks += self._hunk(line)
            elif header is not None and not hunks:
                header = header.told(line)
        yield from self._changed(header, hunks)

    def _names_a_file(self, line: bytes) -> bool:
        return line.startswith(b"--- ") and self.raw.startswith(b"+++ ", self.at)

    def _changed(self, header: Header | None, hunks: list[Hunk]) -> Iterator[Changed]:
        if header is None or header.is_gone or not (hunks or header.is_binary):
            return
        path = os.fsdecode(header.path) or "?"
        yield Changed(path, tuple(hunks), header.is_new, header.is_binary)

    def _line(self) -> bytes:
        end = self.raw.index(b"\n", self.at) + 1
        line = self.raw[self.at : end]
        self.at = end
        self.number += 1
        return line

    def _hunk(self, head: bytes) -> Iterator[Hunk]:
        """Read the lines of a hunk; give it if it adds any."""
        found = _HUNK.match(head)
        if found is None:
            raise self._malformed("the header of a hunk that is none")
        old = [_count(it) for it in found[1].split()]
        new = int(found[3]) if found[3] is not None else 1
        read = self._plain(old[0], new) if len(old) == 1 else self._merged(old, new)
        text, signs = b"", b""
        if new or any(old):
            text, signs = (b"".join(it) for it in zip(*read, strict=True))
        if self.raw.startswith(b"+", self.at):
            self.number += 1
            raise self._malformed(_TOO_MANY)
        if _ADDED in signs:
            start = max(int(found[2]), 1)
            yield Hunk(start, _cleaned(text, start), signs)

    def _plain(self, old: int, new: int) -> Iterator[tuple[bytes, bytes]]:
        """Give the lines of a hunk and their signs, all that have the same sign at once: there
        may be millions."""
        while old or new:
            run = self._run()
            sign = run[:1] if run[:1] in (b"+", b"-") else _THERE
            count = run.count(b"\n")
            most = {b"+": new, b"-": old, _THERE: min(old, new)}[sign]
            if not most:
                self.number += 1
                raise self._malformed(_TOO_MANY)
            if count > most:  # what is more comes after the hunk, such as the next file's header
                count = most
                run = run[: _end_of(run, most)]
            self.at += len(run)
            self.number += count
            old -= count if sign != b"+" else 0
            if sign != b"-":
                new -= count
                yield _bodies(run, sign), sign * count
            self._skip_remark()
        yield b"", b""

    def _run(self) -> bytes:
        """Give the lines from here on that have the same sign."""
        found = _RUN.match(self.raw, self.at)
        if found is None:
            self._line_inside()
            raise self._malformed(_UNSIGNED)
        return found[0]

    def _merged(self, left: list[int], new: int) -> Iterator[tuple[bytes, bytes]]:
        """Give the lines of a hunk that has several parents, and their signs: a line of the patch
        has one for each parent, and is added if it is new to all."""
        while new or any(left):
            line = self._line_inside()
            sign, rest = line[: len(left)], line[len(left) :]
            if len(sign) < len(left) or sign.strip(b" +-"):
                raise self._malformed(_UNSIGNED)
            kept = b"-" if b"-" in sign else _THERE
            left = [it - (one == kept[0]) for it, one in zip(left, sign, strict=True)]
            new -= kept == _THERE
            if new < 0 or min(left) < 0:
                raise self._malformed(_TOO_MANY)
            if kept == _THERE:
                yield rest.replace(b"\r\n", b"\n"), _ADDED if b" " not in sign else _THERE
            self._skip_remark()
        yield b"", b""

    def _skip_remark(self) -> None:
        """Pass over what is said of a missing line end at the end of a file."""
        if self.raw.startswith(b"\\", self.at):
            self._line()

    def _line_inside(self) -> bytes:
        """Give the next line, of a hunk that is not at its end."""
        if self.at >= len(self.raw):
            raise self._malformed("the patch ends inside of a hunk")
        return self._line()

    def _malformed(self, what: str) -> PatchError:
        return PatchError(f"line {self.number}: {what}")


def _count(old: bytes) -> int:
    _, comma, count = old.partition(b",")
    return int(count) if comma else 1


def _end_of(lines: bytes, count: int) -> int:
    """Give where the first `count` lines end."""
    end = 0
    for _ in range(count):
        end = lines.find(b"\n", end) + 1
    return end


def _bodies(lines: bytes, sign: bytes) -> bytes:
    r"""Give lines without their sign, which an empty one may lack, and without `\r` at the end."""
    return (b"\n" + lines).replace(b"\n" + sign, b"\n")[1:].replace(b"\r\n", b"\n")


def _cleaned(text: bytes, start: int) -> bytes:
    r"""Give lines without the byte order mark of a file, and with a space for a lone `\r`, which
    would end a line to us but not to git."""
    return (text.removeprefix(_BOM) if start == 1 else text).replace(b"\r", b" ")

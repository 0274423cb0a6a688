"""A cursor over JSON that knows where each string stands, which the standard library does not.

It reads what is asked for and steps over the rest by brackets alone, without recursion: nesting
costs nothing, and what is skipped need not be valid in every comma.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leakguard.document import Span
from leakguard.errors import NotebookError
from leakguard.notebook.escapes import decoded

_MOST_STEPS = 4_000_000
"""Tokens that are looked at: a second or two."""

# Possessive: no byte is looked at twice.
_SPACE = re.compile(rb"[ \t\r\n]*+")
_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+(?=")', re.DOTALL)
_LINE = re.compile(
    rb'[ \t\r\n]*+"(?P<inner>[^"\\]*+(?:\\.[^"\\]*+)*+)"[ \t\r\n]*+(?:,|(?P<last>\]))', re.DOTALL
)
"""A string in a list, and what follows it."""

_PLAIN = re.compile(rb"[^\s\[\]{}\",:]++[ \t\r\n]*+")
_TO_BRACKETS = re.compile(
    rb'[^\[\]{}"]*+(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"[^\[\]{}"]*+)*+'
    rb"(?:(?P<opening>[\[{]++)|(?P<closing>[\]}]++))",
    re.DOTALL,
)


@dataclass
class Cursor:
    """A place in a JSON text, never on white space.

    Every method raises NotebookError where the text is not the JSON that it needs, or where
    there is too much of it.
    """

    data: bytes
    at: int = 0
    steps: int = 0

    def __post_init__(self) -> None:
        self._go(0)

    def next_is(self, character: bytes) -> bool:
        """Tell whether a value starts here that begins with `character`."""
        return self.data.startswith(character, self.at)

    def members(self) -> Iterator[str]:
        """Give each key of the object that starts here; a value that nobody reads is skipped."""
        self._take(b"{")
        while not self.next_is(b"}"):
            key = self.text()
            self._take(b":")
            yield from self._value(key)
            self._separate(b"}")
        self._take(b"}")

    def items(self) -> Iterator[int]:
        """Give the number, from 0, of each value of the list that starts here; one that nobody
        reads is skipped."""
        self._take(b"[")
        number = 0
        while not self.next_is(b"]"):
            for _ in self._value(""):
                yield number
            number += 1
            self._separate(b"]")
        self._take(b"]")

    def strings(self) -> list[Span]:
        """Give the spans, without quotes, of the string or of the strings of the list that start
        here: nbformat writes a text in either way. Nothing, if it is neither."""
        if self.next_is(b'"'):
            return [self.string()]
        if not self.next_is(b"["):
            return []
        found, at = [], self.at + 1
        while (match := _LINE.match(self.data, at)) is not None:  # nearly every list, and fast
            found.append(match.span("inner"))
            at = match.end()
            if match["last"] is not None:
                self._step(len(found))
                self._go(at)
                return found
        return [self.string() for _ in self.items() if self.next_is(b'"')]

    def string(self) -> Span:
        """Give the span, without quotes, of the string that starts here."""
        if not self.next_is(b'"'):
            raise NotebookError("is no JSON")
        self._step()
        start = self.at + 1
        end = self.data.find(b'"', start)
        if self.data[end - 1 : end] == b"\\":  # it may be an escaped one, which takes longer
            match = _STRING.match(self.data, start)
            end = match.end() if match is not None else -1
        if end < 0:
            raise NotebookError("is no JSON")
        self._go(end + 1)
        return start, end

    def text(self) -> str:
        """Give the decoded string that starts here."""
        start, end = self.string()
        return decoded(self.data[start:end], "utf-8").decode("utf-8", "replace")

    def skip(self) -> None:
        """Step over the value that starts here."""
        if self.next_is(b'"'):
            self.string()
            return
        if not (self.next_is(b"[") or self.next_is(b"{")):
            match = _PLAIN.match(self.data, self.at)
            if match is None:
                raise NotebookError("is no JSON")
            self._step()
            self.at = match.end()
            return
        depth, at = 0, self.at
        while True:
            self._step()
            match = _TO_BRACKETS.match(self.data, at)
            if match is None:
                raise NotebookError("is no JSON")
            at = match.end()
            if match["opening"] is not None:
                depth += len(match["opening"])
            elif (after := depth - len(match["closing"])) > 0:
                depth = after
            else:
                self._go(at + after)  # brackets beyond its own end belong to what is around it
                return

    def before(self) -> int:
        """Give where the value ends that one has come behind, without the white space."""
        at = self.at
        while self.data[at - 1] in b" \t\r\n":
            at -= 1
        return at

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self.at != len(self.data):
            raise NotebookError("is no JSON")

    def _value(self, key: str) -> Iterator[str]:
        before = self.at
        yield key
        if self.at == before:
            self.skip()

    def _separate(self, closing: bytes) -> None:
        if not self.next_is(closing):
            self._take(b",")

    def _take(self, character: bytes) -> None:
        if not self.next_is(character):
            raise NotebookError("is no JSON")
        self._step()
        self._go(self.at + 1)

    def _go(self, at: int) -> None:
        match = _SPACE.match(self.data, at)
        self.at = match.end() if match is not None else at

    def _step(self, count: int = 1) -> None:
        self.steps += count
        if self.steps > _MOST_STEPS:
            raise NotebookError("is too large to be read cell by cell")

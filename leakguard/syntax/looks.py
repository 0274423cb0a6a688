"""Which statements about the environment are worth parsing: a cheap look at where values go.

A rule names the look that the statements of its triggers have to pass. It runs before libcst is
loaded, and may let through what the rule then rejects, but not the reverse.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from leakguard.document import Document
from leakguard.syntax.gate import is_commented_out
from leakguard.syntax.handed import Handed
from leakguard.syntax.neighbours import Find, Neighbours
from leakguard.syntax.own_calls import calls_of, defined_at
from leakguard.syntax.reads import Read, Reads

if TYPE_CHECKING:
    from leakguard.syntax.fates import Fates

_MOST_LOOKS = 2_000
"""Places of a document that are looked at; what is beyond is left to those who parse."""

_MOST_CALLED = 40
"""Functions and classes of a document whose calls are looked for."""

_RENAMED = re.compile(rb"\bas[ ]\Z")
_LITERAL = re.compile(rb"[\"'](?P<text>[^\"'\s]{1,100})[\"']")
_CALLED_WITH = re.compile(rb"(?P<given>(?:[^()]++|\((?:[^()]++|\([^()]*+\))*+\))*+)\)")
_LONGEST_CALL = 2_000
"""Bytes of what a call is given that are looked at."""


class Look(StrEnum):
    """What a statement that a trigger names has to do, as far as bytes tell."""

    OUTPUT = "output"
    """Read a credential that is printed, logged, raised or put into a URL."""
    COMMAND = "command"
    """Read a credential that is given to another process."""
    DEFAULT = "default"
    """Read a credential in the head of a function."""
    CLIENT = "client"
    """Read a credential that may be missing, and that nobody looks at before a client has it."""
    DUMP = "dump"
    """Take the whole environment, which is shown or sent."""
    NAMED = "named"
    """Give a credential's name what may be one."""
    DOTENV = "dotenv"
    """Load a file with variables that git tracks."""


@dataclass(frozen=True)
class Statements:
    """The statements of a Python document, as far as their bytes tell what they do."""

    document: Document
    handed: Handed
    find: Find | None = None
    """Gives the other documents of the tree, where they are known."""
    settings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The packages that read an attribute or an item that is called so."""
    _looked: set[tuple[str, int]] = field(default_factory=set, repr=False)
    _called: set[bytes] = field(default_factory=set, repr=False)

    def worth_parsing(self, look: str | None, end: int) -> Iterator[int]:
        """Give an offset inside each statement that passes the look: the one in which a trigger
        ends, or, if that gives `os.environ` or `os.getenv` another name, those that use it.

        Without a look, every statement passes that is not commented out.
        """
        if look is None:
            yield from () if is_commented_out(self.document, end - 1) else (end - 1,)
            return
        if look == Look.NAMED and (name := defined_at(self._data, end)) is not None:
            yield from self._calls_of(name)
            return
        for it in self._places(look, end):
            self._looked.add((look, it))
            if len(self._looked) > _MOST_LOOKS:
                yield it - 1
            elif (place := _LOOKS[Look(look)](self, it)) is not None:
                yield place

    def _calls_of(self, name: bytes) -> Iterator[int]:
        """Give where what the document defines itself is called with a literal."""
        if name not in self._called and len(self._called) < _MOST_CALLED:
            self._called.add(name)
            yield from calls_of(self._data, name)

    def _places(self, look: str, end: int) -> Sequence[int]:
        """Give where names or the environment end that a trigger is about."""
        is_renamed = self._data[end - 1 : end] not in (b'"', b"'")
        if look == Look.DUMP:
            is_renamed = _RENAMED.search(self._data, end - 4, end) is not None
        if look in (Look.DOTENV, Look.NAMED) or not is_renamed:
            return (end,)
        if (look, -1) in self._looked:
            return ()
        self._looked.add((look, -1))  # once for all other names
        return self._reads.renamed_environment if look == Look.DUMP else self._reads.renamed

    def output(self, end: int) -> int | None:
        """Give where a credential is read that may be shown."""
        return self._credential(end, lambda it: self._fates.is_shown(it))

    def command(self, end: int) -> int | None:
        """Give where a credential is read that may be given to another process."""
        return self._credential(end, lambda it: self._fates.is_run(it))

    def default(self, end: int) -> int | None:
        """Give where a credential is read in the head of a function."""
        return self._credential(end, lambda it: self._fates.is_default(it))

    def client(self, end: int) -> int | None:
        """Give where a credential is read that may be missing, and goes unseen to a client that
        does not mind."""
        return self._credential(end, lambda it: self._fates.is_unseen(it, end))

    def dump(self, end: int) -> int | None:
        """Give where the whole environment is taken that may be shown or sent."""
        place = self._reads.environment(end)
        return place if place is not None and self._fates.is_dumped(place) else None

    def named(self, end: int) -> int | None:
        """Give an offset in the statement before a byte, if it may give a credential's name a
        value."""
        is_it = self.handed.is_named(end) and not is_commented_out(self.document, end - 1)
        return end - 2 if is_it else None  # a line's end is what the longest trigger ends with

    def dotenv(self, end: int) -> int | None:
        """Give where the call stands whose bracket ends at a byte, if it may load a file that git
        tracks."""
        if is_commented_out(self.document, end - 1):
            return None
        if self._neighbours is None:
            return end - 1
        call = _CALLED_WITH.match(self._data, end, end + _LONGEST_CALL)
        given = call["given"] if call is not None else b""
        parts = _LITERAL.findall(given)
        names = {b"/".join(parts[number:]) for number in range(len(parts))} | {b".env"}
        if not parts:
            names.update(it for it in _LITERAL.findall(self._data) if b"env" in it)
        found = (self._neighbours.above(it.decode("utf-8", "replace")) for it in sorted(names))
        return end - 1 if any(it is not None and it.in_git for it in found) else None

    def _credential(self, end: int, is_meant: Callable[[Read], bool]) -> int | None:
        read = self._reads.credential(end)
        return read.place if read is not None and is_meant(read) else None

    @property
    def _data(self) -> bytes:
        return self.document.data

    @cached_property
    def _reads(self) -> Reads:
        return Reads(self._data)

    @cached_property
    def _fates(self) -> "Fates":
        from leakguard.syntax.clients import Takers  # few documents read a credential
        from leakguard.syntax.fates import Fates

        return Fates(self.document, Takers(self.handed.calls, self.settings))

    @cached_property
    def _neighbours(self) -> Neighbours | None:
        return Neighbours(self.document, self.find) if self.find is not None else None


_LOOKS: Mapping[Look, Callable[[Statements, int], int | None]] = {
    Look.OUTPUT: Statements.output,
    Look.COMMAND: Statements.command,
    Look.DEFAULT: Statements.default,
    Look.CLIENT: Statements.client,
    Look.DUMP: Statements.dump,
    Look.NAMED: Statements.named,
    Look.DOTENV: Statements.dotenv,
}

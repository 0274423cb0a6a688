"""Which statements about the environment are worth parsing: a cheap look at where values go.

A rule names the look that the statements of its triggers have to pass. It runs before libcst is
loaded, and may let through what the rule then rejects, never the reverse.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from leakguard.document import Document, Span
from leakguard.syntax.aliases import aliases, full_name
from leakguard.syntax.bounds import LONGEST
from leakguard.syntax.gate import is_commented_out
from leakguard.syntax.neighbours import Find, Neighbours
from leakguard.syntax.outlets import ANSWERS, HANDLES, QUERIES, RUNS, SENDS, SHOWN, Way
from leakguard.syntax.spans import Spans
from leakguard.syntax.uses import is_kept, leaves, reached, targets
from leakguard.syntax.variables import role_of_variable

_REACH = 400
"""Bytes in which a read of a variable stands."""

_MOST_LOOKS = 2_000
"""Places of a document that are looked at; what is beyond is left to those who parse."""

# These read from a trigger's end to the left, over the reversed text: anchored, so that no
# position is tried twice.
_CHAIN = rb"\s{0,3}(?P<chain>\w{1,60}(?:\s{0,3}\.\s{0,3}\w{1,60}){0,4})"
_READ = re.compile(rb"[\"'](?P<variable>\w{1,110})[\"']b?\s{0,60}(?P<open>[(\[])" + _CHAIN)
_WHOLE = re.compile(
    rb"(?:[,)}\]!:\n]|\(\s{0,3}(?:ypoc|smeti|seulav)\s{0,3}\.)" + _CHAIN,
)
_RENAMED = re.compile(rb"\bas[ ]\Z")
_READERS = {f"os.{it}" for it in ("getenv", "getenvb")} | {
    f"os.{name}.{method}" for name in ("environ", "environb") for method in ("get", "pop")
}
_ENVIRONS = {"os.environ", "os.environb"}
_TRIGGERING = {"environ", "environb", "getenv", "getenvb"}
"""Names that the triggers look for."""

_LOOKED_UP = rb"(?:%b)\s{0,3}(?:\.\s{0,3}(?:get|pop)\s{0,3}\(|\[)"
_CALLED = rb"(?:%b)\s{0,3}\("
_VARIABLE = rb"(?<![\w.])(?:%b)\s{0,60}b?[\"']\w{1,110}[\"']"
_TAKEN = rb"(?<![\w.])(?:%b)\s{0,3}(?:[,)}\]!:\n]|\.\s{0,3}(?:copy|items|values)\s{0,3}\()"

_FUNCTION = re.compile(rb"[ \t]*(?:async[ \t]+)?def\b")
_TEXT = re.compile(rb"[ \t]*[rRuUbBfF]{0,2}[\"']")
_LITERAL = re.compile(rb"[\"'](?P<text>[^\"'\s]{1,100})[\"']")
_CALLED_WITH = re.compile(rb"(?P<given>(?:[^()]|\([^()]*\)|\((?:[^()]|\([^()]*\))*\)){0,400})\)")


class Look(StrEnum):
    """What a statement that a trigger names has to do, as far as bytes tell."""

    OUTPUT = "output"
    """Read a credential that is printed, logged, raised or put into a URL."""
    COMMAND = "command"
    """Read a credential that is given to another process."""
    DEFAULT = "default"
    """Read a credential in the head of a function."""
    DUMP = "dump"
    """Take the whole environment, which is shown or sent."""
    DOTENV = "dotenv"
    """Load a file with variables that git tracks."""


@dataclass(frozen=True)
class Statements:
    """The statements of a Python document, as far as their bytes tell what they do."""

    document: Document
    find: Find | None = None
    """Gives the other documents of the tree, where they are known."""
    _looked: set[tuple[str, int]] = field(default_factory=set, repr=False)
    _known: dict[tuple[tuple[str, ...], tuple[Way, ...]], bool] = field(
        default_factory=dict, repr=False
    )

    def worth_parsing(self, look: str | None, end: int) -> Iterator[int]:
        """Give an offset inside each statement that passes the look: the one in which a trigger
        ends, or, if that gives `os.environ` or `os.getenv` another name, those that use it.

        Without a look, every statement passes that is not commented out.
        """
        if look is None:
            yield from () if is_commented_out(self.document, end - 1) else (end - 1,)
            return
        find, goes = _LOOKS[Look(look)]
        for it in self._places(look, end):
            self._looked.add((look, it))
            if len(self._looked) > _MOST_LOOKS:
                yield it - 1
                continue
            place = find(self, it)
            if place is None or is_commented_out(self.document, place):
                continue
            span = self.spans.at(place)
            if _TEXT.match(self.data, *span) or span[1] - span[0] > 4 * LONGEST:
                continue
            if goes(self, place, span):
                yield place

    def _places(self, look: str, end: int) -> Sequence[int]:
        """Give where names or the environment end that a trigger is about."""
        is_renamed = self.data[end - 1 : end] not in (b'"', b"'")
        if look == Look.DUMP:
            is_renamed = _RENAMED.search(self.data, end - 4, end) is not None
        if look == Look.DOTENV or not is_renamed:
            return (end,)
        if (look, -1) in self._looked:
            return ()
        self._looked.add((look, -1))  # once for all other names
        return self._renamed[look == Look.DUMP]

    @property
    def data(self) -> bytes:
        """The source."""
        return self.document.data

    @cached_property
    def spans(self) -> Spans:
        """Where each statement starts and ends."""
        return Spans(self.data)

    @cached_property
    def _aliases(self) -> Mapping[str, str]:
        return aliases(self.data)

    @cached_property
    def _renamed(self) -> tuple[list[int], list[int]]:
        """Where variables are read, and where the whole environment is taken, under names that
        the triggers do not know."""
        known = {name: full for name, full in self._aliases.items() if name not in _TRIGGERING}
        environs = b"|".join(name.encode() for name, full in known.items() if full in _ENVIRONS)
        readers = b"|".join(name.encode() for name, full in known.items() if full in _READERS)
        looked_up = [_LOOKED_UP % environs] if environs else []
        called = [_CALLED % readers] if readers else []
        reads = _VARIABLE % b"|".join((*looked_up, *called))
        return (
            [it.end() for it in re.finditer(reads, self.data)] if environs or readers else [],
            [it.end() for it in re.finditer(_TAKEN % environs, self.data)] if environs else [],
        )

    def full(self, match: re.Match[bytes]) -> str:
        """Give the full name of what a pattern found, as far as it is of the environment."""
        chain = b"".join(match["chain"].split())[::-1].decode("ascii", "replace")
        return full_name(chain, self._aliases)

    def credential(self, end: int) -> int | None:
        """Give where a credential's variable is read, by the end of its name; None if it is none,
        or is read from some other mapping that is called `environ`."""
        read = _READ.match(self._before(end))
        name = read["variable"][::-1].decode("ascii", "replace") if read is not None else ""
        if read is None or role_of_variable(name) is None:
            return None
        known = _READERS if read["open"] == b"(" else _ENVIRONS
        return end - read.end() if self.full(read) in known else None

    def environment(self, end: int) -> int | None:
        """Give where the whole environment is taken, if it is just before `end`."""
        whole = _WHOLE.match(self._before(end))
        is_it = whole is not None and self.full(whole) in _ENVIRONS
        return end - whole.end() if is_it and whole is not None else None

    def _before(self, end: int) -> bytes:
        return self.data[max(0, end - _REACH) : end][::-1]

    def tracked(self, end: int) -> int | None:
        """Give where the call stands whose bracket ends at `end`, if it may load a file that git
        tracks."""
        if self._neighbours is None:
            return end - 1
        call = _CALLED_WITH.match(self.data, end)
        given = call["given"] if call is not None else b""
        parts = _LITERAL.findall(given)
        names = {b"/".join(parts[number:]) for number in range(len(parts))} | {b".env"}
        if not parts:
            names.update(it for it in _LITERAL.findall(self.data) if b"env" in it)
        found = (self._neighbours.above(it.decode("utf-8", "replace")) for it in sorted(names))
        return end - 1 if any(it is not None and it.in_git for it in found) else None

    @cached_property
    def _neighbours(self) -> Neighbours | None:
        return Neighbours(self.document, self.find) if self.find is not None else None

    def goes_to(self, place: int, span: Span, *ways: Way) -> bool:
        """Tell whether what stands at a place may leave by one of the ways: there, or through the
        names to which the statement gives it."""
        if leaves(self.data, span, place, ways):
            return True
        if not is_kept(self.data, span, place):
            return False
        names, ways = tuple(targets(self.data, span)[0]), tuple(ways)
        if (names, ways) not in self._known:
            found = next(reached(names, self.data, self.spans, ways), None)
            self._known[names, ways] = found is not None
        return self._known[names, ways]

    def goes_out(self, place: int, span: Span) -> bool:
        """Tell whether what stands at a place may be shown or sent."""
        answers = (ANSWERS,) if HANDLES.search(self.data) else ()
        return self.goes_to(place, span, *SHOWN, SENDS, *answers)


_Find = Callable[[Statements, int], int | None]
_Goes = Callable[[Statements, int, Span], bool]

_LOOKS: Mapping[Look, tuple[_Find, _Goes]] = {
    Look.OUTPUT: (
        Statements.credential, lambda it, place, span: it.goes_to(place, span, *SHOWN, QUERIES),
    ),
    Look.COMMAND: (Statements.credential, lambda it, place, span: it.goes_to(place, span, RUNS)),
    Look.DEFAULT: (
        Statements.credential, lambda it, _, span: bool(_FUNCTION.match(it.data, *span)),
    ),
    Look.DUMP: (Statements.environment, Statements.goes_out),
    Look.DOTENV: (Statements.tracked, lambda *_: True),
}  # fmt: skip

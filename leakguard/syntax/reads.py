"""Where a document reads its environment, told from its bytes and the places of triggers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from leakguard.syntax.aliases import aliases, full_name
from leakguard.syntax.variables import role_of_variable

_REACH = 400
"""Bytes in which a read of a variable stands."""

# These read from a trigger's end to the left, over the reversed text: anchored, so that no
# position is tried twice.
_CHAIN = rb"\s{0,3}(?P<chain>\w{1,60}(?:\s{0,3}\.\s{0,3}\w{1,60}){0,4})"
_READ = re.compile(rb"[\"'](?P<variable>\w{1,110})[\"']b?\s{0,60}(?P<open>[(\[])" + _CHAIN)
_WHOLE = re.compile(rb"(?:[,)}\]!:\n]|\(\s{0,3}(?:ypoc|smeti|seulav)\s{0,3}\.)" + _CHAIN)

_ENVIRONS = {"os.environ", "os.environb"}
_GETTERS = {"os.getenv", "os.getenvb", *(f"{name}.get" for name in _ENVIRONS)}
_READERS = {*_GETTERS, *(f"{name}.pop" for name in _ENVIRONS)}
_TRIGGERING = {"environ", "environb", "getenv", "getenvb"}
"""Names that the triggers look for."""

_LOOKED_UP = rb"(?:%b)\s{0,3}(?:\.\s{0,3}(?:get|pop)\s{0,3}\(|\[)"
_CALLED = rb"(?:%b)\s{0,3}\("
_VARIABLE = rb"(?<![\w.])(?:%b)\s{0,60}b?[\"']\w{1,110}[\"']"
_TAKEN = rb"(?<![\w.])(?:%b)\s{0,3}(?:[,)}\]!:\n]|\.\s{0,3}(?:copy|items|values)\s{0,3}\()"


@dataclass(frozen=True, slots=True)
class Read:
    """A credential's variable that is read."""

    place: int
    """Where the look-up starts, in bytes."""
    variable: str
    gives_none: bool
    """Whether the look-up itself gives None for a variable that is missing."""


_PLAIN = frozenset({"os", "self", "cls"})
"""What nobody gives another meaning."""


@dataclass(frozen=True)
class Reads:
    """The reads of the environment in a source."""

    data: bytes

    def credential(self, end: int) -> Read | None:
        """Give the read in which a variable's name ends at a byte, its quote included; None if
        that is no credential, or some other mapping that is called `environ`."""
        found = _READ.match(self._before(end))
        variable = _text(found["variable"]) if found is not None else ""
        if found is None or role_of_variable(variable) is None:
            return None
        full = self._full(found)
        if full not in (_READERS if found["open"] == b"(" else _ENVIRONS):
            return None
        return Read(end - found.end(), variable, full in _GETTERS)

    def environment(self, end: int) -> int | None:
        """Give where the whole environment stands, if it is taken just before a byte."""
        found = _WHOLE.match(self._before(end))
        is_it = found is not None and self._full(found) in _ENVIRONS
        return end - found.end() if is_it and found is not None else None

    @cached_property
    def renamed(self) -> Sequence[int]:
        """Where names of variables end that are read by other names than the triggers know."""
        either = [_LOOKED_UP % self._environs] if self._environs else []
        either += [_CALLED % self._readers] if self._readers else []
        return self._ends(_VARIABLE % b"|".join(either)) if either else ()

    @cached_property
    def renamed_environment(self) -> Sequence[int]:
        """As `renamed`, where the whole environment is taken."""
        return self._ends(_TAKEN % self._environs) if self._environs else ()

    def _ends(self, pattern: bytes) -> Sequence[int]:
        return [match.end() for match in re.finditer(pattern, self.data)]

    @cached_property
    def _environs(self) -> bytes:
        return self._names(_ENVIRONS)

    @cached_property
    def _readers(self) -> bytes:
        return self._names(_READERS)

    def _names(self, meant: set[str]) -> bytes:
        known = self._aliases.items()
        names = (name for name, full in known if full in meant and name not in _TRIGGERING)
        return b"|".join(name.encode() for name in names)

    @cached_property
    def _aliases(self) -> Mapping[str, str]:
        return aliases(self.data)

    def _before(self, end: int) -> bytes:
        return self.data[max(0, end - _REACH) : end][::-1]

    def _full(self, match: re.Match[bytes]) -> str:
        name = _text(b"".join(match["chain"].split()))
        is_plain = name.partition(".")[0] in _PLAIN  # to look for other names takes time
        return name if is_plain else full_name(name, self._aliases)


def _text(reversed_text: bytes) -> str:
    return reversed_text[::-1].decode("ascii", "replace")

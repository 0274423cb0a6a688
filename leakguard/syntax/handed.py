"""Which calls and statements are worth parsing: a cheap look at what they may hand over.

Runs before libcst is loaded: it may let through what the rules then reject. Most calls of an SDK
hand over what a function was given, which no file tells.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from leakguard.context import names
from leakguard.document import Document
from leakguard.levels import Shape
from leakguard.syntax.brackets import REACH, expression, first_of, in_brackets
from leakguard.syntax.gate import is_commented_out
from leakguard.syntax.triggers import literal_before

if TYPE_CHECKING:
    from leakguard.syntax.composed import Composed

_CALLED = re.compile(rb"\(\s*(?P<name>\w+)(?!\w)(?!\s+(?:ssalc|fed)\b)")
_MOST_CALLS = 2_000
"""Calls of a document that are looked at; what is beyond is left to those who parse."""

_RENAMED = re.compile(rb"\b(?P<name>\w+)[ \t]+as[ \t]+(?P<other>\w+)")

_MOST_RENAMED = 30
NOT_RENAMED: Mapping[bytes, bytes] = MappingProxyType({})

_EMPTY = re.compile(rb"\s*\)")

_GIVEN = re.compile(rb".*[=:]\s*+\(?\s*+(?=[rbuRBU]{0,2}[\"'])", re.DOTALL)
"""What stands before the first literal of an expression."""

_AT_LITERALS = (b'"', b"'", b"+", b"%", b"[")
"""What a trigger ends with that ends with a literal, or behind one."""

_SECOND = re.compile(rb"[\"'][ \t]*,[^\"'\n]{0,80}[\"']\Z")
"""A literal behind another one, as far as it begins."""

_KEYWORD = re.compile(rb"\s*\w+\s*=(?!=)")
_OWNER = re.compile(rb"\(\s*\w+\s*\.\s*(?P<name>\w+)")
_LITERAL_OWNER = re.compile(rb"(?P<method>\(\s*\w+\s*\.\s*)(?=[\"'])")
_WORD = re.compile(rb"\w+")
_PASSED_WORD = re.compile(rb",\s*[rbu]?([\"'])[a-z][a-z_.\-]{5,63}\1\s*(?:,|\)|$)", re.IGNORECASE)
_NAMED_WORD = re.compile(
    rb"(?:pass\w*|pwd|\bpw)\s*=\s*[rbu]?([\"'])[A-Za-z][A-Za-z_.\-]{5,63}\1", re.IGNORECASE
)
"""A word where a package takes a password."""


class _Asked(NamedTuple):
    """What a call asks for in its brackets."""

    named: re.Pattern[bytes]
    """The parameters that take credentials, up to the sign that gives them a value."""
    place: int
    """Where the first of them stands, from 0; -1 if none has a place."""


@dataclass(frozen=True)
class Handed:
    """What the calls and assignments of a Python document may hand over, told by its bytes."""

    document: Document
    calls: Mapping[str, Sequence[tuple[str, str, int]]]
    """What each call of an SDK takes, by the last part of its name: the package, the parameters
    for credentials, and the place of the first of them, from 0, or -1 if none has one."""
    packages: frozenset[str | None]
    """Those of the packages that the document imports by themselves; with None, also others."""
    explain: bool = False
    """Whether calls count that are handed nothing but what is rejected."""
    modules: frozenset[bytes] = frozenset()
    """As those of `Composed`."""
    _looked_at: set[int] = field(default_factory=set, repr=False)
    _asked: dict[bytes, list[_Asked]] = field(default_factory=dict, repr=False)

    @cached_property
    def imports_takers(self) -> bool:
        """Whether the document imports a package of which a call takes credentials."""
        return bool(self._takers)

    @cached_property
    def renamed(self) -> Mapping[bytes, bytes]:
        """What this document calls calls of SDKs, with their own names: `{b"KC": b"Client"}`."""
        given = (it for one in self._composed.imports for it in _RENAMED.finditer(one.group()))
        known = (it for it in given if it["name"].decode() in self.calls)
        return {it["other"]: it["name"] for it in islice(known, _MOST_RENAMED)}

    def takes_credentials(self, end: int, renamed: Mapping[bytes, bytes] = NOT_RENAMED) -> bool:
        """Tell whether the bracket that ends at `end`, in bytes, may open a call of an SDK that
        is handed a credential: its package has to be imported, one of its parameters,
        if it has any, in the brackets, and there a literal, or a name that is given one.

        `renamed` gives the own names of calls that have another one here.
        """
        data = self._data
        name = _CALLED.match(data[max(0, end - 80) : end][::-1])
        asked = self._asked_by(name["name"][::-1], renamed) if name is not None else []
        if not asked or _EMPTY.match(data, end):
            return False
        self._looked_at.add(end)
        if len(self._looked_at) > _MOST_CALLS:
            return True
        inside = in_brackets(data, end)
        given = list(_given(inside, asked))
        if not given:
            return False
        has_value = any(map(self._has_value, given)) or _has_word(
            inside, is_placed=any(it.place >= 0 for it in asked)
        )
        return has_value and not is_commented_out(self.document, end - 1)

    def is_named(self, end: int) -> bool:
        """Tell whether the statement of which a literal, a bracket or a name of it ends or begins
        at `end`, in bytes, may give a credential's name a value."""
        data, last = self._data, self._data[max(0, end - 20) : end].rstrip()[-1:]
        if last == b"(":
            inside = in_brackets(data, end)
            is_known = self._composed.are_known(inside, any) or self._is_owned(end)
            return is_known or self._composed.may_be_made(inside) or self._is_stripped(end)
        if last not in _AT_LITERALS:
            return self._is_of_names(end)
        start = data.rfind(b"\n", max(0, end - REACH), end - 1) + 1 or max(0, end - REACH)
        targets = data[start:end].split(b"=")[0]
        if b"," in targets:
            if not any(map(_has_role, _WORD.findall(targets))):
                return False
        elif _SECOND.search(data, start, end):
            return False  # a name that is given several values is none of each
        if data[start : end - 1].rstrip().endswith((b"[", b"(", b"{")):
            return True  # the first of many
        given = _GIVEN.match(data, start, end)
        made = expression(data, given.end() if given else start, end + REACH)
        return self._composed.may_be_made(made)

    def _is_of_names(self, end: int) -> bool:
        """Whether names that are all known make what is given in the statement at a byte."""
        data = self._data
        start = data.rfind(b"=", max(0, end - REACH), end) + 1
        given = expression(data, start, end + REACH) if start else b""
        if data[end - 1 : end] == b"}":
            return self._composed.are_slots_known(given)
        return self._composed.are_known(first_of(given))

    def _is_owned(self, end: int) -> bool:
        """Whether the bracket at a byte is that of a method of a name that is known."""
        owner = _OWNER.match(self._data[max(0, end - 80) : end][::-1])
        return owner is not None and self._composed.is_known([owner["name"][::-1]])

    def _is_stripped(self, end: int) -> bool:
        """Whether the bracket at a byte is that of a method of a literal that may be a credential
        but for what stands around it."""
        data = self._data
        owner = _LITERAL_OWNER.match(data[max(0, end - 80) : end][::-1])
        span = literal_before(data, end - owner.end("method")) if owner is not None else None
        if span is None:
            return False
        from leakguard.values import reason_against  # few statements have such a call

        return reason_against(self.document.text(*span).strip(), Shape.PASSWORD) is None

    def _has_value(self, inside: bytes) -> bool:
        is_literal = self.explain and self._composed.has_literal(inside)
        return is_literal or self._composed.may_hold(inside)

    def _asked_by(self, name: bytes, renamed: Mapping[bytes, bytes]) -> list[_Asked]:
        """What the calls of a name ask for in their brackets, of the packages that the document
        imports."""
        if name not in self._asked:
            own = renamed.get(name, name)
            takers = self.calls.get(own.decode("ascii", "replace"), ())
            named = {(words, place) for package, words, place in takers if package in self._takers}
            self._asked[name] = [
                _Asked(re.compile(rb"\b(?:%b)\s*=" % b"|".join(words.encode().split())), place)
                for words, place in sorted(named)
            ]
        return self._asked[name]

    @cached_property
    def _takers(self) -> frozenset[str]:
        """The packages that are imported, of those of which a call takes credentials."""
        if None not in self.packages:
            return frozenset(filter(None, self.packages))
        words = {
            word.decode() for it in self._composed.imports for word in _WORD.findall(it.group())
        }
        return frozenset(it for takers in self.calls.values() for it, *_ in takers if it in words)

    @cached_property
    def _composed(self) -> "Composed":
        from leakguard.syntax.composed import Composed  # few documents hand anything over

        return Composed(self._data, self.modules)

    @property
    def _data(self) -> bytes:
        return self.document.data


def _given(inside: bytes, asked: Iterable[_Asked]) -> Iterator[bytes]:
    """Give what a call hands to the parameters that take credentials, by their names or places."""
    for it in asked:
        yield from (first_of(inside[named.end() :]) for named in it.named.finditer(inside))
        if it.place >= 0:
            yield from _placed(inside, it.place)


def _placed(inside: bytes, first: int) -> Iterator[bytes]:
    """Give what stands without a name in a call's brackets, from a place on, counted from 0; where
    something is unpacked before it, from there."""
    place, rest = 0, inside
    while rest:
        given = first_of(rest)
        rest = rest[len(given) + 1 :]
        is_unpacked = given.lstrip().startswith(b"*")
        if is_unpacked:
            first = min(first, place)
        if place >= first and (is_unpacked or not _KEYWORD.match(given)):
            yield given
        place += 1


def _has_role(word: bytes) -> bool:
    name = word.decode("ascii", "replace")
    return names.role(name) is not None and names.other_thing(name) is None


def _has_word(inside: bytes, *, is_placed: bool) -> bool:
    """Whether a call may be handed a password that is a word, by its name or by its place."""
    return bool(_NAMED_WORD.search(inside) or (is_placed and _PASSED_WORD.search(inside)))

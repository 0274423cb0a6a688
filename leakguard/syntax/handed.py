"""Which calls and statements are worth parsing: a cheap look at what they may hand over.

Runs before libcst is loaded: it may let through what the rules then reject. Most calls of an SDK
hand over what a function was given, which no file tells.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from leakguard import names
from leakguard.candidate import Shape
from leakguard.document import Document
from leakguard.syntax.gate import is_commented_out
from leakguard.values import reason_against

_CALLED = re.compile(rb"\(\s*(?P<name>\w+)(?!\w)(?!\s+(?:ssalc|fed)\b)")
_BRACKETS = 600
"""Bytes of a call that are looked at."""

_MOST_CALLS = 2_000
"""Calls of a document that are looked at; what is beyond is left to those who parse."""

_BRACKET = re.compile(rb"[()\[\]{}]")
_STOP = re.compile(rb"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|[()\[\]{}]|(?<!\\)\n", re.DOTALL)
"""A literal, which is passed over, or what may end an expression."""

_EMPTY = re.compile(rb"\s*\)")
_LITERAL = re.compile(rb"\"([^\"\n]{0,600})\"|'([^'\n]{0,600})'")
"""Also one too short for a credential: its closing quote would open another."""
_OPERATION = re.compile(rb"[\"'][ \t\r\n]*(?:[\"'+%\[]|\.[ ]?(?:join|format|replace)\b)")
"""What makes a value of others."""

_NUMBERS = re.compile(rb"\bchr\b|[\[(][ ]{0,4}\d{1,3}[ ]{0,4},[ ]{0,4}\d{1,3}[ ]{0,4},")
"""Characters by their numbers."""

_GIVEN = re.compile(rb".*[=:]\s*+\(?\s*+(?=[rbuRBU]{0,2}[\"'])", re.DOTALL)
"""What stands before the first literal of an expression."""

_NAME = re.compile(rb"(?<![\w\"'])[A-Za-z_]\w*(?!\w|\s*=(?!=))")
_OF_NOBODY = frozenset(b"self cls None True False os and or not if else for in is lambda".split())
_BOUND = re.compile(
    rb"[\"']?\]?[ \t]*+(?:[:,)][^=\n]{0,80})?[+|:]?=(?!=)"
    rb"(?:[^\n\"'#]{0,120}[\"']|\s*+[(\[{]\s*+[rbuRBU]{0,2}[\"']|[ \t]*[\w.]+[ \t]*\r?\n)"
)
"""What stands behind a name that is given a literal, or the value of another name."""

_MOST_PLACES = 200
"""Occurrences of a name that are looked at."""

_IMPORTED = re.compile(
    rb"from[ \t]+(?P<module>[\w.]+)[ \t]+import[ \t]*(?P<names>\([^)]{0,2000}|[^\n]{0,300})"
    rb"|import[ \t]+(?P<modules>[^\n]{0,300})"
)
_WORD = re.compile(rb"\w+")
_AROUND = 300
_FEW = 8
"""Letters and digits of the literals in an expression that are too few for a credential."""


@dataclass(frozen=True)
class Handed:
    """What the calls and assignments of a Python document may hand over, told by its bytes."""

    document: Document
    calls: Mapping[str, Sequence[Sequence[str]]]
    """(package, parameters) of each call of an SDK, by the last part of its name."""
    packages: frozenset[str | None]
    """Those of the packages that the document imports by themselves; with None, also others."""
    explain: bool = False
    """Whether calls count that are handed nothing but what is rejected."""
    _looked_at: set[int] = field(default_factory=set, repr=False)
    _asked: dict[bytes, list[re.Pattern[bytes] | None]] = field(default_factory=dict, repr=False)
    _bound: dict[bytes, bool] = field(default_factory=dict, repr=False)

    @cached_property
    def imports_takers(self) -> bool:
        """Whether the document imports a package of which a call takes credentials."""
        return bool(self._takers)

    def takes_credentials(self, end: int) -> bool:
        """Tell whether the bracket that ends at `end`, in bytes, may open a call of an SDK that
        is handed a credential: its package has to be imported, one of its parameters,
        if it has any, in the brackets, and there a literal, or a name that is given one."""
        data = self._data
        name = _CALLED.match(data[max(0, end - 80) : end][::-1])
        asked = self._asked_by(name["name"][::-1]) if name is not None else []
        if not asked or _EMPTY.match(data, end):
            return False
        self._looked_at.add(end)
        if len(self._looked_at) > _MOST_CALLS:
            return True
        inside = _in_brackets(data, end)
        if not any(it is None or it.search(inside) for it in asked):
            return False
        return self._has_value(inside) and not is_commented_out(self.document, end - 1)

    def is_named(self, end: int) -> bool:
        """Tell whether the statement of which a literal, or a bracket of it, ends or begins at
        `end`, in bytes, may give a credential's name a value."""
        data = self._data
        start = data.rfind(b"\n", max(0, end - _AROUND), end - 1) + 1 or max(0, end - _AROUND)
        if data[end - 1 : end] == b"(":
            return self._has_value(_in_brackets(data, end))
        targets = data[start:end].split(b"=")[0]
        if b"," in targets and not any(map(_has_role, _WORD.findall(targets))):
            return False
        if data[start : end - 1].rstrip().endswith((b"[", b"(", b"{")):
            return True  # the first of many
        given = _GIVEN.match(data, start, end)
        if given is None and b'"' not in data[start:end] and b"'" not in data[start:end]:
            return self._has_value(data[start:end].partition(b"=")[2])
        return _may_be_made(_expression(data, given.end() if given else start, end + _AROUND))

    def _asked_by(self, name: bytes) -> list[re.Pattern[bytes] | None]:
        """What the calls of a name ask for in their brackets, of the packages that the document
        imports: a pattern of parameters, or nothing."""
        if name not in self._asked:
            takers = self.calls.get(name.decode("ascii", "replace"), ())
            named = {words for package, words in takers if package in self._takers}
            self._asked[name] = [
                re.compile(rb"\b(?:%b)\s*=" % b"|".join(words.encode().split())) if words else None
                for words in sorted(named)
            ]
        return self._asked[name]

    @cached_property
    def _takers(self) -> frozenset[str]:
        """The packages that are imported, of those of which a call takes credentials."""
        if None not in self.packages:
            return frozenset(filter(None, self.packages))
        words = {word.decode() for it in self._imports for word in _WORD.findall(it.group())}
        return frozenset(it for takers in self.calls.values() for it, _ in takers if it in words)

    def _has_value(self, inside: bytes) -> bool:
        if _may_be_made(inside) or (self.explain and _LITERAL.search(inside)):
            return True
        found = set(_NAME.findall(inside)) - _OF_NOBODY
        return any(it in self._imported or self._is_bound(it) for it in found)

    def _is_bound(self, name: bytes) -> bool:
        """Whether a literal is given to a name anywhere in the document."""
        if name not in self._bound:
            self._bound[name] = self._find_bound(name)
        return self._bound[name]

    def _find_bound(self, name: bytes) -> bool:
        data, place = self._data, -1
        for _ in range(_MOST_PLACES):
            place = data.find(name, place + 1)
            if place < 0:
                return False
            if _BOUND.match(data, place + len(name)) and not _WORD.match(data[place - 1 : place]):
                return True
        return True  # so often that nobody knows

    @cached_property
    def _imported(self) -> frozenset[bytes]:
        """The names that come from other modules, but for those of a package that takes
        credentials itself: of these none is one."""
        found = {
            word
            for it in self._imports
            if (it["module"] or b"").partition(b".")[0].decode() not in self._own
            for word in _WORD.findall(it["names"] or it["modules"])
        }
        return frozenset(found - {it.encode() for it in self._own})

    @cached_property
    def _imports(self) -> list[re.Match[bytes]]:
        data, found = self._data, list[re.Match[bytes]]()
        place = data.find(b"import")
        while place >= 0:
            line_start = data.rfind(b"\n", 0, place) + 1
            start = data.rfind(b"from", line_start, place)
            match = _IMPORTED.match(data, place if start < 0 else start)
            found += [match] if match is not None else []
            place = data.find(b"import", place + 6)
        return found

    @cached_property
    def _own(self) -> frozenset[str]:
        import sys

        packages = {it for takers in self.calls.values() for it, _ in takers}
        return frozenset(packages | sys.stdlib_module_names)

    @property
    def _data(self) -> bytes:
        return self.document.data


def _may_be_made(text: bytes) -> bool:
    """Whether a text holds a literal that may be a credential, or of which one may be made."""
    literals = [first or second for first, second in _LITERAL.findall(text)]
    texts = (it.decode("utf-8", "replace") for it in literals)
    if any(reason_against(it, Shape.PASSWORD) is None for it in texts):
        return True
    if _NUMBERS.search(text):
        return True
    is_made = _OPERATION.search(text) is not None
    return is_made and sum(map(str.isalnum, b"".join(literals).decode("latin-1"))) >= _FEW


def _in_brackets(data: bytes, start: int) -> bytes:
    """The text from an opening bracket to where it closes, or as far as one looks."""
    depth = 0
    for match in _BRACKET.finditer(data, start, start + _BRACKETS):
        depth += 1 if match.group() in b"([{" else -1
        if depth < 0:
            return data[start : match.start()]
    return data[start : start + _BRACKETS]


def _expression(data: bytes, start: int, limit: int) -> bytes:
    """The text from a byte to where the expression ends that begins there, or as far as one
    looks: at a line's end outside of brackets, or where a bracket closes that opened before."""
    depth = 1 if data[max(0, start - _AROUND) : start].rstrip().endswith(b"(") else 0
    for match in _STOP.finditer(data, start, limit):
        stop = match.group()
        if stop in b"([{":
            depth += 1
        elif stop in b")]}":
            depth -= 1
            if depth < 0:
                return data[start : match.start()]
        elif stop == b"\n" and depth == 0:
            return data[start : match.start()]
    return data[start:limit]


def _has_role(word: bytes) -> bool:
    name = word.decode("ascii", "replace")
    return names.role(name) is not None and names.other_thing(name) is None

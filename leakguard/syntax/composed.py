"""Whether an expression may be made of what a document holds: literals, and names that are given
some. A cheap look at its bytes, before libcst is loaded."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from leakguard.levels import Shape
from leakguard.syntax.brackets import first_of, in_brackets
from leakguard.values import reason_against

_LITERAL = re.compile(rb"\"([^\"\n]{0,600})\"|'([^'\n]{0,600})'")
"""Also one too short for a credential: its closing quote would open another."""

_OPERATION = re.compile(
    rb"[\"'][ \t\r\n\\]*"
    rb"(?:[\"'\[]|(?P<sum>[+%])|\.[ ]?(?P<method>join|format|replace)\b\s*\(?)"
)
"""What makes a value of others."""

_OPERAND = re.compile(
    rb"(?<![\w\"'.])(?P<owner>(?:[A-Za-z_]\w*+\.)*+)(?P<last>[A-Za-z_]\w*+)(?P<call>\s*+\()?"
)
"""A name that stands for a part of a value, or a call, whose owner may."""

_SLOT = re.compile(rb"\{([A-Za-z_][\w.]*)")
_IN_SLOTS = re.compile(rb"\{([^{}]*)\}")
_FORMAT = re.compile(rb"%[sdr(]")
_BRANCHES = re.compile(rb"\b(?:if|or|for)\b")
"""What gives an expression several values, each of which may be made by itself."""

_NUMBERS = re.compile(rb"\bchr\b|[\[(][ ]{0,4}\d{1,3}[ ]{0,4},[ ]{0,4}\d{1,3}[ ]{0,4},")
"""Characters by their numbers."""

_NAME = re.compile(rb"(?<![\w\"'])[A-Za-z_]\w*(?!\w|\s*=(?!=))")
_OF_NOBODY = frozenset(b"self cls None True False os and or not if else for in is lambda".split())

FOLDED = frozenset(
    b"str bytes bytearray repr chr reversed SecretStr SecretBytes dedent cleandoc expandvars intern"
    b" b64decode standard_b64decode decodebytes decodestring a2b_base64 urlsafe_b64decode b32decode"
    b" b16decode b85decode a85decode fromhex unhexlify a2b_hex decompress unquote unescape"
    b" b64encode standard_b64encode urlsafe_b64encode encode decode join format get replace"
    b" strip lstrip rstrip lower upper title swapcase capitalize casefold removeprefix removesuffix"
    b" list tuple map range enumerate int".split()
)
"""The last parts of the calls whose result can be told: that of any other is unknown."""

_BOUND = re.compile(
    rb"[\"']?\]?[ \t]*+(?:[:,)][^=\n]{0,80})?[+|:]?=(?!=)"
    rb"(?:[^\n\"'#]{0,120}[\"']|\s*+[(\[{]\s*+[rbuRBU]{0,2}[\"']"
    rb"|[ \t]*(?P<other>[A-Za-z_][\w.]*)[ \t]*\r?\n)"
)
"""What stands behind a name that is given a literal, or the value of another name."""

_BOUND_ALONE = re.compile(
    rb"[\"']?\]?[ \t]*+(?::[^=\n,)]{1,80}|,[^=\n]{0,80})?[+|:]?=(?!=)"
    rb"(?:[\s\\]*+(?:[(\[{]\s*+(?:\#[^\n]*+\s*+)?[rbuRBU]{0,2}[\"']"
    rb"|[rbuRBU]{0,2}[\"'](?=[^\"'\n]{3}))|[ \t]*(?:self\.)?(?P<other>\w+)[ \t]*\r?\n)"
)
"""The same, where nothing else stands before the literal, but for the bracket of a collection."""

_OTHERS = re.compile(rb"[\"']?\]?[ \t]*,")
_TARGETS = re.compile(rb"[ \t]*+[(\[]?[\w., \t*]*+")
"""What stands on its line before one of several names that are given values, and not before one of
those that a call is handed: `send(url, headers, data="…")`."""

_LONGEST_LINE = 1_000
"""Bytes before a name in which its line begins."""

_MOST_PLACES = 200
"""Occurrences of a name that are looked at."""

_IMPORTED = re.compile(
    rb"from[ \t]+(?P<module>[\w.]+)[ \t]+import[ \t]*(?P<names>\([^)]{0,2000}|[^\n]{0,300})"
    rb"|import[ \t]+(?P<modules>[^\n]{0,300})"
)
_WORD = re.compile(rb"\w+")
_FEW = 8
"""Letters and digits of the literals in an expression that are too few for a credential."""


@dataclass(frozen=True)
class Composed:
    """What expressions of a Python document may be made of."""

    data: bytes
    modules: frozenset[bytes] = frozenset()
    """Those that give out no credentials: Python's own, and those that take them themselves."""
    _bound: dict[tuple[bytes, re.Pattern[bytes]], bool] = field(default_factory=dict, repr=False)

    def may_be_made(self, text: bytes) -> bool:
        """Tell whether `text` holds a literal that may be a credential, or of which one may be
        made."""
        literals = [first or second for first, second in _LITERAL.findall(text)]
        texts = (it.decode("utf-8", "replace") for it in literals if not _FORMAT.search(it))
        if any(reason_against(it, Shape.PASSWORD) is None for it in texts):
            return True
        if _NUMBERS.search(text):
            return True
        if not any(self._is_made(text, it) for it in _OPERATION.finditer(text)):
            return False
        if sum(map(str.isalnum, b"".join(literals).decode("latin-1"))) >= _FEW:
            return True
        return any(map(self.is_known, _operands(text)))

    def has_literal(self, text: bytes) -> bool:
        """Tell whether a literal stands in a text, whatever it is."""
        return _LITERAL.search(text) is not None

    def may_hold(self, text: bytes) -> bool:
        """Tell the same, or whether a name stands there that is given a literal, or imported."""
        return self.may_be_made(text) or any(
            it in self._imported or self._is_bound(it)
            for it in set(_NAME.findall(_LITERAL.sub(_slots_of, text))) - _OF_NOBODY
        )

    def are_slots_known(self, text: bytes) -> bool:
        """Tell whether all names in the slots of a formatted string are known."""
        slots = _SLOT.findall(text)
        return bool(slots) and all(self.is_known(it.split(b".")) for it in slots)

    def are_known(
        self, text: bytes, every: Callable[[Iterable[bool]], bool] = all, *, some: bool = True
    ) -> bool:
        """Tell whether all the parts of an expression are known, or any of them; `some` says
        whether it has to have one."""
        operands = _operands(text)
        return every(map(self.is_known, operands)) if operands else not some

    def is_known(self, parts: Sequence[bytes]) -> bool:
        """Tell whether one of the parts of a dotted name is given a literal, or imported."""
        own = set(parts) - _OF_NOBODY
        return any(it in self._imported or self._is_bound(it, _BOUND_ALONE) for it in own)

    def _is_made(self, text: bytes, operation: re.Match[bytes]) -> bool:
        """Whether an operation makes something that can be told of a literal."""
        end = operation.end()
        if operation["sum"]:
            behind = text[end:].lstrip()
            inside = in_brackets(behind, 1) if behind.startswith(b"(") else first_of(behind)
            return bool(_BRANCHES.search(inside)) or self.are_known(inside, some=False)
        if operation["method"]:
            every = any if operation["method"] == b"join" else all
            return self.are_known(in_brackets(text, end), every, some=False)
        return True

    def _is_bound(self, name: bytes, behind: re.Pattern[bytes] = _BOUND) -> bool:
        """Whether a literal is given to a name anywhere in the document."""
        if (name, behind) not in self._bound:
            self._bound[name, behind] = False  # of a name that is given its own value
            self._bound[name, behind] = self._find_bound(name, behind)
        return self._bound[name, behind]

    def _find_bound(self, name: bytes, behind: re.Pattern[bytes]) -> bool:
        data, place = self.data, -1
        for _ in range(_MOST_PLACES):
            place = data.find(name, place + 1)
            if place < 0:
                return False
            given = behind.match(data, place + len(name))
            if given is None or _WORD.match(data[place - 1 : place]):
                continue
            if _OTHERS.match(given.group()) and not _is_target(data, place):
                continue
            if given["other"] is None or self._is_other_bound(given["other"], behind):
                return True
        return True  # so often that nobody knows

    def _is_other_bound(self, dotted: bytes, behind: re.Pattern[bytes]) -> bool:
        """Whether a name whose value is given to another has a literal, or comes from elsewhere."""
        parts = set(dotted.split(b".")) - _OF_NOBODY
        is_imported = behind is _BOUND and not self._imported.isdisjoint(parts)
        return is_imported or any(self._is_bound(it, behind) for it in parts)

    @cached_property
    def _imported(self) -> frozenset[bytes]:
        """The names that come from modules that may give out credentials."""
        found = {
            word
            for it in self.imports
            if (it["module"] or b"").partition(b".")[0] not in self.modules
            for word in _WORD.findall(it["names"] or it["modules"])
        }
        return frozenset(found - self.modules)

    @cached_property
    def imports(self) -> list[re.Match[bytes]]:
        """The import statements of the document."""
        data, found = self.data, list[re.Match[bytes]]()
        place = data.find(b"import")
        while place >= 0:
            line_start = data.rfind(b"\n", 0, place) + 1
            start = data.rfind(b"from", line_start, place)
            match = _IMPORTED.match(data, place if start < 0 else start)
            found += [match] if match is not None else []
            place = data.find(b"import", place + 6)
        return found


def _is_target(data: bytes, place: int) -> bool:
    line_start = data.rfind(b"\n", max(0, place - _LONGEST_LINE), place) + 1
    return _TARGETS.fullmatch(data, line_start, place) is not None


def _slots_of(literal: re.Match[bytes]) -> bytes:
    """What stands in the slots of a literal, if it is formatted, in place of it."""
    return b'""' + b" ".join(_IN_SLOTS.findall(literal.group()))


def _operands(text: bytes) -> list[list[bytes]]:
    """The parts of each name of which an expression is made; of a call whose result can be told,
    those of its owner; nothing that is known of any other."""
    found: list[list[bytes]] = []
    for match in _OPERAND.finditer(_LITERAL.sub(b'""', text)):
        parts = match["owner"].split(b".")[:-1]
        if match["call"] is None:
            parts.append(match["last"])
        elif match["last"] not in FOLDED:
            found.append([])
            continue
        if parts and not _OF_NOBODY.issuperset(parts):
            found.append(parts)
    return found

"""Whether a statement is small and flat enough for libcst.

libcst's parser crashes the process on deep nesting and on long chains of operators, which no
`except` can help, and nested targets of `case` and `del` take it exponential time. One pass over
the tokens bounds all of it before it sees them.
"""

import re
from dataclasses import dataclass, field

LONGEST = 20_000
"""Characters of a statement; a longer literal is data, which the text rules read."""

DEEPEST = 40
"""Brackets within brackets: over 90 of them libcst takes seven times as long as over 40."""

DEEPEST_TARGET = 6
"""Brackets within brackets after `case` and `del`: each further one takes libcst four times as
long."""

LONGEST_CHAIN = 300
"""Operators, attributes, calls and subscripts that hang on each other, through all brackets."""

_DEEPEST_STRING = 4
"""Formatted strings within formatted strings."""

_UNCLOSED = 50
"""What a formatted string adds to a chain that holds its own quotes in its brackets: where it
ends cannot be told, and libcst takes long over such within such."""

_TARGET = re.compile(r"case\b|(?:.*?[;:]\s*)?del\b", re.DOTALL)

_HEADS = {"lambda": ":", "for": "in"}
"""What ends the part of an expression in which commas separate names."""

_TOKEN = re.compile(
    r"""
      (?P<string> \"\"\" [^"\\]*+ (?: (?: \\. | "(?!"") ) [^"\\]*+ )*+ (?: \"\"\" | \\?\Z )
        | ''' [^'\\]*+ (?: (?: \\. | '(?!'') ) [^'\\]*+ )*+ (?: ''' | \\?\Z )
        | " [^"\\\r\n]*+ (?: \\. [^"\\\r\n]*+ )*+ (?: " | (?=[\r\n]) | \\?\Z )
        | ' [^'\\\r\n]*+ (?: \\. [^'\\\r\n]*+ )*+ (?: ' | (?=[\r\n]) | \\?\Z ) )
    | \# [^\r\n]*+
    | (?P<opening> [(\[{] )
    | (?P<closing> [)\]}] )
    | (?P<colon> :(?!=) )
    | (?P<break> [,;] | (?<![=!<>:+*/%&|^@-])=(?!=) )
    | (?P<operator> [-+*/%&|^~@.<>!=:]+ )
    | (?P<word> \b (?: and | or | not | in | is | if | else | await | lambda | for ) \b )
    """,
    re.VERBOSE | re.DOTALL,
)


def is_within_bounds(statement: str) -> bool:
    """Tell whether libcst can parse `statement` without danger to the process."""
    if len(statement) > LONGEST:
        return False
    deepest = DEEPEST_TARGET if _TARGET.match(statement) else DEEPEST
    return _is_flat(statement, _Depth(deepest, LONGEST_CHAIN))


@dataclass
class _Level:
    """What stands between two brackets."""

    chain: int = 0
    """Links since the last comma."""
    below: int = 0
    """The longest chain inside brackets that were closed since then; the links add to it."""
    longest: int = 0
    """The longest chain of all, those inside brackets included."""
    heads: list[str] = field(default_factory=list)
    """What ends each `lambda …` and `for …` that is open: a comma before it separates no parts."""

    def hold(self, chain: int) -> None:
        self.below = max(self.below, chain)

    def part(self) -> int:
        """Begin anew, and give how many links that ends."""
        links = self.chain
        self.longest = max(self.longest, links + self.below)
        self.chain = self.below = 0
        return links


@dataclass
class _Depth:
    """How deep the parser is at one place of a statement, and how deep it may be."""

    brackets: int
    chain: int
    strings: int = _DEEPEST_STRING
    """All three: what is left."""
    levels: list[_Level] = field(default_factory=lambda: [_Level()])

    def inner(self) -> "_Depth":
        """Give what a formatted string may hold that stands here."""
        return _Depth(self.brackets, self.chain, self.strings - 1)

    @property
    def is_safe(self) -> bool:
        return min(self.brackets, self.chain - self.levels[-1].below, self.strings) >= 0

    def grow(self, by: int) -> None:
        self.levels[-1].chain += by
        self.chain -= by

    def open(self) -> None:
        self.brackets -= 1
        self.levels.append(_Level())

    def close(self) -> None:
        if len(self.levels) > 1:
            self.brackets += 1
            closed = self.levels.pop()
            self.chain += closed.part()
            self.levels[-1].hold(closed.longest)

    def part(self) -> None:
        """`a = b = …` and `a, b, …` are lists to the parser; each part starts anew."""
        if not self.levels[-1].heads:
            self.chain += self.levels[-1].part()

    def head(self, word: str) -> None:
        heads = self.levels[-1].heads
        if word in _HEADS:
            heads.append(_HEADS[word])
        elif heads and word == heads[-1]:
            heads.pop()

    def string(self, text: str) -> bool:
        """Take a formatted string in; tell whether what it holds is flat."""
        self.grow(_UNCLOSED if text.count("{") > text.count("}") else 0)
        inner = self.inner()
        is_flat = inner.is_safe and _is_flat(text.strip("\"'"), inner)
        inner.levels[-1].part()
        self.levels[-1].hold(max(level.longest for level in inner.levels))
        return is_flat


_GROWTH = {"opening": 1, "string": 1, "word": 1}


def _is_flat(text: str, depth: _Depth) -> bool:
    for match in _TOKEN.finditer(text):
        kind, found = match.lastgroup or "", match.group()
        depth.grow(len(found) if kind == "operator" else _GROWTH.get(kind, 0))
        if kind == "opening":
            depth.open()
        elif kind == "closing":
            depth.close()
        elif kind == "break":
            depth.part()
        elif kind == "string" and _is_formatted(text, match.start()) and not depth.string(found):
            return False
        depth.head(found)
        if not depth.is_safe:
            return False
    return True


def _is_formatted(text: str, start: int) -> bool:
    """Whether the string that starts at `start` is an f-string, which holds expressions."""
    return any(letter in "fFtT" for letter in text[max(0, start - 2) : start])

"""Where a text says again, plainly or in an encoding, a part of a value that must not be seen.

Beside the key `apiKey="0a1b2c…"` may stand `uid="0a1b2c3d4"`, and in the output of a notebook the
same key as `%30%61%31…`: the mask of the value alone hides neither.
"""

import binascii
import re
from collections.abc import Iterable, Iterator

from leakguard.document import Span
from leakguard.values.randomness import is_random

SHORTEST = 8
"""Characters in a row that are a part of a value, and no accident."""

_LONGEST = 4096
"""Characters of a value whose parts are looked for; nothing longer fits into a line shown."""

_SCHEME = re.compile(r"(?:https?|wss?)://")
"""How an address begins that is a credential, such as a webhook, and any other address."""

_UNIT = re.compile(
    r"%(?P<percent>[2-7][0-9A-Fa-f]) | \\{1,8}(?:x|u00)(?P<escape>[2-7][0-9A-Fa-f])"
    r"| &\#x(?P<entity>[2-7][0-9A-Fa-f]); | &\#(?P<decimal>[0-9]{2,3}); | .",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"%[2-7]|\\(?:x|u00)[2-7]|&#")
_HEXADECIMAL = re.compile(rf"[0-9A-Fa-f]{{{2 * SHORTEST},}}")
_BASE64 = re.compile(rf"[A-Za-z0-9+/_-]{{{4 * SHORTEST // 3},}}")
_STANDARD = str.maketrans("-_", "+/")


def parts(values: Iterable[str]) -> frozenset[str]:
    """Give every `SHORTEST` characters in a row of the values.

    Of what somebody made up those alone that are no words: `password` stands in many a line.
    """
    found: set[str] = set()
    for whole in values:
        scheme = _SCHEME.match(whole)
        value = whole[scheme.end() if scheme else 0 :][:_LONGEST]
        every = {value[at : at + SHORTEST] for at in range(len(value) - SHORTEST + 1)}
        found |= every if is_random(value) else {it for it in every if not it.isalpha()}
    return frozenset(found)


def echoes(text: str, known: frozenset[str]) -> list[Span]:
    """Give where `text` holds some of `known`, which `parts` gave: ranges of characters that do
    not overlap, in order."""
    if not known:
        return []
    joined: list[Span] = []
    for start, end in sorted(_found(text, known)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _found(text: str, known: frozenset[str]) -> Iterator[Span]:
    for at in _starts(text, known):
        yield at, at + SHORTEST
    if _ESCAPED.search(text):
        units = list(_UNIT.finditer(text))
        for at in _starts("".join(map(_character, units)), known):
            yield units[at].start(), units[at + SHORTEST - 1].end()
    for run in _HEXADECIMAL.finditer(text):
        for skipped in range(2):
            digits = run[0][skipped:]
            said = bytes.fromhex(digits[: len(digits) // 2 * 2]).decode("latin-1")
            for at in _starts(said, known):
                start = run.start() + skipped + 2 * at
                yield start, start + 2 * SHORTEST
    for run in _BASE64.finditer(text):
        for skipped in range(4):
            digits = run[0][skipped:].translate(_STANDARD)
            digits = digits[: len(digits) - (len(digits) % 4 == 1)]
            said = binascii.a2b_base64(digits + "=" * (-len(digits) % 4)).decode("latin-1")
            for at in _starts(said, known):
                start = run.start() + skipped + 4 * at // 3
                yield start, min(run.end(), start + 4 * SHORTEST // 3 + 2)


def _starts(text: str, known: frozenset[str]) -> Iterator[int]:
    """Give where a part of a value starts."""
    return (at for at in range(len(text) - SHORTEST + 1) if text[at : at + SHORTEST] in known)


def _character(unit: "re.Match[str]") -> str:
    if unit.lastgroup is None:
        return unit[0]
    digits = unit[unit.lastgroup]
    return chr(int(digits, 10 if unit.lastgroup == "decimal" else 16))

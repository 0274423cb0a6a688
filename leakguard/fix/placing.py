"""Where import statements are put: among those of their kind, as a sorter would put them."""

import os
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from leakguard.candidate import Edit
from leakguard.document import Span
from leakguard.fix.imports import IMPORT, candidates
from leakguard.fix.script import Script

_FUTURE = re.compile(rb"from[ \t]+__future__\b")
_FIRST_LINES = re.compile(rb"#!|#.*coding[:=]")
_BLOCK = re.compile(rb"async[ \t]|def\b|class\b|@")
_MODULE = re.compile(r"(?:import|from)[ \t]+(?P<module>[\w.]+)")
_FOLDERS = 8
"""Folders from a script upwards in which a module of the project is looked for."""


class Kind(IntEnum):
    """What a line at the top of a script is, in the order in which they stand."""

    STANDARD = 0
    THIRD = 1
    OWN = 2
    """An import of the project itself."""
    BELOW = 3
    """A statement behind the imports."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a script's imports are."""

    start: int
    """Where the first import belongs, if there is none."""
    found: tuple[Span, ...]
    """The imports that the script begins with."""


def home(script: Script, first: Span) -> Span:
    """Give the part of a script whose imports serve the look-up at `first`: of cells, the first
    one that begins with imports, or else its own."""
    above = [it.span for it in script.regions if it.span[0] <= first[0]]
    return next((it for it in above if head(script, it).found), above[-1])


def head(script: Script, region: Span) -> Head:
    """Give where imports belong: behind docstring, comments at the top and `__future__`."""
    start, found = region[0], list[Span]()
    own = (it for it in script.statements if region[0] <= it[0] < region[1])
    for number, span in enumerate(own):
        rest = script.code[slice(*span)].strip(b" rRuU\t\f")
        if (number == 0 and rest[:1] in (b"", b";")) or (
            _FUTURE.match(script.data, span[0]) and not found
        ):
            start = script.after_line(span[1])
        elif IMPORT.match(script.data, span[0]) and script.line_start(span[0]) == span[0]:
            found.append(span)
        else:
            start = start if found else _before(script, span, start)
            break
    return Head(start, tuple(found))


def _before(script: Script, first: Span, lowest: int) -> int:
    """Give the place before the first statement, and before the comment that belongs to it; a
    comment at the very top belongs to the file."""
    line = script.line_start(first[0])
    at = line
    while at > lowest:
        above = script.line_start(at - (2 if script.data[at - 2 : at] == b"\r\n" else 1))
        if not script.shown.data[above:at].startswith(b"#"):
            return at
        at = above
    is_of_file = script.is_module and (at == 0 or _FIRST_LINES.match(script.data, at))
    return line if is_of_file else at


def insertions(script: Script, lines: Iterable[str], below: str, first: Span) -> list[Edit]:
    """Give the edits that add import statements, and `below` behind all imports, for look-ups of
    which `first` is the first."""
    region = home(script, first)
    here = head(script, region)
    kinds = {span: _kind(script, script.document.text(*span)) for span in here.found}
    places: dict[int, list[tuple[Kind, str]]] = {}
    for kind, line in sorted((_kind(script, it), it) for it in lines):
        places.setdefault(_place(script, here, kinds, kind, line), []).append((kind, line))
    if below:
        end = script.after_line(here.found[-1][1]) if here.found else here.start
        places.setdefault(end, []).append((Kind.BELOW, below))
    return [_spaced(script, region, kinds, at, added) for at, added in sorted(places.items())]


def _place(script: Script, here: Head, kinds: dict[Span, Kind], kind: Kind, line: str) -> int:
    """Give where an import belongs: among those of its kind, in order if they are sorted, or else
    behind the kinds that stand above it."""
    own = [span for span, it in kinds.items() if it is kind]
    above = [span for span, it in kinds.items() if it < kind]
    if own:
        texts = [script.document.text(*it) for it in own]
        for rank in (_rank, _module):
            ranks = [rank(it) for it in texts]
            if ranks == sorted(ranks):
                before = bisect_right(ranks, rank(line))
                is_first = before == 0
                return (
                    script.line_start(own[0][0]) if is_first else _behind(script, own[before - 1])
                )
        return _behind(script, own[-1])
    if above:
        return _behind(script, above[-1])
    if here.found:
        return _before(script, here.found[0], here.start)
    return here.start


def _behind(script: Script, statement: Span) -> int:
    return script.after_line(statement[1])


def _rank(text: str) -> tuple[bool, str]:
    """Give the order that sorters have by default: plain imports first."""
    return text.startswith("from"), _module(text)[1]


def _module(text: str) -> tuple[bool, str]:
    """Give the order by modules alone."""
    match = _MODULE.match(text)
    return False, match["module"].lower() if match is not None else ""


def module(text: str) -> str:
    """Give the first part of the module that an import statement names; nothing of another."""
    match = _MODULE.match(text)
    return match["module"].partition(".")[0] if match is not None else ""


def _kind(script: Script, text: str) -> Kind:
    name = module(text)
    if name in sys.stdlib_module_names:
        return Kind.STANDARD
    return Kind.OWN if not name or _is_own(os.path.dirname(script.file), name) else Kind.THIRD


def _is_own(folder: str, name: str) -> bool:
    """Tell whether a module stands in a folder of the project, from this one upwards."""
    for _ in range(_FOLDERS):
        if any(map(os.path.exists, candidates(folder, name))):
            return True
        if os.path.lexists(os.path.join(folder, ".git")):
            return False
        folder = os.path.dirname(folder)
    return False


def _spaced(
    script: Script, region: Span, kinds: dict[Span, Kind], at: int, added: list[tuple[Kind, str]]
) -> Edit:
    """Put lines at a place, blank ones between the kinds and around, unless they join imports of
    their kind."""
    above = script.data[region[0] : at].replace(b"\r", b"")
    following = script.data[at : region[1]]
    kind_above = next((kind for span, kind in kinds.items() if _behind(script, span) == at), None)
    kind_below = next((kind for span, kind in kinds.items() if span[0] == at), None)
    added = sorted(added, key=lambda it: (it[0] is not kind_above, it[0] is kind_below, it[0]))
    first, last = added[0][0], added[-1][0]
    is_joined_above, is_joined_below = first is kind_above, last is kind_below
    if first is last and (is_joined_above or is_joined_below):
        is_joined_above, is_joined_below = True, kind_below is not None
    text = added[0][1] + "\n"
    for (kind, _), (other, line) in pairwise(added):
        text += f"{line}\n" if kind is other else f"\n{line}\n"
    if not is_joined_above and above.strip() and not above.endswith(b"\n\n"):
        text = f"\n{text}"
    if not is_joined_below and following.strip() and not following.startswith((b"\n", b"\r")):
        text += "\n\n" if _BLOCK.match(following) else "\n"
    return Edit((at, at), text.replace("\n", script.newline))

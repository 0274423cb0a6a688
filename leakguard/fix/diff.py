"""The change as a diff for reading: everything that a rule took a look at is masked in it."""

import re
from collections.abc import Iterator

from leakguard.candidate import Edit
from leakguard.document import Span, iter_lines
from leakguard.fix.rewrite import Rewritten
from leakguard.fix.script import Region, Script
from leakguard.masking import redact
from leakguard.text import neutralise

_LINE_END = re.compile(r"\r\n?|\n")
_LAST_END = re.compile(r"(?:\r\n?|\n)\Z")
_AROUND = 3
"""Lines above and below a change."""


def lines(file: Rewritten, path: str) -> Iterator[str]:
    """Give the lines of the diff of one file, whose path is shown as `path`.

    It is no patch: a line that holds a value shows a mask, and a notebook shows its cells.
    """
    yield f"--- {neutralise(path)}"
    yield f"+++ {neutralise(path)}"
    for region in file.script.regions:
        start, end = region.span
        edits = [it for it in file.edits if start <= it.span[0] <= it.span[1] <= end]
        if edits:
            yield from _hunks(file.script, region, edits)
    for it in file.cleared:
        names = ", ".join(dict.fromkeys(mend.name or "" for mend in it.mends))
        yield f"@@ {it.label}: the outputs are cleared, since they show {names} @@"


def _hunks(script: Script, region: Region, edits: list[Edit]) -> Iterator[str]:
    end = region.span[1]
    old = [it for it in iter_lines(script.shown.data, *region.span) if it[0] < end]
    shift = 0
    for group in _groups(_changed(edits, old or [region.span])):
        first, last = max(0, group[0][0] - _AROUND), min(len(old), group[-1][1] + _AROUND)
        body: list[str] = []
        at = first
        for start, stop, own in group:
            body += [f" {it}" for it in _shown(script, old[at:start])]
            body += [f"-{it}" for it in _shown(script, old[start:stop])]
            body += [f"+{it}" for it in _new(script, _extent(old, start, stop, end), own)]
            at = stop
        body += [f" {it}" for it in _shown(script, old[at:last])]
        after = sum(not it.startswith("-") for it in body)
        before = sum(not it.startswith("+") for it in body)
        yield f"@@ {region.label}-{first + 1},{before} +{first + 1 + shift},{after} @@"
        yield from body
        shift += after - before


_Part = tuple[int, int, list[Edit]]
"""Lines that change, from the first to behind the last, and the edits in them."""


def _changed(edits: list[Edit], old: list[Span]) -> list[_Part]:
    """Give the lines that change; an insertion before a line changes none."""
    parts: list[_Part] = []
    line = 0
    for edit in edits:
        while line + 1 < len(old) and old[line + 1][0] <= edit.span[0]:
            line += 1
        start = end = line
        if edit.span[0] > old[line][1]:  # behind the last line
            start = end = line + 1
        elif edit.span != (old[line][0], old[line][0]):
            while end < len(old) and old[end][0] < max(edit.span[1], edit.span[0] + 1):
                end += 1
        if parts and (start < parts[-1][1] or (start, end) == parts[-1][:2]):
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]), [*parts[-1][2], edit])
        else:
            parts.append((start, end, [edit]))
    return parts


def _groups(parts: list[_Part]) -> Iterator[list[_Part]]:
    group: list[_Part] = []
    for part in parts:
        if group and part[0] - group[-1][1] > 2 * _AROUND:
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _extent(old: list[Span], start: int, stop: int, end: int) -> Span:
    """Give the bytes of some lines, the end of the last included."""
    first = old[start][0] if start < len(old) else end
    return first, old[stop][0] if stop < len(old) else end


def _shown(script: Script, spans: list[Span]) -> list[str]:
    return [neutralise(redact.masked(script.shown, it, script.hidden)) for it in spans]


def _written(script: Script, edit: Edit) -> str:
    """Give the text of an edit; what is secret in the comments that it keeps is masked."""
    text = edit.text
    for it in script.comments_in(edit.span):
        kept = redact.masked(script.shown, it, script.hidden)
        text = text.replace(script.document.text(*it), kept)
    return text


def _new(script: Script, extent: Span, edits: list[Edit]) -> list[str]:
    """Give lines with edits made in them, all else that is secret masked."""
    at, pieces = extent[0], list[str]()
    for edit in edits:
        pieces += [
            redact.masked(script.shown, (at, edit.span[0]), script.hidden),
            _written(script, edit),
        ]
        at = edit.span[1]
    pieces.append(redact.masked(script.shown, (at, max(at, extent[1])), script.hidden))
    text = "".join(pieces)
    return [neutralise(it) for it in _LINE_END.split(_LAST_END.sub("", text))] if text else []

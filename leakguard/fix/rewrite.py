"""How a script reads without its values: look-ups in their places, imports, and no leftovers."""

import ast
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leakguard.advice.mend import Made, is_left_out, made
from leakguard.candidate import Edit
from leakguard.document import Span
from leakguard.finding import Mend
from leakguard.fix.idioms import FILLING, IDIOMS, Idiom, Setting
from leakguard.fix.leftovers import deletions, is_local, orphans, unused_imports
from leakguard.fix.offered import Offered
from leakguard.fix.placing import insertions
from leakguard.fix.reasons import HELD_BACK
from leakguard.fix.script import Cleared, Script

Mends = tuple[Mend, ...]


@dataclass(frozen=True)
class Rewritten:
    """A script and the edits that are planned for it."""

    script: Script
    mends: tuple[Mends, ...]
    """Of each finding that is mended."""
    made: tuple[Made, ...]
    """What comes in the place of the values, or is left out with them."""
    around: tuple[Edit, ...]
    """The rest: imports, and what is left without a use."""
    orphans: tuple[Span, ...]
    cleared: tuple[Cleared, ...] = ()
    """Outputs of a notebook that hold what is moved."""
    imported: tuple[str, ...] = ()
    """The import statements that are added."""
    is_late: bool = False
    """Whether what is imported would be so only after it is used."""

    @property
    def edits(self) -> list[Edit]:
        """All edits of the code, in the order of their places."""
        own = dict.fromkeys(it.edit for it in self.made)
        return sorted([*own, *self.around], key=lambda it: it.span)

    @property
    def written(self) -> list[Edit]:
        """All edits of the file as it is written."""
        outputs = [edit for it in self.cleared for edit in it.edits]
        return [*self.script.written(self.edits), *outputs]

    @property
    def raw(self) -> bytes:
        """The bytes of the file afterwards."""
        return self.script.edited(self.written)

    def changes(self, mends: Mends) -> list[Edit]:
        """Give the edits of the file that mend one finding, with what comes with them."""
        own = [it.edit for it in self.made if not set(it.mends).isdisjoint(mends)]
        outputs = [it for it in self.cleared if not set(it.mends).isdisjoint(mends)]
        around = self.around if own else ()
        edits = [*self.script.written([*own, *around]), *(e for it in outputs for e in it.edits)]
        return sorted(edits, key=lambda it: it.span)

    def refused(self, unsafe: bool) -> dict[Mends, str]:
        """Give the mends that must not be made, and why; then none is made as it is."""
        found: dict[Mends, str] = {}
        gone = [*(it.edit.span for it in self.made), *self.orphans]
        public = [it for it in self.orphans if not is_local(self.script, it)]
        clashing = {it for below in self._clashing for it in below.mends}
        for mends in self.mends:
            parts = [part for it in mends for part in it.parts]
            if not all(_is_in(part, gone) for part in parts):
                found[mends] = "a part of it stands elsewhere, and is used there too"
            elif not unsafe and any(_is_in(part, public) for part in parts):
                found[mends] = f"{HELD_BACK}{_PUBLIC}"
            elif not clashing.isdisjoint(mends):
                found[mends] = "another fix changes the same statement; run again after it"
        if self.is_late:
            found = dict.fromkeys(self.mends, "there is no place for an import before it")
        if not found and self._is_broken:
            reason = "the file would not compile afterwards: please report it"
            found = dict.fromkeys(self.mends, reason)
        return found

    @property
    def _clashing(self) -> Iterator[Made]:
        """The edits that overlap one before them, be it that of a value or another."""
        edits = sorted([*self.made, *(Made(it, ()) for it in self.around)], key=_place)
        for above, below in pairwise(edits):
            if below.edit.span[0] < above.edit.span[1]:
                yield below if below.mends else above

    @property
    def _is_broken(self) -> bool:
        before, after = self.script.codes([]), self.script.codes(self.edits)
        flags = 0 if self.script.is_module else ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        return any(
            _compiles(old, flags) and not _compiles(new, flags)
            for old, new in zip(before, after, strict=True)
            if old != new
        )


def _place(made: Made) -> Span:
    return made.edit.span


_PUBLIC = "it is put together of a name that is then deleted, which another module may import"


def rewritten(
    script: Script,
    findings: Sequence[Mends],
    style: str,
    setting: Setting,
    offered: Offered = frozenset(),
) -> Rewritten:
    """Plan the edits of a script, for each finding in it the mends with the names they get."""
    taken = [it for mends in findings for it in mends]
    every = [it for it in taken if not it.is_output]
    if not every:
        return Rewritten(script, tuple(findings), (), (), (), tuple(script.cleared(taken)))
    places = sorted({it.span for it in every})
    is_filled = style in FILLING
    reading = [it for it in every if _is_read(it) and not is_left_out(it, is_filled=is_filled)]
    taking = [it for it in every if it.secret is not None]
    names = sorted({it.name or "" for it in reading if it.secret is not None})
    idiom = IDIOMS[style][0](script, names, places, setting)
    plain = IDIOMS["environ"][0](script, [], places, setting)

    def read(mend: Mend, quote: str) -> str:
        return (plain if mend.secret is None else idiom).read(mend.name or "", quote)

    edits, emptied = made(script.document, every, read, is_filled=is_filled)
    statements = {script.statement_at(it.place): it.mends for it in emptied}
    removed = [*(it.edit.span for it in edits), *statements]
    unneeded = orphans(script, removed, offered)
    deleted = zip(sorted({*statements, *unneeded}), deletions(script, [*statements, *unneeded]),
                  strict=True)  # fmt: skip
    around = []
    for span, edit in deleted:
        if span in statements:
            edits.append(Made(edit, statements[span]))
        else:
            around.append(edit)
    lines, below = _needed(idiom, plain, reading, taking)
    added = insertions(script, lines, below, places[0]) if lines or below else []
    around += added
    written = " ".join(edit.text for edit in (*(it.edit for it in edits), *around))
    around += unused_imports(script, [*removed, *unneeded], written, offered)
    around = list(_disjoint(around))
    fitted = script.fitted([*(it.edit for it in edits), *around])
    edits = [Made(edit, it.mends) for edit, it in zip(fitted, edits, strict=False)]
    return Rewritten(
        script,
        tuple(findings),
        tuple(sorted(edits, key=_place)),
        tuple(fitted[len(edits) :]),
        tuple(unneeded),
        tuple(script.cleared(taken)),
        tuple(lines),
        any(it.span[0] > places[0][0] for it in added),
    )


def _is_read(mend: Mend) -> bool:
    return any("{read}" in form for form in (mend.form, *(text for _, text in mend.besides)))


def _needed(
    idiom: Idiom, plain: Idiom, reading: Iterable[Mend], taking: Iterable[Mend]
) -> tuple[list[str], str]:
    """Give the import statements, and what stands behind them, that look-ups need."""
    lines: list[str] = []
    below: list[str] = []
    if any(it.secret is not None for it in reading):
        lines += idiom.lines
        below += [idiom.below] if idiom.below else []
    if any(it.secret is None for it in reading):
        lines += plain.lines
    if any(True for _ in taking) and idiom.load:
        lines += idiom.loads
        below.append(idiom.load)
    return list(dict.fromkeys(lines)), "\n".join(below)


def _disjoint(edits: list[Edit]) -> tuple[Edit, ...]:
    """Leave out an edit inside another, such as an import that is changed twice."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda it: it.span):
        if not found or edit.span[0] >= found[-1].span[1]:
            found.append(edit)
    return tuple(found)


def _is_in(part: Span, spans: Sequence[Span]) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in spans)


def _compiles(source: bytes, flags: int) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<script>", "exec", flags, dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return False
    return True

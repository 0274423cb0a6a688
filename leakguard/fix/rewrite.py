"""How a script reads without its values: look-ups in their places, imports, and no leftovers."""

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from leakguard.candidate import Edit
from leakguard.document import Span
from leakguard.finding import Extraction
from leakguard.fix.idioms import IDIOMS, Read, Setting
from leakguard.fix.imports import insertions
from leakguard.fix.leftovers import deletions, is_local, orphans, unused_imports
from leakguard.fix.script import Script

Extractions = tuple[Extraction, ...]
_QUOTE = re.compile(r"""["']""")
_WORD_BEFORE = re.compile(rb"[A-Za-z0-9_\x80-\xff]$")


@dataclass(frozen=True)
class Rewritten:
    """A script and the edits that are planned for it."""

    script: Script
    extractions: tuple[Extractions, ...]
    replacements: dict[Span, Edit]
    """What comes in the place of each value, by the span of its expression."""
    around: tuple[Edit, ...]
    """The rest: imports, and what is left without a use."""
    orphans: tuple[Span, ...]
    is_late: bool = False
    """Whether what is imported would be so only after it is used."""

    @property
    def edits(self) -> list[Edit]:
        """All edits, in the order of their places."""
        return sorted([*self.replacements.values(), *self.around], key=lambda it: it.span)

    @property
    def raw(self) -> bytes:
        """The bytes of the file afterwards."""
        return self.script.edited(self.edits)

    def refused(self, unsafe: bool) -> dict[Extractions, str]:
        """Give the extractions that must not be made, and why; then none is made as it is."""
        gone = [*self.replacements, *self.orphans]
        found: dict[Extractions, str] = {}
        for extractions in self.extractions:
            parts = [part for it in extractions for part in it.parts]
            if not all(_is_in(part, gone) for part in parts):
                found[extractions] = "a part of it stands elsewhere, and is used there too"
        public = [it for it in self.orphans if not is_local(self.script, it)]
        if public and not unsafe:
            for extractions in self.extractions:
                if any(_is_in(part, public) for it in extractions for part in it.parts):
                    found[extractions] = f"only with --unsafe-fixes: {_PUBLIC}"
        if self.is_late:
            found = dict.fromkeys(self.extractions, "there is no place for an import before it")
        if not found and _compiles(self.script.raw) and not _compiles(self.raw):
            reason = "the file would not compile afterwards: please report it"
            found = dict.fromkeys(self.extractions, reason)
        return found


_PUBLIC = "it is put together of a name that is then deleted, which another module may import"


def rewritten(
    script: Script, extractions: Sequence[Extractions], style: str, setting: Setting
) -> Rewritten:
    """Plan the edits of a script, for each finding in it the values that leave it."""
    every = [it for own in extractions for it in own]
    spans = sorted({it.span for it in every})
    make, _ = IDIOMS[style]
    names = sorted({it.name for it in every if it.name is not None and "{read}" in it.form})
    idiom = make(script, names, spans, setting)
    statements = [script.statement_at(it.span[0]) for it in every if not it.form]
    unneeded = orphans(script, spans)
    replacements = {
        it.span: Edit(it.span, _replacement(script, it, idiom.read)) for it in every if it.form
    }
    deleted = deletions(script, [*statements, *unneeded])
    by_statement = dict(zip(sorted({*statements, *unneeded}), deleted, strict=True))
    replacements |= {span: by_statement[span] for span in statements}
    around = [edit for span, edit in by_statement.items() if span not in replacements]
    added = insertions(script, list(idiom.lines), idiom.below) if names else []
    is_late = any(it.span[0] > spans[0][0] for it in added)
    around += added
    written = " ".join(edit.text for edit in (*replacements.values(), *around))
    around += unused_imports(script, [*spans, *unneeded], written)
    return Rewritten(
        script, tuple(extractions), replacements, _disjoint(around), tuple(unneeded), is_late
    )


def _replacement(script: Script, extraction: Extraction, read: Read) -> str:
    """Give what comes in the place of an expression, with the comments that stood in it."""
    start, end = extraction.span
    found = _QUOTE.search(script.document.text(start, end))
    quote = found[0] if found is not None else '"'
    name = extraction.name or ""
    new = extraction.form.replace('"{name}"', f"{quote}{name}{quote}")
    new = new.replace("{read}", read(name, quote))
    before = script.data[script.line_start(start) : start]
    kept = [script.document.text(*it) for it in script.comments_in(extraction.span)]
    if kept:
        indent = script.document.text(*_indentation(script, start))
        new = "(  " + "".join(f"{it}{script.newline}{indent}    " for it in kept) + f"{new})"
    return f" {new}" if _WORD_BEFORE.search(before) else new


def _indentation(script: Script, offset: int) -> Span:
    start = script.line_start(offset)
    line = script.data[start:offset]
    return start, start + len(line) - len(line.lstrip(b" \t"))


def _disjoint(edits: list[Edit]) -> tuple[Edit, ...]:
    """Leave out an edit inside another, such as an import that is changed twice."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda it: it.span):
        if not found or edit.span[0] >= found[-1].span[1]:
            found.append(edit)
    return tuple(found)


def _is_in(part: Span, spans: Sequence[Span]) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in spans)


def _compiles(source: bytes) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(source, "<script>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return False
    return True

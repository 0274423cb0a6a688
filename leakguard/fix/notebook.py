"""A notebook that is to be mended: its code cells as one script, written back cell by cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from leakguard.candidate import Edit
from leakguard.document import Document, Span
from leakguard.finding import Mend, Place
from leakguard.fix.outputs import holds, text_of, written_in
from leakguard.fix.reasons import NO_FIX
from leakguard.fix.script import Cleared, Region, Script, patched
from leakguard.notebook import Notebook
from leakguard.notebook.edits import in_file
from leakguard.notebook.reader import Run


@dataclass(frozen=True)
class NotebookScript(Script):
    """A notebook of the disk. Spans are of the decoded texts of its cells and outputs."""

    notebook: Notebook = field(kw_only=True)

    @property
    def shown(self) -> Document:
        """The texts with the magics, which are comments in the Python that is read."""
        return self.notebook.text

    @property
    def written_document(self) -> Document:
        """The JSON."""
        return self.notebook.text.file

    @property
    def is_module(self) -> bool:
        """It knows no file of its own, and nothing imports it."""
        return False

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The code cells, if they are Python."""
        text = self.notebook.text
        return tuple(
            Region(text.span_of(number), f"cell {it.cell} ")
            for number, it in enumerate(text.texts)
            if it.is_code and self.notebook.code is not None
        )

    def region_at(self, offset: int) -> Span:
        """Give the cell that holds a byte, its end included."""
        text = self.notebook.text
        return text.span_of(text.text_at(offset))

    @cached_property
    def magics(self) -> bytes:
        """The lines of the code cells that are no Python, or not all of it."""
        lines: list[bytes] = []
        for region in self.regions:
            shown = self.shown.data[slice(*region.span)].split(b"\n")
            python = self.data[slice(*region.span)].split(b"\n")
            lines += (line for line, code in zip(shown, python, strict=True) if line != code)
        return b"\n".join(it for it in lines if not it.lstrip().startswith(b"#"))

    def after_line(self, offset: int) -> int:
        """Give where the line after that of a byte starts, or where its cell ends."""
        return min(super().after_line(offset), self.region_at(offset)[1])

    def fitted(self, edits: Sequence[Edit]) -> list[Edit]:
        """Give edits, one for one, that leave no empty line at the end of a cell, and that break
        the line on which one ends."""
        found = list(edits)
        order = sorted(range(len(found)), key=lambda it: found[it].span)
        for rank in reversed(range(len(order))):
            edit, cell = found[order[rank]], self.region_at(found[order[rank]].span[0])
            if edit.span[1] != cell[1]:
                continue
            if edit.span[0] == edit.span[1]:
                found[order[rank]] = self._appended(edit, cell)
            elif not edit.text:
                while rank and _is_joined(found[order[rank - 1]], found[order[rank]]):
                    rank -= 1
                above, start = found[order[rank - 1]], found[order[rank]].span[0]
                if rank and above.span == (start, start):  # what is added there ends the cell
                    found[order[rank - 1]] = Edit(above.span, above.text.rstrip())
                else:
                    found[order[rank]] = self._with_line_end(found[order[rank]], cell)
        return found

    def _appended(self, edit: Edit, cell: Span) -> Edit:
        is_broken = self.data[cell[0] : cell[1]].endswith(b"\n") or cell[0] == cell[1]
        return edit if is_broken else Edit(edit.span, f"{self.newline}{edit.text.rstrip()}")

    def _with_line_end(self, edit: Edit, cell: Span) -> Edit:
        start, ending = edit.span[0], self.newline.encode()
        is_line = self.data[cell[0] : start].endswith(ending)
        return Edit((start - len(ending) if is_line else start, edit.span[1]), "")

    def written(self, edits: Iterable[Edit]) -> list[Edit]:
        """Give edits as those of the JSON."""
        return in_file(self.notebook.text, edits)

    def held(self, span: Span) -> bytes:
        """Give what stands at a span in the JSON."""
        return self.written_document.data[slice(*self.notebook.text.in_file([span])[span])]

    def codes(self, edits: Sequence[Edit]) -> list[bytes]:
        """Give the source of each cell, with edits made."""
        return [
            patched(self.document, (it for it in edits if _is_within(it, region.span)), region.span)
            for region in self.regions
        ]

    def cleared(self, mends: Sequence[Mend]) -> list[Cleared]:
        """Give the outputs that have to go with the values of some mends."""
        found = []
        for run in self.notebook.runs:
            text = text_of(self.written_document, run.outputs)
            own = tuple(it for it in mends if self._is_shown(it, run, text))
            if own:
                data = self.written_document.data
                counts = (it for it in run.counts if data[slice(*it)] != b"null")
                edits = (Edit(run.outputs, "[]"), *(Edit(it, "null") for it in counts))
                found.append(Cleared(f"cell {run.cell}", own, edits))
        return found

    def _is_shown(self, mend: Mend, run: Run, text: str) -> bool:
        if mend.is_output:
            texts = self.notebook.text
            return texts.texts[texts.text_at(mend.span[0])].cell == run.cell
        if mend.secret is None:
            return False
        literals = [self.document.text(*it) for it in mend.parts]
        values = (mend.secret.reveal(), *written_in(literals))
        return any(holds(text, it) for it in values)

    def unfixable(self, place: Place) -> str:
        """Give why a finding that has no mend cannot be fixed."""
        if place.cell is None:
            return "it stands outside of the notebook's cells; take it out by hand"
        own = [it for it in self.notebook.text.texts if it.cell == place.cell.number]
        if not any(it.is_code for it in own):
            return "it stands in prose, where nothing can be looked up; take it out by hand"
        if self.notebook.code is None or self._is_magic(place):
            return "it stands in code that is no Python; take it out by hand"
        return NO_FIX

    def _is_magic(self, place: Place) -> bool:
        """Tell whether the line of a finding is one of those that are commented out."""
        for region, number in zip(self.regions, self._numbers, strict=True):
            if place.cell is not None and place.cell.number == number:
                at = place.cell.line - 1
                shown = self.shown.data[slice(*region.span)].splitlines()[at : at + 1]
                python = self.data[slice(*region.span)].splitlines()[at : at + 1]
                return shown != python
        return False

    @property
    def _numbers(self) -> list[int]:
        return [it.cell for it in self.notebook.text.texts if it.is_code]


def _is_within(edit: Edit, span: Span) -> bool:
    return span[0] <= edit.span[0] <= edit.span[1] <= span[1]


def _is_joined(above: Edit, below: Edit) -> bool:
    """Tell whether two deletions leave nothing between them."""
    return above.span[1] == below.span[0] and above.span != below.span and not above.text

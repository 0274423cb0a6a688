"""A plan: which values leave which files, under what names, and what stays and why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from leakguard.finding import Change, Finding, Mend, Place, Report
from leakguard.fix.reasons import HELD_BACK
from leakguard.fix.rewrite import Mends, Rewritten
from leakguard.fix.script import Script
from leakguard.secret import Secret


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that is not fixed, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A finding that is fixed, or a part of it, and its mends with the names that values get."""

    finding: Finding
    mends: Mends


@dataclass(frozen=True, slots=True)
class Moved:
    """A value that leaves files, once for each name that it gets."""

    name: str
    secret: Secret
    places: tuple[tuple[str, Place], ...]
    """The paths and the places that it leaves."""


@dataclass(frozen=True)
class Plan:
    """Everything that is to change."""

    mended: tuple[Mended, ...] = ()
    left: tuple[Left, ...] = ()
    files: tuple[Rewritten, ...] = ()

    @property
    def is_held_back(self) -> bool:
        """Whether something is left because its fix is not safe."""
        return any(it.reason.startswith(HELD_BACK) for it in self.left)

    @cached_property
    def moved(self) -> tuple[Moved, ...]:
        """The values that leave the files, by the order of their first places."""
        places: dict[str, dict[tuple[str, Place], None]] = {}
        secrets: dict[str, Secret] = {}
        scripts = {it.script.path: it.script for it in self.files}
        for finding, mend in ((it.finding, mend) for it in self.mended for mend in it.mends):
            if mend.secret is not None and mend.name:
                place = _place(scripts[finding.path], finding, mend)
                places.setdefault(mend.name, {})[finding.path, place] = None
                secrets[mend.name] = mend.secret
        return tuple(Moved(name, secrets[name], tuple(own)) for name, own in places.items())

    @property
    def values(self) -> Mapping[str, str]:
        """The value of each variable, by its name."""
        return {it.name: it.secret.reveal() for it in self.moved}

    def findings(self, report: Report) -> tuple[Finding, ...]:
        """Give the findings of a report with the changes that mend them."""
        by_path = {it.script.path: it for it in self.files}
        changes = {
            id(it.finding): _changes(by_path[it.finding.path], it.mends)
            for it in self.mended
            if it.mends
        }
        return tuple(replace(it, fixes=changes.get(id(it), it.fixes)) for it in report.findings)


def _place(script: Script, finding: Finding, mend: Mend) -> Place:
    """Give where the value of a mend stands: where the finding says so, or one of its parts."""
    around = script.document.places([mend.span])[mend.span]
    told = (finding.place, *(it.place for it in finding.related if it.path is None))
    end = (around.end_line, around.end_column)
    inside = (it for it in told if around <= it and (it.line, it.column) < end)
    return next(inside, around)


def _changes(file: Rewritten, mends: Mends) -> tuple[Change, ...]:
    edits = file.changes(mends)
    places = file.script.written_document.places([it.span for it in edits])
    return tuple(Change(places[it.span], it.text) for it in edits)

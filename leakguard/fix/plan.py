"""What a fix would change: which values leave which files, under what names, and what stays."""

import os
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from leakguard.advice.variables import Variables
from leakguard.document import Span
from leakguard.errors import FixError
from leakguard.finding import Finding, Mend, Report, Row
from leakguard.fix import envfile, exact, loading
from leakguard.fix.idioms import FILLING, IDIOMS, Setting
from leakguard.fix.known import Project
from leakguard.fix.load import load
from leakguard.fix.planned import Left, Mended, Plan
from leakguard.fix.reasons import ARCHIVED, HELD_BACK, PYTHON, of_statement, of_unknown
from leakguard.fix.rewrite import Mends, rewritten
from leakguard.fix.said import said
from leakguard.fix.script import Script


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms findings are fixed."""

    setting: Setting
    style: str = "environ"
    unsafe: bool = False
    """Whether also what may change what the program does."""
    known: Project = field(default_factory=Project)
    """What the project says of variables."""


def plan(report: Report, terms: Terms, entries: Mapping[str, str | None]) -> Plan:
    """Plan the fixes of a report's findings; `entries` are those of the env file."""
    scripts, problems = _load(report, terms.setting.root)
    left: dict[int, str] = {}
    taken: dict[str, list[Span]] = {}
    for number, finding in enumerate(report.findings):
        script = scripts.get(finding.path)
        own = taken.setdefault(finding.path, [])
        if not finding.mends:
            left[number] = _by_hand(script, finding)
        elif script is None:
            left[number] = problems.get(finding.path, "its path holds what looks like a key")
        elif reason := _against(script, finding, own, terms):
            left[number] = reason
        else:
            for it in finding.mends:
                insort(own, it.span)
    variables = Variables(entries, [it.data for it in scripts.values()], terms.known)
    mended: dict[int, Mended] = {}
    for number, finding in sorted(enumerate(report.findings), key=_order):
        if number not in left:
            named = variables.named(tuple(_as_field(it, terms) for it in finding.mends))
            script = scripts[finding.path]
            if isinstance(named, str):
                left[number] = named
            elif any(_is_removed(it, script, terms) for it in named):
                left[number] = f"{HELD_BACK}the file takes variables out of the environment"
            else:
                mended[number] = Mended(finding, named)
    return _written(report, terms, scripts, mended, left)


_OVERRIDDEN = "an env file counts before the environment here, and so the value would from then on"
_PARTLY = "leakguard knows no fix for the rest of it"


def _by_hand(script: Script | None, finding: Finding) -> str:
    """Give why a finding is not fixed for which there is no mend, and what to do instead."""
    if finding.member:
        return ARCHIVED
    if finding.secret is None and finding.path.endswith(PYTHON):
        return of_statement(finding.advice)
    return script.unfixable(finding.place) if script is not None else of_unknown(finding.path)


def _load(report: Report, root: str) -> tuple[dict[str, Script], dict[str, str]]:
    scripts: dict[str, Script] = {}
    problems: dict[str, str] = {}
    masked: dict[str, set[Span]] = {}
    for original in report.originals:
        masked.setdefault(original.path, set()).update(original.masked)
    for original in report.originals:
        path = original.path
        try:
            scripts[path] = load(
                path, os.path.join(root, path), original.digest, tuple(sorted(masked[path]))
            )
        except FixError as error:
            problems[path] = str(error)
    read = said(report.findings, {path: it.document for path, it in scripts.items()})
    return {path: replace(it, said=read) for path, it in scripts.items()}, problems


def _overlaps(span: Span, taken: list[Span]) -> bool:
    """Tell whether a span overlaps one of those, which are sorted and do not overlap."""
    above = bisect_left(taken, span)
    is_first = above == 0 or taken[above - 1][1] <= span[0]
    return not is_first or (above < len(taken) and taken[above][0] < span[1])


def _against(script: Script, finding: Finding, taken: list[Span], terms: Terms) -> str:
    """Give why a finding is not fixed, or nothing."""
    _, doubt_of = IDIOMS[terms.style]
    spans = [it.span for it in finding.mends]
    for it in finding.mends:
        value = it.secret.reveal() if it.secret is not None else ""
        reason = envfile.obstacle(value) if value else ""
        if value and not it.is_output:
            reason = reason or exact.obstacle(script, it)
        if reason:
            return reason
        if value and it.is_given and terms.known.is_overridden and terms.style != "keyring":
            return _OVERRIDDEN
        if _overlaps(it.span, taken):
            return "another fix changes the same expression; run again after it"
        if terms.unsafe or it.is_output:
            continue
        doubt = it.doubt or exact.doubt(script, it) or _refused(it, terms)
        if not _is_filled(it, terms):
            doubt = doubt or doubt_of(script, value, spans, terms.setting)
        if doubt:
            return f"{HELD_BACK}{doubt}"
    return ""


def _refused(mend: Mend, terms: Terms) -> str:
    """Give why a program may refuse the env file with the entry that a mend adds, or nothing."""
    name = os.path.basename(terms.setting.env_file)
    if mend.secret is None or terms.style == "keyring":
        return ""
    for it in terms.known.settings:
        is_field = mend.is_given and (mend.name or "").upper() in it.read
        if it.is_strict and name in it.env_files and not is_field:
            return (
                f"{it.name} ({it.path}) refuses entries of {name} that are none of its fields: "
                'give its configuration extra="ignore"'
            )
    return ""


def _is_filled(mend: Mend, terms: Terms) -> bool:
    """Tell whether a mend is of a field of settings that are read from the env file anyway."""
    name = os.path.basename(terms.setting.env_file)
    return (mend.is_given and bool(mend.rows) and terms.style != "keyring") and any(
        (mend.name or "").upper() in it.read and name in it.env_files
        for it in terms.known.settings
        if not it.path.endswith(".ipynb")  # which may have another folder
    )


def _is_removed(mend: Mend, script: Script, terms: Terms) -> bool:
    """Tell whether the environment may have lost the variable of a mend when it is looked up."""
    if terms.unsafe or mend.name is None or mend.secret is None or terms.style not in FILLING:
        return False
    return loading.removes(script, mend.name)


def _as_field(mend: Mend, terms: Terms) -> Mend:
    """Leave the default of such a field out in each style: it takes no look-up."""
    if terms.style in FILLING or not _is_filled(mend, terms):
        return mend
    return replace(mend, span=_with_comma(mend.rows[0]), form="", rows=())


def _with_comma(row: Row) -> Span:
    """Give where one of several arguments stands, with what parts it from another."""
    spans, at = [it[0] for it in row.items], row.index
    if at + 1 < len(spans):
        return spans[at][0], spans[at + 1][0]
    return (spans[at - 1][1], spans[at][1]) if at else spans[at]


def _order(numbered: tuple[int, Finding]) -> tuple[bool, int, int]:
    """Give the rank in which a finding's values are named: the names that the program knows come
    first, for the others have to give way, and pairs before single values, so that both halves
    get one number."""
    number, finding = numbered
    return not all(it.is_given for it in finding.mends), -len(finding.mends), number


def _written(
    report: Report,
    terms: Terms,
    scripts: Mapping[str, Script],
    mended: dict[int, Mended],
    left: dict[int, str],
) -> Plan:
    """Rewrite the scripts; a finding of which something would stay behind is left."""
    numbers: dict[str, list[int]] = {}
    for number, it in mended.items():
        numbers.setdefault(it.finding.path, []).append(number)
    files = []
    for path, own in sorted(numbers.items()):
        while own:
            mends = [mended[number].mends for number in own]
            result = rewritten(
                scripts[path], mends, terms.style, terms.setting, terms.known.offered
            )
            staying = [it for n, it in enumerate(report.findings) if n in left and it.path == path]
            refused = result.refused(terms.unsafe) or _shown_again(result.mends, staying)
            if not refused:
                files.append(result)
                break
            for number in own:
                if (reason := refused.get(mended[number].mends)) is not None:
                    left[number] = reason
                    del mended[number]
            own = [number for number in own if number in mended]
    for number, it in mended.items():
        if it.finding.is_partly_mended:
            left[number] = _PARTLY
    cleared = {(it.script.path, cell.label) for it in files for cell in it.cleared}
    for number in [it for it in left if _output(report.findings[it]) in cleared]:
        mended.setdefault(number, Mended(report.findings[number], ()))
        del left[number]
    return Plan(
        tuple(mended[number] for number in sorted(mended)),
        tuple(Left(report.findings[number], left[number]) for number in sorted(left)),
        tuple(files),
    )


def _output(finding: Finding) -> tuple[str, str] | None:
    """Give the path and the label of the cell whose output a finding is in."""
    cell = finding.place.cell
    return (finding.path, f"cell {cell.number}") if cell and cell.output is not None else None


def _shown_again(every: Sequence[Mends], staying: Iterable[Finding]) -> dict[Mends, str]:
    """Give the mends of a notebook's outputs whose values stay in its code, which would show them
    again."""
    kept = {
        secret.reveal()
        for finding in staying
        for secret in (finding.secret, *(it.secret for it in finding.mends))
        if secret is not None
    }
    reason = "the code that shows it keeps it"
    return {
        mends: reason
        for mends in every
        if any(it.is_output and it.secret and it.secret.reveal() in kept for it in mends)
    }

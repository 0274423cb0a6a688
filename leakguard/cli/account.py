"""What a person reads of a fix: the diff, where the values went, and what is still to be done."""

import os
from collections.abc import Iterable, Iterator, Sequence

from leakguard.finding import Finding, Place, Problem
from leakguard.fix import envfile
from leakguard.fix.copies import Copy
from leakguard.fix.diff import lines
from leakguard.fix.planned import Plan
from leakguard.fix.requirements import Missing
from leakguard.fix.taker import EnvFile
from leakguard.reporters import View
from leakguard.text import neutralise, plural, sentence

_COLORS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
_PLAIN = "\x1b[0m"


def diff(plan: Plan, view: View) -> str:
    """Give the diff of all files, each value masked."""
    shown = (line for file in plan.files for line in lines(file, view.located(file.script.path)))
    return "".join(f"{_colored(line) if view.color else line}\n" for line in shown)


def held_back(plan: Plan, view: View) -> str:
    """Give the diff of what is done only if somebody asks for fixes that are not safe."""
    return f"\nWith --unsafe-fixes it would be:\n{diff(plan, view)}" if plan.files else ""


def _colored(line: str) -> str:
    color = _COLORS.get(line[:1])
    return f"{color}{line}{_PLAIN}" if color else line


def summary(plan: Plan, view: View, *, is_applied: bool) -> str:
    """Give which values left which places, what is not fixed and why, and what to revoke."""
    return "".join(f"{line}\n" for line in _summary(plan, view, is_applied))


def _summary(plan: Plan, view: View, is_applied: bool) -> Iterator[str]:
    yield from _moved(plan, view, is_applied)
    yield from _others(plan, view, is_applied)
    if plan.mended and not is_applied:
        yield "Nothing was written; --apply writes it."
    yield from _left(plan, view)
    yield from _to_revoke(plan)
    if not plan.mended and not plan.left and not view.quiet:
        yield "Nothing to fix."


def _moved(plan: Plan, view: View, is_applied: bool) -> Iterator[str]:
    """The values that get out of the files, each with all its places."""
    if plan.moved:
        files = plural(len({path for it in plan.moved for path, _ in it.places}), "file")
        done = "left" if is_applied else "would leave"
        yield f"\n{plural(len(plan.moved), 'value')} {done} {files}:"
        for it in plan.moved:
            places = ", ".join(_place(view, path, place) for path, place in it.places)
            yield f"  {it.name}  {it.secret}  {places}"


def copies(found: Sequence[Copy], view: View) -> str:
    """Give where moved values still stand."""
    if not found:
        return ""
    one = len(found) == 1
    title = "A copy of a moved value is" if one else f"{len(found)} copies of moved values are"
    lines = (
        f"  {neutralise(view.located(it.path))}:{it.line}  {', '.join(it.names)}\n" for it in found
    )
    return f"\n{title} left behind, to be deleted by hand:\n{''.join(lines)}"


def notice(copy: Copy) -> Problem:
    """Give the same of one of them, for a report."""
    names = ", ".join(copy.names)
    return Problem(copy.path, f"line {copy.line}: a copy of {names} is left behind; delete it")


def _left(plan: Plan, view: View) -> Iterator[str]:
    """The findings that are not fixed, by the reason."""
    reasons: dict[str, list[Finding]] = {}
    for it in plan.left:
        reasons.setdefault(it.reason, []).append(it.finding)
    if reasons:
        yield f"\n{plural(len(plan.left), 'finding')} not fixed:"
    for reason, findings in reasons.items():
        yield f"  {reason}:"
        for finding in findings:
            yield f"    {_place(view, finding.where, finding.place)}  {finding.rule}"


def _to_revoke(plan: Plan) -> Iterator[str]:
    """What to do about each value, those of a pair together; no value twice."""
    if plan.values:
        yield "\nStill to revoke, since moving a leaked key does not un-leak it:"
    told: set[str] = set()
    for it in sorted(plan.mended, key=lambda it: -len(it.mends)):
        names = dict.fromkeys(mend.name or "" for mend in it.mends if mend.secret)
        if not told.issuperset(names):
            told.update(names)
            yield f"  {', '.join(names)}: {neutralise(sentence(it.finding.advice.steps[0]))}"


def _others(plan: Plan, view: View, is_applied: bool) -> Iterator[str]:
    """What is mended though no value is moved for it."""
    others = [it.finding for it in plan.mended if not any(mend.secret for mend in it.mends)]
    if others:
        done = "mended" if is_applied else "to be mended"
        yield f"\n{plural(len(others), 'finding')} without a value to move {done}:"
        for finding in others:
            yield f"  {_place(view, finding.where, finding.place)}  {finding.rule}"


def _place(view: View, path: str, place: Place) -> str:
    cell = f" ({place.cell})" if place.cell is not None else ""
    return f"{neutralise(view.located(path))}:{place.line}:{place.column}{cell}"


def keyring(plan: Plan, service: str) -> str:
    """Give the commands that ask for each value and put it into the keyring."""
    names = sorted(plan.values)
    commands = "".join(f"  keyring set {service} {name}\n" for name in names)
    return f"\nPut the values into the keyring; each command asks for one:\n{commands}" * bool(
        names
    )


def packages(missing: Iterable[Missing], root: str, view: View) -> str:
    """Give which packages the project has to declare for the change, and in which file."""
    found = []
    for it in missing:
        if it.file is not None:
            file = neutralise(os.path.normpath(view.located(os.path.relpath(it.file, root))))
            what = f"add {it.package} to {file}"
        else:
            what = f"`pip install {it.package}`, for no file here says what the project needs"
        found.append(f"note: the change imports {it.module}: {what}\n")
    return "".join(found)


def notes(plan: Plan, taker: EnvFile, *, is_applied: bool) -> str:
    """Give what is to be known of the env file: who may read it, and who reads it otherwise."""
    found = []
    for name, value in sorted(plan.values.items()):
        if not envfile.is_read_alike(value):
            found.append(f"{name} is quoted for python-dotenv; sh reads it otherwise")
        elif envfile.quoted(value) != value:
            docker = (
                "refuses several lines" if "\n" in value else "takes the quotes as a part of it"
            )
            found.append(
                f"{name} is quoted for python-dotenv and sh; `docker run --env-file` {docker}"
            )
    if taker.is_readable_by_others and any(name not in taker.entries for name in plan.values):
        found.append(
            "others could read the env file: its mode is 600 now"
            if is_applied
            else "others can read the env file: its mode will be 600"
        )
    if taker.repository is None and plan.values:
        name = neutralise(os.path.basename(taker.file))
        found.append(
            f"this is no git repository: once it is one, let git ignore {name}; "
            f"until then, a scan of the folder finds what {name} holds"
        )
    return "".join(f"note: {it}\n" for it in found)

"""`leakguard verify`: asks exchanges whether the pairs that are found are alive."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import click

from leakguard.cli import output
from leakguard.cli.inventoried import each_place, inventoried
from leakguard.cli.options import Wanted, defaults, named_again, setting_options, settings
from leakguard.cli.run import scanned, tell_problems, way
from leakguard.cli.scan import tree
from leakguard.document import Document
from leakguard.errors import UsageError
from leakguard.finding import Report
from leakguard.reporters import View
from leakguard.sources import Source
from leakguard.text import neutralise, plural
from leakguard.verify import shown
from leakguard.verify.asking import TIMEOUT, Asking
from leakguard.verify.pairs import PAST, pairs
from leakguard.verify.plan import Plan, endpoints, plan
from leakguard.verify.uses import uses
from leakguard.verify.verify import Verdict, verified
from leakguard.verify.written import as_json

_MOST = 20
"""Pairs that are asked about, if no other number is given."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@click.option(
    "--yes", is_flag=True, help="Ask the exchanges without a question before, for scripts."
)
@click.option(
    "--endpoint",
    "given",
    multiple=True,
    metavar="[ENVIRONMENT=]URL",
    help="Ask URL instead of the exchange's own host, for one environment or all; plain http only "
    "on this machine.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 300),
    default=TIMEOUT,
    show_default=True,
    metavar="SECONDS",
    help="Give a request up after so long.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=_MOST,
    show_default=True,
    metavar="N",
    help="Ask about N pairs at the most.",
)
@click.option(
    "--may-disturb-bots",
    is_flag=True,
    help="Ask also exchanges that want each request's number to be higher than the last one's, "
    "such as Kraken, Gemini and Bitfinex: a bot with that key may be locked out.",
)
@click.option(
    "--format",
    "-f",
    "kind",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="FORMAT",
    help="Write the verdicts as text or json.  [default: text]",
)
@click.option(
    "--output",
    "-o",
    "file",
    metavar="FILE",
    help="Write them to FILE as JSON, whole or not at all; `leakguard audit` reads it.",
)
@click.option("--include-ignored", is_flag=True, help="Look also at what git ignores.")
@click.option(
    "--history",
    is_flag=True,
    help="Ask about all pairs of the repository that `leakguard audit` tells of, also those that "
    "only the history has.",
)
@setting_options
def verify(
    paths: tuple[str, ...],
    yes: bool,
    given: tuple[str, ...],
    timeout: float,
    limit: int,
    may_disturb_bots: bool,
    kind: str,
    file: str | None,
    include_ignored: bool,
    history: bool,
    **rest: Any,
) -> None:
    """Ask the exchanges whether the key pairs in PATHS are alive, and what they may do.

    The hosts are named, and nothing is sent before you agree. Each pair is asked about with one
    signed request that only reads. Exit codes: 0 no pair is alive, 1 one is or may be, 2 errors.
    """
    addresses = endpoints(given)
    options = replace(defaults(), **rest)
    _refuse(paths, file, history, include_ignored)
    report, view, source = (
        _of_repository(options) if history else _of_paths(options, paths, include_ignored)
    )
    tell_problems(report, view)
    found, alone = pairs(report)
    plans = _limited([plan(it, addresses, may_disturb=may_disturb_bots) for it in found], limit)
    asked = [it for it in plans if it.targets]
    if alone:
        _tell("note", f"{plural(alone, 'secret')} with no API key near cannot be asked about")
    for reason, count in Counter(it.obstacle for it in plans if it.is_error).items():
        _tell("note", f"{plural(count, 'key pair')} cannot be asked about: {reason}")
    if asked:
        _agree(asked, view, is_agreed=yes)
    read = uses(_documents(source)) if asked else uses(())
    asking = Asking(timeout=timeout, tell=lambda text: _tell("note", text))
    again = named_again(options)
    verdicts: list[Verdict] = []

    def tell(it: Verdict) -> None:
        verdicts.append(it)
        if kind == "text":
            output.write(f"{shown.verdict(it, view.located, view.width, again)}\n", None)

    def tell_all(plans: list[Plan]) -> None:
        told = as_json(verdicts, plans)
        text = told if kind == "json" else _rest(plans, verdicts, report, view)
        output.write_each(partial(output.write, *it) for it in _places(text, told, file))

    try:
        _tell_each(verified(asked, asking, read), tell, is_kept=file is not None)
    except BaseException:  # what was answered is not lost when somebody has enough
        with suppress(output.ReaderGone):  # of which less is to be said
            tell_all(_unanswered(plans, verdicts))
        raise
    tell_all(plans)
    sys.exit(_exit_code(plans, verdicts, len(found) - len(verdicts), report))


def _tell_each(
    verdicts: Iterable[Verdict], tell: Callable[[Verdict], None], *, is_kept: bool
) -> None:
    """Tell of each pair when its answer comes. Where the answers are kept in a file, the asking
    goes on after nobody reads them here any more.

    Raises:
        ReaderGone: nobody does.
        UsageError: they cannot be written.
    """
    gone: output.ReaderGone | None = None
    for it in verdicts:
        try:
            tell(it)
        except output.ReaderGone as error:
            if not is_kept:
                raise
            gone = error
    if gone is not None:
        raise gone


def _places(text: str, told: str, file: str | None) -> Iterator[tuple[str, str | None]]:
    """Give what is written in the end, and where."""
    yield text, None
    if file is not None:
        yield told, file


def _refuse(paths: tuple[str, ...], file: str | None, whole: bool, include_ignored: bool) -> None:
    """Refuse what does not go together or cannot be written, before anybody is asked.

    Raises:
        UsageError: there is such a thing.
    """
    if "" in paths or file == "":
        raise UsageError("a path is empty")
    if whole and (paths or include_ignored):
        raise UsageError("--history takes no paths and no --include-ignored: it is about all keys")
    if file is not None and os.path.isdir(file):
        raise UsageError(f"cannot write {file}: it is a folder")
    if file is not None and not os.path.isdir(os.path.dirname(os.path.abspath(file))):
        raise UsageError(f"cannot write {file}: there is no such folder")


def _of_repository(options: Wanted) -> tuple[Report, View, Source]:
    """Find the keys of the repository that holds the current folder, one finding for each place;
    give also what is in its files."""
    found = inventoried(options)
    chosen = settings(options, found.folder)
    findings = each_place(found, chosen, PAST)
    view = View(prefix=way(os.curdir, found.folder), width=output.columns(sys.stdout))
    _, make_source = tree([found.folder], include_ignored=False)
    return replace(found.report, findings=findings, suppressed=()), view, make_source(chosen)


def _of_paths(
    options: Wanted, paths: tuple[str, ...], include_ignored: bool
) -> tuple[Report, View, Source]:
    root, make_source = tree(list(paths) or ["."], include_ignored)
    return *scanned(options, root, make_source), make_source(settings(options, root))


def _limited(plans: list[Plan], most: int) -> list[Plan]:
    """Ask about no more pairs than the limit."""
    asked = [it for it in plans if it.targets]
    beyond = asked[most:]
    return [
        Plan(it.pair, obstacle=f"There are more pairs than --limit {most}.") if it in beyond else it
        for it in plans
    ]


def _unanswered(plans: Iterable[Plan], verdicts: Iterable[Verdict]) -> list[Plan]:
    """Say of the pairs of which nothing is known yet that nobody has waited for it."""
    known = [it.pair for it in verdicts]
    return [
        Plan(it.pair, obstacle="The asking ended before an answer came.")
        if it.targets and it.pair not in known
        else it
        for it in plans
    ]


def _agree(asked: Iterable[Plan], view: View, *, is_agreed: bool) -> None:
    """Name the hosts, and wait for a yes.

    Raises:
        UsageError: there is nobody to say it, or it is a no.
        VerifyError: the environment names a proxy that cannot be used.
    """
    width = output.columns(sys.stderr)
    output.write(shown.announced(asked, view.located, width), "/dev/stderr")
    if is_agreed:
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("nothing was asked: there is no terminal to agree on; with --yes you do")
    try:
        is_agreed = click.confirm("Ask them?", default=False, err=True)
    except click.Abort:
        output.write("\n", "/dev/stderr")  # the cursor is still behind the question
        raise
    if not is_agreed:
        raise UsageError("nothing was asked")


def _documents(source: Source) -> Iterator[Document]:
    """Give all that is scanned and is a text, to see what it does with the keys."""
    return (it for it in source.read(source.list().items) if isinstance(it, Document))


def _rest(plans: list[Plan], verdicts: list[Verdict], report: Report, view: View) -> str:
    """What is said of the pairs that nobody was asked about, how many there are, or that there are
    none."""
    if plans:
        return shown.rest(plans, verdicts, view.located, view.width)
    return f"no key pair of an exchange found in {plural(report.statistics.files, 'file')}\n"


def _exit_code(plans: list[Plan], verdicts: list[Verdict], unasked: int, report: Report) -> int:
    if report.errors or any(it.is_error for it in plans):
        return 2
    return 1 if unasked or any(it.said.answer.state.may_be_alive for it in verdicts) else 0


def _tell(kind: str, text: str) -> None:
    output.write(f"leakguard: {kind}: {neutralise(text)}\n", "/dev/stderr")

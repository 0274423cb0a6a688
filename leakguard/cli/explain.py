"""`leakguard explain`: what a rule is for, or why a finding is one."""

import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace

import click

from leakguard.cli.options import Wanted, defaults, known_rules, rules_option
from leakguard.cli.output import write
from leakguard.cli.rules import own_rules, page_of
from leakguard.cli.run import check_rules, scanned, tell_problems
from leakguard.cli.scan import since_head, tree
from leakguard.cli.table import offered
from leakguard.errors import UsageError
from leakguard.finding import Finding
from leakguard.reporters import View, reporter
from leakguard.text import nearest, quoted

_FINGERPRINT = re.compile(r"[0-9a-f]{32}")
_PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]{1,9})(?::[0-9]{1,9})?:?")
"""As reports write one: `bot.py:5:86`."""

IsMeant = Callable[[Finding, View], bool]
"""Tells whether a finding is one that is asked about."""


@click.command()
@click.argument("what", metavar="RULE|FILE:LINE|FINGERPRINT", shell_complete=offered("rule_id"))
@rules_option
def explain(what: str, rules_from: str | None) -> None:
    """Show a rule's page; or what is found at a place, or by a fingerprint, in the current folder,
    with the page of its rule."""
    options = defaults(rules_from=rules_from)
    check_rules(options)
    known = [*known_rules(rules_from), *(it.id for it in own_rules(rules_from))]
    if what in known:
        write(page_of(what, rules_from), None)
    elif _FINGERPRINT.fullmatch(what):
        _explain_findings(what, lambda it, _: it.fingerprint == what, options)
    elif place := _PLACE.fullmatch(what):
        _explain_findings(what, _at(place), options)
    else:
        hint = nearest(what, known)
        raise UsageError(f"{quoted(what)} is no rule's id, no FILE:LINE and no fingerprint{hint}")


def _at(place: re.Match[str]) -> IsMeant:
    path, line = os.path.normpath(place["path"]), int(place["line"])
    return lambda it, view: (
        it.place.line == line and os.path.normpath(view.located(it.path)) == path
    )


def _explain_findings(what: str, is_meant: IsMeant, options: Wanted) -> None:
    root, make_source = tree(["."], include_ignored=False)
    report, view = scanned(options, root, make_source, narrow=since_head(root))
    found, suppressed = (
        tuple(it for it in every if is_meant(it, view))
        for every in (report.findings, report.suppressed)
    )
    if not (found or suppressed):
        tell_problems(report, view)
        raise UsageError(f"nothing is found in this folder that is {what}")
    alone = replace(report, findings=found, suppressed=suppressed, notices=(), errors=())
    shown = reporter("text")(alone, replace(view, show_suppressed=True, quiet=True))
    rules = dict.fromkeys(it.rule for it in (*found, *suppressed))
    pages = (page_of(it, options.rules_from) for it in rules)
    write("\n".join((shown, *pages)), None, view.color)
    sys.exit(0)

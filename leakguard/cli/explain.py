"""`leakguard explain`: what a rule is for, or why a finding is one."""

import re
import sys
from dataclasses import replace

import click

from leakguard import triggers
from leakguard.cli.options import defaults
from leakguard.cli.output import write
from leakguard.cli.rules import own_rules, page_of
from leakguard.cli.run import scanned, tell_problems
from leakguard.cli.scan import tree
from leakguard.errors import UsageError
from leakguard.reporters import reporter
from leakguard.text import nearest, quoted

_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


@click.command()
@click.argument("what", metavar="RULE|FINGERPRINT")
def explain(what: str) -> None:
    """Show a rule's page; or the finding of a fingerprint in the current folder, with the page of
    its rule."""
    known = [*triggers.load().by_id, *(it.id for it in own_rules())]
    if what in known:
        write(page_of(what), None)
    elif _FINGERPRINT.fullmatch(what):
        _explain_finding(what)
    else:
        hint = nearest(what, known)
        raise UsageError(f"{quoted(what)} is no rule's id and no fingerprint{hint}")


def _explain_finding(fingerprint: str) -> None:
    root, make_source = tree(["."], include_ignored=False)
    report, view = scanned(defaults(), root, make_source)
    every = (*report.findings, *report.suppressed)
    found = next((it for it in every if it.fingerprint == fingerprint), None)
    if found is None:
        tell_problems(report, view)
        raise UsageError(f"nothing is found in this folder that is {fingerprint}")
    is_suppressed = found.suppression is not None
    alone = replace(
        report,
        findings=() if is_suppressed else (found,),
        suppressed=(found,) if is_suppressed else (),
        notices=(),
        errors=(),
    )
    shown = replace(view, show_suppressed=True, quiet=True)
    write(reporter("text")(alone, shown) + "\n" + page_of(found.rule), None, view.color)
    sys.exit(0)

"""`leakguard explain`: what a rule is for, or why a finding is one."""

import re
import sys
from dataclasses import replace

import click

from leakguard.cli.options import Wanted, defaults, known_rules, rules_option
from leakguard.cli.output import write
from leakguard.cli.rules import own_rules, page_of
from leakguard.cli.run import check_rules, scanned, tell_problems
from leakguard.cli.scan import since_head, tree
from leakguard.cli.table import offered
from leakguard.errors import UsageError
from leakguard.reporters import reporter
from leakguard.text import nearest, quoted

_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


@click.command()
@click.argument("what", metavar="RULE|FINGERPRINT", shell_complete=offered("rule_id"))
@rules_option
def explain(what: str, rules_from: str | None) -> None:
    """Show a rule's page; or the finding of a fingerprint in the current folder, with the page of
    its rule."""
    options = defaults(rules_from=rules_from)
    check_rules(options)
    known = [*known_rules(rules_from), *(it.id for it in own_rules(rules_from))]
    if what in known:
        write(page_of(what, rules_from), None)
    elif _FINGERPRINT.fullmatch(what):
        _explain_finding(what, options)
    else:
        hint = nearest(what, known)
        raise UsageError(f"{quoted(what)} is no rule's id and no fingerprint{hint}")


def _explain_finding(fingerprint: str, options: Wanted) -> None:
    root, make_source = tree(["."], include_ignored=False)
    report, view = scanned(options, root, make_source, narrow=since_head(root))
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
    write(
        reporter("text")(alone, shown) + "\n" + page_of(found.rule, options.rules_from),
        None,
        view.color,
    )
    sys.exit(0)

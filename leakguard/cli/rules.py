"""`leakguard rules`: what is looked for."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leakguard import config, registry, triggers
from leakguard.advice import descriptions
from leakguard.cli.options import defaults, loaded, rules_option
from leakguard.cli.output import write
from leakguard.cli.run import check_rules
from leakguard.cli.table import offered
from leakguard.errors import UsageError
from leakguard.text import nearest, quoted, sentence, slug

if TYPE_CHECKING:
    from leakguard.rule.own import OwnRule


@click.group(invoke_without_command=True)
@click.option("--providers", is_flag=True, help="List the names of providers instead.")
@rules_option
@click.pass_context
def rules(context: click.Context, providers: bool, rules_from: str | None) -> None:
    """List the rules: id, kind, severity, confidence, and title with the provider; those that the
    configuration defines come last."""
    check_rules(defaults(rules_from=rules_from))
    context.obj = rules_from
    if context.invoked_subcommand is not None:
        return
    if providers:
        _list_providers(rules_from)
        return
    own = own_rules(rules_from)
    described = [*descriptions.described(rules_from).values(), *map(descriptions.describe, own)]
    widest = max(len(it.id) for it in described)
    lines = [
        f"{it.id:{widest}}  {it.kind:9}  {it.severity!s:8}  {it.confidence!s:6}  {it.title}\n"
        for it in described
    ]
    write("".join(lines), None)


def _list_providers(rules_from: str | None) -> None:
    """Write the names that `providers` of the configuration takes, each with what it stands for."""
    entries = triggers.load(rules_from=rules_from).rules
    names = sorted({(slug(it.provider), it.provider) for it in entries if it.provider is not None})
    widest = max(len(it) for it, _ in names)
    write("".join(f"{it:{widest}}  {name}\n" for it, name in names), None)


@rules.command()
@click.argument("rule_id", metavar="ID", shell_complete=offered("rule_id"))
@click.pass_obj
def show(rules_from: str | None, rule_id: str) -> None:
    """Show one rule: what it finds, why that is bad, and what to do."""
    write(page_of(rule_id, rules_from), None)


def page_of(rule_id: str, rules_from: str | None = None) -> str:
    """Give the page of a rule, for the terminal; `rules_from` is the folder of --rules.

    Raises:
        UsageError: there is no such rule.
    """
    known = triggers.load(rules_from=rules_from).by_id
    own = {it.id: it for it in own_rules(rules_from)}
    if rule_id not in known and rule_id not in own:
        hint = nearest(rule_id, [*known, *own])
        raise UsageError(f"there is no rule {quoted(rule_id)}{hint}")
    it = descriptions.describe(own.get(rule_id) or registry.load_rule(known[rule_id]))
    steps = [f"  {number}. {sentence(step)}" for number, step in enumerate(it.advice, start=1)]
    lines = [
        f"{it.id}: {it.title}\n",
        f"Severity {it.severity}, confidence {it.confidence}, {it.kind} rule.\n",
        f"{_page(it)}\n",
        "What to do:",
        *steps,
        *(["\nReferences:"] if it.references else []),
        *(f"  {reference}" for reference in it.references),
    ]
    return "\n".join(lines) + "\n"


def own_rules(rules_from: str | None = None) -> "tuple[OwnRule, ...]":
    """Give the rules of the configuration that counts in the current folder."""
    path = config.find(Path.cwd())
    return loaded(path, rules_from).rules if path is not None else ()


def _page(described: descriptions.Description) -> str:
    """The docstring of a syntax rule, without the references, which follow; else its reason."""
    page = described.docstring.partition("\nReferences:")[0].rstrip()
    return page or f"Why it is bad: {described.why}"

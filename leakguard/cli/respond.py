"""`leakguard respond`: the way out for one key that has leaked."""

import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import click

from leakguard import git, registry, triggers
from leakguard.advice import descriptions
from leakguard.cli.commits import source_of
from leakguard.cli.inventoried import Inventoried, inventoried
from leakguard.cli.options import Wanted, defaults, named_again, options_named
from leakguard.cli.output import columns, write
from leakguard.cli.run import scanned
from leakguard.errors import UsageError
from leakguard.finding import Finding, Report
from leakguard.history.objects import inventory
from leakguard.inventory.keys import HeldKey
from leakguard.masking.redact import scrub
from leakguard.respond.account import Account
from leakguard.respond.affected import affected
from leakguard.respond.content import Hit
from leakguard.respond.evidence import HOW, evidence
from leakguard.respond.forms import Forms
from leakguard.respond.json import as_json
from leakguard.respond.outcome import Outcome
from leakguard.respond.purge import purge
from leakguard.respond.repository import repository
from leakguard.respond.response import Key, Response
from leakguard.respond.search import Kind, Place, Searched, search
from leakguard.respond.state import Kept, State
from leakguard.respond.told import Mask, places, told


@click.command()
@click.argument("key", metavar="SECRET_ID|FINGERPRINT")
@click.option(
    "--done", is_flag=True, help="Look whether it is gone, and delete what was kept of it then."
)
@click.option(
    "--format",
    "-f",
    "output_format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to write it.",
)
@options_named("config_file", "rules_from", "isolated")
def respond(key: str, done: bool, output_format: str, **settings: Any) -> None:
    """Show the way out for a key that has leaked: revoke it, replace it, look at the account, take
    it out of the history. Nothing of it is run. What git-filter-repo needs for it is written into a
    folder of yours, outside of the repository; --done deletes that when the value is gone.

    Exit codes: 0, with --done 1 where the value still is somewhere, 2 where that is not known.
    """
    folder, options, width = git.repository("."), defaults(**settings), columns(sys.stdout)
    if done:
        outcome = _outcome(folder, key, options)
        write(outcome.as_json() if output_format == "json" else outcome.as_text(width), None)
        sys.exit(2 if outcome.problems else int(not outcome.is_gone))
    response = _response(folder, key, options)
    write(as_json(response) if output_format == "json" else told(response, width), None)


def _response(folder: str, name: str, options: Wanted) -> Response:
    """Look everything up, and keep what the commands read."""
    where = repository(folder)
    state = State.of(where.common, where.trees)
    held = _held(state, name, options)
    key = _key(held)
    findings = [it for spot in held.spots for it in spot.findings]
    forms = Forms(key.values)
    again = partial(_again, folder, options)
    more = evidence(folder, findings, key.values, forms, again)
    if more.written:
        forms = Forms(key.values, more.written)
    searched = _with(search(folder, forms), more.places)
    found = affected(folder, searched)
    kept = Kept(key.ids, key.kind, key.values, tuple(sorted(more.written)))
    target = state.folder_of(key.ids[0])
    asked = key.ids[0] + named_again(options)
    plan = purge(where, searched, found, more.written, target, asked)
    state.keep(kept, plan.files)
    return Response(key, held.first, searched, found, where, plan, str(target))


def _held(state: State, name: str, options: Wanted) -> HeldKey:
    found = inventoried(options, unreachable=True)
    try:
        return found.inventory.find(name)
    except UsageError:
        if state.find(name) is not None:
            message = "no scan finds it any more: `--done` looks for it in all forms"
            raise UsageError(message) from None
        raise


def _key(held: HeldKey) -> Key:
    best = max(
        (it for spot in held.spots for it in spot.findings),
        key=lambda it: (len(it.halves), it.provider == held.provider, it.confidence),
    )
    rule = _rule(held, best)
    described = descriptions.describe(registry.load_rule(rule)) if rule is not None else None
    return Key(
        ids=tuple(dict.fromkeys((held.id, *sorted(held.aliases)))),
        kind=scrub(held.kind),
        secret=held.secret,
        account=Account(
            provider=held.provider,
            role=held.role,
            is_exchange=rule is not None and ".exchanges." in rule.module,
            is_sandbox=held.sandbox,
            advice=described.advice if described is not None else best.advice.sentences,
            links=described.references[-1:] if described is not None else (),
        ),
        values=(held.secret.reveal(), *(it.secret.reveal() for it in held.halves)),
    )


def _rule(held: HeldKey, finding: Finding) -> registry.RuleEntry | None:
    """Give the rule that knows the provider; None if it is not known."""
    rules = triggers.load().rules
    own = [it for it in rules if it.id == finding.rule and it.provider is not None]
    alike = [it for it in rules if it.provider is not None and it.provider == held.provider]
    return next(iter((*own, *alike)), None)


def _again(folder: str, options: Wanted, blobs: Collection[str]) -> Iterable[Finding]:
    """Scan blobs once more, for what their values are put together of."""
    paths = {it.id: it.path for it in inventory(folder, unreachable=True).objects}
    wanted = [(paths.get(it) or f"object {it}", it) for it in blobs]
    kept: list[Finding] = []

    def keep(report: Report, _scan: object) -> Report:
        kept.extend(report.findings)
        return report

    scanned(options, folder, source_of(folder, wanted, "HEAD"), fixes=True, narrow=keep)
    return kept


def _with(searched: Searched, more: Iterable[Place]) -> Searched:
    """Give what was searched with places that only a scan has seen."""
    known = {(it.kind, it.name) for it in searched.places}
    others = tuple(it for it in more if (it.kind, it.name) not in known)
    return replace(searched, places=(*searched.places, *others))


def _outcome(folder: str, name: str, options: Wanted) -> Outcome:
    """Look where the value still is; delete what was kept of it if it is nowhere."""
    where = repository(folder)
    state = State.of(where.common, where.trees)
    kept = state.find(name)
    if kept is None:
        raise UsageError(f"nothing is kept of it: `leakguard respond {name}` comes first")
    searched = search(folder, Forms(kept.values, kept.written))
    problems = searched.problems
    if not searched.places:  # else nothing more has to be found
        found = inventoried(options, unreachable=True)
        problems = tuple(dict.fromkeys((*problems, *found.report.errors)))
        searched = _with(searched, _still(found, kept))
    if not (searched.places or problems):
        state.remove(kept)
    mask = Mask(kept.values, searched)
    return Outcome(
        kept.ids[0],
        kept.kind,
        places(searched, affected(folder, searched), mask),
        [f"{mask(it.path)}: {mask(it.message)}" for it in problems],
        [f"{mask(it.path)}: {mask(it.message)}" for it in searched.notes],
        state.backups(kept),
    )


def _still(found: Inventoried, kept: Kept) -> Iterator[Place]:
    """Give where a scan finds a value that none of its forms does."""
    findings = (it for key in found.inventory.keys for spot in key.spots for it in spot.findings)
    for it in findings:
        if it.secret is None or it.secret.reveal() not in kept.values:
            continue
        kind, _, name = it.origin.partition(" ")
        hit = Hit((HOW,), frozenset())
        is_object = kind in (Kind.BLOB, Kind.COMMIT, Kind.TAG)
        yield Place(Kind(kind), name, hit) if is_object else Place(Kind.FILE, it.where, hit)

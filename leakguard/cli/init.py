"""`leakguard init`: all that a project needs, in one command, and taken back by one."""

import sys
from collections.abc import Iterator
from functools import partial

import click

from leakguard import git
from leakguard.cli import output
from leakguard.cli.options import defaults
from leakguard.errors import UsageError
from leakguard.masking.redact import scrub
from leakguard.reporters.summary import warned
from leakguard.setup import hooks, ignored, workflows
from leakguard.setup.steps import Step, apply
from leakguard.text import neutralise, plural

_REASON = "there when leakguard came"
_OF_HISTORY = "what earlier commits hold was not looked at: leakguard scan --history"


@click.command()
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--yes", "-y", is_flag=True, help="Do not ask.")
@click.option("--remove", is_flag=True, help="Take back what init has written.")
@click.option(
    "--host",
    type=click.Choice(workflows.HOSTS),
    metavar="HOST",
    help=f"Write the workflow for {', '.join(workflows.HOSTS[:-1])} or {workflows.HOSTS[-1]}."
    "  [default: what origin points to]",
)
@click.option("--audit", is_flag=True, help="Let CI also run `leakguard audit`, once a week.")
def init(*, dry_run: bool, yes: bool, remove: bool, host: str | None, audit: bool) -> None:
    """Set a project up: a hook, the gate in CI, lines of .gitignore, a baseline if it is needed.

    What is there already is kept. Before anything is written it is shown, and asked about.
    """
    top = git.work_tree(".", own_repository=True)
    steps = list(_removal(top) if remove else _steps(top, host, audit=audit))
    _show(steps)
    done = "nothing is to be done for hook, CI and .gitignore"
    if steps and not dry_run:
        if not (yes or _is_wanted()):
            _say("nothing was written")
            sys.exit(1)
        apply(top, steps)
        done = f"{plural(len(steps), 'file')} written" if not remove else "taken back"
    elif steps:
        done = "nothing was written"
    if remove:
        _say(done, hooks.left(top), workflows.left(top))
        return
    advice = hooks.advice(top), workflows.advice(top, host, audit=audit), ignored.advice(top)
    output.write_each((partial(_say, done, *advice), partial(_baseline, dry_run)))


def _steps(top: str, host: str | None, *, audit: bool) -> Iterator[Step]:
    yield from hooks.steps(top)
    yield from workflows.steps(top, host, audit=audit)
    yield from ignored.steps(top)


def _removal(top: str) -> Iterator[Step]:
    for it in (hooks, workflows, ignored):
        yield from it.removal(top)


def _show(steps: list[Step]) -> None:
    for it in steps:
        verb = "remove" if it.after is None else "write" if it.before is None else "change"
        _say(f"{verb} {it.path}\n" + "\n".join(map(scrub, it.diff.split("\n"))))


def _is_wanted() -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError("nobody can be asked here: --yes writes, --dry-run shows")
    output.write("Write this? [y/N] ", None)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _baseline(dry_run: bool) -> None:
    """Let what is found now stay, unless there is a baseline: each can be looked at later."""
    from leakguard.cli.baseline import begun

    options = defaults(isolated=False, config_file=None)
    found = begun(options, _REASON, is_written=not dry_run)
    if found and dry_run:
        _say(f"baseline: {plural(len(found), 'finding')} would get an entry")
    elif found:
        entries = plural(len(found), "entry", "entries")
        _say(f"baseline: {entries} of what is there; look at each: leakguard baseline audit")
    _say(warned(found, "leakguard scan" if dry_run else "leakguard scan --show-suppressed"))
    has_commits, _ = git.tried(".", "rev-parse", "--verify", "--quiet", "HEAD")
    _say(_OF_HISTORY if has_commits else "")


def _say(*texts: str) -> None:
    lines = (line for text in texts if text for line in text.split("\n"))
    output.write("".join(f"{neutralise(it)}\n" for it in lines), None)

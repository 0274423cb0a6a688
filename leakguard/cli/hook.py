"""`leakguard hook`: finds out by itself what a hook has to look at."""

import os
import sys
from typing import Any

import click

from leakguard import git
from leakguard.cli.options import Wanted, shared_options, wanted
from leakguard.cli.run import run
from leakguard.cli.scan import scan_staged, since_head
from leakguard.config import Settings
from leakguard.errors import UsageError
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns
from leakguard.sources.index import has_staged

_STAGES = ("pre-commit", "commit-msg", "pre-push", "pre-receive")


@click.command()
@click.argument("stage", type=click.Choice(_STAGES), default=_STAGES[0], metavar="[STAGE]")
@click.argument("arguments", nargs=-1, type=click.Path(path_type=str), metavar="[ARGUMENTS]...")
@shared_options
def hook(stage: str, arguments: tuple[str, ...], **rest: Any) -> None:
    """Scan what a git hook is about: STAGE is pre-commit, commit-msg, pre-push or
    pre-receive.

    pre-commit, by default: what is staged; where nothing is, every tracked file, as `pre-commit run
    --all-files` asks for.

    commit-msg: the message of the commit; git's argument is the file that holds it.

    pre-push: the commits that the remote lacks; git's ARGUMENTS are its name and address.

    pre-receive: on a server, the commits that none of its refs has.
    """
    options = wanted(rest)
    if stage == "commit-msg":
        sys.exit(_scan_message(options, arguments))
    if stage != _STAGES[0]:
        from leakguard.cli.pushed import scan_pushed, scan_received

        if stage == "pre-push":
            sys.exit(scan_pushed(options, next(iter(arguments), None), os.environ))
        sys.exit(scan_received(options))
    if arguments:
        raise UsageError("pre-commit takes no arguments; to scan files, use `leakguard scan`")
    top = git.work_tree(".", own_repository=True)
    if has_staged(top):
        sys.exit(scan_staged(options))

    def make_source(settings: Settings) -> Source:
        from leakguard.sources.tree import TreeSource

        # A first commit may be empty: nothing named is nothing missed.
        has_files = git.run(top, "ls-files", "-z", "--cached", own_repository=True) != b""
        return TreeSource(
            root=top,
            paths=(top,) if has_files else (),
            exclude=Patterns(settings.exclude, base=settings.base),
            tracked_only=True,
            max_size=settings.max_file_size,
        )

    sys.exit(run(options, top, make_source, since_head(top)))


def _scan_message(options: Wanted, arguments: tuple[str, ...]) -> int:
    from leakguard.sources.message import message

    if len(arguments) != 1:
        raise UsageError("commit-msg takes the file that holds the message, as git gives it")
    try:
        with open(arguments[0], "rb") as file:
            raw = file.read()
    except OSError as error:
        raise UsageError(f"cannot read {arguments[0]}: {error.strerror}") from None
    top = git.work_tree(".", own_repository=True)
    return run(options, top, lambda _: message(raw, top))

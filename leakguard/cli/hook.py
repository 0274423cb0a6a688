"""`leakguard hook`: finds out by itself what a hook has to look at."""

import sys
from typing import Any

import click

from leakguard import git
from leakguard.cli.options import shared_options, wanted
from leakguard.cli.run import run
from leakguard.cli.scan import scan_staged
from leakguard.config import Settings
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns
from leakguard.sources.index import has_staged


@click.command()
@shared_options
def hook(**rest: Any) -> None:
    """Scan what is staged; where nothing is, every tracked file.

    The latter is what `pre-commit run --all-files` asks for.
    """
    options = wanted(rest)
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

    sys.exit(run(options, top, make_source))

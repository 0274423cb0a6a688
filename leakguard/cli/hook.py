"""`leakguard hook`: finds out by itself what a hook has to look at."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from leakguard import git
from leakguard.cli.options import shared_options, wanted
from leakguard.cli.run import run
from leakguard.config import Settings
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns
from leakguard.sources.index import IndexSource, has_staged


@click.command()
@shared_options
def hook(**rest: Any) -> None:
    """Scan what is staged; where nothing is, every tracked file.

    The latter is what `pre-commit run --all-files` asks for.
    """
    options = wanted(rest)
    top = os.fsdecode(
        git.run(".", "rev-parse", "--show-toplevel", own_repository=True).rstrip(b"\n")
    )

    def make_source(settings: Settings) -> Source:
        exclude = Patterns(settings.exclude)
        if has_staged(top):
            return IndexSource(top, exclude=exclude, max_size=settings.max_file_size)
        from leakguard.sources.tree import TreeSource

        return TreeSource(
            root=top,
            paths=(top,),
            exclude=exclude,
            tracked_only=True,
            max_size=settings.max_file_size,
        )

    sys.exit(run(options, Path(top), make_source))

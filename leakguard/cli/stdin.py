"""`leakguard scan -`: one text that comes through a pipe."""

import os
import sys

from leakguard.cli.options import Wanted
from leakguard.cli.run import run
from leakguard.cli.scan import since_head
from leakguard.config import Settings
from leakguard.errors import UsageError
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns
from leakguard.sources.stdin import from_stream
from leakguard.sources.tree import TreeSource

_NAME = "stdin"


def scan_stdin(options: Wanted, name: str | None, include_ignored: bool) -> int:
    """Scan the standard input, called `name`: its end decides what kind of text it is.

    Raises:
        UsageError: the name is empty, or a folder's.
    """
    if name is not None and (not name or os.path.isdir(name)):
        raise UsageError("--stdin-filename has to be the name of a file")
    here = os.getcwd()

    def make_source(settings: Settings) -> Source:
        around = TreeSource(
            root=here,
            paths=(),
            exclude=Patterns(settings.exclude, base=settings.base),
            include_ignored=include_ignored,
            max_size=settings.max_file_size,
        )
        stream = sys.stdin.buffer if sys.stdin is not None else None
        return from_stream(stream, name or _NAME, around)

    return run(options, here, make_source, since_head(here))

"""What the gate writes besides its reports where GitHub runs it.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

import os
from collections.abc import Callable, Iterator
from functools import partial

from leakguard.cli import output
from leakguard.cli.options import Wanted
from leakguard.errors import UsageError
from leakguard.finding import Report
from leakguard.gate.annotations import annotations, summary


def for_github(report: Report, options: Wanted) -> Iterator[Callable[[], None]]:
    """Give what annotates the lines of the pull request, and what writes the summary of the job;
    nothing where GitHub does not run this."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    if options.output_format == "text" or options.output is not None:
        yield partial(output.write, annotations(report), None, is_for_programs=True)
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        yield partial(_write_summary, report, file)


def _write_summary(report: Report, name: str) -> None:
    """Write the summary of the job.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        with open(name, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(summary(report))
    except OSError as error:
        raise UsageError(f"the summary of the job cannot be written: {error.strerror}") from None

"""What each of the shared options is called, takes and says in the help."""

import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from leakguard import config
from leakguard.errors import UsageError
from leakguard.levels import Severity
from leakguard.reporters import FORMATS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_LEVELS = [str(level) for level in Severity]


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def offered(name: str) -> Callable[..., "list[CompletionItem]"]:
    """Give a function of `leakguard.cli.completion`, which is loaded when a shell asks."""

    def offer(_: click.Context, __: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        found: list[CompletionItem]
        found = getattr(import_module("leakguard.cli.completion"), name)(incomplete)
        return found

    return offer


def _formats(
    context: click.Context, option: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    """Give formats, each alone or with the file for it (`sarif=leaks.sarif`), as they are."""
    for kind, sign, file in (it.partition("=") for it in values):
        if kind not in FORMATS:
            names = ", ".join(map(repr, FORMATS))
            raise click.BadParameter(f"{kind!r} is not one of {names}", context, option)
        if sign and file in ("", "-"):
            raise click.BadParameter(
                f"{kind}= needs a file; without = it goes to the standard output", context, option
            )
    return values


def _folder(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Give the folder of --rules as it is known to all processes."""
    if value is not None and not os.path.isdir(value):
        raise UsageError(f"--rules: there is no folder {value}")
    return None if value is None else os.path.realpath(value)


OPTIONS: Mapping[str, Callable[[Any], Any]] = {
    "formats": click.option(
        "--format",
        "-f",
        "formats",
        multiple=True,
        callback=_formats,
        shell_complete=offered("formats"),
        metavar="FORMAT[=FILE]",
        help=f"Write the report as {_listed(FORMATS)}; with =FILE write it also there,"
        " again for more.  [default: text]",
    ),
    "output": click.option(
        "--output", "-o", metavar="FILE", help="Write the report to FILE, whole or not at all."
    ),
    "select": click.option(
        "--select",
        multiple=True,
        metavar="RULE",
        shell_complete=offered("rule_ids"),
        help="Run only these rules; again for more, or separated by commas.",
    ),
    "ignore": click.option(
        "--ignore",
        multiple=True,
        metavar="RULE",
        shell_complete=offered("rule_ids"),
        help="Leave out these rules.",
    ),
    "severity": click.option(
        "--severity",
        type=click.Choice(_LEVELS),
        metavar="LEVEL",
        help=f"Show findings from this severity up: {_listed(_LEVELS)}; what is not shown"
        " does not fail.  [default: info]",
    ),
    "fail_on": click.option(
        "--fail-on",
        type=click.Choice(_LEVELS),
        metavar="LEVEL",
        default="low",
        help="Exit with 1 for findings from this severity up.  [default: low]",
    ),
    "exclude": click.option(
        "--exclude",
        multiple=True,
        metavar="GLOB",
        help="Leave out paths that match, as in a .gitignore; again for more.",
    ),
    "max_file_size": click.option(
        "--max-file-size",
        metavar="SIZE",
        help="Leave out larger files, with a notice; 0 for no limit.  [default: 64MiB]",
    ),
    "archive_depth": click.option(
        "--archive-depth",
        type=click.IntRange(0, config.MOST_ARCHIVE_DEPTH),
        metavar="N",
        help="Look into archives, and N deep into those inside of them; 0 for into none."
        "  [default: 1]",
    ),
    "exit_zero": click.option(
        "--exit-zero", is_flag=True, help="Exit with 0 also when there are findings."
    ),
    "strict": click.option(
        "--strict",
        is_flag=True,
        help="Exit with 2 when something was left out or could not be read as Python.",
    ),
    "config_file": click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Read the settings from FILE.",
    ),
    "rules_from": click.option(
        "--rules",
        "rules_from",
        callback=_folder,
        metavar="DIR",
        help="Run also the rules that the Python files in DIR define; these files are executed.",
    ),
    "isolated": click.option("--isolated", is_flag=True, help="Read no configuration file."),
    "why": click.option(
        "--why", is_flag=True, help="Show also what was rejected, and the reason; in text and json."
    ),
    "show_suppressed": click.option(
        "--show-suppressed",
        is_flag=True,
        help="Show also what is allowed or in the baseline, and the reason.",
    ),
    "show_secrets": click.option("--show-secrets", is_flag=True, help="Show values unmasked."),
    "jobs": click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        metavar="N",
        help="Use up to N processes.  [default: one a core]",
    ),
    "no_cache": click.option(
        "--no-cache",
        is_flag=True,
        help="Look also at what was found clean before and has not changed.",
    ),
    "quiet": click.option(
        "--quiet", "-q", is_flag=True, help="Print findings and problems, no summary."
    ),
    "no_color": click.option(
        "--no-color", is_flag=True, help="Print without colours, as NO_COLOR does."
    ),
}

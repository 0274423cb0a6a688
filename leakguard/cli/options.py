"""Options that several verbs share, and how they and the configuration come together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from leakguard import config
from leakguard.errors import UsageError
from leakguard.finding import Severity
from leakguard.reporters import FORMATS
from leakguard.text import nearest

F = TypeVar("F", bound=Callable[..., Any])
_LEVELS = [str(level) for level in Severity]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says about rules, configuration and output."""

    output_format: str
    output: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: str | None
    fail_on: str
    exclude: tuple[str, ...]
    max_file_size: str | None
    exit_zero: bool
    strict: bool
    config_file: Path | None
    isolated: bool
    why: bool
    show_secrets: bool
    jobs: int | None
    quiet: bool
    no_color: bool


_OPTIONS = (
    click.option("--format", "output_format", type=click.Choice(FORMATS), default="text",
                 show_default=True, help="How to write the report."),
    click.option("--output", type=click.Path(path_type=Path), metavar="FILE",
                 help="Write the report to FILE, whole or not at all."),
    click.option("--select", multiple=True, metavar="RULE",
                 help="Run only these rules; again for more, or separated by commas."),
    click.option("--ignore", multiple=True, metavar="RULE", help="Leave out these rules."),
    click.option("--severity", type=click.Choice(_LEVELS),
                 help="Show findings from this severity up; what is not shown does not fail."
                 "  [default: info]"),
    click.option("--fail-on", type=click.Choice(_LEVELS), default="low", show_default=True,
                 help="Exit with 1 for findings from this severity up."),
    click.option("--exclude", multiple=True, metavar="GLOB",
                 help="Leave out paths that match, as in a .gitignore; again for more."),
    click.option("--max-file-size", metavar="SIZE",
                 help="Leave out larger files, with a notice; 0 for no limit.  [default: 64MiB]"),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 also when there are findings."),
    click.option("--strict", is_flag=True,
                 help="Exit with 2 when something was left out or could not be read as Python."),
    click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="FILE",
                 help="Read the settings from FILE."),
    click.option("--isolated", is_flag=True, help="Read no configuration file."),
    click.option("--why", is_flag=True, help="Show also what was rejected, and the reason."),
    click.option("--show-secrets", is_flag=True, help="Show values unmasked."),
    click.option("--jobs", type=click.IntRange(min=1), metavar="N",
                 help="Use up to N processes.  [default: one a core]"),
    click.option("--quiet", "-q", is_flag=True, help="Print findings and problems, no summary."),
    click.option("--no-color", is_flag=True, help="Print without colours, as NO_COLOR does."),
)  # fmt: skip


def shared_options(command: F) -> F:
    """Add the shared options to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def wanted(values: dict[str, Any]) -> Wanted:
    """Put the values of the shared options together; they are taken out of `values`."""
    return Wanted(**{field.name: values.pop(field.name) for field in fields(Wanted)})


def settings(options: Wanted, root: Path, known_rules: Iterable[str]) -> config.Settings:
    """Give what is in force: the command line, then the configuration, then the defaults.

    Raises:
        ConfigError: the configuration is wrong.
        UsageError: the command line names what does not exist.
    """
    known = sorted(known_rules)
    if options.config_file is not None and options.isolated:
        raise UsageError("--config and --isolated exclude each other")
    path = options.config_file
    if path is None and not options.isolated:
        path = config.find(root)
    found = config.load(path, known) if path is not None else config.Settings()
    select, ignore = _ids(options.select, known), _ids(options.ignore, known)
    return replace(
        found,
        select=select or found.select,
        ignore=found.ignore + ignore,
        severity=Severity[options.severity.upper()] if options.severity else found.severity,
        exclude=found.exclude + options.exclude,
        max_file_size=config.size(options.max_file_size, "--max-file-size")
        if options.max_file_size is not None
        else found.max_file_size,
    )


def _ids(values: Iterable[str], known: list[str]) -> tuple[str, ...]:
    ids = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    for rule_id in ids:
        if rule_id not in known:
            raise UsageError(f"there is no rule {rule_id!r}{nearest(rule_id, known)}")
    return ids

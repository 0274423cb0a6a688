"""Options that several verbs share, and how they and the configuration come together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

import click

from leakguard import config, triggers
from leakguard.errors import UsageError
from leakguard.finding import Severity
from leakguard.reporters import FORMATS
from leakguard.sources.ignore import rebased

F = TypeVar("F", bound=Callable[..., Any])
_LEVELS = [str(level) for level in Severity]


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says about rules, configuration and output."""

    formats: tuple[str, ...]
    output: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: str | None
    fail_on: str
    exclude: tuple[str, ...]
    max_file_size: str | None
    archive_depth: int | None
    exit_zero: bool
    strict: bool
    config_file: Path | None
    isolated: bool
    why: bool
    show_suppressed: bool
    show_secrets: bool
    jobs: int | None
    quiet: bool
    no_color: bool
    no_cache: bool

    @property
    def output_format(self) -> str:
        """The format of the report for the standard output, or for the file of --output.

        Raises:
            UsageError: there are several.
        """
        named = [it for it in self.formats if "=" not in it]
        if len(named) > 1:
            raise UsageError(
                f"--format {named[0]} and --format {named[1]}: all but one need a file, as in "
                f"--format {named[1]}=FILE"
            )
        return named[0] if named else "text"

    @property
    def also(self) -> tuple[tuple[str, str], ...]:
        """The other reports: each with its format and its file."""
        parts = (it.partition("=") for it in self.formats if "=" in it)
        return tuple((kind, file) for kind, _, file in parts)


_OPTIONS: Mapping[str, Callable[[Any], Any]] = {
    "formats": click.option(
        "--format",
        "formats",
        multiple=True,
        callback=_formats,
        metavar="FORMAT[=FILE]",
        help=f"Write the report as {_listed(FORMATS)}; with =FILE write it also there,"
        " again for more.  [default: text]",
    ),
    "output": click.option(
        "--output", metavar="FILE", help="Write the report to FILE, whole or not at all."
    ),
    "select": click.option(
        "--select",
        multiple=True,
        metavar="RULE",
        help="Run only these rules; again for more, or separated by commas.",
    ),
    "ignore": click.option(
        "--ignore", multiple=True, metavar="RULE", help="Leave out these rules."
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


def shared_options(command: F) -> F:
    """Add the shared options to a command."""
    return _with(command, _OPTIONS)


_SETTING = (
    "select", "ignore", "severity", "exclude", "max_file_size", "archive_depth", "config_file",
    "isolated",
)  # fmt: skip


def setting_options(command: F) -> F:
    """Add those of the shared options that say what a configuration can, or which one counts."""
    return _with(command, {it: option for it, option in _OPTIONS.items() if it in _SETTING})


def _with(command: F, options: Mapping[str, Callable[[F], F]]) -> F:
    for option in reversed(list(options.values())):
        command = option(command)
    return command


def wanted(values: dict[str, Any]) -> Wanted:
    """Put the values of the shared options together; they are taken out of `values`."""
    return Wanted(**{field.name: values.pop(field.name) for field in fields(Wanted)})


def defaults(*, config_file: Path | None = None, isolated: bool = False) -> Wanted:
    """Give what the options are if the command line has none of them but the configuration's."""
    return Wanted(
        formats=("text",), output=None, select=(), ignore=(), severity=None, fail_on="low",
        exclude=(), max_file_size=None, archive_depth=None, exit_zero=False, strict=False,
        config_file=config_file, isolated=isolated, why=False, show_suppressed=False,
        show_secrets=False, jobs=None, quiet=False, no_color=True, no_cache=True,
    )  # fmt: skip


def settings(options: Wanted, root: str) -> config.Settings:
    """Give what is in force: the command line, then the configuration, then the defaults.

    Raises:
        ConfigError: the configuration is wrong.
        UsageError: the command line names what does not exist.
    """
    path, base = file_of(options, root)
    found = config.load(path, _known_rules()) if path is not None else config.Settings()
    exclude = config.patterns(list(options.exclude), "--exclude")
    own = [it.id for it in found.rules]
    select, ignore = _ids("--select", options.select, own), _ids("--ignore", options.ignore, own)
    return replace(
        found,
        select=select or found.select,
        ignore=found.ignore + ignore,
        severity=Severity[options.severity.upper()] if options.severity else found.severity,
        exclude=found.exclude + tuple(rebased(pattern, base) for pattern in exclude),
        base=base,
        per_path=tuple(replace(it, severity=None) for it in found.per_path)
        if options.severity
        else found.per_path,
        max_file_size=config.size(options.max_file_size, "--max-file-size")
        if options.max_file_size is not None
        else found.max_file_size,
        archive_depth=options.archive_depth
        if options.archive_depth is not None
        else found.archive_depth,
    )


def file_of(options: Wanted, root: str) -> tuple[Path | None, str]:
    """Give the configuration file that counts, and what leads from its folder to the root.

    Raises:
        ConfigError: a pyproject.toml cannot be read.
        UsageError: one is named, and none is to be read.
    """
    if options.config_file is not None and options.isolated:
        raise UsageError("--config and --isolated exclude each other")
    path, base = options.config_file, ""
    if path is None and not options.isolated and (path := config.find(Path(root))) is not None:
        below = Path(root).relative_to(path.parent).as_posix()
        base = "" if below == "." else f"{below}/"
    return path, base


def selected(chosen: config.Settings) -> frozenset[str] | None:
    """Give the ids of the rules to run, or None for all.

    Raises:
        UsageError: none is left.
    """
    if chosen.select is None and not chosen.ignore:
        return None
    own = [it.id for it in chosen.rules]
    every = [*_known_rules(), *own] if chosen.select is None else chosen.select
    left = frozenset(every) - frozenset(chosen.ignore)
    if not left:
        raise UsageError("no rule is left to run: look at `select` and `ignore`")
    return left


def _ids(option: str, values: Iterable[str], own: Sequence[str]) -> tuple[str, ...]:
    ids = [part.strip() for value in values for part in value.split(",")]
    return config.rule_ids(ids, option, [*_known_rules(), *own]) if ids else ()


def _known_rules() -> list[str]:
    return sorted(entry.id for entry in triggers.load().rules)

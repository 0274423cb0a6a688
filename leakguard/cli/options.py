"""Options that several verbs share, and how they and the configuration come together."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from leakguard import config, triggers
from leakguard.cli.table import OPTIONS
from leakguard.errors import UsageError
from leakguard.levels import Severity
from leakguard.sources.ignore import rebased

F = TypeVar("F", bound=Callable[..., Any])


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
    rules_from: str | None

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


def shared_options(command: F) -> F:
    """Add the shared options to a command."""
    return _with(command, OPTIONS)


_SETTING = (
    "select", "ignore", "severity", "exclude", "max_file_size", "archive_depth", "config_file",
    "rules_from", "isolated",
)  # fmt: skip


def baseline_options(command: F) -> F:
    """Add those of the shared options that say which configuration counts, and which rules."""
    return _with(command, {it: OPTIONS[it] for it in ("config_file", "rules_from", "isolated")})


def rules_option(command: F) -> F:
    """Add the option that names a folder of rules."""
    return _with(command, {"rules_from": OPTIONS["rules_from"]})


def setting_options(command: F) -> F:
    """Add those of the shared options that say what a configuration can, or which one counts."""
    return _with(command, {it: option for it, option in OPTIONS.items() if it in _SETTING})


def options_named(*names: str) -> Callable[[F], F]:
    """Give what adds some of the shared options to a command."""
    return lambda command: _with(command, {it: OPTIONS[it] for it in names})


def _with(command: F, options: Mapping[str, Callable[[F], F]]) -> F:
    for option in reversed(list(options.values())):
        command = option(command)
    return command


def wanted(values: dict[str, Any]) -> Wanted:
    """Put the values of the shared options together; they are taken out of `values`."""
    return Wanted(**{field.name: values.pop(field.name) for field in fields(Wanted)})


def defaults(
    *, config_file: Path | None = None, rules_from: str | None = None, isolated: bool = False
) -> Wanted:
    """Give what the options are if the command line has none of them but the configuration's."""
    return Wanted(
        formats=("text",), output=None, select=(), ignore=(), severity=None, fail_on="low",
        exclude=(), max_file_size=None, archive_depth=None, exit_zero=False, strict=False,
        config_file=config_file, isolated=isolated, why=False, show_suppressed=False,
        show_secrets=False, jobs=None, quiet=False, no_color=True, no_cache=True,
        rules_from=rules_from,
    )  # fmt: skip


def named_again(options: Wanted) -> str:
    """Give, for a shell in whatever folder, the options by which another command finds the same:
    which configuration counts, and which rules; each with a space before it."""
    from leakguard.shell import quote

    given = (("--config", options.config_file), ("--rules", options.rules_from))
    words = [f" {name} {quote(os.path.abspath(path))}" for name, path in given if path is not None]
    return "".join((*words, " --isolated" if options.isolated else ""))


def settings(options: Wanted, root: str) -> config.Settings:
    """Give what is in force: the command line, then the configuration, then the defaults.

    Raises:
        ConfigError: the configuration is wrong.
        UsageError: the command line names what does not exist.
    """
    path, base = file_of(options, root)
    found = loaded(path, options.rules_from) if path is not None else config.Settings()
    exclude = config.patterns(list(options.exclude), "--exclude")
    known = known_rules(options.rules_from) if options.select or options.ignore else []
    known += [it.id for it in found.rules]
    select = _ids("--select", options.select, known)
    ignore = _ids("--ignore", options.ignore, known)
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
        base = config.base_of(path, Path(root))
    return path, base


def selected(chosen: config.Settings, rules_from: str | None = None) -> frozenset[str] | None:
    """Give the ids of the rules to run, or None for all; `rules_from` is the folder of --rules.

    Raises:
        UsageError: none is left.
    """
    if config.is_all(chosen):
        return None
    return config.chosen(chosen, triggers.load(rules_from=rules_from).rules)


def loaded(path: Path, rules_from: str | None) -> config.Settings:
    """Read a configuration file; `rules_from` as in `selected`.

    Raises:
        ConfigError: it is wrong.
    """
    rules = triggers.load(rules_from=rules_from).rules
    return config.load(path, [it.id for it in rules], config.providers_of(rules))


def _ids(option: str, values: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    ids = [part.strip() for value in values for part in value.split(",")]
    return config.rule_ids(ids, option, known) if ids else ()


def known_rules(rules_from: str | None = None) -> list[str]:
    """Give the ids of the rules of the pack, and of the folder that --rules names, sorted."""
    return sorted(entry.id for entry in triggers.load(rules_from=rules_from).rules)

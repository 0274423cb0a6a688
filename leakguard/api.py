"""What other programs may call: a scan of files, and one of a text."""

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from leakguard import clock, config, engine, triggers
from leakguard.archives.limits import Limits
from leakguard.errors import UsageError
from leakguard.finding import Report, Severity
from leakguard.history.changes import Blob
from leakguard.masking.hiding import hidden
from leakguard.scanning.per_path import PerPath
from leakguard.sources import Source
from leakguard.sources.committed import CommittedSource
from leakguard.sources.ignore import Patterns
from leakguard.sources.texts import Texts
from leakguard.sources.tree import TreeSource
from leakguard.suppress.apart import apart
from leakguard.suppress.baseline import Baseline, applied, of_root
from leakguard.suppress.in_head import as_in_head
from leakguard.text import neutralise


def scan(
    path: str | os.PathLike[str] = ".",
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Severity | str | None = None,
    isolated: bool = False,
    jobs: int | None = None,
) -> Report:
    r"""Scan a file, or a folder: inside a git work tree what git would commit, as `leakguard scan`
    does.

    Args:
        path: of the file or folder.
        select: ids of the rules to run; those of the configuration, or all, if none is given.
        ignore: ids of rules to leave out besides those of the configuration.
        severity: the least that is given, such as `Severity.HIGH` or `"high"`; that of the
            configuration, or any, if None.
        isolated: whether to read no configuration and no baseline.
        jobs: processes; one a core if None.

    Returns:
        The findings, ordered by path and place (lines and columns from 1), what was suppressed,
        what could not be read (`errors`) and what was left out (`notices`). A value prints masked.

    Raises:
        LeakguardError: nothing can be scanned, or be called so, the configuration is wrong, or
            there is no rule of an id, or no severity of a name.

    >>> import leakguard, pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = pathlib.Path(folder, "bot.py").write_text("import os\n")
    ...     report = leakguard.scan(folder)
    >>> report.findings, report.statistics.files
    ((), 1)
    """
    if not os.fspath(path):
        raise UsageError("the path is empty")
    full = os.path.abspath(path)
    if "\0" in full or not _is_name(full):
        raise UsageError(f"{neutralise(full)}: no file can be called so")
    root = full if os.path.isdir(full) else os.path.dirname(full)
    settings = config.Settings()
    if not isolated and (file := config.find(Path(root))) is not None:
        rules = triggers.load().rules
        settings = config.load(file, [it.id for it in rules], config.providers_of(rules))
        settings = replace(settings, base=config.base_of(file, Path(root)))
    settings = _with_severity(settings, severity)
    source = TreeSource(
        root=root,
        paths=(full,),
        exclude=Patterns(settings.exclude, base=settings.base),
        max_size=settings.max_file_size,
    )
    baseline = None if isolated else of_root(root)
    return _report(source, settings, select, ignore, jobs, baseline, root)


def scan_text(
    text: str | bytes,
    name: str = "text.txt",
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: Severity | str | None = None,
) -> Report:
    """Scan one text, as if it were a file.

    Args:
        text: what is scanned.
        name: the file's; its end decides what kind of text it is, such as Python for `.py`.
        select: ids of the rules to run; all if none is given.
        ignore: ids of rules to leave out.
        severity: the least that is given; any if None.

    Returns:
        As of `scan`.

    Raises:
        LeakguardError: there is no rule of an id, or no severity of a name.

    >>> import leakguard
    >>> leakguard.scan_text("password = os.environ['PASSWORD']", "bot.py").findings
    ()
    """
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    settings = _with_severity(config.Settings(), severity)
    return _report(Texts({name: raw}), settings, select, ignore, 1)


def _is_name(path: str) -> bool:
    """Tell whether the system can have a file of that name."""
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return True


def _with_severity(settings: config.Settings, severity: Severity | str | None) -> config.Settings:
    """Give the settings with the severity that is asked for, whatever they say of paths."""
    if severity is None:
        return settings
    per_path = tuple(replace(it, severity=None) for it in settings.per_path)
    least = config.severity(str(severity), "severity")
    return replace(settings, severity=least, per_path=per_path)


def _report(
    source: Source,
    settings: config.Settings,
    select: Iterable[str],
    ignore: Iterable[str],
    jobs: int | None,
    baseline: Baseline | None = None,
    root: str | None = None,
) -> Report:
    rules = triggers.load().rules
    known = [*(it.id for it in rules), *(it.id for it in settings.rules)]
    chosen = replace(
        settings,
        select=config.rule_ids(list(select), "select", known) or settings.select,
        ignore=(*settings.ignore, *config.rule_ids(list(ignore), "ignore", known)),
    )
    options = engine.Options(
        selected=None if config.is_all(chosen) else config.chosen(chosen, rules),
        jobs=jobs,
        archives=Limits(settings.archive_depth, settings.max_file_size),
        exclude=Patterns(settings.exclude, base=settings.base),
        honour=settings.honour,
        own_rules=settings.rules,
        per_path=PerPath(settings.per_path, settings.base),
        today=clock.now(os.environ).date(),
        keeps_paths=True,
    )
    report = engine.scan(source, options)
    if root is not None:
        report = as_in_head(root, report, partial(_committed, settings, options))
    report = hidden(report)
    whole = apart(report if baseline is None else applied(report, baseline, options.today))
    shown = (
        it
        for it in whole.findings
        if it.severity >= options.per_path.severity_at(it.path, settings.severity)
    )
    return replace(whole, findings=tuple(shown))


def _committed(
    settings: config.Settings, options: engine.Options, top: str, blobs: tuple[Blob, ...]
) -> Report:
    """Scan what HEAD has at some paths."""
    exclude = Patterns(settings.exclude, base=settings.base)
    source = CommittedSource(
        top, blobs, "HEAD", {}, exclude=exclude, max_size=settings.max_file_size
    )
    return engine.scan(source, options)

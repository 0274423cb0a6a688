"""What other programs may call: a scan of files, and one of a text."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from leakguard import config, engine, triggers
from leakguard.archives.limits import Limits
from leakguard.finding import Report
from leakguard.per_path import PerPath
from leakguard.sources import Source
from leakguard.sources.ignore import Patterns
from leakguard.sources.texts import Texts
from leakguard.sources.tree import TreeSource
from leakguard.suppress.apart import apart
from leakguard.suppress.baseline import Baseline, applied, of_root


def scan(
    path: str | os.PathLike[str] = ".",
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    isolated: bool = False,
    jobs: int | None = None,
) -> Report:
    r"""Scan a file, or a folder: inside a git work tree what git would commit, as `leakguard scan`
    does.

    Args:
        path: of the file or folder.
        select: ids of the rules to run; those of the configuration, or all, if none is given.
        ignore: ids of rules to leave out besides those of the configuration.
        isolated: whether to read no configuration and no baseline.
        jobs: processes; one a core if None.

    Returns:
        The findings, ordered by path and place (lines and columns from 1), what was suppressed,
        what could not be read (`errors`) and what was left out (`notices`). A value prints masked.

    Raises:
        LeakguardError: nothing can be scanned, the configuration is wrong, or there is no rule of
            an id.

    >>> import leakguard, pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = pathlib.Path(folder, "bot.py").write_text("import os\n")
    ...     report = leakguard.scan(folder)
    >>> report.findings, report.statistics.files
    ((), 1)
    """
    full = os.path.abspath(path)
    root = full if os.path.isdir(full) else os.path.dirname(full)
    settings = config.Settings()
    if not isolated and (file := config.find(Path(root))) is not None:
        rules = triggers.load().rules
        settings = config.load(file, [it.id for it in rules], config.providers_of(rules))
    source = TreeSource(
        root=root,
        paths=(full,),
        exclude=Patterns(settings.exclude, base=settings.base),
        max_size=settings.max_file_size,
    )
    baseline = None if isolated else of_root(root)
    return _report(source, settings, select, ignore, jobs, baseline)


def scan_text(
    text: str | bytes,
    name: str = "text.txt",
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Report:
    """Scan one text, as if it were a file.

    Args:
        text: what is scanned.
        name: the file's; its end decides what kind of text it is, such as Python for `.py`.
        select: ids of the rules to run; all if none is given.
        ignore: ids of rules to leave out.

    Returns:
        As of `scan`.

    Raises:
        LeakguardError: there is no rule of an id.

    >>> import leakguard
    >>> leakguard.scan_text("password = os.environ['PASSWORD']", "bot.py").findings
    ()
    """
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return _report(Texts({name: raw}), config.Settings(), select, ignore, 1)


def _report(
    source: Source,
    settings: config.Settings,
    select: Iterable[str],
    ignore: Iterable[str],
    jobs: int | None,
    baseline: Baseline | None = None,
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
    )
    report = engine.scan(source, options)
    return apart(report if baseline is None else applied(report, baseline, options.today))

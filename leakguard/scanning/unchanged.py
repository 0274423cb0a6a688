"""A whole repository that is still what it was when nothing was found in it is not looked at."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from leakguard.report import Problem, Report, Statistics
from leakguard.scanning.clean import Clean


def as_before(look: Callable[[], Report], state: str, today: date, memory: Clean | None) -> Report:
    """Give the report of an earlier scan of the same day that found nothing, if it was made in the
    same state; else that of `look`, and keep it if nothing is found now.

    A day is part of it, since some allowances end with one.
    """
    if memory is None or not state:
        return look()
    key = f"{state} {today.isoformat()}"
    told = memory.told(key)
    known = _read(told) if told is not None else None
    if known is not None:
        return known
    report = look()
    if not (report.findings or report.rejected or report.originals or report.errors):
        memory.keep(key, _written(report))
    return report


def _written(report: Report) -> str:
    notices = [[it.path, it.message] for it in report.notices]
    return json.dumps({"notices": notices, "statistics": asdict(report.statistics)})


def _read(told: str) -> Report | None:
    """Give the report that was written so; None if it was not, in a file that is damaged."""
    try:
        data: Any = json.loads(told)
        notices = tuple(Problem(_as(str, path), _as(str, it)) for path, it in data["notices"])
        counts = Statistics(**{name: _as(int, it) for name, it in data["statistics"].items()})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return Report((), (), (), notices, replace(counts, unchanged=counts.files))


def _as(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError
    return value

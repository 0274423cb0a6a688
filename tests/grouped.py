"""Many cases in one test: to hand out a test for each would take longer than to look at it."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import pytest

T = TypeVar("T")


def each(cases: Mapping[str, T] | Iterable[T], check: Callable[[T], None]) -> None:
    """Check all cases; `cases` may have names for them.

    Raises:
        BaseExceptionGroup: what every one of those has raised that fail, with its name as a note.
    """
    named = cases.items() if isinstance(cases, Mapping) else ((repr(it), it) for it in cases)
    failures: dict[str, BaseException] = {}
    count = 0
    for count, (name, case) in enumerate(named, start=1):  # noqa: B007
        try:
            check(case)
        except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001
            error.add_note(f"The case: {name}")
            failures[name] = error
    assert count, "there is no case"
    if failures:
        told = f"{len(failures)} of {count} cases fail: {', '.join(failures)}"
        raise BaseExceptionGroup(told, list(failures.values()))

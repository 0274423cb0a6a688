"""The time: the machine's, or what SOURCE_DATE_EPOCH says."""

import time
from datetime import UTC, datetime

import pytest

from leakguard.clock import now
from leakguard.errors import UsageError


def test_the_variable_is_the_time() -> None:
    assert now({"SOURCE_DATE_EPOCH": "86400"}) == datetime(1970, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("environ", [{}, {"SOURCE_DATE_EPOCH": ""}], ids=["none", "empty"])
def test_without_it_the_machine_tells(environ: dict[str, str]) -> None:
    before = int(time.time())
    assert before <= now(environ).timestamp() <= time.time()


@pytest.mark.parametrize("said", ["x", "-1", "1.5", "٣", "9" * 30, " 1"])
def test_what_is_no_time_is_refused(said: str) -> None:
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is no number of seconds"):
        now({"SOURCE_DATE_EPOCH": said})

"""What time it is: for reports that tell it, for ages, and for what ends on a day."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime

from leakguard.errors import UsageError

VARIABLE = "SOURCE_DATE_EPOCH"


def is_set(environ: Mapping[str, str]) -> bool:
    """Tell whether SOURCE_DATE_EPOCH says what time it is."""
    return bool(environ.get(VARIABLE))


def now(environ: Mapping[str, str]) -> datetime:
    """Give the time in UTC, in whole seconds: what SOURCE_DATE_EPOCH says where it is set, so
    that the same input gives the same report.

    https://reproducible-builds.org/specs/source-date-epoch/

    Raises:
        UsageError: the variable holds no number of seconds.
    """
    said = environ.get(VARIABLE)
    if not said:
        return datetime.fromtimestamp(int(time.time()), UTC)
    try:
        if not (said.isascii() and said.isdigit()):
            raise ValueError
        return datetime.fromtimestamp(int(said), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"{VARIABLE} is no number of seconds since 1970") from None

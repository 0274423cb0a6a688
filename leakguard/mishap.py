"""What is said of an error of leakguard's own: no traceback and no message, since these could hold
scanned text, but enough to report it."""

import sys
from importlib import metadata

from leakguard import __version__

_LABELS = ("issues", "bug tracker", "source", "repository", "homepage")
"""What pyproject.toml may call the address where problems are told; the first one counts."""


def told(error: BaseException) -> str:
    """Give its type, where it happened, and what is to be done."""
    python = ".".join(map(str, sys.version_info[:3]))
    return (
        f"{type(error).__name__} in {_where(error)}; please report it{_address()}, with this line, "
        f"the command, leakguard {__version__}, Python {python} ({sys.platform}), and a made-up "
        "text that shows it, never a real key"
    )


def is_interruption(error: BaseException) -> bool:
    """Tell whether an error comes from somebody's ^C, which Python before 3.12 wraps where it falls
    into the making of a class.

    https://docs.python.org/3/whatsnew/3.12.html#other-language-changes
    """
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, KeyboardInterrupt):
        cause = cause.__cause__
    return cause is not None


def _where(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"


def _address() -> str:
    """Where to report it, as pyproject.toml names it."""
    try:
        named = metadata.metadata("leakguard-lint").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:  # a checkout that is not installed
        named = []
    urls = {label.lower(): url.strip() for label, _, url in (it.partition(",") for it in named)}
    found = next((urls[it] for it in _LABELS if it in urls), "")
    return f" at {found}" if found else " where you have leakguard from"

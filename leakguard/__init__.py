"""leakguard: a Python linter for leaked and hard-coded keys.

`scan` and `scan_text` give a `Report` of `Finding`s; `LeakguardError` is what they raise.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leakguard.api import scan, scan_text
    from leakguard.errors import LeakguardError
    from leakguard.finding import Confidence, Finding, Problem, Report, Severity

__version__ = "0.1.0"

__all__ = (
    "Confidence",
    "Finding",
    "LeakguardError",
    "Problem",
    "Report",
    "Severity",
    "scan",
    "scan_text",
)

_HOMES = {
    "scan": "api",
    "scan_text": "api",
    "LeakguardError": "errors",
    **dict.fromkeys(("Confidence", "Finding", "Problem", "Report", "Severity"), "finding"),
}
"""The modules of the public names, which are loaded when somebody asks: the command has no use for
them."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

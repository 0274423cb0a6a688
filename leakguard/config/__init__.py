"""`[tool.leakguard]` in pyproject.toml, or leakguard.toml: read, checked, and made Settings."""

from leakguard.config.choice import chosen, is_all, providers_of
from leakguard.config.files import base_of, find
from leakguard.config.layers import MOST_EXTENDED, extended, read
from leakguard.config.loading import load, origins
from leakguard.config.settings import (
    DEFAULT_ARCHIVE_DEPTH,
    DEFAULT_MAX_FILE_SIZE,
    MOST_ARCHIVE_DEPTH,
    SettingError,
    Settings,
    depth,
    marks,
    patterns,
    rule_ids,
    severity,
    size,
)

__all__ = [
    "DEFAULT_ARCHIVE_DEPTH",
    "DEFAULT_MAX_FILE_SIZE",
    "MOST_ARCHIVE_DEPTH",
    "MOST_EXTENDED",
    "SettingError",
    "Settings",
    "base_of",
    "chosen",
    "depth",
    "extended",
    "find",
    "is_all",
    "load",
    "marks",
    "origins",
    "patterns",
    "providers_of",
    "read",
    "rule_ids",
    "severity",
    "size",
]

"""JSON that may be printed anywhere: in ASCII, and with nothing in it that a CI server obeys."""

import json
from typing import Any

from leakguard.text import COMMAND


def dumped(value: Any, *, indent: int | None = 2) -> str:
    """Give a value as JSON with its last line ended: on one line, if it is not to be indented."""
    separators = None if indent is not None else (", ", ": ")
    text = json.dumps(value, indent=indent, ensure_ascii=True, separators=separators)
    # Such a sign can only stand in a text, where an escape of it means the same.
    return COMMAND.sub(r"#\\u0023", text) + "\n"

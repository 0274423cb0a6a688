"""What a notebook's code has shown: whether a value can be read there."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from leakguard.document import Document, Span
from leakguard.notebook.escapes import decoded

_COLORS = re.compile(r"\x1b\[[0-9;]*m")
_LITERAL = re.compile(r"[A-Za-z]{0,2}(\"\"\"|'''|\"|')(?P<inner>.*)\1", re.DOTALL)
_SHORTEST = 4
"""Characters of a value that outputs are searched for."""

_SHORT = 8
"""Characters of a value that may be a part of another word."""

_TELLING = 20
"""Characters of one line of several by which the value is known again."""


def text_of(document: Document, outputs: Span) -> str:
    """Give all that the JSON of some outputs holds as text: as its strings, those of a list
    joined, and as it is written, of what is not quite JSON."""
    raw = document.data[slice(*outputs)]
    try:
        strings = list(_strings(json.loads(raw, strict=False)))
    except (ValueError, RecursionError):
        strings = []
    written = decoded(raw, document.encoding).decode(document.encoding, "replace")
    return _COLORS.sub("", "\n".join([*strings, written]))


def _strings(value: Any) -> Iterator[str]:
    stack = [value]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            stack += [*value, *value.values()]
        elif isinstance(value, list):
            lines = [it for it in value if isinstance(it, str)]
            yield "".join(lines)
            stack += value


def written_in(literals: Iterable[str]) -> Iterator[str]:
    """Give what stands between the quotes of literals, as an error shows it."""
    for literal in literals:
        if (found := _LITERAL.fullmatch(literal)) is not None:
            yield found["inner"]


def telling(value: str) -> list[str]:
    """Give what tells a value: itself, or of several lines those that no other value has."""
    lines = value.splitlines()
    if len(lines) < 2:
        return [value]
    return [it for it in lines if len(it) >= _TELLING and not it.startswith("-----")]


def holds(text: str, value: str) -> bool:
    """Tell whether a text holds a value: as it is, as Python, JSON or HTML write it, or of
    several lines one that tells it."""
    for it in dict.fromkeys((value, *telling(value))):
        for form in {it, repr(it)[1:-1], json.dumps(it)[1:-1], html.escape(it)}:
            if len(form) >= _SHORT and form in text:
                return True
            if len(form) >= _SHORTEST and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                return True
    return False

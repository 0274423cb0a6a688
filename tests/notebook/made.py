"""Notebooks that tests make up."""

import json
from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]

PYTHON = {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}


def code(source: str, *outputs: Json) -> Json:
    """A code cell, its source line by line as nbformat writes it."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": list(outputs),
        "source": source.splitlines(keepends=True),
    }


def markdown(source: str) -> Json:
    return {"cell_type": "markdown", "metadata": {}, "source": source.splitlines(keepends=True)}


def printed(text: str) -> Json:
    """An output that was printed."""
    return {"name": "stdout", "output_type": "stream", "text": text.splitlines(keepends=True)}


def shown(forms: Json) -> Json:
    """An output in several forms."""
    return {"data": forms, "metadata": {}, "output_type": "display_data"}


def notebook(*cells: Json, metadata: Json | None = None) -> str:
    """The JSON of a notebook, as nbformat writes it."""
    return written(
        {
            "cells": list(cells),
            "metadata": PYTHON if metadata is None else metadata,
            "nbformat": 4,
            "nbformat_minor": 4,
        }
    )


def old_notebook(*cells: Json) -> str:
    """The JSON of a notebook of version 3."""
    return written(
        {
            "metadata": {"name": ""},
            "nbformat": 3,
            "nbformat_minor": 0,
            "worksheets": [{"cells": list(cells), "metadata": {}}],
        }
    )


def old_code(source: str, *outputs: Json, language: str = "python") -> Json:
    return {
        "cell_type": "code",
        "collapsed": False,
        "input": source.splitlines(keepends=True),
        "language": language,
        "metadata": {},
        "outputs": list(outputs),
    }


def written(content: Json) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def at(text: str, value: str, occurrence: int = 0) -> tuple[int, int]:
    """The line and the column, from 1, at which `value` stands in the text of a file."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(value, start + 1)
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def as_one_string(text: str) -> str:
    """The same notebook with every list of lines written as one string."""

    def joined(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: joined(inner) for key, inner in value.items()}
        if isinstance(value, list):
            if value and all(isinstance(inner, str) for inner in value):
                return "".join(value)
            return [joined(inner) for inner in value]
        return value

    return written(joined(json.loads(text)))


def escaped(text: str, letters: Iterable[str]) -> str:
    r"""The same JSON with some characters written as `\uNNNN`; none that JSON itself needs."""
    for letter in letters:
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text

"""Text that is only text in Markdown: no mark, no tag, no link, and nobody who is mentioned."""

import re
from collections.abc import Iterable

from leakguard.finding import Finding
from leakguard.text import neutralise, uncommanded

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
"""What can be a mark in Markdown, and is none behind a backslash.

https://spec.commonmark.org/0.31.2/#backslash-escapes
"""
_MARKS = re.compile(r"[\\`*_<>\[\]{}|&~$!^]|(?<=http)s?:|(?<=www)\.|^[-+=]")
_MENTIONS = re.compile(r"[@#]")
_UNMARKED = re.compile(r"[^A-Za-z0-9 /.-]|(?<=www)\.")
_BETWEEN_TICKS = re.compile(r"`([^`]+)`")
_TICKS = re.compile(r"`+")


def cell(text: str) -> str:
    """Give a text as a table's cell in which nothing is a mark."""
    return _PUNCTUATION.sub(r"\\\g<0>", neutralise(text))


def row(cells: Iterable[str]) -> str:
    """Give a row of a table; the cells are Markdown already."""
    return f"| {' | '.join(cells)} |"


def prose(text: str) -> str:
    """Give a sentence that reads alike as Markdown and as plain text: only what would be a mark
    is behind a backslash. Code hosts look for mentions (`@name`, `#1`) after the backslashes are
    gone, so that these stand in an element of their own."""
    escaped = _MARKS.sub(lambda it: re.sub(r"([^\w\s])", r"\\\1", it[0]), neutralise(text))
    return _MENTIONS.sub(r"<span>\g<0></span>", escaped)


def advice(text: str) -> str:
    """Give a sentence as `prose` does, with what stands between backticks as code."""
    parts = _BETWEEN_TICKS.split(text)
    return "".join(code(it) if number % 2 else prose(it) for number, it in enumerate(parts))


def code(text: str) -> str:
    """Give a text as code that may stand in a table or a heading, where backticks would leave a
    bar behind a backslash its meaning."""
    return f"<code>{_UNMARKED.sub(lambda it: _entity(it[0]), neutralise(text))}</code>"


def _entity(character: str) -> str:
    return f"&#{ord(character)};" if character.isascii() else character


def block(lines: Iterable[str], language: str = "") -> list[str]:
    """Give lines as a block of code, between fences that none of the lines can end."""
    shown = [uncommanded(neutralise(it)) for it in lines]
    longest = max((len(run) for it in shown for run in _TICKS.findall(it)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence + language, *shown, fence]


def frame(finding: Finding) -> list[str]:
    """Give the line of a finding, masked, behind its number, and what is marked in it."""
    cell_of = finding.place.cell
    number = str(finding.place.line if cell_of is None else cell_of.line)
    line, underline = finding.snippet.masked, ""
    for start, end in finding.snippet.marked:
        underline = underline.ljust(start) + "^" * (end - start)
    below = [f"{' ' * len(number)} | {underline}"] if underline else []
    return [f"{number} | {neutralise(line)}", *below]

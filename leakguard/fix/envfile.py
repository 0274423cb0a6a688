"""Env files: what they hold already, and how a value is written so that it is read back.

Three kinds of readers do not agree on quotes. What needs none, as letters, digits and
`_./+=:@%,^!*?[]{}#-` do, is written bare, and read alike by python-dotenv, sh and docker. All else
is quoted so that python-dotenv and sh read it back, the lines of a PEM included: docker knows no
quotes, keeps them as a part of the value, and refuses a file with a value of several lines. Where
not even those two agree, as with a carriage return, the quotes are python-dotenv's.
"""

import re
from collections.abc import Iterator

_BARE = re.compile(r"[\w./+=:@%,^!*?\[\]{}#-]+")
_ENTRY = re.compile(
    r"""
    \s*+ (?:export[^\S\n]+)? (?: '(?P<quoted>[^']+)' | (?P<name> [^='\#\s][^=\#\s]*+ ) | (?=\#) )
    [^\S\n]*+
    (?: = (?P<gap> [^\S\n]*+ )
      (?: ' (?P<single> (?: \\. | [^'\\] )*+ ) '
        | " (?P<double> (?: \\. | [^"\\] )*+ ) "
        | (?P<bare> (?!['"]) [^\n]*+ ) ) )?
    (?: [^\S\n]*+ \#[^\n]*+ )? [^\S\n]*+ (?:\n|\Z)
    """,
    re.VERBOSE | re.DOTALL,
)
"""An entry as python-dotenv parses it, or a line that holds a comment alone; what does not end so
is no entry to it (https://github.com/theskumar/python-dotenv/blob/main/src/dotenv/parser.py)."""

_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_DOUBLE_ESCAPE = re.compile(r"""\\([\\'"abfnrtv])""")


def obstacle(value: str) -> str:
    """Give why no env file can hold a value; nothing if one can."""
    if "\0" in value:
        return "no variable can hold a zero byte"
    if not value:
        return "it is empty"
    if value.endswith("\\"):
        return "python-dotenv may take a backslash at the end for one before the quote"
    if "${" in value:
        return "python-dotenv would expand the `${` in it"
    try:
        value.encode()
    except UnicodeEncodeError:
        return "it holds half a character"
    return ""


def quoted(value: str) -> str:
    """Give a value as it is written behind the `=`."""
    if _BARE.fullmatch(value):
        return value
    is_single = "'" not in value and "\r" not in value
    if is_single and "\\\\" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r")
    return f'"{escaped}"'


def is_read_alike(value: str) -> bool:
    """Tell whether python-dotenv and sh both read back what `quoted` writes."""
    text = quoted(value)
    return not text.startswith('"') or not any(it in value for it in "$`\r")


def entries(text: str) -> dict[str, str | None]:
    """Give what python-dotenv reads of an env file; None for a value that it would expand, or
    that two entries give differently. What stands behind a line that it cannot parse is not told,
    and a byte order mark is a part of the first name, as it is to older versions."""
    found: dict[str, str | None] = {}
    for match in _parsed(text):
        if not isinstance(match, int) and (name := match["name"] or match["quoted"]):
            value = _value(match)
            found[name] = value if found.get(name, value) == value else None
    return found


def unread_line(text: str) -> int:
    """Give the number of the first line that python-dotenv cannot parse, from 1; 0 if it can
    parse all."""
    return next((it for it in _parsed(text) if isinstance(it, int)), 0)


def _parsed(text: str) -> Iterator[re.Match[str] | int]:
    """Give each entry or comment, as far as the first line that is none, of which the number."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip()
    at = 0
    while at < len(text):
        match = _ENTRY.match(text, at)
        if match is None:
            blank = len(text[at:]) - len(text[at:].lstrip())
            yield text.count("\n", 0, at + blank) + 1
            return
        yield match
        at = match.end()


def _value(match: re.Match[str]) -> str | None:
    if match["single"] is not None:
        value = re.sub(r"\\([\\'])", r"\1", match["single"])
    elif match["double"] is not None:
        value = _DOUBLE_ESCAPE.sub(lambda it: _ESCAPES.get(it[1], it[1]), match["double"])
    elif match["bare"] is not None:
        value = re.sub(r"\s+#.*", "", match["bare"]).rstrip()
    else:
        return None
    is_comment = bool(match["gap"]) and (match["bare"] or "").startswith("#")
    # Of these, the versions of python-dotenv read different things.
    is_doubtful = is_comment or value.endswith("\\")
    return None if is_doubtful or "${" in value else value


def added(text: str, values: dict[str, str]) -> str:
    """Give the text of an env file with entries behind those that it has."""
    newline = "" if not text or text.endswith("\n") else "\n"
    return text + newline + "".join(f"{name}={quoted(it)}\n" for name, it in values.items())


def emptied(text: str, names: list[str]) -> str:
    """Give the text of an example with an empty entry for each of `names` that it lacks."""
    known = entries(text)
    return added_empty(text, [name for name in names if name not in known])


def added_empty(text: str, names: list[str]) -> str:
    """Give the text of an env file with empty entries behind those that it has."""
    newline = "" if not text or text.endswith("\n") else "\n"
    return text + newline + "".join(f"{name}=\n" for name in names)

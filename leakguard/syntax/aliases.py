"""Other names that a module gives `os`, `os.environ` and `os.getenv`, told by its bytes."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice

from leakguard.syntax.lines import code_alone

# No word boundary before the first word, so that `re` looks for its letters alone.
_MODULE = re.compile(rb"import\b[^\r\n;]{0,200}?\bos[ \t]+as[ \t]+(?P<name>\w+)")
_MEMBERS = re.compile(
    rb"from[ \t]+os[ \t]+import[ \t]*(?:\((?P<several>[^)]{0,600})|(?P<line>[^\r\n;]{0,300}))"
)
_MEMBER = re.compile(
    rb"(?P<all>\*)|\b(?P<member>environb?|getenvb?)\b(?:[ \t]+as[ \t]+(?P<name>\w+))?"
)
_MOST = 30
"""Variables that are looked at."""

_STARRED = (b"environ", b"environb", b"getenv", b"getenvb")
_GIVEN = re.compile(
    rb"^[ \t]*+(?P<name>\w++)[ \t]*+(?::[^=\r\n]{1,80})?=[ \t]*+(?:(?P<owner>\w++)\.)?"
    rb"(?P<member>environb?(?:\.get)?|getenvb?)[ \t]*+(?:\#[^\r\n]*+)?\r?$",
    re.MULTILINE,
)
_OTHERWISE = (
    rb"^[ \t]*%b[ \t]*(?::[^=\r\n]{1,80})?[+|]?=(?!=)"
    rb"(?![^\r\n]*,[ \t]*\r?$)(?![^\r\n]{0,40}(?:environ|getenv))"
    rb"|\b(?:as|lambda|del|global|nonlocal|import)\b[^\r\n:]*\b%b\b"
    rb"|\bfor\b(?:(?!\bin\b)[^\r\n:]){1,200}?\b%b\b"
    rb"|\bdef[ \t]+\w+[ \t]*\((?:[^)]{0,600}[,(\s*])?%b\b"
)
"""How a name gets another value."""


def aliases(data: bytes) -> Mapping[str, str]:
    """Give the full name of each: `{"e": "os.environ", "getenv": "os.getenv"}`.

    A variable counts only if nothing else in the module is given its name.
    """
    found = dict(_imported(data))
    code = cache(lambda: code_alone(data))
    is_used = b"environ" in data or b"getenv" in data
    for match in islice(_GIVEN.finditer(data), _MOST) if is_used else ():
        owner = match["owner"].decode() if match["owner"] else ""
        member = match["member"].decode()
        if owner and found.get(owner, owner) == "os":
            full = f"os.{member}"
        elif not owner and member.partition(".")[0] in found:
            first, dot, rest = member.partition(".")
            full = found[first] + dot + rest
        else:
            continue
        name = match["name"]
        if name.decode() not in found and not _is_given_otherwise(name, data, code):
            found[name.decode()] = full
    return found


def _is_given_otherwise(name: bytes, data: bytes, code: Callable[[], bytes]) -> bool:
    otherwise = re.compile(_OTHERWISE.replace(b"%b", name), re.MULTILINE)
    # Comments and strings seldom look like it: only then are they told from code.
    return bool(otherwise.search(data) and otherwise.search(code()))


def full_name(name: str, known: Mapping[str, str]) -> str:
    """Give a dotted name with its first part resolved by what `aliases` gave."""
    first, dot, rest = name.partition(".")
    return known.get(first, first) + dot + rest


def _imported(data: bytes) -> Iterator[tuple[str, str]]:
    for match in _MODULE.finditer(data):
        yield match["name"].decode(), "os"
    for match in _MEMBERS.finditer(data):
        for member in _MEMBER.finditer(match["several"] or match["line"] or b""):
            names = _STARRED if member["all"] else (member["member"],)
            for name in names:
                yield (member["name"] or name).decode(), f"os.{name.decode()}"

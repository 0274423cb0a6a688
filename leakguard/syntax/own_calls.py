"""Calls of what a module itself defines: the parameters' names tell what is passed by position,
`class Bot: def __init__(self, token, chat)` what `Bot("…", 7)` is."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache

_HEAD = re.compile(rb"def[ \t]{1,9}(?P<name>\w{1,60})[ \t]?\([^()]{0,300}")
_HEAD_REACH = 380
_WORDS_END = frozenset(b"ytnwrYTNWR")
"""What the words for credentials end with: a cheap look at what most triggers end with."""

_CLASS = re.compile(rb"^[ \t]{0,40}class[ \t]{1,9}(\w{1,60})", re.MULTILINE)
_CLASS_REACH = 20_000
"""Bytes above the head of an `__init__` in which its class is looked for."""

_GIVEN = re.compile(rb"[^()]{0,300}?[\"'][^\"'\s]{6,200}[\"']")
"""What a call is given, as far as the end of a literal that may be a credential."""

_DEFINING = re.compile(rb"(?:def|class)[ \t]+\Z")
_LONGEST = 1 << 20
"""Bytes of a document whose calls are looked for."""

_MOST_CALLS = 20
_REMEMBERED = 64
_LONGEST_SIGNATURE = 2_000


def defined_at(data: bytes, end: int) -> bytes | None:
    """Give the name of the function in whose head a byte stands, or of the class that it makes."""
    if data[end - 1] not in _WORDS_END or len(data) > _LONGEST:
        return None
    start = data.rfind(b"def ", max(0, end - _HEAD_REACH), end)
    head = _HEAD.fullmatch(data, start, end) if start >= 0 else None
    if head is None or head["name"] != b"__init__":
        return None if head is None or head["name"].startswith(b"__") else head["name"]
    above = _CLASS.findall(data, max(0, start - _CLASS_REACH), start)
    return above[-1] if above else None


def calls_of(data: bytes, name: bytes) -> Iterator[int]:
    """Give where the first calls of a name stand that are given a literal."""
    place = -1
    for _ in range(_MOST_CALLS):
        place = data.find(name + b"(", place + 1)
        if place < 0:
            return
        is_whole = not data[place - 1 : place].isalnum() and data[place - 1 : place] not in b"_."
        is_call = is_whole and not _DEFINING.search(data, max(0, place - 9), place)
        if is_call and _GIVEN.match(data, place + len(name) + 1):
            yield place


@lru_cache(_REMEMBERED)
def parameters_of(data: bytes, name: str) -> tuple[str, ...]:
    """Give the names of the positional parameters of a function or a class that a module defines;
    nothing for what it defines not at all, or twice."""
    word = re.escape(name.encode())
    heads = list(
        re.finditer(rb"^[ \t]{0,40}(class|(?:async )?def)[ \t]+%b\b" % word, data, re.MULTILINE)
    )
    if len(heads) != 1:
        return ()
    start = heads[0].end()
    if heads[0][1] == b"class":
        own = re.compile(rb"\n[ \t]+def[ \t]+__init__|^class\b", re.MULTILINE).search(data, start)
        if own is None or not own[0].endswith(b"__init__"):
            return ()
        start = own.end()
    return _positional(data[start : start + _LONGEST_SIGNATURE].decode("utf-8", "replace"))


def _positional(text: str) -> tuple[str, ...]:
    """Give the names in a signature, `(self, token, chat=7): …`, without what it is bound to."""
    for end in (it.end() for it in re.finditer(r"\)[^\n:]{0,80}:", text)):
        try:
            tree = ast.parse(f"def f{text[:end]} pass")
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        function = tree.body[0]  # what stands behind it is its own, or the next one's
        if isinstance(function, ast.FunctionDef):
            given = [it.arg for it in (*function.args.posonlyargs, *function.args.args)]
            return tuple(given[1:] if given[:1] in (["self"], ["cls"]) else given)
    return ()

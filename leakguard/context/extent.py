"""Where a value begins and ends, given where a trigger saw the end of it."""

import re

from leakguard.context import names
from leakguard.context.assignment import QUOTE_OF_MARKUP
from leakguard.document import Span

_LONGEST = 600
"""Bytes of a value, and of what stands before it, that are looked at."""

_BEFORE = 512
"""Bytes of a line before a value that are looked at."""

_JOINED, _WORDS = re.compile(rb"[\w.\-@]+"), re.compile(rb"\w+")
_QUOTES = b"\"'`"
_BREAK = re.compile(rb"[\s\"'`<>]|(?<!\\)\\[nrt]")
_UP_TO_BREAK = re.compile(rb".*(?:%b)" % _BREAK.pattern, re.DOTALL)
_NAMED = re.compile(
    rb"(?<![\w.\-$])(?<!://)(?P<name>[\w.\-$]{1,100})[ \t]{0,3}(?:=>|:=|==|=|:(?!/))[ \t]?"
)
_REFERENCE = b"${"
"""What opens a reference that may bring its own value: `${NAME:-value}`."""
_VARIABLE = re.compile(rb"[+\-]?[A-Z_][A-Z0-9_]{0,99}=(?!=)")
_PARAMETER = re.compile(rb"&(?:amp;)?(?:[A-Za-z_][\w.\-]{0,60}=|$)|;[A-Za-z][\w.\-]{0,60}=")
"""The next of several that are given in one run, `token=…&page=2`, or the end of the last."""
_FIELD = re.compile(rb"&(?:amp;)?(?:[A-Za-z_][\w.\-]{0,60}=|$)|;")
"""The end of one that stands behind another, as in a connection string: `Uid=…;Pwd=…;Connect …`."""
_BEHIND_ANOTHER = (b";", b"; ")
_MEMBER = re.compile(rb",[A-Za-z_]\w{0,60}:")
"""The next of those in a bracket: `{key:String,page:Number}`."""
_CELL = re.compile(
    rb"(?:[\w.\-]{0,60}[,;])?(?P<name>[A-Za-z_][\w.\-]{1,80})[,;](?=[A-Za-z0-9_\-.+/=]{16,300}$)"
)
"""What stands before the last cell of a row: `prod,API_KEY,…`."""
_ARGUMENT = re.compile(rb"\$\{\d{1,2}:?-(?P<value>[^\s{}$\"'`]{4,200})\}")
"""What a shell takes where an argument is missing: `${1:-value}`."""
_CLOSING = {b")": b"(", b"]": b"[", b"}": b"{"}


def value_before(data: bytes, end: int) -> Span | None:
    """Give the span of the value whose delimiter, or whose last byte, stands before `end`."""
    span = _value_before(data, end)
    argument = _ARGUMENT.fullmatch(data, *span) if span is not None else None
    return argument.span("value") if argument is not None else span


def _value_before(data: bytes, end: int) -> Span | None:
    quote = data[end - 1 : end]
    if quote in _QUOTES:
        span = _between_quotes(data, end)  # a quote in it is escaped, and its own
        if span is not None and not _BREAK.search(data[span[0] : span[1]].replace(quote, b"")):
            start, stop = _without_name(data, *span)
            if quote == b"`" and start != span[0]:  # code in a text: `ask(password=True)`
                return start, _without_closing(data, start, stop)
            is_default = data.startswith(b"${", span[0]) and data[stop - 1 : stop] == b"}"
            return start, stop - (is_default and start != span[0])
        if span is not None and not data.startswith((b" ", b"\t"), span[0]):
            inside = _without_name(data, *span)
            if inside != span and not _BREAK.search(data, *inside):
                start, stop = inside  # "name: value"
                return start, _without_closing(data, start, stop)
    stop = end - 1 if _BREAK.match(data, end - 1) else end
    start = max(0, stop - _LONGEST)
    before = _UP_TO_BREAK.match(data, start, stop)
    start = before.end() if before is not None else start
    start, stop = _without_name(data, start, stop)
    stop = _without_closing(data, start, stop)
    if data.startswith(b"[", start) and data.endswith(b"]", start, stop):
        start, stop = start + 1, stop - 1
    if quote_of_markup := QUOTE_OF_MARKUP.match(data, start, stop):
        start = quote_of_markup.end()
        closing = QUOTE_OF_MARKUP.search(data, start, stop)
        stop = closing.start() if closing else stop
    return (start, stop) if start < stop else None


def _between_quotes(data: bytes, end: int) -> Span | None:
    r"""The text up to the quote that is escaped as the opening one is: `\"a\\\"b\"`."""
    quote = data[end - 1 : end]
    start = data.rfind(quote, max(0, end - _LONGEST), end - 1) + 1
    if not start:
        return None
    escapes = _backslashes(data, start - 1)
    stop = end - 1
    while 0 <= stop < start + _LONGEST and _backslashes(data, stop) != escapes:
        stop = data.find(quote, stop + 1, start + _LONGEST)
    return (start, stop - escapes) if stop > start + escapes else None


def _backslashes(data: bytes, quote: int) -> int:
    start = max(0, quote - 8)
    return quote - start - len(data[start:quote].rstrip(b"\\"))


def _without_name(data: bytes, start: int, stop: int) -> Span:
    """`NAME=value` without spaces is one run: the value starts behind the telling name."""
    run = data[start : min(stop, start + _LONGEST)]
    named = None
    for match in _NAMED.finditer(run):
        if match.end() < len(run) and names.role(match["name"].decode("ascii", "replace")):
            named = match
            if not run.startswith((_REFERENCE, b"-" + _REFERENCE), match.end()):
                break  # else `PASSWORD=${PASSWORD:-value}` has it further on
    if named is not None and run.endswith(_REFERENCE, 0, named.start()):
        begin = named.end() + run.startswith(b"-", named.end())
        end = run.find(b"}", begin)
        return start + begin, start + end if end > begin else stop
    if named is not None:
        following = _MEMBER if run.startswith(b"{") else _PARAMETER
        if data.endswith(_BEHIND_ANOTHER, 0, start + named.start()):
            following = _FIELD
        parameter = following.search(run, named.end())
        return start + named.end(), start + parameter.start() if parameter else stop
    cell = _CELL.match(run)
    if cell and names.role(cell["name"].decode("ascii", "replace")):
        return start + cell.end(), stop
    variable = _VARIABLE.match(run)  # of the environment, whatever it is called
    return start + variable.end() if variable else start, stop


def _without_closing(data: bytes, start: int, stop: int) -> int:
    """Leave out what ends the sentence or closes a bracket that the value did not open."""
    while start < stop:
        last = data[stop - 1 : stop]
        opening = _CLOSING.get(last)
        is_closing = opening is not None and data.count(opening, start, stop) < data.count(
            last, start, stop
        )
        if last not in b",;." and not is_closing:
            break
        stop -= 1
    return stop


def distance(first: Span, second: Span) -> int:
    """Give how many bytes lie between two spans; less than 0 where they overlap."""
    return max(first[0], second[0]) - min(first[1], second[1])


def is_near(data: bytes, first: Span, second: Span) -> bool:
    """Whether two values stand on one line, or with at most two lines between them."""
    between = data[first[1] : second[0]]
    return len(between) <= 160 and between.count(b"\n") <= 3


def line_before(data: bytes, start: int) -> bytes:
    """Give what stands before a place, in bytes, on its line."""
    return data[max(0, start - _BEFORE) : start].rpartition(b"\n")[2]


def is_said_before(data: bytes, span: Span) -> bool:
    """Whether a value is one of the words before it on its line: `user=bot password=bot`."""
    value = data[slice(*span)].rstrip(b"`.,")
    before = line_before(data, span[0])
    return value in (*_JOINED.findall(before), *_WORDS.findall(before))

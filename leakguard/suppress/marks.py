"""Allowances as they are written: `leakguard: allow[rule-id] reason`, in any language's comment."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, zip_longest

from leakguard.document import Document, Span
from leakguard.masking.redact import scrub
from leakguard.text import nearest, quoted

WORD = b"leakguard:"
"""What every mark begins with."""

LONGEST_LINE = 1 << 16
"""Bytes of a line in which marks are looked for: what is longer is no line that somebody wrote."""

_MOST_ON_LINE = 20
"""Marks of a line that are looked at: before each of them the line is read again."""

_LONGEST_OPENER = 400
"""Bytes before a mark in which its comment begins, such as a line of dashes."""

_MARK = re.compile(rb"(?<![\w-])leakguard:[ \t]{0,8}allow(?P<next>-next)?(?![\w-])")
_LISTED = re.compile(rb"[ \t]{0,8}\[(?P<ids>[^\]\r\n]*)\]")
_CLOSER = re.compile(
    rb"""(?: (?<!\*)\*+/ | \+/ | (?<!-)--+%?> | %> | \#> | (?:--)?\}\} | [\#*\-]\} | [*:]\) | \*@
    | [*=|\]]\# | \](=*)\] | \#\#\# | \{%-?\ *endcomment\b )""",
    re.VERBOSE,
)
"""What ends a comment in the middle of a line. It begins with no repetition, which would be tried
again from each byte of a long one."""

_PARTNERS = {b"{": b"}", b"(": b")", b'"': b'"'}
"""The comments of Pascal, Forth and Smalltalk: what they begin with directly before a mark, and
what ends them."""

_PART = re.compile(
    rb"""\\. | (?P<quote> ["'`] )
    | (?P<opener> \# | (?<!:)// | /[*+] | -- | <!-- | [;%] | \{[\#\-*] | \{\{! | \([*:] | @\*
        | (?<!\S)(?i:rem|dnl)(?=\s) | [{(](?=[ \t]*\Z) )
    """,
    re.VERBOSE,
)
"""What tells whether a byte of a line stands in a string or in a comment."""

_ALONE = re.compile(
    rb"""(?: \#+!? | \#+[=|\[(]+ | <\# | //+[!\-]? | /\*+ | /\+ | --+ | --\[=*\[ | ;+ | %+
    | <!--+ | <%-- | <\#-- | \{[\#*\-] | \{\{!-* | \([*:] | \*+ | @\*
    | (?<!\S)(?i:rem|dnl)(?=\s) | (?<!\S)['"] | [{(] ) \Z""",
    re.VERBOSE,
)
"""The start of a comment that holds nothing before the mark but blanks."""

_NO_TEXT = re.compile(rb"""["'`<>{}=]""")
"""What does not stand in the reason of a mark that is in no comment."""

_UNTIL = re.compile(r"(?<!\S)until=(?P<date>\S*)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Mark:
    """An allowance in a document. Spans are in bytes."""

    span: Span
    """From its first word to the end of its reason."""
    removed: Span
    """What goes with it: its comment, if that holds nothing else, and its line then."""
    listed: Span
    """What stands in its brackets; nothing if there are none."""
    ids: tuple[str, ...]
    """The rules it allows, once for each finding that it is for."""
    said: Span
    """Its reason."""
    until: date | None
    """The last day on which it counts."""
    is_next: bool
    """Whether it is about the line below."""
    is_alone: bool
    """Whether nothing else stands on its line."""
    fault: str = field(repr=False)
    """Why it counts for nothing; empty if it does count."""


def marks_on(document: Document, line: Span, known: Collection[str]) -> Iterator[Mark]:
    """Give the marks on a line, whose bounds have no line end; `known` are the ids of rules.

    One that stands inside a string is none: whoever writes a string that others show, or read,
    must not allow by it.
    """
    start, end = line
    if end - start > LONGEST_LINE or document.data.find(WORD, start, end) < 0:
        return
    text = document.data[start:end]
    found = list(islice(_MARK.finditer(text), _MOST_ON_LINE + 1))
    for match, behind in islice(zip_longest(found, found[1:]), _MOST_ON_LINE):
        stop = behind.start() if behind is not None else len(text)
        mark = _mark(document, start, text[:stop], match, known)
        if mark is not None and _is_comment(document, text, match.start(), mark.said[1] - start):
            yield mark


def _mark(
    document: Document, start: int, text: bytes, match: re.Match[bytes], known: Collection[str]
) -> Mark | None:
    listed = _LISTED.match(text, match.end())
    at = listed.end() if listed else match.end()
    closer = _closer_for(document, text[: match.start()].rstrip()[-1:]).search(text, at)
    stop = len(text[: closer.start() if closer else len(text)].rstrip())
    stop = max(stop, at)
    said = document.text(start + at, start + stop)
    until, fault = _until(said)
    brackets = (start + listed.start("ids"), start + listed.end("ids")) if listed else (0, 0)
    ids, wrong = _ids(document.text(*brackets), known)
    if not fault and not re.search(r"\w", _UNTIL.sub("", said)):
        fault = "it gives no reason"
    behind = closer.end() if closer else stop
    begun = text[: match.start()].rstrip(b" \t")
    before = _ALONE.search(begun, max(0, len(begun) - _LONGEST_OPENER))
    low = len(begun[: before.start()].rstrip(b" \t")) if before else match.start()
    is_alone = not text[:low].strip() and not text[behind:].strip()
    comment = start + low, start + (behind if before else stop)
    return Mark(
        span=(start + match.start(), start + stop),
        removed=_whole_line(document, start, len(text)) if is_alone else comment,
        listed=brackets,
        ids=ids,
        said=(start + at, start + stop),
        until=until,
        is_next=match["next"] is not None,
        is_alone=is_alone,
        fault=wrong or fault,
    )


def _closer_for(document: Document, opener: bytes) -> re.Pattern[bytes]:
    """Give what ends the comment that begins with a byte directly before a mark."""
    if (opener == b'"' and not _is_smalltalk(document)) or opener not in _PARTNERS:
        return _CLOSER
    return re.compile(re.escape(_PARTNERS[opener]))


def _is_smalltalk(document: Document) -> bool:
    """Tell whether text in double quotes is a comment."""
    return document.path.endswith(".st")


def _is_comment(document: Document, text: bytes, at: int, stop: int) -> bool:
    """Tell the same as `is_no_text`, also of a language whose comments stand in quotes."""
    if not _is_smalltalk(document):
        return is_no_text(text, at, stop)
    opened = b""
    for quote in re.findall(rb"[\"']", text[:at]):
        opened = b"" if opened == quote else opened or quote
    return opened == b'"'


def _whole_line(document: Document, start: int, length: int) -> Span:
    """Give a line with its end; of a notebook's cell, whose line ends are written otherwise in
    the file, without."""
    end = start + length
    if type(document) is not Document:
        return start, end
    ending = re.compile(rb"\r\n?|\n").match(document.data, end)
    return start, ending.end() if ending else end


def _ids(listed: str, known: Collection[str]) -> tuple[tuple[str, ...], str]:
    """Give the rules that are listed, and what is wrong with them."""
    ids = tuple(it.strip() for it in listed.split(",") if it.strip())
    if not ids:
        return (), "it names no rule"
    for it in ids:
        if it not in known:
            return ids, f"there is no rule {quoted(scrub(it))}{nearest(it, sorted(known))}"
    return ids, ""


def _until(said: str) -> tuple[date | None, str]:
    """Give the day that a mark names, and what is wrong with it."""
    found = _UNTIL.search(said)
    if found is None:
        return None, ""
    try:
        if _DATE.fullmatch(found["date"]):
            return date.fromisoformat(found["date"]), ""
    except ValueError:
        pass
    return None, "`until=` takes a day, such as until=2027-03-01"


def reason_in(said: str) -> str:
    """Give the reason of a mark without its `until=`."""
    return " ".join(_UNTIL.sub(" ", said).split()).strip(" :,;-")


def is_no_text(text: bytes, at: int, stop: int) -> bool:
    """Tell whether a mark stands in what looks like a comment, or at the end of a line, and in no
    string."""
    opened, is_comment = b"", False
    for it in _PART.finditer(text, 0, at):
        if it["quote"]:
            opened = b"" if opened == it["quote"] else opened or it["quote"]
        elif it["opener"] and not opened:
            is_comment = True
    if opened and opened in text[at:]:
        return False
    return is_comment or not (_NO_TEXT.search(text, at, stop) or text[stop:].strip())

"""Why the place of a value, rather than the value, says that it is no credential."""

import re
from collections.abc import Iterator

from leakguard.document import Document, Span

_BLOCK_LINE = re.compile(rb"[ \t]*[\"']?[A-Za-z0-9+/]{60,}={0,2}(?:\\n)?[\"']?,?[ \t\r]*")
_BASE64_ALONE = re.compile(rb"[+/=]")
_LONGEST_LINE = 200
"""Bytes; base64 in blocks is broken into lines of 76 at the most."""

_BLOCK_REACH = 3
"""Lines of a block above and below that are looked at."""

_DIGEST = re.compile(rb"sha(?:1|224|256|384|512)[=-]\Z")
"""`sha256=…`, as in the RECORD of a wheel, and `sha384-…` of a script."""

_TRANSLATIONS = re.compile(
    r"(?:^|[/_.\-])(?:locales?|i18n|l10n|langs?|languages|translations?)(?:[/_.\-]|$)"
    r"|(?:^|/)messages(?:[_.\-][a-z]{2}\b|\.po$|\.properties$)"
    r"|_[a-z]{2}(?:_[a-z]{2})?\.prop(?:ertie)?s?$|(?:^|/)(?:strings|values)[\w\-]*\.xml$",
    re.IGNORECASE,
)


def reason_of_place(document: Document, span: Span) -> str | None:
    """Give the name of the reason why a value that nothing names is none, or None."""
    if _is_part_of_path(document.data, span):
        return "part-of-a-path"
    return "base64-block" if _is_in_block(document, span) else None


def reason_behind_digest(document: Document, span: Span) -> str | None:
    """Give the name of the reason why a value is a digest, or None: it stands behind the name of
    its kind, as in a list of files."""
    is_one = _DIGEST.search(document.data, max(0, span[0] - 8), span[0]) is not None
    return "named-as-digest" if is_one else None


def _is_part_of_path(data: bytes, span: Span) -> bool:
    """Values between slashes are parts of a path or of base64, unless the slash joins a pair."""
    start, end = span
    if data[start - 1 : start] == b"/" and not _ends_with_key(data[max(0, start - 66) : start - 1]):
        return True
    return data[end : end + 1] == b"/" and not _starts_with_key(data[end + 1 : end + 67])


def _ends_with_key(text: bytes) -> bool:
    """Whether a run of exactly 64 letters and digits ends `text`."""
    return len(text) >= 64 and text[-64:].isalnum() and not text[-65:-64].isalnum()


def _starts_with_key(text: bytes) -> bool:
    """Whether a run of exactly 64 letters and digits starts `text`."""
    return len(text) >= 64 and text[:64].isalnum() and not text[64:65].isalnum()


def _is_in_block(document: Document, span: Span) -> bool:
    """One line of base64 in eight happens to have neither `+` nor `/`; its neighbours have."""
    data = document.data
    start, end = document.line_span(span[0])
    if end - start > _LONGEST_LINE or not _BLOCK_LINE.fullmatch(data, start, end):
        return False
    return any(
        any(_BASE64_ALONE.search(line) for line in lines)
        for lines in (_block_above(data, start), _block_below(data, end))
    )


def _block_above(data: bytes, start: int) -> Iterator[bytes]:
    window = data[max(0, start - _BLOCK_REACH * _LONGEST_LINE) : start].split(b"\n")[:-1]
    yield from _while_block(reversed(window[-_BLOCK_REACH:]))


def _block_below(data: bytes, end: int) -> Iterator[bytes]:
    window = data[end : end + _BLOCK_REACH * _LONGEST_LINE].split(b"\n")[1:]
    yield from _while_block(iter(window[:_BLOCK_REACH]))


def _while_block(lines: Iterator[bytes]) -> Iterator[bytes]:
    for line in lines:
        if not _BLOCK_LINE.fullmatch(line):
            return
        yield line


def is_translation(path: str) -> bool:
    """Tell whether a path is that of a program's texts in some language."""
    return _TRANSLATIONS.search(path) is not None

"""Text that is safe to show: nothing in it can move a cursor, hide itself or end a line."""

import re

# C0 and C1 controls, DEL, bidirectional overrides and isolates, zero-width and
# line-separating characters, and the lone surrogates that stand for undecodable bytes.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def neutralise(text: str) -> str:
    r"""Give `text` with every character that a terminal could obey written as an escape.

    A tab becomes one space. A byte of a file name that is no UTF-8 shows as `\xNN`.
    """
    return _UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if character == "\t":
        return " "
    if 0xDC80 <= code <= 0xDCFF:  # os.fsdecode's stand-in for one undecodable byte
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def plural(count: int, noun: str) -> str:
    """Give `1 file` or `2 files`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def nearest(word: str, words: "list[str]") -> str:
    """Give `; did you mean 'x'?` for the word of `words` most like `word`, or nothing."""
    import difflib  # only when something is wrong already

    close = difflib.get_close_matches(word, words, n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else ""

"""What commits and tags say: their messages, and who wrote them."""

import re

_HEADER = re.compile(rb"^(?:author|committer|tagger|tag) [^\n]*", re.MULTILINE)
_ENCODING = re.compile(rb"^encoding ([^\n]*)", re.MULTILINE)
_MERGED = re.compile(rb"^mergetag ([^\n]*(?:\n [^\n]*)*)", re.MULTILINE)
_ASCII = bytes(it for it in range(32, 127) if it != ord("\\")) + rb"\u0041"
"""All of it, and what is no character in Python's encodings for its own literals."""


def text_of(raw: bytes) -> bytes:
    """Give the message of a commit or a tag as UTF-8, and behind it who wrote it, and how the tag
    is called, and the same of each tag that a merge keeps: signatures and the ids of other objects
    are left out.

    https://git-scm.com/docs/git-commit-tree, https://git-scm.com/docs/git-mktag
    """
    head, _, message = raw.partition(b"\n\n")
    encoding = _ENCODING.search(head)
    lines = b"".join(b"%b\n" % line for line in _HEADER.findall(head))
    text = message.rstrip(b"\n") + b"\n\n" + lines
    merged = [text_of(it.replace(b"\n ", b"\n")) for it in _MERGED.findall(head)]
    return b"\n".join([_as_utf8(text, encoding[1]) if encoding else text, *merged])


def _as_utf8(text: bytes, encoding: bytes) -> bytes:
    """Give a text in UTF-8; as it is where its encoding is none, or not one in which ASCII stays
    what it is: all that git writes has none of those, and it would hide what is written there."""
    name = encoding.decode("ascii", "replace")
    try:
        if _ASCII.decode(name).encode("ascii") != _ASCII:
            return text
        return text.decode(name).encode("utf-8")
    except (LookupError, ValueError):  # the latter for a name with a zero byte, too
        return text

"""What commits and tags say: their messages, and who wrote them."""

import re

_HEADER = re.compile(rb"(?P<name>author|committer|tagger|tag|encoding) (?P<text>[^\n]*)")


def text_of(raw: bytes) -> bytes:
    """Give the message of a commit or a tag as UTF-8, and behind it who wrote it, and how the tag
    is called: signatures and the ids of other objects are left out.

    https://git-scm.com/docs/git-commit-tree, https://git-scm.com/docs/git-mktag
    """
    head, _, message = raw.partition(b"\n\n")
    told = {it["name"]: it["text"] for line in head.split(b"\n") if (it := _HEADER.match(line))}
    encoding = told.pop(b"encoding", b"utf-8").decode("ascii", "replace")
    lines = b"".join(b"%b %b\n" % it for it in told.items())
    text = message.rstrip(b"\n") + b"\n\n" + lines
    try:
        return text.decode(encoding).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return text

"""The files that git-filter-repo reads: what it is to replace, to rename and to leave out.

Their forms are those of its manual, under "--replace-text" and "--paths-from-file":
https://htmlpreview.github.io/?https://github.com/newren/git-filter-repo/blob/docs/html/git-filter-repo.html
"""

import re
from collections.abc import Iterable

from leakguard.respond.affected import Blob

REPLACEMENT = b"***REMOVED***"
"""What stands in the place of a value afterwards; git-filter-repo's own."""

_NAME = b"REMOVED"
"""The same in a name."""

_NOBODY = b"REMOVED <removed@example.invalid>"
_PERSON = re.compile(rb"^(?:author|committer|tagger) ([^\n]*?) ?<([^\n>]*)> ", re.MULTILINE)


def replacements(written: Iterable[bytes]) -> bytes:
    """Give the expressions that replace some texts; the longest first, since others may be a part
    of them. All are patterns, since git-filter-repo replaces all literals before it, and since a
    literal can have no line end."""
    return b"".join(b"regex:%b==>%b\n" % (_pattern(it), REPLACEMENT) for it in _in_order(written))


def renames(written: Iterable[bytes]) -> bytes:
    """Give the expressions that rename paths with some texts in them."""
    return b"".join(b"regex:%b==>%b\n" % (_pattern(it), _NAME) for it in _in_order(written))


def edits(written: Iterable[bytes]) -> bytes:
    """Give a script of sed that replaces some texts in lines.

    https://pubs.opengroup.org/onlinepubs/9799919799/utilities/sed.html
    """
    return b"".join(b"s/%b/%b/g\n" % (_basic(it), REPLACEMENT) for it in _in_order(written))


def stripped(blobs: Iterable[Blob]) -> bytes:
    """Give the list of the contents that are left out as a whole."""
    return "".join(f"{it.place.name}\n" for it in blobs).encode()


def mailmap(objects: Iterable[bytes], written: Iterable[bytes]) -> bytes:
    """Give, of what commits and tags are, the people with one of some texts in their names, and who
    takes their place.

    https://git-scm.com/docs/gitmailmap
    """
    held = tuple(written)
    people = {
        (name, address)
        for it in objects
        for name, address in _PERSON.findall(it.partition(b"\n\n")[0] + b"\n")
        if any(text in name or text in address for text in held)
    }
    return b"".join(b"%b %b <%b>\n" % (_NOBODY, *it) for it in sorted(people))


def _in_order(written: Iterable[bytes]) -> list[bytes]:
    return sorted(set(written), key=lambda it: (-len(it), it))


def _pattern(written: bytes) -> bytes:
    return b"".join(
        b"%c" % it if it > 127 or chr(it).isalnum() else rb"\x%02x" % it for it in written
    )


def _basic(written: bytes) -> bytes:
    return b"".join(b"\\%c" % it if it in rb"\/.*[]^$" else b"%c" % it for it in written)

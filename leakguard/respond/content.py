"""Where a value stands in one content: in its bytes, in its text, in what is packed in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from leakguard.archives.limits import Limits
from leakguard.archives.walk import Inner, walk
from leakguard.document import SNIFFED, decode
from leakguard.respond.forms import WIDE, Forms
from leakguard.sources.files import archive_kind

_LIMITS = Limits(depth=4, member=256 << 20)

IN_ARCHIVE = "in an archive"


@dataclass(frozen=True, slots=True)
class Hit:
    """That a value stands in a content."""

    forms: tuple[str, ...]
    """In which it is written."""
    written: frozenset[bytes] = field(repr=False)
    """What stands there, byte for byte."""
    is_opaque: bool = False
    """Whether git-filter-repo would replace nothing in it: it is binary to git, or packed."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a content, and what of it could not be read."""

    hit: Hit | None
    unread: tuple[str, ...] = ()


def look(content: bytes, name: str, forms: Forms) -> Looked:
    """Look for a value in a content that is called `name`."""
    found = forms.spans(content)
    names = set(found.values())
    is_binary = b"\0" in content[:SNIFFED]  # as git-filter-repo has it
    if is_binary and (text := decode(content)) is not None and forms.spans(text):
        names.add(WIDE)
    unread: list[str] = []
    packed = set(_in_archive(content, name, forms, unread))
    names |= {f"{it} {IN_ARCHIVE}" for it in packed}
    if not names:
        return Looked(None, tuple(unread))
    written = frozenset(content[start:stop] for start, stop in found)
    return Looked(Hit(tuple(sorted(names)), written, is_binary or bool(packed)), tuple(unread))


def _in_archive(content: bytes, name: str, forms: Forms, unread: list[str]) -> Iterator[str]:
    kind = archive_kind(content)
    if kind is None:
        return
    whole = walk(BytesIO(content), kind, name, _LIMITS, lambda _path: True, is_whole=True)
    for found in whole:
        if isinstance(found, Inner):
            yield from forms.spans(found.raw).values()
            text = decode(found.raw) if b"\0" in found.raw[:SNIFFED] else None
            yield from forms.spans(text).values() if text is not None else ()
            yield from forms.spans(found.path.encode("utf-8", "surrogateescape")).values()
        else:
            unread.append(found.message)

"""The message of a commit that is about to be made."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from leakguard import git
from leakguard.document import Document, decode
from leakguard.errors import GitError
from leakguard.history.reader import COMMIT
from leakguard.sources import Item, Listing, Read

_NAME = "commit message"

_SCISSORS = re.compile(rb"^.{1,8} -{24} >8 -{24}\r?$", re.MULTILINE)
"""Below it stands what `git commit --verbose` shows.
https://git-scm.com/docs/git-commit#Documentation/git-commit.txt-scissors"""

_KEEPING = ("verbatim", "whitespace", "scissors")
"""The ways of cleaning a message up that leave comments in it."""


@dataclass(frozen=True, slots=True)
class MessageSource:
    """One message, without what git leaves out of it."""

    text: bytes = field(repr=False)

    def list(self) -> Listing:
        """Give the message."""
        return Listing((Item(_NAME, COMMIT, _NAME, len(self.text)),))

    def read(self, items: Iterable[Item]) -> Iterator[Read]:
        """Give the message; it was read already."""
        for item in items:
            text = decode(self.text)
            data = self.text if text is None else text
            yield Document(item.path, item.identity, data, _NAME)

    def find(self, path: str, _asking: Document | None = None, /) -> Document | None:
        """Give nothing: a message imports nothing."""


def message(raw: bytes, folder: str) -> MessageSource:
    """Give the message that a file holds for the repository of `folder`; for what git leaves out of
    it stand empty lines, so that the numbers of the others are right."""
    below = _SCISSORS.search(raw)
    text = raw[: below.start()] if below is not None else raw
    # git tells a hook so that nobody has edited the message, of which it keeps all then.
    is_kept = os.environ.get("GIT_EDITOR") == ":"
    if not is_kept and _setting(folder, "commit.cleanup") not in _KEEPING:
        mark = (_setting(folder, "core.commentChar") or "#").encode()
        lines = text.split(b"\n")
        text = b"\n".join(b"" if mark != b"auto" and it.startswith(mark) else it for it in lines)
    return MessageSource(text)


def _setting(folder: str, name: str) -> str:
    try:
        told = git.run(folder, "config", "--get", name, own_repository=True)
    except GitError:  # it is not set
        return ""
    return told.decode("utf-8", "replace").strip()

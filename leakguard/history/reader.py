"""Reading objects one after the other through one git in each process."""

import hashlib
import os
import subprocess
import weakref
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from typing import IO, TYPE_CHECKING, TypeAlias

from leakguard import git
from leakguard.errors import GitError

if TYPE_CHECKING:
    from leakguard.history.tree import Tree

BLOB, COMMIT, TAG, TREE = "blob", "commit", "tag", "tree"
"""The kinds of objects."""

_AT_ONCE = 500
"""How many ids are asked for in one go: a pipe holds them all, so that nobody waits for anybody."""

_PART = 1 << 20

Content: TypeAlias = tuple[str, bytes] | int | None
"""The kind of an object and its content; its size where that is over the limit; None if it is
missing or broken."""


class Reader:
    """Reads the objects of a repository. It may be sent to another process, or be inherited by
    one: each has a git of its own, which ends with it."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def __reduce__(self) -> tuple[type["Reader"], tuple[str]]:
        return Reader, (self.folder,)

    @cached_property
    def head(self) -> "Tree":
        """The files of HEAD."""
        from leakguard.history.tree import Tree  # few documents ask for another one

        return Tree(self.folder, "HEAD")

    def read(self, ids: Sequence[str], limit: int) -> Iterator[Content]:
        """Give what each of some objects is; contents over `limit` bytes are not kept.

        One read has to be through, or given up, before the next begins: both ask the same git.

        Raises:
            GitError: git cannot be started.
        """
        for start in range(0, len(ids), _AT_ONCE):
            yield from self._asked(ids[start : start + _AT_ONCE], limit)

    def _asked(self, ids: Sequence[str], limit: int) -> Iterator[Content]:
        """Read until git is through, or a broken object, of which it gives too little and goes on,
        or over which it dies: what it says then is worth nothing, and another is started."""
        done = 0
        while done < len(ids):
            process = self._running()
            left, is_told = ids[done:], False
            try:
                with suppress(BrokenPipeError):
                    _pipe(process.stdin).write("".join(f"{it}\n" for it in left).encode())
                    _pipe(process.stdin).flush()
                for asked in left:
                    content, is_sound = _answer(_pipe(process.stdout), asked, limit)
                    done += 1
                    if not is_sound:
                        break
                    is_told = done == len(ids)
                    yield content
                else:
                    is_told = True
            finally:
                if not is_told:  # broken, or nobody wants the rest
                    self.close()
            if not is_told:
                yield None

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._owner != os.getpid():
            self._process = _started(self.folder)
            self._owner = os.getpid()
            weakref.finalize(self, _ended, self._process, self._owner)
        return self._process

    def close(self) -> None:
        """End git; a further read starts another."""
        if self._process is not None:
            _ended(self._process, self._owner)
        self._process = None


def _ended(process: "subprocess.Popen[bytes]", owner: int) -> None:
    if os.getpid() == owner:
        process.kill()  # it keeps nothing that could be left half done
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                _pipe(pipe).close()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise GitError("git cat-file has no pipes")
    return pipe


def _started(folder: str) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            git.command("cat-file", "--batch"),
            cwd=folder,
            env=git.environment(own_repository=True),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise GitError(f"git cat-file: {error.strerror}") from None


def _answer(answers: IO[bytes], asked: str, limit: int) -> tuple[Content, bool]:
    """Read what git says of an object, and tell whether what it says next can be trusted."""
    head = answers.readline().split()  # <id> <type> <size>, or <id> missing
    if head[1:] == [b"missing"]:
        return None, True
    if len(head) != 3:
        return None, False
    size = left = int(head[2])
    # An id is the digest of the content, which git does not check.
    kind = hashlib.sha1 if len(asked) == 40 else hashlib.sha256
    digest = kind(b"%b %d\0" % (head[1], size), usedforsecurity=False)
    parts = []
    while left and (part := answers.read(min(_PART, left))):
        left -= len(part)
        digest.update(part)
        if size <= limit:
            parts.append(part)
    if answers.read(1) != b"\n" or digest.hexdigest() != asked:
        return None, False
    return (size if size > limit else (head[1].decode("ascii"), b"".join(parts))), True

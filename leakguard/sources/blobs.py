"""Contents of a repository's objects, through one `git cat-file` that may die over one of them."""

import subprocess
from types import TracebackType
from typing import IO, Self

from leakguard import git
from leakguard.errors import GitError

_PART = 1 << 20


class Blobs:
    """Reads blobs by id; to be used in a `with`."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def read(self, blob: str, limit: int) -> bytes | int | None:
        """Give a blob's content; its size if that is over `limit` bytes, none of which is kept;
        or None if it is missing or broken.

        Raises:
            GitError: git cannot be started.
        """
        try:
            asking, answer = self._pipes()
            asking.write(f"{blob}\n".encode())
            asking.flush()
        except BrokenPipeError:
            self._end()
            return None
        head = answer.readline().split()  # <id> <type> <size>, or <id> missing
        if len(head) == 3 and head[1] == b"blob":
            size = int(head[2])
            content = _skip(answer, size) if size > limit else answer.read(size)
            if answer.read(1) == b"\n":
                return content
        elif head[1:] == [b"missing"]:
            return None
        # git dies over a broken object; the next one is asked of another process.
        self._end()
        return None

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    git.command("cat-file", "--batch"),
                    cwd=self._folder,
                    env=git.environment(own_repository=True),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            except OSError as error:
                raise GitError(f"git cat-file: {error.strerror}") from None
        if self._process.stdin is None or self._process.stdout is None:
            raise GitError("git cat-file has no pipes")
        return self._process.stdin, self._process.stdout

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()  # it keeps nothing that could be left half done
            process.communicate()


def _skip(stream: IO[bytes], size: int) -> int:
    left = size
    while left and (part := stream.read(min(_PART, left))):
        left -= len(part)
    return size
